/* SPDX-License-Identifier: MIT
 * Where drawings put what they are given: inside their frame, nothing over what is withheld, words
 * apart from one another.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "../../lib/base/text.h"
#include "../../lib/output/chart.h"
#include "../../lib/output/render.h"
#include "../../lib/output/svg.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

enum { MONTHS = 12 };

static const char *const months[MONTHS] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul",
	"Aug", "Sep", "Oct", "Nov", "Dec" };

static size_t count_of(const char *bytes, const char *wanted)
{
	size_t count = 0;

	for (const char *at = bytes; (at = strstr(at, wanted)); at++)
		count++;
	return count;
}

/* The n-th point of the first path of a class. */
static void point_of(const char *svg, const char *class, int n, double *x, double *y)
{
	const char *at = strstr(svg, class);
	char *end;

	assert_non_null(at);
	at = strstr(at, " d=\"M") + 4;
	while (n-- > 0)
		at += 1 + strcspn(at + 1, "ML");
	*x = strtod(at + 1, &end);
	*y = strtod(end, NULL);
}

/* The height of the words, as they are drawn: the last ones of a text element. */
static double height_of(const char *svg, const char *words)
{
	char wanted[128];
	const char *at = svg, *end;

	snprintf(wanted, sizeof wanted, ">%s</text>", words);
	end = strstr(svg, wanted);
	assert_non_null(end);
	for (const char *next = svg; (next = strstr(next, " y=\"")) && next < end; next++)
		at = next;
	return strtod(at + 4, NULL);
}

/* Nothing leaves the frame of the drawing. */
static void is_inside(const char *svg)
{
	static const char *const across[] = { " x=\"", " x1=\"", " x2=\"", " cx=\"" };
	static const char *const down[] = { " y=\"", " y1=\"", " y2=\"", " cy=\"" };
	int width, height;

	assert_int_equal(
		sscanf(strstr(svg, "viewBox"), "viewBox=\"0 0 %d %d\"", &width, &height), 2);
	for (size_t k = 0; k < 4; k++) {
		for (const char *at = svg; (at = strstr(at, across[k])); at++)
			assert_in_range(atoi(strchr(at, '"') + 1), 0, width);
		for (const char *at = svg; (at = strstr(at, down[k])); at++)
			assert_in_range(atoi(strchr(at, '"') + 1), 0, height);
	}
	assert_null(strstr(svg, "nan"));
	assert_null(strstr(svg, "inf"));
}

/* ---- a band --------------------------------------------------------------------------------- */

static const double lowest[MONTHS] = { 10, 20, 30, 40, 50, 60, 70, 80, 70, 60, 20, 10 };
static const double highest[MONTHS] = { 20, 30, 40, 50, 60, 70, 99, 90, 80, 70, 30, 10 };
static const double this_year[MONTHS] = { 15, 35, 30, 10, 55 };
static const bool from_june_on[MONTHS] = { [5] = true, true, true, true, true, true, true };
static const bool withheld[MONTHS] = { [1] = true, [6] = true, [10] = true };
static const char *const labels[MONTHS] = { "1", "s", "3", "4", "5", "6", "n.s.", "8", "9",
	"10", NULL, "12" };

static const chart_series season[] = {
	{ "2024", this_year, from_june_on, labels, false, NULL },
	{ "lowest", lowest, withheld, labels, true, NULL },
	{ "highest", highest, withheld, labels, true, NULL },
};
static const chart band = { CHART_BAND, MONTHS, months, 3, season, "visits", "A band." };

static void a_band_is_filled_from_the_lowest_to_the_highest(void **state)
{
	text svg = { 0 };
	double x, y, low, high, left;

	(void)state;
	svg_band(&svg, &band, "Season", 1, RELAIS_EN);
	is_inside(text_str(&svg));
	/* March to June, August to October; January and December stand alone */
	assert_int_equal(count_of(text_str(&svg), "<path class=\"band\""), 2);
	assert_int_equal(count_of(text_str(&svg), "<rect class=\"band\""), 2);
	assert_int_equal(count_of(text_str(&svg), "<path class=\"edge\""), 4);
	point_of(text_str(&svg), "class=\"band\" d=", 0, &left, &high);
	point_of(text_str(&svg), "class=\"band\" d=", 3, &x, &y); /* June, the highest */
	assert_true(x > left && y < high);
	point_of(text_str(&svg), "class=\"band\" d=", 4, &left, &low); /* June, the lowest */
	assert_true(left == x && low > y);
	point_of(text_str(&svg), "class=\"band\" d=", 7, &x, &low); /* March, the lowest */
	assert_true(low > high);
	text_free(&svg);
}

static void a_month_that_is_withheld_is_hatched(void **state)
{
	text svg = { 0 };

	(void)state;
	svg_band(&svg, &band, "Season", 1, RELAIS_EN);
	/* February and July; of November nothing is known, which is no secret */
	assert_int_equal(count_of(text_str(&svg), "<path class=\"hatch\""), 2);
	assert_int_equal(count_of(text_str(&svg), ">s</text>"), 1);
	assert_int_equal(count_of(text_str(&svg), ">n.s.</text>"), 1);
	assert_null(strstr(text_str(&svg), "url("));
	text_free(&svg);
}

static void the_sides_of_a_band_are_named_apart(void **state)
{
	text svg = { 0 };

	(void)state;
	svg_band(&svg, &band, "Season", 1, RELAIS_EN);
	/* in December they are one */
	assert_true(
		height_of(text_str(&svg), "lowest") - height_of(text_str(&svg), "highest") >=
		15);
	assert_non_null(strstr(text_str(&svg), ">2024 – 5</text>"));
	text_free(&svg);
}

static void a_band_is_drawn_before_the_year_has_begun_to_show(void **state)
{
	static const bool only_one[MONTHS] = { false, true, true, true, true, true, true, true,
		true, true, true, true };
	chart_series of[] = { season[0], season[1], season[2] };
	chart c = band;
	text svg = { 0 };

	(void)state;
	c.series = of;
	of[0].missing = only_one;
	assert_true(chart_is_drawable(&c));
	svg_band(&svg, &c, "Season", 1, RELAIS_EN);
	is_inside(text_str(&svg));
	of[1].missing = only_one;
	assert_false(chart_is_drawable(&c));
	text_free(&svg);
}

static void a_band_in_plain_text_has_one_scale(void **state)
{
	const block b = { .type = BLOCK_CHART, .title = "Season", .drawing = &band };
	text out = { 0 };

	(void)state;
	text_chart(&out, &b, 60);
	assert_non_null(strstr(text_str(&out), "● 2024  ░ lowest – highest\n"));
	assert_non_null(strstr(text_str(&out), "\nFeb              ●     "));
	assert_int_equal(count_of(text_str(&out), "●"), 6);
	for (const char *line = text_str(&out); *line; line += strcspn(line, "\n") + 1) {
		char one[256];

		snprintf(one, sizeof one, "%.*s", (int)strcspn(line, "\n"), line);
		assert_in_range(text_width(one), 0, 60);
	}
	text_free(&out);
}

/* ---- bars of two years ------------------------------------------------------------------------ */

enum { PLACES = 4 };

static const char *const places[PLACES] = { "North", "East", "South", "West" };
static const double now[PLACES] = { 1200, 300, 800, 0 };
static const double then[PLACES] = { 1000, 0, 0, 40 };
static const bool no_then[PLACES] = { [1] = true, [2] = true };
static const char *const now_said[PLACES] = { "1,200", "300", "800", "0" };
static const char *const then_said[PLACES] = { "1,000", "s", NULL, "40" };
static const char *const moved[PLACES] = { "+20.0%", "s", NULL, "−100.0%" };
static const bool not_moved[PLACES] = { [2] = true };

static const chart_series years[] = {
	{ "2024", now, NULL, now_said, false, NULL },
	{ "2023", then, no_then, then_said, true, NULL },
	{ "change", NULL, not_moved, moved, false, NULL },
};
static const chart two_years = { CHART_BARS, PLACES, places, 3, years, NULL, "Two years." };

static void a_change_is_said_behind_the_bar_and_not_drawn(void **state)
{
	text svg = { 0 };

	(void)state;
	svg_bars(&svg, &two_years, "Places", 1);
	is_inside(text_str(&svg));
	/* four of this year and two of the other, and one of each in the key */
	assert_int_equal(count_of(text_str(&svg), "<rect class=\"bar main\""), PLACES + 1);
	assert_int_equal(count_of(text_str(&svg), "<rect class=\"bar reference\""), 2 + 1);
	assert_int_equal(count_of(text_str(&svg), "<tspan class=\"change\""), 3);
	assert_non_null(
		strstr(text_str(&svg), ">1,200<tspan class=\"change\" dx=\"8\">+20.0%"));
	assert_non_null(strstr(text_str(&svg), ">800</text>"));
	text_free(&svg);
}

static void a_bar_that_is_withheld_is_a_hatched_stub_with_its_sign(void **state)
{
	text svg = { 0 };

	(void)state;
	svg_bars(&svg, &two_years, "Places", 1);
	assert_int_equal(count_of(text_str(&svg), "<path class=\"hatch\""), 1);
	assert_int_equal(count_of(text_str(&svg), ">s</text>"), 1);
	assert_null(strstr(text_str(&svg), ">–</text>")); /* of the south nobody knows */
	text_free(&svg);
}

static void a_change_is_a_column_in_plain_text(void **state)
{
	const block b = { .type = BLOCK_CHART, .drawing = &two_years };
	text out = { 0 };

	(void)state;
	text_chart(&out, &b, 60);
	assert_non_null(strstr(text_str(&out), "2024   2023   change\n"));
	assert_non_null(strstr(text_str(&out), "1,200  1,000   +20.0%\n"));
	assert_non_null(strstr(text_str(&out), "300      s        s\n"));
	assert_non_null(strstr(text_str(&out), "800      –        –\n"));
	text_free(&out);
}

/* ---- a field of cells ------------------------------------------------------------------------ */

static const double shades[] = { 1, 0.5, 0.2, 0 }, other_shades[] = { 1, 0, 0, 0 };
static const bool not_there[] = { false, true, true, false };
static const char *const signs[] = { "●", "◐", "▫", "○" };
static const char *const other_signs[] = { "●", "×", NULL, "○" };
static const chart_series offices[] = {
	{ "One & a name that is too long to stand before cells", shades, NULL, signs, false,
		NULL },
	{ "Two", other_shades, not_there, other_signs, false, NULL },
	{ "Three", shades, NULL, signs, false, NULL },
};
static const chart cells = { CHART_HEAT, 4, places, 3, offices, NULL, "Cells." };

static void a_cell_has_a_shade_and_a_sign(void **state)
{
	text svg = { 0 };

	(void)state;
	svg_heat(&svg, &cells, "Offices", 1);
	is_inside(text_str(&svg));
	assert_int_equal(count_of(text_str(&svg), "<rect class=\"cell full\""), 3);
	assert_int_equal(count_of(text_str(&svg), "<rect class=\"cell half\""), 2);
	assert_int_equal(count_of(text_str(&svg), "<rect class=\"cell light\""), 2);
	/* three empty ones and the hatched one; what is about nothing has no cell */
	assert_int_equal(count_of(text_str(&svg), "<rect class=\"cell\""), 4);
	assert_int_equal(count_of(text_str(&svg), "<path class=\"hatch\""), 1);
	assert_int_equal(count_of(text_str(&svg), ">×</text>"), 1);
	assert_int_equal(count_of(text_str(&svg), "<text class=\"on\""), 3);
	assert_non_null(strstr(text_str(&svg), "One &amp; a name"));
	assert_non_null(strstr(text_str(&svg), "…</text>"));
	text_free(&svg);
}

static void cells_in_plain_text_stand_in_columns(void **state)
{
	const block b = { .type = BLOCK_CHART, .title = "Offices", .drawing = &cells };
	text out = { 0 };

	(void)state;
	text_chart(&out, &b, 48);
	assert_string_equal(text_str(&out), "Offices\n\n"
					    "                         North East  South West\n"
					    "One & a name that is t…  ●█    ◐▒    ▫░    ○\n"
					    "Two                      ●█    ×/    –     ○\n"
					    "Three                    ●█    ◐▒    ▫░    ○\n");
	text_free(&out);
}

/* ---- a slope ----------------------------------------------------------------------------------- */

enum { LINES = 6 };

static const char *const two[] = { "2023", "2024", "change" };
static const double ends[LINES][3] = { { 500, 600 }, { 10, 12 }, { 12, 11 }, { 11, 11 },
	{ 0, 0 }, { 40, 44 } };
static const bool said_only[3] = { false, false, true }, no_end[3] = { false, true, true };
static const char *const end_labels[LINES][3] = { { "500", "600", "+20%" },
	{ "10", "12", "+20.0%" }, { "12.0", "11.0", "−8%" }, { "11", "11", "0%" },
	{ "0", "0", NULL }, { "40", "s", "s" } };

static void make_slope(chart *c, chart_series of[LINES], size_t count)
{
	static const char *const names[LINES] = { "First", "Second", "Third", "Fourth", "Fifth",
		"Withheld" };

	for (size_t i = 0; i < LINES; i++)
		of[i] = (chart_series){ names[i], ends[i], i == LINES - 1 ? no_end : said_only,
			end_labels[i], false, NULL };
	*c = (chart){ CHART_SLOPE, 3, two, count, of, NULL, "A slope." };
}

static void a_slope_names_its_lines_apart(void **state)
{
	chart_series of[LINES];
	text svg = { 0 };
	double second, third, fourth, fifth;
	chart c;

	(void)state;
	make_slope(&c, of, LINES);
	svg_slope(&svg, &c, "Slope", 1);
	is_inside(text_str(&svg));
	/* on the left by height: third, fourth, second, fifth */
	third = height_of(text_str(&svg), "12.0</tspan>");
	fourth = height_of(text_str(&svg), "Fourth<tspan class=\"strong\" dx=\"8\">11</tspan>");
	second = height_of(text_str(&svg), "10</tspan>");
	fifth = height_of(text_str(&svg), "Fifth<tspan class=\"strong\" dx=\"8\">0</tspan>");
	assert_true(fourth - third >= 18 && second - fourth >= 18 && fifth - second >= 18);
	assert_int_equal(count_of(text_str(&svg), "<line class=\"line main\""), 4);
	assert_int_equal(count_of(text_str(&svg), "<line class=\"line reference\""), 1);
	assert_null(strstr(text_str(&svg), "Withheld"));
	assert_null(strstr(text_str(&svg), ">40<"));
	text_free(&svg);
}

static void two_lines_make_no_slope(void **state)
{
	chart_series of[LINES], many[SLOPE_MOST + 1];
	chart c;

	(void)state;
	make_slope(&c, of, 2);
	assert_false(chart_is_drawable(&c));
	make_slope(&c, of, 3);
	assert_true(chart_is_drawable(&c));
	for (size_t i = 0; i < COUNT(many); i++)
		many[i] = of[0];
	c.series = many;
	c.series_count = SLOPE_MOST;
	assert_true(chart_is_drawable(&c));
	c.series_count++;
	assert_false(chart_is_drawable(&c));
}

static void a_full_slope_keeps_its_words_in_the_frame(void **state)
{
	chart_series of[LINES], many[SLOPE_MOST];
	text svg = { 0 };
	chart c;

	(void)state;
	make_slope(&c, of, 3);
	for (size_t i = 0; i < COUNT(many); i++)
		many[i] = of[i % 2];
	c.series = many;
	c.series_count = SLOPE_MOST;
	svg_slope(&svg, &c, "Slope", 1);
	is_inside(text_str(&svg));
	text_free(&svg);
}

static void a_slope_in_plain_text_has_arrows(void **state)
{
	chart_series of[LINES];
	text out = { 0 };
	chart c;
	const block b = { .type = BLOCK_CHART, .drawing = &c };

	(void)state;
	make_slope(&c, of, LINES);
	text_chart(&out, &b, 60);
	assert_string_equal(text_str(&out), "        2023   2024  change\n"
					    "First    500 ↗  600    +20%\n"
					    "Second    10 ↗   12  +20.0%\n"
					    "Third   12.0 ↘ 11.0     −8%\n"
					    "Fourth    11 →   11      0%\n"
					    "Fifth      0 →    0       –\n");
	text_free(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_band_is_filled_from_the_lowest_to_the_highest),
		cmocka_unit_test(a_month_that_is_withheld_is_hatched),
		cmocka_unit_test(the_sides_of_a_band_are_named_apart),
		cmocka_unit_test(a_band_is_drawn_before_the_year_has_begun_to_show),
		cmocka_unit_test(a_band_in_plain_text_has_one_scale),
		cmocka_unit_test(a_change_is_said_behind_the_bar_and_not_drawn),
		cmocka_unit_test(a_bar_that_is_withheld_is_a_hatched_stub_with_its_sign),
		cmocka_unit_test(a_change_is_a_column_in_plain_text),
		cmocka_unit_test(a_cell_has_a_shade_and_a_sign),
		cmocka_unit_test(cells_in_plain_text_stand_in_columns),
		cmocka_unit_test(a_slope_names_its_lines_apart),
		cmocka_unit_test(two_lines_make_no_slope),
		cmocka_unit_test(a_full_slope_keeps_its_words_in_the_frame),
		cmocka_unit_test(a_slope_in_plain_text_has_arrows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
