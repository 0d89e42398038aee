/* SPDX-License-Identifier: MIT
 * relais_detect: the import itself, listened to and rolled back. What it says cannot differ from
 * what an import does.
 */
#include "disclose.h"

#include <string.h>

#include "../../base/error.h"
#include "../../base/rows.h"
#include "../../base/words.h"
#include "../import.h"

static const relais_column columns[] = {
	{ "item", N_("Item"), RELAIS_TEXT },
	{ "value", N_("Value"), RELAIS_TEXT },
	{ "why", N_("Why"), RELAIS_TEXT },
};

static void add_item(void *self, const char *item, const char *value, const char *why)
{
	rowlist *list = self;

	rowlist_text(list, item);
	rowlist_text(list, *value ? value : NULL);
	rowlist_text(list, *why ? why : NULL);
	rowlist_end_row(list);
}

/* One file; a fault of the file itself is an item like others. */
static relais_status detect_one(relais_store *store, const char *path,
	const relais_import_options *options, rowlist *list, relais_error *err)
{
	const listener items = { add_item, list, NULL };
	relais_status rc = import_listen(store, path, options, &items, err);

	if (rc == RELAIS_E_DATA)
		add_item(list, "fault", err->rule, err->text);
	return rc;
}

/* One file, or the sheets of a workbook that are asked for one by one. */
static relais_status detect_each(relais_store *store, const char *path,
	const relais_import_options *options, rowlist *list, relais_error *err)
{
	relais_import_options one = *options;
	relais_status rc, first = RELAIS_OK;
	relais_rows *sheets;
	size_t count = 0;
	relais_row row;

	if (relais_sheets(path, options->sheet, &sheets, err) != RELAIS_OK)
		return detect_one(store, path, options, list, err);
	while ((rc = relais_rows_next(sheets, &row, err)) == RELAIS_OK) {
		count++;
		if (strcmp(row.cells[1], "read") != 0)
			continue;
		one.sheet = row.cells[0];
		one.name_sheets = true;
		if ((rc = detect_one(store, path, &one, list, err)) != RELAIS_OK)
			first = rc;
		if (rc != RELAIS_OK && rc != RELAIS_E_DATA)
			break;
	}
	relais_rows_close(sheets);
	if (rc != RELAIS_END)
		return rc;
	return count > 0 ? first : detect_one(store, path, options, list, err);
}

relais_status relais_detect(relais_store *store, const char *const *paths,
	const relais_import_options *options, relais_rows **out, relais_error *err)
{
	rowlist *list = rowlist_new(columns, sizeof columns / sizeof *columns);
	relais_status first = RELAIS_OK, rc = RELAIS_OK;
	relais_error fault = { .lang = options->lang };

	*out = NULL;
	if (!list)
		return fail_memory(err);
	for (; *paths && (rc == RELAIS_OK || rc == RELAIS_E_DATA); paths++) {
		rc = detect_each(store, *paths, options, list, &fault);
		if (rc != RELAIS_OK && first == RELAIS_OK) {
			first = rc;
			if (err)
				*err = fault;
		}
	}
	if (rc != RELAIS_OK && rc != RELAIS_E_DATA) {
		if (err)
			*err = fault;
		rowlist_free(list);
		return rc;
	}
	rc = rowlist_rows(list, out, err);
	return rc == RELAIS_OK ? first : rc;
}
