/* SPDX-License-Identifier: MIT
 * The workbook: what kind of ZIP this is, which sheets there are, and by the relations which
 * part holds each.
 */
#include "book.h"

#include <stdlib.h>
#include <unistd.h>

#include "../base/error.h"
#include "../base/words.h"

static const char workbook_path[] = "xl/workbook.xml";
static const char relations_path[] = "xl/_rels/workbook.xml.rels";

/* ---- Which ZIP ------------------------------------------------------------------- */

static const struct {
	const char *part, *what;
} others[] = {
	{ "xl/workbook.bin", N_("a binary Excel workbook (.xlsb): save it as .xlsx or CSV") },
	{ "word/document.xml", N_("a Word document: ask for the table as .xlsx or CSV") },
	{ "ppt/presentation.xml", N_("a presentation: ask for the table as .xlsx or CSV") },
	{ "content.xml", N_("an OpenDocument file (.ods): save it as .xlsx or CSV") },
	{ NULL, N_("a ZIP archive: take the files out of it first") },
};

static bool has_part(const book *b, const char *path)
{
	return zip_name_locate(b->zip, path, ZIP_FL_NOCASE) >= 0;
}

static relais_status refuse(const book *b, relais_error *err)
{
	size_t i = 0;

	while (others[i].part && !has_part(b, others[i].part))
		i++;
	return fail_at(err, RELAIS_E_DATA, (place){ b->source->name, 0, 0, "not-a-table" },
		"this is %s", words(err ? err->lang : RELAIS_EN, others[i].what));
}

static relais_status open_zip(book *b, relais_error *err)
{
	int fd = dup(b->source->fd), why = 0;

	if (fd < 0)
		return fail_memory(err);
	b->zip = zip_fdopen(fd, 0, &why);
	if (b->zip)
		return RELAIS_OK;
	close(fd);
	if (why == ZIP_ER_NOZIP)
		return fail_at(err, RELAIS_E_DATA,
			(place){ b->source->name, 0, 0, "cut-archive" },
			"the workbook stops before its end: was the transfer cut?");
	return book_damaged(b, "ZIP", err);
}

/* ---- Its sheets ------------------------------------------------------------------ */

static bool is_true(const char *value)
{
	return value && (strcmp(value, "1") == 0 || strcmp(value, "true") == 0);
}

static char *keep(book *b, const char *string)
{
	char *copy = strdup(string ? string : "");

	if (!copy)
		book_stop(b, fail_memory(b->err));
	return copy;
}

static void add_sheet(book *b, const char **attributes)
{
	const char *state = book_attribute(attributes, "state"), *id = NULL;
	sheet *more = book_grow(b, b->sheets, b->sheet_count, sizeof *more);

	if (!more)
		return;
	for (const char **a = attributes; *a; a += 2)
		if (strchr(*a, ':') && strcmp(strrchr(*a, ':'), ":id") == 0)
			id = a[1];
	b->sheets = more;
	more[b->sheet_count++] = (sheet){
		.name = keep(b, book_attribute(attributes, "name")),
		.id = keep(b, id),
		.is_hidden = state && strcmp(state, "visible") != 0,
	};
}

static void workbook_start(void *self, const char *name, const char **attributes)
{
	book *b = self;

	if (strcmp(name, "workbookPr") == 0)
		b->from_1904 = is_true(book_attribute(attributes, "date1904"));
	else if (strcmp(name, "sheet") == 0)
		add_sheet(b, attributes);
}

static void nothing_at_end(void *self, const char *name)
{
	(void)self, (void)name;
}

/* ---- Their parts ----------------------------------------------------------------------- */

/* From the folder xl, or from the root when it begins with a slash. */
static char *part_path(book *b, const char *target)
{
	char *path = NULL;

	if (*target == '/')
		return keep(b, target + 1);
	if (strncmp(target, "../", 3) == 0)
		return keep(b, target + 3);
	if (strncmp(target, "./", 2) == 0)
		target += 2;
	if (asprintf(&path, "xl/%s", target) >= 0)
		return path;
	book_stop(b, fail_memory(b->err));
	return NULL;
}

static bool ends_with(const char *string, const char *end)
{
	size_t length = strlen(string), more = strlen(end);

	return length >= more && strcmp(string + length - more, end) == 0;
}

static void take_path(char **old, char *path)
{
	free(*old);
	*old = path;
}

static void relations_start(void *self, const char *name, const char **attributes)
{
	const char *id = book_attribute(attributes, "Id");
	const char *type = book_attribute(attributes, "Type");
	const char *target = book_attribute(attributes, "Target");
	book *b = self;

	if (strcmp(name, "Relationship") != 0 || !id || !type || !target)
		return;
	if (ends_with(type, "/sharedStrings"))
		take_path(&b->texts_path, part_path(b, target));
	else if (ends_with(type, "/styles"))
		take_path(&b->styles_path, part_path(b, target));
	else if (ends_with(type, "/worksheet"))
		for (size_t i = 0; i < b->sheet_count; i++)
			if (b->sheets[i].id && strcmp(b->sheets[i].id, id) == 0)
				take_path(&b->sheets[i].path, part_path(b, target));
}

/* ---- Open and shut ------------------------------------------------------------------- */

relais_status book_open(book *b, const source *s, relais_error *err)
{
	static const part_reader workbook = { workbook_start, nothing_at_end, NULL };
	static const part_reader relations = { relations_start, nothing_at_end, NULL };
	relais_status rc;

	*b = (book){ .source = s };
	if ((rc = zip_load(err)) != RELAIS_OK || (rc = open_zip(b, err)) != RELAIS_OK)
		return rc;
	if (!has_part(b, workbook_path))
		return refuse(b, err);
	if ((rc = book_read_part(b, workbook_path, &workbook, b, err)) != RELAIS_OK ||
		(rc = book_read_part(b, relations_path, &relations, b, err)) != RELAIS_OK)
		return rc;
	if (b->styles_path && (rc = book_read_styles(b, err)) != RELAIS_OK)
		return rc;
	return b->texts_path ? book_read_texts(b, err) : RELAIS_OK;
}

void book_close(book *b)
{
	for (size_t i = 0; i < b->sheet_count; i++) {
		free(b->sheets[i].name);
		free(b->sheets[i].id);
		free(b->sheets[i].path);
	}
	free(b->sheets);
	free(b->texts_path);
	free(b->styles_path);
	free(b->looks);
	free(b->starts);
	text_free(&b->texts);
	if (b->zip)
		zip_discard(b->zip);
}
