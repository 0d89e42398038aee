/* SPDX-License-Identifier: MIT
 * Every query of the questions is prepared on a fresh store, and none reads a table of figures
 * from end to end.
 */
#include "network.h"

#include "../../lib/question/sql.h"

static const struct {
	const char *name;
	const unsigned char *sql;
	bool is_sorted; /* its own order needs no sort */
} queries[] = { { "actions", relais_sql_q_actions, true }, { "any", relais_sql_q_any, true },
	{ "definition", relais_sql_q_definition, true },
	{ "indicators", relais_sql_q_indicators, false },
	{ "observed", relais_sql_q_observed, true }, { "offices", relais_sql_q_offices, true },
	{ "progress", relais_sql_q_progress, false }, { "reach", relais_sql_q_reach, true },
	{ "resolutions", relais_sql_q_resolutions, false },
	{ "settings", relais_sql_q_settings, true },
	{ "superseded", relais_sql_q_superseded, true },
	{ "territories", relais_sql_q_territories, true },
	{ "vintages", relais_sql_q_vintages, false } };

static void check_step(const char *name, bool is_sorted, const char *detail)
{
	if (strcmp(detail, "SCAN observation") == 0 || strcmp(detail, "SCAN superseded") == 0)
		fail_msg("%s: %s", name, detail);
	if (is_sorted && strstr(detail, "TEMP B-TREE"))
		fail_msg("%s: %s", name, detail);
}

static void plans(void **state)
{
	relais_store *store = network_open();

	(void)state;
	for (size_t i = 0; i < sizeof queries / sizeof *queries; i++) {
		relais_error err = { 0 };
		text sql = { 0 };
		stmt *plan;

		text_add(&sql, "EXPLAIN QUERY PLAN ");
		text_add(&sql, (const char *)queries[i].sql);
		if (stmt_prepare_visit(&plan, store, text_str(&sql), &err) != RELAIS_OK)
			fail_msg("%s: %s", queries[i].name, err.text);
		while (stmt_step(plan, &err) == RELAIS_OK)
			check_step(queries[i].name, queries[i].is_sorted, stmt_text(plan, 3));
		stmt_free(plan);
		text_free(&sql);
	}
	network_close(store);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(plans) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
