/* SPDX-License-Identifier: MIT
 * A store that is read without the files beside it, through which programs agree: on a disk where nothing can
 * be written, or one that other machines share.
 */
#ifndef STORE_STILL_H
#define STORE_STILL_H

#include "handle.h"

/* Opens it anew that way. Refused: something is beside it that would be missed. */
relais_status still_open(relais_store *store, relais_error *err) MUST_CHECK;
/* Of a store opened that way: refused when the file is not the one it was then. Of any other: fine. */
relais_status still_check(const relais_store *store, relais_error *err) MUST_CHECK;

#endif
