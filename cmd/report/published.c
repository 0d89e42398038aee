/* SPDX-License-Identifier: MIT
 * --publish of a report, and --published: the editions that were. The output is on the disk before
 * the record is kept, within its transaction, and has its name after: what could not be written was
 * not published, and nothing is found that was not recorded.
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

static void say_publication(struct session *s, const relais_publication *made)
{
	if (tool_want->quiet)
		return;
	if (made->is_new)
		tool_say(s, "edition %lld: %zu figures recorded as published",
			(long long)made->edition, made->figures);
	else
		tool_say(s, "edition %lld told the same figures: nothing was recorded",
			(long long)made->edition);
}

/* The question was put to a store that is only read: from now on it is also written in. */
static relais_status open_to_write(struct session *s)
{
	if (s->file_count || !tool_db())
		return tool_misuse(
			s, "--publish records in a store: give --db FILE or set RT_DB");
	relais_store_close(s->store);
	s->store = NULL;
	return tool_open_store(s, tool_db(), RELAIS_WRITE);
}

/* RELAIS_END: another one has published the same meanwhile. */
static relais_status record(struct session *s, const char *report, relais_document *document,
	struct tool_file *file, relais_publication *made)
{
	relais_status rc = relais_publish_begin(s->store, &s->err);

	if (rc != RELAIS_OK)
		return rc;
	rc = relais_publish(s->store, report, &s->question, document, made, &s->err);
	if (rc == RELAIS_OK)
		rc = tool_finish_document(s, document, file);
	if (rc == RELAIS_OK)
		rc = relais_publish_end(s->store, true, &s->err);
	if (rc != RELAIS_OK) /* the first fault is the one to tell */
		(void)!relais_publish_end(s->store, false, NULL);
	return rc;
}

/* While it is made, which takes a second of a region and many of a country, others write. Who is overtaken makes it
 * anew: then the other one is done. */
relais_status report_publish(struct session *s, const char *report)
{
	struct tool_file file = { .stream = stdout };
	relais_publication made;
	relais_status rc = open_to_write(s);

	do {
		relais_document *document = NULL;

		if (rc == RELAIS_OK || rc == RELAIS_END)
			rc = report_make(s, report, &document);
		if (rc == RELAIS_OK)
			rc = record(s, report, document, &file, &made);
		relais_document_free(document);
	} while (rc == RELAIS_END);
	file.outlasts = true;
	rc = tool_file_place(s, &file, rc);
	if (rc == RELAIS_OK)
		say_publication(s, &made);
	return rc;
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
