/* SPDX-License-Identifier: MIT
 * relais_sheets: which sheets of a workbook are to be read, when more than one is asked for. A
 * sheet whose own name has a comma in it is one sheet.
 */
#include <string.h>

#include "../../base/error.h"
#include "../../base/rows.h"
#include "../../base/text.h"
#include "../../base/words.h"
#include "../../input/source.h"

static const relais_column columns[] = {
	{ "sheet", N_("Sheet"), RELAIS_TEXT },
	{ "state", N_("State"), RELAIS_CODE },
};

typedef struct listing {
	const char *asked;
	rowlist *rows;
	size_t count;
	bool is_one; /* the whole of `asked` is one sheet's name */
} listing;

static void add(listing *l, const char *sheet, const char *state)
{
	rowlist_text(l->rows, sheet);
	rowlist_text(l->rows, state);
	rowlist_end_row(l->rows);
}

static void take(void *self, const char *name, bool is_hidden, bool has_cells)
{
	listing *l = self;

	l->count++;
	l->is_one = l->is_one || text_same(l->asked, name);
	if (!strcmp(l->asked, "*"))
		add(l, name, is_hidden ? "hidden" : has_cells ? "read" : "empty");
}

/* a,b,c: said one by one; unknown ones are refused when they are read. */
static relais_status add_each(listing *l, relais_error *err)
{
	text name = { 0 };
	const char *at = l->asked;

	while (*at) {
		size_t n = strcspn(at, ","), length;
		const char *bare = text_trim(at, n, &length);

		text_clear(&name);
		text_add_bytes(&name, bare, length);
		if (name.failed)
			return fail_memory(err);
		if (length)
			add(l, text_str(&name), "read");
		at += n + (at[n] == ',');
	}
	text_free(&name);
	return RELAIS_OK;
}

relais_status relais_sheets(
	const char *path, const char *asked, relais_rows **out, relais_error *err)
{
	listing l = { .asked = asked ? asked : "" };
	bool is_many = strcmp(l.asked, "*") == 0 || strchr(l.asked, ',');
	relais_status rc = RELAIS_OK;

	*out = NULL;
	if (!(l.rows = rowlist_new(columns, sizeof columns / sizeof *columns)))
		return fail_memory(err);
	if (is_many && strcmp(path, "-") != 0) /* a pipe is read but once */
		rc = source_sheets(path, take, &l, err);
	if (rc == RELAIS_OK && is_many && l.count > 0 && !l.is_one && strcmp(l.asked, "*") != 0)
		rc = add_each(&l, err);
	if (rc != RELAIS_OK) {
		rowlist_free(l.rows);
		return rc;
	}
	return rowlist_rows(l.rows, out, err);
}
