/* SPDX-License-Identifier: MIT
 * Who sent what, month by month: a sign for each office and month, that needs no colour, in a table and
 * over shades. It names offices: for the relais only.
 */
#include <stdlib.h>
#include <string.h>

#include "../base/date.h"
#include "../base/period.h"
#include "answer.h"
#include "note.h"

enum { MATRIX_MONTHS = 12, LEAST_OFFICES = 3 };

/* A letter of rt-observatory completeness --matrix as people see it. */
typedef struct state {
	char letter;
	const char *sign;
	double shade; /* the darker, the better it was received; below zero: hatched, or nothing */
} state;

static const state *state_of(const char *letter)
{
	static const state states[] = { { 'R', "●", 1 }, { 'T', "◐", 0.5 }, { 'z', "▫", 0.2 },
		{ 'm', "○", 0 }, { 'd', "×", -1 }, { 'n', "–", -1 }, { '.', "○", 0 } };

	for (size_t i = 0; letter && i < sizeof states / sizeof *states; i++)
		if (*letter == states[i].letter)
			return &states[i];
	return NULL;
}

typedef struct matrix {
	block *table;
	chart_series *lines; /* of the drawing, an office each */
	size_t count, room;
} matrix;

static const char *say_month(note *n, int k)
{
	return document_say(n->document, "%02d",
		period_slot(note_months_before(n->month, MATRIX_MONTHS - 1 - k)) - SLOT_MONTH +
			1);
}

static const char *say_title(note *n, const indicator *i)
{
	return document_say(n->document, "%s, office by office, from %s to %s",
		indicator_label(i, n->document->lang),
		note_month_name(n, note_months_before(n->month, MATRIX_MONTHS - 1)),
		note_month_name(n, n->month));
}

static block *start(note *n, section *s, const indicator *i)
{
	relais_document *d = n->document;
	table_column columns[1 + MATRIX_MONTHS] = { { document_say(d, "Office"), false } };
	block *table;

	for (int k = 0; k < MATRIX_MONTHS; k++)
		columns[1 + k] = (table_column){ say_month(n, k), false };
	table = section_table(d, s, say_title(n, i), 1 + MATRIX_MONTHS, columns);
	if (table)
		table->note = document_say(d,
			"● received in time, ◐ received late, ○ not received, × refused, ▫ closed, – not "
			"concerned");
	return table;
}

/* The cells of an office, as shades and signs; what it is not concerned with is no cell. */
static void add_line(note *n, matrix *m, const char *name, const state *const *states)
{
	double *values = arena_alloc(&n->memory, MATRIX_MONTHS * sizeof *values);
	bool *missing = arena_alloc(&n->memory, MATRIX_MONTHS * sizeof *missing);
	const char **labels = arena_alloc(&n->memory, MATRIX_MONTHS * sizeof *labels);

	if (!values || !missing || !labels) {
		n->document->failed = true;
		return;
	}
	if (!document_room(n->document, &m->lines, m->count, &m->room, sizeof *m->lines))
		return;
	for (int k = 0; k < MATRIX_MONTHS; k++) {
		const state *s = states[k];

		missing[k] = !s || s->shade < 0;
		values[k] = missing[k] ? 0 : s->shade;
		labels[k] = s && s->letter != 'n' ? s->sign : NULL;
	}
	m->lines[m->count++] = (chart_series){ .name = document_copy(n->document, name),
		.values = values,
		.missing = missing,
		.labels = labels };
}

static void add_row(note *n, matrix *m, const relais_rows *rows, const relais_row *row)
{
	const char *cells[1 + MATRIX_MONTHS] = { row_cell(row, rows_column(rows, "name")) };
	const state *states[MATRIX_MONTHS];
	int first = rows_column(rows, "name") + 1;

	if (!cells[0])
		cells[0] = row_cell(row, rows_column(rows, "office"));
	for (int k = 0; k < MATRIX_MONTHS; k++) {
		states[k] = state_of(row_cell(row, first + k));
		cells[1 + k] = states[k] ? states[k]->sign : NULL;
	}
	table_add(n->document, m->table, cells, false);
	add_line(n, m, cells[0], states);
}

static void draw(note *n, section *s, const indicator *i, const matrix *m)
{
	const char *names[MATRIX_MONTHS];
	chart drawing = { .type = CHART_HEAT,
		.points = MATRIX_MONTHS,
		.names = names,
		.series_count = m->count,
		.series = m->lines };

	for (int k = 0; k < MATRIX_MONTHS; k++)
		names[k] = say_month(n, k);
	drawing.description = document_say(n->document,
		"The table above, shaded: the darker a cell, the better the figure was received; what was "
		"refused is hatched.");
	if (m->count >= LEAST_OFFICES)
		section_chart(n->document, s, say_title(n, i), &drawing);
}

relais_status write_matrix(note *n, section *s, const indicator *i, relais_error *err)
{
	const char *const only[] = { i->code, NULL };
	relais_question q = n->question;
	relais_rows *rows = NULL;
	matrix m = { .table = NULL };
	relais_row row;
	relais_status rc;

	if (period_length_of(n->month) != LENGTH_MONTH)
		return RELAIS_OK;
	q.indicators = only;
	q.span = (relais_span){ note_months_before(n->month, MATRIX_MONTHS - 1), n->month };
	rc = relais_ask_matrix(n->store, &q, &rows, err);
	while (rc == RELAIS_OK && (rc = relais_rows_next(rows, &row, err)) == RELAIS_OK) {
		if (!m.table)
			m.table = start(n, s, i);
		add_row(n, &m, rows, &row);
	}
	relais_rows_close(rows);
	if (rc == RELAIS_END)
		draw(n, s, i, &m);
	free(m.lines);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}
