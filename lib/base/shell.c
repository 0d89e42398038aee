/* SPDX-License-Identifier: MIT
 * What needs no quotes is known; all else gets them.
 */
#include "shell.h"

#include <string.h>

static bool is_plain(char c)
{
	return (unsigned char)c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || (c && strchr("-_./,:+@%=", c));
}

void text_add_word(text *t, const char *word)
{
	const char *p = word;

	while (is_plain(*p))
		p++;
	if (*word && !*p) {
		text_add(t, word);
		return;
	}
	text_add_char(t, '\'');
	for (; *word; word++)
		if (*word == '\'')
			text_add(t, "'\\''");
		else
			text_add_char(t, *word);
	text_add_char(t, '\'');
}
