/* SPDX-License-Identifier: MIT
 * What is wrong with a store as a file and as tables, before anything is asked of it.
 */
#ifndef STORE_CHECK_H
#define STORE_CHECK_H

#include "store.h"

/* One fault: the rule, and where; borrowed for the time of the call, NULL: not said. */
typedef void store_fault(
	void *self, const char *rule, const char *table, const char *row, const char *detail);

/* "damaged": what SQLite finds in the file, as it is on the disk; "reference": rows that refer to
 * what is not there. */
relais_status store_check_file(
	relais_store *store, store_fault *each, void *self, relais_error *err) MUST_CHECK;
/* "schema": a table, an index or a view of ours that is not there as this program makes it, or that
 * something of the same name stands in for; a trigger, for there are none. */
relais_status store_check_schema(
	relais_store *store, store_fault *each, void *self, relais_error *err) MUST_CHECK;

#endif
