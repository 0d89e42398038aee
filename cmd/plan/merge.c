/* SPDX-License-Identifier: MIT
 * merge: what offices would be together, before they are.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "plan.h"

static const char *const peers[] = { "category", "size", NULL };

static struct {
	struct tool_list offices;
	relais_day on, decided;
	const char *peers;
} want = { .on = RELAIS_NO_DAY, .decided = RELAIS_NO_DAY };

static const struct tool_option options[] = {
	{ 0, "offices", N_("CODES"), N_("the offices that merge; the first goes on"),
		OPT_LIST(&want.offices) },
	{ 0, "on", N_("DATE"), N_("first day of the merged office; next 1 January unless said"),
		OPT_DAY(&want.on) },
	{ 0, "decided", N_("DATE"),
		N_("day of the deliberation, which the law counts from; that of --on unless said"),
		OPT_DAY(&want.decided) },
	{ 0, "peers", N_("WHICH"),
		N_("compared with the offices of its category, or of its size"),
		OPT_CHOICE(&want.peers, peers) },
	OPT_END,
};

static const struct tool_example examples[] = {
	{ "rt-plan merge --db relais.db --offices OT-22-004,OT-22-009",
		N_("two offices from next 1 January, beside those of their category") },
	{ "rt-plan merge --db relais.db --offices OT-22-004,OT-22-009 --on 2026-01-01 --peers size",
		N_("the same beside those of their size") },
	{ "rt-plan merge --db relais.db --offices OT-22-004,OT-22-009 -i etp_total,produits_eur -p 2024",
		N_("two of their figures, in a year") },
	{ "rt-import --db relais.db fusion.csv",
		N_("once it has happened: type,date,office,into; rt-import --kinds events has the types") },
	{ NULL, NULL },
};

/* The 1 January that comes. */
static relais_status next_new_year(struct session *s, relais_day *out)
{
	char today[16], day[32];

	relais_day_print(s->today, today);
	snprintf(day, sizeof day, "%04d-01-01", atoi(today) + 1);
	return relais_day_parse(day, out, &s->err);
}

static relais_status run(struct session *s)
{
	relais_merger how = { .offices = (const char *const *)want.offices.items,
		.on = want.on,
		.by_size = want.peers && !strcmp(want.peers, "size") };
	relais_rows *rows = NULL;
	relais_status rc = RELAIS_OK;

	if (want.offices.count < 2)
		return tool_misuse(s, "say which offices merge: --offices CODE,CODE");
	if (how.on == RELAIS_NO_DAY)
		rc = next_new_year(s, &how.on);
	how.decided = want.decided == RELAIS_NO_DAY ? how.on : want.decided;
	if (rc == RELAIS_OK)
		rc = relais_ask_merger(s->store, &s->question, &how, &rows, &s->err);
	return rc == RELAIS_OK ? tool_write(s, rows) : rc;
}

const struct verb verb_merge = {
	.name = "merge",
	.about = N_("what offices would be together: figures, labels, days of the law"),
	.examples = examples,
	.groups = TAKES_DATA | TAKES_FORMAT | TAKES_PERIOD | TAKES_INDICATOR | TAKES_AS_OF |
		  TAKES_TODAY | TAKES_DIFFUSION,
	.options = options,
	.needs = NEEDS_READ,
	.run = run,
};
