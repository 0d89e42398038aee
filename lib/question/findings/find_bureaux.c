/* SPDX-License-Identifier: MIT
 * Stations that stand on a bureau (code du tourisme, L133-13 and R133-37): its office is not of category
 * I, and it is to offer what that category asks for. Of that, figures tell the opening days.
 */
#include <string.h>

#include "../../base/date.h"
#include "../../base/error.h"
#include "../../base/period.h"
#include "../../base/words.h"
#include "../../model/criteria.h"
#include "../../store/store.h"
#include "../labels/labels.h"
#include "../sql.h"
#include "findings.h"

enum { LOOK_BACK = 3 }; /* years */

static const char shown_by[] = "jours_ouverture", grid[] = "2019", level[] = "I";

typedef struct opening {
	relais_period period; /* 0: nobody sent it */
	number days;
} opening;

/* What the bureau itself sent last, of a year that is over. */
static relais_status read_opening(const labels *l, const findings *f, const office *bureau,
	opening *out, relais_error *err)
{
	relais_period year = period_previous(period_of_day(l->day, LENGTH_YEAR));
	stmt *s;
	relais_status rc = stmt_prepare(&s, f->store, SQL(staff), err);

	*out = (opening){ .period = 0 };
	if (rc != RELAIS_OK)
		return rc;
	for (int i = 0; i < LOOK_BACK && rc == RELAIS_OK && !out->period; i++) {
		stmt_bind_text(s, ":indicator", shown_by);
		stmt_bind_int(s, ":period", year);
		stmt_bind_int(s, ":known", l->known);
		while ((rc = stmt_step(s, err)) == RELAIS_OK)
			if (stmt_int(s, 0) == bureau->id)
				*out = (opening){ year,
					{ stmt_int(s, 1), (int)stmt_int(s, 2) } };
		rc = rc == RELAIS_END ? RELAIS_OK : rc;
		stmt_reset(s);
		year = period_previous(year);
	}
	stmt_free(s);
	return rc;
}

static void tell(findings *f, const label *station, const office *bureau,
	const criterion *asked, const opening *shown)
{
	char has[NUMBER_SIZE], minimum[NUMBER_SIZE], year[16];
	bool has_part = false;
	number days;

	number_format(asked->minimum, asked->minimum.decimals, f->lang, false, minimum);
	if (!shown->period) {
		findings_add(f, FINDING_NOTICE, "station-on-bureau", station->holder,
			station->name, station->end,
			N_("stands on the bureau %s, whose services are to be those of category I: its opening days are not known (%s are asked for)"),
			bureau->code, minimum);
		return;
	}
	if (criterion_is_met(asked, shown->days))
		return;
	if (!number_rescale(shown->days, 0, &days, &has_part) || has_part)
		days = shown->days;
	number_format(days, days.decimals, f->lang, false, has);
	relais_period_print(shown->period, year);
	findings_add(f, FINDING_ALERT, "station-on-bureau", station->holder, station->name,
		station->end,
		N_("stands on the bureau %s, whose services are to be those of category I: it was open %s days in %s, %s are asked for"),
		bureau->code, has, year, minimum);
}

static relais_status look_at(findings *f, const labels *l, const label *station,
	const criterion *asked, relais_error *err)
{
	const office *bureau = roster_office(&l->offices, station->covered_by);
	const char *cover = labels_cover(l, station);
	opening shown;
	relais_status rc;

	if (!bureau || strcmp(cover, station->covered_by) == 0 ||
		labels_valid(l, cover, "classement", level, l->day))
		return RELAIS_OK;
	if ((rc = read_opening(l, f, bureau, &shown, err)) == RELAIS_OK)
		tell(f, station, bureau, asked, &shown);
	return rc;
}

relais_status findings_bureaux(findings *f, relais_error *err)
{
	const criterion *asked;
	criteria c;
	labels l;
	relais_status rc = labels_open(&l, f->store, &f->question, err);

	if (rc != RELAIS_OK)
		return rc;
	if (!criteria_load(&c))
		rc = fail_memory(err);
	asked = criterion_of(&c, grid, level, shown_by);
	for (size_t i = 0; rc == RELAIS_OK && asked && i < l.count; i++) {
		const label *one = &l.all[i];

		if (one->law && !strcmp(one->law->needs, "classement:I") &&
			label_is_current(one) && label_stands(one) && label_is_asked(&l, one))
			rc = look_at(f, &l, one, asked, err);
	}
	criteria_free(&c);
	labels_close(&l);
	return rc;
}
