/* SPDX-License-Identifier: MIT
 * A style sheet made to hold inside one element. It is ours: rules and @media blocks, no strings or
 * comments with braces.
 */
#include "scope.h"

#include <string.h>

typedef struct piece {
	const char *at;
	size_t length;
} piece;

static bool is_word(piece p, const char *word)
{
	return p.length == strlen(word) && memcmp(p.at, word, p.length) == 0;
}

/* Up to the brace that closes the one at `from`. */
static const char *closing(const char *from, const char *end)
{
	int depth = 0;

	for (; from < end; from++) {
		depth += *from == '{';
		depth -= *from == '}';
		if (!depth)
			return from;
	}
	return end;
}

static void add_piece(text *out, piece p)
{
	text_addf(out, "%.*s", (int)p.length, p.at);
}

/* One selector; nothing is left of html, which is not ours to style. */
static bool add_selector(text *out, const char *inside, piece p, bool is_more)
{
	if (is_word(p, "html"))
		return false;
	if (is_more)
		text_add(out, ",");
	text_add(out, inside);
	if (is_word(p, ":root") || is_word(p, "body"))
		return true;
	text_add(out, " ");
	/* Headings stand one level lower than in a page of their own. */
	if (p.length >= 2 && p.at[0] == 'h' && (p.at[1] == '1' || p.at[1] == '2')) {
		text_addf(out, "h%c", p.at[1] + 1);
		p.at += 2;
		p.length -= 2;
	}
	add_piece(out, p);
	return true;
}

static void add_rule(text *out, const char *inside, piece selectors, piece body)
{
	bool is_more = false;

	while (selectors.length) {
		const char *comma = memchr(selectors.at, ',', selectors.length);
		piece one = { selectors.at,
			comma ? (size_t)(comma - selectors.at) : selectors.length };

		is_more = add_selector(out, inside, one, is_more) || is_more;
		selectors.at += one.length + (comma != NULL);
		selectors.length -= one.length + (comma != NULL);
	}
	if (!is_more)
		return;
	add_piece(out, body);
	text_add(out, "}\n");
}

static void add_rules(text *out, const char *inside, const char *at, const char *end)
{
	while (at < end) {
		const char *open, *close;

		at += strspn(at, "\n ");
		open = at < end ? memchr(at, '{', (size_t)(end - at)) : NULL;
		if (!open)
			return;
		close = closing(open, end);
		if (*at != '@')
			add_rule(out, inside, (piece){ at, (size_t)(open - at) },
				(piece){ open, (size_t)(close - open) });
		else if (strncmp(at, "@page", 5) != 0) { /* the paper is not ours either */
			add_piece(out, (piece){ at, (size_t)(open - at) });
			text_add(out, "{\n");
			add_rules(out, inside, open + 1, close);
			text_add(out, "}\n");
		}
		at = close + 1;
	}
}

void scope_style(text *out, const char *inside, const char *css)
{
	add_rules(out, inside, css, css + strlen(css));
}
