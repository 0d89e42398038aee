/* SPDX-License-Identifier: MIT
 * Where a figure comes from: everything ever received for it, oldest first, down to file and
 * line. A derived figure is explained by the ones it is computed from.
 */
#include <string.h>

#include "../../base/error.h"
#include "../../base/rows.h"
#include "../../base/words.h"
#include "../study/inside.h"
#include "../sql.h"

static const relais_column columns[] = { { "office", N_("Office"), RELAIS_CODE },
	{ "indicator", N_("Indicator"), RELAIS_CODE },
	{ "period", N_("Period"), RELAIS_PERIOD }, { "vintage", N_("Vintage"), RELAIS_COUNT },
	{ "value", N_("Value"), RELAIS_NUMBER }, { "flag", N_("Flag"), RELAIS_TEXT },
	{ "received_on", N_("Received on"), RELAIS_DATE },
	{ "batch", N_("Batch"), RELAIS_COUNT }, { "source", N_("Source"), RELAIS_TEXT },
	{ "line", N_("Line"), RELAIS_COUNT },
	{ "until", N_("Replaced by batch"), RELAIS_COUNT }, { "who", N_("Who"), RELAIS_TEXT },
	{ "current", N_("Current"), RELAIS_COUNT } };

/* What is kept of these on a narrow terminal. */
static const char in_short[] = "office indicator period vintage value | received_on source";

enum { DEEPEST = 8 };

typedef struct explanation {
	study *study;
	const office *office;
	stmt *query;
	rowlist *list;
	size_t rows;
} explanation;

static void add_row(explanation *e, const item *i, relais_period p, int64_t vintage)
{
	static const char *const letters[] = { "", "z", "m", "n", "d" };
	const stmt *q = e->query;
	int64_t state = stmt_int(q, 1);

	rowlist_text(e->list, e->office->code);
	rowlist_text(e->list, i->about.code);
	rowlist_period(e->list, p);
	rowlist_count(e->list, vintage);
	if (state == STATE_VALUE)
		rowlist_number(e->list, (number){ stmt_int(q, 0), i->about.decimals });
	else
		rowlist_null(e->list);
	rowlist_text(e->list, state >= 0 && state <= STATE_REFUSED ? letters[state] : "");
	rowlist_text(e->list, stmt_text(q, 2));
	rowlist_count(e->list, stmt_int(q, 3));
	rowlist_text(e->list, stmt_text(q, 4));
	rowlist_count(e->list, stmt_int(q, 5));
	if (stmt_is_null(q, 6))
		rowlist_null(e->list);
	else
		rowlist_count(e->list, stmt_int(q, 6));
	rowlist_text(e->list, stmt_text(q, 7));
	rowlist_count(e->list, stmt_is_null(q, 6));
	rowlist_end_row(e->list);
	e->rows++;
}

static relais_status explain_collected(
	explanation *e, const item *i, relais_span span, relais_error *err)
{
	relais_status rc = RELAIS_END;

	for (relais_period p = span.from; rc == RELAIS_END && p <= span.to;
		p = period_next(p)) {
		int64_t vintage = 0;

		stmt_bind_int(e->query, ":indicator", i->about.id);
		stmt_bind_int(e->query, ":office", e->office->id);
		stmt_bind_int(e->query, ":period", p);
		stmt_bind_int(e->query, ":known", e->study->known);
		while ((rc = stmt_step(e->query, err)) == RELAIS_OK)
			add_row(e, i, p, ++vintage);
	}
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

static relais_status explain(
	explanation *e, const item *i, relais_span span, int depth, relais_error *err)
{
	const indicator *a = &i->about;
	const char *const formulas[] = { a->derived ? a->numerator : a->weight,
		a->derived ? a->denominator : NULL };
	relais_status rc = RELAIS_OK;

	if (!a->derived)
		rc = explain_collected(e, i, span, err);
	for (int n = 0; n < 2 && depth < DEEPEST; n++) {
		const char *at = formulas[n];
		term t;

		while (rc == RELAIS_OK && at && formula_next(&at, &t)) {
			const item *of =
				catalogue_item(&e->study->indicators, t.code, t.length);

			if (of && !t.is_register)
				rc = explain(e, of, span, depth + 1, err);
		}
	}
	return rc;
}

/* A figure of a longer period is explained by those of its indicator's own length. */
static relais_status explain_asked(explanation *e, const relais_question *q, relais_error *err)
{
	study *s = e->study;
	const item *i =
		catalogue_item(&s->indicators, q->indicators[0], strlen(q->indicators[0]));
	relais_span own;
	relais_status rc = explain(e, i, q->span, 0, err);

	if (rc == RELAIS_OK && !e->rows) {
		rc = study_own_periods(s, i, &own, err);
		if (rc == RELAIS_OK && own.from)
			rc = explain(e, i, own, 0, err);
	}
	if (rc == RELAIS_OK && !e->rows) {
		char span[40];

		span_print(q->span, span);
		return fail(err, RELAIS_E_DATA,
			"nothing was ever received for %s, %s, %s: see 'values' for what there is",
			e->office->code, i->about.code, span);
	}
	return rc;
}

relais_status relais_ask_vintages(
	relais_store *store, const relais_question *q, relais_rows **out, relais_error *err)
{
	explanation e = { 0 };
	relais_status rc;

	*out = NULL;
	if (!q->offices || !q->offices[0] || !q->indicators || !q->indicators[0] ||
		!q->span.from)
		return fail(err, RELAIS_E_USAGE,
			"to explain a figure, name its office, its indicator and its period");
	if (q->diffusion != RELAIS_INTERNE)
		return fail(err, RELAIS_E_USAGE,
			"the figure of one office is not told outside the relais: ask with --diffusion interne");
	if ((rc = study_open(&e.study, store, q, err)) != RELAIS_OK)
		return rc;
	e.office = roster_office(&e.study->offices, q->offices[0]);
	if ((rc = stmt_prepare(&e.query, store, SQL(vintages), err)) == RELAIS_OK &&
		!(e.list = rowlist_new(columns, sizeof columns / sizeof *columns)))
		rc = fail_memory(err);
	if (rc == RELAIS_OK)
		rc = explain_asked(&e, q, err);
	stmt_free(e.query);
	study_close(e.study);
	if (rc == RELAIS_OK)
		return rows_with_main(out, in_short, rowlist_rows(e.list, out, err));
	rowlist_free(e.list);
	return rc;
}
