/* SPDX-License-Identifier: MIT
 * A new store: a file that has its name only when all that a store is born with is in it, so that what
 * fails on the way leaves nothing, and two programs that make one at the same time make one.
 */
#ifndef STORE_MAKE_H
#define STORE_MAKE_H

#include "connect.h"

/* Tables and views into an empty database, all or none; *made is false when another program was
 * faster. */
relais_status make_tables(relais_store *store, bool *made, relais_error *err) MUST_CHECK;

/* A file beside `path`, to be filled; messages call it `path`. */
relais_status store_make(
	relais_store **out, const char *path, const opening *how, relais_error *err) MUST_CHECK;
/* Closes it. After RELAIS_OK it has its name (*taken), or another program's store had taken it
 * meanwhile; else, and when `so_far` is not RELAIS_OK, it is gone. */
relais_status store_make_end(
	relais_store *store, relais_status so_far, bool *taken, relais_error *err) MUST_CHECK;

#endif
