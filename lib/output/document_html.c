/* SPDX-License-Identifier: MIT
 * A document as one HTML page: a header, its contents, a section per section. Tables have
 * captions and headed rows, charts are drawn where they stand, wide things scroll in
 * their own box, and the page is whole without a network or a script.
 */
#include "../base/words.h"
#include "chart.h"
#include "render.h"
#include "escape.h"
#include "html_table.h"
#include "page.h"
#include "svg.h"
#include "svg_sketch.h"

typedef struct page {
	text *out;
	relais_lang lang;
	int tables, charts; /* so far: ids are unique in the document */
	bool is_fragment;
} page;

static const char *heading(const page *p, int level)
{
	static const char *const tags[] = { "h1", "h2", "h3" };

	return tags[level - 1 + p->is_fragment];
}

static void add_element(text *out, const char *tag, const char *attributes, const char *said)
{
	if (!said)
		return;
	text_addf(out, "<%s%s>", tag, attributes);
	html_text(out, said);
	text_addf(out, "</%s>\n", tag);
}

static void add_list(text *out, const block *b)
{
	text_add(out, "<ul>\n");
	for (size_t i = 0; i < b->count; i++) {
		if (!b->links) {
			add_element(out, "li", "", b->items[i]);
			continue;
		}
		text_add(out, "<li><a href=\"");
		html_text(out, b->links[i]);
		text_add(out, "\">");
		html_text(out, b->items[i]);
		text_add(out, "</a></li>\n");
	}
	text_add(out, "</ul>\n");
}

/* Four to a line, unless the last would stand alone or three fill their lines. */
static bool leaves_one_alone(size_t count)
{
	return count > 4 && (count % 4 == 1 || (count % 4 && count % 3 == 0));
}

static void add_figures(text *out, const block *b)
{
	text_addf(out, "<dl class=\"figures%s\">\n", leaves_one_alone(b->count) ? " by3" : "");
	for (size_t i = 0; i < b->count; i++) {
		text_add(out, "<div>\n");
		add_element(out, "dt", "", b->figures[i].label);
		add_element(out, "dd", " class=\"value\"", b->figures[i].value);
		add_element(out, "dd", " class=\"detail\"", b->figures[i].detail);
		text_add(out, "</div>\n");
	}
	text_add(out, "</dl>\n");
}

static void add_table(page *p, const block *b)
{
	html_table(p->out, b, ++p->tables, p->lang);
	add_element(p->out, "p", " class=\"note\"", b->note);
}

/* The box a drawing stands in; returns its serial. */
static int open_figure(page *p, const char *title, const char *unit)
{
	int serial = ++p->charts;

	text_addf(p->out, "<figure id=\"figure-%d\">\n<figcaption id=\"figure-%d-title\">",
		serial, serial);
	html_text(p->out, title);
	if (unit && *unit) {
		text_add(p->out, " <span>(");
		html_text(p->out, unit);
		text_add(p->out, ")</span>");
	}
	text_addf(p->out,
		"</figcaption>\n<div class=\"wide\" tabindex=\"0\" role=\"group\" "
		"aria-labelledby=\"figure-%d-title\">\n",
		serial);
	return serial;
}

static void add_chart(page *p, const block *b)
{
	const chart *c = b->drawing;
	const char *title = b->title ? b->title : words(p->lang, "Chart");
	int serial;

	if (!chart_is_drawable(c)) {
		add_element(p->out, "p", "", c->description);
		return;
	}
	serial = open_figure(p, title, c->unit);
	switch (c->type) {
	case CHART_LINES: svg_lines(p->out, c, title, serial, p->lang); break;
	case CHART_BARS: svg_bars(p->out, c, title, serial); break;
	case CHART_SLOPE: svg_slope(p->out, c, title, serial); break;
	case CHART_HEAT: svg_heat(p->out, c, title, serial); break;
	case CHART_BAND: svg_band(p->out, c, title, serial, p->lang); break;
	}
	text_add(p->out, "</div>\n</figure>\n");
}

static void add_sketch(page *p, const block *b)
{
	const char *title = b->title ? b->title : words(p->lang, "Chart");

	if (!sketch_is_drawable(b->sketched)) {
		add_element(p->out, "p", "", b->sketched->description);
		return;
	}
	svg_sketch(p->out, b->sketched, title, open_figure(p, title, NULL));
	text_add(p->out, "</div>\n</figure>\n");
}

static void add_run(text *out, const phrase *r)
{
	static const char *const elements[] = {
		[RUN_STRONG] = "strong", [RUN_EMPHASIS] = "em", [RUN_CODE] = "code"
	};
	const char *element = elements[r->style];

	if (r->href) {
		text_add(out, "<a href=\"");
		html_text(out, r->href);
		text_add(out, "\">");
	}
	if (element)
		text_addf(out, "<%s>", element);
	html_text(out, r->text);
	if (element)
		text_addf(out, "</%s>", element);
	text_add(out, r->href ? "</a>" : "");
}

static void add_paragraph(text *out, const block *b)
{
	if (!b->run_count) {
		add_element(out, "p", "", b->text);
		return;
	}
	text_add(out, "<p>");
	for (size_t i = 0; i < b->run_count; i++)
		add_run(out, &b->runs[i]);
	text_add(out, "</p>\n");
}

static void add_block(page *p, const block *b)
{
	switch (b->type) {
	case BLOCK_PARAGRAPH: add_paragraph(p->out, b); break;
	case BLOCK_CALLOUT:
		add_element(p->out, "p", " class=\"callout\" role=\"note\"", b->text);
		break;
	case BLOCK_METHOD: add_element(p->out, "p", " class=\"method\"", b->text); break;
	case BLOCK_LIST: add_list(p->out, b); break;
	case BLOCK_FIGURES: add_figures(p->out, b); break;
	case BLOCK_TABLE: add_table(p, b); break;
	case BLOCK_CHART: add_chart(p, b); break;
	case BLOCK_SKETCH: add_sketch(p, b); break;
	}
}

static void add_contents(page *p, const relais_document *d)
{
	text_add(p->out, "<nav aria-label=\"");
	html_text(p->out, words(p->lang, "Contents"));
	text_add(p->out, "\">\n<ol>\n");
	for (const section *s = d->first; s; s = s->next) {
		text_add(p->out, "<li><a href=\"#");
		html_id(p->out, s->anchor);
		text_add(p->out, "\">");
		html_text(p->out, s->title);
		text_add(p->out, "</a></li>\n");
	}
	text_add(p->out, "</ol>\n</nav>\n");
}

static void add_sections(page *p, const relais_document *d)
{
	for (const section *s = d->first; s; s = s->next) {
		text_add(p->out, "<section id=\"");
		html_id(p->out, s->anchor);
		text_add(p->out, "\">\n");
		add_element(p->out, heading(p, 2), "", s->title);
		for (const block *b = s->first; b; b = b->next)
			add_block(p, b);
		text_add(p->out, "</section>\n");
	}
}

static void add_logo(page *p, const relais_document *d)
{
	if (!d->logo)
		return;
	text_add(p->out, "<img class=\"logo\" alt=\"");
	html_text(p->out, d->network);
	text_add(p->out, "\" src=\"");
	html_text(p->out, d->logo);
	text_add(p->out, "\">\n");
}

static void add_foot(page *p, const relais_document *d)
{
	if (!d->contact && !d->licence)
		return;
	text_add(p->out, "<footer>\n");
	add_element(p->out, "p", "", d->contact);
	add_element(p->out, "p", "", d->licence);
	text_add(p->out, "</footer>\n");
}

static void add_document(page *p, const relais_document *d)
{
	text_add(p->out, "<header>\n");
	add_logo(p, d);
	add_element(p->out, heading(p, 1), "", d->title);
	add_element(p->out, "p", " class=\"subtitle\"", d->subtitle);
	add_element(p->out, "p", " class=\"edition\"", d->edition);
	text_add(p->out, "</header>\n");
	if (d->first && d->first->next)
		add_contents(p, d);
	text_add(p->out, p->is_fragment ? "" : "<main>\n");
	add_sections(p, d);
	text_add(p->out, p->is_fragment ? "" : "</main>\n");
	add_foot(p, d);
}

/* An article says its own language, has its own style, and leaves the first heading and the
 * landmarks to the page it is put into. */
static void add_fragment(page *p, const relais_document *d)
{
	const page_look look = { d->colour, d->colour_dark };

	page_fragment_style(p->out, &look);
	text_addf(p->out, "<article class=\"relais\" lang=\"%s\">\n",
		p->lang == RELAIS_FR ? "fr" : "en");
	add_document(p, d);
	text_add(p->out, "</article>\n");
}

void document_as_html(text *out, const relais_document *d, const relais_style *style)
{
	page p = { .out = out, .lang = d->lang, .is_fragment = style->is_fragment };
	const page_look look = { d->colour, d->colour_dark };

	if (p.is_fragment) {
		add_fragment(&p, d);
		return;
	}
	page_open(out, d->lang, d->title ? d->title : style->tool, &look);
	add_document(&p, d);
	page_close(out);
}
