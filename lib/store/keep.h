/* SPDX-License-Identifier: MIT
 * The copy of a store as it was, kept beside it when it is upgraded.
 */
#ifndef STORE_KEEP_H
#define STORE_KEEP_H

#include "handle.h"

/* While the store's own connection holds the write lock: as 'STORE.schema-N', or 'STORE.schema-N-2'
 * … when that name is taken by another file. The same copy, left by an upgrade that was killed, is
 * taken as it is. `name`: free it. */
relais_status keep_copy(relais_store *store, char **name, relais_error *err) MUST_CHECK;

#endif
