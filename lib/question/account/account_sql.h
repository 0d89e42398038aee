/* SPDX-License-Identifier: MIT
 * What the queries over the views have in common.
 */
#ifndef QUESTION_ACCOUNT_SQL_H
#define QUESTION_ACCOUNT_SQL_H

#include "../../base/text.h"
#include "account.h"

/* The lists of a query, as JSON. */
typedef struct query_lists {
	text terms, periods, units;
} query_lists;

void account_lists_free(query_lists *l);
relais_status account_list_terms(account *a, query_lists *l, relais_error *err) MUST_CHECK;
relais_status account_list_units(account *a, query_lists *l, relais_error *err) MUST_CHECK;
/* [year, period, first day, last day]; the list is left open. */
void account_list_year(query_lists *l, const char *year, relais_span span);

/* RELAIS_E_USAGE: no query gives the figure, and why. */
relais_status account_cannot(const account *a, const char *what, relais_error *err) MUST_CHECK;
/* Double arithmetic against exact: the same to six decimals, or to fifteen digits. */
bool account_is_same(const stmt *q, int column, bool has, number n);
relais_status account_write(stmt *q, FILE *out, relais_error *err) MUST_CHECK;

/* The index of a month. */
relais_status account_season_sql(account *a, FILE *out, relais_error *err) MUST_CHECK;

#endif
