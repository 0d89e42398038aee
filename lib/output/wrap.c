/* SPDX-License-Identifier: MIT
 * Wrapping by display width. Only U+0020 and line ends break: the no-break spaces of "7,2 %"
 * and "1 234" hold, and so do wide characters and combining ones.
 */
#include <string.h>

#include "people.h"
#include "wrap.h"

enum { LONGEST = 4096 };

int wrap_width(const char *string, size_t length)
{
	char piece[LONGEST];
	int width = 0;

	while (length > 0) {
		size_t part = length < sizeof piece ? length : sizeof piece - 1;

		while (part < length && part > 1 &&
			((unsigned char)string[part] & 0xc0) == 0x80)
			part--;
		memcpy(piece, string, part);
		piece[part] = '\0';
		width += text_width(piece);
		string += part;
		length -= part;
	}
	return width;
}

int wrap_widest_word(const char *string)
{
	int widest = 0;

	while (string && *string) {
		size_t length = strcspn(string, " \n");
		int width = wrap_width(string, length);

		if (width > widest)
			widest = width;
		string += length;
		string += strspn(string, " \n");
	}
	return widest;
}

const char *wrap_line(const char *string, int width, size_t *length)
{
	const char *at = string;
	int used = 0;

	for (*length = 0; *at;) {
		size_t gap = strspn(at, " ");
		size_t word = strcspn(at + gap, " \n");
		int wants = (int)gap + wrap_width(at + gap, word);

		if (!word || (*length && used + wants > width)) {
			at += gap;
			break;
		}
		used += wants;
		at += gap + word;
		*length = (size_t)(at - string);
	}
	if (*at == '\n')
		at++;
	return *at ? at : NULL;
}

void wrap_text(text *out, const char *string, int width, const char *first, const char *rest)
{
	text safe = { 0 };
	const char *at;
	size_t length;

	people_text(&safe, string);
	for (at = text_str(&safe); at; first = rest) {
		const char *next = wrap_line(at, width - text_width(first), &length);

		text_add(out, first);
		text_add_bytes(out, at, length);
		text_add_char(out, '\n');
		at = next;
	}
	out->failed |= safe.failed;
	text_free(&safe);
}

void wrap_blanks(text *out, int count)
{
	while (count-- > 0)
		text_add_char(out, ' ');
}

void wrap_end_line(text *out)
{
	while (out->length && !out->failed && out->data[out->length - 1] == ' ')
		out->data[--out->length] = '\0';
	text_add_char(out, '\n');
}
