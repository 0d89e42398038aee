/* SPDX-License-Identifier: MIT
 * Chunks and their merge. For each indicator and period of a sorted chunk, the store's rows
 * are walked beside it: what is not there is new, what differs is revised (the old row goes
 * to `superseded`), the rest is unchanged. Two lines of one file that disagree are both
 * refused, whatever their order, so that the order of lines never decides a figure.
 */
#include "staging_inside.h"

#include <stdlib.h>

#include "../../base/error.h"
#include "../../base/period.h"

relais_status staging_open(staging **out, relais_store *store, int64_t batch,
	limits_table *table, const codes *offices, const codes *indicators,
	const relais_import_options *options, told *t, relais_error *err)
{
	const conflicts about = { .store = store,
		.options = options,
		.limits = table,
		.offices = offices,
		.indicators = indicators,
		.told = t };
	staging *g = calloc(1, sizeof *g);
	relais_status rc;

	*out = NULL;
	if (!g)
		return fail_memory(err);
	*g = (staging){ .store = store,
		.batch = batch,
		.chunk = staging_chunk(),
		.limits = table,
		.offices = offices,
		.indicators = indicators,
		.told = t };
	rc = stmt_prepare_all(g->s, STATEMENTS, store, (const char *)relais_sql_merge, err);
	if (rc == RELAIS_OK)
		rc = conflicts_open(&g->conflicts, &about, err);
	if (rc != RELAIS_OK) {
		staging_close(g);
		return rc;
	}
	*out = g;
	return RELAIS_OK;
}

void staging_close(staging *g)
{
	if (!g)
		return;
	stmt_free_all(g->s, STATEMENTS);
	stmt_free(g->touch);
	map_free(&g->refused);
	free(g->kept_decimals);
	runs_close(g->runs);
	free(g->rows);
	free(g->spare);
	free(g);
}

relais_status staging_watch(staging *g, bool (*is_watched)(const void *self, int64_t indicator),
	const void *self, relais_error *err)
{
	static const char create[] =
		"CREATE TEMP TABLE IF NOT EXISTS touched(\n"
		"  indicator INTEGER, period INTEGER, PRIMARY KEY (indicator, period)) WITHOUT ROWID;\n"
		"DELETE FROM temp.touched";
	relais_status rc = store_execute(g->store, create, err);

	g->is_watched = is_watched;
	g->watcher = self;
	if (rc != RELAIS_OK)
		return rc;
	return stmt_prepare(
		&g->touch, g->store, "INSERT OR IGNORE INTO temp.touched VALUES (?1, ?2)", err);
}

static bool same(const staged *a, const staged *b)
{
	return a->state == b->state && (a->state != STATE_VALUE || a->value == b->value);
}

static void bind_key(stmt *s, uint64_t key)
{
	stmt_bind_int_at(s, 1, (int64_t)key);
}

static void refuse(staging *g, const staged *row, unsigned long other)
{
	char period[16];

	relais_period_print(figure_period(row->key), period);
	told_reject(g->told, (spot){ row->line, 0 }, "duplicate-conflict",
		"%s, %s, %s stands twice with different values (see line %lu): keep the right line",
		codes_spell(g->offices, figure_office(row->key)),
		codes_spell(g->indicators, figure_indicator(row->key)), period, other);
}

/* Equal keys within a chunk: the first line counts, equal ones repeat it, a different one
 * condemns them all. */
static void settle_repeats(staging *g)
{
	for (size_t i = 0; i < g->count;) {
		size_t end = i + 1;
		bool agree = true;

		for (; end < g->count && g->rows[end].key == g->rows[i].key; end++)
			agree = agree && same(&g->rows[i], &g->rows[end]);
		for (size_t k = i + 1; k < end; k++)
			g->rows[k].outcome = OUTCOME_REPEATED;
		for (size_t k = i; !agree && k < end; k++) {
			g->rows[k].outcome = OUTCOME_CONFLICT;
			refuse(g, &g->rows[k], g->rows[k == i ? i + 1 : i].line);
		}
		i = end;
	}
}

/* Keys condemned by an earlier chunk stay so. */
static void settle_refused(staging *g)
{
	int64_t line;

	for (size_t i = 0; g->refused.count > 0 && i < g->count; i++) {
		staged *row = &g->rows[i];

		if (!map_get(&g->refused, (const char *)&row->key, sizeof row->key, &line))
			continue;
		if (row->outcome != OUTCOME_CONFLICT)
			refuse(g, row, (unsigned long)line);
		row->outcome = OUTCOME_CONFLICT;
	}
}

/* Takes a line of this file out of the store again, and what it had replaced back in. */
static relais_status withdraw(staging *g, uint64_t key, relais_error *err)
{
	relais_status rc;

	bind_key(g->s[WITHDRAW], key);
	if ((rc = stmt_run(g->s[WITHDRAW], err)) != RELAIS_OK)
		return rc;
	bind_key(g->s[RESTORE], key);
	stmt_bind_int_at(g->s[RESTORE], 2, g->batch);
	if ((rc = stmt_run(g->s[RESTORE], err)) != RELAIS_OK)
		return rc;
	*(store_changes(g->store) > 0 ? &g->counts.revised : &g->counts.created) -= 1;
	bind_key(g->s[FORGET], key);
	stmt_bind_int_at(g->s[FORGET], 2, g->batch);
	return stmt_run(g->s[FORGET], err);
}

/* A line of an earlier chunk of this very file holds the key: agree, or condemn both. */
static relais_status meet_own(staging *g, staged *row, const staged *held, relais_error *err)
{
	int64_t line = held->line;

	if (row->outcome != OUTCOME_CONFLICT && same(row, held)) {
		row->outcome = OUTCOME_REPEATED;
		return RELAIS_OK;
	}
	if (map_get(&g->refused, (const char *)&row->key, sizeof row->key, &line))
		return RELAIS_OK; /* its other line in this chunk has condemned it already */
	if (row->outcome != OUTCOME_CONFLICT)
		refuse(g, row, held->line);
	row->outcome = OUTCOME_CONFLICT;
	refuse(g, held, row->line);
	if (!map_put(&g->refused, (const char *)&row->key, sizeof row->key, line))
		return fail_memory(err);
	return withdraw(g, row->key, err);
}

static relais_status meet(
	staging *g, staged *row, const staged *held, int64_t batch, relais_error *err)
{
	static const uint8_t outcomes[] = { [VERDICT_REVISE] = OUTCOME_REVISED,
		[VERDICT_KEEP] = OUTCOME_KEPT,
		[VERDICT_REFUSE] = OUTCOME_CONFLICT };
	relais_status rc;
	verdict so;

	if (batch == g->batch && row->outcome != OUTCOME_REPEATED)
		return meet_own(g, row, held, err);
	if (row->outcome == OUTCOME_CONFLICT || row->outcome == OUTCOME_REPEATED)
		return RELAIS_OK;
	if (same(row, held) || (row->is_blank && held->state != STATE_MISSING)) {
		row->outcome = OUTCOME_UNCHANGED;
		return RELAIS_OK;
	}
	rc = conflicts_judge(&g->conflicts, row, held, batch, &so, err);
	row->outcome = outcomes[so];
	return rc;
}

/* New figures among rows [i, end), of a period of which others were known. */
static void note_late(staging *g, size_t i, size_t end)
{
	relais_period p = figure_period(g->rows[i].key);
	uint64_t late = 0;

	if (!closing_is_final(&g->conflicts.closing, p))
		return;
	for (; i < end; i++)
		late += g->rows[i].outcome == OUTCOME_NEW && !g->rows[i].is_blank;
	conflicts_note_late(&g->conflicts, p, late);
}

/* Rows [i, end) share indicator and period: walk the store's beside them. */
static relais_status compare_run(staging *g, size_t i, size_t end, relais_error *err)
{
	stmt *find = g->s[FIND];
	size_t first = i;
	bool others = false;
	relais_status rc;

	bind_key(find, g->rows[i].key & ~(uint64_t)FIGURE_MAX_OFFICE);
	stmt_bind_int_at(find, 2, (int64_t)(g->rows[i].key | FIGURE_MAX_OFFICE));
	while ((rc = stmt_step(find, err)) == RELAIS_OK) {
		staged held = { .key = (uint64_t)stmt_int(find, 0),
			.value = stmt_int(find, 1),
			.state = (uint8_t)stmt_int(find, 2),
			.line = (uint32_t)stmt_int(find, 4) };

		int64_t batch = stmt_int(find, 3);

		others = others || batch < g->conflicts.closing.first_today;
		while (i < end && g->rows[i].key < held.key)
			i++;
		for (; i < end && g->rows[i].key == held.key && rc == RELAIS_OK; i++)
			rc = meet(g, &g->rows[i], &held, batch, err);
		if (rc != RELAIS_OK || i == end)
			break;
	}
	stmt_reset(find);
	if (others && (rc == RELAIS_OK || rc == RELAIS_END))
		note_late(g, first, end);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

/* Rows [i, end) share indicator and period. */
static relais_status touch_run(staging *g, size_t i, size_t end, relais_error *err)
{
	uint64_t key = g->rows[i].key;

	while (i < end && g->rows[i].outcome != OUTCOME_NEW &&
		g->rows[i].outcome != OUTCOME_REVISED)
		i++;
	if (i == end || !g->is_watched || !g->is_watched(g->watcher, figure_indicator(key)))
		return RELAIS_OK;
	stmt_bind_int_at(g->touch, 1, figure_indicator(key));
	stmt_bind_int_at(g->touch, 2, figure_period(key));
	return stmt_run(g->touch, err);
}

/* The five fields of a figure, from parameter `first` on. */
static void bind_figure(stmt *s, int first, const staging *g, const staged *row)
{
	stmt_bind_int_at(s, first, (int64_t)row->key);
	if (row->state == STATE_VALUE)
		stmt_bind_int_at(s, first + 1, row->value);
	else
		stmt_bind_null_at(s, first + 1);
	stmt_bind_int_at(s, first + 2, row->state);
	stmt_bind_int_at(s, first + 3, g->batch);
	stmt_bind_int_at(s, first + 4, row->line);
}

/* The next MANY new figures from *i on in one statement; false when there are not as many. */
static bool bind_many(staging *g, size_t *i)
{
	int bound = 0;
	size_t k = *i;

	for (; k < g->count && bound < MANY; k++)
		if (g->rows[k].outcome == OUTCOME_NEW)
			bind_figure(
				g->s[INSERT_MANY], 1 + FIGURE_FIELDS * bound++, g, &g->rows[k]);
		else
			break;
	if (bound < MANY)
		return false;
	*i = k;
	return true;
}

static relais_status write_one(staging *g, const staged *row, relais_error *err)
{
	relais_status rc;

	switch (row->outcome) {
	case OUTCOME_NEW:
		g->counts.created++;
		bind_figure(g->s[INSERT], 1, g, row);
		return stmt_run(g->s[INSERT], err);
	case OUTCOME_REVISED:
		g->counts.revised++;
		bind_key(g->s[RETIRE], row->key);
		stmt_bind_int_at(g->s[RETIRE], 2, g->batch);
		if ((rc = stmt_run(g->s[RETIRE], err)) != RELAIS_OK)
			return rc;
		bind_figure(g->s[UPDATE], 1, g, row);
		return stmt_run(g->s[UPDATE], err);
	case OUTCOME_KEPT: g->counts.kept++; return RELAIS_OK;
	case OUTCOME_CONFLICT: return RELAIS_OK;
	default: g->counts.unchanged++; return RELAIS_OK;
	}
}

/* End of the run of rows that share the bits above `shift`. */
static size_t run_end(const staging *g, size_t i, int shift)
{
	uint64_t prefix = g->rows[i].key >> shift;

	while (i < g->count && g->rows[i].key >> shift == prefix)
		i++;
	return i;
}

/* A sorted chunk into the store. */
static relais_status settle(staging *g, relais_error *err)
{
	relais_status rc = RELAIS_OK;

	for (size_t i = 0, end; i < g->count && rc == RELAIS_OK; i = end)
		rc = staging_scale(g, i, end = run_end(g, i, 48), err);
	if (rc == RELAIS_OK) {
		settle_repeats(g);
		settle_refused(g);
	}
	for (size_t i = 0, end; i < g->count && rc == RELAIS_OK; i = end) {
		rc = compare_run(g, i, end = run_end(g, i, 30), err);
		if (rc == RELAIS_OK)
			rc = touch_run(g, i, end, err);
	}
	if (rc == RELAIS_OK)
		rc = conflicts_check(&g->conflicts, err);
	for (size_t i = 0; i < g->count && rc == RELAIS_OK;) {
		if (bind_many(g, &i)) {
			g->counts.created += MANY;
			rc = stmt_run(g->s[INSERT_MANY], err);
		} else {
			rc = write_one(g, &g->rows[i++], err);
		}
	}
	g->count = 0;
	return rc;
}

/* Sorted, and aside: the merge of all comes at the end. */
static relais_status flush(staging *g, relais_error *err)
{
	relais_status rc;

	staged_sort(g->rows, g->spare, g->count);
	if (!runs_take_more(g->runs))
		return settle(g, err);
	rc = runs_add(&g->runs, g->rows, g->count, err);
	g->count = 0;
	return rc;
}

/* What fits in one chunk never leaves memory. */
static relais_status settle_all(staging *g, relais_error *err)
{
	relais_status rc;

	if (!g->runs) {
		staged_sort(g->rows, g->spare, g->count);
		return settle(g, err);
	}
	if ((rc = flush(g, err)) == RELAIS_OK)
		rc = runs_start(g->runs, g->spare, g->chunk, err);
	while (rc == RELAIS_OK &&
		(rc = runs_take(g->runs, g->rows, g->chunk, &g->count, err)) == RELAIS_OK &&
		g->count > 0)
		rc = settle(g, err);
	return rc;
}

/* Room for more rows of a chunk: most files are small, and twelve megabytes twice are not. */
static relais_status make_room(staging *g, relais_error *err)
{
	size_t room = g->room ? 2 * g->room : FIRST_ROOM;
	staged *rows = realloc(g->rows, room * sizeof *rows);

	if (!rows)
		return fail_memory(err);
	g->rows = rows;
	free(g->spare);
	if (!(g->spare = malloc(room * sizeof *g->spare)))
		return fail_memory(err);
	g->room = room;
	return RELAIS_OK;
}

relais_status staging_add(staging *g, int64_t indicator, relais_period period, int64_t office,
	const staged *figure, relais_error *err)
{
	relais_status rc;

	if (g->count == g->chunk && (rc = flush(g, err)) != RELAIS_OK)
		return rc;
	if (g->count == g->room && (rc = make_room(g, err)) != RELAIS_OK)
		return rc;
	g->rows[g->count] = *figure;
	g->rows[g->count].key = figure_id(indicator, period, office);
	g->rows[g->count++].outcome = OUTCOME_NEW;
	return RELAIS_OK;
}

relais_status staging_finish(staging *g, staging_counts *counts, relais_error *err)
{
	relais_status rc = settle_all(g, err);

	*counts = g->counts;
	if (rc == RELAIS_OK)
		conflicts_finish(&g->conflicts);
	return rc;
}

relais_status staging_withdraw(
	staging *g, uint64_t key, staging_counts *counts, relais_error *err)
{
	relais_status rc = withdraw(g, key, err);

	*counts = g->counts;
	return rc;
}
