/* SPDX-License-Identifier: MIT
 * A table on a terminal that is too narrow for it. First goes what says nothing: a column that is the
 * same in every row is said once, above. Then free text gives, down to a few letters. Numbers, codes and
 * dates are never cut: when they have no room either, columns are left out where the question says which matter
 * (table_choice.c), and else each row becomes a block of lines.
 */
#include <string.h>

#include "table.h"
#include "wrap.h"

enum { NARROWEST = 8 };

static bool is_constant(const writer *w, const table *t, size_t column)
{
	for (size_t r = 1; r < t->kept_rows; r++)
		if (strcmp(t->kept[column], t->kept[r * w->count + column]) != 0)
			return false;
	return true;
}

static int total_width(const writer *w, const table *t)
{
	int total = -TABLE_BETWEEN;

	for (size_t i = 0; i < w->count; i++)
		if (!t->is_lifted[i] && !t->is_left_out[i])
			total += t->widths[i] + TABLE_BETWEEN;
	return total;
}

static void lift(const writer *w, table *t)
{
	size_t left = 0;

	for (size_t i = 0; i < w->count; i++)
		left += !(t->is_lifted[i] = is_constant(w, t, i));
	for (size_t i = 0; left == 0 && i < w->count; i++)
		t->is_lifted[i] = false;
}

/* The widest column of free text that can still give; `count` when none can. */
static size_t widest_text(const writer *w, const table *t)
{
	size_t widest = w->count;

	for (size_t i = 0; i < w->count; i++) {
		if (w->columns[i].type != RELAIS_TEXT || t->widths[i] <= t->floors[i] ||
			t->is_lifted[i] || t->is_left_out[i])
			continue;
		if (widest == w->count || t->widths[i] > t->widths[widest])
			widest = i;
	}
	return widest;
}

static bool shorten(const writer *w, table *t)
{
	for (int total = total_width(w, t); total > w->style->width; total--) {
		size_t i = widest_text(w, t);

		if (i == w->count)
			return false;
		t->widths[i]--;
		t->is_cut[i] = true;
	}
	return true;
}

static void add_title(writer *w, const char *title, int room)
{
	if (w->style->color)
		text_add(&w->line, "\033[1m");
	text_add(&w->line, title);
	if (w->style->color)
		text_add(&w->line, "\033[0m");
	wrap_blanks(&w->line, room - text_width(title));
}

/* What is after the title: as many lines as it takes, each from `left` on. A word that has no room there
 * goes below the title, and is parted when there is none either. */
static void add_value(writer *w, const char *value, int left)
{
	bool is_wide = wrap_widest_word(value) > w->style->width - left;
	int room;
	size_t length = 0;

	if (is_wide) {
		left = TABLE_BETWEEN;
		wrap_end_line(&w->line);
		wrap_blanks(&w->line, left);
	}
	room = w->style->width > left ? w->style->width - left : 1;
	is_wide = wrap_widest_word(value) > room;
	for (const char *at = value; at;) {
		const char *next = (is_wide ? wrap_narrow_line : wrap_line)(at, room, &length);

		text_add_bytes(&w->line, at, length);
		wrap_end_line(&w->line);
		if ((at = next))
			wrap_blanks(&w->line, left);
	}
}

static int widest_title(const writer *w, const table *t, bool of_lifted)
{
	int widest = 0;

	for (size_t i = 0; i < w->count; i++) {
		int width = text_width(writer_title(w, i));

		if (t->is_lifted[i] == of_lifted && width > widest)
			widest = width;
	}
	return widest;
}

void table_fit(const writer *w, table *t, bool is_whole)
{
	if (w->style->width <= 0 || total_width(w, t) <= w->style->width)
		return;
	if (is_whole && t->kept_rows > 1)
		lift(w, t);
	for (size_t i = 0; i < w->count; i++)
		t->floors[i] = NARROWEST;
	if ((!w->main || table_choose(w, t, is_whole)) && shorten(w, t))
		return;
	t->is_by_record = true;
	memset(t->is_lifted, 0, w->count * sizeof *t->is_lifted);
	t->title_width = widest_title(w, t, false);
}

static void add_line(writer *w, size_t column, const char *shown, int title_width)
{
	add_title(w, writer_title(w, column), title_width + TABLE_BETWEEN);
	add_value(w, shown, title_width + TABLE_BETWEEN);
}

void table_add_lifted(writer *w, const table *t)
{
	int width = widest_title(w, t, true);

	for (size_t i = 0; i < w->count; i++)
		if (t->is_lifted[i])
			add_line(w, i, t->kept[i], width);
	if (width)
		text_add_char(&w->line, '\n');
}

void table_add_field(writer *w, const table *t, size_t column, const char *shown)
{
	add_line(w, column, shown, t->title_width);
}
