/* SPDX-License-Identifier: MIT
 * outliers: figures that do not look right, those that weigh most first; --confirm puts one that is
 * right aside, with its reason.
 */
#include <string.h>

#include "observatory.h"

static struct {
	struct tool_list methods;
	const char *over, *fence, *why;
	struct tool_list confirm;
	unsigned long most;
	bool all, strict;
} want;

static const char *const methods[] = { "rules", "tukey", "modz", "esd", NULL };
static const char *const samples[] = { "offices", "time", NULL };

/* clang-format off */
static const struct tool_option options[] = {
	{ 0, "method", N_("METHOD"), N_("rules, tukey, modz, esd; several with commas"), OPT_LIST(&want.methods) },
	{ 0, "over", N_("WHAT"), N_("a method's sample: the offices of a period, or the time of an office"), OPT_CHOICE(&want.over, samples) },
	{ 0, "fence", N_("K"), N_("tukey: so many interquartile ranges away; 1.5 unless said"), OPT_TEXT(&want.fence) },
	{ 0, "max", N_("N"), N_("esd: look for so many outliers; 10 unless said"), OPT_COUNT(&want.most) },
	{ 0, "confirm", N_("FIGURE"), N_("OFFICE,INDICATOR,PERIOD: this figure is right, put it aside"), OPT_LIST(&want.confirm) },
	{ 0, "why", N_("REASON"), N_("why it is right"), OPT_TEXT(&want.why) },
	{ 0, "all", NULL, N_("those that were confirmed too"), OPT_FLAG(&want.all) },
	{ 0, "strict", NULL, N_("exit 1 when anything is found"), OPT_FLAG(&want.strict) },
	OPT_END,
};
/* clang-format on */

static const struct tool_example examples[] = {
	{ "rt-observatory outliers --db relais.db -p 2024-08",
		N_("what to ask the offices about before the note of August goes out") },
	{ "rt-observatory outliers --db relais.db -p 2024-08 --method tukey,modz --by category",
		N_("by named methods, across the offices") },
	{ "rt-observatory outliers --db relais.db --method modz --over time -i contacts_guichet",
		N_("every office along its own years") },
	{ "rt-observatory outliers --db relais.db --confirm OT-22-004,contacts_guichet,2024-08 --why 'départ du Tour'",
		N_("this one is right: it is not told again") },
	{ NULL, NULL },
};

static relais_status read_methods(struct session *s, unsigned *out)
{
	char near[256];

	*out = 0;
	for (size_t i = 0; i < want.methods.count; i++) {
		const char *name = want.methods.items[i];
		unsigned m = 0;

		while (methods[m] && strcmp(methods[m], name) != 0)
			m++;
		if (!methods[m]) {
			relais_suggest(name, methods, s->lang, near, sizeof near);
			return tool_misuse(s, "'%s' is no method: rules, tukey, modz or esd%s",
				name, near);
		}
		*out |= 1U << m;
	}
	return RELAIS_OK;
}

/* What is confirmed is the value known now, as the store spells its place. */
static relais_status find_value(struct session *s, char cells[4][64])
{
	char *const *named = want.confirm.items;
	const char *offices[] = { named[0], NULL }, *indicators[] = { named[1], NULL };
	relais_question q = s->question;
	relais_rows *rows;
	relais_row row;
	relais_status rc = relais_span_parse(named[2], s->today, &q.span, &s->err);

	q.offices = offices;
	q.indicators = indicators;
	q.diffusion = RELAIS_INTERNE;
	if (rc == RELAIS_OK && q.span.from != q.span.to)
		return tool_misuse(
			s, "'%s' is several periods: confirm them one by one", named[2]);
	if (rc != RELAIS_OK ||
		(rc = relais_ask_values(s->store, &q, &rows, &s->err)) != RELAIS_OK)
		return rc;
	relais_period_print(q.span.from, cells[2]);
	cells[3][0] = '\0';
	while ((rc = relais_rows_next(rows, &row, &s->err)) == RELAIS_OK) {
		if (!row.cells[3] || strcmp(row.cells[2], cells[2]) != 0)
			continue;
		for (int i = 0; i < 4; i++)
			snprintf(cells[i], sizeof cells[i], "%s", row.cells[i]);
	}
	relais_rows_close(rows);
	if (rc != RELAIS_END)
		return rc;
	return cells[3][0]
		       ? RELAIS_OK
		       : tool_misuse(s,
				 "there is no figure of %s, %s, %s to confirm: 'rt-observatory values' tells what there is",
				 named[0], named[1], named[2]);
}

/* Reading was enough until now. */
static relais_status open_for_writing(struct session *s)
{
	if (s->file_count || !tool_db())
		return tool_misuse(
			s, "a figure is confirmed in a store: give --db FILE or set RT_DB");
	relais_store_close(s->store);
	s->store = NULL;
	return tool_open_store(s, tool_db(), RELAIS_WRITE);
}

static relais_status confirm(struct session *s)
{
	static const char *const columns[] = { "office", "indicator", "period", "confirmed",
		"reason" };
	char cells[4][64], name[200];
	const char *values[] = { cells[0], cells[1], cells[2], cells[3], want.why };
	relais_status rc;

	if (want.confirm.count != 3)
		return tool_misuse(s, "'--confirm' takes OFFICE,INDICATOR,PERIOD");
	if (!want.why || !*want.why)
		return tool_misuse(s, "say why the figure is right: --why REASON");
	if ((rc = open_for_writing(s)) != RELAIS_OK || (rc = find_value(s, cells)) != RELAIS_OK)
		return rc;
	snprintf(name, sizeof name, "%s %s %s = %s", cells[0], cells[1], cells[2], cells[3]);
	return tool_record(s, "confirmations", name, 5, columns, values);
}

static relais_status check_options(struct session *s)
{
	if (want.why && !want.confirm.count)
		return tool_misuse(s, "'%s' goes with --confirm", "--why");
	if (tool_want->dry_run && !want.confirm.count)
		return tool_misuse(s, "'%s' goes with --confirm", "--dry-run");
	if (tool_want->wait != TOOL_WAIT && !want.confirm.count)
		return tool_misuse(s, "'%s' goes with --confirm", "--wait");
	return RELAIS_OK;
}

static relais_status check_methods(struct session *s, unsigned asked)
{
	if (want.fence && !(asked & RELAIS_OUTLIER_TUKEY))
		return tool_misuse(s, "'%s' goes with --method %s", "--fence", "tukey");
	if (want.most && !(asked & RELAIS_OUTLIER_ESD))
		return tool_misuse(s, "'%s' goes with --method %s", "--max", "esd");
	return RELAIS_OK;
}

static relais_status run(struct session *s)
{
	uint64_t found = 0;
	relais_outliers how = { .over_time = want.over && strcmp(want.over, "time") == 0,
		.fence = want.fence,
		.most = (unsigned)want.most,
		.all = want.all,
		.found = &found };
	relais_rows *rows;
	relais_status rc = check_options(s);

	if (rc == RELAIS_OK && want.confirm.count)
		return confirm(s);
	if (rc != RELAIS_OK || (rc = read_methods(s, &how.methods)) != RELAIS_OK ||
		(rc = check_methods(s, how.methods)) != RELAIS_OK ||
		(rc = relais_ask_outliers(s->store, &s->question, &how, &rows, &s->err)) !=
			RELAIS_OK)
		return rc;
	s->attention = want.strict && found > 0;
	return tool_write(s, rows);
}

const struct verb verb_outliers = {
	.name = "outliers",
	.about = N_("figures that do not look right"),
	.examples = examples,
	.groups = TAKES_FIGURES | TAKES_BY | TAKES_DRY_RUN | TAKES_WAIT,
	.options = options,
	.needs = NEEDS_READ,
	.run = run,
};
