/* SPDX-License-Identifier: MIT
 * The journal, the agreements, and the offices that shares are of.
 */
#include <stdlib.h>
#include <string.h>

#include "../../base/grow.h"
#include "../../base/date.h"
#include "../../base/error.h"
#include "../sql.h"
#include "inside.h"

enum { LONGEST_CHAIN = 64 };

static bool keep(evidence *e, const char **out, const char *said)
{
	*out = NULL;
	return !said || (*out = arena_string(&e->memory, said)) != NULL;
}

/* Columns as q_activities.sql lists them. */
static bool take_activity(evidence *e, const stmt *q)
{
	void *list = e->activities;
	activity *a = list_next(&list, e->activity_count, sizeof *a);
	const char **strings[8];

	e->activities = list;
	if (!a)
		return false;
	*a = (activity){ .day = day_or(stmt_text(q, 0), RELAIS_NO_DAY),
		.people = stmt_is_null(q, 8) ? -1 : stmt_int(q, 8),
		.delay = stmt_is_null(q, 9) ? -1 : stmt_int(q, 9) };
	memcpy(strings,
		((const char **[]){ &a->code, &a->type, &a->resolutions, &a->title, &a->offices,
			&a->partners, &a->proof, NULL }),
		sizeof strings);
	for (int i = 0; strings[i]; i++)
		if (!keep(e, strings[i], stmt_text(q, i + 1)))
			return false;
	e->activity_count++;
	return keep(e, &a->days, stmt_text(q, 10));
}

/* Columns as q_agreements.sql lists them. */
static bool take_agreement(evidence *e, const stmt *q)
{
	void *list = e->agreements;
	agreement *a = list_next(&list, e->agreement_count, sizeof *a);

	e->agreements = list;
	if (!a)
		return false;
	*a = (agreement){ .signed_on = day_or(stmt_text(q, 7), RELAIS_NO_DAY),
		.from = day_or(stmt_text(q, 8), RELAIS_NO_DAY),
		.until = day_or(stmt_text(q, 9), RELAIS_NO_DAY),
		.reviewed = day_or(stmt_text(q, 10), RELAIS_NO_DAY),
		.services = stmt_is_null(q, 11) ? -1 : (int)stmt_int(q, 11) };
	e->agreement_count++;
	return keep(e, &a->code, stmt_text(q, 0)) && keep(e, &a->type, stmt_text(q, 1)) &&
	       keep(e, &a->office, stmt_text(q, 2)) && keep(e, &a->partner, stmt_text(q, 3)) &&
	       keep(e, &a->party, stmt_text(q, 4)) &&
	       keep(e, &a->resolution, stmt_text(q, 5)) && keep(e, &a->proof, stmt_text(q, 6));
}

static relais_status read_all(
	evidence *e, const char *sql, bool (*take)(evidence *, const stmt *), relais_error *err)
{
	char day[16];
	stmt *q;
	relais_status rc = stmt_prepare(&q, e->store, sql, err);

	if (rc != RELAIS_OK)
		return rc;
	relais_day_print(e->day, day);
	stmt_bind_int(q, ":known", e->known);
	if (stmt_has(q, ":day"))
		stmt_bind_text(q, ":day", day);
	while ((rc = stmt_step(q, err)) == RELAIS_OK)
		if (!take(e, q)) {
			rc = fail_memory(err);
			break;
		}
	stmt_free(q);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

static bool is_open(const evidence *e, const office *o)
{
	return office_is_active(o, e->day, e->day) && !office_is_bureau(o, e->day);
}

/* Members are counted, or all where the register says of nobody that it is one. */
static relais_status choose_offices(evidence *e, relais_error *err)
{
	const roster *r = &e->study->offices;
	bool any_member = false;

	if (!(e->counts = calloc(r->count + 1, sizeof *e->counts)))
		return fail_memory(err);
	for (size_t i = 0; i < r->count; i++)
		any_member =
			any_member || (r->offices[i].is_member && is_open(e, &r->offices[i]));
	for (size_t i = 0; i < r->count; i++) {
		const office *o = &r->offices[i];

		e->counts[i] = o->is_named && o->is_inside && is_open(e, o) &&
			       (o->is_member || !any_member);
		e->offices += e->counts[i];
	}
	return RELAIS_OK;
}

ptrdiff_t evidence_office(const evidence *e, const char *code)
{
	const roster *r = &e->study->offices;
	const office *o = roster_office(r, code);

	for (int n = 0; o && n < LONGEST_CHAIN && !is_open(e, o); n++) {
		if (office_is_bureau(o, e->day))
			o = &r->offices[o->office_of];
		else
			o = o->merged_into ? roster_office(r, o->merged_into) : NULL;
	}
	return o && is_open(e, o) && e->counts[o - r->offices] ? o - r->offices : -1;
}

relais_status mark_offices(evidence *e, stmt *q, bool *marked, bool *any, relais_error *err)
{
	relais_status rc;

	while ((rc = stmt_step(q, err)) == RELAIS_OK) {
		ptrdiff_t at = evidence_office(e, stmt_text(q, 0));

		*any = true;
		if (at >= 0)
			marked[at] = true;
	}
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

relais_status evidence_load(evidence *e, relais_error *err)
{
	relais_status rc;

	if ((rc = choose_offices(e, err)) != RELAIS_OK ||
		(rc = read_all(e, SQL(activities), take_activity, err)) != RELAIS_OK ||
		(rc = read_all(e, SQL(agreements), take_agreement, err)) != RELAIS_OK)
		return rc;
	return targets_load(&e->targets, e->store, e->known, &e->memory, err);
}
