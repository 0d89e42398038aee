/* SPDX-License-Identifier: MIT
 * The catalogue as known, with what the store holds of each indicator.
 */
#include <stdio.h>

#include "../../base/error.h"
#include "../../base/rows.h"
#include "../../base/words.h"
#include "../study/inside.h"

static const relais_column columns[] = { { "indicator", N_("Indicator"), RELAIS_CODE },
	{ "label", N_("Label"), RELAIS_TEXT }, { "unit", N_("Unit"), RELAIS_TEXT },
	{ "type", N_("Type"), RELAIS_CODE }, { "periodicity", N_("Periodicity"), RELAIS_CODE },
	{ "over_offices", N_("Over offices"), RELAIS_CODE },
	{ "over_time", N_("Over time"), RELAIS_CODE },
	{ "formula", N_("Formula"), RELAIS_TEXT }, { "norm", N_("Norm"), RELAIS_COUNT },
	{ "resolutions", N_("Resolutions"), RELAIS_TEXT },
	{ "first", N_("First"), RELAIS_PERIOD }, { "last", N_("Last"), RELAIS_PERIOD },
	{ "values", N_("Values"), RELAIS_COUNT } };

/* What is kept of these on a narrow terminal. */
static const char in_short[] = "indicator label:24 | unit periodicity last values";

/* Figures collected, structural zeros included. */
static const char count_sql[] =
	"SELECT (SELECT count(*) FROM observation"
	"         WHERE figure_id BETWEEN :indicator << 48 AND ((:indicator + 1) << 48) - 1"
	"         AND batch_id <= :known AND state <= 1)"
	"     + (SELECT count(*) FROM superseded"
	"         WHERE figure_id BETWEEN :indicator << 48 AND ((:indicator + 1) << 48) - 1"
	"         AND batch_id <= :known AND until_batch_id > :known AND state <= 1)";

/* "a+b", "a/b*100", "wmean(w)"; NULL for what is collected and summed as it is. */
static const char *formula_of(const indicator *a, char *out, size_t size)
{
	if (a->derived && a->numerator && a->denominator && a->factor != 1)
		snprintf(out, size, "%s/%s*%lld", a->numerator, a->denominator,
			(long long)a->factor);
	else if (a->derived && a->numerator && a->denominator)
		snprintf(out, size, "%s/%s", a->numerator, a->denominator);
	else if (a->derived && a->numerator)
		snprintf(out, size, "%s", a->numerator);
	else if (a->weight)
		snprintf(out, size, "wmean(%s)", a->weight);
	else
		return NULL;
	return out;
}

static relais_status add_row(study *s, item *i, stmt *count, rowlist *list, relais_error *err)
{
	const indicator *a = &i->about;
	char formula[1024];
	reach r;
	relais_status rc = catalogue_reach(&s->indicators, i, &r, err);

	if (rc != RELAIS_OK)
		return rc;
	stmt_bind_int(count, ":indicator", a->id);
	if ((rc = stmt_step(count, err)) != RELAIS_OK)
		return rc;
	rowlist_text(list, a->code);
	rowlist_text(list, s->lang == RELAIS_FR ? a->label_fr : a->label_en);
	rowlist_text(list, a->unit);
	rowlist_text(list, a->type);
	rowlist_text(list, a->periodicity);
	rowlist_text(list, a->over_offices);
	rowlist_text(list, a->over_time);
	rowlist_text(list, formula_of(a, formula, sizeof formula));
	rowlist_count(list, a->norm);
	rowlist_text(list, a->resolutions);
	if (a->has_data && r.span.from) {
		rowlist_period(list, r.span.from);
		rowlist_period(list, r.span.to);
	} else {
		rowlist_null(list);
		rowlist_null(list);
	}
	if (a->derived)
		rowlist_null(list);
	else
		rowlist_count(list, stmt_int(count, 0));
	rowlist_end_row(list);
	stmt_reset(count);
	return RELAIS_OK;
}

static relais_status add_rows(
	study *s, bool only_named, stmt *count, rowlist *list, relais_error *err)
{
	relais_status rc = RELAIS_OK;

	stmt_bind_int(count, ":known", s->known);
	for (size_t n = 0; rc == RELAIS_OK && n < s->indicators.count; n++) {
		item *i = &s->indicators.items[n];

		if (!only_named || i->is_named)
			rc = add_row(s, i, count, list, err);
	}
	return rc;
}

relais_status relais_ask_indicators(relais_store *store, const relais_question *question,
	relais_rows **out, relais_error *err)
{
	rowlist *list = NULL;
	stmt *count = NULL;
	study *s;
	relais_status rc = study_open(&s, store, question, err);

	*out = NULL;
	if (rc != RELAIS_OK)
		return rc;
	if ((rc = stmt_prepare(&count, store, count_sql, err)) == RELAIS_OK &&
		!(list = rowlist_new(columns, sizeof columns / sizeof *columns)))
		rc = fail_memory(err);
	if (rc == RELAIS_OK)
		rc = add_rows(s, question->indicators != NULL, count, list, err);
	stmt_free(count);
	study_close(s);
	if (rc == RELAIS_OK)
		return rows_with_main(out, in_short, rowlist_rows(list, out, err));
	rowlist_free(list);
	return rc;
}
