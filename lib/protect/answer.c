/* SPDX-License-Identifier: MIT
 * The rows as they came, with the status of each cell, and what is hidden left out where that is
 * asked.
 */
#include <stdlib.h>
#include <string.h>

#include "../base/error.h"
#include "../base/rows.h"
#include "inside.h"

typedef struct answer {
	relais_column *columns;
	size_t count;
	rowlist *list;
	relais_rows *rows;
	arena memory;
} answer;

static relais_status next(void *self, relais_row *row, relais_error *err)
{
	answer *a = self;

	return relais_rows_next(a->rows, row, err);
}

static void close(void *self)
{
	answer *a = self;

	relais_rows_close(a->rows);
	rowlist_free(a->list);
	free(a->columns);
	arena_free(&a->memory);
	free(a);
}

static bool add_column(answer *a, const char *name, relais_type type)
{
	const char *copy = arena_string(&a->memory, name);

	a->columns[a->count++] = (relais_column){ copy, copy, type };
	return copy != NULL;
}

static bool name_columns(answer *a, const table_in *in, bool *has_status)
{
	static const relais_type types[] = { RELAIS_NUMBER, RELAIS_COUNT, RELAIS_NUMBER,
		RELAIS_NUMBER, RELAIS_CODE };
	bool done = true;

	a->columns = calloc(in->column_count + 3, sizeof *a->columns);
	if (!a->columns)
		return false;
	for (size_t c = 0; c < in->column_count; c++) {
		int role = in->roles[c];

		*has_status = *has_status || role == ROLE_STATUS;
		done = done && add_column(a, in->columns[c],
				       role < ROLES             ? types[role]
				       : role >= ROLE_DIMENSION ? RELAIS_CODE
								: RELAIS_TEXT);
	}
	if (!*has_status)
		done = done && add_column(a, "status", RELAIS_CODE);
	if (in->options->intervals || in->options->audit)
		done = done && add_column(a, "low", RELAIS_NUMBER) &&
		       add_column(a, "high", RELAIS_NUMBER);
	return done;
}

static void add_status(rowlist *list, const tab_cell *cell)
{
	const char status[] = { cell->status, '\0' };

	rowlist_text(list, status);
}

static void add_bound(rowlist *list, const input_row *row, int64_t bound, bool is_known)
{
	if (is_known)
		rowlist_number(list, (number){ bound, row->value.decimals });
	else
		rowlist_null(list);
}

/* Numbers are written as every answer writes them: a decimal point, no thousands. */
static void add_cell(rowlist *list, const table_in *in, const input_row *row, size_t c)
{
	switch (in->roles[c]) {
	case ROLE_VALUE: rowlist_number(list, row->value); break;
	case ROLE_LARGEST:
		if (row->cells[c] && *row->cells[c])
			rowlist_number(list, row->largest);
		else
			rowlist_null(list);
		break;
	default: rowlist_text(list, row->cells[c]);
	}
}

static void add_row(const answer *a, const table_in *in, const input_row *row, bool has_status)
{
	const tab_cell *cell = tab_at(in->cells, row->cell);
	bool is_hidden = cell->status != CELL_VISIBLE;

	for (size_t c = 0; c < in->column_count; c++) {
		int role = in->roles[c];
		bool tells = role == ROLE_VALUE || role == ROLE_LARGEST || role == ROLE_SECOND;

		if (role == ROLE_STATUS)
			add_status(a->list, cell);
		else if (tells && is_hidden && in->options->hide)
			rowlist_null(a->list);
		else
			add_cell(a->list, in, row, c);
	}
	if (!has_status)
		add_status(a->list, cell);
	if (in->options->intervals || in->options->audit) {
		add_bound(a->list, row, cell->low, is_hidden && cell->has_low);
		add_bound(a->list, row, cell->high, is_hidden && cell->has_high);
	}
	rowlist_end_row(a->list);
}

relais_status protect_answer(const table_in *in, relais_rows **out, relais_error *err)
{
	answer *a = calloc(1, sizeof *a);
	bool has_status = false;
	relais_status rc;

	*out = NULL;
	if (!a || !name_columns(a, in, &has_status) ||
		!(a->list = rowlist_new(a->columns, a->count))) {
		if (a)
			close(a);
		return fail_memory(err);
	}
	for (size_t i = 0; i < in->row_count; i++)
		add_row(a, in, &in->rows[i], has_status);
	rc = rowlist_rows(a->list, &a->rows, err);
	a->list = NULL;
	if (rc == RELAIS_OK)
		return rows_new(out, a->columns, a->count, next, close, a, err);
	close(a);
	return rc;
}
