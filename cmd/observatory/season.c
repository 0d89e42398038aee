/* SPDX-License-Identifier: MIT
 * season: what the time of the year does: an index by month, the shape of the year in one row, or
 * a decomposition into trend, season and rest.
 */
#include <string.h>

#include "observatory.h"

static const char *const methods[] = { "index", "additive", "multiplicative", "stl", NULL };

static struct {
	const char *method;
	bool peaks, components, robust;
	unsigned long window;
} want;

static const struct tool_option options[] = {
	{ 0, "method", N_("METHOD"),
		N_("index (mean of whole years), additive, multiplicative or stl"),
		OPT_CHOICE(&want.method, methods) },
	{ 0, "peaks", NULL, N_("the shape of the year in one row: peak, trough, shares, Gini"),
		OPT_FLAG(&want.peaks) },
	{ 0, "components", NULL, N_("period by period: value, trend, seasonal, rest"),
		OPT_FLAG(&want.components) },
	{ 0, "window", N_("YEARS"),
		N_("stl: let the season change, smoothed over so many years (odd, 7 or more)"),
		OPT_COUNT(&want.window) },
	{ 0, "robust", NULL, N_("stl: let what is out of line weigh less"),
		OPT_FLAG(&want.robust) },
	OPT_END,
};

static const struct tool_example examples[] = {
	{ "rt-observatory season --db relais.db -i contacts_guichet",
		N_("the index of each month over all whole years, 100 being the average month") },
	{ "rt-observatory season --db relais.db -i contacts_guichet --by territory --peaks",
		N_("how peaked the year is, territory by territory") },
	{ "rt-observatory season --db relais.db -i contacts_guichet -p 2019-01..2024-12 --method stl --components",
		N_("trend, season and rest of six years") },
	{ NULL, NULL },
};

static relais_status check_options(struct session *s)
{
	bool is_stl = want.method && strcmp(want.method, "stl") == 0;

	if (want.peaks && want.components)
		return tool_misuse(s, "'--peaks' and '--components' exclude each other");
	if ((want.window || want.robust) && !is_stl)
		return tool_misuse(s, "'%s' goes with --method stl",
			want.window ? "--window" : "--robust");
	if (want.window && (want.window % 2 == 0 || want.window < 3 || want.window > 999))
		return tool_misuse(
			s, "'%lu' is no window: an odd number from 3 on", want.window);
	return RELAIS_OK;
}

static relais_status run(struct session *s)
{
	relais_season how = { .window = (unsigned)want.window, .robust = want.robust };
	relais_rows *rows;
	relais_status rc = check_options(s);

	if (rc != RELAIS_OK)
		return rc;
	for (size_t i = 0; want.method && methods[i]; i++)
		if (strcmp(methods[i], want.method) == 0)
			how.method = (relais_season_method)i;
	how.view = want.peaks        ? RELAIS_SEASON_PEAKS
		   : want.components ? RELAIS_SEASON_PARTS
				     : RELAIS_SEASON_FIGURE;
	rc = relais_ask_season(s->store, &s->question, &how, &rows, &s->err);
	return rc == RELAIS_OK ? tool_write(s, rows) : rc;
}

const struct verb verb_season = {
	.name = "season",
	.about = N_("what the time of the year does"),
	.examples = examples,
	.groups = TAKES_FIGURES | TAKES_BY | TAKES_GEOGRAPHY | TAKES_MEMBERS,
	.options = options,
	.needs = NEEDS_READ,
	.run = run,
};
