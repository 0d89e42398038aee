/* SPDX-License-Identifier: MIT
 * The figures of a batch that is taken back: which of them are still as it left them, what each
 * was before, and what has moved in the end.
 */
#include "undo.h"

#include "../../base/error.h"
#include "../../base/period.h"
#include "../../base/rows.h"
#include "../../base/words.h"

extern const unsigned char relais_sql_undo_figures[];

enum { CURRENT, ABSENT, BEFORE, STAY, RETIRE, REMOVE, RESTORE, COUNT, STATEMENTS };

static const char table[] = "CREATE TEMP TABLE IF NOT EXISTS undone(\n"
			    "  figure_id INTEGER PRIMARY KEY,\n"
			    "  value INTEGER, state INTEGER, line INTEGER,\n"
			    "  to_value INTEGER, to_state INTEGER, to_line INTEGER,\n"
			    "  indicator_id INTEGER AS (figure_id >> 48),\n"
			    "  period INTEGER AS ((figure_id >> 30) & 0x3ffff),\n"
			    "  office_id INTEGER AS (figure_id & 0x3fffffff));\n"
			    "DELETE FROM temp.undone";
static const char by_period[] =
	"SELECT i.code, u.period, sum(u.state IS NOT NULL AND u.to_state IS NOT NULL),\n"
	"       sum(u.to_state IS NULL), sum(u.state IS NULL)\n"
	"  FROM temp.undone AS u\n"
	"  JOIN indicator AS i USING (indicator_id)\n"
	" GROUP BY u.indicator_id, u.period\n"
	" ORDER BY i.code, u.period";
static const char one_by_one[] =
	"SELECT o.code, i.code, u.period, u.value, u.to_value, i.decimals\n"
	"  FROM temp.undone AS u\n"
	"  JOIN indicator AS i USING (indicator_id)\n"
	"  JOIN office AS o USING (office_id)\n"
	" ORDER BY o.code, i.code, u.period";
static const relais_column columns_by_period[] = {
	{ "indicator", N_("Indicator"), RELAIS_CODE },
	{ "period", N_("Period"), RELAIS_PERIOD },
	{ "changed", N_("Changed"), RELAIS_COUNT },
	{ "gone", N_("Gone"), RELAIS_COUNT },
	{ "back", N_("Back"), RELAIS_COUNT },
};
static const relais_column columns_one_by_one[] = {
	{ "office", N_("Office"), RELAIS_CODE },
	{ "indicator", N_("Indicator"), RELAIS_CODE },
	{ "period", N_("Period"), RELAIS_PERIOD },
	{ "before", N_("Before"), RELAIS_NUMBER },
	{ "after", N_("After"), RELAIS_NUMBER },
};

/* What was known before today and when a period became final is not changed by taking back; what came later may
 * go as it came. */
static relais_status check_final(const undo *u, relais_error *err)
{
	closing c;
	relais_status rc = closing_load(&c, u->store, u->options->today, err);
	char period[16];
	stmt *s;

	if (rc != RELAIS_OK || u->options->reopen || u->batch >= c.first_today)
		return rc;
	if ((rc = stmt_prepare(&s, u->store,
		     "SELECT DISTINCT period FROM temp.undone ORDER BY period", err)) !=
		RELAIS_OK)
		return rc;
	while ((rc = stmt_step(s, err)) == RELAIS_OK) {
		relais_period p = (relais_period)stmt_int(s, 0);

		if (!closing_is_final(&c, p) || u->day > closing_rule_day(c.rule, p))
			continue;
		relais_period_print(p, period);
		rc = fail_at(err, RELAIS_E_DATA, (place){ NULL, 0, 0, "final-period" },
			"batch %lld brought figures of %s, which is final: to undo it, --reopen --why REASON",
			(long long)u->batch, period);
		break;
	}
	stmt_free(s);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

static void add_number(rowlist *list, const stmt *s, int column)
{
	if (stmt_is_null(s, column))
		rowlist_null(list);
	else
		rowlist_number(list, (number){ stmt_int(s, column), (int)stmt_int(s, 5) });
}

static void add_row(rowlist *list, const stmt *s, bool each)
{
	int at = each;

	if (each)
		rowlist_text(list, stmt_text(s, 0));
	rowlist_text(list, stmt_text(s, at));
	rowlist_period(list, (relais_period)stmt_int(s, at + 1));
	if (each) {
		add_number(list, s, 3);
		add_number(list, s, 4);
	} else {
		for (int i = 2; i < 5; i++)
			rowlist_count(list, stmt_int(s, i));
	}
	rowlist_end_row(list);
}

static relais_status list_moved(
	const undo *u, bool each, relais_rows **moved, relais_error *err)
{
	rowlist *list = rowlist_new(each ? columns_one_by_one : columns_by_period, 5);
	relais_status rc;
	stmt *s;

	if (!list)
		return fail_memory(err);
	rc = stmt_prepare(&s, u->store, each ? one_by_one : by_period, err);
	if (rc == RELAIS_OK) {
		while ((rc = stmt_step(s, err)) == RELAIS_OK)
			add_row(list, s, each);
		stmt_free(s);
	}
	if (rc == RELAIS_END)
		return rowlist_rows(list, moved, err);
	rowlist_free(list);
	return rc;
}

/* The counts of one row of a statement, added up where they are wanted. */
static relais_status add_counts(
	const undo *u, stmt *s, uint64_t *const *into, int count, relais_error *err)
{
	relais_status rc;

	if (stmt_has(s, ":batch"))
		stmt_bind_int(s, ":batch", u->batch);
	if ((rc = stmt_step(s, err)) != RELAIS_OK)
		return rc;
	for (int i = 0; i < count; i++)
		*into[i] += (uint64_t)stmt_int(s, i);
	stmt_reset(s);
	return RELAIS_OK;
}

static relais_status move(const undo *u, stmt **s, relais_error *err)
{
	relais_undo_summary *m = u->summary;
	uint64_t *const kept[] = { &m->kept };
	uint64_t *const moved[] = { &m->changed, &m->gone, &m->back };
	relais_status rc = RELAIS_OK;

	for (int i = CURRENT; rc == RELAIS_OK && i <= BEFORE; i++)
		rc = undo_run(u, s[i], err);
	if (rc == RELAIS_OK)
		rc = add_counts(u, s[STAY], kept, 1, err);
	if (rc == RELAIS_OK)
		rc = check_final(u, err);
	for (int i = RETIRE; rc == RELAIS_OK && i <= RESTORE; i++)
		rc = undo_run(u, s[i], err);
	return rc == RELAIS_OK ? add_counts(u, s[COUNT], moved, 3, err) : rc;
}

relais_status undo_figures(undo *u, bool each, relais_rows **moved, relais_error *err)
{
	stmt *s[STATEMENTS];
	relais_status rc;

	if ((rc = store_execute(u->store, table, err)) != RELAIS_OK ||
		(rc = stmt_prepare_all(s, STATEMENTS, u->store,
			 (const char *)relais_sql_undo_figures, err)) != RELAIS_OK)
		return rc;
	rc = move(u, s, err);
	stmt_free_all(s, STATEMENTS);
	return rc == RELAIS_OK && moved ? list_moved(u, each, moved, err) : rc;
}
