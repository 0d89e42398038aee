/* SPDX-License-Identifier: MIT
 * table: indicators over two or three keys at once, as a grid with margins or a row for each cell.
 */
#include "observatory.h"

static struct {
	struct tool_list rows, columns;
	bool without_margins, is_long;
} want;

static const struct tool_option options[] = {
	{ 0, "rows", N_("KEY,…"), N_("what makes the lines: territory, category …"),
		OPT_LIST(&want.rows) },
	{ 0, "columns", N_("KEY,…"), N_("what makes the columns: month, year, category …"),
		OPT_LIST(&want.columns) },
	{ 0, "no-margins", NULL, N_("no total line, no total column"),
		OPT_FLAG(&want.without_margins) },
	{ 0, "long", NULL, N_("a line for each cell, with its offices and flags"),
		OPT_FLAG(&want.is_long) },
	OPT_END,
};

static const struct tool_example examples[] = {
	{ "rt-observatory table --db relais.db --rows territory --columns month -i contacts_guichet -p 2024",
		N_("a year of one indicator, territory by territory") },
	{ "rt-observatory table --db relais.db --rows territory,category --columns year -o table.xlsx",
		N_("with subtotals by territory, every indicator, in a workbook") },
	{ "rt-observatory table --db relais.db --rows category --columns size -p 2024-08 --long --format csv",
		N_("categories against sizes, a line for each figure, for a program") },
	{ NULL, NULL },
};

static relais_status run(struct session *s)
{
	const relais_crosstab how = { .lines = (const char *const *)want.rows.items,
		.columns = (const char *const *)want.columns.items,
		.without_margins = want.without_margins,
		.is_long = want.is_long };
	relais_rows *rows;
	relais_status rc;

	if (!want.rows.count || !want.columns.count)
		return tool_misuse(s, "a table takes --rows KEY and --columns KEY");
	rc = relais_ask_table(s->store, &s->question, &how, &rows, &s->err);
	return rc == RELAIS_OK ? tool_write(s, rows) : rc;
}

const struct verb verb_table = {
	.name = "table",
	.about = N_("indicators crossed over two or three keys, with margins"),
	.examples = examples,
	.groups = TAKES_FIGURES,
	.options = options,
	.needs = NEEDS_READ,
	.run = run,
};
