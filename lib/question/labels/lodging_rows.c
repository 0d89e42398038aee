/* SPDX-License-Identifier: MIT
 * What communes can lodge against what the denomination of commune touristique asks of them (C1.6,
 * R133-33 of the code du tourisme). What was not counted is not taken for nothing: a capacity without
 * it is enough when it is enough all the same, and else nobody knows.
 */
#include <string.h>

#include "../../base/arena.h"
#include "../../base/date.h"
#include "../../base/error.h"
#include "../../base/number.h"
#include "../../base/period.h"
#include "../../base/rows.h"
#include "../../base/text.h"
#include "../../base/words.h"
#include "../../model/kind_lodging.h"
#include "../../store/store.h"
#include "../measure/fraction.h"
#include "../sql.h"
#include "lodging.h"

static const relais_column columns[] = { { "commune", N_("Commune"), RELAIS_CODE },
	{ "name", N_("Name"), RELAIS_TEXT }, { "year", N_("Year"), RELAIS_CODE },
	{ "population", N_("Population"), RELAIS_COUNT },
	{ "capacity", N_("Capacity"), RELAIS_COUNT }, { "ratio", N_("Ratio"), RELAIS_PERCENT },
	{ "threshold", N_("Threshold"), RELAIS_PERCENT }, { "state", N_("State"), RELAIS_CODE },
	{ "not_said", N_("Not said"), RELAIS_TEXT } };

lodging lodging_of(int64_t population, const int64_t *counts, const bool *said)
{
	lodging l = { .population = population, .threshold = lodging_threshold(population) };
	int64_t persons, asked;
	bool fits = population > 0;

	for (size_t i = LODGING_FIRST; i < LODGING_COUNT; i++) {
		if (!said[i - LODGING_FIRST])
			l.is_partial = true;
		else
			fits = fits &&
			       !__builtin_mul_overflow(counts[i - LODGING_FIRST],
				       lodging_persons(i), &persons) &&
			       number_add(&l.capacity, persons);
	}
	fits = fits && !__builtin_mul_overflow(l.capacity, 1000, &persons) &&
	       !__builtin_mul_overflow(population, l.threshold, &asked);
	l.is_known = fits;
	l.is_enough = fits && persons >= asked;
	return l;
}

/* Columns as q_lodging.sql lists them: those of the kind. */
static lodging read_lodging(const stmt *q, text *not_said)
{
	int64_t counts[LODGING_COUNT - LODGING_FIRST] = { 0 };
	bool said[LODGING_COUNT - LODGING_FIRST];

	text_clear(not_said);
	for (int i = LODGING_FIRST; i < LODGING_COUNT; i++) {
		said[i - LODGING_FIRST] = !stmt_is_null(q, i);
		if (said[i - LODGING_FIRST])
			counts[i - LODGING_FIRST] = stmt_int(q, i);
		else
			text_addf(not_said, *text_str(not_said) ? " %s" : "%s",
				stmt_column_name(q, i));
	}
	return lodging_of(stmt_int(q, LODGING_POPULATION), counts, said);
}

static const char *state_of(const lodging *l)
{
	if (!l->is_known || (!l->is_enough && l->is_partial))
		return "incomplete";
	return l->is_enough ? "suffisante" : "insuffisante";
}

static void add_row(rowlist *list, const stmt *q, text *not_said)
{
	lodging l = read_lodging(q, not_said);
	number ratio;

	rowlist_text(list, stmt_text(q, LODGING_COMMUNE));
	rowlist_text(list, stmt_text(q, LODGING_NAME));
	rowlist_text(list, stmt_text(q, LODGING_YEAR));
	rowlist_count(list, l.population);
	rowlist_count(list, l.capacity);
	if (fraction_round(fraction_times(fraction_of(l.capacity, l.population), 100),
		    NUMBER_MAX_DECIMALS, &ratio))
		rowlist_number(list, ratio);
	else
		rowlist_null(list);
	rowlist_number(list, (number){ l.threshold, 1 });
	rowlist_text(list, state_of(&l));
	rowlist_text(list, *text_str(not_said) ? text_str(not_said) : NULL);
	rowlist_end_row(list);
}

/* The years asked for; without any, the last one of each commune. */
static relais_status read_rows(
	rowlist *list, stmt *q, const relais_question *question, relais_error *err)
{
	relais_span span = question->span;
	text not_said = { 0 };
	relais_status rc = RELAIS_END;

	while (list && (rc = stmt_step(q, err)) == RELAIS_OK) {
		int64_t of = stmt_int(q, LODGING_YEAR);
		bool is_last = stmt_int(q, LODGING_COUNT) == 1;

		if (span.from ? of >= period_year(span.from) && of <= period_year(span.to)
			      : is_last)
			add_row(list, q, &not_said);
	}
	text_free(&not_said);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

relais_status relais_ask_lodging(relais_store *store, const relais_question *question,
	relais_rows **out, relais_error *err)
{
	relais_day day = question->as_of == RELAIS_NO_DAY ? question->today : question->as_of;
	int year, month, dom;
	rowlist *list;
	int64_t known;
	stmt *q;
	relais_status rc = store_batch_as_of(store, question->as_of, &known, err);

	*out = NULL;
	if (rc != RELAIS_OK || (rc = stmt_prepare(&q, store, SQL(lodging), err)) != RELAIS_OK)
		return rc;
	day_split(day, &year, &month, &dom);
	stmt_bind_int(q, ":known", known);
	stmt_bind_int(q, ":year", year);
	list = rowlist_new(columns, sizeof columns / sizeof *columns);
	rc = read_rows(list, q, question, err);
	stmt_free(q);
	if (rc == RELAIS_OK)
		return rowlist_rows(list, out, err);
	rowlist_free(list);
	return rc;
}
