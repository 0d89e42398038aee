/* SPDX-License-Identifier: MIT
 * Who sent what, for a person to look at: a row per office and indicator, a column per period, one
 * letter per cell. The letters read in French and in English alike; those that a file may hold
 * are the flags it holds. It names offices: it is not for those outside the relais.
 */
#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../../base/rows.h"
#include "../../base/words.h"
#include "../study/inside.h"
#include "../study/reception.h"

static const relais_column fixed[] = { { "indicator", N_("Indicator"), RELAIS_CODE },
	{ "office", N_("Office"), RELAIS_CODE }, { "name", N_("Name"), RELAIS_TEXT } };

enum { FIXED = sizeof fixed / sizeof *fixed, PRINTED = 16 };

typedef struct matrix {
	study *study;
	relais_period *periods; /* of all indicators, in order */
	size_t count;
	relais_column *columns;
	char (*names)[PRINTED];
	const char **cells;
	size_t indicator; /* the next one */
	const item *what; /* the one being told; NULL: none */
	frame states;
	reception came;
	size_t unit;
} matrix;

static int in_order(const void *a, const void *b)
{
	relais_period x = *(const relais_period *)a, y = *(const relais_period *)b;

	return (x > y) - (x < y);
}

/* What is computed from others nobody sends. */
static relais_status own_span(matrix *m, const item *i, relais_span *out, relais_error *err)
{
	*out = (relais_span){ 0, 0 };
	if (i->about.derived && i->is_named)
		return fail(err, RELAIS_E_USAGE,
			"'%s' is computed, no office sends it: ask for what it is computed from",
			i->about.code);
	return i->about.derived ? RELAIS_OK : study_own_periods(m->study, i, out, err);
}

static relais_status gather(matrix *m, relais_error *err)
{
	size_t kept = 0;

	for (size_t n = 0; n < m->study->asked_count; n++) {
		relais_span span;
		relais_period *more;
		relais_status rc = own_span(m, m->study->asked[n], &span, err);

		if (rc != RELAIS_OK)
			return rc;
		if (!span.from)
			continue;
		more = realloc(
			m->periods, (m->count + (size_t)period_count(span)) * sizeof *more);
		if (!more)
			return fail_memory(err);
		m->periods = more;
		for (relais_period p = span.from; p <= span.to; p = period_next(p))
			m->periods[m->count++] = p;
	}
	if (m->count)
		qsort(m->periods, m->count, sizeof *m->periods, in_order);
	for (size_t n = 0; n < m->count; n++)
		if (!kept || m->periods[kept - 1] != m->periods[n])
			m->periods[kept++] = m->periods[n];
	m->count = kept;
	return RELAIS_OK;
}

static relais_status make_columns(matrix *m, relais_error *err)
{
	m->columns = calloc(FIXED + m->count, sizeof *m->columns);
	m->names = calloc(m->count + 1, sizeof *m->names);
	m->cells = calloc(FIXED + m->count, sizeof *m->cells);
	if (!m->columns || !m->names || !m->cells)
		return fail_memory(err);
	memcpy(m->columns, fixed, sizeof fixed);
	for (size_t n = 0; n < m->count; n++) {
		relais_period_print(m->periods[n], m->names[n]);
		m->columns[FIXED + n] =
			(relais_column){ m->names[n], m->names[n], RELAIS_TEXT };
	}
	return RELAIS_OK;
}

static relais_status open_next(matrix *m, relais_error *err)
{
	study *s = m->study;

	frame_free(&m->states);
	reception_free(&m->came);
	for (m->what = NULL; m->indicator < s->asked_count;) {
		const item *i = s->asked[m->indicator++];
		relais_span span;
		relais_status rc = own_span(m, i, &span, err);

		if (rc != RELAIS_OK)
			return rc;
		if (!span.from)
			continue;
		m->what = i;
		m->unit = 0;
		rc = frame_collected(&m->states, &s->feed, i, (window){ span, false }, err);
		if (rc == RELAIS_OK)
			rc = frame_fold(&m->states, &s->offices, &s->as_were, NULL, err);
		return rc == RELAIS_OK ? reception_read(&m->came, s, i, span, &s->as_were, err)
				       : rc;
	}
	return RELAIS_END;
}

static const char *letter(const matrix *m, relais_period p)
{
	static const char *const letters[] = { [STATE_VALUE] = "R",
		[STATE_ZERO] = "z",
		[STATE_MISSING] = "m",
		[STATE_NOT_CONCERNED] = "n",
		[STATE_REFUSED] = "d",
		[STATE_ABSENT] = ".",
		[STATE_INACTIVE] = NULL };
	ptrdiff_t step = frame_step(&m->states, p);
	int state;

	if (step < 0)
		return NULL;
	state = frame_cell(&m->states, (size_t)step, m->unit)->state;
	if (state == STATE_VALUE &&
		reception_is_late(m->study, p, reception_at(&m->came, p, m->unit)))
		return "T";
	return letters[state];
}

static bool say(matrix *m, relais_row *row)
{
	const office *o = &m->study->offices.offices[m->study->as_were.root[m->unit]];
	bool was_there = false;

	m->cells[0] = m->what->about.code;
	m->cells[1] = o->code;
	m->cells[2] = o->name;
	for (size_t n = 0; n < m->count; n++) {
		m->cells[FIXED + n] = letter(m, m->periods[n]);
		was_there = was_there || m->cells[FIXED + n];
	}
	*row = (relais_row){ FIXED + m->count, m->cells, NULL };
	return was_there;
}

static relais_status next_row(void *self, relais_row *row, relais_error *err)
{
	matrix *m = self;
	relais_status rc;

	for (;;) {
		for (; m->what && m->unit < m->study->as_were.units; m->unit++)
			if (say(m, row)) {
				m->unit++;
				return RELAIS_OK;
			}
		if ((rc = open_next(m, err)) != RELAIS_OK)
			return rc;
	}
}

static void close_matrix(void *self)
{
	matrix *m = self;

	frame_free(&m->states);
	reception_free(&m->came);
	study_close(m->study);
	free(m->periods);
	free(m->columns);
	free(m->names);
	free(m->cells);
	free(m);
}

relais_status relais_ask_matrix(relais_store *store, const relais_question *question,
	relais_rows **out, relais_error *err)
{
	matrix *m;
	relais_status rc;

	*out = NULL;
	if (question->diffusion != RELAIS_INTERNE)
		return fail(err, RELAIS_E_USAGE,
			"who sent what, office by office, is not told outside the relais: ask with --diffusion interne");
	if (!(m = calloc(1, sizeof *m)))
		return fail_memory(err);
	if ((rc = study_open(&m->study, store, question, err)) == RELAIS_OK &&
		(rc = gather(m, err)) == RELAIS_OK)
		rc = make_columns(m, err);
	if (rc != RELAIS_OK) {
		close_matrix(m);
		return rc;
	}
	return rows_new(out, m->columns, FIXED + m->count, next_row, close_matrix, m, err);
}
