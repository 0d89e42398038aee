/* SPDX-License-Identifier: MIT
 * The figures of a relay's batch, by the staging of files: new, revised, unchanged. What the
 * relay had accepted is not judged again; what another store says of the same figure is, by
 * --on-conflict. Figures an undo took away go here too, when they were the relay's.
 */
#include "../../base/error.h"
#include "../../base/period.h"
#include "../../base/words.h"
#include "relay.h"

enum { BATCH, FIGURE, VALUE, STATE, LINE };

typedef struct transfer {
	merging *m;
	directories known;
	limits_table limits;
	staging *staging;
	stmt *held, *retire, *remove;
} transfer;

/* Our id for one of the relay's; 0: there is none. */
static relais_status translate(const transfer *t, map *ids, const char *table, int64_t theirs,
	int64_t *ours, relais_error *err)
{
	char sql[128];
	relais_status rc;
	stmt *code, *id;

	*ours = 0;
	if (map_get(ids, (const char *)&theirs, sizeof theirs, ours))
		return RELAIS_OK;
	snprintf(sql, sizeof sql, "SELECT code FROM %s WHERE %s_id = ?1", table, table);
	if ((rc = stmt_prepare(&code, t->m->relay->store, sql, err)) != RELAIS_OK)
		return rc;
	snprintf(sql, sizeof sql, "SELECT %s_id FROM %s WHERE code = ?1", table, table);
	if ((rc = stmt_prepare(&id, t->m->store, sql, err)) == RELAIS_OK) {
		stmt_bind_int_at(code, 1, theirs);
		if ((rc = stmt_step(code, err)) == RELAIS_OK) {
			stmt_bind_text_at(id, 1, stmt_text(code, 0));
			if ((rc = stmt_step(id, err)) == RELAIS_OK)
				*ours = stmt_int(id, 0);
		}
		stmt_free(id);
	}
	stmt_free(code);
	if (rc != RELAIS_OK)
		return rc == RELAIS_END ? RELAIS_OK : rc;
	return map_put(ids, (const char *)&theirs, sizeof theirs, *ours) ? RELAIS_OK
									 : fail_memory(err);
}

typedef struct figure {
	int64_t indicator, office;
	relais_period period;
	staged row;
	bool is_known; /* both ids are */
} figure;

static relais_status read_key(const transfer *t, const stmt *s, figure *f, relais_error *err)
{
	uint64_t key = (uint64_t)stmt_int(s, FIGURE);
	relay *r = t->m->relay;
	relais_status rc;

	*f = (figure){ .period = figure_period(key) };
	if ((rc = translate(t, &r->indicators, "indicator", figure_indicator(key),
		     &f->indicator, err)) != RELAIS_OK ||
		(rc = translate(t, &r->offices, "office", figure_office(key), &f->office,
			 err)) != RELAIS_OK)
		return rc;
	f->row.key = figure_id(f->indicator, f->period, f->office);
	f->is_known = f->indicator && f->office;
	return RELAIS_OK;
}

/* The relay counts an indicator in decimals of its own. */
static relais_status decimals_there(
	const transfer *t, int64_t indicator, int64_t *out, relais_error *err)
{
	map *known = &t->m->relay->decimals;
	relais_status rc;
	stmt *s;

	if (map_get(known, (const char *)&indicator, sizeof indicator, out))
		return RELAIS_OK;
	*out = 0;
	if ((rc = stmt_prepare(&s, t->m->relay->store,
		     "SELECT decimals FROM indicator WHERE indicator_id = ?1", err)) !=
		RELAIS_OK)
		return rc;
	stmt_bind_int_at(s, 1, indicator);
	if ((rc = stmt_step(s, err)) == RELAIS_OK)
		*out = stmt_int(s, 0);
	stmt_free(s);
	if (rc != RELAIS_OK && rc != RELAIS_END)
		return rc;
	return map_put(known, (const char *)&indicator, sizeof indicator, *out)
		       ? RELAIS_OK
		       : fail_memory(err);
}

/* Another store has told the figure: 0 in *held when none has, or it says the same. */
static relais_status find_other(
	const transfer *t, const figure *f, int64_t *held, relais_error *err)
{
	relais_status rc;

	*held = 0;
	if (t->m->options->on_conflict == RELAIS_ON_CONFLICT_REVISE)
		return RELAIS_OK;
	stmt_bind_int_at(t->held, 1, (int64_t)f->row.key);
	if ((rc = stmt_step(t->held, err)) == RELAIS_OK &&
		!relay_owns(t->m->relay, stmt_int(t->held, 0)) &&
		stmt_int(t->held, 2) != STATE_MISSING &&
		(stmt_int(t->held, 1) != f->row.value || stmt_int(t->held, 2) != f->row.state))
		*held = stmt_int(t->held, 0);
	stmt_reset(t->held);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

static relais_status meet_other(
	const transfer *t, const figure *f, int64_t held, relais_error *err)
{
	const char *office = codes_spell(&t->known.offices, f->office);
	const char *indicator = codes_spell(&t->known.indicators, f->indicator);
	char period[16], source[JOURNAL_SOURCE_SIZE];
	merging *m = t->m;
	relais_status rc;

	relais_period_print(f->period, period);
	if ((rc = journal_source(m->store, held, source, err)) != RELAIS_OK)
		return rc;
	if (m->options->on_conflict == RELAIS_ON_CONFLICT_FAIL)
		return fail_at(err, RELAIS_E_DATA, (place){ m->relay->name, 0, 0, "conflict" },
			"%s, %s, %s is known otherwise (batch %lld, %s): nothing of the stores was taken",
			office, indicator, period, (long long)held, source);
	m->counts.skipped++;
	told_note(&m->told, (spot){ f->row.line, 0 }, "kept-known",
		"%s, %s, %s stays as %s gave it (batch %lld)", office, indicator, period,
		source, (long long)held);
	return RELAIS_OK;
}

/* To our decimals; false: digits would be lost. */
static bool fits(const transfer *t, figure *f, int decimals)
{
	number n = { f->row.value, decimals };
	bool lossy = false;

	if (f->row.state != STATE_VALUE)
		return true;
	if (!number_rescale(n, t->limits.by_id[f->indicator].decimals, &n, &lossy) || lossy)
		return false;
	f->row.value = n.units;
	f->row.decimals = (uint8_t)n.decimals;
	return true;
}

static relais_status take(transfer *t, const stmt *s, relais_error *err)
{
	merging *m = t->m;
	relais_status rc;
	int64_t other, decimals;
	figure f;

	m->counts.read++;
	if ((rc = read_key(t, s, &f, err)) != RELAIS_OK ||
		(rc = decimals_there(t, figure_indicator((uint64_t)stmt_int(s, FIGURE)),
			 &decimals, err)) != RELAIS_OK)
		return rc;
	f.row.value = stmt_int(s, VALUE);
	f.row.state = (uint8_t)stmt_int(s, STATE);
	f.row.line = (uint32_t)stmt_int(s, LINE);
	if (!f.is_known) {
		told_reject(&m->told, (spot){ f.row.line, 0 }, "not-merged",
			"its office or its indicator was not taken: correct it in the relay's store");
		return RELAIS_OK;
	}
	if (!fits(t, &f, (int)decimals)) {
		told_reject(&m->told, (spot){ f.row.line, 0 }, "finer-than-here",
			"%s has more decimals there than here: its figures would be rounded",
			codes_spell(&t->known.indicators, f.indicator));
		return RELAIS_OK;
	}
	if ((rc = find_other(t, &f, &other, err)) != RELAIS_OK)
		return rc;
	if (other)
		return meet_other(t, &f, other, err);
	return staging_add(t->staging, f.indicator, f.period, f.office, &f.row, err);
}

/* What an undo took away, when it was the relay's. */
static relais_status remove_one(transfer *t, const stmt *s, relais_error *err)
{
	stmt *const steps[] = { t->retire, t->remove };
	merging *m = t->m;
	relais_status rc;
	figure f;

	if ((rc = read_key(t, s, &f, err)) != RELAIS_OK || !f.is_known)
		return rc;
	stmt_bind_int_at(t->held, 1, (int64_t)f.row.key);
	rc = stmt_step(t->held, err);
	if (rc == RELAIS_OK && !relay_owns(m->relay, stmt_int(t->held, 0)))
		rc = RELAIS_END;
	stmt_reset(t->held);
	for (size_t i = 0; i < 2 && rc == RELAIS_OK; i++) {
		stmt_bind_int_at(steps[i], 1, (int64_t)f.row.key);
		if (i == 0)
			stmt_bind_int_at(steps[i], 2, m->batch);
		rc = stmt_run(steps[i], err);
	}
	if (rc == RELAIS_OK) {
		m->counts.read++;
		m->counts.revised++;
	}
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

/* The rows of a statement sorted by batch that are of the batch at hand. */
static relais_status walk(transfer *t, stmt *s, bool *has_row,
	relais_status (*each)(transfer *t, const stmt *s, relais_error *err), relais_error *err)
{
	relais_status rc = RELAIS_OK;

	while (rc == RELAIS_OK && *has_row && stmt_int(s, BATCH) <= t->m->relay->batch) {
		if (stmt_int(s, BATCH) == t->m->relay->batch)
			rc = each(t, s, err);
		if (rc == RELAIS_OK) {
			rc = stmt_step(s, err);
			*has_row = rc == RELAIS_OK;
		}
	}
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

static relais_status open_transfer(transfer *t, relais_error *err)
{
	static const char held[] = "SELECT batch_id, coalesce(value, 0), state\n"
				   "  FROM observation\n"
				   " WHERE figure_id = ?1";
	static const char retire[] =
		"INSERT INTO superseded (figure_id, until_batch_id, value, state, batch_id, line)\n"
		"SELECT figure_id, ?2, value, state, batch_id, line\n"
		"  FROM observation\n"
		" WHERE figure_id = ?1";
	static const char delete[] = "DELETE FROM observation WHERE figure_id = ?1";
	merging *m = t->m;
	relais_status rc;

	if ((rc = directories_load(&t->known, m->store, err)) != RELAIS_OK ||
		(rc = limits_load(&t->limits, m->store, err)) != RELAIS_OK ||
		(rc = stmt_prepare(&t->held, m->store, held, err)) != RELAIS_OK ||
		(rc = stmt_prepare(&t->retire, m->store, retire, err)) != RELAIS_OK ||
		(rc = stmt_prepare(&t->remove, m->store, delete, err)) != RELAIS_OK)
		return rc;
	m->own.on_conflict = RELAIS_ON_CONFLICT_REVISE;
	return staging_open(&t->staging, m->store, m->batch, &t->limits, &t->known.offices,
		&t->known.indicators, &m->own, &m->told, err);
}

static void close_transfer(transfer *t)
{
	staging_close(t->staging);
	stmt_free(t->held);
	stmt_free(t->retire);
	stmt_free(t->remove);
	limits_free(&t->limits);
	directories_free(&t->known);
}

relais_status relay_figures(merging *m, relais_error *err)
{
	transfer t = { .m = m };
	staging_counts counts = { 0 };
	relay *r = m->relay;
	relais_status rc;

	if (!(r->has_figure && stmt_int(r->figures, BATCH) <= r->batch) &&
		!(r->has_gone && stmt_int(r->gone, BATCH) <= r->batch))
		return RELAIS_OK;
	if ((rc = open_transfer(&t, err)) == RELAIS_OK &&
		(rc = walk(&t, r->gone, &r->has_gone, remove_one, err)) == RELAIS_OK &&
		(rc = walk(&t, r->figures, &r->has_figure, take, err)) == RELAIS_OK)
		rc = staging_finish(t.staging, &counts, err);
	close_transfer(&t);
	m->counts.created += counts.created;
	m->counts.revised += counts.revised;
	m->counts.unchanged += counts.unchanged;
	return rc;
}
