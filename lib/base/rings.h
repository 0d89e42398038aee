/* SPDX-License-Identifier: MIT
 * Things that each have one above them at most, and where going up from one comes back to it.
 */
#ifndef BASE_RINGS_H
#define BASE_RINGS_H

#include <stddef.h>

#define RINGS_TOP ((size_t)-1) /* above it is nothing */

/* The least thing of each ring into `firsts`; their count. What is above i is above[i]; `seen` is
 * room to work in. All three have a place for each of the `nodes`. Takes one step for each of them. */
size_t rings_find(const size_t *above, size_t nodes, size_t *seen, size_t *firsts);

#endif
