/* SPDX-License-Identifier: MIT
 * Offices without a manager (S2): the last figure of direction_pourvue that an office sent is 0.
 */
#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../../base/words.h"
#include "../study/inside.h"
#include "find_rows.h"
#include "findings.h"

static const char manager[] = "direction_pourvue";

/* The last word of each office: rows come by period, then office. */
static relais_status read_rows(
	study *s, relais_rows *rows, bool *has, relais_period *since, relais_error *err)
{
	int office_at = find_column(rows, "office"), value = find_column(rows, "value");
	int period = find_column(rows, "period");
	relais_row row;
	relais_status rc;

	while ((rc = relais_rows_next(rows, &row, err)) == RELAIS_OK) {
		const office *o = roster_office(&s->offices, find_cell(&row, office_at));
		const char *said = find_cell(&row, period), *is = find_cell(&row, value);
		relais_period when;
		size_t at = o ? (size_t)(o - s->offices.offices) : 0;

		if (!o || !*is || !period_read(said, strlen(said), &when) ||
			period_first_day(when) > s->day || when < since[at])
			continue;
		since[at] = when;
		has[at] = strcmp(is, "0") != 0;
	}
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

static void tell(findings *f, const study *s, const bool *has, const relais_period *since)
{
	for (size_t i = 0; i < s->offices.count; i++) {
		const office *o = &s->offices.offices[i];
		char period[16];

		if (!since[i] || has[i] || !office_is_active(o, s->day, s->day))
			continue;
		relais_period_print(since[i], period);
		findings_add(f, FINDING_NOTICE, "office-without-manager", o->code, o->name,
			RELAIS_NO_DAY, N_("no manager in post, by its figure of %s"), period);
	}
}

static relais_status look(findings *f, study *s, relais_error *err)
{
	bool *has = calloc(s->offices.count + 1, sizeof *has);
	relais_period *since = calloc(s->offices.count + 1, sizeof *since);
	relais_rows *rows = NULL;
	relais_status rc = RELAIS_OK;

	if (!has || !since)
		rc = fail_memory(err);
	if (rc == RELAIS_OK)
		rc = relais_ask_values(f->store, &f->question, &rows, err);
	if (rc == RELAIS_OK)
		rc = read_rows(s, rows, has, since, err);
	if (rc == RELAIS_OK)
		tell(f, s, has, since);
	relais_rows_close(rows);
	free(has);
	free(since);
	return rc;
}

relais_status find_managers(findings *f, relais_error *err)
{
	const char *const names[] = { manager, NULL };
	const char *const *asked = f->question.indicators;
	study *s;
	relais_status rc = study_open(&s, f->store, &f->question, err);

	if (rc != RELAIS_OK)
		return rc;
	if (study_indicator_named(s, manager)) {
		f->question.indicators = names;
		rc = look(f, s, err);
		f->question.indicators = asked;
	}
	study_close(s);
	return rc;
}
