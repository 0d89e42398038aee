/* SPDX-License-Identifier: MIT
 * Publishing. The output is on the disk before the record is kept, within its transaction, and has its name
 * after: what could not be written was not published, and nothing is found that was not recorded.
 */
#include "tool.h"

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
	relais_store_close(s->store);
	s->store = NULL;
	return tool_open_store(s, tool_db(), RELAIS_WRITE);
}

/* RELAIS_END: another one has published meanwhile. */
static relais_status record(struct session *s, const struct tool_edition *what,
	const relais_document *document, struct tool_file *file, relais_publication *made)
{
	relais_status rc = relais_publish_begin(s->store, &s->err);

	if (rc != RELAIS_OK)
		return rc;
	rc = relais_publish(s->store, what->report, &s->question, document, made, &s->err);
	if (rc == RELAIS_OK)
		rc = what->finish(s, document, file);
	if (rc == RELAIS_OK)
		rc = relais_publish_end(s->store, true, &s->err);
	if (rc != RELAIS_OK) /* the first fault is the one to tell */
		(void)!relais_publish_end(s->store, false, NULL);
	return rc;
}

/* While it is made, which takes a second of a region and many of a country, others write. Who is overtaken makes it
 * anew: then the other one is done. */
relais_status tool_publish(struct session *s, const struct tool_edition *what)
{
	struct tool_file file = { .stream = stdout };
	relais_publication made;
	relais_status rc = open_to_write(s);

	do {
		relais_document *document = NULL;

		if (rc == RELAIS_OK || rc == RELAIS_END)
			rc = what->make(s, what->report, &document);
		if (rc == RELAIS_OK)
			rc = record(s, what, document, &file, &made);
		relais_document_free(document);
	} while (rc == RELAIS_END);
	file.outlasts = true;
	rc = tool_file_place(s, &file, rc);
	if (rc == RELAIS_OK)
		say_publication(s, &made);
	return rc;
}
