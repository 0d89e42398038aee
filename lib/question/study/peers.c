/* SPDX-License-Identifier: MIT
 * Order statistics of a class, in whole numbers: a quartile lies a quarter, a half or three quarters of
 * the way between two figures, which two more decimals hold.
 */
#include "peers.h"

#include <stdlib.h>
#include <string.h>

static bool is_peer(const measure *figures, const char *const *classes, size_t at, size_t other)
{
	const char *mine = classes[at], *its = classes[other];

	return mine && its && strcmp(mine, its) == 0 && figures[other].has_value;
}

static int by_size(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

/* Type 7: at (n − 1) × quarter / 4 from the smallest. */
static bool quartile(const int64_t *x, size_t count, size_t quarter, int decimals, number *out)
{
	size_t at = (count - 1) * quarter / 4, rest = (count - 1) * quarter % 4;
	int64_t step, value;

	if (__builtin_mul_overflow(x[at], (int64_t)100, &value))
		return false;
	if (rest && (__builtin_sub_overflow(x[at + 1], x[at], &step) ||
			    __builtin_mul_overflow(step, (int64_t)(25 * rest), &step) ||
			    __builtin_add_overflow(value, step, &value)))
		return false;
	decimals += 2;
	for (; decimals > NUMBER_MAX_DECIMALS; decimals -= 2)
		value = (value + (value < 0 ? -50 : 50)) / 100;
	*out = (number){ value, decimals };
	return true;
}

bool peers_find(
	const measure *figures, const char *const *classes, size_t count, size_t at, peers *out)
{
	const measure *mine = &figures[at];
	int decimals = mine->value.decimals;
	size_t known = 0;
	int64_t *list;

	*out = (peers){ 0 };
	if (!mine->has_value || !classes[at])
		return true;
	if (!(list = calloc(count + 1, sizeof *list)))
		return false;
	for (size_t o = 0; o < count; o++) {
		number n;

		if (is_peer(figures, classes, at, o) &&
			number_rescale(figures[o].value, decimals, &n, NULL))
			list[known++] = n.units;
	}
	qsort(list, known, sizeof *list, by_size);
	out->count = (int64_t)known;
	out->rank = 1;
	for (size_t i = 0; i < known; i++)
		out->rank += list[i] > mine->value.units;
	out->is_told = known >= LEAST_PEERS && quartile(list, known, 1, decimals, &out->low) &&
		       quartile(list, known, 2, decimals, &out->middle) &&
		       quartile(list, known, 3, decimals, &out->high);
	free(list);
	return true;
}
