/* SPDX-License-Identifier: MIT
 * A document as JSON: its sections block by block as people read them, and its figures as
 * machine text. A chart is its labels: a drawing's own numbers are not published figures.
 */
#include "render.h"
#include "json.h"
#include "sketch.h"

static const char *const drawings[] = {
	[CHART_LINES] = "lines",
	[CHART_BARS] = "bars",
	[CHART_BAND] = "band",
	[CHART_HEAT] = "heat",
	[CHART_SLOPE] = "slope",
};

static const char *const types[] = {
	[BLOCK_PARAGRAPH] = "paragraph",
	[BLOCK_LIST] = "list",
	[BLOCK_FIGURES] = "figures",
	[BLOCK_TABLE] = "table",
	[BLOCK_CHART] = "chart",
	[BLOCK_SKETCH] = "chart",
	[BLOCK_CALLOUT] = "callout",
	[BLOCK_METHOD] = "method",
};

static void add_member(text *out, const char *key, const char *value)
{
	text_add_char(out, ',');
	add_json_key(out, key);
	add_json_string(out, value);
}

static void add_strings(text *out, const char *key, size_t count, const char *const *strings)
{
	text_add_char(out, ',');
	add_json_key(out, key);
	text_add_char(out, '[');
	for (size_t i = 0; i < count; i++) {
		if (i)
			text_add_char(out, ',');
		add_json_string(out, strings ? strings[i] : NULL);
	}
	text_add_char(out, ']');
}

static void add_key_figures(text *out, const block *b)
{
	text_add(out, ",\"figures\":[");
	for (size_t i = 0; i < b->count; i++) {
		text_add(out, i ? ",{\"label\":" : "{\"label\":");
		add_json_string(out, b->figures[i].label);
		add_member(out, "value", b->figures[i].value);
		add_member(out, "detail", b->figures[i].detail);
		text_add_char(out, '}');
	}
	text_add_char(out, ']');
}

static void add_table(text *out, const block *b)
{
	add_member(out, "title", b->title);
	text_add(out, ",\"columns\":[");
	for (size_t i = 0; i < b->column_count; i++) {
		text_add(out, i ? ",{\"title\":" : "{\"title\":");
		add_json_string(out, b->columns[i].title);
		text_addf(out, ",\"number\":%s}", b->columns[i].is_number ? "true" : "false");
	}
	text_add(out, "],\"rows\":[");
	for (size_t i = 0; i < b->count; i++) {
		text_addf(out, "%s{\"total\":%s", i ? "," : "",
			b->rows[i].is_total ? "true" : "false");
		add_strings(out, "cells", b->column_count, b->rows[i].cells);
		text_add_char(out, '}');
	}
	text_add_char(out, ']');
	add_member(out, "note", b->note);
}

static void add_chart(text *out, const block *b)
{
	const chart *c = b->drawing;

	add_member(out, "title", b->title);
	add_member(out, "drawing", drawings[c->type]);
	add_member(out, "unit", c->unit);
	add_member(out, "description", c->description);
	add_strings(out, "names", c->points, c->names);
	text_add(out, ",\"series\":[");
	for (size_t s = 0; s < c->series_count; s++) {
		const chart_series *one = &c->series[s];

		text_add(out, s ? ",{\"name\":" : "{\"name\":");
		add_json_string(out, one->name);
		text_addf(out, ",\"reference\":%s,\"drawn\":%s,\"labels\":[",
			one->is_reference ? "true" : "false", one->values ? "true" : "false");
		for (size_t i = 0; i < c->points; i++) {
			if (i)
				text_add_char(out, ',');
			add_json_string(out, one->labels ? one->labels[i] : NULL);
		}
		text_add(out, "]}");
	}
	text_add_char(out, ']');
}

static void add_block(text *out, const block *b)
{
	text_addf(out, "{\"type\":\"%s\"", types[b->type]);
	switch (b->type) {
	case BLOCK_PARAGRAPH:
	case BLOCK_CALLOUT:
	case BLOCK_METHOD: add_member(out, "text", b->text); break;
	case BLOCK_LIST: add_strings(out, "items", b->count, b->items); break;
	case BLOCK_FIGURES: add_key_figures(out, b); break;
	case BLOCK_TABLE: add_table(out, b); break;
	case BLOCK_CHART: add_chart(out, b); break;
	case BLOCK_SKETCH:
		add_member(out, "title", b->title);
		sketch_as_json(out, b->sketched);
		break;
	}
	text_add_char(out, '}');
}

static void add_section(text *out, const section *s)
{
	text_add(out, "{\"anchor\":");
	add_json_string(out, s->anchor);
	add_member(out, "title", s->title);
	text_add(out, ",\"blocks\":[");
	for (const block *b = s->first; b; b = b->next) {
		text_add(out, b == s->first ? "\n  " : ",\n  ");
		add_block(out, b);
	}
	text_add(out, "]}");
}

static void add_figure(text *out, const figure *f)
{
	text_add(out, "{\"section\":");
	add_json_string(out, f->section);
	add_member(out, "figure", f->figure);
	add_member(out, "indicator", f->indicator);
	add_member(out, "group", f->group);
	add_member(out, "period", f->period);
	text_add(out, ",\"value\":");
	add_json_number(out, f->value);
	add_member(out, "flag", f->flag);
	text_add_char(out, '}');
}

void document_as_json(text *out, const relais_document *d, const relais_style *style)
{
	text_add(out, "{\"schema\":1,\"tool\":");
	add_json_string(out, style->tool);
	add_member(out, "lang", d->lang == RELAIS_FR ? "fr" : "en");
	add_member(out, "title", d->title);
	add_member(out, "subtitle", d->subtitle);
	add_member(out, "edition", d->edition);
	if (d->contact)
		add_member(out, "contact", d->contact);
	if (d->licence)
		add_member(out, "licence", d->licence);
	text_add(out, ",\"sections\":[");
	for (const section *s = d->first; s; s = s->next) {
		text_add(out, s == d->first ? "\n" : ",\n");
		add_section(out, s);
	}
	text_add(out, "],\"figures\":[");
	for (const figure *f = d->first_figure; f; f = f->next) {
		text_add(out, f == d->first_figure ? "\n" : ",\n");
		add_figure(out, f);
	}
	text_add(out, "]}\n");
}
