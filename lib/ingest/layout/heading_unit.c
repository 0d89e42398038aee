/* SPDX-License-Identifier: MIT
 * The unit that ends a heading: "CA (k€)", "Chiffre d'affaires en milliers d'euros", "Taux %".
 * The list is closed: what is not on it stays part of the name, so that a column nobody
 * understands is left out and said rather than read a thousand times too small.
 */
#include "heading_unit.h"

#include <string.h>
#include <strings.h>

#include "../../base/text.h"

enum { UNIT_SIZE = 48 };

/* Lower case, apostrophes straight; what the sign € does to folding does not matter here. */
static const struct {
	const char *words;
	unit unit;
} known[] = {
	{ "€", { UNIT_MONEY, 0 } },
	{ "eur", { UNIT_MONEY, 0 } },
	{ "euro", { UNIT_MONEY, 0 } },
	{ "euros", { UNIT_MONEY, 0 } },
	{ "k€", { UNIT_MONEY, 3 } },
	{ "keur", { UNIT_MONEY, 3 } },
	{ "keuros", { UNIT_MONEY, 3 } },
	{ "milliers €", { UNIT_MONEY, 3 } },
	{ "milliers d'€", { UNIT_MONEY, 3 } },
	{ "milliers d'euros", { UNIT_MONEY, 3 } },
	{ "thousand euros", { UNIT_MONEY, 3 } },
	{ "thousands of euros", { UNIT_MONEY, 3 } },
	{ "m€", { UNIT_MONEY, 6 } },
	{ "meur", { UNIT_MONEY, 6 } },
	{ "meuros", { UNIT_MONEY, 6 } },
	{ "millions €", { UNIT_MONEY, 6 } },
	{ "millions d'€", { UNIT_MONEY, 6 } },
	{ "millions d'euros", { UNIT_MONEY, 6 } },
	{ "million euros", { UNIT_MONEY, 6 } },
	{ "millions of euros", { UNIT_MONEY, 6 } },
	{ "milliers", { UNIT_NUMBER, 3 } },
	{ "thousands", { UNIT_NUMBER, 3 } },
	{ "x1000", { UNIT_NUMBER, 3 } },
	{ "x 1000", { UNIT_NUMBER, 3 } },
	{ "x 1 000", { UNIT_NUMBER, 3 } },
	{ "×1000", { UNIT_NUMBER, 3 } },
	{ "× 1000", { UNIT_NUMBER, 3 } },
	{ "× 1 000", { UNIT_NUMBER, 3 } },
	{ "millions", { UNIT_NUMBER, 6 } },
	{ "nb", { UNIT_NUMBER, 0 } },
	{ "nombre", { UNIT_NUMBER, 0 } },
	{ "number", { UNIT_NUMBER, 0 } },
	{ "unités", { UNIT_NUMBER, 0 } },
	{ "%", { UNIT_PERCENT, 0 } },
	{ "pourcentage", { UNIT_PERCENT, 0 } },
	{ "pourcentages", { UNIT_PERCENT, 0 } },
	{ "percent", { UNIT_PERCENT, 0 } },
};

/* Blanks as one space, letters small, apostrophes straight. False: longer than any unit. */
static bool tidy(const char *from, size_t length, char out[UNIT_SIZE])
{
	size_t n = 0;

	from = text_trim(from, length, &length);
	for (size_t i = 0; i < length;) {
		size_t blank = text_blank(from + i, length - i);

		if (n + 2 >= UNIT_SIZE)
			return false;
		if (blank) {
			if (out[n - 1] != ' ')
				out[n++] = ' ';
			i += blank;
		} else if (length - i >= 3 && !memcmp(from + i, "\u2019", 3)) {
			out[n++] = '\'';
			i += 3;
		} else {
			char c = from[i++];

			out[n++] = (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
		}
	}
	out[n] = '\0';
	return true;
}

static bool find(const char *from, size_t length, unit *out)
{
	char words[UNIT_SIZE];
	const char *at = words;

	if (!tidy(from, length, words))
		return false;
	if (!strncmp(at, "en ", 3) || !strncmp(at, "in ", 3))
		at += 3;
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (!strcmp(at, known[i].words)) {
			*out = known[i].unit;
			return true;
		}
	return false;
}

bool unit_read(const char *words, unit *out)
{
	if (!strcmp(words, "fraction")) {
		*out = (unit){ UNIT_FRACTION, 2 };
		return true;
	}
	return find(words, strlen(words), out);
}

bool unit_alone(const char *words, unit *out)
{
	static const char *const starts[] = { "unité", "unités", "unite", "unit", "montants",
		"chiffres", "valeurs" };
	size_t n;

	for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
		size_t length = strlen(starts[i]);

		if (!strncasecmp(words, starts[i], length) &&
			strchr(" :\u00a0", words[length])) {
			words += length;
			words += strspn(words, " :\u00a0");
			break;
		}
	}
	n = strlen(words);
	if (n > 2 && words[0] == '(' && words[n - 1] == ')')
		return find(words + 1, n - 2, out);
	return n > 0 && find(words, n, out);
}

/* "CA - (k€)" leaves "CA". */
static bool cut_at(char *words, char *at)
{
	while (at > words && strchr(" ,:;-_/", at[-1]))
		at--;
	while (at - words >= 2 && !memcmp(at - 2, "\u00a0", 2))
		at -= 2;
	if (at == words)
		return false;
	*at = '\0';
	return true;
}

/* (k€) or [k€] at the very end. */
static bool take_bracketed(char *words, size_t n, unit *out)
{
	char *open;

	if (n < 3 || (words[n - 1] != ')' && words[n - 1] != ']'))
		return false;
	open = strrchr(words, words[n - 1] == ')' ? '(' : '[');
	return open && find(open + 1, (size_t)(words + n - 1 - open - 1), out) &&
	       cut_at(words, open);
}

/* Signs that are no words of a name: "CA k€", "Taux %". */
static bool is_sign(const char *word)
{
	return strstr(word, "€") || !strcmp(word, "%") || !strcasecmp(word, "keur");
}

/* " en milliers d'euros", or a sign as the last word. */
static bool take_words(char *words, unit *out)
{
	for (char *blank = strchr(words, ' '); blank; blank = strchr(blank + 1, ' ')) {
		bool says_in =
			!strncasecmp(blank + 1, "en ", 3) || !strncasecmp(blank + 1, "in ", 3);

		if ((says_in || is_sign(blank + 1)) && find(blank + 1, strlen(blank + 1), out))
			return cut_at(words, blank);
	}
	return false;
}

bool unit_take(char *words, unit *out)
{
	unit found;

	if (!take_bracketed(words, strlen(words), &found) && !take_words(words, &found))
		return false;
	*out = found;
	return true;
}

const char *unit_name(unit u)
{
	static const struct {
		unit unit;
		const char *name;
	} names[] = {
		{ { UNIT_MONEY, 0 }, "€" },
		{ { UNIT_MONEY, 3 }, "k€" },
		{ { UNIT_MONEY, 6 }, "M€" },
		{ { UNIT_NUMBER, 3 }, "× 1000" },
		{ { UNIT_NUMBER, 6 }, "× 1000000" },
		{ { UNIT_PERCENT, 0 }, "%" },
		{ { UNIT_FRACTION, 2 }, "fraction" },
	};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (names[i].unit.what == u.what && names[i].unit.scale == u.scale)
			return names[i].name;
	return "";
}

const char *unit_factor(unit u)
{
	static const char *const factors[] = { "1", "10", "100", "1000", "10000", "100000",
		"1000000" };

	return factors[u.scale];
}
