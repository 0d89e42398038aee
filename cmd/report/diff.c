/* SPDX-License-Identifier: MIT
 * --diff: what moved between two editions that were published, or from one to what the same report
 * would say now.
 */
#include <string.h>

#include "report.h"

static struct {
	bool diff;
	const char *outline;
} want;

static const struct tool_option options[] = {
	{ 0, "diff", NULL, N_("what moved between two editions"), OPT_FLAG(&want.diff) },
	{ 0, "outline", N_("FILE"), N_("of now: the outline that the edition had"),
		OPT_TEXT(&want.outline) },
	OPT_END,
};

static const struct tool_example examples[] = {
	{ "rt-report --diff --db relais.db 1 2",
		N_("the figures that edition 2 tells otherwise than edition 1") },
	{ "rt-report --diff --db relais.db 1 now",
		N_("what the report of edition 1 would tell otherwise now") },
	{ "rt-report --diff --db relais.db 1 2 -o revisions.csv", N_("the list, in a file") },
	{ "rt-report --diff --db relais.db 1 2 --format json",
		N_("the list, for another program") },
	{ NULL, NULL },
};

/* The report of an edition, asked as it was, on this day and with what is known on it. Its outline is a
 * file, of which the store keeps nothing: who had one names it again. */
static relais_status tell_now(struct session *s, long long edition, relais_document **out)
{
	relais_asked asked;
	relais_outline *outline = NULL;
	relais_status rc = relais_edition_asked(s->store, edition, &asked, &s->err);

	*out = NULL;
	asked.question.today = s->today;
	asked.question.as_of = s->question.as_of;
	if (rc == RELAIS_OK && want.outline)
		rc = relais_outline_read(&outline, asked.report, want.outline, &s->err);
	if (rc == RELAIS_OK)
		rc = relais_report(s->store, asked.report, &asked.question, out, &s->err);
	if (rc == RELAIS_OK && outline)
		rc = relais_outline_apply(outline, *out, &s->err);
	relais_outline_free(outline);
	relais_asked_free(&asked);
	return rc;
}

static relais_status diff_now(struct session *s, long long first)
{
	relais_document *now;
	relais_rows *rows = NULL;
	relais_status rc = tell_now(s, first, &now);

	if (rc == RELAIS_OK)
		rc = relais_ask_edition_diff_now(s->store, first, now, &rows, &s->err);
	relais_document_free(now);
	return rc == RELAIS_OK ? tool_write(s, rows) : rc;
}

static relais_status run(struct session *s)
{
	long long first, second;
	relais_rows *rows;
	relais_status rc = report_edition(s, s->operands[0], "diff", &first);

	if (rc == RELAIS_OK && !strcmp(s->operands[1], "now"))
		return diff_now(s, first);
	if (rc == RELAIS_OK && (want.outline || tool_want->as_of != RELAIS_NO_DAY ||
				       tool_want->today != RELAIS_NO_DAY))
		return tool_misuse(s,
			"--as-of, --today and --outline are for '--diff EDITION now': editions do not change");
	if (rc == RELAIS_OK)
		rc = report_edition(s, s->operands[1], "diff", &second);
	if (rc == RELAIS_OK)
		rc = relais_ask_edition_diff(s->store, first, second, &rows, &s->err);
	return rc == RELAIS_OK ? tool_write(s, rows) : rc;
}

const struct verb verb_diff = {
	.name = "--diff",
	.about = N_("what moved between two editions, or from one to now"),
	.operands = N_("EDITION EDITION|now"),
	.at_least = 2,
	.at_most = 2,
	.examples = examples,
	.groups = TAKES_STORE | TAKES_FORMAT | TAKES_AS_OF | TAKES_TODAY,
	.options = options,
	.needs = NEEDS_STORE,
	.run = run,
};
