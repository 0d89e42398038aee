/* SPDX-License-Identifier: MIT
 * Sketches: tiles where they belong, shades that stay inside, signs in every format.
 */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "../../lib/output/gantt.h"
#include "../../lib/output/geo.h"
#include "../../lib/output/render.h"
#include "../../lib/output/svg_sketch.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

static const char *const rows[] = { "North & east", "South" };
static const char *const columns[] = { "Left", "Right", "A column whose name is a long one" };
static const sketch_item tiles[] = {
	{ .name = "A1", .label = "A1: <done>", .mark = MARK_FULL, .row = 0, .column = 0 },
	{ .name = "A2", .label = "A2: half", .mark = MARK_HALF, .row = 0, .column = 0 },
	{ .name = "B1", .label = "B1: dropped", .mark = MARK_CROSSED, .row = 1, .column = 2 },
};
static const sketch grid = { .type = SKETCH_GRID,
	.description = "Three tiles.",
	.mark_names = { "done", "half way", [MARK_CROSSED] = "dropped" },
	.item_count = COUNT(tiles),
	.items = tiles,
	.row_count = COUNT(rows),
	.column_count = COUNT(columns),
	.rows = rows,
	.columns = columns,
	.row_title = "Where" };

static char *render(const sketch *drawing, const char *format)
{
	relais_document *d = document_new(RELAIS_EN);
	relais_style style = { .lang = RELAIS_EN, .tool = "rt-report" };
	char *bytes = NULL;
	size_t size = 0;
	FILE *out = open_memstream(&bytes, &size);

	d->title = document_copy(d, "T");
	section_sketch(d, document_section(d, "s", "S"), "The tiles", drawing);
	assert_int_equal(document_status(d, NULL), RELAIS_OK);
	assert_int_equal(relais_document_write(d, format, &style, out, NULL), RELAIS_OK);
	fclose(out);
	relais_document_free(d);
	return bytes;
}

static void says(const sketch *drawing, const char *format, const char *const *wanted)
{
	char *bytes = render(drawing, format);

	for (; *wanted; wanted++)
		if (!strstr(bytes, *wanted))
			fail_msg("%s: no '%s' in\n%s", format, *wanted, bytes);
	free(bytes);
}

static void a_grid_says_the_same_everywhere(void **state)
{
	(void)state;
	says(&grid, "html",
		(const char *const[]){ "<figcaption id=\"figure-1-title\">The tiles",
			"<desc id=\"chart-1-text\">Three tiles.</desc>",
			"<title>A1: &lt;done&gt;</title>", "<rect class=\"mark full\"",
			"<rect class=\"mark half\"", "<path class=\"hatched\"",
			"<line class=\"struck\"", ">North &amp; east</text>",
			">A column whose name is a</text>", ">half way</text>", NULL });
	says(&grid, "text",
		(const char *const[]){ "The tiles\n", "A1\u00a0●, A2\u00a0◐", "B1\u00a0×",
			"● done, ◐ half way, × dropped\n", NULL });
	says(&grid, "md",
		(const char *const[]){ "**The tiles**", "| Where | Left | Right |",
			"| North & east | A1\u00a0●, A2\u00a0◐ |", NULL });
	says(&grid, "json",
		(const char *const[]){ "\"type\":\"chart\",\"title\":\"The tiles\"",
			"\"drawing\":\"grid\",\"description\":\"Three tiles.\"",
			"{\"name\":\"B1\",\"label\":\"B1: dropped\",\"mark\":\"dropped\","
			"\"row\":\"South\",\"column\":\"A column whose name is a long one\"}",
			NULL });
}

static void nothing_on_it_is_said(void **state)
{
	sketch none = grid;
	char *html;

	(void)state;
	none.item_count = 0;
	none.description = "No <tile>.";
	html = render(&none, "html");
	assert_null(strstr(html, "<svg"));
	assert_non_null(strstr(html, "<p>No &lt;tile&gt;.</p>"));
	free(html);
	says(&none, "text", (const char *const[]){ "No <tile>.\n", NULL });
	says(&none, "md", (const char *const[]){ "No &lt;tile&gt;.\n", NULL });
}

/* Every coordinate of the hatches of a box: inside it, to the tenth they are printed with. */
static void hatches_stay_inside(void **state)
{
	static const double boxes[][4] = { { 10, 20, 46, 38 }, { 0, 0, 300, 12 },
		{ 5, 5, 3, 12 }, { 5, 5, 0, 12 }, { 700.3, 9.9, 12, 80 } };

	(void)state;
	for (size_t i = 0; i < COUNT(boxes); i++) {
		const double *b = boxes[i];
		text out = { 0 };
		const char *at;

		svg_shade(&out, MARK_HALF, b[0], b[1], b[2], b[3]);
		at = strstr(text_str(&out), " d=\"");
		assert_non_null(at);
		for (at += 4; *at != '"';) {
			char *end;
			double x = strtod(at + 1, &end), y = strtod(end, &end);

			if (x < b[0] - 0.06 || x > b[0] + b[2] + 0.06 || y < b[1] - 0.06 ||
				y > b[1] + b[3] + 0.06)
				fail_msg("box %zu: %g %g is outside", i, x, y);
			at = end;
		}
		text_free(&out);
	}
}

static void words_are_wrapped_and_cut(void **state)
{
	text out = { 0 };

	(void)state;
	assert_int_equal(svg_wrapped(NULL, 0, 0, SVG_START, "", "one two three", 60), 2);
	assert_int_equal(svg_wrapped(NULL, 0, 0, SVG_START, "", "one", 60), 1);
	svg_cut_words(&out, 0, 0, SVG_START, "soft", "a title that is too long", 71);
	assert_non_null(strstr(text_str(&out), "…</text>"));
	text_clear(&out);
	svg_cut_words(&out, 0, 0, SVG_START, "soft", "short", 71);
	assert_non_null(strstr(text_str(&out), ">short</text>"));
	text_free(&out);
}

/* December 2024 to March 2025, days counted from the first of December. */
static const sketch_tick winter[] = { { 0, 11, "Dec", "2024" }, { 31, 0, "Jan", "2025" },
	{ 62, 1, "Feb", "2025" }, { 90, 2, "Mar", "2025" }, { 121, 3, "Apr", "2025" } };
static const sketch_item bars[] = {
	{ .name = "A1-01",
		.title = "A <title>",
		.detail = "Who",
		.note = "100%",
		.label = "a",
		.from = 0,
		.to = 31 },
	{ .name = "A1-02",
		.title = "Late",
		.note = "40%, late",
		.label = "b",
		.mark = MARK_HALF,
		.is_flagged = true,
		.from = 31,
		.to = 45 },
	{ .name = "A1-03",
		.title = "Without an end",
		.label = "c",
		.mark = MARK_EMPTY,
		.from = 62,
		.to = NAN },
	{ .name = "A1-04",
		.title = "A day only",
		.label = "d",
		.mark = MARK_EMPTY,
		.from = NAN,
		.to = 90 },
	{ .name = "A1-05",
		.title = "No day at all, and words that have no room on one line",
		.label = "e",
		.mark = MARK_CROSSED,
		.from = NAN,
		.to = NAN },
};
static const sketch gantt = { .type = SKETCH_GANTT,
	.description = "Five bars.",
	.mark_names = { "done", "half way", "to do", [MARK_CROSSED] = "dropped" },
	.item_count = COUNT(bars),
	.items = bars,
	.tick_count = COUNT(winter),
	.ticks = winter,
	.now = 75,
	.now_name = "today" };

static void bars_of_time_in_plain_text(void **state)
{
	(void)state;
	says(&gantt, "text",
		(const char *const[]){ "2024 2025\n", "Dec  Jan  Feb  Mar\n", "▼ today\n",
			"● A1-01 A <title>                                █████       │         100%\n",
			"        Who                                                  │\n",
			"◐ A1-02 Late                                          ▓▓▓····│         40%, late\n",
			"○ A1-03 Without an end                                     ░░│░░░░░░→\n",
			"○ A1-04 A day only                                           │ ○\n",
			"× A1-05 No day at all, and words that have no r…             │\n",
			"●█\u00a0done, ◐▓\u00a0half way, ○░\u00a0to do, ××\u00a0dropped\n",
			NULL });
	says(&gantt, "md", (const char *const[]){ "\n    ● A1-01 A <title> ", NULL });
}

static void bars_of_time_on_a_page(void **state)
{
	(void)state;
	says(&gantt, "html",
		(const char *const[]){ ">A &lt;title&gt;</text>", ">Who</text>",
			"<line class=\"overrun\"", "<line class=\"now\"", ">today</text>",
			">40%, late</text>", ">→</text>", ">Jan</text>", ">2025</text>",
			NULL });
	says(&gantt, "json",
		(const char *const[]){ "\"drawing\":\"gantt\"",
			"{\"name\":\"A1-02\",\"title\":\"Late\",\"label\":\"b\","
			"\"mark\":\"half way\",\"late\":true}",
			NULL });
}

/* All months are as wide on a terminal; a day is in its own month. */
static void a_day_has_its_column(void **state)
{
	static const struct {
		int room, columns;
		double day;
		int column;
	} cases[] = { { 40, 40, 0, 0 }, { 43, 40, 30, 9 }, { 40, 40, 31, 10 },
		{ 40, 40, 61, 19 }, { 40, 40, 62, 20 }, { 40, 40, 120, 39 },
		{ 40, 40, 121, 39 }, { 40, 40, -5, 0 }, { 4, 4, 89, 2 }, { 4, 4, 90, 3 },
		{ 3, 3, 0, 0 }, { 3, 3, 60, 1 }, { 3, 3, 120, 2 } };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		int wide = gantt_columns(&gantt, cases[i].room);
		int column = gantt_column(&gantt, cases[i].day, wide);

		if (wide != cases[i].columns || column != cases[i].column)
			fail_msg("case %zu: column %d of %d", i, column, wide);
	}
}

static void names_of_months_have_room(void **state)
{
	(void)state;
	assert_int_equal(gantt_step(50, 40), 1);
	assert_int_equal(gantt_step(30, 40), 2);
	assert_int_equal(gantt_step(15, 40), 3);
	assert_int_equal(gantt_step(7, 40), 6);
	assert_int_equal(gantt_step(4, 40), 12);
	assert_int_equal(gantt_step(1, 40), 48);
	assert_true(gantt_is_named(&gantt, 1, 12));
	assert_true(gantt_is_named(&gantt, 3, 2));
	assert_false(gantt_is_named(&gantt, 2, 2));
	assert_false(gantt_is_named(&gantt, 4, 3)); /* where the time shown ends */
	assert_false(gantt_is_named(&gantt, 1, 24)); /* 2025 is no even year */
}

/* A thousand years, and a page too narrow for anything: nothing breaks. */
static void any_time_is_drawn(void **state)
{
	enum { MONTHS = 12000 };
	sketch_tick *ticks = calloc(MONTHS + 1, sizeof *ticks);
	sketch ages = gantt;
	text out = { 0 };

	(void)state;
	for (size_t i = 0; ticks && i <= MONTHS; i++)
		ticks[i] = (sketch_tick){ (double)i * 30, i % 12, "Jan", "1900" };
	ages.ticks = ticks;
	ages.tick_count = MONTHS + 1;
	ages.now = NAN;
	svg_sketch(&out, &ages, "T", 1);
	text_gantt(&out, &ages, 80);
	text_gantt(&out, &ages, 10);
	text_gantt(&out, &gantt, 10);
	assert_false(out.failed);
	text_free(&out);
	free(ticks);
}

/* A square of one degree at 60 north, where a degree east is half as long. */
static const sketch_item dots[] = {
	{ .name = "1", .title = "North <west>", .label = "one", .east = -4, .north = 60.5 },
	{ .name = "2",
		.title = "South east",
		.label = "two",
		.mark = MARK_HALF,
		.east = -3,
		.north = 59.5 },
	{ .name = "3",
		.title = "Middle",
		.label = "three",
		.mark = MARK_DASHED,
		.east = -3.5,
		.north = 60 },
};
static const sketch map = { .type = SKETCH_MAP,
	.description = "Three dots.",
	.mark_names = { "first", "second", [MARK_DASHED] = "none" },
	.item_count = COUNT(dots),
	.items = dots };

static void near(double a, double b)
{
	if (fabs(a - b) > 1e-6)
		fail_msg("%.9g is not %.9g", a, b);
}

static void proportions_are_true(void **state)
{
	geo g;
	text said = { 0 };
	double x, y;

	(void)state;
	geo_fit(&g, &map, 700, 400);
	near(g.shrink, 0.5);
	near(g.scale, 400); /* the height decides */
	near(g.height, 400);
	geo_place(&g, &dots[0], &x, &y);
	near(x, 250); /* 200 wide, in the middle of 700 */
	near(y, 0);
	geo_place(&g, &dots[1], &x, &y);
	near(x, 450);
	near(y, 400);
	geo_place(&g, &dots[2], &x, &y);
	near(x, 350);
	near(y, 200);
	/* A degree is 111.195 km, 400 units: 100 units hold 20 km, 71.9 of them. */
	near(geo_distance(&g, 100, &said), 400 / 111.1950802 * 20);
	assert_string_equal(text_str(&said), "20\u00a0km");
	text_free(&said);
}

static void one_place_has_land_around_it(void **state)
{
	sketch one = map;
	geo g;
	text said = { 0 };
	double x, y;

	(void)state;
	one.item_count = 1;
	geo_fit(&g, &one, 600, 400);
	geo_place(&g, &dots[0], &x, &y);
	near(x, 300);
	near(y, g.height / 2);
	assert_true(geo_distance(&g, 150, &said) <= 150);
	assert_string_equal(text_str(&said), "500\u00a0m");
	text_free(&said);
}

static void a_map_says_the_same_everywhere(void **state)
{
	(void)state;
	says(&map, "html",
		(const char *const[]){ "<title>three</title>", "<rect class=\"frame\"",
			">North &lt;west&gt;</text>", ">Middle</text>", ">South east</text>",
			"\u00a0km</text>", ">↑ N</text>", ">none</text>", NULL });
	says(&map, "text",
		(const char *const[]){ "┐\n│", "●1", "◌3", "◐2", "┤ 20\u00a0km, ↑ N\n",
			"● first, ◐ second, ◌ none\n", NULL });
	says(&map, "md", (const char *const[]){ "\n    ┌──", NULL });
	says(&map, "json",
		(const char *const[]){ "\"drawing\":\"map\"",
			"{\"name\":\"1\",\"title\":\"North <west>\",\"label\":\"one\","
			"\"mark\":\"first\"}",
			NULL });
}

/* Many at one place, all around the world, without names: nothing breaks, no word leaves the frame. */
static void crowds_are_drawn(void **state)
{
	enum { CROWD = 400 };
	sketch_item *crowd = calloc(CROWD, sizeof *crowd);
	sketch many = map;
	text out = { 0 };

	(void)state;
	assert_non_null(crowd);
	for (size_t i = 0; i < CROWD; i++) {
		crowd[i] = dots[i % 3];
		crowd[i].name = i % 5 ? "12345678901234" : NULL;
		crowd[i].title = i % 7 ? "A place" : NULL;
	}
	crowd[0].north = 90;
	crowd[1].north = -90;
	crowd[2].east = 180;
	crowd[3].east = -180;
	many.items = crowd;
	many.item_count = CROWD;
	svg_sketch(&out, &many, "T", 1);
	for (int width = 1; width < 120; width += 17)
		text_map(&out, &many, width);
	text_map(&out, &(sketch){ .type = SKETCH_MAP, .item_count = 1, .items = crowd }, 80);
	assert_false(out.failed);
	assert_null(strstr(text_str(&out), "nan"));
	text_free(&out);
	free(crowd);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_grid_says_the_same_everywhere),
		cmocka_unit_test(nothing_on_it_is_said),
		cmocka_unit_test(hatches_stay_inside),
		cmocka_unit_test(words_are_wrapped_and_cut),
		cmocka_unit_test(bars_of_time_in_plain_text),
		cmocka_unit_test(bars_of_time_on_a_page),
		cmocka_unit_test(a_day_has_its_column),
		cmocka_unit_test(names_of_months_have_room),
		cmocka_unit_test(any_time_is_drawn),
		cmocka_unit_test(proportions_are_true),
		cmocka_unit_test(one_place_has_land_around_it),
		cmocka_unit_test(a_map_says_the_same_everywhere),
		cmocka_unit_test(crowds_are_drawn),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
