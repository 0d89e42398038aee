/* SPDX-License-Identifier: MIT
 * One sheet of a workbook as text: the one asked for by name or number, else the first visible
 * one that has cells; then the others that have some are named, for someone to be told.
 */
#include <stdlib.h>
#include <unistd.h>

#include "../base/error.h"
#include "../base/text.h"
#include "book.h"

static bool is_readable(const sheet *s)
{
	return s->path && !s->is_hidden;
}

/* With those there are: all of them, or of very many the first. */
static relais_status unknown_sheet(const book *b, const char *asked, relais_error *err)
{
	place where = { b->source->name, 0, 0, "unknown-sheet" };
	text names = { 0 };
	relais_status rc;
	size_t i;

	for (i = 0; i < b->sheet_count && names.length < 300; i++)
		text_addf(&names, "%s%s", i ? ", " : "", b->sheets[i].name);
	if (i < b->sheet_count)
		text_add(&names, ", …");
	rc = names.failed ? fail_memory(err)
			  : fail_at(err, RELAIS_E_DATA, where,
				    "there is no sheet '%s' in the workbook: it has %s", asked,
				    text_str(&names));
	text_free(&names);
	return rc;
}

static relais_status sheet_asked(
	const book *b, const char *asked, const sheet **out, relais_error *err)
{
	char *end;
	unsigned long number;

	for (size_t i = 0; i < b->sheet_count; i++)
		if (text_same(b->sheets[i].name, asked)) {
			*out = &b->sheets[i];
			return RELAIS_OK;
		}
	number = strtoul(asked, &end, 10);
	if (*asked < '0' || *asked > '9' || *end || number == 0 || number > b->sheet_count)
		return unknown_sheet(b, asked, err);
	*out = &b->sheets[number - 1];
	return RELAIS_OK;
}

/* The first with cells, or NULL; the names of the others with cells. */
static relais_status first_with_cells(
	book *b, const sheet **out, text *others, relais_error *err)
{
	relais_status rc = RELAIS_OK;
	bool has_cells;

	*out = NULL;
	for (size_t i = 0; i < b->sheet_count && rc == RELAIS_OK; i++) {
		const sheet *s = &b->sheets[i];

		if (!is_readable(s))
			continue;
		rc = book_read_sheet(b, s, NULL, &has_cells, err);
		if (rc != RELAIS_OK || !has_cells)
			continue;
		if (!*out)
			*out = s;
		else
			text_addf(others, "%s%s", others->length ? ", " : "", s->name);
	}
	return rc;
}

static relais_status convert(
	source *s, book *b, FILE *out, const sheet *chosen, relais_error *err)
{
	bool has_cells;
	grid *g = NULL;
	relais_status rc = grid_open(&g, s, out, err);

	if (rc == RELAIS_OK && chosen)
		rc = book_read_sheet(b, chosen, g, &has_cells, err);
	grid_close(g);
	return rc;
}

static relais_status take_names(source *s, const sheet *chosen, text *others, relais_error *err)
{
	if (others->failed)
		return fail_memory(err);
	if (!chosen)
		return RELAIS_OK;
	s->sheet = strdup(chosen->name);
	s->other_sheets = others->length ? strdup(text_str(others)) : NULL;
	if (!s->sheet || (others->length && !s->other_sheets))
		return fail_memory(err);
	s->facts.sheet = s->sheet;
	s->facts.other_sheets = s->other_sheets;
	return RELAIS_OK;
}

relais_status source_xlsx(source *s, FILE *out, const char *asked, relais_error *err)
{
	const sheet *chosen = NULL;
	text others = { 0 };
	book b;
	relais_status rc = book_open(&b, s, err);

	if (rc == RELAIS_OK)
		rc = asked ? sheet_asked(&b, asked, &chosen, err)
			   : first_with_cells(&b, &chosen, &others, err);
	if (rc == RELAIS_OK)
		rc = take_names(s, chosen, &others, err);
	if (rc == RELAIS_OK)
		rc = convert(s, &b, out, chosen, err);
	s->facts.container = "XLSX";
	s->facts.delimiter = GRID_DELIMITER;
	book_close(&b);
	text_free(&others);
	return rc;
}

static bool is_zip(const source *s)
{
	char start[4];

	return pread(s->fd, start, sizeof start, 0) == sizeof start &&
	       memcmp(start, "PK\3\4", sizeof start) == 0;
}

static relais_status list_sheets(
	const source *s, sheet_taker *take, void *self, relais_error *err)
{
	book b;
	relais_status rc = book_open(&b, s, err);

	for (size_t i = 0; i < b.sheet_count && rc == RELAIS_OK; i++) {
		bool has_cells = false;

		if (b.sheets[i].path)
			rc = book_read_sheet(&b, &b.sheets[i], NULL, &has_cells, err);
		if (rc == RELAIS_OK)
			take(self, b.sheets[i].name, b.sheets[i].is_hidden, has_cells);
	}
	book_close(&b);
	return rc;
}

relais_status source_sheets(const char *path, sheet_taker *take, void *self, relais_error *err)
{
	source *s;
	relais_status rc = source_find(&s, path, err);

	if (rc == RELAIS_OK && is_zip(s))
		rc = list_sheets(s, take, self, err);
	source_close(s);
	return rc;
}
