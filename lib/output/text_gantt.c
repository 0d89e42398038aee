/* SPDX-License-Identifier: MIT
 * Bars of time in plain text: as many columns for every month as there is room for, today a line
 * through all rows, dots from what should have ended up to it.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "gantt.h"
#include "people.h"
#include "sketch.h"
#include "wrap.h"

enum { SIGN = 2, BETWEEN = 2, LEAST_TITLE = 16, MOST_MONTH = 5 };

typedef struct plan {
	const sketch *s;
	int code, title, columns, note; /* widths */
	int right; /* what is to the right of the bars: a note, or nothing where it is below */
	int now; /* its column; -1: none */
	const char **line; /* what stands in each column */
} plan;

static int wider(int a, const char *said)
{
	int b = said ? text_width(said) : 0;

	return a > b ? a : b;
}

/* As wide as leaves half of the room to words, a column at least while words keep some. */
static int month_width(int room, int months)
{
	int width = room / 2 / months;

	if (width < 1 && room - months >= LEAST_TITLE)
		return 1;
	return width < MOST_MONTH ? width : MOST_MONTH;
}

static void lay_out(plan *p, int width)
{
	int months = (int)p->s->tick_count - 1, room, month, words = 0;

	for (size_t i = 0; i < p->s->item_count; i++) {
		p->code = wider(p->code, p->s->items[i].name);
		p->note = wider(p->note, p->s->items[i].note);
		words = wider(words, p->s->items[i].title);
		words = wider(words, p->s->items[i].detail);
	}
	p->right = BETWEEN + p->note;
	room = width - SIGN - p->code - 2 - p->right;
	if (!month_width(room, months)) {
		room += p->right;
		p->right = 0;
	}
	month = month_width(room, months);
	p->title = month ? room - month * months : LEAST_TITLE;
	if (p->title > words)
		p->title = words;
	room -= p->title;
	p->columns = gantt_columns(p->s, room < 1 ? 1 : room);
	if (p->columns > months * MOST_MONTH)
		p->columns = months * MOST_MONTH;
	p->now = isnan(p->s->now) ? -1 : gantt_column(p->s, p->s->now, p->columns);
}

static void add_cut(text *out, const char *said, int width)
{
	text safe = { 0 };

	people_text(&safe, said ? said : "");
	for (char *c = safe.data; c && *c; c++)
		if (*c == '\n')
			*c = ' ';
	if (text_width(text_str(&safe)) <= width) {
		text_add(out, text_str(&safe));
		wrap_blanks(out, width - text_width(text_str(&safe)));
	} else {
		size_t kept = text_fit(text_str(&safe), width - 1);
		int used;

		text_add_bytes(out, text_str(&safe), kept);
		text_add(out, "…");
		safe.data[kept] = '\0';
		used = text_width(safe.data) + 1;
		wrap_blanks(out, width - used);
	}
	out->failed |= safe.failed;
	text_free(&safe);
}

static int margin(const plan *p)
{
	return SIGN + p->code + 1 + p->title + 1;
}

/* Names where there is room, each above the column it begins at. */
static void add_names(text *out, const plan *p, bool of_years)
{
	const sketch *s = p->s;
	double month = (double)p->columns / (double)(s->tick_count - 1);
	int needed = 0, at = 0;
	size_t step;

	for (size_t i = 0; i < s->tick_count; i++)
		needed = wider(needed, of_years ? s->ticks[i].group : s->ticks[i].name);
	step = gantt_step(month, needed + 1);
	if (of_years && step < 12)
		step = 12;
	if (!of_years && step > 6)
		return; /* the years say it all */
	wrap_blanks(out, margin(p));
	for (size_t i = 0; i + 1 < s->tick_count; i++) {
		const char *said = of_years ? s->ticks[i].group : s->ticks[i].name;
		int column = gantt_column(s, s->ticks[i].at, p->columns);
		bool fits = column >= at && column + text_width(said) <= p->columns + p->right;
		bool is_first_year =
			of_years && i == 0 && (12 - (double)s->ticks[0].rank) * month > needed;

		if (!fits || !(gantt_is_named(s, i, step) || is_first_year))
			continue;
		wrap_blanks(out, column - at);
		text_add(out, said);
		at = column + text_width(said) + 1;
		text_add_char(out, ' ');
	}
	wrap_end_line(out);
}

static const char *const fills[SKETCH_MARKS] = { "█", "▓", "░", "╌", "×", "·" };

static void fill(plan *p, int from, int to, const char *with)
{
	for (int i = from; i <= to && i < p->columns; i++)
		p->line[i] = with;
}

static void draw(plan *p, const sketch_item *item)
{
	const char *with = fills[item->mark];
	bool starts = !isnan(item->from), ends = !isnan(item->to);
	int from = starts ? gantt_column(p->s, item->from, p->columns) : 0;
	int to = ends ? gantt_column(p->s, item->to - 1, p->columns) : p->columns - 1;

	if (starts && ends && to < from)
		to = from;
	if (item->is_flagged && ends)
		fill(p, to + 1, p->now - 1, "·");
	if (starts)
		fill(p, from, to, with);
	else if (ends)
		fill(p, to, to, sketch_sign(item->mark));
	if (starts && !ends)
		fill(p, to, to, "→");
	if (p->now >= 0 &&
		(*p->line[p->now] == ' ' || (starts && from < p->now && p->now < to)))
		p->line[p->now] = "│";
}

/* An item without words of its own draws today's line alone. */
static void add_line(text *out, plan *p, const sketch_item *item)
{
	fill(p, 0, p->columns - 1, " ");
	if (item)
		draw(p, item);
	else if (p->now >= 0)
		p->line[p->now] = "│";
	for (int i = 0; i < p->columns; i++)
		text_add(out, p->line[i]);
}

/* Under the title, and today's line goes on. */
static void add_below(text *out, plan *p, const char *said)
{
	wrap_blanks(out, SIGN + p->code + 1);
	add_cut(out, said, p->title);
	wrap_blanks(out, 1);
	add_line(out, p, NULL);
	wrap_end_line(out);
}

static void add_item(text *out, plan *p, const sketch_item *item)
{
	text_addf(out, "%s ", sketch_sign(item->mark));
	add_cut(out, item->name, p->code);
	wrap_blanks(out, 1);
	add_cut(out, item->title, p->title);
	wrap_blanks(out, 1);
	add_line(out, p, item);
	if (p->right) {
		wrap_blanks(out, BETWEEN);
		add_cut(out, item->note, p->note);
	}
	wrap_end_line(out);
	if (item->detail)
		add_below(out, p, item->detail);
	if (!p->right && item->note && *item->note)
		add_below(out, p, item->note);
}

static void add_now(text *out, const plan *p)
{
	int wide = p->s->now_name ? text_width(p->s->now_name) : 0;
	int before = margin(p) + p->now;

	if (p->now < 0)
		return;
	/* To the right of its mark, to the left of it where there is no room. */
	if (p->now + 2 + wide > p->columns + p->right && wide + 1 <= before) {
		wrap_blanks(out, before - wide - 1);
		people_text(out, p->s->now_name);
		text_add(out, " ▼\n");
	} else {
		wrap_blanks(out, before);
		text_add(out, "▼ ");
		people_text(out, p->s->now_name);
		text_add_char(out, '\n');
	}
}

static void add_key(text *out, const plan *p, int width)
{
	text key = { 0 };
	const char *between = "";

	for (size_t i = 0; i < SKETCH_MARKS; i++) {
		if (!p->s->mark_names[i])
			continue;
		text_addf(&key, "%s%s%s\u00a0%s", between, sketch_sign((sketch_mark)i),
			fills[i], p->s->mark_names[i]);
		between = ", ";
	}
	wrap_text(out, text_str(&key), width, "", "");
	out->failed |= key.failed;
	text_free(&key);
}

void text_gantt(text *out, const sketch *s, int width)
{
	plan p = { .s = s, .now = -1 };

	lay_out(&p, width);
	p.line = calloc((size_t)p.columns, sizeof *p.line);
	if (!p.line) {
		out->failed = true;
		return;
	}
	add_names(out, &p, true);
	add_names(out, &p, false);
	add_now(out, &p);
	for (size_t i = 0; i < s->item_count; i++)
		add_item(out, &p, &s->items[i]);
	add_key(out, &p, width);
	free(p.line);
}
