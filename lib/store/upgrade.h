/* SPDX-License-Identifier: MIT
 * The number of the schema, and what brings a store of a smaller one to it.
 */
#ifndef STORE_UPGRADE_H
#define STORE_UPGRADE_H

#include "handle.h"

/* The schema this program knows: what schema.sql makes. */
int upgrade_newest(void);
/* Within the transaction that made or changed the tables: the file says which schema it has. */
relais_status upgrade_stamp(relais_store *store, relais_error *err) MUST_CHECK;

/* The file itself, of schema `store->found`, in one transaction, a copy kept beside it. */
relais_status upgrade_file(relais_store *store, relais_error *err) MUST_CHECK;
/* A temporary copy, which the store is from now on: the file stays as it is. */
relais_status upgrade_aside(relais_store *store, relais_error *err) MUST_CHECK;

#endif
