/* SPDX-License-Identifier: MIT
 * A file that comes from elsewhere may have something else under the name of a table of ours: a view that never
 * ends, a table of some module of SQLite's.
 */
#ifndef STORE_SHADOW_H
#define STORE_SHADOW_H

#include "store.h"

/* RELAIS_E_STORE, with its name, when there is one. */
relais_status shadow_refuse(relais_store *store, relais_error *err) MUST_CHECK;

#endif
