/* SPDX-License-Identifier: MIT
 * Rules of one record, for who an office is over time. Canonical days compare as text.
 */
#include <string.h>

#include "../base/words.h"
#include "kind_identity.h"
#include "rule.h"

const char *check_identifier(const char **values, const char **why)
{
	const char *from = values[IDENTIFIER_FROM], *until = values[IDENTIFIER_UNTIL];

	if (!from || !until || strcmp(from, until) <= 0)
		return NULL;
	*why = N_("the identifier ends before it begins");
	return "ends-before-start";
}
