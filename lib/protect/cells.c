/* SPDX-License-Identifier: MIT
 * From rows to cells: all in the same decimals, each once; the same cell in two files is one
 * cell and says the same in both.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../base/error.h"
#include "../base/words.h"
#include "inside.h"

static int finest(const table_in *in)
{
	int decimals = 0;

	for (size_t i = 0; i < in->row_count; i++) {
		const input_row *row = &in->rows[i];

		if (row->value.decimals > decimals)
			decimals = row->value.decimals;
		if (row->largest.decimals > decimals)
			decimals = row->largest.decimals;
		if (row->second.decimals > decimals)
			decimals = row->second.decimals;
	}
	return decimals;
}

static bool scale_row(table_in *in, input_row *row, int decimals)
{
	if (number_rescale(row->value, decimals, &row->value, NULL) &&
		number_rescale(row->largest, decimals, &row->largest, NULL) &&
		(row->second.decimals < 0 ||
			number_rescale(row->second, decimals, &row->second, NULL)))
		return true;
	protect_fault(in, row, "number-too-big",
		N_("this number is too big beside others with %d decimals: round them"),
		decimals);
	return false;
}

/* The code of one dimension as the table knows it, NULL for the total; false: told. */
static bool code_of(table_in *in, const input_row *row, size_t at, const char **code)
{
	axis *a = &in->axes[at];
	const char *cell = "";
	int64_t known;

	for (size_t c = 0; c < in->column_count; c++)
		if (in->roles[c] == ROLE_DIMENSION + (int)at && row->cells[c])
			cell = row->cells[c];
	*code = NULL;
	if (protect_is_total(in, cell))
		return true;
	if (map_get(&a->codes, cell, strlen(cell), &known)) {
		*code = known ? cell : NULL;
		return true;
	}
	if (a->trees) {
		protect_fault(in, row, "not-in-hierarchy",
			N_("'%s' of '%s' is not in %s: add it with its parent"), cell, a->name,
			a->files);
		return false;
	}
	*code = cell;
	return map_put(&a->codes, cell, strlen(cell), 1) &&
	       tab_member(in->cells, at, 0, cell, "");
}

static tab_cell cell_of_row(const table_in *in, const input_row *row)
{
	int64_t size = row->value.units < 0 ? -row->value.units : row->value.units;
	int64_t second = row->second.decimals < 0 ? SECOND_UNKNOWN : row->second.units;

	if (in->options->is_signed && row->largest.units > size)
		size = row->largest.units; /* signs mix: at least that much was moved */
	return (tab_cell){ .value = row->value.units,
		.of = { row->count, size, row->largest.units, second },
		.status = row->status };
}

static void told_before(table_in *in, const input_row *row)
{
	const input_row *first = in->row_of[row->cell];
	char name[256];

	protect_spell(in, row, name, sizeof name);
	if (first->input == row->input)
		protect_fault(in, row, "duplicate-cell",
			N_("'%s' is there already, on line %lu: keep one"), name, first->line);
	else if (first->value.units != row->value.units || first->count != row->count ||
		 first->largest.units != row->largest.units || first->status != row->status)
		protect_fault(in, row, "cells-differ",
			N_("'%s' is not the same on line %lu of %s: correct the one or the other"),
			name, first->line, first->input);
}

static relais_status add_row(table_in *in, input_row *row, relais_error *err)
{
	const char *codes[TAB_DIMENSIONS] = { NULL };
	tab_cell cell = cell_of_row(in, row);
	bool is_new;

	for (size_t at = 0; at < in->axis_count; at++)
		if (!code_of(in, row, at, &codes[at]))
			return RELAIS_OK;
	if ((row->cell = tab_add(in->cells, codes, &cell, &is_new)) == TAB_NONE)
		return fail_memory(err);
	if (is_new)
		in->row_of[row->cell] = row;
	else
		told_before(in, row);
	return RELAIS_OK;
}

relais_status protect_cells(table_in *in, relais_error *err)
{
	int decimals = finest(in);
	relais_status rc;

	in->cells = tab_new();
	in->row_of = calloc(in->row_count + 1, sizeof *in->row_of);
	if (!in->cells || !in->row_of)
		return fail_memory(err);
	for (size_t at = 0; at < in->axis_count; at++)
		if (tab_dimension(in->cells, "") == TAB_NONE)
			return fail_memory(err);
	rc = protect_hierarchies(in, err);
	for (size_t i = 0; i < in->row_count && rc == RELAIS_OK; i++)
		if (scale_row(in, &in->rows[i], decimals))
			rc = add_row(in, &in->rows[i], err);
	if (rc == RELAIS_OK)
		rc = protect_faults(in, err);
	return rc == RELAIS_OK ? tab_close(in->cells, err) : rc;
}
