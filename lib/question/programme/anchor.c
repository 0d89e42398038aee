/* SPDX-License-Identifier: MIT
 * Looking up what actions hang on. Nothing is read before an action names it.
 */
#include "anchor.h"

#include <stdlib.h>
#include <string.h>

#include "../../base/date.h"

/* The latest of its type, should it have happened twice. */
static const char event[] =
	"SELECT max(happened_on), count(*)\n"
	"  FROM event\n"
	" WHERE office = ?1 AND type = ?2 AND batch_id <= ?3 AND known_until > ?3";
/* Zones begin on days of their own: then the label alone names none. */
static const char entry[] =
	"SELECT min(c.begins_on), max(c.begins_on), count(*)\n"
	"  FROM calendar AS c\n"
	"  JOIN calendar_version AS v USING (calendar_id)\n"
	" WHERE v.known_from <= ?3 AND v.known_until > ?3 AND c.label = ?1\n"
	"   AND (?2 IS NULL OR substr(c.begins_on, 1, 4) = ?2)";

void anchors_open(anchors *a, const status *s, const relais_question *question)
{
	*a = (anchors){ .s = s, .question = question };
}

void anchors_close(anchors *a)
{
	stmt_free(a->event);
	stmt_free(a->entry);
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

static relais_status find_event(anchors *a, const moment *m, anchored *out, relais_error *err)
{
	relais_status rc = ask(&a->event, a, event, m->name, m->anchor, err);

	if (rc == RELAIS_OK) {
		take_day(a->event, 0, &out->day);
		out->versions = stmt_int(a->event, 1);
	}
	stmt_reset(a->event);
	return rc;
}

/* "Toussaint", or "Toussaint 2026" where it comes back. */
static relais_status find_entry(anchors *a, const moment *m, anchored *out, relais_error *err)
{
	char label[sizeof m->name];
	char *year;
	relais_status rc;

	memcpy(label, m->name, sizeof label);
	year = strrchr(label, ' ');
	if (year && strspn(year + 1, "0123456789") == 4 && !year[5])
		*year++ = '\0';
	else
		year = NULL;
	if ((rc = ask(&a->entry, a, entry, label, year, err)) == RELAIS_OK) {
		const char *first = stmt_text(a->entry, 0), *last = stmt_text(a->entry, 1);

		if (first && last && strcmp(first, last) == 0)
			take_day(a->entry, 0, &out->day);
		out->versions = stmt_int(a->entry, 2);
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

relais_status anchors_find(anchors *a, const moment *m, anchored *out, relais_error *err)
{
	*out = (anchored){ .day = RELAIS_NO_DAY };
	if (is_event(m->anchor))
		return find_event(a, m, out, err);
	if (!strcmp(m->anchor, "calendar"))
		return find_entry(a, m, out, err);
	return RELAIS_OK;
}
