/* SPDX-License-Identifier: MIT
 * C1.1: what the grids of 2010 and 2019 ask of a category, on both sides of each border.
 */
#include "network.h"

#include "../../lib/model/criteria.h"

static void which_category_a_figure_is_enough_for(void **state)
{
	static const struct {
		const char *grid, *indicator, *value, *best;
	} cases[] = {
		{ "2019", "jours_ouverture", "200", "II" }, /* not I … */
		{ "2010", "jours_ouverture", "200", "III" }, /* … and III only */
		{ "2010", "jours_ouverture", "119", "" },
		{ "2010", "jours_ouverture", "120", "III" },
		{ "2010", "jours_ouverture", "239", "III" },
		{ "2010", "jours_ouverture", "240", "II" },
		{ "2010", "jours_ouverture", "304", "II" },
		{ "2010", "jours_ouverture", "305", "I" },
		{ "2019", "jours_ouverture", "179", "" },
		{ "2019", "jours_ouverture", "180", "II" },
		{ "2019", "jours_ouverture", "239", "II" },
		{ "2019", "jours_ouverture", "240", "I" }, { "2019", "etp_total", "2.99", "" },
		{ "2019", "etp_total", "3", "II" }, { "2019", "etp_total", "4.99", "II" },
		{ "2019", "etp_total", "5.00", "I" },
		{ "2010", "etp_total", "5", "" }, /* it asks for posts, not for so many */
	};
	criteria c;

	(void)state;
	assert_true(criteria_load(&c));
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		number value;
		const char *best;

		assert_true(number_from_text(cases[i].value, &value));
		best = criteria_best(&c, cases[i].grid, cases[i].indicator, value);
		if (strcmp(best, cases[i].best) != 0)
			fail_msg("%s %s, grid %s: '%s'", cases[i].indicator, cases[i].value,
				cases[i].grid, best);
	}
	assert_null(criterion_of(&c, "2019", "III", "jours_ouverture"));
	criteria_free(&c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(which_category_a_figure_is_enough_for),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
