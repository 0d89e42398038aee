/* SPDX-License-Identifier: MIT
 * Lists in cells of actions.
 */
#include "ties.h"

#include <stdlib.h>
#include <string.h>

#include "../base/text.h"

enum { LONGEST_LAG = 9999, MOST_TIES = 64 };

/* ---- what comes before ------------------------------------------------------------ */

static bool parts(char c)
{
	return c == ' ' || c == ',' || c == ';' || c == '|';
}

/* "+30", "+30j", "+30d" at the end of a word. */
static bool read_lag(const char *plus, size_t length, int *lag)
{
	char *end;
	long days;

	if (length < 2 || plus[1] < '0' || plus[1] > '9')
		return false;
	days = strtol(plus + 1, &end, 10);
	if (end < plus + length && strchr("jJdD", *end))
		end++;
	*lag = (int)days;
	return end == plus + length && days <= LONGEST_LAG;
}

bool tie_next(const char **at, tie *out)
{
	const char *word = *at, *plus;
	size_t length = 0;

	while (parts(*word))
		word++;
	*at = word;
	while (word[length] && !parts(word[length]))
		length++;
	if (!length)
		return false;
	plus = memchr(word, '+', length);
	out->lag = 0;
	if (plus && !read_lag(plus, (size_t)(word + length - plus), &out->lag))
		return false;
	length = plus ? (size_t)(plus - word) : length;
	if (!length || length >= sizeof out->code)
		return false;
	memcpy(out->code, word, length);
	out->code[length] = '\0';
	while (*word && !parts(*word))
		word++;
	*at = word;
	return true;
}

bool ties_read(const char *said, char out[TIES_SIZE])
{
	char seen[MOST_TIES][128];
	size_t count = 0, used = 0;
	tie one;

	out[0] = '\0';
	while (tie_next(&said, &one)) {
		int written;

		for (size_t i = 0; i < count; i++)
			if (!strcmp(seen[i], one.code))
				return false;
		if (count == MOST_TIES)
			return false;
		memcpy(seen[count++], one.code, sizeof one.code);
		written = snprintf(out + used, TIES_SIZE - used, one.lag ? "%s%s+%d" : "%s%s",
			used ? " " : "", one.code, one.lag);
		if (written < 0 || (used += (size_t)written) >= TIES_SIZE)
			return false;
	}
	return !*said;
}

/* ---- coming back ------------------------------------------------------------------ */

static const choice rhythms[] = {
	{ "week", "weekly|every week|hebdomadaire|semaine|chaque semaine" },
	{ "month", "monthly|every month|mensuel|mensuelle|mois|chaque mois|tous les mois" },
	{ "quarter",
		"quarterly|every quarter|trimestriel|trimestrielle|trimestre|chaque trimestre" },
	{ "semester", "every semester|half yearly|semestriel|semestrielle|semestre" },
	{ "year",
		"yearly|annual|every year|annuel|annuelle|an|annee|chaque annee|tous les ans" },
	{ NULL, NULL },
};

bool repeat_read(const char *said, char out[32])
{
	static const char *const words[] = { "done", "fait", NULL };
	const char *code = choice_code(rhythms, said), *plus = strchr(said, '+');
	char word[32];
	size_t length = 0;
	int days;

	if (code) {
		snprintf(out, 32, "%s", code);
		return true;
	}
	said = text_trim(said, strlen(said), &length);
	if (!plus || plus - said >= (ptrdiff_t)sizeof word || plus < said)
		return false;
	snprintf(word, sizeof word, "%.*s", (int)(plus - said), said);
	for (int i = 0; words[i]; i++)
		if (text_same(word, words[i]) &&
			read_lag(plus, length - (size_t)(plus - said), &days) && days > 0) {
			snprintf(out, 32, "done+%d", days);
			return true;
		}
	return false;
}

bool repetition_of(const char *kept, repetition *out)
{
	static const struct {
		const char *code;
		repetition is;
	} all[] = { { "week", { false, 'W', 1 } }, { "month", { false, 'M', 1 } },
		{ "quarter", { false, 'M', 3 } }, { "semester", { false, 'M', 6 } },
		{ "year", { false, 'Y', 1 } } };

	for (size_t i = 0; kept && i < sizeof all / sizeof *all; i++)
		if (!strcmp(kept, all[i].code)) {
			*out = all[i].is;
			return true;
		}
	if (!kept || strncmp(kept, "done+", 5) != 0)
		return false;
	*out = (repetition){ true, 'D', atoi(kept + 5) };
	return out->count > 0;
}

int occurrence_of(const char *code, size_t *length)
{
	const char *mark = strrchr(code, '#');
	char *end;
	long nth;

	*length = strlen(code);
	if (!mark || mark == code || mark[1] < '1' || mark[1] > '9')
		return 0;
	nth = strtol(mark + 1, &end, 10);
	if (*end || nth > 99999)
		return 0;
	*length = (size_t)(mark - code);
	return (int)nth;
}

/* ---- who pays --------------------------------------------------------------------- */

const choice funders[] = {
	{ "opco", "opca|afdas" },
	{ "cnfpt", "" },
	{ "region", "conseil regional|cr" },
	{ "departement", "conseil departemental|cd|conseil general|cg" },
	{ "epci", "intercommunalite|communaute de communes" },
	{ "commune", "mairie|ville" },
	{ "etat", "state|prefecture|drac" },
	{ "europe", "feder|leader|feader|union europeenne" },
	{ "relais", "fonds propres|autofinancement" },
	{ "office", "offices|ot" },
	{ "prive", "private|mecenat|sponsor" },
	{ "autre", "other|autres" },
	{ NULL, NULL },
};

static bool read_amount(const char *said, size_t length, number *out)
{
	number_reading how = number_read(said, length, 0, out);

	return (how == NUMBER_READ || how == NUMBER_AMBIGUOUS) && out->units >= 0;
}

bool funding_next(const char **at, funding *out)
{
	const char *word = *at + strspn(*at, " |;"), *colon, *slash;
	size_t length = strcspn(word, "|;");
	char name[64];

	*at = word;
	colon = memchr(word, ':', length);
	if (!length || !colon || colon - word >= (ptrdiff_t)sizeof name)
		return false;
	snprintf(name, sizeof name, "%.*s", (int)(colon - word), word);
	slash = memchr(colon, '/', length - (size_t)(colon - word));
	*out = (funding){ .funder = choice_code(funders, name), .has_paid = slash != NULL };
	if (!out->funder ||
		!read_amount(colon + 1, (size_t)((slash ? slash : word + length) - colon) - 1,
			&out->promised) ||
		(slash && !read_amount(
				  slash + 1, (size_t)(word + length - slash) - 1, &out->paid)))
		return false;
	*at = word + length;
	return true;
}

bool fundings_read(const char *said, char out[TIES_SIZE])
{
	bool seen[sizeof funders / sizeof *funders] = { false };
	char promised[NUMBER_SIZE], paid[NUMBER_SIZE];
	size_t used = 0;
	funding one;

	out[0] = '\0';
	while (funding_next(&said, &one)) {
		size_t which = 0;
		int written;

		while (strcmp(funders[which].code, one.funder) != 0)
			which++;
		if (seen[which])
			return false;
		seen[which] = true;
		number_print(one.promised, promised);
		number_print(one.paid, paid);
		written = snprintf(out + used, TIES_SIZE - used, "%s%s:%s%s%s", used ? "|" : "",
			one.funder, promised, one.has_paid ? "/" : "",
			one.has_paid ? paid : "");
		if (written < 0 || (used += (size_t)written) >= TIES_SIZE)
			return false;
	}
	return !*said;
}
