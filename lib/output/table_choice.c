/* SPDX-License-Identifier: MIT
 * Which columns a narrow table keeps. The question names those that matter (rows.h); of them those stay that
 * have room, then any others that have room with nothing cut for them. The rest is named below. A few rows are better told whole, in blocks.
 */
#include <stdlib.h>
#include <string.h>

#include "../base/words.h"
#include "table.h"
#include "wrap.h"

enum {
	READABLE = 16, /* free text of which the question says nothing */
	FEW_ROWS = 3 /* whose blocks are read at a glance */
};

/* A name of the list and the least width behind it (0: none said); NULL after the last one. */
static const char *next_name(const char *at, size_t *length, int *least)
{
	const char *end;

	at += strspn(at, " ");
	if (!*at)
		return NULL;
	*length = strcspn(at, " :");
	end = at + *length;
	*least = *end == ':' ? atoi(end + 1) : 0;
	return at;
}

static size_t find(const writer *w, const char *name, size_t length)
{
	size_t i = 0;

	while (i < w->count && (strncmp(w->columns[i].name, name, length) != 0 ||
				       w->columns[i].name[length] != '\0'))
		i++;
	return i;
}

/* Free text gives down to what can be read; nothing else gives. */
static void set_floors(const writer *w, table *t)
{
	const char *at = w->main;
	size_t length;
	int least;

	for (size_t i = 0; i < w->count; i++)
		t->floors[i] = READABLE;
	while ((at = next_name(at, &length, &least))) {
		size_t i = find(w, at, length);

		if (i < w->count && least)
			t->floors[i] = least;
		at += strcspn(at, " ");
	}
	for (size_t i = 0; i < w->count; i++)
		if (w->columns[i].type != RELAIS_TEXT || t->floors[i] > t->widths[i])
			t->floors[i] = t->widths[i];
}

static int width_of(const writer *w, const table *t, const int *widths)
{
	int total = -TABLE_BETWEEN;

	for (size_t i = 0; i < w->count; i++)
		if (!t->is_lifted[i] && !t->is_left_out[i])
			total += widths[i] + TABLE_BETWEEN;
	return total;
}

/* Takes a column in when there is room for it, all columns being so wide. */
static bool take(const writer *w, table *t, size_t i, const int *widths)
{
	t->is_left_out[i] = false;
	t->is_left_out[i] = width_of(w, t, widths) > w->style->width;
	return !t->is_left_out[i];
}

/* Those before the bar are what the row is about: without one of them there is no table. */
static bool take_main(const writer *w, table *t)
{
	const char *at = w->main;
	const char *bar = at + strcspn(at, "|");
	size_t length;
	int least;

	for (; (at = next_name(at, &length, &least)); at += strcspn(at, " ")) {
		size_t i = find(w, at, length);

		if (i < w->count && t->is_left_out[i] && !take(w, t, i, t->floors) && at < bar)
			return false;
	}
	return true;
}

bool table_choose(const writer *w, table *t, bool is_whole)
{
	set_floors(w, t);
	if (width_of(w, t, t->floors) <= w->style->width)
		return true;
	if (is_whole && t->kept_rows <= FEW_ROWS)
		return false;
	for (size_t i = 0; i < w->count; i++)
		t->is_left_out[i] = !t->is_lifted[i];
	if (!take_main(w, t)) {
		memset(t->is_left_out, 0, w->count * sizeof *t->is_left_out);
		return false;
	}
	for (size_t i = 0; i < w->count; i++)
		if (t->is_left_out[i])
			take(w, t, i, t->widths);
	return true;
}

void table_add_left_out(writer *w, const table *t)
{
	text names = { 0 }, said = { 0 };

	for (size_t i = 0; i < w->count; i++)
		if (t->is_left_out[i])
			text_addf(&names, "%s%s", names.length ? ", " : "", writer_title(w, i));
	if (names.length) {
		text_addf(&said,
			words(w->style->lang,
				"No room for: %s. A wider window has them, and --format csv."),
			text_str(&names));
		text_add_char(&w->line, '\n');
		wrap_text(&w->line, text_str(&said), w->style->width, "", "");
	}
	w->line.failed |= names.failed || said.failed;
	text_free(&names);
	text_free(&said);
}
