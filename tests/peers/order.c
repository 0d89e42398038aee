/* SPDX-License-Identifier: MIT
 * A sample a line, blanks between: its quantiles and its MAD, as lib/stats counts them.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../lib/stats/order.h"

enum { MOST = 1000 };

int main(void)
{
	static const double at[] = { 0, 0.1, 0.25, 0.5, 0.75, 0.9, 1 };
	static char line[64 * MOST];

	while (fgets(line, sizeof line, stdin)) {
		double x[MOST], room[MOST];
		size_t n = 0;

		for (char *word = strtok(line, " \n"); word && n < MOST;
			word = strtok(NULL, " \n"))
			x[n++] = strtod(word, NULL);
		stats_sort(x, n);
		for (size_t i = 0; n && i < sizeof at / sizeof *at; i++)
			printf("%.17g,", stats_quantile(x, n, at[i]));
		if (n)
			printf("%.17g\n", stats_mad(x, n, stats_median(x, n), room));
	}
	return ferror(stdin) ? 1 : 0;
}
