/* SPDX-License-Identifier: MIT
 * What people are shown of a name they did not choose. A file can be called anything, and a terminal obeys what it
 * is sent: names and values go to it without control characters, C1 controls and marks that turn the
 * direction of writing among them.
 */
#include "tool.h"

/* Longer than it need be, half of a pair, or past the last one: some decode these to controls. */
static bool is_forged(const unsigned char *s)
{
	return (s[0] == 0xe0 && s[1] < 0xa0) || (s[0] == 0xed && s[1] >= 0xa0) ||
	       (s[0] == 0xf0 && s[1] < 0x90) || (s[0] == 0xf4 && s[1] >= 0x90);
}

/* Bytes of the character of UTF-8 that is there; 0 when there is none. */
static size_t character_at(const unsigned char *s)
{
	size_t length = s[0] < 0x80                   ? 1
			: s[0] >= 0xc2 && s[0] < 0xe0 ? 2
			: s[0] >= 0xe0 && s[0] < 0xf0 ? 3
			: s[0] >= 0xf0 && s[0] < 0xf5 ? 4
						      : 0;

	for (size_t i = 1; i < length; i++)
		if ((s[i] & 0xc0) != 0x80)
			return 0;
	return is_forged(s) ? 0 : length;
}

static bool is_obeyed(const unsigned char *s)
{
	return s[0] < ' ' || s[0] == 0x7f || (s[0] == 0xc2 && s[1] < 0xa0) ||
	       (s[0] == 0xe2 && ((s[1] == 0x80 && s[2] >= 0xaa && s[2] <= 0xae) ||
					(s[1] == 0x81 && s[2] >= 0xa6 && s[2] <= 0xa9)));
}

void tool_put_safe(FILE *out, const char *said)
{
	const unsigned char *s = (const unsigned char *)said;

	while (*s) {
		size_t length = character_at(s);

		if (!length)
			fputc('?', out);
		else if (is_obeyed(s))
			fputc(' ', out);
		else
			fwrite(s, 1, length, out);
		s += length ? length : 1;
	}
}
