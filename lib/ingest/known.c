/* SPDX-License-Identifier: MIT
 * Files known by their fingerprint. One statement asks the journal and the registers, so that
 * what it sees is the store at one moment, whoever writes meanwhile. It is built from the tables
 * there are: a register yet to come counts like the others.
 */
#include "known.h"

#include <stdio.h>
#include <string.h>

#include "../base/date.h"
#include "../base/error.h"
#include "../base/fingerprint.h"

/* The name says something too: the office or the year, at times. */
static void add_text(fingerprint *f, const char *said)
{
	fingerprint_add(f, said ? "=" : "-", 1);
	if (said)
		fingerprint_add(f, said, strlen(said) + 1);
}

static void add_number(fingerprint *f, long long n)
{
	char digits[24];

	snprintf(digits, sizeof digits, "%lld", n);
	add_text(f, digits);
}

void known_how(char out[KNOWN_SIZE], const char *path, const relais_import_options *o,
	const profile *p)
{
	const char *slash = strrchr(path, '/');
	fingerprint f;

	out[0] = '\0';
	if (o->aliases || o->relations || o->whole || o->on_conflict == RELAIS_ON_CONFLICT_KEEP)
		return;
	fingerprint_start(&f);
	add_text(&f, relais_version()); /* the next one may understand more */
	add_text(&f, slash ? slash + 1 : path);
	add_text(&f, o->kind);
	add_text(&f, o->office);
	add_text(&f, o->indicator);
	add_number(&f, o->period.from);
	add_number(&f, o->period.to);
	add_text(&f, o->match);
	add_text(&f, o->encoding);
	add_text(&f, o->sheet);
	add_number(&f, o->delimiter);
	add_number(
		&f, o->create_offices | o->create_indicators << 1 | o->create_territories << 2);
	add_number(&f, o->strict);
	add_text(&f, profile_fingerprint(p));
	for (const char *const *rule = o->skip_rules; rule && *rule; rule++)
		add_text(&f, *rule);
	fingerprint_end(&f, out);
}

/* What would differ from an import of old, or has to be said. */
static bool must_read(const relais_store *store, const relais_import_options *o)
{
	return o->reread || o->disclose || o->whole || o->reopen || o->received_at ||
	       o->on_conflict != RELAIS_ON_CONFLICT_REVISE || store_is_private(store);
}

/* Is there anything it could be the same as? A file of another name is not hashed in vain. */
static relais_status was_read(relais_store *store, const char *how, relais_error *err)
{
	relais_status rc;
	stmt *s;

	if ((rc = stmt_prepare(&s, store, "SELECT 1 FROM batch WHERE how = ?1 LIMIT 1", err)) !=
		RELAIS_OK)
		return rc;
	stmt_bind_text_at(s, 1, how);
	rc = stmt_step(s, err);
	stmt_free(s);
	return rc;
}

static const char known[] =
	"SELECT b.batch_id, b.received_on, b.kind, b.\"read\", b.skipped\n"
	"  FROM batch AS b\n"
	" WHERE b.how = :how AND b.sha256 = :sha256 AND b.rejected = 0\n"
	"   AND b.undone_by IS NULL AND b.received_on <= :today\n"
	"   AND NOT EXISTS (SELECT 1 FROM batch AS l\n"
	"                    WHERE l.batch_id > b.batch_id\n"
	"                      AND (l.revised > 0 OR l.undoes IS NOT NULL))\n";
static const char versions[] =
	"   AND NOT EXISTS (SELECT 1 FROM %s AS v\n"
	"                    WHERE v.known_from > b.batch_id\n"
	"                       OR v.known_until BETWEEN b.batch_id + 1 AND %d)\n";
static const char registers[] = "SELECT name\n"
				"  FROM sqlite_schema\n"
				" WHERE type = 'table' AND name LIKE '%\\_version' ESCAPE '\\'";

static relais_status prepare(stmt **out, relais_store *store, relais_error *err)
{
	text sql = { 0 };
	relais_status rc;
	stmt *s;

	*out = NULL;
	if ((rc = stmt_prepare(&s, store, registers, err)) != RELAIS_OK)
		return rc;
	text_add(&sql, known);
	while ((rc = stmt_step(s, err)) == RELAIS_OK)
		text_addf(&sql, versions, stmt_text(s, 0), STORE_STILL - 1);
	stmt_free(s);
	text_add(&sql, " ORDER BY b.batch_id DESC\n LIMIT 1");
	if (sql.failed)
		rc = fail_memory(err);
	else if (rc == RELAIS_END)
		rc = stmt_prepare(out, store, text_str(&sql), err);
	text_free(&sql);
	return rc;
}

static relais_status fill(relais_summary *m, const stmt *s, relais_error *err)
{
	*m = (relais_summary){ .same_as = stmt_int(s, 0),
		.read = (uint64_t)stmt_int(s, 3),
		.skipped = (uint64_t)stmt_int(s, 4) };
	m->unchanged = m->read - m->skipped;
	snprintf(m->kind, sizeof m->kind, "%s", stmt_text(s, 2));
	return relais_day_parse(stmt_text(s, 1), &m->same_on, err);
}

static relais_status look_up(relais_store *store, const char *sha256, const char *how,
	relais_day today, relais_summary *summary, relais_error *err)
{
	relais_status rc;
	char day[16];
	stmt *s;

	if ((rc = prepare(&s, store, err)) != RELAIS_OK)
		return rc;
	relais_day_print(today, day);
	stmt_bind_text(s, ":how", how);
	stmt_bind_text(s, ":sha256", sha256);
	stmt_bind_text(s, ":today", day);
	if ((rc = stmt_step(s, err)) == RELAIS_OK)
		rc = fill(summary, s, err);
	stmt_free(s);
	return rc;
}

relais_status known_file(relais_store *store, source *src, const char *how,
	const relais_import_options *options, relais_summary *summary, relais_error *err)
{
	relais_status rc;

	if (!*how || must_read(store, options))
		return RELAIS_END;
	if ((rc = was_read(store, how, err)) != RELAIS_OK ||
		(rc = source_fingerprint(src, err)) != RELAIS_OK)
		return rc;
	return look_up(store, source_about(src)->sha256, how, options->today, summary, err);
}
