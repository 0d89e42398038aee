/* SPDX-License-Identifier: MIT
 * A chart in plain text: a line per point with a bar of blocks and what it stands for; other
 * series stand beside as numbers. Below zero the blocks are light. No bar, no number: a gap.
 * What has no bars is drawn in a file of its own.
 */
#include <math.h>

#include "chart.h"
#include "render.h"
#include "people.h"
#include "text_chart.h"
#include "wrap.h"

enum {
	BETWEEN = 2,
	LEAST_BAR = 8,
	MOST_BAR = 48,
	LEAST_NAME = 8,
	MOST_NAME = 32,
	MOST_TITLE = 24,
	NARROW = 64
};

static int wider(int a, const char *said)
{
	int b = said ? text_width(said) : 0;

	return a > b ? a : b;
}

/* On a narrow page the words over the numbers take as many lines as they have words. */
static int label_width(const chart *c, size_t series, int page)
{
	int width = 0;

	if (c->series_count > 1) {
		int word = wrap_widest_word(c->series[series].name);

		width = wider(0, c->series[series].name);
		width = page < NARROW ? 0 : width < MOST_TITLE ? width : MOST_TITLE;
		width = width > word ? width : word;
	}

	for (size_t i = 0; i < c->points; i++)
		width = wider(width, chart_label(&c->series[series], i));
	return width;
}

static int name_width(const chart *c)
{
	int width = 0;

	for (size_t i = 0; i < c->points; i++)
		width = wider(width, c->names[i]);
	return width < MOST_NAME ? width : MOST_NAME;
}

static void add_right(text *out, int width, const char *said)
{
	wrap_blanks(out, BETWEEN + width - text_width(said));
	people_text(out, said);
}

void text_name(text *out, const char *name, int width)
{
	if (text_width(name) <= width) {
		people_text(out, name);
		wrap_blanks(out, width - text_width(name));
		return;
	}
	text_add_bytes(out, name, text_fit(name, width - 1));
	text_add(out, "…");
}

static void add_bar(text *out, const chart_series *s, size_t point, double largest, int room)
{
	double value = chart_has(s, point) ? s->values[point] : 0;
	int blocks = largest > 0 ? (int)lround(fabs(value) / largest * room) : 0;

	wrap_blanks(out, BETWEEN);
	for (int i = 0; i < blocks; i++)
		text_add(out, value < 0 ? "░" : "▇");
	wrap_blanks(out, room - blocks);
}

static size_t main_series(const chart *c)
{
	for (size_t s = 0; s < c->series_count; s++)
		if (!c->series[s].is_reference)
			return s;
	return 0;
}

static double largest_value(const chart_series *s, size_t points)
{
	double largest = 0;

	for (size_t i = 0; i < points; i++)
		if (chart_has(s, i))
			largest = fmax(largest, fabs(s->values[i]));
	return largest;
}

/* The drawn series comes first, the others follow in their order. */
static size_t nth(const chart *c, size_t n)
{
	size_t first = main_series(c);

	if (n == 0)
		return first;
	return n <= first ? n - 1 : n;
}

/* What stands in the n-th line of words in a column of that width; false: nothing is left. */
static bool add_line_of(text *out, const char *words, int width, size_t line)
{
	text safe = { 0 };
	const char *at;
	size_t length = 0;
	bool has_more = false;

	people_text(&safe, words);
	at = text_str(&safe);
	for (size_t i = 0; at && i < line; i++)
		at = wrap_line(at, width, &length);
	length = 0;
	if (at)
		has_more = wrap_line(at, width, &length) != NULL;
	wrap_blanks(out, BETWEEN + width - (at ? wrap_width(at, length) : 0));
	text_add_bytes(out, at ? at : "", length);
	out->failed |= safe.failed;
	text_free(&safe);
	return has_more;
}

/* The names of the series over their numbers; a long one goes on below. */
static void add_heads(text *out, const chart *c, int indent, int page)
{
	bool has_more = true;

	for (size_t line = 0; has_more; line++) {
		has_more = false;
		wrap_blanks(out, indent);
		for (size_t n = 0; n < c->series_count; n++)
			has_more |= add_line_of(out, c->series[nth(c, n)].name,
				label_width(c, nth(c, n), page), line);
		wrap_end_line(out);
	}
}

/* Columns for the names, and what is left of them and of the numbers for the bars. Names give what a bar
 * needs, as far as they can; with none for them, each stands on a line above its bar. */
static int share_out(const chart *c, int width, int *names)
{
	int wanted = name_width(c), room = width - BETWEEN - wanted;
	int least = wanted < LEAST_NAME ? wanted : LEAST_NAME;

	for (size_t s = 0; s < c->series_count; s++)
		room -= label_width(c, s, width) + BETWEEN;
	*names = room < LEAST_BAR ? wanted + room - LEAST_BAR : wanted;
	if (*names < least)
		*names = 0;
	room += wanted - *names;
	return room > MOST_BAR ? MOST_BAR : room;
}

static void add_points(text *out, const chart *c, int width)
{
	const chart_series *drawn = &c->series[main_series(c)];
	double largest = largest_value(drawn, c->points);
	int names, room = share_out(c, width, &names);

	if (c->type == CHART_BAND)
		text_band_key(out, c, names + BETWEEN, width);
	if (c->series_count > 1)
		add_heads(out, c, names + BETWEEN + room, width);
	for (size_t i = 0; i < c->points; i++) {
		if (names)
			text_name(out, c->names[i], names);
		else
			wrap_text(out, c->names[i], width, "", "");
		if (c->type == CHART_BAND)
			text_band(out, c, i, room);
		else
			add_bar(out, drawn, i, largest, room);
		for (size_t n = 0; n < c->series_count; n++)
			add_right(out, label_width(c, nth(c, n), width),
				chart_label(&c->series[nth(c, n)], i));
		text_add_char(out, '\n');
	}
}

void text_chart(text *out, const block *b, int width)
{
	const chart *c = b->drawing;
	text title = { 0 };

	if (!chart_is_drawable(c)) {
		wrap_text(out, c->description, width, "", "");
		return;
	}
	if (b->title) {
		text_add(&title, b->title);
		if (c->unit && *c->unit)
			text_addf(&title, " (%s)", c->unit);
		wrap_text(out, text_str(&title), width, "", "");
		text_add_char(out, '\n');
	}
	if (c->type == CHART_HEAT)
		text_heat(out, c, width);
	else if (c->type == CHART_SLOPE)
		text_slope(out, c, width);
	else
		add_points(out, c, width);
	out->failed |= title.failed;
	text_free(&title);
}
