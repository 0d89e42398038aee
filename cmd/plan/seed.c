/* SPDX-License-Identifier: MIT
 * seed: a first plan of a year, to be read over; --apply takes it as it is.
 */
#include <stdlib.h>
#include <unistd.h>

#include "plan.h"

static struct {
	unsigned long year;
	bool apply;
} want;

static const struct tool_option options[] = {
	{ 0, "year", N_("YEAR"), N_("the year of the plan; the next one unless said"),
		OPT_COUNT(&want.year) },
	{ 0, "apply", NULL, N_("put the proposal in the plan"), OPT_FLAG(&want.apply) },
	OPT_END,
};

static const struct tool_example examples[] = {
	{ "rt-plan seed --db relais.db --year 2026 -o plan-2026.csv",
		N_("a proposal, to be edited and imported") },
	{ "rt-plan seed --db relais.db --year 2026 -r R6 --apply",
		N_("what the law asks for that year, put in the plan") },
	{ "rt-plan seed --db relais.db --year 2026 --lang fr --format table",
		N_("the proposal in French, to be read first") },
	{ NULL, NULL },
};

static int year_after(relais_day today)
{
	char iso[16];

	relais_day_print(today, iso);
	iso[4] = '\0';
	return atoi(iso) + 1;
}

/* What was proposed, as the file that a person would have imported: on standard input. */
static relais_status take(struct session *s, relais_rows *rows, FILE *file)
{
	relais_import_options how;
	relais_summary summary;
	relais_status rc = relais_rows_write(rows, "csv", NULL, file, &s->err);

	if (rc != RELAIS_OK)
		return rc;
	if (fflush(file) != 0 || lseek(fileno(file), 0, SEEK_SET) != 0 ||
		dup2(fileno(file), STDIN_FILENO) < 0)
		return tool_fail(s, RELAIS_E_IO, "cannot write a temporary file");
	tool_import_options(s, &how);
	how.kind = "actions";
	rc = relais_import(s->store, "-", &how, &summary, &s->err);
	if (rc != RELAIS_OK || tool_want->quiet)
		return rc;
	tool_say(s, "actions: %llu new%s", (unsigned long long)summary.created,
		tool_want->dry_run ? relais_words(s->lang, " (dry run: nothing was written)")
				   : "");
	s->attention = summary.rejected > 0;
	return RELAIS_OK;
}

static relais_status apply(struct session *s, relais_rows *rows)
{
	FILE *file = tmpfile();
	relais_status rc = file ? take(s, rows, file)
				: tool_fail(s, RELAIS_E_IO, "cannot write a temporary file");

	if (file)
		fclose(file);
	relais_rows_close(rows);
	return rc;
}

static relais_status run(struct session *s)
{
	int year = want.year ? (int)want.year : year_after(s->today);
	relais_rows *rows;
	relais_status rc;

	if (want.year && (want.year < 1990 || want.year > 2200))
		return tool_misuse(s, "--year is a year of four digits, not %lu", want.year);
	tool_use_report_language(s);
	rc = relais_ask_seed(s->store, &s->question, year, &rows, &s->err);
	if (rc != RELAIS_OK)
		return rc;
	return want.apply ? apply(s, rows) : tool_write(s, rows);
}

const struct verb verb_seed = {
	.name = "seed",
	.about = N_("a first plan: actions for resolutions without any, days of the law"),
	.examples = examples,
	.groups = TAKES_PLACE | TAKES_FORMAT | TAKES_RESOLUTION | TAKES_OFFICE,
	.options = options,
	.needs = NEEDS_WRITE,
	.run = run,
};
