/* SPDX-License-Identifier: MIT
 * The numbers of a row, and what they cannot be: fewer than no contributors, one that is larger
 * than the whole, a value that nobody made.
 */
#include <string.h>

#include "../base/error.h"
#include "../base/text.h"
#include "../base/words.h"
#include "inside.h"

static const char *cell_of(const table_in *in, const char *const *cells, int role)
{
	/* a table of counts: its figures are the numbers of contributors */
	if (role == ROLE_COUNT &&
		text_same(protect_name(in, role), protect_name(in, ROLE_VALUE)))
		role = ROLE_VALUE;
	for (size_t c = 0; c < in->column_count; c++)
		if (in->roles[c] == role)
			return cells[c];
	return NULL;
}

/* False: told. */
static bool read_number(
	table_in *in, const input_row *row, int role, const char *said, number *out)
{
	number_reading how;

	how = number_from_text(said, out) ? NUMBER_READ
					  : number_read(said, strlen(said), 0, out);
	/* the least there is has no absolute value */
	if (how == NUMBER_READ && out->units != INT64_MIN)
		return true;
	if (how == NUMBER_AMBIGUOUS)
		protect_fault(in, row, "ambiguous-number",
			N_("'%s' in '%s': are these thousands or decimals? Write it without thousands, with a decimal point"),
			said, protect_name(in, role));
	else
		protect_fault(in, row, "bad-number",
			N_("'%s' in '%s' is no number: the figure itself is needed to judge it"),
			said, protect_name(in, role));
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
	const char *said = cell_of(in, cells, ROLE_VALUE);

	if (row->value.units < 0 && !in->options->is_signed)
		protect_fault(in, row, "negative-value",
			N_("'%s' is negative: with --signed the table may hold such values"),
			said);
	if (row->count == 0 && row->value.units != 0)
		protect_fault(in, row, "value-of-nobody",
			N_("'%s' without any contributor: correct the value or the number"),
			said);
	if (in->options->is_signed)
		return;
	if (number_order(row->largest, value) > 0)
		protect_fault(in, row, "largest-above-value",
			N_("the largest, '%s', is more than the whole, '%s'"),
			cell_of(in, cells, ROLE_LARGEST), said);
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
			said);
}

static void read_count(table_in *in, input_row *row, const char *said)
{
	number n;

	/* an audit can do without: every cell rests on somebody */
	row->count = in->rule.least_count > 0 ? in->rule.least_count : 1;
	if (!said || (in->options->audit && !*said) ||
		!read_number(in, row, ROLE_COUNT, said, &n))
		return;
	if (n.decimals || n.units < 0)
		protect_fault(in, row, "bad-count",
			N_("'%s' in '%s' is no number of contributors: 0, 1, 2 …"), said,
			protect_name(in, ROLE_COUNT));
	else
		row->count = n.units;
}

static void read_status(table_in *in, input_row *row, const char *said)
{
	row->status = CELL_VISIBLE;
	if (!said || !in->options->audit || !*said)
		return;
	if (!said[1] && strchr("ABPDV", said[0]))
		row->status = said[0];
	else
		protect_fault(in, row, "bad-status",
			N_("'%s' is no status: A, B, P or D where the cell is hidden, V where it is shown"),
			said);
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
