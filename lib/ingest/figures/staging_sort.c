/* SPDX-License-Identifier: MIT
 * Least significant digit radix sort: eight passes of a byte, those that tell nothing left out.
 */
#include "staging.h"

#include <string.h>

enum { DIGITS = 8, VALUES = 256 };

static void count_digits(const staged *rows, size_t count, size_t totals[DIGITS][VALUES])
{
	memset(totals, 0, sizeof(size_t[DIGITS][VALUES]));
	for (size_t i = 0; i < count; i++)
		for (int d = 0; d < DIGITS; d++)
			totals[d][rows[i].key >> (8 * d) & 0xff]++;
}

static void scatter(
	const staged *from, staged *to, size_t count, int digit, const size_t *totals)
{
	size_t next[VALUES], sum = 0;

	for (int v = 0; v < VALUES; v++) {
		next[v] = sum;
		sum += totals[v];
	}
	for (size_t i = 0; i < count; i++)
		to[next[from[i].key >> (8 * digit) & 0xff]++] = from[i];
}

void staged_sort(staged *rows, staged *spare, size_t count)
{
	size_t totals[DIGITS][VALUES];
	staged *from = rows, *to = spare;

	if (count < 2)
		return;
	count_digits(rows, count, totals);
	for (int d = 0; d < DIGITS; d++) {
		staged *swap = from;

		if (totals[d][from[0].key >> (8 * d) & 0xff] == count)
			continue;
		scatter(from, to, count, d, totals[d]);
		from = to;
		to = swap;
	}
	if (from != rows)
		memcpy(rows, from, count * sizeof *rows);
}
