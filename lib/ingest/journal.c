/* SPDX-License-Identifier: MIT
 * Batches.
 */
#include "journal.h"

static const char begin[] =
	"INSERT INTO batch (received_on, who, argv, source, sha256, kind)\n"
	"VALUES (max(:day, coalesce((SELECT max(received_on) FROM batch), :day)),\n"
	"        :who, :argv, :source, :sha256, :kind)";
static const char count[] =
	"UPDATE batch\n"
	"   SET \"read\" = :read, created = :created, revised = :revised, unchanged = :unchanged,\n"
	"       rejected = :rejected, skipped = :skipped\n"
	" WHERE batch_id = :batch";

/* Days of batches never go back (a late run with an early --today): what was known at a
 * date is a prefix of the batches. */
relais_status journal_begin(
	relais_store *store, const origin *from, int64_t *batch, relais_error *err)
{
	char day[16];
	relais_status rc;
	stmt *s;

	if ((rc = stmt_prepare(&s, store, begin, err)) != RELAIS_OK)
		return rc;
	relais_day_print(from->today, day);
	stmt_bind_text(s, ":day", day);
	stmt_bind_text(s, ":who", from->who);
	stmt_bind_text(s, ":argv", from->argv);
	stmt_bind_text(s, ":source", from->source);
	stmt_bind_text(s, ":sha256", from->sha256);
	stmt_bind_text(s, ":kind", from->kind);
	rc = stmt_run(s, err);
	*batch = store_last_id(store);
	stmt_free(s);
	return rc;
}

relais_status journal_count(
	relais_store *store, const relais_summary *summary, relais_error *err)
{
	relais_status rc;
	stmt *s;

	if ((rc = stmt_prepare(&s, store, count, err)) != RELAIS_OK)
		return rc;
	stmt_bind_int(s, ":batch", summary->batch);
	stmt_bind_int(s, ":read", (int64_t)summary->read);
	stmt_bind_int(s, ":created", (int64_t)summary->created);
	stmt_bind_int(s, ":revised", (int64_t)summary->revised);
	stmt_bind_int(s, ":unchanged", (int64_t)summary->unchanged);
	stmt_bind_int(s, ":rejected", (int64_t)summary->rejected);
	stmt_bind_int(s, ":skipped", (int64_t)summary->skipped);
	rc = stmt_run(s, err);
	stmt_free(s);
	return rc;
}
