/* SPDX-License-Identifier: MIT
 * The language a person at this machine reads. Of the tools, and of what is loaded by others.
 */
#ifndef TOOL_LOCALE_H
#define TOOL_LOCALE_H

#include <relais.h>

relais_lang tool_locale(void);

#endif
