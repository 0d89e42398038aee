/* SPDX-License-Identifier: MIT
 * Every thing is walked up from, but never twice over the same one: what was met on the way up is
 * marked with the walk that met it, and a walk that meets its own mark came round.
 */
#include "rings.h"

#include <string.h>

static size_t least_of(const size_t *above, size_t on_ring)
{
	size_t least = on_ring;

	for (size_t at = above[on_ring]; at != on_ring; at = above[at])
		least = at < least ? at : least;
	return least;
}

size_t rings_find(const size_t *above, size_t nodes, size_t *seen, size_t *firsts)
{
	size_t count = 0;

	memset(seen, 0, nodes * sizeof *seen);
	for (size_t start = 0; start < nodes; start++) {
		size_t at = start;

		for (; at != RINGS_TOP && !seen[at]; at = above[at])
			seen[at] = start + 1;
		if (at != RINGS_TOP && seen[at] == start + 1)
			firsts[count++] = least_of(above, at);
	}
	return count;
}
