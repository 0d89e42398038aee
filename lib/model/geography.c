/* SPDX-License-Identifier: MIT
 * Codes of places, by the rules of the official geographic code: the form of a commune's says
 * its département. 99 is INSEE's own for what is elsewhere.
 */
#include <stdio.h>
#include <string.h>

#include "identifier_text.h"

static bool is_one_of(const char *list, const char *code)
{
	size_t n = strlen(code);

	for (const char *p = list; *p; p += strcspn(p, " "), p += *p == ' ')
		if (strcspn(p, " ") == n && !strncmp(p, code, n))
			return true;
	return false;
}

/* 01 to 95, without the 20 that Corsica had until 1976. */
static bool is_of_metropole(const char *code)
{
	if (strlen(code) != 2 || code[0] < '0' || code[0] > '9')
		return false;
	if (code[0] == '2' && (code[1] == 'A' || code[1] == 'B'))
		return true;
	if (code[1] < '0' || code[1] > '9' || !strcmp(code, "00") || !strcmp(code, "20"))
		return false;
	return strcmp(code, "95") <= 0;
}

static const char overseas[] = "971 972 973 974 976";
/* Collectivities that are no département. */
static const char collectivities[] = "975 977 978 986 987 988";

static void put_zero(char out[IDENTIFIER_SIZE])
{
	memmove(out + 1, out, strlen(out) + 1);
	out[0] = '0';
}

/* The département a well-formed commune code begins with, "" when it is none. */
static void departement_of(const char *commune, char out[4])
{
	bool far = !strncmp(commune, "97", 2) || !strncmp(commune, "98", 2);

	snprintf(out, 4, "%.*s", far ? 3 : 2, commune);
	if (strlen(commune) != 5 || !identifier_is_digits(commune + 2))
		out[0] = '\0';
}

/* Arrondissements have codes of their own; the commune is the city. */
static bool read_part(char out[IDENTIFIER_SIZE])
{
	static const struct {
		const char *first, *last, *city;
	} cities[] = { { "75101", "75120", "75056" }, { "69381", "69389", "69123" },
		{ "13201", "13216", "13055" } };

	for (size_t i = 0; i < sizeof cities / sizeof *cities; i++)
		if (strcmp(out, cities[i].first) >= 0 && strcmp(out, cities[i].last) <= 0) {
			memcpy(out, cities[i].city, 6);
			return true;
		}
	return false;
}

identifier_reading commune_read(const char *cell, char out[IDENTIFIER_SIZE])
{
	identifier_reading how = IDENTIFIER_GOOD;
	char departement[4];

	if (!identifier_squeeze(cell, out))
		return IDENTIFIER_WRONG;
	if (strlen(out) == 4 && identifier_is_digits(out)) {
		put_zero(out);
		how = IDENTIFIER_ZERO;
	}
	if (!strcmp(out, "97127") || !strcmp(out, "97123")) {
		/* Saint-Martin and Saint-Barthélemy, no longer of Guadeloupe */
		memcpy(out, !strcmp(out, "97127") ? "97801" : "97701", 6);
		return IDENTIFIER_RENAMED;
	}
	departement_of(out, departement);
	if (*departement && read_part(out))
		return IDENTIFIER_PART;
	if (is_of_metropole(departement) || is_one_of(overseas, departement))
		return how;
	if (how == IDENTIFIER_GOOD && !strcmp(departement, "99"))
		return how;
	if (is_one_of(collectivities, departement))
		return IDENTIFIER_UNLISTED;
	return IDENTIFIER_WRONG;
}

identifier_reading departement_read(const char *cell, char out[IDENTIFIER_SIZE])
{
	identifier_reading how = IDENTIFIER_GOOD;

	if (!identifier_squeeze(cell, out))
		return identifier_copy(cell, out) ? IDENTIFIER_UNLISTED : IDENTIFIER_WRONG;
	if (strlen(out) == 1 && identifier_is_digits(out)) {
		put_zero(out);
		how = IDENTIFIER_ZERO;
	}
	if (is_of_metropole(out) || is_one_of(overseas, out) || !strcmp(out, "99"))
		return how;
	return identifier_copy(cell, out) ? IDENTIFIER_UNLISTED : IDENTIFIER_WRONG;
}

identifier_reading region_read(const char *cell, char out[IDENTIFIER_SIZE])
{
	static const char known[] = "01 02 03 04 06 11 24 27 28 32 44 52 53 75 76 84 93 94 99";
	identifier_reading how = IDENTIFIER_GOOD;

	if (!identifier_squeeze(cell, out))
		return identifier_copy(cell, out) ? IDENTIFIER_UNLISTED : IDENTIFIER_WRONG;
	if (strlen(out) == 1 && identifier_is_digits(out)) {
		put_zero(out);
		how = IDENTIFIER_ZERO;
	}
	if (is_one_of(known, out))
		return how;
	return identifier_copy(cell, out) ? IDENTIFIER_UNLISTED : IDENTIFIER_WRONG;
}

/* Corsica's is 20xxx here; 97 and 98 are overseas, 99 elsewhere. */
identifier_reading postal_read(const char *cell, char out[IDENTIFIER_SIZE])
{
	static const char more[] = "20 97 98 99";
	size_t end = strcspn(cell, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
	bool has_words = cell[end] != '\0';
	char numbers[IDENTIFIER_SIZE], first[3];
	identifier_reading how = has_words ? IDENTIFIER_TRIMMED : IDENTIFIER_GOOD;

	if (end >= sizeof numbers || (has_words && end > 0 && cell[end - 1] != ' '))
		return IDENTIFIER_WRONG; /* a letter among the digits is a mistake */
	memcpy(numbers, cell, end);
	numbers[end] = '\0';
	if (!identifier_squeeze(numbers, out) || !identifier_is_digits(out))
		return IDENTIFIER_WRONG;
	if (strlen(out) == 4) {
		put_zero(out);
		how = IDENTIFIER_ZERO;
	}
	snprintf(first, sizeof first, "%.2s", out);
	if (strlen(out) == 5 && (is_of_metropole(first) || is_one_of(more, first)))
		return how;
	return IDENTIFIER_WRONG;
}
