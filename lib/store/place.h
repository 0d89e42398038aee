/* SPDX-License-Identifier: MIT
 * How a new store takes its name, and how one that nobody needed gives it back: both while other
 * programs may be after the same name.
 */
#ifndef STORE_PLACE_H
#define STORE_PLACE_H

#include "store.h"

/* Gives the closed store `beside` its name. RELAIS_END: that is taken; RELAIS_E_IO: it cannot be had.
 * `beside` is gone either way. */
relais_status place_take(const char *beside, const char *path) MUST_CHECK;
/* The file that is open has that name no more. */
bool place_is_lost(relais_store *store);

#endif
