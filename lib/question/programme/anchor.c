/* SPDX-License-Identifier: MIT
 * Looking up what actions hang on. Nothing is read before an action names it.
 */
#include "anchor.h"

#include <stdlib.h>
#include <string.h>

#include "../../base/date.h"
#include "../../base/error.h"

/* The latest of its type, should it have happened twice. */
static const char event[] =
	"SELECT max(happened_on), count(*)\n"
	"  FROM event\n"
	" WHERE office = ?1 AND type = ?2 AND batch_id <= ?3 AND known_until > ?3";
/* Zones begin on days of their own: then the label alone names none. */
static const char entry[] =
	"SELECT min(c.begins_on), count(*), max(b.received_on), max(c.begins_on)\n"
	"  FROM calendar AS c\n"
	"  JOIN calendar_version AS v USING (calendar_id)\n"
	"  JOIN batch AS b ON b.batch_id = v.known_from\n"
	" WHERE v.known_from <= ?3 AND v.known_until > ?3 AND c.label = ?1\n"
	"   AND (?2 IS NULL OR substr(c.begins_on, 1, 4) = ?2)";

static const char versions[] = "SELECT NULL, count(*), max(b.received_on)\n"
			       "  FROM label AS l\n"
			       "  JOIN label_version AS v USING (label_id)\n"
			       "  JOIN batch AS b ON b.batch_id = v.known_from\n"
			       " WHERE (l.office = ?1 OR l.holder = ?1) AND l.scheme = ?2\n"
			       "   AND v.known_from <= ?3";

static const char session[] =
	"SELECT max(CASE WHEN v.known_until > ?3 THEN v.begins_on END), count(*), max(b.received_on)\n"
	"  FROM session AS s\n"
	"  JOIN session_version AS v USING (session_id)\n"
	"  JOIN batch AS b ON b.batch_id = v.known_from\n"
	" WHERE s.code = ?1 AND v.known_from <= ?3 AND ?2 IS NOT NULL";

void anchors_open(anchors *a, status *s, const relais_question *question)
{
	*a = (anchors){ .s = s, .question = question };
}

void anchors_close(anchors *a)
{
	stmt_free(a->event);
	stmt_free(a->entry);
	stmt_free(a->label);
	stmt_free(a->session);
	if (a->labels)
		labels_close(a->labels);
	free(a->labels);
	a->labels = NULL;
}

static void take_day(const stmt *q, int column, relais_day *out)
{
	const char *iso = stmt_text(q, column);

	if (!iso || !day_read(iso, strlen(iso), out))
		*out = RELAIS_NO_DAY;
}

static relais_status ask(stmt **q, anchors *a, const char *sql, const char *first,
	const char *second, relais_error *err)
{
	relais_status rc = RELAIS_OK;

	if (!*q && (rc = stmt_prepare(q, a->s->store, sql, err)) != RELAIS_OK)
		return rc;
	stmt_bind_text_at(*q, 1, first);
	stmt_bind_text_at(*q, 2, second);
	stmt_bind_int_at(*q, 3, a->s->known);
	return stmt_step(*q, err);
}

/* How often it was said, and when last. */
static void take_versions(anchors *a, const stmt *q, anchored *out)
{
	out->versions = stmt_int(q, 1);
	out->changed_on = arena_string(&a->s->memory, stmt_text(q, 2));
}

/* What happened to an office, or the first day of a training session. */
static relais_status find_dated(stmt **q, anchors *a, const char *sql, const moment *m,
	anchored *out, relais_error *err)
{
	relais_status rc = ask(q, a, sql, m->name, m->anchor, err);

	if (rc == RELAIS_OK) {
		take_day(*q, 0, &out->day);
		take_versions(a, *q, out);
	}
	stmt_reset(*q);
	return rc;
}

/* "Toussaint", or "Toussaint 2026" where it comes back. */
static relais_status find_entry(anchors *a, const moment *m, anchored *out, relais_error *err)
{
	char entry_label[sizeof m->name];
	char *year;
	relais_status rc;

	memcpy(entry_label, m->name, sizeof entry_label);
	year = strrchr(entry_label, ' ');
	if (year && strspn(year + 1, "0123456789") == 4 && !year[5])
		*year++ = '\0';
	else
		year = NULL;
	if ((rc = ask(&a->entry, a, entry, entry_label, year, err)) == RELAIS_OK) {
		const char *first = stmt_text(a->entry, 0), *last = stmt_text(a->entry, 3);

		if (first && last && strcmp(first, last) == 0)
			take_day(a->entry, 0, &out->day);
		take_versions(a, a->entry, out);
	}
	stmt_reset(a->entry);
	return rc;
}

static bool is_event(const char *anchor)
{
	static const char *const types[] = { "fusion", "absorption", "scission", "creation",
		"dissolution", "transformation_en_bit", "changement_nom", "changement_statut" };

	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		if (!strcmp(types[i], anchor))
			return true;
	return false;
}

/* All of the network: which offices are asked about is not what an action hangs on. */
static relais_status read_labels(anchors *a, relais_error *err)
{
	const relais_question all = { .lang = a->question->lang,
		.today = a->question->today,
		.as_of = a->question->as_of };
	relais_status rc;

	if (!(a->labels = calloc(1, sizeof *a->labels)))
		return fail_memory(err);
	if ((rc = labels_open(a->labels, a->s->store, &all, err)) != RELAIS_OK) {
		free(a->labels);
		a->labels = NULL;
	}
	return rc;
}

/* Its last day. What was done for one award does not move to the next. */
static relais_status find_label(
	anchors *a, const moment *m, relais_day done, anchored *out, relais_error *err)
{
	const label *held = NULL;
	relais_status rc = a->labels ? RELAIS_OK : read_labels(a, err);

	if (rc == RELAIS_OK)
		rc = ask(&a->label, a, versions, m->name, m->anchor, err);
	if (rc == RELAIS_OK) {
		if (done != RELAIS_NO_DAY)
			held = labels_valid(a->labels, m->name, m->anchor, NULL, done);
		out->day = held ? held->end : labels_end(a->labels, m->name, m->anchor);
		out->is_legal = true;
		take_versions(a, a->label, out);
	}
	stmt_reset(a->label);
	return rc;
}

relais_status anchors_find(
	anchors *a, const moment *m, relais_day done, anchored *out, relais_error *err)
{
	*out = (anchored){ .day = RELAIS_NO_DAY };
	if (is_event(m->anchor))
		return find_dated(&a->event, a, event, m, out, err);
	if (!strcmp(m->anchor, "session"))
		return find_dated(&a->session, a, session, m, out, err);
	if (!strcmp(m->anchor, "calendar"))
		return find_entry(a, m, out, err);
	return find_label(a, m, done, out, err);
}
