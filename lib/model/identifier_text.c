/* SPDX-License-Identifier: MIT
 * Identifiers as people and spreadsheets write them.
 */
#include "identifier_text.h"

#include <string.h>

#include "../base/text.h"

bool identifier_is_digits(const char *string)
{
	return *string && string[strspn(string, "0123456789")] == '\0';
}

bool identifier_copy(const char *cell, char out[IDENTIFIER_SIZE])
{
	size_t n = strlen(cell);

	if (n >= IDENTIFIER_SIZE)
		return false;
	memcpy(out, cell, n + 1);
	return true;
}

bool identifier_squeeze(const char *cell, char out[IDENTIFIER_SIZE])
{
	size_t left = strlen(cell), n = 0;

	if (left > 2 && (!strcmp(cell + left - 2, ".0") || !strcmp(cell + left - 2, ",0")))
		left -= 2;
	while (left > 0) {
		size_t blank = text_blank(cell, left);

		if (!blank && *cell != '.') {
			if (n + 1 >= IDENTIFIER_SIZE)
				return false;
			out[n++] = *cell >= 'a' && *cell <= 'z' ? (char)(*cell - 'a' + 'A')
								: *cell;
		}
		blank = blank ? blank : 1;
		cell += blank;
		left -= blank;
	}
	out[n] = '\0';
	return n > 0;
}

bool identifier_is_destroyed(const char *cell)
{
	size_t whole = strspn(cell, "0123456789");

	if (!whole)
		return false;
	cell += whole;
	if (*cell == ',' || *cell == '.')
		cell += 1 + strspn(cell + 1, "0123456789");
	return (*cell == 'E' || *cell == 'e') && cell[1] == '+' &&
	       identifier_is_digits(cell + 2);
}
