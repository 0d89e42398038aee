/* SPDX-License-Identifier: MIT
 * A table in, the same table with the status of every cell out: relais_protect.
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../base/error.h"
#include "../base/text.h"
#include "../base/words.h"
#include "inside.h"

static relais_status threshold(
	const char *said, number usual, const char *option, number *out, relais_error *err)
{
	*out = usual;
	if (said && (!number_from_text(said, out) || out->units < 0))
		return fail(err, RELAIS_E_USAGE,
			"'%s' is no percentage for '%s': write 85 or 12.5", said, option);
	return RELAIS_OK;
}

relais_status protect_settings(table_in *in, relais_error *err)
{
	const relais_protect_options *o = in->options;
	number count = { 3, 0 };
	relais_status rc = threshold(
		o->dominance, (number){ 85, 0 }, "--dominance", &in->rule.dominance, err);

	if (rc == RELAIS_OK)
		rc = threshold(o->p, (number){ 0, 0 }, "--p", &in->rule.p, err);
	in->audit = tab_audit_usual;
	if (rc == RELAIS_OK)
		rc = threshold(o->margin, in->audit.margin, "--margin", &in->audit.margin, err);
	in->audit.is_signed = o->is_signed;
	in->audit.to_the_ends = o->intervals;
	if (rc != RELAIS_OK)
		return rc;
	if (o->least_count && (!number_from_text(o->least_count, &count) || count.decimals ||
				      count.units < 0))
		return fail(err, RELAIS_E_USAGE,
			"'%s' is no number of contributors for '%s': write 3", o->least_count,
			"--n");
	in->rule.least_count = count.units;
	return RELAIS_OK;
}

void protect_fault(table_in *in, const input_row *at, const char *rule, const char *format, ...)
{
	char sentence[512];
	relais_diagnostic said = { RELAIS_REJECTED, at->input, at->line, 0, rule, sentence,
		NULL };
	va_list values;

	in->faults++;
	if (!in->options->tell || in->faults > 20)
		return;
	va_start(values, format);
	vsnprintf(sentence, sizeof sentence, words(in->options->lang, format), values);
	va_end(values);
	in->options->tell(in->options->tell_self, &said);
}

relais_status protect_faults(const table_in *in, relais_error *err)
{
	if (!in->faults)
		return RELAIS_OK;
	return fail(err, RELAIS_E_DATA,
		"faults in the table: %lu. Correct them, nothing was protected", in->faults);
}

void protect_spell(const table_in *in, const input_row *row, char *out, size_t size)
{
	size_t used = 0;

	*out = '\0';
	for (size_t c = 0; c < in->column_count && used < size; c++)
		if (in->roles[c] >= ROLE_DIMENSION)
			used += (size_t)snprintf(out + used, size - used, "%s%s",
				used ? " × " : "",
				row->cells[c] && *row->cells[c] ? row->cells[c] : "total");
}

static void bad_line(void *self, size_t total, int64_t sum)
{
	table_in *in = self;
	const input_row *row = in->row_of[total];
	number n = { sum, row->value.decimals };
	char cell[256], sums[NUMBER_SIZE], its[NUMBER_SIZE];

	protect_spell(in, row, cell, sizeof cell);
	number_print(n, sums);
	number_print(row->value, its);
	protect_fault(in, row, "not-additive",
		N_("'%s' is %s, and what is under it sums up to %s: correct the one or the other"),
		cell, its, sums);
}

static void tell_cell(table_in *in, const tab_cell *cell, const input_row *row)
{
	char name[256], low[NUMBER_SIZE], high[NUMBER_SIZE];

	protect_spell(in, row, name, sizeof name);
	number_print((number){ cell->low, row->value.decimals }, low);
	number_print((number){ cell->high, row->value.decimals }, high);
	if (cell->is_exposed)
		protect_fault(in, row, "exposed-cell",
			N_("'%s' is hidden, but whoever reads the table can compute that it is between %s and %s: hide more cells of its sums"),
			name, low, high);
	else if (cell->status == CELL_VISIBLE &&
		 rule_judge(&in->rule, &cell->of) != CELL_VISIBLE)
		protect_fault(in, row, "secret-cell",
			N_("'%s' is shown, and the rules hide it: too few contribute, or one too much"),
			name);
}

/* Cells that are hidden together in one line, and tell of one another's contributors. */
static void bad_union(void *self, size_t total)
{
	table_in *in = self;
	char name[256];

	protect_spell(in, in->row_of[total], name, sizeof name);
	protect_fault(in, in->row_of[total], "exposed-sum",
		N_("what is hidden under '%s' is known as one sum, and that breaks the rules: hide one more"),
		name);
}

static relais_status audit(table_in *in, relais_error *err)
{
	size_t exposed;
	relais_status rc = tab_audit(in->cells, &in->rule, &in->audit, &exposed, err);

	for (size_t c = 0; rc == RELAIS_OK && c < tab_cells(in->cells); c++)
		tell_cell(in, tab_at(in->cells, c), in->row_of[c]);
	if (rc == RELAIS_OK)
		tab_check_unions(in->cells, &in->rule, bad_union, in);
	return rc;
}

static relais_status work(table_in *in, relais_error *err)
{
	const relais_protect_options *o = in->options;
	relais_status rc = RELAIS_OK;

	if (o->audit)
		in->audit.to_the_ends = true;
	else if (o->optimal)
		rc = tab_protect_best(in->cells, &in->rule, &in->audit, o->by_count, err);
	else
		rc = tab_protect(in->cells, &in->rule, &in->audit, err);
	return rc == RELAIS_OK && (o->audit || o->intervals) ? audit(in, err) : rc;
}

static void table_in_free(table_in *in)
{
	for (size_t i = 0; i < in->axis_count; i++)
		map_free(&in->axes[i].codes);
	tab_free(in->cells);
	free(in->rows);
	free(in->row_of);
	arena_free(&in->memory);
}

relais_status relais_protect(const char *const *paths, const relais_protect_options *options,
	relais_rows **out, size_t *exposed, relais_error *err)
{
	table_in in = { .options = options };
	relais_status rc = protect_settings(&in, err);

	*out = NULL;
	*exposed = 0;
	for (; rc == RELAIS_OK && *paths; paths++)
		rc = protect_read(&in, *paths, err);
	if (rc == RELAIS_OK)
		rc = protect_faults(&in, err);
	if (rc == RELAIS_OK)
		rc = protect_cells(&in, err);
	if (rc == RELAIS_OK && tab_check(in.cells, bad_line, &in))
		rc = protect_faults(&in, err);
	if (rc == RELAIS_OK)
		rc = work(&in, err);
	if (rc == RELAIS_OK) {
		*exposed = in.faults;
		rc = protect_answer(&in, out, err);
	}
	table_in_free(&in);
	return rc;
}
