/* SPDX-License-Identifier: MIT
 * relais_import for a source that is already open: the built-in catalogue; and for those who want
 * to hear what was understood.
 */
#ifndef INGEST_IMPORT_H
#define INGEST_IMPORT_H

#include "../input/source.h"

relais_status import_source(relais_store *store, source *src,
	const relais_import_options *options, relais_summary *summary,
	relais_error *err) MUST_CHECK;

struct disclosure;

/* Hears the items of a disclosure, as disclose.h has them. */
typedef struct listener {
	void (*say)(void *self, const char *item, const char *value, const char *why);
	void *self;
	/* All of them at once, or NULL. */
	void (*whole)(void *self, const struct disclosure *d);
} listener;

/* relais_import; when the headings are not found, what came before them is said to `to`. */
relais_status import_path(relais_store *store, const char *path,
	const relais_import_options *options, const listener *to, relais_summary *summary,
	relais_error *err) MUST_CHECK;
/* The same, undone, and nothing told to anyone but `to`. */
relais_status import_listen(relais_store *store, const char *path,
	const relais_import_options *options, const listener *to, relais_error *err) MUST_CHECK;

#endif
