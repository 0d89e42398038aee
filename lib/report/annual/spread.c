/* SPDX-License-Identifier: MIT
 * The median and the quartiles of the offices: asked of the question that tells them, so that a review
 * tells no more than it does.
 */
#include <string.h>

#include "../../base/error.h"
#include "../answer.h"
#include "inside.h"

static relais_status keep(note *n, const relais_rows *rows, const relais_row *row, spreads *out,
	relais_error *err)
{
	office_spread *one = arena_alloc(&n->memory, sizeof *one);
	const struct {
		const char **to;
		const char *column;
	} texts[] = { { &one->code, "indicator" }, { &one->group, "group" },
		{ &one->quartiles[QUARTILE_LOW], "q1" },
		{ &one->quartiles[QUARTILE_MEDIAN], "median" },
		{ &one->quartiles[QUARTILE_HIGH], "q3" } };

	if (!one)
		return fail_memory(err);
	*one = (office_spread){ .next = out->first };
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		const char *cell = row_cell(row, rows_column(rows, texts[i].column));

		if (cell && !(*texts[i].to = arena_string(&n->memory, cell)))
			return fail_memory(err);
	}
	if (!one->group)
		one->group = "";
	one->is_any = row_cell(row, rows_column(rows, "offices")) &&
		      strcmp(row_cell(row, rows_column(rows, "offices")), "0") != 0;
	out->first = one;
	return RELAIS_OK;
}

relais_status spreads_ask(
	note *n, const char *const *codes, const char *by, spreads *out, relais_error *err)
{
	const relais_distribution how = { .in_classes = false };
	relais_question q = n->question;
	relais_rows *rows = NULL;
	relais_row row;
	relais_status rc;

	*out = (spreads){ NULL };
	q.indicators = codes;
	q.span = n->this_month;
	q.by = by;
	rc = relais_ask_distribution(n->store, &q, &how, &rows, err);
	while (rc == RELAIS_OK && (rc = relais_rows_next(rows, &row, err)) == RELAIS_OK)
		rc = keep(n, rows, &row, out, err);
	relais_rows_close(rows);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

const office_spread *spread_named(const spreads *all, const char *code, const char *group)
{
	const office_spread *s = all->first;

	while (s && (strcmp(s->code, code) != 0 || strcmp(s->group, group) != 0))
		s = s->next;
	return s;
}

const char *tell_quartile(note *n, topic at, const office_spread *s, quartile which)
{
	static const char *const names[] = { "first_quartile", "median", "third_quartile" };
	number exact;

	if (!s || !s->is_any)
		return NULL;
	if (!s->quartiles[which] || !number_from_text(s->quartiles[which], &exact))
		return tell_withheld(&n->teller, at, names[which]);
	return tell_amount(&n->teller, at, names[which], exact);
}
