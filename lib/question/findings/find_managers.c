/* SPDX-License-Identifier: MIT
 * Offices without a manager (S2): the last figure of direction_pourvue that an office sent is 0.
 */
#include <stdlib.h>

#include "../../base/words.h"
#include "find_last.h"

static void tell(findings *f, const study *s, const last_figure *figures)
{
	for (size_t i = 0; i < s->offices.count; i++) {
		const office *o = &s->offices.offices[i];
		char period[16];

		if (!figures[i].period || figures[i].value.units != 0 ||
			!office_is_active(o, s->day, s->day))
			continue;
		relais_period_print(figures[i].period, period);
		findings_add(f, FINDING_NOTICE, "office-without-manager", o->code, o->name,
			RELAIS_NO_DAY, N_("no manager in post, by its figure of %s"), period);
	}
}

relais_status find_managers(findings *f, relais_error *err)
{
	last_figure *figures = NULL;
	study *s;
	relais_status rc = study_open(&s, f->store, &f->question, err);

	if (rc != RELAIS_OK)
		return rc;
	rc = find_last(f, s, "direction_pourvue", &figures, err);
	if (rc == RELAIS_OK && figures)
		tell(f, s, figures);
	free(figures);
	study_close(s);
	return rc;
}
