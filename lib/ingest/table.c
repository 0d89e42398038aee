/* SPDX-License-Identifier: MIT
 * Small tables of known columns.
 */
#include "table.h"

#include <string.h>

#include "../base/error.h"
#include "../base/suggest.h"
#include "../base/text.h"
#include "../input/reader.h"
#include "../model/kind.h"

enum { FOLDED_SIZE = 128, NOWHERE = -1 };

/* Where each column of the table stands in the file. */
typedef struct places {
	int at[TABLE_COLUMNS];
	size_t count;
} places;

static int column_for(const table_columns *columns, const char *heading)
{
	char folded[FOLDED_SIZE];

	text_fold(heading, folded, sizeof folded);
	for (int i = 0; columns->names[i]; i++)
		if (alias_matches(columns->names[i], folded) ||
			(columns->aliases && alias_matches(columns->aliases[i], folded)))
			return i;
	return NOWHERE;
}

static relais_status place_headings(places *p, const source *src, const table_columns *columns,
	const record *r, relais_error *err)
{
	place where = { source_about(src)->name, r->line, 0, NULL };
	char near[256];

	for (p->count = 0; columns->names[p->count]; p->count++)
		p->at[p->count] = NOWHERE;
	for (size_t i = 0; i < r->count; i++) {
		int which = column_for(columns, r->fields[i]);

		where.column = i + 1;
		if (which != NOWHERE) {
			p->at[which] = (int)i;
		} else if (r->lengths[i] > 0) {
			relais_suggest(r->fields[i], columns->names,
				err ? err->lang : RELAIS_EN, near, sizeof near);
			return fail_at(err, RELAIS_E_DATA, where,
				"this table has no column '%s'%s", r->fields[i], near);
		}
	}
	where.column = 0;
	for (size_t i = 0; i < columns->required; i++)
		if (p->at[i] == NOWHERE)
			return fail_at(err, RELAIS_E_DATA, where,
				"there is no column '%s' in this table", columns->names[i]);
	return RELAIS_OK;
}

static relais_status take_row(const places *p, const source *src, const table_columns *columns,
	const record *r, table_taker *take, void *self, relais_error *err)
{
	const char *cells[TABLE_COLUMNS];
	table_row row = { source_about(src)->name, r->line, cells };

	for (size_t i = 0; i < p->count; i++) {
		int at = p->at[i];

		cells[i] = at != NOWHERE && (size_t)at < r->count ? r->fields[at] : "";
		if (i < columns->required && !*cells[i])
			return fail_at(err, RELAIS_E_DATA,
				(place){ row.input, r->line, (unsigned long)(at + 1), NULL },
				"'%s' is needed and not said: fill it in", columns->names[i]);
	}
	return take(self, &row, err);
}

relais_status table_read(source *src, const table_columns *columns, table_taker *take,
	void *self, relais_error *err)
{
	places p = { .count = 0 };
	relais_status rc;
	dialect d;
	reader *rd;
	record r;

	if ((rc = dialect_detect(&d, src, 0, err)) != RELAIS_OK ||
		(rc = reader_open(&rd, src, &d, err)) != RELAIS_OK)
		return rc;
	while ((rc = reader_next(rd, &r, err)) == RELAIS_OK) {
		rc = p.count ? take_row(&p, src, columns, &r, take, self, err)
			     : place_headings(&p, src, columns, &r, err);
		if (rc != RELAIS_OK)
			break;
	}
	reader_close(rd);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

relais_status table_read_file(const char *path, const table_columns *columns, table_taker *take,
	void *self, relais_error *err)
{
	source *src;
	relais_status rc = source_open(&src, path, NULL, err);

	if (rc != RELAIS_OK)
		return rc;
	rc = table_read(src, columns, take, self, err);
	source_close(src);
	return rc;
}
