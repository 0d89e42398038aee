/* SPDX-License-Identifier: MIT
 * C1.6: the lodging a commune touristique must have (R133-33), on both sides of each border.
 */
#include "network.h"

#include "../../lib/model/kind_lodging.h"
#include "../../lib/question/labels/lodging.h"

enum { COUNTS = LODGING_COUNT - LODGING_FIRST };

static void each_thing_lodges_so_many(void **state)
{
	/* hotel rooms, residence beds, furnished lodgings, pitches, village beds, second homes,
	 * guest rooms, berths */
	static const int64_t persons[COUNTS] = { 2, 1, 4, 3, 1, 5, 2, 4 };
	const bool said[COUNTS] = { true, true, true, true, true, true, true, true };

	(void)state;
	for (size_t i = 0; i < COUNTS; i++) {
		int64_t counts[COUNTS] = { 0 };

		counts[i] = 7;
		assert_int_equal(lodging_of(1000, counts, said).capacity, 7 * persons[i]);
	}
}

static void how_much_is_enough(void **state)
{
	static const struct {
		int64_t population, beds;
		bool is_enough;
		int threshold;
	} cases[] = {
		{ 1, 1, true, 150 },
		{ 1999, 300, true, 150 }, /* 299.85 */
		{ 1999, 299, false, 150 },
		{ 2000, 250, true, 125 },
		{ 2000, 249, false, 125 },
		{ 3499, 438, true, 125 }, /* 437.375 */
		{ 3499, 437, false, 125 },
		{ 3500, 368, true, 105 }, /* 367.5 */
		{ 3500, 367, false, 105 },
		{ 4999, 525, true, 105 },
		{ 4999, 524, false, 105 },
		{ 5000, 425, true, 85 },
		{ 5000, 424, false, 85 },
		{ 9999, 850, true, 85 },
		{ 9999, 849, false, 85 },
		{ 10000, 450, true, 45 },
		{ 10000, 449, false, 45 },
		{ 2000000, 90000, true, 45 },
	};
	const bool said[COUNTS] = { true, true, true, true, true, true, true, true };

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		int64_t counts[COUNTS] = { [1] = cases[i].beds };
		lodging l = lodging_of(cases[i].population, counts, said);

		if (l.is_enough != cases[i].is_enough || l.threshold != cases[i].threshold)
			fail_msg("%lld inhabitants, %lld beds: %d, %d thousandths",
				(long long)cases[i].population, (long long)cases[i].beds,
				l.is_enough, l.threshold);
		assert_false(l.is_partial);
	}
}

/* What was not counted is not nothing; what does not fit is not known. */
static void what_is_not_known(void **state)
{
	const bool some[COUNTS] = { true, false, true, true, true, true, true, true };
	const bool all[COUNTS] = { true, true, true, true, true, true, true, true };
	int64_t counts[COUNTS] = { [0] = 200 }, many[COUNTS] = { [5] = INT64_MAX / 4 };

	(void)state;
	assert_true(lodging_of(2000, counts, some).is_partial);
	assert_true(lodging_of(2000, counts, some).is_enough);
	assert_false(lodging_of(20000, counts, some).is_enough);
	assert_false(lodging_of(2000, many, all).is_known);
	assert_false(lodging_of(2000, many, all).is_enough);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_thing_lodges_so_many),
		cmocka_unit_test(how_much_is_enough),
		cmocka_unit_test(what_is_not_known),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
