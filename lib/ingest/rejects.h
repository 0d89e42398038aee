/* SPDX-License-Identifier: MIT
 * The rejected lines, ready to be corrected and read again: the file's own bytes, headings
 * included, with three columns after them: rt_line, rt_rule, rt_message.
 */
#ifndef INGEST_REJECTS_H
#define INGEST_REJECTS_H

#include "layout/layout.h"

typedef struct rejects {
	const char *path; /* borrowed */
	char *beside; /* where they are until they are settled */
	bool is_none, is_file;
} rejects;

/* Writes the lines told as rejected beside `path`, or in place when it is a device or a pipe. */
relais_status rejects_write(rejects *r, source *src, const dialect *d, const layout *l,
	relais_store *store, relais_error *err) MUST_CHECK;
/* Once it is known what became of the import: after RELAIS_OK, and when the file was refused as a whole,
 * they have their name, and an earlier file of that name is removed when there are none; else they are gone.
 * Returns `so_far`, or what went wrong here. */
relais_status rejects_settle(rejects *r, relais_status so_far, relais_error *err) MUST_CHECK;

/* When nothing was rejected: an earlier file of that name is removed. */
relais_status rejects_none(const char *path, relais_error *err) MUST_CHECK;

#endif
