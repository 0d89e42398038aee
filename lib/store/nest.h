/* SPDX-License-Identifier: MIT
 * Which territory lies in which, as known now, and where that goes round in a circle: what is in
 * another is then in itself, which no territory is.
 */
#ifndef STORE_NEST_H
#define STORE_NEST_H

#include "../base/arena.h"
#include "../base/text.h"
#include "store.h"

/* {0} is empty. */
typedef struct nest {
	struct nested {
		int64_t id, since; /* the batch from which it is known so */
		const char *code, *parent; /* NULL: none is said */
	} * all; /* by code */
	size_t *above; /* places in `all`; RINGS_TOP: none that is known */
	size_t count;
	size_t *firsts; /* of each circle the first by its code */
	size_t circles;
	arena memory;
} nest;

relais_status nest_load(nest *n, relais_store *store, relais_error *err) MUST_CHECK;
void nest_free(nest *n);
/* "FR-22 → FR-53 → FR-22": the circle whose first is `first`, cut where it is long. */
void nest_path(const nest *n, size_t first, text *path);
/* The path of a circle that something said by `batch` or a later one is part of; nothing: there is none. */
relais_status nest_closed_by(
	relais_store *store, int64_t batch, text *path, relais_error *err) MUST_CHECK;

#endif
