/* SPDX-License-Identifier: MIT
 * Actions held against each other. A file may name an action above the line that makes it, so that
 * this is done at its end; taking a row back may break another, so that it is done until all hold.
 */
#include "chain.h"

#include <stdlib.h>
#include <string.h>

#include "../../base/arrows.h"
#include "../../base/error.h"
#include "../../base/suggest.h"
#include "../../base/text.h"
#include "../../model/moment.h"
#include "../../model/ties.h"
#include "registry_inside.h"
#include "withdraw.h"

typedef struct knot {
	const char *code, *after, *dates[2]; /* start, due, as said */
	int64_t id, line;
	bool is_new, repeats, is_gone;
	bool is_ignored; /* of a circle that was there before */
} knot;

typedef struct chain {
	relais_store *store;
	int64_t batch;
	told *told;
	const map *lines;
	knot *all;
	size_t count;
	map places; /* of codes */
	arena memory;
	uint64_t rejected; /* of this round */
	relais_summary *summary;
} chain;

static const char current[] =
	"SELECT a.action_id, a.code, v.after, v.starts_on, v.due_on, v.known_from = ?1,\n"
	"       v.repeats IS NOT NULL\n"
	"  FROM action AS a\n"
	"  JOIN action_version AS v USING (action_id)\n"
	" WHERE v.known_until = 2147483647\n"
	" ORDER BY a.code";
enum { MOST_NAMED = 24 };

/* ---- reading ---------------------------------------------------------------------- */

static const char *keep(chain *c, const stmt *s, int column)
{
	return arena_string(&c->memory, stmt_text(s, column));
}

static bool add(chain *c, const stmt *s)
{
	size_t n = c->count;

	if ((n & (n - 1)) == 0) {
		knot *more = realloc(c->all, (n ? 2 * n : 1) * sizeof *more);

		if (!more)
			return false;
		c->all = more;
	}
	c->all[n] = (knot){ .id = stmt_int(s, 0),
		.code = keep(c, s, 1),
		.after = keep(c, s, 2),
		.dates = { keep(c, s, 3), keep(c, s, 4) },
		.is_new = stmt_int(s, 5) != 0,
		.repeats = stmt_int(s, 6) != 0 };
	c->count++;
	if (!c->all[n].code)
		return false;
	map_get(c->lines, c->all[n].code, strlen(c->all[n].code), &c->all[n].line);
	return map_put(&c->places, c->all[n].code, strlen(c->all[n].code), (int64_t)n);
}

static relais_status load(chain *c, relais_error *err)
{
	relais_status rc;
	stmt *s;

	if ((rc = stmt_prepare(&s, c->store, current, err)) != RELAIS_OK)
		return rc;
	stmt_bind_int_at(s, 1, c->batch);
	while ((rc = stmt_step(s, err)) == RELAIS_OK)
		if (!add(c, s)) {
			rc = fail_memory(err);
			break;
		}
	stmt_free(s);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

static void unload(chain *c)
{
	free(c->all);
	map_free(&c->places);
	arena_free(&c->memory);
	c->all = NULL;
	c->count = 0;
}

/* The action of a code; one time of an action that repeats is that action. -1: none. */
static int64_t find(const chain *c, const char *code)
{
	int64_t at;
	size_t length;

	if (map_get(&c->places, code, strlen(code), &at))
		return c->all[at].is_gone ? -1 : at;
	if (occurrence_of(code, &length) && map_get(&c->places, code, length, &at) &&
		c->all[at].repeats && !c->all[at].is_gone)
		return at;
	return -1;
}

/* ---- refusing --------------------------------------------------------------------- */

static relais_status refuse(chain *c, knot *k, relais_error *err)
{
	const withdrawal row = {
		.table = "action", .id = k->id, .batch = c->batch, .line = k->line
	};

	c->rejected++;
	k->is_gone = true;
	return withdraw(c->store, &row, c->summary, err);
}

static spot spot_of(const knot *k)
{
	return (spot){ (unsigned long)k->line, 0 };
}

static void tell_unknown(chain *c, const knot *k, const char *column, const char *code)
{
	suggestions near;
	char hint[400];

	suggest_start(&near, code);
	for (size_t i = 0; i < c->count; i++)
		if (&c->all[i] != k && !c->all[i].is_gone)
			suggest_offer(&near, c->all[i].code, NULL);
	suggest_print(&near, c->told->lang, hint, sizeof hint);
	told_reject(c->told, spot_of(k), "unknown-code", "%s: %s names no action: '%s'%s",
		k->code, column, code, hint);
}

/* The first thing it names that is not there: told. */
static bool names_nothing(chain *c, const knot *k)
{
	static const char *const columns[] = { "start", "due" };
	const char *at = k->after;
	size_t length;
	moment m;
	tie one;

	while (at && tie_next(&at, &one))
		if (find(c, one.code) < 0) {
			tell_unknown(c, k, "after", one.code);
			return true;
		}
	for (int i = 0; i < 2; i++)
		if (k->dates[i] && moment_read(k->dates[i], &m) == MOMENT_READ && !*m.anchor &&
			find(c, m.name) < 0) {
			tell_unknown(c, k, columns[i], m.name);
			return true;
		}
	if (occurrence_of(k->code, &length) && find(c, k->code) >= 0) {
		char series[128];

		snprintf(series, sizeof series, "%.*s", (int)length, k->code);
		if (find(c, series) >= 0 && c->all[find(c, series)].repeats)
			return false;
		told_reject(c->told, spot_of(k), "unknown-code",
			"%s is one time of '%s', and no action of that code comes back",
			k->code, series);
		return true;
	}
	return false;
}

static relais_status refuse_unknown(chain *c, relais_error *err)
{
	relais_status rc = RELAIS_OK;

	for (size_t i = 0; i < c->count && rc == RELAIS_OK; i++)
		if (c->all[i].is_new && names_nothing(c, &c->all[i]))
			rc = refuse(c, &c->all[i], err);
	return rc;
}

/* ---- circles ---------------------------------------------------------------------- */

/* Who waits for whom. */
static void add_ties(const chain *c, arrows *a)
{
	for (size_t i = 0; i < c->count; i++) {
		const char *at = c->all[i].is_ignored ? NULL : c->all[i].after;
		tie one;

		while (at && tie_next(&at, &one)) {
			int64_t before = find(c, one.code);

			if (before >= 0)
				arrows_add(a, 2 * (size_t)before, 2 * i);
		}
	}
}

/* Whose day hangs on whose: the first day of an action is an even node, the last an odd one. */
static void add_dates(const chain *c, arrows *a)
{
	for (size_t i = 0; i < 2 * c->count; i++) {
		const knot *k = &c->all[i / 2];
		const char *said = k->is_ignored ? NULL : k->dates[i % 2];
		moment m;
		int64_t on;

		if (said && moment_read(said, &m) == MOMENT_READ && !*m.anchor &&
			(on = find(c, m.name)) >= 0)
			arrows_add(a, 2 * (size_t)on + !m.at_start, i);
	}
}

static void name_circle(
	const chain *c, const size_t *circle, size_t length, bool of_dates, text *path)
{
	static const char *const ends[] = { ":start", ":due" };

	for (size_t i = 0; i <= length && i < MOST_NAMED; i++) {
		size_t node = circle[i % length];

		text_addf(path, "%s%s%s", i ? " → " : "", c->all[node / 2].code,
			of_dates ? ends[node % 2] : "");
	}
}

/* The last line of a circle is the one that closes it. */
static knot *last_line(const chain *c, const size_t *circle, size_t length)
{
	knot *last = NULL;

	for (size_t i = 0; i < length; i++) {
		knot *k = &c->all[circle[i] / 2];

		if (k->is_new && (!last || k->line > last->line))
			last = k;
	}
	return last;
}

static relais_status refuse_circle(
	chain *c, const size_t *circle, size_t length, bool of_dates, relais_error *err)
{
	knot *last = last_line(c, circle, length);
	text path = { 0 };

	if (!last) { /* an undo made it: not the fault of this batch */
		c->all[circle[0] / 2].is_ignored = true;
		return RELAIS_OK;
	}
	name_circle(c, circle, length, of_dates, &path);
	if (of_dates)
		told_reject(c->told, spot_of(last), "actions-in-circle",
			"the days of these actions hang on each other in a circle: %s",
			text_str(&path));
	else
		told_reject(c->told, spot_of(last), "actions-in-circle",
			"these actions wait for each other in a circle: %s", text_str(&path));
	text_free(&path);
	return refuse(c, last, err);
}

static relais_status refuse_circles(chain *c, bool of_dates, relais_error *err)
{
	size_t *circle = calloc(2 * c->count + 1, sizeof *circle), length = 1;
	relais_status rc = circle ? RELAIS_OK : fail_memory(err);

	while (rc == RELAIS_OK && length && !c->rejected) {
		arrows a = { 0 };

		if (of_dates)
			add_dates(c, &a);
		else
			add_ties(c, &a);
		if (!arrows_circle(&a, 2 * c->count, circle, &length))
			rc = fail_memory(err);
		else if (length)
			rc = refuse_circle(c, circle, length, of_dates, err);
		arrows_free(&a);
	}
	free(circle);
	return rc;
}

/* The first circle of one sort. */
static relais_status find_circle(chain *c, bool of_dates, text *path, relais_error *err)
{
	size_t *circle = calloc(2 * c->count + 1, sizeof *circle), length = 0;
	arrows a = { 0 };
	relais_status rc = RELAIS_OK;

	if (of_dates)
		add_dates(c, &a);
	else
		add_ties(c, &a);
	if (!circle || !arrows_circle(&a, 2 * c->count, circle, &length))
		rc = fail_memory(err);
	else if (length)
		name_circle(c, circle, length, of_dates, path);
	arrows_free(&a);
	free(circle);
	return rc;
}

relais_status chain_circle(relais_store *store, text *path, relais_error *err)
{
	map lines = { 0 };
	chain c = { .store = store, .lines = &lines };
	relais_status rc = load(&c, err);

	if (rc == RELAIS_OK)
		rc = find_circle(&c, false, path, err);
	if (rc == RELAIS_OK && !path->length)
		rc = find_circle(&c, true, path, err);
	if (rc == RELAIS_OK && path->failed)
		rc = fail_memory(err);
	unload(&c);
	return rc;
}

relais_status chain_settle(registry *g, relais_store *store, int64_t batch, told *t,
	relais_summary *summary, relais_error *err)
{
	chain c = {
		.store = store, .batch = batch, .told = t, .lines = &g->seen, .summary = summary
	};
	relais_status rc = RELAIS_OK;

	if (strcmp(g->k->name, "actions") != 0)
		return RELAIS_OK;
	do {
		c.rejected = 0;
		if ((rc = load(&c, err)) == RELAIS_OK)
			rc = refuse_unknown(&c, err);
		if (rc == RELAIS_OK && !c.rejected)
			rc = refuse_circles(&c, false, err);
		for (size_t i = 0; i < c.count; i++)
			c.all[i].is_ignored = false;
		if (rc == RELAIS_OK && !c.rejected)
			rc = refuse_circles(&c, true, err);
		unload(&c);
	} while (rc == RELAIS_OK && c.rejected);
	return rc;
}
