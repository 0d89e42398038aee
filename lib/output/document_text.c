/* SPDX-License-Identifier: MIT
 * A document as plain text that can be mailed: 80 columns unless told, at most 100; titles
 * underlined, sentences wrapped, tables aligned, charts as bars of blocks.
 */
#include "../base/words.h"
#include "render.h"
#include "people.h"
#include "sketch.h"
#include "wrap.h"

enum { USUAL_WIDTH = 80, WIDEST = 100, NARROWEST = 40, BETWEEN = 2 };

static void add_underlined(text *out, const char *title, int width, const char *line)
{
	size_t start = out->length;
	int longest = 0;

	wrap_text(out, title, width, "", "");
	for (const char *at = text_str(out) + (out->failed ? 0 : start); at && *at;) {
		size_t length;
		const char *next = wrap_line(at, width, &length);
		int wide = wrap_width(at, length);

		longest = wide > longest ? wide : longest;
		at = next;
	}
	for (int i = 0; i < longest; i++)
		text_add(out, line);
	text_add(out, "\n");
}

static int widest_label(const block *b, bool of_values)
{
	int widest = 0;

	for (size_t i = 0; i < b->count; i++) {
		const char *said = of_values ? b->figures[i].value : b->figures[i].label;
		int width = said ? text_width(said) : 0;

		widest = width > widest ? width : widest;
	}
	return widest;
}

/* A label in its column; what has no room there goes on below, before the value. */
static void add_label(text *out, const char *label, int room)
{
	text safe = { 0 };
	size_t length = 0;

	people_text(&safe, label);
	for (const char *at = text_str(&safe), *next; at; at = next) {
		next = wrap_line(at, room, &length);
		wrap_blanks(out, BETWEEN);
		text_add_bytes(out, at, length);
		if (next)
			text_add_char(out, '\n');
		else
			wrap_blanks(out, room - wrap_width(at, length));
	}
	out->failed |= safe.failed;
	text_free(&safe);
}

/* label, value to the right, detail beside when there is room and below when not. */
static void add_figures(text *out, const block *b, int width)
{
	int labels = widest_label(b, false), values = widest_label(b, true);
	int room = width - BETWEEN - BETWEEN - values, used;

	labels = labels > room ? room : labels;
	used = BETWEEN + labels + BETWEEN + values + BETWEEN;
	for (size_t i = 0; i < b->count; i++) {
		const key_figure *f = &b->figures[i];

		add_label(out, f->label, labels);
		wrap_blanks(out, BETWEEN + values - text_width(f->value ? f->value : ""));
		people_text(out, f->value);
		if (f->detail && used + text_width(f->detail) <= width) {
			wrap_blanks(out, BETWEEN);
			people_text(out, f->detail);
			text_add_char(out, '\n');
		} else {
			text_add_char(out, '\n');
			if (f->detail)
				wrap_text(out, f->detail, width, "    ", "    ");
		}
	}
}

static void add_block(text *out, const block *b, int width)
{
	switch (b->type) {
	case BLOCK_PARAGRAPH:
	case BLOCK_METHOD: wrap_text(out, b->text, width, "", ""); break;
	case BLOCK_CALLOUT: wrap_text(out, b->text, width, "! ", "  "); break;
	case BLOCK_LIST:
		for (size_t i = 0; i < b->count; i++)
			wrap_text(out, b->items[i], width, "- ", "  ");
		break;
	case BLOCK_FIGURES: add_figures(out, b, width); break;
	case BLOCK_TABLE: text_table(out, b, width); break;
	case BLOCK_CHART: text_chart(out, b, width); break;
	case BLOCK_SKETCH: text_sketch(out, b, width); break;
	}
	text_add_char(out, '\n');
}

void document_as_text(text *out, const relais_document *d, const relais_style *style)
{
	int width = style->width > 0 ? style->width : USUAL_WIDTH;

	width = width > WIDEST ? WIDEST : width < NARROWEST ? NARROWEST : width;
	add_underlined(out, d->title, width, "═");
	if (d->subtitle)
		wrap_text(out, d->subtitle, width, "", "");
	if (d->edition)
		wrap_text(out, d->edition, width, "", "");
	text_add_char(out, '\n');
	for (const section *s = d->first; s; s = s->next) {
		add_underlined(out, s->title, width, "─");
		text_add_char(out, '\n');
		for (const block *b = s->first; b; b = b->next)
			add_block(out, b, width);
		if (s->next)
			text_add_char(out, '\n');
	}
	if (d->contact || d->licence)
		text_add_char(out, '\n');
	if (d->contact)
		wrap_text(out, d->contact, width, "", "");
	if (d->licence)
		wrap_text(out, d->licence, width, "", "");
	if (d->contact || d->licence)
		text_add_char(out, '\n');
	if (out->length && !out->failed)
		out->data[--out->length] = '\0';
}
