/* SPDX-License-Identifier: MIT
 * See record.h.
 */
#include "record.h"

#include <stdio.h>
#include <string.h>

#include "../../base/error.h"
#include "../../base/fingerprint.h"
#include "../../base/text.h"
#include "../../store/store.h"

#define AS_OF " as_of="

/* Whatever day it was asked of. */
static const char last_alike[] =
	"SELECT edition_id, sha256 FROM edition\n"
	" WHERE report = :report AND from_period = :from AND to_period = :to\n"
	"   AND diffusion = :diffusion\n"
	"   AND substr(options, 1, instr(options || '" AS_OF "', '" AS_OF "') - 1) =\n"
	"       substr(:options, 1, instr(:options || '" AS_OF "', '" AS_OF "') - 1)\n"
	" ORDER BY edition_id DESC LIMIT 1";
static const char newest_edition[] = "SELECT coalesce(max(edition_id), 0) FROM edition";
static const char add_edition[] =
	"INSERT INTO edition (report, from_period, to_period, diffusion, options, today,\n"
	"                     batch_id, program, sha256, figures)\n"
	"VALUES (:report, :from, :to, :diffusion, :options, :today,\n"
	"        nullif(:batch, 0), :program, '', 0)";
static const char add_figure[] =
	"INSERT INTO edition_figure VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9)";
static const char all_figures[] =
	"SELECT section, figure, indicator, \"group\", period, value, flag\n"
	"  FROM edition_figure WHERE edition_id = ?1 ORDER BY rank";
static const char seal[] =
	"UPDATE edition SET sha256 = :sha256, figures = :figures WHERE edition_id = :edition";

static void add_list(text *out, const char *name, const char *const *items)
{
	for (size_t i = 0; items && items[i]; i++)
		text_addf(out, "%s%s", i ? "," : name, items[i]);
}

/* What of the question changes the figures or the words, in one order, so that the same
 * question is the same text. */
static void write_options(text *out, const relais_question *q)
{
	text_addf(out, "lang=%s", q->lang == RELAIS_FR ? "fr" : "en");
	if (q->by)
		text_addf(out, " by=%s", q->by);
	add_list(out, " indicators=", q->indicators);
	add_list(out, " offices=", q->offices);
	add_list(out, " territories=", q->territories);
	add_list(out, " resolutions=", q->resolutions);
	if (q->members_only)
		text_add(out, " members");
	if (q->geography == RELAIS_AS_THEY_WERE)
		text_add(out, " geography=as_they_were");
	if (q->base)
		text_addf(out, " base=%d", q->base);
	if (q->as_of != RELAIS_NO_DAY) {
		char day[16];

		relais_day_print(q->as_of, day);
		text_addf(out, AS_OF "%s", day); /* the last, see last_alike */
	}
}

static const char *name_of(relais_diffusion diffusion)
{
	switch (diffusion) {
	case RELAIS_INTERNE: return "interne";
	case RELAIS_RESEAU: return "reseau";
	case RELAIS_PUBLIC: break;
	}
	return "public";
}

static void bind_question(
	stmt *s, const char *report, const relais_question *q, const char *options)
{
	stmt_bind_text(s, ":report", report);
	stmt_bind_int(s, ":from", q->span.from);
	stmt_bind_int(s, ":to", q->span.to);
	stmt_bind_text(s, ":diffusion", name_of(q->diffusion));
	stmt_bind_text(s, ":options", options);
}

static relais_status find_alike(relais_store *store, const char *report,
	const relais_question *q, const char *options, relais_publication *before,
	relais_error *err)
{
	stmt *s;
	relais_status rc = stmt_prepare(&s, store, last_alike, err);

	if (rc != RELAIS_OK)
		return rc;
	bind_question(s, report, q, options);
	if ((rc = stmt_step(s, err)) == RELAIS_OK) {
		before->edition = stmt_int(s, 0);
		snprintf(before->sha256, sizeof before->sha256, "%s", stmt_text(s, 1));
	}
	stmt_free(s);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

static relais_status begin_edition(relais_store *store, const char *report,
	const relais_question *q, const char *options, int64_t batch, int64_t *edition,
	relais_error *err)
{
	char today[16];
	stmt *s;
	relais_status rc = stmt_prepare(&s, store, add_edition, err);

	if (rc != RELAIS_OK)
		return rc;
	relais_day_print(q->today, today);
	bind_question(s, report, q, options);
	stmt_bind_text(s, ":today", today);
	stmt_bind_int(s, ":batch", batch);
	stmt_bind_text(s, ":program", relais_version());
	rc = stmt_run(s, err);
	*edition = store_last_id(store);
	stmt_free(s);
	return rc;
}

/* Cells end with a byte no cell holds: ("a", "b") is not ("ab", ""). What is not told is a
 * byte of its own. */
static void add_to_fingerprint(fingerprint *f, const char *const *cells)
{
	for (size_t i = 0; i < RECORD_CELLS; i++) {
		if (cells[i])
			fingerprint_add(f, cells[i], strlen(cells[i]));
		fingerprint_add(f, cells[i] ? "\0" : "\1", 1);
	}
}

static relais_status add_figures(relais_store *store, const record_origin *from,
	relais_publication *out, relais_error *err)
{
	const char *cells[RECORD_CELLS];
	fingerprint f;
	stmt *s;
	relais_status rc = stmt_prepare(&s, store, add_figure, err);

	if (rc != RELAIS_OK)
		return rc;
	fingerprint_start(&f);
	stmt_bind_int_at(s, 1, out->edition);
	while (rc == RELAIS_OK && from->next(from->self, cells)) {
		stmt_bind_int_at(s, 2, (int64_t)++out->figures);
		for (int i = 0; i < RECORD_CELLS; i++)
			stmt_bind_text_at(s, i + 3, cells[i]);
		add_to_fingerprint(&f, cells);
		rc = stmt_run(s, err);
	}
	fingerprint_end(&f, out->sha256);
	stmt_free(s);
	return rc;
}

relais_status edition_fingerprint(
	relais_store *store, int64_t edition, char hex[65], relais_error *err)
{
	const char *cells[RECORD_CELLS];
	fingerprint f;
	stmt *s;
	relais_status rc = stmt_prepare(&s, store, all_figures, err);

	if (rc != RELAIS_OK)
		return rc;
	fingerprint_start(&f);
	stmt_bind_int_at(s, 1, edition);
	while ((rc = stmt_step(s, err)) == RELAIS_OK) {
		for (int i = 0; i < RECORD_CELLS; i++)
			cells[i] = stmt_text(s, i);
		add_to_fingerprint(&f, cells);
	}
	fingerprint_end(&f, hex);
	stmt_free(s);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

static relais_status seal_edition(
	relais_store *store, const relais_publication *out, relais_error *err)
{
	stmt *s;
	relais_status rc = stmt_prepare(&s, store, seal, err);

	if (rc != RELAIS_OK)
		return rc;
	stmt_bind_int(s, ":edition", out->edition);
	stmt_bind_text(s, ":sha256", out->sha256);
	stmt_bind_int(s, ":figures", (int64_t)out->figures);
	rc = stmt_run(s, err);
	stmt_free(s);
	return rc;
}

/* Added first, then compared: a fingerprint is only known at the end. */
static relais_status add_or_keep(relais_store *store, const relais_publication *before,
	const record_origin *from, relais_publication *out, relais_error *err)
{
	relais_status rc = add_figures(store, from, out, err);

	if (rc != RELAIS_OK)
		return rc;
	out->is_new = !before->edition || strcmp(before->sha256, out->sha256) != 0;
	if (out->is_new)
		return seal_edition(store, out, err);
	out->edition = before->edition;
	return store_execute(store, "ROLLBACK TO edition", err);
}

static relais_status newest(relais_store *store, int64_t *edition, relais_error *err)
{
	stmt *s;
	relais_status rc = stmt_prepare(&s, store, newest_edition, err);

	*edition = 0;
	if (rc != RELAIS_OK)
		return rc;
	if ((rc = stmt_step(s, err)) == RELAIS_OK)
		*edition = stmt_int(s, 0);
	stmt_free(s);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

/* What is told depends on all that was told before it: on an edition of any report that was recorded since it was
 * made, too. */
static relais_status add_unless_overtaken(relais_store *store, const char *report,
	const relais_question *question, const char *options, const record_origin *from,
	relais_publication *out, relais_error *err)
{
	relais_publication before = { .edition = 0 };
	int64_t last;
	relais_status rc = newest(store, &last, err);

	if (rc == RELAIS_OK && last > from->last_edition)
		return RELAIS_END;
	if (rc == RELAIS_OK)
		rc = find_alike(store, report, question, options, &before, err);
	if (rc == RELAIS_OK)
		rc = begin_edition(
			store, report, question, options, from->last_batch, &out->edition, err);
	return rc == RELAIS_OK ? add_or_keep(store, &before, from, out, err) : rc;
}

relais_status record_edition(relais_store *store, const char *report,
	const relais_question *question, const record_origin *from, relais_publication *out,
	relais_error *err)
{
	text options = { 0 };
	relais_status rc;

	*out = (relais_publication){ .edition = 0 };
	write_options(&options, question);
	rc = options.failed ? fail_memory(err) : store_execute(store, "SAVEPOINT edition", err);
	if (rc == RELAIS_OK)
		rc = add_unless_overtaken(
			store, report, question, options.data, from, out, err);
	if (rc == RELAIS_OK)
		rc = store_execute(store, "RELEASE edition", err);
	text_free(&options);
	return rc;
}

relais_status record_state(relais_store *store, relais_day as_of, int64_t *last_batch,
	int64_t *last_edition, relais_error *err)
{
	relais_status rc = store_batch_as_of(store, as_of, last_batch, err);

	return rc == RELAIS_OK ? newest(store, last_edition, err) : rc;
}

relais_status relais_publish_begin(relais_store *store, relais_error *err)
{
	return store_begin(store, err);
}

relais_status relais_publish_end(relais_store *store, bool keep, relais_error *err)
{
	if (keep)
		return store_commit(store, err);
	store_rollback(store);
	return RELAIS_OK;
}
