/* SPDX-License-Identifier: MIT
 * The plan: distances to days, lists in cells, the network, and properties of random plans.
 */
#include "network.h"
#include "rounds.h"

#include "../../lib/base/arrows.h"
#include "../../lib/base/rings.h"
#include "../../lib/model/moment.h"
#include "../../lib/model/ties.h"
#include "../../lib/question/plan/plan.h"

enum { PLANS = 60, MOST = 24 };

/* ---- what cells say --------------------------------------------------------------- */

static void moments(void **state)
{
	static const struct {
		const char *said, *kept; /* NULL: it is none */
	} cases[] = {
		{ "J-90 classement:OT-1", "J-90 classement:OT-1" },
		{ "d+3 A5-01", "J+3 A5-01" },
		{ " W-2   A5-01:start ", "S-2 A5-01:start" },
		{ "S-2 A5-01:fin", "S-2 A5-01" },
		{ "M-6 label:classement:OT-1", "M-6 classement:OT-1" },
		{ "A+1 calendar: Fête de la Brume 2026", "A+1 calendar:Fête de la Brume 2026" },
		{ "J\u22125 22/A5-01#3:debut", "J-5 22/A5-01#3:start" },
		{ "classement:OT-1", "classement:OT-1" },
		{ "calendar:fin", "calendar:fin" },
		{ "A5-01:start", "A5-01:start" },
		{ "A5-01:due", "A5-01:due" },
		{ "A5-01", NULL },
		{ "31/02/2024", NULL },
		{ "J-90", NULL },
		{ "J-99999 A5-01", NULL },
		{ "J-9 x y", NULL },
		{ "X-9 A5-01", NULL },
	};
	char kept[MOMENT_SIZE];
	moment m;

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		bool is_one = moment_read(cases[i].said, &m) == MOMENT_READ;

		if (is_one)
			moment_print(&m, kept);
		if (is_one != (cases[i].kept != NULL) ||
			(is_one && strcmp(kept, cases[i].kept) != 0))
			fail_msg("%s: %s", cases[i].said, is_one ? kept : "none");
	}
	assert_int_equal(moment_read("J-3 fussion:OT-1", &m), MOMENT_UNKNOWN);
	assert_string_equal(m.anchor, "fussion");
	assert_int_equal(moment_shift(day("2024-01-31"), 'M', 1), day("2024-02-29"));
	assert_int_equal(moment_shift(day("2024-02-29"), 'Y', 1), day("2025-02-28"));
	assert_int_equal(moment_shift(day("2024-03-31"), 'M', -13), day("2023-02-28"));
	assert_int_equal(moment_shift(day("2024-12-30"), 'W', 1), day("2025-01-06"));
}

static void lists(void **state)
{
	char out[TIES_SIZE], rhythm[32];
	size_t length;

	(void)state;
	assert_true(ties_read("A5-01, A5-02+30j;P1-1", out));
	assert_string_equal(out, "A5-01 A5-02+30 P1-1");
	assert_true(ties_read("", out));
	assert_false(ties_read("A5-01 A5-01+3", out)); /* twice */
	assert_false(ties_read("A5-01+trente", out));
	assert_false(ties_read("+30", out));
	assert_true(repeat_read("Trimestriel", rhythm));
	assert_string_equal(rhythm, "quarter");
	assert_true(repeat_read("fait + 30 j", rhythm) == false);
	assert_true(repeat_read("fait+30j", rhythm));
	assert_string_equal(rhythm, "done+30");
	assert_false(repeat_read("done+0", rhythm));
	assert_false(repeat_read("tous les trois mois", rhythm));
	assert_true(fundings_read("Région: 2 000,50 | afdas:400/0", out));
	assert_string_equal(out, "region:2000.5|opco:400/0");
	assert_false(fundings_read("region:1|cr:2", out)); /* the same twice */
	assert_false(fundings_read("region:-1", out));
	assert_false(fundings_read("region", out));
	assert_false(fundings_read("lotto:5", out));
	assert_int_equal(occurrence_of("22/A5-01#12", &length), 12);
	assert_int_equal(length, 8);
	assert_int_equal(occurrence_of("A5-01#0", &length), 0);
	assert_int_equal(occurrence_of("A5-01#x", &length), 0);
}

/* ---- arrows ------------------------------------------------------------------------ */

static void circles(void **state)
{
	size_t order[5], circle[5], placed, length;
	arrows a = { 0 };

	(void)state;
	arrows_add(&a, 3, 1);
	arrows_add(&a, 3, 0);
	arrows_add(&a, 1, 0);
	assert_true(arrows_sort(&a, 5, order, &placed));
	assert_int_equal(placed, 5);
	assert_memory_equal(order, ((size_t[]){ 2, 3, 1, 0, 4 }), sizeof order);
	assert_true(arrows_circle(&a, 5, circle, &length));
	assert_int_equal(length, 0);
	arrows_add(&a, 0, 4);
	arrows_add(&a, 4, 3); /* 0 → 4 → 3 → 1 → 0, or short 0 → 4 → 3 → 0 */
	assert_true(arrows_sort(&a, 5, order, &placed));
	assert_int_equal(placed, 1);
	assert_true(arrows_circle(&a, 5, circle, &length));
	assert_true(length == 3 || length == 4);
	assert_int_equal(circle[0], 0);
	arrows_free(&a);
	arrows_add(&a, 2, 2);
	assert_true(arrows_circle(&a, 5, circle, &length));
	assert_int_equal(length, 1);
	assert_int_equal(circle[0], 2);
	arrows_free(&a);
}

/* ---- rings ------------------------------------------------------------------------- */

static void rings(void **state)
{
	/* 0 → 1 → 2 → 0, 3 leads into it, 4 → 5, 6 → 6, 8 → 7 → 8, 9 leads to nothing */
	static const size_t above[] = { 1, 2, 0, 2, 5, RINGS_TOP, 6, 8, 7, 5 };
	enum { NODES = sizeof above / sizeof *above };
	size_t seen[NODES], firsts[NODES];

	(void)state;
	assert_int_equal(rings_find(above, NODES, seen, firsts), 3);
	assert_memory_equal(firsts, ((size_t[]){ 0, 6, 7 }), 3 * sizeof *firsts);
	assert_int_equal(rings_find(above, 0, seen, firsts), 0);
}

/* ---- random plans ------------------------------------------------------------------ */

static uint64_t seed;

static int any(int below)
{
	seed = seed * 6364136223846793005u + 1442695040888963407u;
	return (int)((seed >> 33) % (uint64_t)below);
}

static relais_store *store_open(void)
{
	relais_error err = { 0 };
	relais_store *store;

	if (relais_store_open(&store, NULL, RELAIS_PRIVATE, NULL, &err) != RELAIS_OK)
		fail_msg("%s", err.text);
	return store;
}

static relais_status record(relais_store *store, const char *today, size_t count,
	const char *const *columns, const char *const *values)
{
	relais_import_options options = { .today = day(today) };
	relais_summary summary;
	relais_error err = { 0 };

	return relais_record(
		store, "actions", count, columns, values, &options, &summary, &err);
}

static void iso_of(relais_day d, char out[16])
{
	relais_day_print(d, out);
}

/* One action with anything in it; whatever is refused is not there. */
static bool add_action(relais_store *store, int n, int others)
{
	static const char *const columns[] = { "code", "resolution", "title", "state",
		"progress", "start", "due", "after", "planned_days", "repeat", "owner" };
	static const char *const states[] = { "a_faire", "en_cours", "a_faire", "fait",
		"reporte", "abandonne" };
	static const char *const rhythms[] = { "", "", "", "month", "done+10" };
	char code[16], start[32] = "", due[32] = "", after[64] = "", days[8] = "";
	const char *how_far = states[any(6)];
	relais_day first = day("2024-06-01") + any(200) - 100;

	snprintf(code, sizeof code, "A5-%02d", n);
	if (any(2))
		iso_of(first, start);
	if (any(3))
		iso_of(first + any(60), due);
	else if (any(2))
		snprintf(due, sizeof due, "J%+d A5-%02d", any(40) - 20, any(others));
	for (int i = any(3); i > 0; i--)
		snprintf(after + strlen(after), sizeof after - strlen(after),
			i % 2 ? " A5-%02d" : " A5-%02d+5", any(others));
	if (any(2))
		snprintf(days, sizeof days, "%d", any(20));

	const char *values[] = { code, "A5", "title", how_far,
		strcmp(how_far, "fait") ? "0" : "100", start, due, after, days, rhythms[any(5)],
		any(4) ? "role" : "" };

	return record(store, "2024-06-01", sizeof values / sizeof *values, columns, values) ==
	       RELAIS_OK;
}

static void add_bare(relais_store *store, int count)
{
	static const char *const columns[] = { "code", "resolution", "title" };

	for (int n = 0; n < count; n++) {
		char code[16];

		snprintf(code, sizeof code, "A5-%02d", n);
		assert_int_equal(record(store, "2024-06-01", 3, columns,
					 (const char *const[]){ code, "A5", "title" }),
			RELAIS_OK);
	}
}

/* What each waits for stands before it, and nothing is left out: no circle was accepted. */
static size_t all_waits; /* plans that wait for nothing would prove nothing */

static void check_order(const plan *p)
{
	size_t place[4 * MOST] = { 0 }; /* three times of each may have rows */

	assert_int_equal(p->placed, p->s.action_count);
	for (size_t i = 0; i < p->placed; i++)
		place[p->order[i]] = i;
	all_waits += p->wait_count;
	for (size_t i = 0; i < p->wait_count; i++)
		assert_true(place[p->waits[i].from] < place[p->waits[i].to]);
}

static bool is_about_time(const char *finding)
{
	return !strcmp(finding, "late") || !strcmp(finding, "no-slack") ||
	       !strcmp(finding, "too-late-for-the-law") || !strcmp(finding, "put-off");
}

static bool is_found(relais_store *store, const relais_question *q, const char *code)
{
	relais_error err = { 0 };
	relais_rows *rows;
	relais_row row;
	uint64_t found;
	bool is_there = false;

	assert_int_equal(relais_ask_plan_check(store, q, &found, &rows, &err), RELAIS_OK);
	while (relais_rows_next(rows, &row, &err) == RELAIS_OK)
		is_there = is_there ||
			   (is_about_time(row.cells[0]) && !strcmp(row.cells[1], code));
	relais_rows_close(rows);
	return is_there;
}

/* An action that cannot be in time is told. */
static void check_slack(relais_store *store, const plan *p, const relais_question *q)
{
	for (size_t i = 0; i < p->s.action_count; i++) {
		int64_t slack;

		if (plan_slack(&p->steps[i], &slack) && slack < 0 &&
			!is_found(store, q, p->s.actions[i].code))
			fail_msg("%s has a slack of %lld and no finding", p->s.actions[i].code,
				(long long)slack);
	}
}

static char *told(relais_store *store, const relais_question *q, const relais_plan_view *how)
{
	relais_error err = { 0 };
	relais_rows *rows;
	relais_row row;
	text out = { 0 };

	if (relais_ask_plan(store, q, how, &rows, &err) != RELAIS_OK)
		fail_msg("%s", err.text);
	while (relais_rows_next(rows, &row, &err) == RELAIS_OK)
		for (size_t i = 0; i < row.count; i++)
			text_addf(&out, "%s%c", row.cells[i] ? row.cells[i] : "",
				i + 1 < row.count ? ',' : '\n');
	relais_rows_close(rows);
	return out.data ? out.data : strdup("");
}

/* No code stands twice, whatever has a row of its own. */
static void check_times(relais_store *store, const relais_question *q)
{
	const relais_plan_view how = { .times = true };
	relais_error err = { 0 };
	relais_rows *rows;
	relais_row row;
	map seen = { 0 };
	int64_t unused;

	assert_int_equal(relais_ask_plan(store, q, &how, &rows, &err), RELAIS_OK);
	while (relais_rows_next(rows, &row, &err) == RELAIS_OK) {
		assert_false(map_get(&seen, row.cells[0], strlen(row.cells[0]), &unused));
		assert_true(map_put(&seen, row.cells[0], strlen(row.cells[0]), 1));
	}
	relais_rows_close(rows);
	map_free(&seen);
}

/* Anything said later, and times of what repeats done, moved or dropped. */
static void edit(relais_store *store, const char *today, int count)
{
	static const char *const columns[] = { "code", "resolution", "title", "state",
		"progress", "due", "done_on" };

	for (int i = 0; i < count; i++) {
		char code[24], due[16];
		bool is_done = any(2);

		snprintf(code, sizeof code, any(2) ? "A5-%02d" : "A5-%02d#%d", any(count),
			1 + any(3));
		iso_of(day("2024-07-01") + any(90), due);
		(void)!record(store, today, 7, columns,
			(const char *const[]){ code, "A5", "again",
				is_done ? "fait" : "en_cours", is_done ? "100" : "10", due,
				is_done ? today : "" });
	}
}

static void random_plans(void **state)
{
	relais_question now = { .as_of = RELAIS_NO_DAY, .today = day("2024-06-02") };
	relais_question then = { .as_of = day("2024-06-02"), .today = day("2024-06-02") };
	const relais_plan_view plain = { .explain = true };

	(void)state;
	for (int i = 0; i < (int)rounds_of(PLANS); i++) {
		relais_store *store = store_open();
		int count = 3 + any(MOST - 4);
		relais_error err = { 0 };
		char *before, *after;
		plan p;

		add_bare(store, count);
		for (int k = 0; k < 2 * count; k++)
			add_action(store, any(count), count);
		assert_int_equal(plan_open(&p, store, &now, &err), RELAIS_OK);
		check_order(&p);
		check_slack(store, &p, &now);
		plan_close(&p);
		check_times(store, &now);
		before = told(store, &then, &plain);
		edit(store, "2024-07-10", count);
		after = told(store, &then, &plain);
		assert_string_equal(before, after);
		free(before);
		free(after);
		now.today = day("2024-07-11");
		check_times(store, &now);
		assert_int_equal(plan_open(&p, store, &now, &err), RELAIS_OK);
		check_order(&p);
		check_slack(store, &p, &now);
		plan_close(&p);
		now.today = day("2024-06-02");
		relais_store_close(store);
	}
	assert_true(all_waits * PLANS > 100 * rounds_of(PLANS));
}

/* ---- the table of first actions ---------------------------------------------------- */

static void first_plan(void **state)
{
	relais_question q = { .as_of = RELAIS_NO_DAY, .today = day("2025-09-15") };
	relais_store *store = store_open();
	relais_error err = { 0 };
	size_t each[128] = { 0 }, count = 0;
	relais_rows *rows;
	relais_row row;

	(void)state;
	assert_int_equal(relais_ask_seed(store, &q, 2026, &rows, &err), RELAIS_OK);
	while (relais_rows_next(rows, &row, &err) == RELAIS_OK) {
		assert_int_equal(row.count, 14);
		assert_non_null(row.cells[2]);
		assert_non_null(row.cells[5]);
		each[(unsigned char)row.cells[1][0]]++;
		count++;
	}
	relais_rows_close(rows);
	assert_int_equal(count, 60);
	assert_int_equal(each['A'], 12);
	assert_int_equal(each['P'], 20);
	assert_int_equal(each['S'], 6);
	assert_int_equal(each['R'], 22);
	relais_store_close(store);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(moments), cmocka_unit_test(lists),
		cmocka_unit_test(circles), cmocka_unit_test(rings),
		cmocka_unit_test(random_plans), cmocka_unit_test(first_plan) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
