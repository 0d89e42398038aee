/* SPDX-License-Identifier: MIT
 * Training sessions in the agenda.
 */
#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../../base/words.h"
#include "../training/training.h"
#include "agenda.h"

static const char versions[] = "SELECT count(*), max(b.received_on)\n"
			       "  FROM session AS s\n"
			       "  JOIN session_version AS v USING (session_id)\n"
			       "  JOIN batch AS b ON b.batch_id = v.known_from\n"
			       " WHERE s.code = ?1 AND v.known_from <= ?2";

static relais_status count_versions(agenda *a, stmt *q, entry *e, relais_error *err)
{
	relais_status rc;

	stmt_bind_text_at(q, 1, e->code);
	stmt_bind_int_at(q, 2, a->p.s.known);
	if ((rc = stmt_step(q, err)) == RELAIS_OK) {
		const char *day = stmt_text(q, 1);

		e->sequence = stmt_int(q, 0) - 1;
		if (!day || relais_day_parse(day, &e->modified, NULL) != RELAIS_OK)
			e->modified = RELAIS_NO_DAY;
	}
	stmt_reset(q);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

static const char *status_of(const course *c)
{
	if (!strcmp(c->state, "annule"))
		return "cancelled";
	return strcmp(c->state, "propose") ? "confirmed" : "tentative";
}

static void fill(agenda *a, entry *e, const course *c)
{
	e->type = "session";
	e->code = agenda_say(a, "%s", c->code);
	e->title = agenda_say(a, "%s", c->title);
	e->start = c->begins;
	e->due = c->ends != RELAIS_NO_DAY ? c->ends : c->begins;
	e->state = agenda_say(a, "%s", c->state);
	e->resolution = c->resolutions ? agenda_say(a, "%s", c->resolutions) : NULL;
	e->place = c->place ? agenda_say(a, "%s", c->place) : NULL;
	e->component = "event";
	e->status = status_of(c);
	e->uid = agenda_say(a, "session-%s@%s", c->code, a->domain);
}

relais_status agenda_add_sessions(agenda *a, relais_error *err)
{
	training t;
	stmt *q = NULL;
	relais_status rc = training_open(&t, a->p.s.store, a->question, err);

	if (rc != RELAIS_OK)
		return rc;
	if (t.course_count)
		rc = stmt_prepare(&q, a->p.s.store, versions, err);
	for (size_t i = 0; i < t.course_count && rc == RELAIS_OK; i++) {
		const course *c = &t.courses[i];
		entry *e;

		if (!c->is_asked || c->begins == RELAIS_NO_DAY || c->begins > a->until ||
			(c->ends != RELAIS_NO_DAY ? c->ends : c->begins) < a->from)
			continue;
		if (!(e = agenda_add(a)))
			rc = fail_memory(err);
		if (rc == RELAIS_OK) {
			fill(a, e, c);
			rc = a->failed ? fail_memory(err) : count_versions(a, q, e, err);
		}
	}
	stmt_free(q);
	training_close(&t);
	return rc;
}
