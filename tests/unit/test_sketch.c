/* SPDX-License-Identifier: MIT
 * Sketches: tiles where they belong, shades that stay inside, signs in every format.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

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
			"<rect class=\"mark half\"", "<path class=\"hatch\"",
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
	svg_cut_words(&out, 0, 0, "soft", "a title that is too long", 71);
	assert_non_null(strstr(text_str(&out), "…</text>"));
	text_clear(&out);
	svg_cut_words(&out, 0, 0, "soft", "short", 71);
	assert_non_null(strstr(text_str(&out), ">short</text>"));
	text_free(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_grid_says_the_same_everywhere),
		cmocka_unit_test(nothing_on_it_is_said),
		cmocka_unit_test(hatches_stay_inside),
		cmocka_unit_test(words_are_wrapped_and_cut),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
