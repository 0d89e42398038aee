/* SPDX-License-Identifier: MIT
 * The programme: actions whose day is gone, resolutions that nothing is planned for. A store that
 * holds no plan at all is not asked for one.
 */
#include <string.h>

#include "../../base/date.h"
#include "../../base/words.h"
#include "../programme/status.h"
#include "findings.h"

/* Is it of the offices that are asked about, if any are? An action of no office in particular is the
 * whole network's. */
static bool concerns(const action *a, const relais_question *q)
{
	bool any = !q->offices;

	for (const char *const *o = q->offices; o && *o; o++) {
		const char *at = a->offices ? strstr(a->offices, *o) : NULL;
		size_t length = strlen(*o);

		for (; at && !any; at = strstr(at + 1, *o))
			any = (at == a->offices || at[-1] == ' ') &&
			      (at[length] == '\0' || at[length] == ' ');
	}
	return any && !q->territories;
}

relais_status find_actions(findings *f, relais_error *err)
{
	status s;
	relais_status rc = status_open(&s, f->store, &f->question, err);

	if (rc != RELAIS_OK)
		return rc;
	for (size_t i = 0; i < s.action_count; i++) {
		const action *a = &s.actions[i];
		relais_day due;

		if (!a->is_late || !concerns(a, &f->question) ||
			!day_read(a->due_on, strlen(a->due_on), &due))
			continue;
		if (a->owner)
			findings_add(f, FINDING_ALERT, "action-late", a->code, a->title, due,
				N_("late: in charge, %s"), a->owner);
		else
			findings_add(f, FINDING_ALERT, "action-late", a->code, a->title, due,
				N_("late: nobody is in charge"));
	}
	status_close(&s);
	return RELAIS_OK;
}

static bool is_over(const char *declared)
{
	return declared && (!strcmp(declared, "fait") || !strcmp(declared, "abandonne") ||
				   !strcmp(declared, "reporte"));
}

relais_status find_resolutions(findings *f, relais_error *err)
{
	status s;
	relais_status rc;

	if (f->question.offices || f->question.territories)
		return RELAIS_OK; /* a resolution is of the network */
	rc = status_open(&s, f->store, &f->question, err);
	if (rc != RELAIS_OK)
		return rc;
	for (size_t i = 0; s.action_count && i < s.count; i++) {
		const resolution *r = &s.resolutions[i];

		if (!is_over(r->declared) && !status_achieved(&s, r->code).actions)
			findings_add(f, FINDING_NOTICE, "resolution-idle", r->code, r->label,
				RELAIS_NO_DAY, N_("no action is planned for it"));
	}
	status_close(&s);
	return RELAIS_OK;
}
