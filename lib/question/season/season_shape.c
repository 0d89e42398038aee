/* SPDX-License-Identifier: MIT
 * The year in five figures: its best and its worst month, what summer and the best two months make of it, how
 * unequal the months are.
 */
#include <math.h>

#include "../../stats/order.h"
#include "season.h"

enum { JUNE = 5, AUGUST = 7 };

season_shape season_shape_of(const season_profile *p, size_t period)
{
	season_shape s = { .best_two = NAN, .gini = NAN };
	double sorted[SEASON_PERIODS];

	for (size_t m = 0; m < period; m++) {
		sorted[m] = p->figure[m];
		s.peak = p->figure[m] > p->figure[s.peak] ? m : s.peak;
		s.trough = p->figure[m] < p->figure[s.trough] ? m : s.trough;
		s.summer += period == 12 && m >= JUNE && m <= AUGUST ? p->figure[m] / 12 : 0;
	}
	stats_sort(sorted, period);
	s.is_known = stats_top_share(sorted, period, 2, &s.best_two) &&
		     stats_gini(sorted, period, &s.gini);
	s.best_two *= 100;
	return s;
}
