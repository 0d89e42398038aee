/* SPDX-License-Identifier: MIT
 * What HTML and Markdown would take for their own is written so that they do not. Markdown is
 * escaped only where it would speak (contacts_guichet stays readable), and its HTML is
 * never let through.
 */
#include <ctype.h>
#include <string.h>

#include "escape.h"
#include "people.h"

void html_text(text *out, const char *string)
{
	const char *shown;
	size_t length;

	while (string && (length = people_next(&string, &shown)) > 0) {
		switch (*shown) {
		case '&': text_add(out, "&amp;"); break;
		case '<': text_add(out, "&lt;"); break;
		case '>': text_add(out, "&gt;"); break;
		case '"': text_add(out, "&quot;"); break;
		case '\'': text_add(out, "&#39;"); break;
		default: text_add_bytes(out, shown, length);
		}
	}
}

void html_id(text *out, const char *string)
{
	for (; string && *string; string++) {
		unsigned char c = (unsigned char)*string;
		bool is_safe = c < 0x80 && (isalnum(c) || c == '-' || c == '_');

		text_add_char(out, is_safe ? *string : '-');
	}
}

static bool is_word(char c)
{
	return (unsigned char)c >= 0x80 || isalnum((unsigned char)c);
}

/* An underscore inside a word and a lone & mean nothing to Markdown. */
static void add_md(text *out, char c, char before, char after)
{
	switch (c) {
	case '<': text_add(out, "&lt;"); return;
	case '>': text_add(out, "&gt;"); return;
	case '&': text_add(out, is_word(after) || after == '#' ? "&amp;" : "&"); return;
	case '_':
		if (is_word(before) && is_word(after))
			break;
		text_add_char(out, '\\');
		break;
	case '\\':
	case '`':
	case '*':
	case '[':
	case ']':
	case '|':
	case '~': text_add_char(out, '\\'); break;
	default: break;
	}
	text_add_char(out, c);
}

static void add_line(text *out, const char *string, const char *line_end)
{
	const char *shown;
	size_t length;
	char before = ' ';

	while (string && (length = people_next(&string, &shown)) > 0) {
		if (*shown == '\n')
			text_add(out, line_end);
		else if (length == 1)
			add_md(out, *shown, before, *string);
		else
			text_add_bytes(out, shown, length);
		before = *shown;
	}
}

/* A heading, a list or a quotation where a sentence was meant. */
static void guard_start(text *out, const char **string)
{
	size_t digits = strspn(*string, "0123456789");

	if (digits && ((*string)[digits] == '.' || (*string)[digits] == ')')) {
		text_add_bytes(out, *string, digits);
		*string += digits;
		text_add_char(out, '\\');
	} else if (**string && strchr("#+-=", **string)) {
		text_add_char(out, '\\');
	}
}

void md_text(text *out, const char *string)
{
	if (!string)
		return;
	string += strspn(string, " \t\r\n");
	guard_start(out, &string);
	add_line(out, string, " ");
}

void md_cell(text *out, const char *string)
{
	add_line(out, string, "<br>");
}
