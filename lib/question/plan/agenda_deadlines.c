/* SPDX-License-Identifier: MIT
 * Days of the law in the agenda. The reminders before the end of a label are alarms of that end, not
 * entries of their own.
 */
#include <string.h>

#include "../../base/error.h"
#include "../../base/words.h"
#include "../../model/moment.h"
#include "../labels/labels.h"
#include "agenda.h"
#include "legal.h"

static const char versions[] =
	"SELECT count(*), max(b.received_on)\n"
	"  FROM label AS l\n"
	"  JOIN label_version AS v USING (label_id)\n"
	"  JOIN batch AS b ON b.batch_id = v.known_from\n"
	" WHERE (l.office = ?1 OR l.holder = ?1) AND l.scheme = ?2 AND l.decided_on = ?3\n"
	"   AND v.known_from <= ?4";

static const char *holder_of(const deadline *d)
{
	return *d->office ? d->office : d->holder;
}

static void name_days(const deadline *d, char out[32])
{
	out[0] = '\0';
	if (d->of && d->of->decided != RELAIS_NO_DAY)
		relais_day_print(d->of->decided, out);
}

static relais_status count_versions(
	agenda *a, stmt *q, const deadline *d, entry *e, relais_error *err)
{
	char decided[32];
	relais_status rc;

	name_days(d, decided);
	stmt_bind_text_at(q, 1, holder_of(d));
	stmt_bind_text_at(q, 2, d->scheme);
	stmt_bind_text_at(q, 3, decided);
	stmt_bind_int_at(q, 4, a->p.s.known);
	if ((rc = stmt_step(q, err)) == RELAIS_OK) {
		const char *day = stmt_text(q, 1);

		e->sequence = stmt_int(q, 0) > 0 ? stmt_int(q, 0) - 1 : 0;
		if (!day || relais_day_parse(day, &e->modified, NULL) != RELAIS_OK)
			e->modified = RELAIS_NO_DAY;
	}
	stmt_reset(q);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

/* 12, 9, 6 and 3 months before the end of a label, in days; a month before any other day. */
static const char *alarms_of(agenda *a, const deadline *d)
{
	static const int months[] = { 12, 9, 6, 3 };
	char out[64];
	size_t used = 0;

	if (!legal_is_end(d))
		return agenda_say(a, "%d", (int)(d->day - moment_shift(d->day, 'M', -1)));
	for (size_t i = 0; i < sizeof months / sizeof *months; i++)
		used += (size_t)snprintf(out + used, sizeof out - used, "%s%d", i ? " " : "",
			(int)(d->day - moment_shift(d->day, 'M', -months[i])));
	return agenda_say(a, "%s", out);
}

static void fill(agenda *a, const labels *l, entry *e, const deadline *d)
{
	char decided[32];

	name_days(d, decided);
	e->type = "deadline";
	e->detail = agenda_say(a, "%s:%s", d->scheme, holder_of(d));
	e->title = legal_title(a, l, d);
	e->due = d->day;
	e->state = agenda_say(a, "%s", d->what);
	e->office = *d->office ? agenda_say(a, "%s", d->office) : NULL;
	e->resolution = legal_resolution(d);
	e->component = "todo";
	e->status = d->is_met ? "completed" : "needs-action";
	e->uid = agenda_say(a, "%s-%s-%s%s%s@%s", d->what, d->scheme, holder_of(d),
		*decided ? "-" : "", decided, a->domain);
	e->alarms = d->is_met ? NULL : alarms_of(a, d);
}

relais_status agenda_add_deadlines(agenda *a, relais_error *err)
{
	labels l;
	stmt *q = NULL;
	relais_status rc = labels_open(&l, a->p.s.store, a->question, err);

	if (rc != RELAIS_OK)
		return rc;
	if (l.deadline_count)
		rc = stmt_prepare(&q, a->p.s.store, versions, err);
	for (size_t i = 0; i < l.deadline_count && rc == RELAIS_OK; i++) {
		const deadline *d = &l.deadlines[i];
		entry *e;

		if (d->day < a->from || d->day > a->until || legal_is_reminder(d) ||
			!legal_is_asked(&l, d, a->question) ||
			!agenda_wants(a, legal_resolution(d)))
			continue;
		if (!(e = agenda_add(a)))
			rc = fail_memory(err);
		if (rc == RELAIS_OK) {
			fill(a, &l, e, d);
			rc = a->failed ? fail_memory(err) : count_versions(a, q, d, e, err);
		}
	}
	stmt_free(q);
	labels_close(&l);
	return rc;
}
