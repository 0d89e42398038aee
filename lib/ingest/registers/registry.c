/* SPDX-License-Identifier: MIT
 * Registers and journals. Statements of a register: id of a key, new key, what is known, end
 * it, begin it; of a journal: is it there, add it.
 */
#include "registry_inside.h"

#include <stdlib.h>
#include <string.h>

#include "../../base/arena.h"
#include "../../base/error.h"
#include "../../base/words.h"
#include "../../model/kind_measure.h"
#include "../../model/rule.h"
#include "action_row.h"
#include "label_row.h"

static size_t statements(const kind *k)
{
	return k->way == KIND_JOURNAL ? (size_t)JOURNAL_STATEMENTS
				      : (size_t)REGISTER_STATEMENTS;
}

relais_status registry_open(registry **out, const kind *k, relais_store *store, int64_t batch,
	maker *make, const directories *known, told *t, relais_error *err)
{
	registry *g = calloc(1, sizeof *g);
	relais_status rc;

	*out = NULL;
	if (!g)
		return fail_memory(err);
	*g = (registry){
		.k = k, .store = store, .batch = batch, .make = make, .known = known, .told = t
	};
	g->parent = kind_column_at(k, "parent");
	g->is_sync = (!strcmp(k->name, "offices") && known->offices.count > 0) ||
		     (!strcmp(k->name, "territories") && known->territories.count > 0);
	g->values = calloc(k->count, sizeof *g->values);
	g->before = calloc(k->count, sizeof *g->before);
	rc = g->values && g->before ? stmt_prepare_all(g->s, statements(k), store, k->sql, err)
				    : fail_memory(err);
	if (rc == RELAIS_OK)
		rc = guard_open(&g->guard, k, store, err);
	if (rc == RELAIS_OK && !strcmp(k->name, "events"))
		rc = lineage_open(&g->lineage, store, batch, make, known, t, err);
	if (rc != RELAIS_OK) {
		registry_close(g);
		return rc;
	}
	*out = g;
	return RELAIS_OK;
}

void registry_close(registry *g)
{
	if (!g)
		return;
	stmt_free_all(g->s, statements(g->k));
	guard_close(&g->guard);
	lineage_close(g->lineage);
	map_free(&g->seen);
	map_free(&g->listed);
	arena_free(&g->row);
	free(g->values);
	free(g->before);
	free(g);
}

/* Binds what the statement names: :id, :batch, :line and any column of the kind. */
static void bind_row(const registry *g, stmt *s, int64_t id, spot at)
{
	char parameter[64];

	if (stmt_has(s, ":id"))
		stmt_bind_int(s, ":id", id);
	if (stmt_has(s, ":batch"))
		stmt_bind_int(s, ":batch", g->batch);
	if (stmt_has(s, ":line"))
		stmt_bind_int(s, ":line", (int64_t)at.line);
	for (size_t i = 0; i < g->k->count; i++) {
		const kind_column *c = &g->k->columns[i];
		int where;

		snprintf(parameter, sizeof parameter, ":%s", c->name);
		if (!(where = stmt_position(s, parameter)))
			continue;
		if (g->values[i] && (c->type == CELL_INTEGER || c->type == CELL_YESNO ||
					    c->type == CELL_DECIMALS))
			stmt_bind_int_at(s, where, strtoll(g->values[i], NULL, 10));
		else
			stmt_bind_text_at(s, where, g->values[i]);
	}
}

/* What is known fills what the row does not say; a new row gets the usual values. */
static relais_status complete(
	registry *g, const char *const *said, int64_t id, relais_error *err)
{
	relais_status rc = RELAIS_END;
	stmt *s = g->s[CURRENT];

	memset(g->before, 0, g->k->count * sizeof *g->before);
	if (id) {
		bind_row(g, s, id, (spot){ 0 });
		rc = stmt_step(s, err);
	}
	g->is_known = rc == RELAIS_OK;
	for (int c = 0; rc == RELAIS_OK && c < stmt_columns(s); c++) {
		size_t i = kind_column_at(g->k, stmt_column_name(s, c));

		if (!stmt_is_null(s, c) &&
			!(g->before[i] = arena_string(&g->row, stmt_text(s, c))))
			rc = fail_memory(err);
	}
	stmt_reset(s);
	if (rc != RELAIS_OK && rc != RELAIS_END)
		return rc;
	for (size_t i = 0; i < g->k->count; i++) {
		if (id && !said[i] && !kind_is_key(g->k, i))
			g->values[i] = g->before[i];
		if (!g->values[i])
			g->values[i] = g->k->columns[i].fallback;
	}
	return RELAIS_OK;
}

/* What a source is asked was read by that source: another one brings a filter of its own. */
static bool keeps_filter_of_another(const registry *g)
{
	const measure_source *now, *then;

	if (g->k->check != check_measure || !g->values[MEASURE_FILTER] ||
		!g->before[MEASURE_FILTER] ||
		strcmp(g->values[MEASURE_FILTER], g->before[MEASURE_FILTER]) != 0)
		return false;
	now = measure_source_named(g->values[MEASURE_SOURCE]);
	then = measure_source_named(g->before[MEASURE_SOURCE]);
	return now && now != then && (!then || now->filter != then->filter);
}

/* Rules of the whole row; false: said and rejected. */
static bool is_sound(registry *g, int64_t id, spot at)
{
	const kind *k = g->k;
	const char *why = NULL, *rule = NULL;

	for (size_t i = 0; i < k->count; i++)
		if (k->columns[i].required && !g->values[i]) {
			told_reject(g->told, at, "missing-value",
				"'%s' is needed and not said: fill it in", k->columns[i].name);
			return false;
		}
	if (k->check && (rule = k->check(g->values, &why))) {
		told_reject(g->told, at, rule, "%s", words(g->told->lang, why));
		return false;
	}
	if (id && keeps_filter_of_another(g)) {
		told_reject(g->told, at, "unknown-formula",
			"that cannot be counted in this source: say source, filter and count together");
		return false;
	}
	for (size_t i = 0; id && i < k->count; i++)
		if (k->columns[i].type == CELL_DECIMALS && g->before[i] &&
			strcmp(g->before[i], g->values[i]) != 0) {
			told_reject(g->told, at, "fixed-value",
				"'%s' is %s and cannot become %s: figures are counted in it",
				k->columns[i].name, g->before[i], g->values[i]);
			return false;
		}
	return true;
}

/* The first column of which the row says something else than what is known; their count: none. */
static size_t first_difference(const registry *g)
{
	size_t i = 0;

	for (; i < g->k->count; i++) {
		const char *a = g->before[i], *b = g->values[i];

		if (!kind_is_key(g->k, i) && (a || b) && (!a || !b || strcmp(a, b) != 0))
			break;
	}
	return i;
}

static bool differs(const registry *g)
{
	return first_difference(g) < g->k->count;
}

/* Ends the version of `id` (0: there is none, the key is new) and begins the row's. */
static relais_status write_version(registry *g, int64_t id, spot at, relais_error *err)
{
	int step = id ? END_VERSION : ADD;
	relais_status rc;

	bind_row(g, g->s[step], id, at);
	if ((rc = stmt_run(g->s[step], err)) != RELAIS_OK)
		return rc;
	if (!id)
		id = store_last_id(g->store);
	bind_row(g, g->s[BEGIN_VERSION], id, at);
	return stmt_run(g->s[BEGIN_VERSION], err);
}

static const char *known_as(const char *value)
{
	return value ? value : "";
}

/* What a line changed, column by column; that it is new, where a register was there before. */
static void tell_changes(const registry *g, spot at)
{
	const char *key = g->key;

	for (size_t i = 0; g->is_known && i < g->k->count; i++)
		if (!kind_is_key(g->k, i) &&
			strcmp(known_as(g->before[i]), known_as(g->values[i])) != 0)
			told_note(g->told, at, "changed", "%s: %s '%s' → '%s'", key,
				g->k->columns[i].name, known_as(g->before[i]),
				known_as(g->values[i]));
	if (!g->is_known && g->is_sync)
		told_note(g->told, at, "new-row", "%s: new", key);
}

/* A key twice in one file: the same again is nothing new, anything else is refused. */
static relais_status put_again(registry *g, int64_t line, spot at, relais_summary *summary)
{
	if (differs(g))
		told_reject(g->told, at, "duplicate-conflict",
			"'%s' stands twice with different values (see line %lld): keep the right line",
			g->key, (long long)line);
	else
		summary->unchanged++;
	return RELAIS_OK;
}

/* A changed row, when changes are not wanted: what is known stays, or the file is refused. */
static relais_status give_way(
	const registry *g, spot at, relais_summary *summary, relais_error *err)
{
	size_t i = first_difference(g);
	const char *known = g->before[i] ? g->before[i] : "";
	const char *said = g->values[i] ? g->values[i] : "";
	const char *key = g->key;

	if (g->make->options->on_conflict == RELAIS_ON_CONFLICT_FAIL)
		return fail_at(err, RELAIS_E_DATA, (place){ NULL, at.line, 0, "conflict" },
			"the %s of '%s' is known as '%s' and this line says '%s': nothing of the file was taken",
			g->k->columns[i].name, key, known, said);
	summary->skipped++;
	told_note(g->told, at, "kept-known",
		"'%s' stays as it is: its %s is '%s', this line says '%s'", key,
		g->k->columns[i].name, known, said);
	return RELAIS_OK;
}

static void reject_without_key(registry *g, spot at)
{
	size_t i = g->k->key;

	while (g->values[i])
		i++;
	told_reject(g->told, at, "missing-value", "'%s' is needed and not said: fill it in",
		g->k->columns[i].name);
}

/* The id of the row's key; 0: there is none. */
static relais_status find_id(registry *g, int64_t *id, relais_error *err)
{
	relais_status rc;

	*id = 0;
	bind_row(g, g->s[ID], 0, (spot){ 0 });
	if ((rc = stmt_step(g->s[ID], err)) == RELAIS_OK)
		*id = stmt_int(g->s[ID], 0);
	stmt_reset(g->s[ID]);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

static relais_status put_version(registry *g, const char *const *said, spot at,
	relais_summary *summary, relais_error *err)
{
	const char *key = g->key;
	int64_t id = 0, line;
	bool holds;
	relais_status rc;

	if (!key) {
		reject_without_key(g, at);
		return RELAIS_OK;
	}
	if ((rc = find_id(g, &id, err)) != RELAIS_OK ||
		(rc = complete(g, said, id, err)) != RELAIS_OK)
		return rc;
	action_settle(g, said);
	if (!is_sound(g, id, at))
		return RELAIS_OK;
	action_row(g, said, at, &holds);
	if (!holds)
		return RELAIS_OK;
	if ((rc = label_row(g, at, &holds, err)) != RELAIS_OK || !holds)
		return rc;
	if ((rc = guard_row(&g->guard, g->values, g->told, at, &holds, err)) != RELAIS_OK ||
		!holds)
		return rc;
	if (map_get(&g->seen, key, strlen(key), &line))
		return put_again(g, line, at, summary);
	if (!map_put(&g->seen, key, strlen(key), (int64_t)at.line))
		return fail_memory(err);
	if (g->is_known && !differs(g)) {
		summary->unchanged++;
		return RELAIS_OK;
	}
	if (g->is_known && g->make->options->on_conflict != RELAIS_ON_CONFLICT_REVISE)
		return give_way(g, at, summary, err);
	*(g->is_known ? &summary->revised : &summary->created) += 1;
	tell_changes(g, at);
	return write_version(g, id, at, err);
}

static relais_status put_entry(registry *g, spot at, relais_summary *summary, relais_error *err)
{
	bool holds = true;
	relais_status rc;

	if (!is_sound(g, 0, at))
		return RELAIS_OK;
	bind_row(g, g->s[FIND], 0, at);
	rc = stmt_step(g->s[FIND], err);
	stmt_reset(g->s[FIND]);
	if (rc == RELAIS_OK)
		summary->unchanged++;
	if (rc != RELAIS_END ||
		(rc = guard_row(&g->guard, g->values, g->told, at, &holds, err)) != RELAIS_OK ||
		!holds)
		return rc;
	if (g->lineage && ((rc = lineage_apply(g->lineage, g->values, at, summary, &holds,
				    err)) != RELAIS_OK ||
				  !holds))
		return rc;
	summary->created++;
	bind_row(g, g->s[APPEND], 0, at);
	return stmt_run(g->s[APPEND], err);
}

bool registry_lists(const registry *g, const char *key)
{
	int64_t unused;

	return map_get(&g->listed, key, strlen(key), &unused);
}

uint64_t registry_named_rejections(const registry *g)
{
	return g->named_rejections;
}

/* A whole register lists a row also when it cannot be taken. */
static relais_status list(registry *g, relais_error *err)
{
	const char *key = g->key;

	if (!key || !g->make->options->whole || map_put(&g->listed, key, strlen(key), 1))
		return RELAIS_OK;
	return fail_memory(err);
}

static relais_status put_row(registry *g, const char *const *said, const size_t *fields,
	spot at, relais_summary *summary, relais_error *err)
{
	relais_status rc, listed;
	bool is_read = registry_read(g, said, fields, at, err, &rc);

	if (rc == RELAIS_OK && ((listed = registry_read_key(g, err)) != RELAIS_OK ||
				       (listed = list(g, err)) != RELAIS_OK))
		return listed;
	if (!is_read)
		return rc;
	if (g->k->way == KIND_JOURNAL)
		return put_entry(g, at, summary, err);
	return put_version(g, said, at, summary, err);
}

relais_status registry_put(registry *g, const char *const *said, const size_t *fields, spot at,
	relais_summary *summary, relais_error *err)
{
	uint64_t rejected = g->told->rejected;
	relais_status rc;

	if (fields && g->parent < g->k->count)
		g->parent_at = (unsigned long)fields[g->parent] + 1;
	summary->read++;
	arena_free(&g->row);
	memset(g->values, 0, g->k->count * sizeof *g->values);
	rc = put_row(g, said, fields, at, summary, err);
	if (rc == RELAIS_OK && g->key)
		g->named_rejections += g->told->rejected - rejected;
	return rc;
}

/* The row of `key` as known, into the row at hand. */
static relais_status recall(registry *g, const char *key, int64_t *id, relais_error *err)
{
	const char *const nothing[64] = { NULL };
	relais_status rc;

	arena_free(&g->row);
	memset(g->values, 0, g->k->count * sizeof *g->values);
	g->values[g->k->key] = g->key = key;
	if ((rc = find_id(g, id, err)) != RELAIS_OK)
		return rc;
	return complete(g, nothing, *id, err);
}

relais_status registry_known(
	registry *g, const char *key, size_t column, const char **value, relais_error *err)
{
	int64_t id;
	relais_status rc = recall(g, key, &id, err);

	*value = rc == RELAIS_OK ? g->before[column] : NULL;
	return rc;
}

relais_status registry_revise(registry *g, const char *key, const revision *changes,
	size_t count, spot at, const char **why, relais_error *err)
{
	bool holds = true;
	int64_t id;
	relais_status rc;

	*why = NULL;
	if ((rc = recall(g, key, &id, err)) != RELAIS_OK)
		return rc;
	for (size_t i = 0; i < count; i++)
		g->values[changes[i].column] = changes[i].value;
	if ((g->k->check && g->k->check(g->values, why)) || !differs(g))
		return RELAIS_OK;
	if (guard_concerns(&g->guard, g->before, g->values) &&
		(rc = guard_row(&g->guard, g->values, g->told, at, &holds, err)) != RELAIS_OK)
		return rc;
	if (!holds) {
		*why = "";
		return RELAIS_OK;
	}
	tell_changes(g, at);
	return write_version(g, id, at, err);
}
