/* SPDX-License-Identifier: MIT
 * How far two words are from each other, and which comes first for a person.
 */
#include <string.h>
#include <utf8proc.h>

#include "text.h"

enum { LONGEST_WORD = 64 };

/* The folded characters of a word; -1 when there are more than LONGEST_WORD. */
static int characters(const char *string, utf8proc_int32_t out[LONGEST_WORD])
{
	char folded[4 * LONGEST_WORD + 8];
	const char *at = folded;
	int count = 0;

	text_fold(string, folded, sizeof folded);
	for (; *at; count++) {
		if (count == LONGEST_WORD)
			return -1;
		at += utf8proc_iterate((const utf8proc_uint8_t *)at, -1, &out[count]);
	}
	return count;
}

static int least(int a, int b)
{
	return a < b ? a : b;
}

/* Optimal string alignment on three rows. */
static int alignment(const utf8proc_int32_t *a, int m, const utf8proc_int32_t *b, int n)
{
	int rows[3][LONGEST_WORD + 1];
	int *older = rows[0], *old = rows[1], *now = rows[2];

	for (int j = 0; j <= n; j++)
		old[j] = j;
	for (int i = 1; i <= m; i++) {
		int *spare = older;

		now[0] = i;
		for (int j = 1; j <= n; j++) {
			int change = old[j - 1] + (a[i - 1] != b[j - 1]);

			now[j] = least(change, least(old[j], now[j - 1]) + 1);
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
				now[j] = least(now[j], older[j - 2] + 1);
		}
		older = old;
		old = now;
		now = spare;
	}
	return old[n];
}

int text_distance(const char *a, const char *b, int limit)
{
	utf8proc_int32_t left[LONGEST_WORD], right[LONGEST_WORD];
	int m = characters(a, left), n = characters(b, right);

	if (m < 0 || n < 0)
		return text_same(a, b) ? 0 : limit + 1;
	if (m - n > limit || n - m > limit)
		return limit + 1;
	return least(alignment(left, m, right, n), limit + 1);
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Two runs of digits as numbers of any size; both pointers go past theirs. */
static int compare_runs(const char **a, const char **b)
{
	size_t m = 0, n = 0;
	int order;

	while (**a == '0')
		++*a;
	while (**b == '0')
		++*b;
	while (is_digit((*a)[m]))
		m++;
	while (is_digit((*b)[n]))
		n++;
	order = m != n ? (m < n ? -1 : 1) : memcmp(*a, *b, m);
	*a += m;
	*b += n;
	return order;
}

int text_compare_natural(const char *a, const char *b)
{
	const char *left = a, *right = b;

	while (*left && *right) {
		int order;

		if (is_digit(*left) && is_digit(*right)) {
			order = compare_runs(&left, &right);
		} else {
			order = (unsigned char)*left - (unsigned char)*right;
			left++;
			right++;
		}
		if (order)
			return order < 0 ? -1 : 1;
	}
	if (*left || *right)
		return *left ? 1 : -1;
	return strcmp(a, b);
}
