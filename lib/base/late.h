/* SPDX-License-Identifier: MIT
 * Libraries that most runs have no work for, and that cost more to load than such a run takes: they
 * are opened when their work is asked for. lib/ROOM/NAME.late lists what we call of libNAME; of it
 * scripts/late.sh makes <late/NAME.h>, which is included instead of the library's own header: the
 * same names and, from that header, the same types, behind a table that NAME_load(err) fills. What is
 * called but not listed does not link. The soname is the one of the library that we were built with.
 */
#ifndef BASE_LATE_H
#define BASE_LATE_H

#include <stdbool.h>
#include <stddef.h>

#include "error.h"

typedef struct late {
	const char *soname;
	size_t count;
	const char *const *names;
	void *table; /* `count` pointers to functions */
	bool is_loaded;
} late;

/* Fills the table, once; the library then stays open. From any thread: when this has returned RELAIS_OK
 * the table no longer changes. RELAIS_E_IO: it is not installed, or lacks a function. */
relais_status late_load(late *l, relais_error *err) MUST_CHECK;

#endif
