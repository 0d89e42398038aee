/* SPDX-License-Identifier: MIT
 * Labels that ended, end, or wait for a step the law has a day for; communes whose denomination has
 * lost what it stands on.
 */
#include <stdio.h>
#include <string.h>

#include "../../base/date.h"
#include "../../base/words.h"
#include "../labels/labels.h"
#include "findings.h"

enum { REMINDED_DAYS = 30 /* that a reminder is told after its day */ };

static const char *subject(const label *one)
{
	return *one->carrier ? one->carrier : one->holder;
}

/* "Classement of the office II" */
static void describe(const findings *f, const label *one, char out[160])
{
	const char *name = one->law ? one->law->label[f->lang] : one->scheme;

	snprintf(out, 160, "%s%s%s", name, *one->level ? " " : "", one->level);
}

/* " (endangers …)" or "". */
static void danger(const findings *f, const label *one, char out[400])
{
	out[0] = '\0';
	if (*one->endangers)
		snprintf(out, 400, words(f->lang, " (endangers %s)"), one->endangers);
}

static void add_ended(findings *f, const label *one)
{
	char what[160], hangs[400], day[32];

	describe(f, one, what);
	danger(f, one, hangs);
	day_format(one->end, f->lang, day);
	findings_add(f, FINDING_ALERT, "label-expired", subject(one), one->name, one->end,
		N_("%s ended on %s%s"), what, day, hangs);
}

static const char *name_of(const labels *l, const char *scheme, relais_lang lang)
{
	const label_law *law = label_scheme(&l->laws, scheme);

	return law ? law->label[lang] : scheme;
}

static void add_ending(findings *f, const labels *l, const label *one)
{
	bool is_late = !strcmp(one->next, "depot") && one->next_on < l->day;
	char what[160], hangs[400], day[32], before[32];

	describe(f, one, what);
	danger(f, one, hangs);
	day_format(one->end, f->lang, day);
	day_format(one->next_on, f->lang, before);
	if (is_late)
		findings_add(f, FINDING_ALERT, "label-deposit-late", subject(one), one->name,
			one->end,
			N_("%s ends on %s and no renewal is filed: it was safe until %s%s"),
			what, day, before, hangs);
	else if (one->law && *one->law->replaced_by)
		findings_add(f, FINDING_NOTICE, "label-ending", subject(one), one->name,
			one->end, N_("%s ends on %s and is not renewed: %s takes its place%s"),
			what, day, name_of(l, one->law->replaced_by, f->lang), hangs);
	else
		findings_add(f, FINDING_NOTICE, "label-ending", subject(one), one->name,
			one->end, N_("%s ends on %s%s"), what, day, hangs);
}

/* A mark that has been followed by another has nothing left to be done for. */
static bool is_settled(const labels *l, const label *one)
{
	for (size_t i = 0; i < l->deadline_count; i++)
		if (l->deadlines[i].of == one && !strcmp(l->deadlines[i].what, "remplacement"))
			return l->deadlines[i].is_met;
	return false;
}

static void look_at(findings *f, const labels *l, const label *one)
{
	char what[160];

	describe(f, one, what);
	if (one->state == LABEL_EXPIRED)
		add_ended(f, one);
	else if (one->state == LABEL_DUE && !is_settled(l, one))
		add_ending(f, l, one);
	else if (one->state == LABEL_UNKNOWN && one->decided == RELAIS_NO_DAY)
		findings_add(f, FINDING_NOTICE, "label-unknown", subject(one), one->name,
			RELAIS_NO_DAY,
			N_("the day %s was decided is not known: import its decision"), what);
	else if (one->state == LABEL_UNKNOWN)
		findings_add(f, FINDING_NOTICE, "label-unknown", subject(one), one->name,
			RELAIS_NO_DAY,
			N_("nobody can say until when %s holds: say valid_until"), what);
}

/* Steps of the law that are not the end itself. */
static void look_at_deadline(findings *f, const labels *l, const deadline *d)
{
	const char *who = *d->office ? d->office : d->holder;
	severity how = d->day < l->day ? FINDING_ALERT : FINDING_NOTICE;
	int64_t since = (int64_t)l->day - d->day;
	char what[160] = "", day[32];

	if (d->is_met)
		return;
	if (d->of)
		describe(f, d->of, what);
	day_format(d->day, f->lang, day);
	if (!strcmp(d->what, "conformite"))
		findings_add(f, how, "label-injunction", who, d->name, d->day,
			N_("%s: the injunction is to be met by %s"), what, day);
	else if (!strcmp(d->what, "maintien"))
		findings_add(f, how, "label-merger", who, d->name, d->day,
			N_("its perimeter grew: that category I be kept is to be asked for by %s"),
			day);
	else if (!strcmp(d->what, "decision") && since > 0)
		findings_add(f, how, "label-decision-late", who, d->name, d->day,
			N_("%s: the prefect was to decide by %s"), what, day);
	else if (!strncmp(d->what, "rappel_", 7) && since >= 0 && since < REMINDED_DAYS &&
		 d->of && d->of->state == LABEL_VALID)
		findings_add(f, FINDING_NOTICE, "label-reminder", who, d->name, d->of->end,
			N_("%s ends in %s months: prepare what comes next"), what, d->what + 7);
}

/* Has the commune what its denomination asks for: "classement", "classement:I"? */
static bool is_supported(const labels *l, const label *commune)
{
	const char *level = strchr(commune->law->needs, ':');
	size_t length = strcspn(commune->law->needs, ":");

	for (size_t i = 0; i < l->count; i++) {
		const label *one = &l->all[i];

		if (label_is_current(one) && label_stands(one) &&
			!strcmp(one->carrier, labels_cover(l, commune)) &&
			strlen(one->scheme) == length &&
			!strncmp(one->scheme, commune->law->needs, length) &&
			(!level || !strcmp(one->level, level + 1)))
			return true;
	}
	return false;
}

/* A station on a bureau is looked at by its services, see find_bureaux.c. */
static bool stands_on_bureau(const labels *l, const label *one)
{
	return !strcmp(one->law->needs, "classement:I") &&
	       strcmp(labels_cover(l, one), one->covered_by) != 0;
}

static void look_under(findings *f, const labels *l, const label *one)
{
	char what[160];

	if (!one->law || !*one->law->needs || !label_stands(one) || is_supported(l, one) ||
		stands_on_bureau(l, one))
		return;
	describe(f, one, what);
	if (!*one->covered_by)
		findings_add(f, FINDING_NOTICE, "label-unsupported", one->holder, one->name,
			one->end, N_("%s: no office is known to cover it (%s is needed)"), what,
			one->law->needs);
	else
		findings_add(f, FINDING_ALERT, "label-unsupported", one->holder, one->name,
			one->end, N_("%s needs %s, which %s does not have today"), what,
			one->law->needs, one->covered_by);
}

relais_status findings_labels(findings *f, relais_error *err)
{
	labels l;
	relais_status rc = labels_open(&l, f->store, &f->question, err);

	if (rc != RELAIS_OK)
		return rc;
	for (size_t i = 0; i < l.count; i++) {
		const label *one = &l.all[i];

		if (!label_is_current(one) || !label_is_asked(&l, one))
			continue;
		look_at(f, &l, one);
		look_under(f, &l, one);
	}
	for (size_t i = 0; i < l.deadline_count; i++) {
		const deadline *d = &l.deadlines[i];
		const office *o = roster_office(&l.offices, d->office);

		if (d->of ? label_is_asked(&l, d->of) : o && o->is_named && o->is_inside)
			look_at_deadline(f, &l, d);
	}
	labels_close(&l);
	return RELAIS_OK;
}
