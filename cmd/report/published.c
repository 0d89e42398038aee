/* SPDX-License-Identifier: MIT
 * --publish of a report, and --published: the editions that were.
 */
#include <errno.h>
#include <stdlib.h>

#include "report.h"

static struct {
	bool published;
} want;

static const struct tool_option options[] = {
	{ 0, "published", NULL, N_("the editions that were published, or the figures of one"),
		OPT_FLAG(&want.published) },
	OPT_END,
};

static const struct tool_example examples[] = {
	{ "rt-report --published --db relais.db",
		N_("every edition, when it was published and what it knew") },
	{ "rt-report --published --db relais.db 1 --format csv",
		N_("the figures that edition 1 told") },
	{ "rt-report --published --db relais.db -o editions.xlsx",
		N_("the list, for a spreadsheet") },
	{ NULL, NULL },
};

relais_status report_publish(struct session *s, const char *report)
{
	if (s->file_count || !tool_db())
		return tool_misuse(
			s, "--publish records in a store: give --db FILE or set RT_DB");
	return tool_publish(
		s, &(struct tool_edition){ report, report_make, tool_finish_document });
}

relais_status report_edition(
	struct session *s, const char *said, const char *option, long long *out)
{
	char *end;

	errno = 0;
	*out = strtoll(said, &end, 10);
	if (errno || *end || *said < '0' || *said > '9')
		return tool_misuse(
			s, "'%s' is no number for '--%s': digits are expected", said, option);
	return RELAIS_OK;
}

static relais_status run(struct session *s)
{
	relais_rows *rows;
	relais_status rc;
	long long edition;

	if (!s->operand_count) {
		rc = relais_ask_editions(s->store, &rows, &s->err);
		return rc == RELAIS_OK ? tool_write(s, rows) : rc;
	}
	rc = report_edition(s, s->operands[0], "published", &edition);
	if (rc == RELAIS_OK)
		rc = relais_ask_edition(s->store, edition, &rows, &s->err);
	return rc == RELAIS_OK ? tool_write(s, rows) : rc;
}

const struct verb verb_published = {
	.name = "--published",
	.about = N_("the editions that were published, or the figures of one"),
	.operands = N_("[EDITION]"),
	.at_most = 1,
	.examples = examples,
	.groups = TAKES_STORE | TAKES_FORMAT,
	.options = options,
	.needs = NEEDS_STORE,
	.run = run,
};
