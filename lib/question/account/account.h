/* SPDX-License-Identifier: MIT
 * A published figure taken apart: what it is, who counts in it and who does not, the figures it is
 * made of down to file and line, the sums, the rules it was held to, and what was printed. It
 * is computed by the very functions that answer `totals` and `evolution`.
 */
#ifndef QUESTION_ACCOUNT_H
#define QUESTION_ACCOUNT_H

#include "../../base/rows.h"
#include "../study/inside.h"
#include "../tables/distribution.h"

typedef struct account {
	study *study;
	const item *what;
	size_t group;
	relais_figure figure;
	const char *month; /* of a season, as asked */
	relais_geography geography;
	relais_span now, before; /* in periods of the length that was read */
	lens lens;
	tally tally;
	measure measure;
	/* Of a statistic: the figures of the units, sorted, and all that is told of them. */
	sample *samples;
	size_t sample_count, known;
	spread_figures spread;
	rowlist *list;
} account;

/* Everything the figure rests on, computed. */
relais_status account_open(account *a, relais_store *store, const relais_question *q,
	const relais_account *how, relais_error *err) MUST_CHECK;
void account_close(account *a);

/* Does a unit count in the figure's group? */
static inline bool account_has_unit(const account *a, int32_t unit)
{
	return unit >= 0 && a->study->group_of[unit] == (int32_t)a->group;
}
static inline bool account_is_evolution(const account *a)
{
	return a->figure == RELAIS_FIGURE_EVOLUTION;
}

static inline bool account_is_season(const account *a)
{
	return a->figure == RELAIS_FIGURE_SEASON;
}
static inline bool account_is_spread(const account *a)
{
	return a->figure >= RELAIS_FIGURE_MIN;
}

/* Does the unit stand in the value by an estimate? */
bool account_estimates(const account *a, size_t unit);

/* A row of the answer; what is NULL (0 for the period) stays empty. `value` is machine text. */
typedef struct account_row {
	const char *part, *item, *indicator;
	relais_span span;
	const char *status, *value, *source, *detail;
} account_row;
void account_say(account *a, const account_row *row);
void account_say_number(account *a, account_row row, number n);
/* As the answers print it; NAN stays empty. */
void account_say_real(account *a, account_row row, double x);
void account_say_formula(account *a, const char *name, const char *formula, const char *source);
/* A threshold, what was compared with it, and the outcome. */
void account_say_gate(
	account *a, const char *name, number least, bool passed, const char *detail);
/* Perimeter: an office whose figures are part of those of another. */
void account_say_member(account *a, const office *o, const office *root);
/* Perimeter: why a unit, called by its office, has no figure over a span of a frame. */
void account_say_missing(
	account *a, const frame *f, relais_span span, const office *o, size_t unit);

/* The parts, in the order of the answer. */
relais_status account_definition(account *a, relais_error *err) MUST_CHECK;
relais_status account_perimeter(account *a, relais_error *err) MUST_CHECK;
relais_status account_values(account *a, relais_error *err) MUST_CHECK;
void account_sums(account *a);
void account_rules(account *a);
void account_result(account *a);

/* The rules a level and its secrecy are held to. */
void account_gates(account *a);
void account_rounding(account *a, bool is_exact, int decimals);

/* A statistic: after the figures, their order, what is computed of it, the rules, the result. */
relais_status account_take_spread(account *a, relais_error *err) MUST_CHECK;
void account_spread_formula(account *a);
relais_status account_spread(account *a, relais_error *err) MUST_CHECK;

/* A season: everything after the definition. */
relais_status account_season(account *a, relais_error *err) MUST_CHECK;

#endif
