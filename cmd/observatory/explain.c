/* SPDX-License-Identifier: MIT
 * explain: where one figure comes from. Of one office: every version there was of it, with the file
 * and line it was read from, the batch and the day. Of a total, an evolution, a coverage: what it
 * is, who counts in it, what it is made of, the rules it was held to; or the SQL that gives it.
 */
#include <string.h>

#include "observatory.h"

static const char *const figures[] = { "value", "evolution", "coverage", "season", "min", "q1",
	"median", "q3", "max", "iqr", "mad", "mean", "sd", NULL };

static struct {
	const char *figure, *group, *month;
	unsigned long base;
	bool sql, estimate;
} want;

static const struct tool_option options[] = {
	{ 0, "figure", N_("WHICH"),
		N_("of -i: value, evolution, coverage, season, or min, q1, median, q3, max, iqr, mad, mean, sd of the offices"),
		OPT_CHOICE(&want.figure, figures) },
	{ 0, "group", N_("CODE"), N_("of --by: the group that is meant"),
		OPT_TEXT(&want.group) },
	{ 0, "month", N_("MONTH"),
		N_("of --figure season: its index, 01 to 12 or T1 to T4; else the shape of the year"),
		OPT_TEXT(&want.month) },
	{ 0, "base", N_("YEAR"), N_("of --figure evolution: the year it is compared with"),
		OPT_COUNT(&want.base) },
	{ 0, "estimate", NULL, N_("of -i: a value with estimates for those who did not answer"),
		OPT_FLAG(&want.estimate) },
	{ 0, "sql", NULL, N_("of -i: a query over the documented views that gives the figure"),
		OPT_FLAG(&want.sql) },
	OPT_END,
};

static const struct tool_example examples[] = {
	{ "rt-observatory explain OT-22-004 contacts_guichet 2024-08 --db relais.db",
		N_("every version of one figure, with file and line") },
	{ "rt-observatory explain OT-22-004 visiteurs_accueillis 2024-08 --db relais.db --as-of 2024-09-10",
		N_("those known on 10 September") },
	{ "rt-observatory explain -i visiteurs_accueillis -p 2024-08 --figure evolution --db relais.db",
		N_("an evolution: who counts in it and why, each figure with file and line, the rules") },
	{ "rt-observatory explain -i visiteurs_accueillis -p 2024-08 --sql --db relais.db | sqlite3 relais.db",
		N_("a total again, by a query over the views") },
	{ "rt-observatory explain -i contacts_guichet --figure season --month 08 --db relais.db",
		N_("the index of August: the years and offices it rests on, and those left out") },
	{ "rt-observatory explain -i contacts_guichet -p 2024-08 --figure median --db relais.db",
		N_("a median: the offices in order, and which of them it lies between") },
	{ NULL, NULL },
};

static relais_status run_office(struct session *s)
{
	const char *office[] = { s->operands[0], NULL };
	const char *indicator[] = { s->operands[1], NULL };
	relais_status rc;

	if (want.figure || want.group || want.sql || want.base || want.estimate || want.month ||
		tool_want->geography || tool_want->by || tool_want->period ||
		tool_want->offices.count || tool_want->territories.count)
		return tool_misuse(
			s, "OFFICE INDICATOR PERIOD say it all: other choices go with -i");
	rc = relais_span_parse(s->operands[2], s->today, &s->question.span, &s->err);
	if (rc != RELAIS_OK)
		return RELAIS_E_USAGE;
	s->question.offices = office;
	s->question.indicators = indicator;
	return tool_answer(s, relais_ask_vintages);
}

static relais_status write_sql(struct session *s, const relais_account *how)
{
	struct tool_file file;
	relais_status rc;

	if (tool_want->format)
		return tool_misuse(s, "--sql writes SQL: it goes with no --format");
	if ((rc = tool_file_open(s, &file, tool_want->output)) != RELAIS_OK)
		return rc;
	rc = relais_account_sql(s->store, &s->question, how, file.stream, &s->err);
	return tool_file_close(s, &file, rc);
}

static relais_status run(struct session *s)
{
	relais_account how = { .group = want.group, .month = want.month };
	relais_rows *rows;
	relais_status rc;

	if (!tool_want->indicators.count)
		return run_office(s);
	for (size_t i = 0; want.figure && figures[i]; i++)
		if (strcmp(figures[i], want.figure) == 0)
			how.figure = (relais_figure)i;
	if (want.base > 9999)
		return tool_misuse(s, "'%lu' is no year: write it with four digits", want.base);
	if (want.base && how.figure != RELAIS_FIGURE_EVOLUTION)
		return tool_misuse(s, "--base goes with --figure evolution");
	if (want.month && how.figure != RELAIS_FIGURE_SEASON)
		return tool_misuse(s, "--month goes with --figure season");
	s->question.base = (int)want.base;
	s->question.estimate = want.estimate;
	if (want.sql && want.estimate)
		return tool_misuse(
			s, "no query over the views gives estimates: leave out --sql");
	if (want.sql)
		return write_sql(s, &how);
	rc = relais_ask_account(s->store, &s->question, &how, &rows, &s->err);
	return rc == RELAIS_OK ? tool_write(s, rows) : rc;
}

const struct verb verb_explain = {
	.name = "explain",
	.about = N_("where one figure comes from"),
	.operands = N_("OFFICE INDICATOR PERIOD"),
	.at_least = 3,
	.at_most = 3,
	.files_with_indicator = true,
	.examples = examples,
	.groups = TAKES_FIGURES | TAKES_BY | TAKES_GEOGRAPHY,
	.options = options,
	.needs = NEEDS_READ,
	.run = run,
};
