/* SPDX-License-Identifier: MIT
 * A published figure taken apart: what it is, who counts in it and who does not, the figures it is
 * made of down to file and line, the sums, the rules it was held to, and what was printed. It
 * is computed by the very functions that answer `totals` and `evolution`.
 */
#ifndef QUESTION_ACCOUNT_H
#define QUESTION_ACCOUNT_H

#include "../../base/rows.h"
#include "../study/inside.h"

typedef struct account {
	study *study;
	const item *what;
	size_t group;
	relais_figure figure;
	relais_geography geography;
	relais_span now, before; /* in periods of the length that was read */
	lens lens;
	tally tally;
	measure measure;
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

/* Does the unit stand in the value by an estimate? */
bool account_estimates(const account *a, size_t unit);

/* A row of the answer; what is NULL (0 for the period) stays empty. `value` is machine text. */
typedef struct account_row {
	const char *part, *item, *indicator;
	relais_span span;
	const char *status, *value, *source, *detail;
} account_row;
void account_say(account *a, const account_row *row);

/* The parts, in the order of the answer. */
relais_status account_definition(account *a, relais_error *err) MUST_CHECK;
relais_status account_perimeter(account *a, relais_error *err) MUST_CHECK;
relais_status account_values(account *a, relais_error *err) MUST_CHECK;
void account_sums(account *a);
void account_rules(account *a);
void account_result(account *a);

#endif
