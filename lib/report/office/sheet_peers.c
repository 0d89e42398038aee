/* SPDX-License-Identifier: MIT
 * Order statistics of a category, in whole numbers: a quartile lies a quarter, a half or three quarters of
 * the way between two figures, which two more decimals hold.
 */
#include <stdlib.h>
#include <string.h>

#include "sheets.h"

static bool is_peer(const relais_fiches *all, const sheet_figure *f, size_t at, size_t other)
{
	const char *mine = all->cards[at].category, *its = all->cards[other].category;

	return mine && its && strcmp(mine, its) == 0 && f->levels[other].has_value;
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

/* The figures of the peers in the decimals of one of them, from the smallest. */
static int64_t *gather(
	const relais_fiches *all, const sheet_figure *f, size_t at, int decimals, size_t *count)
{
	int64_t *list = calloc(all->count + 1, sizeof *list);

	*count = 0;
	for (size_t o = 0; list && o < all->count; o++) {
		number n;

		if (is_peer(all, f, at, o) &&
			number_rescale(f->levels[o].value, decimals, &n, NULL))
			list[(*count)++] = n.units;
	}
	if (list)
		qsort(list, *count, sizeof *list, by_size);
	return list;
}

void sheet_peers(const relais_fiches *all, const sheet_figure *f, size_t at, peers *out)
{
	const measure *mine = &f->levels[at];
	int decimals = mine->value.decimals;
	size_t count;
	int64_t *list;

	*out = (peers){ 0 };
	if (!mine->has_value || !(list = gather(all, f, at, decimals, &count)))
		return;
	out->count = (int64_t)count;
	out->rank = 1;
	for (size_t i = 0; i < count; i++)
		out->rank += list[i] > mine->value.units;
	out->is_told = count >= LEAST_PEERS && quartile(list, count, 1, decimals, &out->low) &&
		       quartile(list, count, 2, decimals, &out->middle) &&
		       quartile(list, count, 3, decimals, &out->high);
	free(list);
}
