/* SPDX-License-Identifier: MIT */
#include <relais.h>

#include "version.h"

const char *relais_version(void)
{
	return RELAIS_VERSION;
}
