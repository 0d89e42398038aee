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

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

/* A sign is not parted from the word before it, though only a plain blank be between. */
static size_t sign_length(const char *after_word)
{
	static const char *const signs[] = { ":", ";", "!", "?", "%", "»" };

	for (size_t i = 0; *after_word == ' ' && i < sizeof signs / sizeof *signs; i++) {
		size_t size = strlen(signs[i]);

		if (strncmp(after_word + 1, signs[i], size) == 0 &&
			strchr(" \n", after_word[1 + size]))
			return 1 + size;
	}
	return 0;
}

/* Copied to somewhere else, it must be whole: an address, a file. */
static bool is_address(const char *word, size_t length)
{
	for (size_t i = 0; i + 1 < length; i++)
		if (word[i] == '@' || (i && word[i] == '.'))
			return true;
	return false;
}

/* After a hyphen with a letter on either side, a slash before one, or what parts a list or a sum. */
static bool breaks_after(const char *word, size_t i)
{
	if (word[i] == '-')
		return is_letter(word[i - 1]) && is_letter(word[i + 1]);
	if (word[i] == '/')
		return is_letter(word[i + 1]);
	return strchr("|+;", word[i]) != NULL;
}

/* How long the word is up to where a line may end: all of it, or a part of it in a narrow place. */
static size_t part_length(const char *word, bool is_narrow)
{
	size_t whole = strcspn(word, " \n");

	if (is_narrow && !is_address(word, whole))
		for (size_t i = 1; i + 1 < whole; i++)
			if (breaks_after(word, i))
				return i + 1;
	for (size_t sign; (sign = sign_length(word + whole)) > 0;)
		whole += sign;
	return whole;
}

static int widest_part(const char *string, bool is_narrow)
{
	int widest = 0;

	while (string && *string) {
		size_t length = part_length(string, is_narrow);
		int width = wrap_width(string, length);

		if (width > widest)
			widest = width;
		string += length;
		string += strspn(string, " \n");
	}
	return widest;
}

int wrap_widest_word(const char *string)
{
	return widest_part(string, false);
}

int wrap_widest_part(const char *string)
{
	return widest_part(string, true);
}

static const char *break_line(const char *string, int width, bool is_narrow, size_t *length)
{
	const char *at = string;
	int used = 0;

	for (*length = 0; *at;) {
		size_t gap = strspn(at, " ");
		size_t word = part_length(at + gap, is_narrow);
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

const char *wrap_line(const char *string, int width, size_t *length)
{
	return break_line(string, width, false, length);
}

const char *wrap_narrow_line(const char *string, int width, size_t *length)
{
	return break_line(string, width, true, length);
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
