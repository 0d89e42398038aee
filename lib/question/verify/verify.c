/* SPDX-License-Identifier: MIT
 * What must hold of a store whatever was done to it. Each invariant is a query for what would be
 * wrong (verify_store.sql, verify_register.sql), so that silence is a proof.
 */
#include <string.h>

#include "../../base/error.h"
#include "../../base/rows.h"
#include "../../base/text.h"
#include "../../base/words.h"
#include "../../store/check.h"
#include "../../store/nest.h"
#include "../../store/store.h"
#include "../published/record.h"
#include "verify.h"

extern const unsigned char relais_sql_verify_store[], relais_sql_verify_register[];

static const relais_column columns[] = { { "rule", N_("Rule"), RELAIS_CODE },
	{ "table", N_("Table"), RELAIS_CODE }, { "row", N_("Row"), RELAIS_CODE },
	{ "detail", N_("Detail"), RELAIS_TEXT },
	{ "message", N_("What is wrong"), RELAIS_TEXT } };

enum { COLUMNS = sizeof columns / sizeof *columns, OF_STORE = 10, OF_REGISTER = 3 };

static const struct {
	const char *rule, *message;
} rules[] = {
	{ "damaged", N_("the file is damaged: go back to your last copy") },
	{ "reference", N_("a row refers to one that is not there") },
	{ "schema", N_("a table, an index or a view is not as this program makes it") },
	{ "batch-missing", N_("a batch of the journal is gone") },
	{ "batch-order", N_("a batch came after one with a later day") },
	{ "batch-undone", N_("a batch and the one that undid it do not agree") },
	{ "batch-figures",
		N_("a batch says it changed another number of figures than it did") },
	{ "batch-rows", N_("a batch says it added another number of rows than it did") },
	{ "figure-unknown",
		N_("a figure is of a batch, an indicator or an office that is not there") },
	{ "figure-period", N_("a figure is of a period that is none") },
	{ "figure-state", N_("a figure has neither a value nor a reason, or both") },
	{ "figure-history", N_("what was known of a figure has a gap or an overlap") },
	{ "history-missing", N_("nothing was ever known of an entry of a register") },
	{ "history-backwards", N_("a version ends before it begins") },
	{ "history-overlap", N_("two versions were known at the same time") },
	{ "history-gap", N_("nothing was known between two versions, and no undo says why") },
	{ "history-unknown", N_("a version was ended by a batch that is not there") },
	{ "territories-in-circle",
		N_("territories lie within each other in a circle: say what is around one of them anew") },
	{ "edition-figures",
		N_("a published edition has another number of figures than it says") },
	{ "edition-changed", N_("the figures of a published edition are not those it told") },
	{ "edition-otherwise",
		N_("a published edition is told otherwise now, of what was known then") },
};

typedef struct verify {
	relais_store *store;
	relais_lang lang;
	rowlist *list;
	uint64_t found;
	relais_error *err;
} verify;

static const char *message_of(const verify *v, const char *rule)
{
	for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
		if (strcmp(rules[i].rule, rule) == 0)
			return relais_words(v->lang, rules[i].message);
	return NULL;
}

static void add(
	void *self, const char *rule, const char *table, const char *row, const char *detail)
{
	verify *v = self;

	v->found++;
	rowlist_text(v->list, rule);
	rowlist_text(v->list, table);
	rowlist_text(v->list, row);
	rowlist_text(v->list, detail);
	rowlist_text(v->list, message_of(v, rule));
	rowlist_end_row(v->list);
}

static relais_status ask_all(verify *v, const char *sql, size_t count)
{
	stmt *all[OF_STORE];
	relais_status rc = stmt_prepare_all(all, count, v->store, sql, v->err);

	if (rc != RELAIS_OK)
		return rc;
	for (size_t i = 0; i < count && (rc == RELAIS_OK || rc == RELAIS_END); i++)
		while ((rc = stmt_step(all[i], v->err)) == RELAIS_OK)
			add(v, stmt_text(all[i], 0), stmt_text(all[i], 1), stmt_text(all[i], 2),
				stmt_text(all[i], 3));
	stmt_free_all(all, count);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

/* The register's name goes where the SQL has @. */
static relais_status ask_register(verify *v, const char *name)
{
	const char *p = (const char *)relais_sql_verify_register;
	text sql = { 0 };
	relais_status rc;

	for (; *p; p++)
		if (*p == '@')
			text_add(&sql, name);
		else
			text_add_char(&sql, *p);
	rc = sql.failed ? fail_memory(v->err) : ask_all(v, sql.data, OF_REGISTER);
	text_free(&sql);
	return rc;
}

/* Those this program knows: a register of theirs has the same name with _version. */
static relais_status ask_registers(verify *v)
{
	static const char names[] =
		"SELECT r.name FROM main.sqlite_schema AS r\n"
		"  JOIN main.sqlite_schema AS v ON v.name = r.name || '_version' AND v.type = 'table'\n"
		" WHERE r.type = 'table'\n"
		"   AND EXISTS (SELECT 1 FROM pragma_table_info(v.name) AS c\n"
		"                WHERE c.name = r.name || '_id')\n"
		" ORDER BY r.name";
	relais_status rc;
	stmt *s;

	if ((rc = stmt_prepare(&s, v->store, names, v->err)) != RELAIS_OK)
		return rc;
	while ((rc = stmt_step(s, v->err)) == RELAIS_OK &&
		(rc = ask_register(v, stmt_text(s, 0))) == RELAIS_OK)
		continue;
	stmt_free(s);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

static relais_status ask_territories(verify *v)
{
	relais_status rc;
	nest n;

	if ((rc = nest_load(&n, v->store, v->err)) != RELAIS_OK)
		return rc;
	for (size_t i = 0; i < n.circles && rc == RELAIS_OK; i++) {
		text path = { 0 };

		nest_path(&n, n.firsts[i], &path);
		if (path.failed)
			rc = fail_memory(v->err);
		else
			add(v, "territories-in-circle", "territory", n.all[n.firsts[i]].code,
				text_str(&path));
		text_free(&path);
	}
	nest_free(&n);
	return rc;
}

static relais_status ask_editions(verify *v)
{
	char hex[65];
	relais_status rc;
	stmt *s;

	if ((rc = stmt_prepare(&s, v->store,
		     "SELECT edition_id, sha256 FROM edition ORDER BY edition_id", v->err)) !=
		RELAIS_OK)
		return rc;
	while ((rc = stmt_step(s, v->err)) == RELAIS_OK) {
		rc = edition_fingerprint(v->store, stmt_int(s, 0), hex, v->err);
		if (rc != RELAIS_OK)
			break;
		if (strcmp(hex, stmt_text(s, 1)) != 0)
			add(v, "edition-changed", "edition", stmt_text(s, 0), NULL);
	}
	stmt_free(s);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

/* What a damaged file or foreign tables would answer means nothing. */
static relais_status ask(verify *v)
{
	relais_status rc = store_check_file(v->store, add, v, v->err);
	uint64_t faults = v->found;

	if (rc != RELAIS_OK)
		return rc;
	if ((rc = store_check_schema(v->store, add, v, v->err)) != RELAIS_OK ||
		v->found > faults || faults > 0)
		return rc;
	if ((rc = ask_all(v, (const char *)relais_sql_verify_store, OF_STORE)) != RELAIS_OK ||
		(rc = ask_registers(v)) != RELAIS_OK || (rc = ask_territories(v)) != RELAIS_OK)
		return rc;
	return ask_editions(v);
}

/* Another version of this program may have mended what it told: that is no fault of the store. */
static relais_status tell_again(verify *v, verify_teller *tell)
{
	static const char alike[] = "SELECT edition_id FROM edition WHERE program = :program\n"
				    " ORDER BY edition_id";
	char detail[AGAIN_DETAIL];
	relais_status rc;
	stmt *s;

	if ((rc = stmt_prepare(&s, v->store, alike, v->err)) != RELAIS_OK)
		return rc;
	stmt_bind_text(s, ":program", relais_version());
	while ((rc = stmt_step(s, v->err)) == RELAIS_OK &&
		(rc = tell(v->store, stmt_int(s, 0), detail, v->err)) == RELAIS_OK)
		if (*detail)
			add(v, "edition-otherwise", "edition", stmt_text(s, 0), detail);
	stmt_free(s);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

relais_status verify_ask(relais_store *store, verify_teller *tell, uint64_t *found,
	relais_rows **out, relais_error *err)
{
	verify v = { .store = store, .lang = err ? err->lang : RELAIS_EN, .err = err };
	relais_status rc;

	*out = NULL;
	if (!(v.list = rowlist_new(columns, COLUMNS)))
		return fail_memory(err);
	if ((rc = store_hold(store, err)) == RELAIS_OK) {
		rc = ask(&v);
		store_release(store);
	}
	if (rc == RELAIS_OK && !v.found)
		rc = tell_again(&v, tell);
	*found = v.found;
	if (rc == RELAIS_OK)
		return rowlist_rows(v.list, out, err);
	rowlist_free(v.list);
	return rc;
}
