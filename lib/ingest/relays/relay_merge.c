/* SPDX-License-Identifier: MIT
 * relais_merge: all stores of one call in one transaction, batch by batch in the order of their
 * days; of one day, in an order that the stores themselves give, not the command line.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "../../base/error.h"
#include "../../base/text.h"
#include "../../store/nest.h"
#include "relay.h"

bool relais_is_store(const char *path)
{
	static const char mark[16] = "SQLite format 3";
	char head[sizeof mark];
	struct stat about;
	bool is_store = false;
	FILE *in;

	if (stat(path, &about) != 0 || !S_ISREG(about.st_mode) || !(in = fopen(path, "re")))
		return false;
	is_store = fread(head, 1, sizeof head, in) == sizeof head &&
		   memcmp(head, mark, sizeof mark) == 0;
	fclose(in);
	return is_store;
}

static void add(relais_summary *to, const relais_summary *m)
{
	to->read += m->read;
	to->created += m->created;
	to->revised += m->revised;
	to->unchanged += m->unchanged;
	to->rejected += m->rejected;
	to->skipped += m->skipped;
	to->batch = m->batch;
}

/* "29.db#12: grille.csv" */
static relais_status begin(merging *m, relais_error *err)
{
	enum { SOURCE = 2, WHO, ARGV, SHA256, KIND, WHY = 13, UNDOES };
	relay *r = m->relay;
	const stmt *s = r->batches;
	char source[JOURNAL_SOURCE_SIZE];
	origin from = { .source = source,
		.sha256 = stmt_text(s, SHA256),
		.kind = stmt_text(s, KIND),
		.how = r->key,
		.day = r->day,
		.who = stmt_text(s, WHO),
		.argv = stmt_text(s, ARGV),
		.why = stmt_text(s, WHY) };
	int64_t undoes = stmt_int(s, UNDOES);
	relais_status rc;

	snprintf(source, sizeof source, "%s#%lld: %s", r->name, (long long)r->batch,
		stmt_text(s, SOURCE));
	if (undoes)
		map_get(&r->here, (const char *)&undoes, sizeof undoes, &from.undoes);
	m->own.today = r->day;
	if ((rc = journal_begin(m->store, &from, &m->batch, err)) != RELAIS_OK)
		return rc;
	return relay_settle(r, m->batch, err);
}

static relais_status tell(merging *m, int64_t batch, relais_error *err)
{
	char input[RELAY_NAME + 32];

	snprintf(input, sizeof input, "%s#%lld", m->relay->name, (long long)batch);
	return told_tell(&m->told, input, m->options, err);
}

static relais_status merge_batch(
	merging *m, relais_status (*merge)(merging *m, relais_error *err), relais_error *err)
{
	relais_status rc = told_open(&m->told, m->store, &m->own, err);

	m->counts = (relais_summary){ .batch = m->batch };
	if (rc == RELAIS_OK && (rc = merge(m, err)) == RELAIS_OK) {
		m->counts.rejected = m->told.rejected;
		if ((rc = journal_count(m->store, &m->counts, err)) == RELAIS_OK)
			rc = tell(m, m->relay->batch, err);
	}
	told_close(&m->told);
	return rc;
}

static relais_status merge_all_of_batch(merging *m, relais_error *err)
{
	relais_status rc = relay_registers(m, err);

	if (rc == RELAIS_OK)
		rc = relay_journals(m, err);
	return rc == RELAIS_OK ? relay_figures(m, err) : rc;
}

/* What the relay's catalogue has and ours has not; without any, there is nothing to journal. */
static relais_status merge_catalogue(merging *m, relais_error *err)
{
	relais_status rc = RELAIS_OK;

	for (int64_t batch = 1; batch <= JOURNAL_BUILT_IN && rc == RELAIS_OK; batch++) {
		char source[JOURNAL_SOURCE_SIZE];
		const origin from = { .source = source, .kind = "indicators", .day = 0 };

		m->relay->batch = batch;
		m->own.today = 0;
		snprintf(source, sizeof source, "%s#%lld: catalogue", m->relay->name,
			(long long)batch);
		if ((rc = store_execute(m->store, "SAVEPOINT catalogue", err)) != RELAIS_OK ||
			(rc = journal_begin(m->store, &from, &m->batch, err)) != RELAIS_OK ||
			(rc = merge_batch(m, relay_catalogue, err)) != RELAIS_OK)
			break;
		if (m->counts.created > 0) {
			rc = relay_settle(m->relay, m->batch, err);
			add(m->relay->summary, &m->counts);
		} else {
			rc = store_execute(m->store, "ROLLBACK TO catalogue", err);
		}
		if (rc == RELAIS_OK)
			rc = store_execute(m->store, "RELEASE catalogue", err);
	}
	return rc;
}

/* The relay whose next batch comes first. */
static relay *earliest(relay *relays, size_t count)
{
	relay *first = NULL;

	for (size_t i = 0; i < count; i++) {
		relay *r = &relays[i];

		if (r->is_over)
			continue;
		if (!first || r->day < first->day ||
			(r->day == first->day && strcmp(r->identity, first->identity) < 0))
			first = r;
	}
	return first;
}

static relais_status merge_next(merging *m, relais_error *err)
{
	bool here;
	relais_status rc = relay_is_here(m->relay, m->store, &here, err);

	if (rc != RELAIS_OK || here)
		return rc;
	if ((rc = begin(m, err)) != RELAIS_OK ||
		(rc = merge_batch(m, merge_all_of_batch, err)) != RELAIS_OK)
		return rc;
	add(m->relay->summary, &m->counts);
	return RELAIS_OK;
}

/* What lies in what as all of them say it together, once all was said: what a store mended later
 * does no harm. */
static relais_status check_territories(relais_store *store, int64_t before, relais_error *err)
{
	text path = { 0 };
	relais_status rc = nest_closed_by(store, before + 1, &path, err);

	if (rc == RELAIS_OK && path.length)
		rc = fail_at(err, RELAIS_E_DATA, (place){ .rule = "territories-in-circle" },
			"the territories lie within each other in a circle: %s; say anew what is around one of them, in the store that has it wrong",
			text_str(&path));
	text_free(&path);
	return rc;
}

static relais_status merge_all(relais_store *store, relay *relays, size_t count,
	const relais_import_options *options, relais_error *err)
{
	merging m = { .store = store, .options = options, .own = *options };
	int64_t before;
	relais_status rc = store_batch_as_of(store, RELAIS_NO_DAY, &before, err);

	m.own.reopen = true; /* what was final had its reason there */
	for (size_t i = 0; i < count && rc == RELAIS_OK; i++) {
		int64_t next = relays[i].batch;

		m.relay = &relays[i];
		rc = merge_catalogue(&m, err);
		relays[i].batch = next;
	}
	while (rc == RELAIS_OK && (m.relay = earliest(relays, count))) {
		rc = merge_next(&m, err);
		if (rc == RELAIS_OK)
			rc = relay_next(m.relay, err);
		else if (err && !err->input[0])
			snprintf(err->input, sizeof err->input, "%s", m.relay->name);
	}
	for (size_t i = 0; i < count && rc == RELAIS_OK; i++)
		rc = relay_mark_undone(&relays[i], store, err);
	return rc == RELAIS_OK ? check_territories(store, before, err) : rc;
}

static relais_status check(relais_store *store, const char *path,
	const relais_import_options *options, relais_error *err)
{
	struct stat a, b;

	if (options->received_at)
		return fail(err, RELAIS_E_USAGE,
			"'%s' is a store: its batches keep the days they came on", path);
	if (stat(path, &a) == 0 && stat(store_path(store), &b) == 0 && a.st_dev == b.st_dev &&
		a.st_ino == b.st_ino)
		return fail(
			err, RELAIS_E_USAGE, "'%s' is the store itself: name another", path);
	return RELAIS_OK;
}

relais_status relais_merge(relais_store *store, const char *const *paths, size_t count,
	const relais_import_options *options, relais_summary *summaries, relais_error *err)
{
	relay *relays = calloc(count ? count : 1, sizeof *relays);
	relais_status rc = relays ? RELAIS_OK : fail_memory(err);
	bool changed = false;
	size_t opened = 0;

	for (size_t i = 0; i < count && rc == RELAIS_OK; i++)
		rc = check(store, paths[i], options, err);
	if (rc == RELAIS_OK)
		rc = store_begin(store, err);
	for (; opened < count && rc == RELAIS_OK; opened++)
		rc = relay_open(&relays[opened], store, paths[opened], &summaries[opened], err);
	if (rc == RELAIS_OK)
		rc = merge_all(store, relays, count, options, err);
	for (size_t i = 0; i < opened; i++) {
		changed = changed || summaries[i].batch;
		relay_close(&relays[i]);
	}
	if (rc == RELAIS_OK && changed && !options->dry_run)
		rc = store_commit(store, err);
	if (relays)
		store_rollback(store);
	free(relays);
	return rc;
}
