/* SPDX-License-Identifier: MIT
 * What an import understood of a file, and why, item by item. --detect prints it, -v tells it:
 * there is one description, made from the very objects the import works with.
 */
#ifndef INGEST_DISCLOSE_H
#define INGEST_DISCLOSE_H

#include "insight.h"
#include "layout.h"

typedef struct disclosure {
	relais_lang lang;
	const source_facts *source; /* of the file */
	const dialect *dialect;
	const relais_import_options *options;
	const layout *layout; /* NULL: the headings were not found */
	const directories *known;
	const insight *seen;
	const relais_summary *summary;
	/* `item` and `value` are stable machine words, `why` (may be "") is for people. */
	void (*say)(void *self, const char *item, const char *value, const char *why);
	void *self;
} disclosure;

void disclose(const disclosure *d);
/* The name of an item for people: "column 3" is « colonne 3 ». */
void disclose_name(relais_lang lang, const char *item, char *out, size_t size);
/* disclose_columns.c */
void disclose_columns(const disclosure *d);
void column_describe(const disclosure *d, size_t i, text *out);
/* The last of the columns from `i` on that differ in their period alone. */
size_t column_run_end(const layout *l, size_t i);
/* Says an item with a sentence made of values. */
void disclose_item(const disclosure *d, const char *item, const char *value, const char *format,
	...) PRINTF_LIKE(4, 5);
const char *shape_name(const layout *l); /* N_(): indicators across */

#endif
