/* SPDX-License-Identifier: MIT
 * Aliases into the directories.
 */
#include "aliases.h"

#include <string.h>

#include "../../base/error.h"
#include "../../base/text.h"
#include "../table.h"

enum { WHAT, SPELLED, CODE, COLUMNS };
enum { REMEMBERED, OF_THIS_RUN };

static codes *directory_of(directories *d, const char *what)
{
	return !strcmp(what, "indicator") ? &d->indicators : &d->offices;
}

relais_status aliases_recall(directories *d, relais_store *store, relais_error *err)
{
	static const char sql[] = "SELECT v.what, a.spelled, v.code\n"
				  "  FROM alias AS a\n"
				  "  JOIN alias_version AS v USING (alias_id)\n"
				  " WHERE v.known_until = 2147483647 AND v.code IS NOT NULL\n"
				  " ORDER BY a.spelled";
	relais_status rc;
	stmt *s;

	if ((rc = stmt_prepare(&s, store, sql, err)) != RELAIS_OK)
		return rc;
	while ((rc = stmt_step(s, err)) == RELAIS_OK)
		if ((rc = codes_alias(directory_of(d, stmt_text(s, WHAT)),
			     stmt_text(s, SPELLED), stmt_text(s, CODE), REMEMBERED, err)) !=
			RELAIS_OK)
			break;
	stmt_free(s);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

typedef struct reading {
	directories *known;
	const relais_import_options *options;
} reading;

static relais_status unknown(const table_row *row, const codes *all,
	const relais_import_options *o, bool is_office, relais_error *err)
{
	place where = { row->input, row->line, CODE + 1, NULL };
	char near[256];

	codes_suggest(all, row->cells[CODE], o->lang, near, sizeof near);
	if (is_office)
		return fail_at(err, RELAIS_E_DATA, where, "unknown office '%s'%s",
			row->cells[CODE], near);
	return fail_at(
		err, RELAIS_E_DATA, where, "unknown indicator '%s'%s", row->cells[CODE], near);
}

static relais_status take_alias(void *self, const table_row *row, relais_error *err)
{
	reading *r = self;
	const kind *k = kind_named("aliases");
	const char *what = choice_code(k->columns[WHAT].choices, row->cells[WHAT]);
	const char *code = row->cells[CODE];
	bool is_office = what && !strcmp(what, "office"), may_make;
	codes *all;
	int64_t id;

	if (!what)
		return fail_at(err, RELAIS_E_DATA,
			(place){ row->input, row->line, WHAT + 1, NULL },
			"'%s' is neither office nor indicator", row->cells[WHAT]);
	all = directory_of(r->known, what);
	may_make = is_office ? r->options->create_offices : r->options->create_indicators;
	id = codes_find(all, code, strlen(code));
	if (id <= 0 && !may_make)
		return unknown(row, all, r->options, is_office, err);
	return codes_alias(all, row->cells[SPELLED], id > 0 ? codes_spell(all, id) : code,
		OF_THIS_RUN, err);
}

relais_status aliases_read(
	directories *d, const relais_import_options *options, relais_error *err)
{
	const kind *k = kind_named("aliases");
	const char *names[COLUMNS + 1] = { NULL }, *others[COLUMNS] = { NULL };
	reading r = { d, options };

	for (size_t i = 0; i < COLUMNS; i++) {
		names[i] = k->columns[i].name;
		others[i] = k->columns[i].aliases;
	}
	return table_read_file(options->aliases, &(table_columns){ names, others, COLUMNS },
		take_alias, &r, err);
}
