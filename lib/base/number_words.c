/* SPDX-License-Identifier: MIT
 * Missing values and spreadsheet errors look alike and mean opposite things: the first is
 * an answer, the second a fault in the sender's file that must be said.
 */
#include <string.h>

#include "number_cell.h"
#include "text.h"

/* nd nc nr ns na of what begins with an n, whatever the case, the dots, the slash and the blanks. */
static bool is_letters(const char *cell, size_t length)
{
	char letters[2];
	size_t count = 0, size;

	for (size_t i = 0; i < length; i += size) {
		char c = (char)(cell[i] | 0x20);

		size = text_blank(cell + i, length - i);
		if (size)
			continue;
		size = 1;
		if (cell[i] == '.' || cell[i] == '/')
			continue;
		if (c < 'a' || c > 'z' || count == sizeof letters)
			return false;
		letters[count++] = c;
	}
	return count == 2 && strchr("dcrsa", letters[1]);
}

/* One sign, or the same one again and again: -- ... */
static bool is_sign(const char *cell, size_t length)
{
	static const char signs[][4] = { "-", ".", "/", "?", "–", "—", "…", "\u2212" };

	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
		size_t size = strlen(signs[i]), at = 0;

		while (at + size <= length && !memcmp(cell + at, signs[i], size))
			at += size;
		if (at == length)
			return true;
	}
	return false;
}

bool number_is_absent(const char *cell, size_t length)
{
	if (length > 16)
		return false;
	if ((cell[0] | 0x20) == 'n')
		return is_letters(cell, length);
	return is_sign(cell, length);
}

bool number_is_broken(const char *cell, size_t length)
{
	if (length > 4 && !memcmp(cell, "Err:", 4))
		return true;
	if (length < 2 || cell[0] != '#')
		return false;
	return cell[1] == '#' || (cell[1] >= 'A' && cell[1] <= 'Z');
}
