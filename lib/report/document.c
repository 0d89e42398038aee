/* SPDX-License-Identifier: MIT
 * Building a document: everything said is copied into its arena, so that the store it came from
 * may be closed. Every builder takes what an earlier one could not give (NULL) and stays
 * quiet: one look at document_status at the end is enough.
 */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "../base/error.h"
#include "../base/words.h"
#include "../base/text.h"
#include "document.h"

enum { FIRST_ROWS = 8 };

/* A table grows: the shape formats see, and the rows behind it while they can be written to. */
typedef struct growing_table {
	block shown;
	table_row *rows;
	size_t capacity;
} growing_table;

static void *take(relais_document *d, size_t count, size_t size)
{
	void *room = NULL;

	if (!count)
		room = arena_alloc(&d->memory, size); /* nothing asked is not a failure */
	else if (size <= SIZE_MAX / count)
		room = arena_alloc(&d->memory, count * size);
	if (!room)
		d->failed = true;
	return room;
}

bool document_room(relais_document *d, void *list, size_t count, size_t *room, size_t size)
{
	size_t more = *room ? *room * 2 : 32;
	void *old, *grown;

	if (count < *room)
		return true;
	memcpy(&old, list, sizeof old);
	if (!(grown = realloc(old, more * size))) {
		d->failed = true;
		return false;
	}
	memcpy(list, &grown, sizeof grown);
	*room = more;
	return true;
}

relais_document *document_new(relais_lang lang)
{
	relais_document *d = calloc(1, sizeof *d);

	if (d)
		d->lang = lang;
	return d;
}

void relais_document_free(relais_document *d)
{
	if (!d)
		return;
	arena_free(&d->memory);
	free(d);
}

relais_status document_status(const relais_document *d, relais_error *err)
{
	return !d || d->failed ? fail_memory(err) : RELAIS_OK;
}

const char *document_copy(relais_document *d, const char *string)
{
	const char *copy;

	if (!string)
		return NULL;
	copy = arena_string(&d->memory, string);
	if (!copy)
		d->failed = true;
	return copy;
}

const char *document_say(relais_document *d, const char *format, ...)
{
	va_list values, again;
	char *said = NULL;
	int length;

	va_start(values, format);
	va_copy(again, values);
	length = vsnprintf(NULL, 0, words(d->lang, format), values);
	if (length >= 0)
		said = take(d, (size_t)length + 1, 1);
	if (said)
		vsnprintf(said, (size_t)length + 1, words(d->lang, format), again);
	else
		d->failed = true;
	va_end(again);
	va_end(values);
	return said ? said : "";
}

section *document_section(relais_document *d, const char *anchor, const char *title)
{
	section *s = take(d, 1, sizeof *s);

	if (!s)
		return NULL;
	s->anchor = document_copy(d, anchor);
	s->title = document_copy(d, title);
	if (d->last)
		d->last->next = s;
	else
		d->first = s;
	d->last = s;
	return s;
}

/* `b` joins the section; NULL when there is nowhere to put it. */
static block *append(section *s, block *b, block_type type)
{
	if (!s || !b)
		return NULL;
	b->type = type;
	if (s->last)
		s->last->next = b;
	else
		s->first = b;
	s->last = b;
	return b;
}

block *section_block(relais_document *d, section *s, block_type type)
{
	return append(s, take(d, 1, sizeof(block)), type);
}

static block *say(relais_document *d, section *s, block_type type, const char *sentence)
{
	block *b = append(s, take(d, 1, sizeof *b), type);

	if (b)
		b->text = document_copy(d, sentence);
	return b;
}

block *section_paragraph(relais_document *d, section *s, const char *sentence)
{
	return say(d, s, BLOCK_PARAGRAPH, sentence);
}

/* "https://…" behind a link that does not say it itself. */
static void add_run(text *out, const phrase *r)
{
	text_add(out, r->text);
	if (r->href && strcmp(r->href, r->text) != 0 &&
		(strncmp(r->href, "mailto:", 7) != 0 || strcmp(r->href + 7, r->text) != 0))
		text_addf(out, " (%s)", r->href);
}

block *section_runs(relais_document *d, section *s, size_t count, const phrase *runs)
{
	phrase *copies = take(d, count, sizeof *copies);
	text flat = { 0 };
	block *b;

	for (size_t i = 0; copies && i < count; i++) {
		copies[i] = (phrase){ document_copy(d, runs[i].text), runs[i].style,
			document_copy(d, runs[i].href) };
		add_run(&flat, &runs[i]);
	}
	b = copies && !flat.failed ? section_paragraph(d, s, text_str(&flat)) : NULL;
	d->failed = d->failed || flat.failed;
	text_free(&flat);
	if (!b)
		return NULL;
	b->runs = copies;
	b->run_count = count;
	return b;
}

block *section_callout(relais_document *d, section *s, const char *sentence)
{
	return say(d, s, BLOCK_CALLOUT, sentence);
}

block *section_method(relais_document *d, section *s, const char *sentence)
{
	return say(d, s, BLOCK_METHOD, sentence);
}

static const char *const *copy_strings(
	relais_document *d, size_t count, const char *const *strings)
{
	const char **copies;

	if (!strings)
		return NULL;
	copies = take(d, count, sizeof *copies);
	for (size_t i = 0; copies && i < count; i++)
		copies[i] = document_copy(d, strings[i]);
	return copies;
}

const char *document_means(relais_document *d, const char *said, const char *number)
{
	saying *one = take(d, 1, sizeof *one);

	if (!one)
		return said;
	one->said = said;
	one->number = document_copy(d, number);
	one->next = d->last_said;
	d->last_said = one;
	return said;
}

static const char *number_of(const relais_document *d, const char *said)
{
	for (const saying *one = d->last_said; said && one; one = one->next)
		if (one->said == said)
			return one->number;
	return NULL;
}

static const char *const *numbers_of(
	relais_document *d, size_t count, const char *const *strings)
{
	const char **numbers = strings ? take(d, count, sizeof *numbers) : NULL;

	for (size_t i = 0; numbers && i < count; i++)
		numbers[i] = number_of(d, strings[i]);
	return numbers;
}

block *section_list(relais_document *d, section *s, size_t count, const char *const *items)
{
	block *b = append(s, take(d, 1, sizeof *b), BLOCK_LIST);

	if (!b)
		return NULL;
	b->items = copy_strings(d, count, items);
	b->count = b->items ? count : 0;
	return b;
}

block *section_links(relais_document *d, section *s, size_t count, const char *const *items,
	const char *const *links)
{
	block *b = section_list(d, s, count, items);

	if (b)
		b->links = copy_strings(d, count, links);
	return b;
}

block *section_figures(relais_document *d, section *s, size_t count, const key_figure *figures)
{
	block *b = append(s, take(d, 1, sizeof *b), BLOCK_FIGURES);
	key_figure *copies = take(d, count, sizeof *copies);

	if (!b || !copies)
		return NULL;
	for (size_t i = 0; i < count; i++) {
		copies[i].label = document_copy(d, figures[i].label);
		copies[i].value = document_copy(d, figures[i].value);
		copies[i].detail = document_copy(d, figures[i].detail);
		copies[i].number = number_of(d, figures[i].value);
	}
	b->figures = copies;
	b->count = count;
	return b;
}

block *section_table(relais_document *d, section *s, const char *title, size_t columns,
	const table_column *about)
{
	growing_table *t = take(d, 1, sizeof *t);
	table_column *copies = take(d, columns, sizeof *copies);

	if (!t || !copies || !append(s, &t->shown, BLOCK_TABLE))
		return NULL;
	for (size_t i = 0; i < columns; i++) {
		copies[i].title = document_copy(d, about[i].title);
		copies[i].is_number = about[i].is_number;
	}
	t->shown.title = document_copy(d, title);
	t->shown.columns = copies;
	t->shown.column_count = columns;
	return &t->shown;
}

static bool grow(relais_document *d, growing_table *t)
{
	size_t capacity = t->capacity ? t->capacity * 2 : FIRST_ROWS;
	table_row *rows = take(d, capacity, sizeof *rows);

	if (!rows)
		return false;
	if (t->shown.count)
		memcpy(rows, t->rows, t->shown.count * sizeof *rows);
	t->rows = rows;
	t->capacity = capacity;
	t->shown.rows = rows;
	return true;
}

void table_add(relais_document *d, block *table, const char *const *cells, bool is_total)
{
	growing_table *t = (growing_table *)table;
	table_row *row;

	if (!t || (t->shown.count == t->capacity && !grow(d, t)))
		return;
	row = &t->rows[t->shown.count];
	row->cells = copy_strings(d, t->shown.column_count, cells);
	row->numbers = numbers_of(d, t->shown.column_count, cells);
	row->is_total = is_total;
	if (row->cells && row->numbers)
		t->shown.count++;
}

static bool copy_series(
	relais_document *d, chart_series *to, const chart_series *from, size_t points)
{
	double *values = from->values ? take(d, points, sizeof *values) : NULL;
	bool *missing = take(d, points, sizeof *missing);

	if ((from->values && !values) || !missing)
		return false;
	for (size_t i = 0; i < points; i++) {
		if (values)
			values[i] = from->values[i];
		missing[i] = from->missing && from->missing[i];
	}
	to->name = document_copy(d, from->name);
	to->values = values;
	to->missing = missing;
	to->labels = copy_strings(d, points, from->labels);
	to->numbers = numbers_of(d, points, from->labels);
	to->is_reference = from->is_reference;
	return true;
}

static const chart *copy_chart(relais_document *d, const chart *from)
{
	chart *to = take(d, 1, sizeof *to);
	chart_series *series = take(d, from->series_count, sizeof *series);

	if (!to || !series)
		return NULL;
	for (size_t i = 0; i < from->series_count; i++)
		if (!copy_series(d, &series[i], &from->series[i], from->points))
			return NULL;
	to->type = from->type;
	to->points = from->points;
	to->names = copy_strings(d, from->points, from->names);
	to->series_count = from->series_count;
	to->series = series;
	to->unit = document_copy(d, from->unit);
	to->description = document_copy(d, from->description);
	return to;
}

block *section_chart(relais_document *d, section *s, const char *title, const chart *drawing)
{
	const chart *copy = copy_chart(d, drawing);
	block *b = copy ? append(s, take(d, 1, sizeof *b), BLOCK_CHART) : NULL;

	if (!b)
		return NULL;
	b->title = document_copy(d, title);
	b->drawing = copy;
	return b;
}

void document_figure(relais_document *d, const char *in_section, const char *name,
	const char *indicator, const char *group, const char *period, const char *value,
	const char *flag)
{
	figure *f = take(d, 1, sizeof *f);

	if (!f)
		return;
	f->section = document_copy(d, in_section);
	f->figure = document_copy(d, name);
	f->indicator = document_copy(d, indicator);
	f->group = document_copy(d, group);
	f->period = document_copy(d, period);
	f->value = document_copy(d, value);
	f->flag = document_copy(d, flag);
	if (d->last_figure)
		d->last_figure->next = f;
	else
		d->first_figure = f;
	d->last_figure = f;
	d->figure_count++;
}
