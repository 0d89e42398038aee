/* SPDX-License-Identifier: MIT
 * What comes before what: an order in which every arrow points forward, and the circles that
 * make it impossible. Nodes are numbers from 0. {0} is an empty set of arrows.
 */
#ifndef BASE_ARROWS_H
#define BASE_ARROWS_H

#include <stdbool.h>
#include <stddef.h>

#include "attributes.h"

typedef struct arrows {
	struct arrow {
		size_t from, to;
	} * all;
	size_t count, capacity;
	bool failed; /* no memory: check once */
} arrows;

void arrows_add(arrows *a, size_t from, size_t to);
void arrows_free(arrows *a);

/* Puts the `nodes` in `order`, the least first among those that could be next; the count of those
 * that have a place: the others are on a circle or behind one. False: no memory. */
bool arrows_sort(const arrows *a, size_t nodes, size_t *order, size_t *placed) MUST_CHECK;
/* One circle, in the direction of its arrows, from its least node on; its length, 0 when there is
 * none. `circle` has room for all nodes. False: no memory. */
bool arrows_circle(const arrows *a, size_t nodes, size_t *circle, size_t *length) MUST_CHECK;

#endif
