/* SPDX-License-Identifier: MIT
 * A document as Markdown (GitHub's tables): a chart is a small table of its labels.
 */
#include <string.h>

#include "chart.h"
#include "render.h"
#include "escape.h"
#include "sketch.h"

static void add_paragraph(text *out, const char *before, const char *said)
{
	text_add(out, before);
	md_text(out, said);
	text_add(out, "\n\n");
}

static void add_strong_line(text *out, const char *title, const char *unit)
{
	if (!title)
		return;
	text_add(out, "**");
	md_cell(out, title);
	text_add(out, "**");
	if (unit && *unit) {
		text_add(out, " (");
		md_cell(out, unit);
		text_add(out, ")");
	}
	text_add(out, "\n\n");
}

static void add_cell(text *out, bool is_first, bool is_strong, const char *cell)
{
	text_add(out, is_first ? "| " : " | ");
	if (is_strong && cell && *cell)
		text_add(out, "**");
	md_cell(out, cell);
	if (is_strong && cell && *cell)
		text_add(out, "**");
}

static void add_table(text *out, const block *b)
{
	add_strong_line(out, b->title, NULL);
	for (size_t i = 0; i < b->column_count; i++)
		add_cell(out, i == 0, false, b->columns[i].title);
	text_add(out, " |\n");
	for (size_t i = 0; i < b->column_count; i++)
		text_add(out, b->columns[i].is_number ? "|---:" : "|---");
	text_add(out, "|\n");
	for (size_t r = 0; r < b->count; r++) {
		for (size_t i = 0; i < b->column_count; i++)
			add_cell(out, i == 0, b->rows[r].is_total, b->rows[r].cells[i]);
		text_add(out, " |\n");
	}
	text_add_char(out, '\n');
	if (b->note)
		add_paragraph(out, "", b->note);
}

static void add_head(text *out, size_t count)
{
	text_add(out, " |\n|---");
	for (size_t i = 0; i < count; i++)
		text_add(out, "|---:");
	text_add(out, "|\n");
}

/* A line for each point. */
static void add_points(text *out, const chart *c)
{
	text_add(out, "|  ");
	for (size_t s = 0; s < c->series_count; s++)
		add_cell(out, false, false, c->series[s].name);
	add_head(out, c->series_count);
	for (size_t i = 0; i < c->points; i++) {
		add_cell(out, true, false, c->names[i]);
		for (size_t s = 0; s < c->series_count; s++)
			add_cell(out, false, false, chart_label(&c->series[s], i));
		text_add(out, " |\n");
	}
}

/* A line for each series, which is something by itself. */
static void add_series(text *out, const chart *c)
{
	text_add(out, "|  ");
	for (size_t i = 0; i < c->points; i++)
		add_cell(out, false, false, c->names[i]);
	add_head(out, c->points);
	for (size_t s = 0; s < c->series_count; s++) {
		add_cell(out, true, false, c->series[s].name);
		for (size_t i = 0; i < c->points; i++) {
			add_cell(out, false, false, chart_label(&c->series[s], i));
			if (c->type == CHART_HEAT)
				text_add(out, heat_mark(&c->series[s], i));
		}
		text_add(out, " |\n");
	}
}

static void add_chart(text *out, const block *b)
{
	const chart *c = b->drawing;

	if (chart_is_drawable(c)) {
		add_strong_line(out, b->title, c->unit);
		if (c->type == CHART_HEAT || c->type == CHART_SLOPE)
			add_series(out, c);
		else
			add_points(out, c);
		text_add_char(out, '\n');
	}
	if (c->description)
		add_paragraph(out, "", c->description);
}

/* As on a terminal, indented: Markdown leaves such lines as they are. */
static void add_drawing(text *out, const block *b)
{
	enum { PAGE = 76 };
	text drawn = { 0 };

	add_strong_line(out, b->title, NULL);
	text_drawing(&drawn, b->sketched, PAGE);
	for (const char *at = text_str(&drawn); *at;) {
		size_t length = strcspn(at, "\n");

		if (length)
			text_add(out, "    ");
		text_add_bytes(out, at, length);
		text_add_char(out, '\n');
		at += length + (at[length] == '\n');
	}
	text_add_char(out, '\n');
	out->failed |= drawn.failed;
	text_free(&drawn);
}

/* A grid is a table of its signs. */
static void add_sketch(text *out, const block *b)
{
	arena memory = { 0 };
	block table;

	if (!sketch_is_drawable(b->sketched)) {
		add_paragraph(out, "", b->sketched->description);
		return;
	}
	if (b->sketched->type != SKETCH_GRID)
		add_drawing(out, b);
	else if (sketch_as_table(&memory, b, &table))
		add_table(out, &table);
	else
		out->failed = true;
	arena_free(&memory);
}

static void add_figures(text *out, const block *b)
{
	for (size_t i = 0; i < b->count; i++) {
		text_add(out, "- **");
		md_cell(out, b->figures[i].value);
		text_add(out, "** ");
		md_cell(out, b->figures[i].label);
		if (b->figures[i].detail) {
			text_add(out, " – ");
			md_cell(out, b->figures[i].detail);
		}
		text_add_char(out, '\n');
	}
	text_add_char(out, '\n');
}

static void add_run(text *out, const phrase *r, bool is_first)
{
	static const char *const marks[] = {
		[RUN_PLAIN] = "", [RUN_STRONG] = "**", [RUN_EMPHASIS] = "*", [RUN_CODE] = ""
	};

	text_add(out, r->href ? "[" : "");
	text_add(out, marks[r->style]);
	if (is_first)
		md_text(out, r->text);
	else
		md_cell(out, r->text);
	text_add(out, marks[r->style]);
	if (r->href)
		text_addf(out, "](<%s>)", r->href);
}

static void add_runs(text *out, const block *b)
{
	if (!b->run_count) {
		add_paragraph(out, "", b->text);
		return;
	}
	for (size_t i = 0; i < b->run_count; i++)
		add_run(out, &b->runs[i], i == 0);
	text_add(out, "\n\n");
}

static void add_block(text *out, const block *b)
{
	switch (b->type) {
	case BLOCK_PARAGRAPH: add_runs(out, b); break;
	case BLOCK_METHOD: add_paragraph(out, "", b->text); break;
	case BLOCK_CALLOUT: add_paragraph(out, "> ", b->text); break;
	case BLOCK_LIST:
		for (size_t i = 0; i < b->count; i++) {
			text_add(out, b->links ? "- [" : "- ");
			md_text(out, b->items[i]);
			if (b->links)
				text_addf(out, "](<%s>)", b->links[i]);
			text_add_char(out, '\n');
		}
		text_add_char(out, '\n');
		break;
	case BLOCK_FIGURES: add_figures(out, b); break;
	case BLOCK_TABLE: add_table(out, b); break;
	case BLOCK_CHART: add_chart(out, b); break;
	case BLOCK_SKETCH: add_sketch(out, b); break;
	}
}

void document_as_md(text *out, const relais_document *d, const relais_style *style)
{
	(void)style;
	add_paragraph(out, "# ", d->title);
	if (d->subtitle)
		add_paragraph(out, "", d->subtitle);
	if (d->edition)
		add_paragraph(out, "", d->edition);
	for (const section *s = d->first; s; s = s->next) {
		add_paragraph(out, "## ", s->title);
		for (const block *b = s->first; b; b = b->next)
			add_block(out, b);
	}
	if (d->contact)
		add_paragraph(out, "", d->contact);
	if (d->licence)
		add_paragraph(out, "", d->licence);
	if (out->length && !out->failed)
		out->data[--out->length] = '\0';
}
