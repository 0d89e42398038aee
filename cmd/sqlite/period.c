/* SPDX-License-Identifier: MIT
 * rt_period(TEXT, MODIFIER, …): a period in any spelling, moved and turned by one modifier after
 * another, as SQLite's own date() does with days.
 */
#include <stdlib.h>
#include <string.h>

#include "extension.h"

SQLITE_EXTENSION_INIT3

enum { FAR = 1000000 }; /* beyond every year there is, and small enough to count with */

static const char *const lengths[] = { [RELAIS_MONTH] = "month",
	[RELAIS_QUARTER] = "quarter",
	[RELAIS_SEMESTER] = "semester",
	[RELAIS_YEAR] = "year" };
static const int months[] = {
	[RELAIS_MONTH] = 1, [RELAIS_QUARTER] = 3, [RELAIS_SEMESTER] = 6, [RELAIS_YEAR] = 12
};

/* What a call is on the way to. */
typedef struct walk {
	sqlite3_context *context;
	relais_period period;
	bool is_done; /* a day or words were answered: nothing can follow */
	relais_error err;
} walk;

/* One of the lengths, with or without an s; -1: none. */
static int length_named(const char *word)
{
	for (int i = 0; i < (int)(sizeof lengths / sizeof *lengths); i++) {
		size_t size = strlen(lengths[i]);

		if (strncmp(word, lengths[i], size) == 0 &&
			(!word[size] || strcmp(word + size, "s") == 0))
			return i;
	}
	return -1;
}

static bool give_up(walk *w, relais_status rc)
{
	if (rc != RELAIS_OK)
		answer_error(w->context, &w->err);
	return rc == RELAIS_OK;
}

/* "+3" or "-1 year": the number, and the length it counts, -1: that of the period itself. */
static bool read_move(const char *said, long long *steps, int *length)
{
	char *end;

	*steps = strtoll(said, &end, 10);
	*steps = *steps > FAR ? FAR : *steps < -FAR ? -FAR : *steps;
	*length = *end == ' ' ? length_named(end + 1) : -1;
	return end != said && (!*end || *length >= 0);
}

/* By its own length, or by another that is a whole number of it. */
static bool shift(walk *w, const char *said)
{
	int own = months[relais_period_length(w->period)], length;
	long long steps;

	if (!read_move(said, &steps, &length)) {
		answer_misuse(w->context,
			N_("rt_period() does not know how to move by '%s': write +1, -1 year, +2 quarters"),
			said);
		return false;
	}
	if (length >= 0 && months[length] % own) {
		answer_misuse(w->context,
			N_("rt_period() cannot move by '%s': the period is longer than that"),
			said);
		return false;
	}
	if (length >= 0)
		steps *= months[length] / own;
	return give_up(w, relais_period_shift(w->period, steps, &w->period, &w->err));
}

static void answer_day(walk *w, relais_day day)
{
	char said[16];

	relais_day_print(day, said);
	sqlite3_result_text(w->context, said, -1, SQLITE_TRANSIENT);
	w->is_done = true;
}

static void answer_words(walk *w, relais_lang lang)
{
	char said[48];

	relais_period_format(w->period, lang, said);
	sqlite3_result_text(w->context, said, -1, SQLITE_TRANSIENT);
	w->is_done = true;
}

/* What answers at once, or stays a period; false: it is no such modifier. */
static bool look_at(walk *w, const char *modifier)
{
	if (strcmp(modifier, "first month") == 0)
		w->period = relais_period_months(w->period).from;
	else if (strcmp(modifier, "last month") == 0)
		w->period = relais_period_months(w->period).to;
	else if (strcmp(modifier, "first day") == 0)
		answer_day(w, relais_period_first_day(w->period));
	else if (strcmp(modifier, "last day") == 0)
		answer_day(w, relais_period_last_day(w->period));
	else if (strcmp(modifier, "fr") == 0)
		answer_words(w, RELAIS_FR);
	else if (strcmp(modifier, "en") == 0)
		answer_words(w, RELAIS_EN);
	else
		return false;
	return true;
}

static bool turn(walk *w, const char *modifier)
{
	int length = length_named(modifier);

	if (w->is_done) {
		answer_misuse(w->context,
			N_("rt_period() cannot go on with '%s': a day, or words for people, come last"),
			modifier);
		return false;
	}
	if (*modifier == '+' || *modifier == '-')
		return shift(w, modifier);
	if (length >= 0)
		return give_up(w, relais_period_within(w->period, (relais_length)length,
					  &w->period, &w->err));
	if (look_at(w, modifier))
		return true;
	answer_misuse(w->context,
		N_("rt_period() has no modifier '%s': write +1, -1 year, month, quarter, semester, year, first month, last month, first day, last day, fr or en"),
		modifier);
	return false;
}

void sql_period(sqlite3_context *context, int count, sqlite3_value **values)
{
	walk w = { .context = context, .err = { .lang = extension_lang(context) } };
	const char *text;
	char said[16];

	if (count < 1) {
		answer_misuse(
			context, N_("rt_period() needs a period: rt_period('%s')"), "2024-08");
		return;
	}
	if (any_null(count, values))
		return;
	text = (const char *)sqlite3_value_text(values[0]);
	if (!text) {
		sqlite3_result_error_nomem(context);
		return;
	}
	if (!give_up(&w, relais_period_parse(text, &w.period, &w.err)))
		return;
	for (int i = 1; i < count; i++) {
		const char *modifier = (const char *)sqlite3_value_text(values[i]);

		if (!modifier)
			sqlite3_result_error_nomem(context);
		if (!modifier || !turn(&w, modifier))
			return;
	}
	if (w.is_done)
		return;
	relais_period_print(w.period, said);
	sqlite3_result_text(context, said, -1, SQLITE_TRANSIENT);
}
