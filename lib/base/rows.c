/* SPDX-License-Identifier: MIT
 * Rows from any source, and a list of rows in memory: one flat array of cells, their text
 * packed in an arena, so that thousands of rows cost a few allocations.
 */
#include <inttypes.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "error.h"
#include "rows.h"

struct rowlist {
	const relais_column *columns;
	size_t count; /* columns */
	const char **cells; /* row after row */
	relais_type *types; /* of the cells; NULL: all are of their columns' */
	size_t used, capacity; /* cells */
	size_t in_row; /* cells of the row being written */
	size_t position; /* cell to read next */
	bool no_memory, misshapen;
	arena text;
};

int rows_column(const relais_rows *rows, const char *name)
{
	for (size_t i = 0; i < rows->count; i++)
		if (!strcmp(rows->columns[i].name, name))
			return (int)i;
	return -1;
}

const char *row_cell(const relais_row *row, int column)
{
	const char *cell =
		column >= 0 && (size_t)column < row->count ? row->cells[column] : NULL;

	return cell && *cell ? cell : NULL;
}

relais_status rows_new(relais_rows **out, const relais_column *columns, size_t count,
	relais_status (*next)(void *, relais_row *, relais_error *), void (*close)(void *),
	void *self, relais_error *err)
{
	relais_rows *rows = malloc(sizeof *rows);

	*out = NULL;
	if (!rows) {
		if (close)
			close(self);
		return fail_memory(err);
	}
	*rows = (relais_rows){ columns, count, next, close, self, NULL };
	*out = rows;
	return RELAIS_OK;
}

relais_status rows_with_main(relais_rows **made, const char *main, relais_status rc)
{
	if (rc == RELAIS_OK)
		(*made)->main = main;
	return rc;
}

const relais_column *relais_rows_columns(const relais_rows *rows, size_t *count)
{
	*count = rows->count;
	return rows->columns;
}

relais_status relais_rows_next(relais_rows *rows, relais_row *row, relais_error *err)
{
	return rows->next(rows->self, row, err);
}

void relais_rows_close(relais_rows *rows)
{
	if (!rows)
		return;
	if (rows->close)
		rows->close(rows->self);
	free(rows);
}

rowlist *rowlist_new(const relais_column *columns, size_t count)
{
	rowlist *list = calloc(1, sizeof *list);

	if (list) {
		list->columns = columns;
		list->count = count;
	}
	return list;
}

static bool make_room(rowlist *list)
{
	size_t capacity = list->capacity ? list->capacity * 2 : 64;
	const char **cells;

	if (list->used < list->capacity)
		return true;
	if (capacity > SIZE_MAX / sizeof *cells)
		return false;
	if (!(cells = realloc(list->cells, capacity * sizeof *cells)))
		return false;
	list->cells = cells;
	if (list->types) {
		relais_type *types = realloc(list->types, capacity * sizeof *types);

		if (!types)
			return false;
		list->types = types;
	}
	list->capacity = capacity;
	return true;
}

static void add_cell(rowlist *list, const char *cell)
{
	const char *copy = arena_string(&list->text, cell);

	if (list->in_row == list->count)
		list->misshapen = true;
	else if ((cell && !copy) || !make_room(list))
		list->no_memory = true;
	else {
		if (list->types)
			list->types[list->used] = list->columns[list->in_row].type;
		list->cells[list->used++] = copy;
		list->in_row++;
	}
}

void rowlist_text(rowlist *list, const char *cell)
{
	add_cell(list, cell);
}

void rowlist_null(rowlist *list)
{
	add_cell(list, NULL);
}

void rowlist_count(rowlist *list, int64_t value)
{
	char text[32];

	snprintf(text, sizeof text, "%" PRId64, value);
	add_cell(list, text);
}

void rowlist_number(rowlist *list, number value)
{
	char text[NUMBER_SIZE];

	number_print(value, text);
	add_cell(list, text);
}

void rowlist_real(rowlist *list, double value)
{
	double fine = value * 1e6;

	if (isnan(value))
		add_cell(list, NULL);
	else if (fabs(fine) < 9e18)
		rowlist_number(list, (number){ llround(fine), 6 });
	else
		rowlist_number(list, (number){ llround(value), 0 });
}

void rowlist_period(rowlist *list, relais_period period)
{
	char text[16];

	relais_period_print(period, text);
	add_cell(list, text);
}

void rowlist_day(rowlist *list, relais_day day)
{
	char text[16];

	relais_day_print(day, text);
	add_cell(list, day == RELAIS_NO_DAY ? NULL : text);
}

void rowlist_as(rowlist *list, relais_type type)
{
	if (!list->in_row || list->no_memory)
		return;
	if (!list->types) {
		list->types = malloc(list->capacity * sizeof *list->types);
		if (!list->types) {
			list->no_memory = true;
			return;
		}
		for (size_t i = 0; i < list->used; i++)
			list->types[i] = list->columns[i % list->count].type;
	}
	list->types[list->used - 1] = type;
}

void rowlist_end_row(rowlist *list)
{
	while (list->in_row < list->count && !list->no_memory)
		add_cell(list, NULL);
	list->in_row = 0;
}

void rowlist_free(rowlist *list)
{
	if (!list)
		return;
	free(list->cells);
	free(list->types);
	arena_free(&list->text);
	free(list);
}

static relais_status next_row(void *self, relais_row *row, relais_error *err)
{
	rowlist *list = self;

	(void)err;
	if (list->position == list->used)
		return RELAIS_END;
	*row = (relais_row){ list->count, list->cells + list->position,
		list->types ? list->types + list->position : NULL };
	list->position += list->count;
	return RELAIS_OK;
}

static void close_list(void *self)
{
	rowlist_free(self);
}

relais_status rowlist_rows(rowlist *list, relais_rows **out, relais_error *err)
{
	relais_status status = RELAIS_OK;

	*out = NULL;
	if (!list)
		return fail_memory(err);
	if (list->no_memory)
		status = fail_memory(err);
	else if (list->misshapen || list->in_row)
		status = fail(err, RELAIS_E_USAGE, "a row does not have exactly %zu cells",
			list->count);
	if (status != RELAIS_OK) {
		rowlist_free(list);
		return status;
	}
	return rows_new(out, list->columns, list->count, next_row, close_list, list, err);
}
