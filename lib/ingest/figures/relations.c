/* SPDX-License-Identifier: MIT
 * Relations: which there are, then what does not hold.
 */
#include "relations.h"

#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../table.h"

extern const unsigned char relais_share_relations[];
extern const unsigned long relais_share_relations_size;

enum { LEFT, OP, RIGHT, MISSING, SEVERITY };
static const char *const fields[] = { "left", "op", "right", "missing", "severity", NULL };

/* The same said again, later, is how it is: a file of relations may harden a built-in one. */
static relais_status add(relations *r, relation one, relais_error *err)
{
	for (size_t i = 0; i < r->count; i++)
		if (r->all[i].left == one.left && r->all[i].right == one.right &&
			!strcmp(r->all[i].op, one.op)) {
			r->all[i] = one;
			return RELAIS_OK;
		}
	if (r->count == r->capacity) {
		size_t capacity = r->capacity ? r->capacity * 2 : 16;
		relation *grown = realloc(r->all, capacity * sizeof *grown);

		if (!grown)
			return fail_memory(err);
		r->all = grown;
		r->capacity = capacity;
	}
	r->all[r->count++] = one;
	return RELAIS_OK;
}

static bool is_operator(const char *op)
{
	static const char *const all[] = { "<=", "<", "=", ">=", ">" };

	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (!strcmp(all[i], op))
			return true;
	return false;
}

static relais_status find_side(
	const relations *r, const table_row *row, size_t cell, int64_t *id, relais_error *err)
{
	const char *spelled = row->cells[cell];
	relais_lang lang = err ? err->lang : RELAIS_EN;
	char near[256];

	*id = codes_find(r->indicators, spelled, strlen(spelled));
	if (*id > 0 || r->is_built_in)
		return RELAIS_OK;
	codes_suggest(r->indicators, spelled, lang, near, sizeof near);
	return fail_at(err, RELAIS_E_DATA, (place){ row->input, row->line, cell + 1, NULL },
		"unknown indicator '%s'%s", spelled, near);
}

static relais_status take_relation(void *self, const table_row *row, relais_error *err)
{
	relations *r = self;
	const char *op = row->cells[OP], *missing = row->cells[MISSING];
	const char *severity = row->cells[SEVERITY];
	place where = { row->input, row->line, 0, NULL };
	relation one = { .left = 0 };
	relais_status rc;

	if (!is_operator(op))
		return fail_at(err, RELAIS_E_DATA, where,
			"'%s' is no comparison: <=, <, =, >= or >", op);
	if (*missing && strcmp(missing, "ignore") != 0 && strcmp(missing, "zero") != 0)
		return fail_at(err, RELAIS_E_DATA, where,
			"'%s': what to do when the right side is missing is ignore or zero",
			missing);
	if (*severity && strcmp(severity, "warning") != 0 && strcmp(severity, "rejected") != 0)
		return fail_at(err, RELAIS_E_DATA, where,
			"'%s': the severity of a relation is warning or rejected", severity);
	if ((rc = find_side(r, row, LEFT, &one.left, err)) != RELAIS_OK ||
		(rc = find_side(r, row, RIGHT, &one.right, err)) != RELAIS_OK)
		return rc;
	if (one.left <= 0 || one.right <= 0)
		return RELAIS_OK;
	memcpy(one.op, op, strlen(op) + 1);
	one.is_zero_if_missing = !strcmp(missing, "zero");
	one.is_refused = !strcmp(severity, "rejected");
	return add(r, one, err);
}

static relais_status load_parts(relations *r, relais_error *err)
{
	static const char sql[] = "SELECT v.indicator_id, w.indicator_id\n"
				  "  FROM indicator_version AS v\n"
				  "  JOIN indicator AS w ON w.code = v.part_of\n"
				  " WHERE v.known_until = 2147483647 AND v.derived = 0\n"
				  " ORDER BY v.rank, v.indicator_id";
	relais_status rc;
	stmt *s;

	if ((rc = stmt_prepare(&s, r->store, sql, err)) != RELAIS_OK)
		return rc;
	while ((rc = stmt_step(s, err)) == RELAIS_OK)
		if ((rc = add(r,
			     (relation){ stmt_int(s, 0), stmt_int(s, 1), "<=", false, false },
			     err)) != RELAIS_OK)
			break;
	stmt_free(s);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

relais_status relations_load(relations *r, relais_store *store, const codes *offices,
	const codes *indicators, const limits_table *bounds, const char *path,
	relais_error *err)
{
	static const table_columns columns = { fields, NULL, 3 };
	relais_status rc;
	source *src;

	*r = (relations){ .indicators = indicators,
		.offices = offices,
		.limits = bounds,
		.store = store,
		.is_built_in = true };
	rc = source_open_bytes(
		&src, "relations", relais_share_relations, relais_share_relations_size, err);
	if (rc != RELAIS_OK)
		return rc;
	rc = table_read(src, &columns, take_relation, r, err);
	source_close(src);
	if (rc == RELAIS_OK)
		rc = load_parts(r, err);
	r->is_built_in = false;
	if (rc == RELAIS_OK && path)
		rc = table_read_file(path, &columns, take_relation, r, err);
	return rc;
}

bool relations_watch(const void *self, int64_t indicator)
{
	const relations *r = self;

	for (size_t i = 0; i < r->count; i++)
		if (r->all[i].left == indicator || r->all[i].right == indicator)
			return true;
	return false;
}

void relations_free(relations *r)
{
	free(r->all);
	*r = (relations){ 0 };
}

/* ---- holding them against the store -------------------------------------------------- */

/* One relation and period; what a row of the statement says. */
typedef struct holding {
	const relations *r;
	const relation *one;
	relais_period period;
	int64_t batch;
	told *told;
	uint64_t *keys; /* to be taken out again */
	size_t count, capacity;
} holding;

enum { OFFICE, L_VALUE, L_BATCH, L_LINE, R_VALUE, R_STATE, R_BATCH, R_LINE };
static const char pairs[] =
	"SELECT l.office_id, coalesce(l.value, 0), l.batch_id, l.line,\n"
	"       coalesce(r.value, 0), coalesce(r.state, 2), r.batch_id, r.line\n"
	"  FROM observation AS l\n"
	"  LEFT JOIN observation AS r\n"
	"    ON r.figure_id = (?2 << 48) | (?3 << 30) | l.office_id\n"
	" WHERE l.figure_id BETWEEN (?1 << 48) | (?3 << 30) AND (?1 << 48) | (?3 << 30) | 0x3fffffff\n"
	"   AND l.state < 2\n"
	"   AND (l.batch_id = ?4 OR r.batch_id = ?4)";

static bool holds(const char *op, int order)
{
	switch (op[0]) {
	case '<': return order < 0 || (op[1] && order == 0);
	case '>': return order > 0 || (op[1] && order == 0);
	default: return order == 0;
	}
}

/* False: refused. */
static bool tell(const holding *h, spot at, int64_t office, number left, number right)
{
	const relations *r = h->r;
	const char *who = codes_spell(r->offices, office), *op = h->one->op;
	const char *left_code = codes_spell(r->indicators, h->one->left);
	const char *right_code = codes_spell(r->indicators, h->one->right);
	char period[16], l[NUMBER_SIZE], w[NUMBER_SIZE];

	relais_period_print(h->period, period);
	number_print(left, l);
	number_print(right, w);
	if (op[0] == '<' && h->one->is_refused)
		return told_refuse(h->told, at, "part-over-whole",
			"%s, %s: %s is %s, more than %s, which is %s: one of the two is wrong",
			who, period, left_code, l, right_code, w);
	if (op[0] == '<')
		return told_doubt(h->told, at, "part-over-whole",
			"%s, %s: %s is %s, more than %s, which is %s: one of the two is wrong",
			who, period, left_code, l, right_code, w);
	if (h->one->is_refused)
		return told_refuse(h->told, at, "relation-broken",
			"%s, %s: %s is %s and %s is %s: the first should be %s the second", who,
			period, left_code, l, right_code, w, op);
	return told_doubt(h->told, at, "relation-broken",
		"%s, %s: %s is %s and %s is %s: the first should be %s the second", who, period,
		left_code, l, right_code, w, op);
}

static relais_status set_aside(holding *h, uint64_t key, relais_error *err)
{
	if (h->count == h->capacity) {
		size_t capacity = h->capacity ? h->capacity * 2 : 64;
		uint64_t *grown = realloc(h->keys, capacity * sizeof *grown);

		if (!grown)
			return fail_memory(err);
		h->keys = grown;
		h->capacity = capacity;
	}
	h->keys[h->count++] = key;
	return RELAIS_OK;
}

static relais_status hold_row(holding *h, const stmt *s, relais_error *err)
{
	const limits *by_id = h->r->limits->by_id;
	int64_t office = stmt_int(s, OFFICE);
	number left = { stmt_int(s, L_VALUE), by_id[h->one->left].decimals };
	number right = { stmt_int(s, R_VALUE), by_id[h->one->right].decimals };
	bool is_missing = stmt_int(s, R_STATE) >= STATE_MISSING;
	bool left_came = stmt_int(s, L_BATCH) == h->batch;
	spot at = { (unsigned long)stmt_int(s, left_came ? L_LINE : R_LINE), 0 };

	if ((is_missing && !h->one->is_zero_if_missing) ||
		holds(h->one->op, number_order(left, right)) ||
		tell(h, at, office, left, right))
		return RELAIS_OK;
	return set_aside(
		h, figure_id(left_came ? h->one->left : h->one->right, h->period, office), err);
}

static relais_status hold(
	holding *h, stmt *s, staging *g, staging_counts *counts, relais_error *err)
{
	relais_status rc;

	h->count = 0;
	stmt_bind_int_at(s, 1, h->one->left);
	stmt_bind_int_at(s, 2, h->one->right);
	stmt_bind_int_at(s, 3, h->period);
	stmt_bind_int_at(s, 4, h->batch);
	while ((rc = stmt_step(s, err)) == RELAIS_OK)
		if ((rc = hold_row(h, s, err)) != RELAIS_OK)
			break;
	stmt_reset(s);
	if (rc != RELAIS_END)
		return rc;
	rc = RELAIS_OK;
	for (size_t i = 0; i < h->count && rc == RELAIS_OK; i++)
		rc = staging_withdraw(g, h->keys[i], counts, err);
	return rc;
}

static relais_status hold_periods(holding *h, stmt *periods, stmt *s, staging *g,
	staging_counts *counts, relais_error *err)
{
	relais_status rc;

	stmt_bind_int_at(periods, 1, h->one->left);
	stmt_bind_int_at(periods, 2, h->one->right);
	while ((rc = stmt_step(periods, err)) == RELAIS_OK) {
		h->period = (relais_period)stmt_int(periods, 0);
		if ((rc = hold(h, s, g, counts, err)) != RELAIS_OK)
			break;
	}
	stmt_reset(periods);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

relais_status relations_check(const relations *r, staging *g, int64_t batch, told *t,
	staging_counts *counts, relais_error *err)
{
	holding h = { .r = r, .batch = batch, .told = t };
	stmt *s = NULL, *periods = NULL;
	relais_status rc;

	rc = stmt_prepare(&periods, r->store,
		"SELECT DISTINCT period FROM temp.touched WHERE indicator IN (?1, ?2) ORDER BY period",
		err);
	if (rc == RELAIS_OK)
		rc = stmt_prepare(&s, r->store, pairs, err);
	for (size_t i = 0; i < r->count && rc == RELAIS_OK; i++) {
		h.one = &r->all[i];
		rc = hold_periods(&h, periods, s, g, counts, err);
	}
	free(h.keys);
	stmt_free(periods);
	stmt_free(s);
	return rc;
}
