/* SPDX-License-Identifier: MIT
 * Batches. Their days never go back: what was known at a date is a prefix of the batches, and
 * stays so whatever is imported later. A clock that is late is corrected without a word; a day
 * that somebody asked for is refused with the reason.
 */
#include "journal.h"

#include <stdio.h>
#include <string.h>

#include "../base/error.h"

static const char begin[] =
	"INSERT INTO batch (received_on, who, argv, source, sha256, how, kind, why, undoes)\n"
	"VALUES (max(:day, coalesce((SELECT max(received_on) FROM batch), :day)),\n"
	"        :who, :argv, :source, :sha256, :how, :kind, :why, :undoes)";
static const char later[] = "SELECT batch_id, received_on, source\n"
			    "  FROM batch\n"
			    " WHERE received_on > :day\n"
			    " ORDER BY batch_id DESC\n"
			    " LIMIT 1";
static const char count[] =
	"UPDATE batch\n"
	"   SET \"read\" = :read, created = :created, revised = :revised, unchanged = :unchanged,\n"
	"       rejected = :rejected, skipped = :skipped\n"
	" WHERE batch_id = :batch";

origin origin_of(const relais_import_options *options, const char *source, const char *sha256,
	const char *kind)
{
	return (origin){ .source = source,
		.sha256 = sha256,
		.kind = kind,
		.day = options->today,
		.is_said = options->received_at != 0,
		.who = options->who,
		.argv = options->argv,
		.why = options->why };
}

static relais_status refuse_earlier(relais_store *store, const char *day, relais_error *err)
{
	relais_status rc;
	stmt *s;

	if ((rc = stmt_prepare(&s, store, later, err)) != RELAIS_OK)
		return rc;
	stmt_bind_text(s, ":day", day);
	if ((rc = stmt_step(s, err)) == RELAIS_OK)
		rc = fail_at(err, RELAIS_E_USAGE, (place){ NULL, 0, 0, "received-before" },
			"nothing can be received on %s: batch %lld came on %s (%s), and what was known before it must stay so; give that day or a later one",
			day, (long long)stmt_int(s, 0), stmt_text(s, 1), stmt_text(s, 2));
	stmt_free(s);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

relais_status journal_begin(
	relais_store *store, const origin *from, int64_t *batch, relais_error *err)
{
	char day[16];
	relais_status rc;
	stmt *s;

	relais_day_print(from->day, day);
	if (from->is_said && (rc = refuse_earlier(store, day, err)) != RELAIS_OK)
		return rc;
	if ((rc = stmt_prepare(&s, store, begin, err)) != RELAIS_OK)
		return rc;
	stmt_bind_text(s, ":day", day);
	stmt_bind_text(s, ":who", from->who);
	stmt_bind_text(s, ":argv", from->argv);
	stmt_bind_text(s, ":source", from->source);
	stmt_bind_text(s, ":sha256", from->sha256);
	stmt_bind_text(s, ":how", from->how);
	stmt_bind_text(s, ":kind", from->kind);
	stmt_bind_text(s, ":why", from->why);
	if (from->undoes)
		stmt_bind_int(s, ":undoes", from->undoes);
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

relais_status journal_source(
	relais_store *store, int64_t batch, char out[JOURNAL_SOURCE_SIZE], relais_error *err)
{
	relais_status rc;
	stmt *s;

	snprintf(out, JOURNAL_SOURCE_SIZE, "?");
	if ((rc = stmt_prepare(&s, store, "SELECT source FROM batch WHERE batch_id = ?1",
		     err)) != RELAIS_OK)
		return rc;
	stmt_bind_int_at(s, 1, batch);
	if ((rc = stmt_step(s, err)) == RELAIS_OK)
		snprintf(out, JOURNAL_SOURCE_SIZE, "%s", stmt_text(s, 0));
	stmt_free(s);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}
