/* SPDX-License-Identifier: MIT
 * Last figures, out of the rows of `values`: those that nobody sent are not there.
 */
#include "find_last.h"

#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "find_rows.h"

static relais_status read_rows(
	study *s, relais_rows *rows, last_figure *figures, relais_error *err)
{
	int office_at = rows_column(rows, "office"), value_at = rows_column(rows, "value");
	int period_at = rows_column(rows, "period");
	relais_row row;
	relais_status rc;

	while ((rc = relais_rows_next(rows, &row, err)) == RELAIS_OK) {
		const office *o = roster_office(&s->offices, find_cell(&row, office_at));
		const char *said = find_cell(&row, period_at);
		last_figure one, *at;

		if (!o || !number_from_text(find_cell(&row, value_at), &one.value) ||
			!period_read(said, strlen(said), &one.period))
			continue;
		at = &figures[o - s->offices.offices];
		if (period_last_day(one.period) <= s->day && one.period >= at->period)
			*at = one;
	}
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

relais_status find_last(
	findings *f, study *s, const char *code, last_figure **out, relais_error *err)
{
	const char *const names[] = { code, NULL };
	relais_question q = f->question;
	relais_rows *rows = NULL;
	relais_status rc;

	*out = NULL;
	if (!study_indicator_named(s, code))
		return RELAIS_OK;
	if (!(*out = calloc(s->offices.count + 1, sizeof **out)))
		return fail_memory(err);
	q.indicators = names;
	rc = relais_ask_values(f->store, &q, &rows, err);
	if (rc == RELAIS_OK)
		rc = read_rows(s, rows, *out, err);
	relais_rows_close(rows);
	return rc;
}
