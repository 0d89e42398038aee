/* SPDX-License-Identifier: MIT
 * How a new store that nobody needed gives its name back, while other programs may be after the same one; how
 * it takes it is in make.h.
 */
#ifndef STORE_PLACE_H
#define STORE_PLACE_H

#include "store.h"

/* The file that is open has that name no more. */
bool place_is_lost(relais_store *store);

#endif
