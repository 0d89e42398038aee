/* SPDX-License-Identifier: MIT
 * Training money against those it is for, and seats against those who sit on them.
 */
#include "eligibility.h"

#include <string.h>

#include "../../base/arena.h"
#include "../../base/error.h"
#include "../../base/words.h"
#include "registry_inside.h"

extern const unsigned char relais_sql_training_refused[];

enum {
	JUDGE,
	LIST_ROWS,
	DROP_ENROLMENT,
	RESTORE_ENROLMENT,
	DROP_SESSION,
	RESTORE_SESSION,
	STATEMENTS
};
enum { FULL, NO_PRIVATE, NO_PUBLIC };

/* A session the file touches that is not as it should be. */
typedef struct verdict {
	const char *code;
	int why;
	int64_t people, seats;
	struct verdict *next;
} verdict;

/* A row of the file about it. */
typedef struct touched_row {
	bool is_session;
	int64_t id;
	spot at;
	struct touched_row *next;
} touched_row;

typedef struct inquiry {
	registry *g;
	relais_summary *summary;
	stmt *s[STATEMENTS];
	arena memory;
} inquiry;

/* Collected first: taking rows back changes the tables that are read. */
static relais_status judge(inquiry *q, verdict **first, relais_error *err)
{
	verdict **last = first;
	relais_status rc;
	stmt *s = q->s[JUDGE];

	*first = NULL;
	stmt_bind_int(s, ":batch", q->g->batch);
	while ((rc = stmt_step(s, err)) == RELAIS_OK) {
		verdict *v = arena_alloc(&q->memory, sizeof *v);

		if (!v)
			return fail_memory(err);
		*v = (verdict){ .code = arena_string(&q->memory, stmt_text(s, 0)),
			.why = (int)stmt_int(s, 1),
			.people = stmt_int(s, 2),
			.seats = stmt_int(s, 3) };
		if (!v->code)
			return fail_memory(err);
		*last = v;
		last = &v->next;
	}
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

static relais_status list_rows(
	inquiry *q, const char *code, touched_row **first, relais_error *err)
{
	touched_row **last = first;
	relais_status rc;
	stmt *s = q->s[LIST_ROWS];

	*first = NULL;
	stmt_bind_int(s, ":batch", q->g->batch);
	stmt_bind_text(s, ":code", code);
	while ((rc = stmt_step(s, err)) == RELAIS_OK) {
		touched_row *row = arena_alloc(&q->memory, sizeof *row);
		const char *key = stmt_text(s, 2);
		int64_t line = 0;

		if (!row)
			return fail_memory(err);
		map_get(&q->g->seen, key, strlen(key), &line);
		*row = (touched_row){ .is_session = !strcmp(stmt_text(s, 0), "session"),
			.id = stmt_int(s, 1),
			.at = { (unsigned long)line, 0 } };
		*last = row;
		last = &row->next;
	}
	stmt_reset(s);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

/* What was known before the file is known again. */
static relais_status take_back(inquiry *q, const touched_row *row, relais_error *err)
{
	stmt *drop = q->s[row->is_session ? DROP_SESSION : DROP_ENROLMENT];
	stmt *restore = q->s[row->is_session ? RESTORE_SESSION : RESTORE_ENROLMENT];
	relais_status rc;

	stmt_bind_int(drop, ":batch", q->g->batch);
	stmt_bind_int(drop, ":id", row->id);
	stmt_bind_int(restore, ":batch", q->g->batch);
	stmt_bind_int(restore, ":id", row->id);
	if ((rc = stmt_run(drop, err)) != RELAIS_OK ||
		(rc = stmt_run(restore, err)) != RELAIS_OK)
		return rc;
	if (store_changes(q->g->store) > 0)
		q->summary->revised--;
	else
		q->summary->created--;
	return RELAIS_OK;
}

static relais_status settle(inquiry *q, const verdict *v, relais_error *err)
{
	touched_row *row;
	relais_status rc = list_rows(q, v->code, &row, err);

	if (rc == RELAIS_OK && v->why == FULL && row)
		told_warn(q->g->told, row->at, "seats-exceeded",
			"the session '%s' has %lld seats and %lld people", v->code,
			(long long)v->seats, (long long)v->people);
	if (v->why == FULL)
		return rc;
	for (; row && rc == RELAIS_OK; row = row->next) {
		told_reject(q->g->told, row->at, "not-eligible",
			v->why == NO_PRIVATE
				? N_("the OPCO pays for the session '%s' and no employee under private law is enrolled, whom its money is for")
				: N_("the CNFPT pays for the session '%s' and no employee under public law is enrolled, whom its money is for"),
			v->code);
		rc = take_back(q, row, err);
	}
	return rc;
}

relais_status eligibility_settle(
	registry *g, const kind *k, relais_summary *summary, relais_error *err)
{
	inquiry q = { .g = g, .summary = summary };
	verdict *v;
	relais_status rc;

	if (strcmp(k->name, "sessions") != 0 && strcmp(k->name, "enrolments") != 0)
		return RELAIS_OK;
	rc = stmt_prepare_all(
		q.s, STATEMENTS, g->store, (const char *)relais_sql_training_refused, err);
	if (rc == RELAIS_OK)
		rc = judge(&q, &v, err);
	for (; rc == RELAIS_OK && v; v = v->next)
		rc = settle(&q, v, err);
	stmt_free_all(q.s, STATEMENTS);
	arena_free(&q.memory);
	return rc;
}
