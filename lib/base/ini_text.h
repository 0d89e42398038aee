/* SPDX-License-Identifier: MIT
 * Sections, keys and values of an INI file that a person wrote. libinih is known here and nowhere else.
 * A key may hold colons and, with blanks around the sign after it, equal signs; a value may hold
 * semicolons. A line that begins with a blank goes on with the value before it: the same key again.
 */
#ifndef BASE_INI_TEXT_H
#define BASE_INI_TEXT_H

#include <relais.h>

#include "attributes.h"

/* One pair, or with an empty key the beginning of a section; the strings last until the next. Anything but RELAIS_OK ends the reading. */
typedef relais_status ini_pair(void *self, unsigned long line, const char *section,
	const char *key, const char *value, relais_error *err);

/* `input` is the name in messages. RELAIS_E_USAGE: a line that is too long, or neither a section nor
 * a pair. */
relais_status ini_text_read(const char *input, const char *content, ini_pair *take, void *self,
	relais_error *err) MUST_CHECK;

#endif
