/* SPDX-License-Identifier: MIT
 * The numbers of a row, and what they cannot be: fewer than no contributors, one that is larger
 * than the whole, a value that nobody made.
 */
#include <string.h>

#include "../base/error.h"
#include "../base/words.h"
#include "inside.h"

static const char *cell_of(const table_in *in, const char *const *cells, int role)
{
	for (size_t c = 0; c < in->column_count; c++)
		if (in->roles[c] == role)
			return cells[c];
	return NULL;
}

/* False: told. */
static bool read_number(
	table_in *in, const input_row *row, int role, const char *text, number *out)
{
	number_reading how;

	if (number_from_text(text, out))
		return true;
	how = number_read(text, strlen(text), 0, out);
	if (how == NUMBER_READ)
		return true;
	if (how == NUMBER_AMBIGUOUS)
		protect_fault(in, row, "ambiguous-number",
			N_("'%s' in '%s': are these thousands or decimals? Write it without thousands, with a decimal point"),
			text, protect_name(in, role));
	else
		protect_fault(in, row, "bad-number",
			N_("'%s' in '%s' is no number: the figure itself is needed to judge it"),
			text, protect_name(in, role));
	return false;
}

static number absolute(number n)
{
	n.units = n.units < 0 ? -n.units : n.units;
	return n;
}

static void check(table_in *in, const input_row *row, const char *const *cells)
{
	number value = absolute(row->value), both = row->largest, rest;
	const char *text = cell_of(in, cells, ROLE_VALUE);

	if (row->value.units < 0 && !in->options->is_signed)
		protect_fault(in, row, "negative-value",
			N_("'%s' is negative: with --signed the table may hold such values"),
			text);
	if (row->count == 0 && row->value.units != 0)
		protect_fault(in, row, "value-of-nobody",
			N_("'%s' without any contributor: correct the value or the number"),
			text);
	if (in->options->is_signed)
		return;
	if (number_order(row->largest, value) > 0)
		protect_fault(in, row, "largest-above-value",
			N_("the largest, '%s', is more than the whole, '%s'"),
			cell_of(in, cells, ROLE_LARGEST), text);
	else if (row->second.decimals >= 0 && number_order(row->second, row->largest) > 0)
		protect_fault(in, row, "second-above-largest",
			N_("the second, '%s', is more than the largest, '%s'"),
			cell_of(in, cells, ROLE_SECOND), cell_of(in, cells, ROLE_LARGEST));
	else if (row->second.decimals >= 0 &&
		 number_rescale(both, NUMBER_MAX_DECIMALS, &both, NULL) &&
		 number_rescale(row->second, NUMBER_MAX_DECIMALS, &rest, NULL) &&
		 number_add(&both.units, rest.units) && number_order(both, value) > 0)
		protect_fault(in, row, "largest-above-value",
			N_("the largest and the second, '%s' and '%s', are more than the whole, '%s'"),
			cell_of(in, cells, ROLE_LARGEST), cell_of(in, cells, ROLE_SECOND),
			text);
}

static void read_count(table_in *in, input_row *row, const char *text)
{
	number n;

	/* an audit can do without: every cell rests on somebody */
	row->count = in->rule.least_count > 0 ? in->rule.least_count : 1;
	if (!text || (in->options->audit && !*text) ||
		!read_number(in, row, ROLE_COUNT, text, &n))
		return;
	if (n.decimals || n.units < 0)
		protect_fault(in, row, "bad-count",
			N_("'%s' in '%s' is no number of contributors: 0, 1, 2 …"), text,
			protect_name(in, ROLE_COUNT));
	else
		row->count = n.units;
}

static void read_status(table_in *in, input_row *row, const char *text)
{
	row->status = CELL_VISIBLE;
	if (!text || !in->options->audit || !*text)
		return;
	if (!text[1] && strchr("ABPDV", text[0]))
		row->status = text[0];
	else
		protect_fault(in, row, "bad-status",
			N_("'%s' is no status: A, B, P or D where the cell is hidden, V where it is shown"),
			text);
}

relais_status protect_measure(
	table_in *in, input_row *row, const char *const *cells, relais_error *err)
{
	const char *largest = cell_of(in, cells, ROLE_LARGEST);
	const char *second = cell_of(in, cells, ROLE_SECOND);
	const char *value = cell_of(in, cells, ROLE_VALUE);
	unsigned long before = in->faults;

	(void)err;
	row->second.decimals = -1;
	read_count(in, row, cell_of(in, cells, ROLE_COUNT));
	read_status(in, row, cell_of(in, cells, ROLE_STATUS));
	read_number(in, row, ROLE_VALUE, value ? value : "", &row->value);
	if (largest && (*largest || (row->count && !in->options->audit)) &&
		read_number(in, row, ROLE_LARGEST, largest, &row->largest))
		row->largest = absolute(row->largest);
	if (second && *second && read_number(in, row, ROLE_SECOND, second, &row->second))
		row->second = absolute(row->second);
	if (in->faults == before)
		check(in, row, cells);
	return RELAIS_OK;
}
