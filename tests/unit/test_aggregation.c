/* SPDX-License-Identifier: MIT
 * The catalogue's rules over offices and over time, each apart from the other, with the traps of the
 * trade: followers are no flow (39), a score weighs by its answers (41), a share of sums is no mean of
 * shares (31), complaints count for a thousand requests (43), half days are days (58).
 */
#include "network.h"

typedef struct fact {
	const char *office, *indicator, *period, *value;
} fact;

typedef struct rule_case {
	const char *rule;
	const char *indicator, *span, *by;
	asking *ask;
	fact facts[16];
	const char *expected;
} rule_case;

/* Rules the catalogue of the tests lacks. */
static const char more_indicators[] =
	"CREATE TEMP TABLE def (code TEXT, decimals INT, type TEXT, per TEXT, offices TEXT, time TEXT,"
	" num TEXT, den TEXT, factor INT, derived INT);"
	"INSERT INTO def VALUES"
	" ('reclamations_nb', 0, 'count', 'M', 'sum', 'sum', NULL, NULL, 1, 0),"
	" ('taux_reclamation', 6, 'ratio', 'M', 'ratio', 'ratio', 'reclamations_nb', 'demandes_total', 1000, 1),"
	" ('jours_stagiaires', 1, 'count', 'M', 'sum', 'sum', NULL, NULL, 1, 0),"
	" ('mean_sum', 0, 'duration', 'M', 'mean', 'sum', NULL, NULL, 1, 0),"
	" ('mean_mean', 0, 'duration', 'M', 'mean', 'mean', NULL, NULL, 1, 0),"
	" ('sum_mean', 0, 'count', 'M', 'sum', 'mean', NULL, NULL, 1, 0),"
	" ('share_last', 0, 'flag', 'M', 'share', 'last', NULL, NULL, 1, 0);"
	"INSERT INTO indicator (code, decimals) SELECT code, decimals FROM def ORDER BY rowid;"
	"INSERT INTO indicator_version (indicator_id, known_from, rank, label_fr, label_en, type,"
	" periodicity, over_offices, over_time, numerator, denominator, factor, derived)"
	" SELECT i.indicator_id, 1, 100 + d.rowid, code, code, type, per, offices, time, num, den,"
	" factor, derived FROM def AS d JOIN indicator AS i USING (code);"
	"DROP TABLE def;";

static const rule_case cases[] = {
	{ "28 sum, sum", "contacts_guichet", "2024-01..2024-02", NULL, relais_ask_totals,
		{ { "A", "contacts_guichet", "2024-01", "10" },
			{ "A", "contacts_guichet", "2024-02", "20" },
			{ "B", "contacts_guichet", "2024-01", "1" },
			{ "B", "contacts_guichet", "2024-02", "2" } },
		"contacts_guichet,total,2024-01..2024-02,33,2,2,100,,\n" },
	{ "39 sum, last: a quarter is its last month", "abonnes_sociaux", "2024-T1", NULL,
		relais_ask_totals,
		{ { "A", "abonnes_sociaux", "2024-01", "100" },
			{ "A", "abonnes_sociaux", "2024-03", "130" },
			{ "B", "abonnes_sociaux", "2024-01", "50" },
			{ "B", "abonnes_sociaux", "2024-02", "60" },
			{ "B", "abonnes_sociaux", "2024-03", "70" } },
		"abonnes_sociaux,total,2024-T1,200,2,2,100,100,\n" },
	{ "39 who is silent at the end is missing, not what it was", "abonnes_sociaux",
		"2024-01..2024-02", NULL, relais_ask_totals,
		{ { "A", "abonnes_sociaux", "2024-01", "100" },
			{ "A", "abonnes_sociaux", "2024-02", "110" },
			{ "B", "abonnes_sociaux", "2024-01", "50" } },
		"abonnes_sociaux,total,2024-01..2024-02,110,1,2,50,68.75,f\n" },
	{ "39 by month nothing adds up", "abonnes_sociaux", "2024-01..2024-02", "month",
		relais_ask_totals,
		{ { "A", "abonnes_sociaux", "2024-01", "100" },
			{ "A", "abonnes_sociaux", "2024-02", "110" } },
		"abonnes_sociaux,2024-01,2024-01,100,1,1,100,100,\n"
		"abonnes_sociaux,2024-02,2024-02,110,1,1,100,100,\n" },
	{ "39 evolution compares the ends", "abonnes_sociaux", "2024-01..2024-02", NULL,
		relais_ask_evolution,
		{ { "A", "abonnes_sociaux", "2023-01", "1" },
			{ "A", "abonnes_sociaux", "2023-02", "100" },
			{ "A", "abonnes_sociaux", "2024-01", "999" },
			{ "A", "abonnes_sociaux", "2024-02", "110" },
			{ "B", "abonnes_sociaux", "2023-02", "100" },
			{ "B", "abonnes_sociaux", "2024-02", "110" },
			{ "C", "abonnes_sociaux", "2023-02", "100" },
			{ "C", "abonnes_sociaux", "2024-02", "110" } },
		"abonnes_sociaux,total,2024-01..2024-02,330,300,10,3,3,100,\n" },
	{ "41 over offices: 9 x 10 and 6 x 90, not 7.5", "note_satisfaction", "2024-08", NULL,
		relais_ask_totals,
		{ { "A", "note_satisfaction", "2024-08", "9" },
			{ "A", "avis_nb", "2024-08", "10" },
			{ "B", "note_satisfaction", "2024-08", "6" },
			{ "B", "avis_nb", "2024-08", "90" } },
		"note_satisfaction,total,2024-08,6.3,2,2,100,,\n" },
	{ "41 over time: 9 x 10 and 6 x 90, not 7.5", "note_satisfaction", "2024-07..2024-08",
		NULL, relais_ask_totals,
		{ { "A", "note_satisfaction", "2024-07", "9" },
			{ "A", "avis_nb", "2024-07", "10" },
			{ "A", "note_satisfaction", "2024-08", "6" },
			{ "A", "avis_nb", "2024-08", "90" } },
		"note_satisfaction,total,2024-07..2024-08,6.3,1,1,100,,\n" },
	{ "41 a score without answers is out and counted out", "note_satisfaction", "2024-08",
		NULL, relais_ask_totals,
		{ { "A", "note_satisfaction", "2024-08", "9" },
			{ "A", "avis_nb", "2024-08", "10" },
			{ "B", "note_satisfaction", "2024-08", "2" },
			{ "C", "note_satisfaction", "2024-08", "2" },
			{ "C", "avis_nb", "2024-08", "0" } },
		"note_satisfaction,total,2024-08,9,1,3,33.333333,,\n" },
	{ "31 over offices: 55 of 1100, not (50 + 0.5) / 2", "part_etrangers", "2024-08", NULL,
		relais_ask_totals,
		{ { "A", "contacts_etrangers", "2024-08", "50" },
			{ "A", "contacts_guichet", "2024-08", "100" },
			{ "B", "contacts_etrangers", "2024-08", "5" },
			{ "B", "contacts_guichet", "2024-08", "1000" } },
		"part_etrangers,total,2024-08,5,2,2,100,,\n" },
	{ "31 over months: 55 of 1100", "part_etrangers", "2024-07..2024-08", NULL,
		relais_ask_totals,
		{ { "A", "contacts_etrangers", "2024-07", "50" },
			{ "A", "contacts_guichet", "2024-07", "100" },
			{ "A", "contacts_etrangers", "2024-08", "5" },
			{ "A", "contacts_guichet", "2024-08", "1000" } },
		"part_etrangers,total,2024-07..2024-08,5,1,1,100,,\n" },
	{ "31 evolves in points over the offices of both years", "part_etrangers", "2024-08",
		NULL, relais_ask_evolution,
		{ { "A", "contacts_etrangers", "2023-08", "10" },
			{ "A", "contacts_guichet", "2023-08", "100" },
			{ "A", "contacts_etrangers", "2024-08", "15" },
			{ "A", "contacts_guichet", "2024-08", "100" },
			{ "B", "contacts_etrangers", "2024-08", "100" },
			{ "B", "contacts_guichet", "2024-08", "100" } },
		"part_etrangers,total,2024-08,15,10,5,1,2,100,x\n" },
	{ "43 for a thousand requests, over sums of channels", "taux_reclamation",
		"2024-07..2024-08", NULL, relais_ask_totals,
		{ { "A", "reclamations_nb", "2024-07", "1" },
			{ "A", "contacts_guichet", "2024-07", "150" },
			{ "A", "demandes_telephone", "2024-07", "50" },
			{ "A", "reclamations_nb", "2024-08", "2" },
			{ "A", "contacts_guichet", "2024-08", "700" },
			{ "A", "demandes_telephone", "2024-08", "100" } },
		"taux_reclamation,total,2024-07..2024-08,3,1,1,100,,\n" },
	{ "58 half days", "jours_stagiaires", "2024-07..2024-08", NULL, relais_ask_totals,
		{ { "A", "jours_stagiaires", "2024-07", "0.5" },
			{ "A", "jours_stagiaires", "2024-08", "1.5" },
			{ "B", "jours_stagiaires", "2024-07", "2.5" },
			{ "B", "jours_stagiaires", "2024-08", "0" } },
		"jours_stagiaires,total,2024-07..2024-08,4.5,2,2,100,,\n" },
	{ "7 mean, last", "jours_ouverture", "2024", NULL, relais_ask_totals,
		{ { "A", "jours_ouverture", "2024", "300" },
			{ "B", "jours_ouverture", "2024", "201" },
			{ "C", "jours_ouverture", "2024", "m" } },
		"jours_ouverture,total,2024,250.5,2,3,66.666667,100,\n" },
	{ "mean, sum: what an office does in all, on average", "mean_sum", "2024-01..2024-02",
		NULL, relais_ask_totals,
		{ { "A", "mean_sum", "2024-01", "10" }, { "A", "mean_sum", "2024-02", "20" },
			{ "B", "mean_sum", "2024-01", "1" },
			{ "B", "mean_sum", "2024-02", "2" } },
		"mean_sum,total,2024-01..2024-02,16.5,2,2,100,,\n" },
	{ "mean, mean", "mean_mean", "2024-01..2024-02", NULL, relais_ask_totals,
		{ { "A", "mean_mean", "2024-01", "10" }, { "A", "mean_mean", "2024-02", "20" },
			{ "B", "mean_mean", "2024-01", "1" },
			{ "B", "mean_mean", "2024-02", "2" } },
		"mean_mean,total,2024-01..2024-02,8.25,2,2,100,,\n" },
	{ "sum, mean: a month on average", "sum_mean", "2024-01..2024-02", NULL,
		relais_ask_totals,
		{ { "A", "sum_mean", "2024-01", "10" }, { "A", "sum_mean", "2024-02", "20" },
			{ "B", "sum_mean", "2024-01", "1" },
			{ "B", "sum_mean", "2024-02", "2" } },
		"sum_mean,total,2024-01..2024-02,16.5,2,2,100,,\n" },
	{ "12 share of who answered, not of who was asked", "direction_pourvue", "2024", NULL,
		relais_ask_totals,
		{ { "A", "direction_pourvue", "2024", "1" },
			{ "B", "direction_pourvue", "2024", "0" },
			{ "C", "direction_pourvue", "2024", "d" },
			{ "D", "direction_pourvue", "2024", "m" },
			{ "E", "direction_pourvue", "2024", "n" } },
		"direction_pourvue,total,2024,50,2,4,50,100,\n" },
	{ "share, last: the last month alone", "share_last", "2024-01..2024-02", NULL,
		relais_ask_totals,
		{ { "A", "share_last", "2024-01", "0" }, { "A", "share_last", "2024-02", "1" },
			{ "B", "share_last", "2024-01", "0" },
			{ "B", "share_last", "2024-02", "1" },
			{ "C", "share_last", "2024-01", "1" },
			{ "C", "share_last", "2024-02", "0" } },
		"share_last,total,2024-01..2024-02,66.666667,3,3,100,100,\n" },
};

static void add_facts(relais_store *store, const fact *facts)
{
	for (const fact *f = facts; f->office; f++) {
		bool is_new = true;

		for (const fact *g = facts; g < f; g++)
			is_new = is_new && strcmp(g->office, f->office) != 0;
		if (is_new)
			office_add(store, f->office, "");
		observe(store, 2, f->office, f->indicator, f->period, f->value);
	}
}

static void rules(void **state)
{
	bool failed = false;

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const rule_case *c = &cases[i];
		const char *indicators[] = { c->indicator, NULL };
		relais_question q = question_of(c->span);
		relais_store *store = network_open();
		text got = { 0 };

		run(store, more_indicators);
		batch(store, 2, "2024-09-05");
		add_facts(store, c->facts);
		q.indicators = indicators;
		q.by = c->by;
		answer(&got, store, c->ask, &q);
		if (strcmp(text_str(&got), c->expected) != 0) {
			print_error("%s: expected\n%sbut was\n%s\n", c->rule, c->expected,
				text_str(&got));
			failed = true;
		}
		text_free(&got);
		network_close(store);
	}
	assert_false(failed);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(rules) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
