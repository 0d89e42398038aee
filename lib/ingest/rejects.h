/* SPDX-License-Identifier: MIT
 * The rejected lines, ready to be corrected and read again: the file's own bytes, headings
 * included, with three columns after them: rt_line, rt_rule, rt_message.
 */
#ifndef INGEST_REJECTS_H
#define INGEST_REJECTS_H

#include "layout/layout.h"

/* Replaces `path` (written beside and renamed) with the lines told as rejected. Without any,
 * an earlier file of that name is removed. */
relais_status rejects_write(const char *path, source *src, const dialect *d, const layout *l,
	relais_store *store, relais_error *err) MUST_CHECK;

/* The same, when nothing was rejected. */
relais_status rejects_none(const char *path, relais_error *err) MUST_CHECK;

#endif
