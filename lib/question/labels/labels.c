/* SPDX-License-Identifier: MIT
 * Reading the labels as known, and what may be asked of one.
 */
#include <stdlib.h>

#include "../../base/date.h"
#include "../../base/error.h"
#include "../../store/store.h"
#include "../sql.h"
#include "inside.h"
#include "labels_count.h"

enum { ALERT_DAYS = 180 };

const char *const label_state_codes[] = { "valide", "a_echeance", "en_renouvellement", "expire",
	"radie", "non_classe", "indetermine", "remplace", NULL };

static relais_day day_of(const char *iso)
{
	relais_day day;

	return iso && *iso && day_read(iso, strlen(iso), &day) ? day : RELAIS_NO_DAY;
}

/* Columns as q_labels.sql lists them. */
static bool take(labels *l, label *one, const stmt *q)
{
	const char **const strings[] = { &one->office, &one->holder, &one->scheme, NULL,
		&one->name, &one->level, &one->grid, &one->basis, &one->reason, &one->reference,
		&one->covered_by };

	*one = (label){ .decided = day_of(stmt_text(q, 3)),
		.complete = day_of(stmt_text(q, 11)),
		.filed = day_of(stmt_text(q, 12)),
		.said_until = day_of(stmt_text(q, 13)),
		.withdrawn = day_of(stmt_text(q, 14)),
		.injunction = day_of(stmt_text(q, 15)),
		.filed_complete = RELAIS_NO_DAY,
		.kept_by = RELAIS_NO_DAY,
		.next_on = RELAIS_NO_DAY,
		.carrier = "",
		.endangers = "",
		.next = "" };
	for (int n = 0; n < (int)(sizeof strings / sizeof *strings); n++) {
		const char *said = stmt_text(q, n);

		if (strings[n] && !(*strings[n] = said ? arena_string(&l->memory, said) : ""))
			return false;
	}
	one->is_request = one->decided == RELAIS_NO_DAY;
	if (l->is_public)
		one->filed = one->injunction = RELAIS_NO_DAY;
	one->law = label_law_of(&l->laws, one->scheme,
		one->is_request ? one->filed == RELAIS_NO_DAY ? one->complete : one->filed
				: one->decided,
		one->complete, one->is_request ? NULL : one->grid);
	return true;
}

static bool room_for_one(void **list, size_t count, size_t *room, size_t size)
{
	void *more;

	if (count < *room)
		return true;
	*room = *room ? *room * 2 : 64;
	if (!(more = realloc(*list, *room * size)))
		return false;
	*list = more;
	return true;
}

relais_status labels_add(labels *l, const label *one, relais_error *err)
{
	void *list = l->all;

	if (!room_for_one(&list, l->count, &l->room, sizeof *l->all))
		return fail_memory(err);
	l->all = list;
	l->all[l->count++] = *one;
	return RELAIS_OK;
}

relais_status labels_add_deadline(labels *l, const deadline *one, relais_error *err)
{
	void *list = l->deadlines;

	if (!room_for_one(&list, l->deadline_count, &l->deadline_room, sizeof *l->deadlines))
		return fail_memory(err);
	l->deadlines = list;
	l->deadlines[l->deadline_count++] = *one;
	return RELAIS_OK;
}

static relais_status read_labels(labels *l, relais_error *err)
{
	label one;
	stmt *q;
	relais_status rc = stmt_prepare(&q, l->store, SQL(labels), err);

	if (rc != RELAIS_OK)
		return rc;
	stmt_bind_int(q, ":known", l->known);
	while ((rc = stmt_step(q, err)) == RELAIS_OK) {
		if (!take(l, &one, q))
			rc = fail_memory(err);
		else if (!l->is_public || !one.is_request)
			rc = labels_add(l, &one, err);
		if (rc != RELAIS_OK)
			break;
	}
	stmt_free(q);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

static relais_status read_setting(labels *l, relais_error *err)
{
	stmt *q;
	relais_status rc = stmt_prepare(&q, l->store, SQL(settings), err);

	l->alert = ALERT_DAYS;
	if (rc != RELAIS_OK)
		return rc;
	stmt_bind_int(q, ":known", l->known);
	while ((rc = stmt_step(q, err)) == RELAIS_OK)
		if (!strcmp(stmt_text(q, 0), "label_days"))
			l->alert = atoll(stmt_text(q, 1));
	stmt_free(q);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

/* Until when each award holds, whatever day it is. */
static relais_status load_awards(labels *l, relais_error *err)
{
	relais_status rc;

	if (!label_laws_load(&l->laws))
		return fail_memory(err);
	if ((rc = read_setting(l, err)) != RELAIS_OK ||
		(rc = roster_load(&l->offices, l->store, l->known, err)) != RELAIS_OK)
		return rc;
	return read_labels(l, err);
}

static relais_status load(labels *l, const relais_question *question, relais_error *err)
{
	relais_status rc = store_batch_as_of(l->store, question->as_of, &l->known, err);

	if (rc != RELAIS_OK || (rc = load_awards(l, err)) != RELAIS_OK ||
		(rc = roster_select(&l->offices, question, err)) != RELAIS_OK)
		return rc;
	if (l->supposed && (rc = roster_suppose(&l->offices, l->supposed, err)) != RELAIS_OK)
		return rc;
	labels_settle(l);
	labels_carry(l);
	if ((rc = labels_add_unclassified(l, err)) != RELAIS_OK ||
		(rc = labels_find_dangers(l, err)) != RELAIS_OK)
		return rc;
	return labels_find_deadlines(l, err);
}

relais_status labels_read(labels *l, relais_store *store, int64_t known, relais_error *err)
{
	relais_status rc;

	*l = (labels){ .store = store, .known = known, .day = RELAIS_NO_DAY };
	if ((rc = load_awards(l, err)) != RELAIS_OK)
		labels_close(l);
	else
		labels_settle(l);
	return rc;
}

relais_status labels_open_supposing(labels *l, relais_store *store,
	const relais_question *question, const supposed *what, relais_error *err)
{
	relais_status rc;

	*l = (labels){ .store = store,
		.lang = question->lang,
		.day = question->as_of == RELAIS_NO_DAY ? question->today : question->as_of,
		.supposed = what,
		.is_public = question->diffusion == RELAIS_PUBLIC };
	if (what)
		l->day = what->on;
	rc = load(l, question, err);
	l->supposed = NULL;
	if (rc != RELAIS_OK)
		labels_close(l);
	return rc;
}

relais_status labels_open(
	labels *l, relais_store *store, const relais_question *question, relais_error *err)
{
	return labels_open_supposing(l, store, question, NULL, err);
}

void labels_close(labels *l)
{
	free(l->all);
	free(l->deadlines);
	roster_free(&l->offices);
	label_laws_free(&l->laws);
	arena_free(&l->memory);
	*l = (labels){ 0 };
}

const office *labels_heir(const labels *l, const char *code, relais_day day)
{
	return roster_heir(&l->offices, code, day);
}

const char *labels_cover(const labels *l, const label *commune)
{
	const office *o = roster_office(&l->offices, commune->covered_by);
	const office *heir;

	if (!o || !o->bureau_of || o->bureau_since > l->day)
		return commune->covered_by;
	heir = labels_heir(l, o->bureau_of, l->day);
	return heir ? heir->code : o->bureau_of;
}

bool label_holds(const label *one, relais_day day)
{
	return !one->is_request && one->decided != RELAIS_NO_DAY && one->decided <= day &&
	       one->end != RELAIS_NO_DAY && day <= one->end &&
	       (one->withdrawn == RELAIS_NO_DAY || day < one->withdrawn);
}

const label *labels_valid(const labels *l, const char *holder, const char *scheme,
	const char *level, relais_day day)
{
	for (size_t i = l->count; i-- > 0;) {
		const label *one = &l->all[i];

		if (label_is_of(one, scheme) && !strcmp(label_holder(one), holder) &&
			label_holds(one, day) && (!level || !strcmp(one->level, level)))
			return one;
	}
	return NULL;
}

relais_day labels_end(const labels *l, const char *holder, const char *scheme)
{
	for (size_t i = l->count; i-- > 0;) {
		const label *one = &l->all[i];

		if (label_is_of(one, scheme) && label_is_current(one) && !one->is_request &&
			(!strcmp(label_holder(one), holder) || !strcmp(one->carrier, holder)))
			return one->end;
	}
	return RELAIS_NO_DAY;
}

bool label_is_asked(const labels *l, const label *one)
{
	const office *o = one->at < 0 ? NULL : &l->offices.offices[one->at];

	if (o)
		return o->is_named && o->is_inside;
	for (size_t i = 0; i < l->offices.count; i++)
		if (!l->offices.offices[i].is_named || !l->offices.offices[i].is_inside)
			return false; /* something is asked for, and it is nowhere */
	return true;
}
