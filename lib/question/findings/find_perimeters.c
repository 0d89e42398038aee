/* SPDX-License-Identifier: MIT
 * Perimeters that overlap (C1.5), and offices that count other communes than their perimeter has. An import
 * refuses an overlap; a merger or an undo can still bring one about.
 */
#include <stdlib.h>
#include <string.h>

#include "../../base/words.h"
#include "../perimeters/perimeters.h"
#include "find_last.h"

static void tell_overlaps(findings *f, const perimeters *p)
{
	for (size_t i = 1; i < p->count; i++) {
		const covered *a = &p->all[i - 1], *b = &p->all[i];

		if (strcmp(a->commune, b->commune) != 0)
			continue;
		if (a->is_station)
			findings_add(f, FINDING_NOTICE, "perimeter-station", a->commune,
				a->name, RELAIS_NO_DAY,
				N_("a station that %s and %s both cover: it may keep the office of its commune, and the other leaves it out"),
				a->by->code, b->by->code);
		else
			findings_add(f, FINDING_ALERT, "perimeter-overlap", a->commune, a->name,
				RELAIS_NO_DAY,
				N_("%s and %s both cover it: perimeters may not overlap"),
				a->by->code, b->by->code);
	}
}

/* The perimeter at the end of the period that a figure is of. */
static relais_status tell_counts(
	findings *f, const study *s, const last_figure *figures, relais_error *err)
{
	relais_day at = RELAIS_NO_DAY;
	perimeters then = { 0 };
	relais_status rc = RELAIS_OK;

	for (size_t i = 0; rc == RELAIS_OK && i < s->offices.count; i++) {
		const office *o = &s->offices.offices[i];
		relais_day day = figures[i].period ? period_last_day(figures[i].period) : at;
		char period[16], said[NUMBER_SIZE];
		int64_t count;

		if (!figures[i].period || o->bureau_of || !office_is_active(o, s->day, s->day))
			continue;
		if (day != at) {
			perimeters_free(&then);
			at = day;
			rc = perimeters_load(&then, f->store, &s->offices, s->known, day, err);
		}
		count = rc == RELAIS_OK ? perimeters_of(&then, o->code) : 0;
		if (!count || number_order(figures[i].value, (number){ count, 0 }) == 0)
			continue;
		relais_period_print(figures[i].period, period);
		number_print(figures[i].value, said);
		findings_add(f, FINDING_NOTICE, "communes-differ", o->code, o->name,
			RELAIS_NO_DAY,
			N_("it counts %s communes in %s, its perimeter has %lld"), said, period,
			(long long)count);
	}
	perimeters_free(&then);
	return rc;
}

relais_status findings_perimeters(findings *f, relais_error *err)
{
	last_figure *figures = NULL;
	perimeters now = { 0 };
	study *s;
	relais_status rc = study_open(&s, f->store, &f->question, err);

	if (rc != RELAIS_OK)
		return rc;
	rc = perimeters_load(&now, f->store, &s->offices, s->known, s->day, err);
	if (rc == RELAIS_OK && now.count) {
		tell_overlaps(f, &now);
		rc = find_last(f, s, "communes_nb", &figures, err);
	}
	if (rc == RELAIS_OK && figures)
		rc = tell_counts(f, s, figures, err);
	free(figures);
	perimeters_free(&now);
	study_close(s);
	return rc;
}
