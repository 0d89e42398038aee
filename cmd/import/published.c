/* SPDX-License-Identifier: MIT
 * --export published: what may be told outside, in a SQLite file of its own, and recorded as an edition, so that
 * what is told afterwards gives away nothing beside it.
 */
#include <string.h>

#include "import.h"

/* Said again of each making: the months that are over stay the same. */
static relais_status make(struct session *s, const char *report, relais_document **out)
{
	return relais_report(s->store, report, &s->question, out, &s->err);
}

static relais_status finish(
	struct session *s, const relais_document *document, struct tool_file *file)
{
	relais_status rc = tool_file_open(s, file, tool_want->output);

	if (rc != RELAIS_OK)
		return rc;
	rc = relais_copy_write(s->store, &s->question, document, file->stream, &s->err);
	return tool_file_finish(s, file, rc);
}

/* What can be judged before the store is asked. */
static relais_status check(struct session *s)
{
	if (s->file_count || !tool_db())
		return tool_misuse(s,
			"a published copy is recorded in its store: give --db FILE or set RT_DB");
	if (!tool_want->diffusion)
		return tool_misuse(
			s, "say who will read the copy: --diffusion public or reseau");
	if (s->question.diffusion == RELAIS_INTERNE)
		return tool_misuse(s,
			"a published copy is for readers outside: ask for --diffusion public or reseau, or copy the store with --backup");
	if (tool_want->format)
		return tool_misuse(s, "a published copy is a SQLite file: leave out --format");
	if (!tool_want->output || strcmp(tool_want->output, "-") == 0)
		return tool_misuse(s, "a published copy is a file: add -o FILE.db");
	return relais_copy_check(tool_want->output, &s->err);
}

relais_status published_write(struct session *s)
{
	relais_status rc = check(s);

	if (rc != RELAIS_OK)
		return rc;
	tool_use_report_language(s);
	if ((rc = relais_copy_span(s->store, &s->question, &s->err)) != RELAIS_OK)
		return rc;
	return tool_publish(s, &(struct tool_edition){ "copy", make, finish });
}
