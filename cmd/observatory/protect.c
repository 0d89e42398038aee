/* SPDX-License-Identifier: MIT
 * protect: a filter for any table: what may not be published of it, and what must go with that.
 */
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "observatory.h"

static const char *const ways[] = { "heuristic", "optimal", NULL };
static const char *const costs[] = { "value", "count", NULL };

static struct {
	relais_protect_options options;
	struct tool_list dimensions, totals, hierarchies;
	const char *db, *protect, *cost;
} want;

#define TEXT(field) OPT_TEXT(&want.options.field)
#define FLAG(field) OPT_FLAG(&want.options.field)

/* clang-format off */
static const struct tool_option options[] = {
	{ 0, "value", N_("COLUMN"), N_("the figures: value"), TEXT(value) },
	{ 0, "count", N_("COLUMN"), N_("how many contribute to each: n"), TEXT(count) },
	{ 0, "largest", N_("COLUMN"), N_("the greatest contribution: largest"), TEXT(largest) },
	{ 0, "second", N_("COLUMN"), N_("the second greatest, for --p: second"), TEXT(second) },
	{ 0, "dimension", N_("COLUMN,…"), N_("what the table crosses; else all other columns"), OPT_LIST(&want.dimensions) },
	{ 0, "total", N_("WORD,…"), N_("what a margin is called; else total or nothing"), OPT_LIST(&want.totals) },
	{ 0, "hierarchy", N_("PAIR,…"), N_("COLUMN=FILE: what is under what, as code,parent"), OPT_LIST(&want.hierarchies) },
	{ 0, "n", N_("COUNT"), N_("the fewest contributors a figure may rest on: 3"), TEXT(least_count) },
	{ 0, "dominance", N_("PERCENT"), N_("the most one of them may make of it: 85; 100: anything"), TEXT(dominance) },
	{ 0, "p", N_("PERCENT"), N_("how near the second may come to the largest: 0, not asked"), TEXT(p) },
	{ 0, "margin", N_("PERCENT"), N_("how near anybody may come to what is hidden: 10"), TEXT(margin) },
	{ 0, "signed", NULL, N_("values may be negative"), FLAG(is_signed) },
	{ 0, "db", N_("FILE"), N_("take the thresholds from the settings of a store"), OPT_TEXT(&want.db) },
	{ 0, "protect", N_("WAY"), N_("heuristic, or optimal for some hundred cells"), OPT_CHOICE(&want.protect, ways) },
	{ 0, "cost", N_("WHAT"), N_("optimal: hide the least value, or the least count of cells"), OPT_CHOICE(&want.cost, costs) },
	{ 0, "audit", NULL, N_("only judge the status the table has; exit 1 when it leaks"), FLAG(audit) },
	{ 0, "intervals", NULL, N_("what a reader can tell of each hidden cell: low, high"), FLAG(intervals) },
	{ 0, "hide", NULL, N_("leave out the figures that are hidden"), FLAG(hide) },
	OPT_END,
};
/* clang-format on */

static const struct tool_example examples[] = {
	{ "rt-observatory protect nights.csv",
		N_("the status of every cell: A, B or P by rule, D to protect those, V visible") },
	{ "rt-observatory protect --hierarchy area=areas.csv --hide nights.csv -o nights-public.csv",
		N_("areas within areas, and the file to publish") },
	{ "rt-observatory protect --audit published.csv",
		N_("what a reader can compute of what a table hides") },
	{ NULL, NULL },
};

/* Thresholds that were not said are those of the relay. */
static relais_status take_settings(struct session *s)
{
	const struct {
		const char *name, **into;
	} known[] = { { "seuil_n", &want.options.least_count },
		{ "seuil_dominance", &want.options.dominance },
		{ "seuil_p", &want.options.p } };
	relais_status rc;

	if (!want.db)
		return RELAIS_OK;
	if ((rc = tool_open_store(s, want.db, RELAIS_READ)) != RELAIS_OK)
		return rc;
	for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
		static char kept[3][32];
		const char *value =
			relais_store_setting(s->store, known[i].name, RELAIS_NO_DAY);

		if (*known[i].into || !value)
			continue;
		snprintf(kept[i], sizeof kept[i], "%s", value);
		*known[i].into = kept[i];
	}
	return RELAIS_OK;
}

static relais_status check_options(struct session *s)
{
	bool is_optimal = want.protect && strcmp(want.protect, "optimal") == 0;

	if (want.cost && !is_optimal)
		return tool_misuse(s, "'%s' goes with --protect optimal", "--cost");
	if (want.options.audit && want.protect)
		return tool_misuse(s, "'--audit' and '--protect' exclude each other");
	if (!s->operand_count && isatty(STDIN_FILENO))
		return tool_misuse(s, "nothing to read: give files or a pipe");
	want.options.optimal = is_optimal;
	want.options.by_count = want.cost && strcmp(want.cost, "count") == 0;
	return RELAIS_OK;
}

static relais_status run(struct session *s)
{
	const char **paths = calloc((size_t)s->operand_count + 2, sizeof *paths);
	relais_rows *rows = NULL;
	size_t exposed;
	relais_status rc = check_options(s);

	if (!paths)
		return tool_fail(s, RELAIS_E_MEMORY, "not enough memory");
	paths[0] = "-";
	for (int i = 0; i < s->operand_count; i++)
		paths[i] = s->operands[i];
	want.options.dimensions = (const char *const *)want.dimensions.items;
	want.options.totals = (const char *const *)want.totals.items;
	want.options.hierarchies = (const char *const *)want.hierarchies.items;
	want.options.lang = s->lang;
	want.options.tell = tool_tell;
	want.options.tell_self = s;
	if (rc == RELAIS_OK)
		rc = take_settings(s);
	if (rc == RELAIS_OK)
		rc = relais_protect(paths, &want.options, &rows, &exposed, &s->err);
	free(paths);
	return rc == RELAIS_OK ? tool_write(s, rows) : rc;
}

const struct verb verb_protect = {
	.name = "protect",
	.about = N_("what may not be published of any table, and what must go with that"),
	.operands = N_("[FILE…]"),
	.at_most = INT_MAX,
	.examples = examples,
	.groups = TAKES_FORMAT,
	.options = options,
	.needs = NEEDS_NOTHING,
	.run = run,
};
