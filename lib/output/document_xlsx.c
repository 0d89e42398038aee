/* SPDX-License-Identifier: MIT
 * A document as a workbook: contents, a sheet per section, the list of its figures. A number is a
 * number whose format says it as the note does, unit and marks included; everything else is
 * text, whatever it begins with. A chart is drawn by the spreadsheet from cells beside it,
 * which hold the figures as told: never more decimals than the note gives.
 */
#include <stdlib.h>
#include <string.h>
#include <late/xlsxwriter.h>

#include "../base/error.h"
#include "../base/words.h"
#include "chart.h"
#include "render.h"
#include "sketch.h"
#include "xlsx_check.h"
#include "xlsx_format.h"
#include "xlsx_parts.h"
#include "xlsx_sketch.h"
#include "xlsx_words.h"

enum { CHART_ROWS = 17, MOST_FORMATS = 64 };

typedef struct numeric {
	char code[XLSX_FORMAT_SIZE];
	bool is_bold;
	lxw_format *format;
} numeric;

typedef struct book {
	const relais_document *document;
	lxw_workbook *file;
	lxw_worksheet *sheet, *cover;
	lxw_row_t row; /* the next free one */
	lxw_row_t listed; /* the row of the cover for the next sheet */
	lxw_format *title, *heading, *head, *head_right, *wrapped, *bold, *small, *link;
	lxw_format *right, *right_bold;
	numeric numbers[MOST_FORMATS];
	size_t number_count;
	lxw_error failed; /* the first refusal */
	uint64_t repeated; /* texts written where one was */
} book;

static void note_error(book *b, lxw_error said)
{
	if (b->failed == LXW_NO_ERROR)
		b->failed = said;
}

static void put(book *b, lxw_col_t column, const char *said, lxw_format *how)
{
	if (said && *said)
		note_error(b, xlsx_words(b->sheet, b->row, column, said, how));
}

static void put_line(book *b, const char *said, lxw_format *how)
{
	if (!said || !*said)
		return;
	put(b, 0, said, how);
	b->row++;
}

/* A workbook has one format per way of saying, as long as there are not too many. */
static lxw_format *number_format_of(book *b, const char *code, bool is_bold)
{
	lxw_format *made;

	for (size_t i = 0; i < b->number_count; i++)
		if (b->numbers[i].is_bold == is_bold && !strcmp(b->numbers[i].code, code))
			return b->numbers[i].format;
	made = workbook_add_format(b->file);
	if (!made)
		return NULL;
	format_set_num_format(made, code);
	format_set_align(made, LXW_ALIGN_RIGHT);
	format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
	if (is_bold)
		format_set_bold(made);
	if (b->number_count < MOST_FORMATS) {
		numeric *kept = &b->numbers[b->number_count++];

		memcpy(kept->code, code, strlen(code) + 1);
		kept->is_bold = is_bold;
		kept->format = made;
	}
	return made;
}

/* `said` as the number it stands for; false when it stands for none that a cell keeps whole. */
static bool put_number(
	book *b, lxw_col_t column, const char *said, const char *exact, bool is_bold)
{
	char code[XLSX_FORMAT_SIZE];
	double value;

	if (!exact || !xlsx_is_exact(exact, &value) ||
		!xlsx_format(said, b->document->lang, code))
		return false;
	note_error(b, worksheet_write_number(b->sheet, b->row, column, value,
			      number_format_of(b, code, is_bold)));
	return true;
}

/* Tall enough for the cell that takes most lines. */
static void set_height(book *b, const char *const *cells, size_t count)
{
	int lines = 1;

	for (size_t i = 0; i < count; i++) {
		int one = xlsx_lines(cells[i], i ? XLSX_OTHER_WIDTH : XLSX_FIRST_WIDTH);

		lines = one > lines ? one : lines;
	}
	if (lines > 1)
		note_error(
			b, worksheet_set_row(b->sheet, b->row, lines * XLSX_LINE_HEIGHT, NULL));
}

static void put_table(book *b, const block *table)
{
	int head = 1;

	put_line(b, table->title, b->bold);
	for (size_t i = 0; i < table->column_count; i++) {
		const table_column *column = &table->columns[i];
		int lines =
			xlsx_lines(column->title, i ? XLSX_OTHER_WIDTH - 2 : XLSX_FIRST_WIDTH);

		head = lines > head ? lines : head;
		put(b, (lxw_col_t)i, column->title,
			column->is_number ? b->head_right : b->head);
	}
	if (head > 1)
		note_error(
			b, worksheet_set_row(b->sheet, b->row, head * XLSX_LINE_HEIGHT, NULL));
	b->row++;
	for (size_t r = 0; r < table->count; r++, b->row++) {
		const table_row *row = &table->rows[r];

		set_height(b, row->cells, table->column_count);
		for (size_t i = 0; i < table->column_count; i++) {
			lxw_format *how = row->is_total ? b->bold : b->wrapped;

			if (table->columns[i].is_number)
				how = row->is_total ? b->right_bold : b->right;
			if (!put_number(b, (lxw_col_t)i, row->cells[i], row->numbers[i],
				    row->is_total))
				put(b, (lxw_col_t)i, row->cells[i], how);
		}
	}
	put_line(b, table->note, b->small);
}

static void put_figures(book *b, const block *figures)
{
	for (size_t i = 0; i < figures->count; i++, b->row++) {
		const key_figure *one = &figures->figures[i];

		put(b, 0, one->label, b->wrapped);
		if (!put_number(b, 1, one->value, one->number, true))
			put(b, 1, one->value, b->right_bold);
		put(b, 2, one->detail, NULL);
	}
}

/* What is drawn or said, in cells: a point without a told figure is an empty cell, hence a gap. */
static void put_points(book *b, const chart *c)
{
	for (size_t s = 0; s < c->series_count; s++)
		put(b, (lxw_col_t)(s + 1), c->series[s].name, b->head_right);
	put(b, 0, c->unit, b->head);
	b->row++;
	for (size_t i = 0; i < c->points; i++, b->row++) {
		put(b, 0, c->names[i], b->wrapped);
		for (size_t s = 0; s < c->series_count; s++) {
			const chart_series *one = &c->series[s];

			if (one->labels && one->numbers)
				put_number(b, (lxw_col_t)(s + 1), one->labels[i],
					one->numbers[i], false);
		}
	}
}

static void add_series(book *b, lxw_chart *drawing, const chart *c, lxw_row_t first)
{
	const char *name = b->sheet->name;
	size_t drawn = c->type == CHART_SLOPE ? 2 : c->points;
	lxw_row_t last = first + (lxw_row_t)drawn - 1;

	for (size_t s = 0; s < c->series_count; s++) {
		lxw_chart_series *one;
		lxw_col_t column = (lxw_col_t)(s + 1);
		lxw_chart_line dashed = {
			.color = 0x6B7785, .dash_type = LXW_CHART_LINE_DASH_DASH, .width = 1.5F
		};

		if (!c->series[s].values)
			continue;
		one = chart_add_series(drawing, NULL, NULL);
		if (!one) {
			note_error(b, LXW_ERROR_MEMORY_MALLOC_FAILED);
			return;
		}
		chart_series_set_categories(one, name, first, 0, last, 0);
		chart_series_set_values(one, name, first, column, last, column);
		if (c->series[s].name && *c->series[s].name)
			chart_series_set_name_range(one, name, first - 1, column);
		if (c->series[s].is_reference)
			chart_series_set_line(one, &dashed);
	}
}

static void put_chart(book *b, const block *shown)
{
	const chart *c = shown->drawing;
	lxw_chart_options where = { .x_offset = 8 };
	lxw_row_t top = b->row;
	lxw_chart *drawing;

	if (!chart_is_drawable(c) || c->type == CHART_HEAT) { /* no spreadsheet has one */
		put_line(b, c->description, b->wrapped);
		return;
	}
	put_line(b, shown->title, b->bold);
	put_points(b, c);
	drawing = workbook_add_chart(
		b->file, c->type == CHART_BARS ? LXW_CHART_BAR : LXW_CHART_LINE);
	if (!drawing) {
		note_error(b, LXW_ERROR_MEMORY_MALLOC_FAILED);
		return;
	}
	add_series(b, drawing, c, b->row - (lxw_row_t)c->points);
	xlsx_words_above(drawing, shown->title);
	if (c->type == CHART_BARS) { /* the first on top, as in the note */
		chart_axis_set_reverse(drawing->y_axis);
		chart_axis_set_crossing_max(drawing->y_axis);
	}
	if (c->series_count < 2)
		chart_legend_set_position(drawing, LXW_CHART_LEGEND_NONE);
	else
		chart_legend_set_position(drawing, LXW_CHART_LEGEND_BOTTOM);
	note_error(b, xlsx_words_insert(b->sheet, top, (lxw_col_t)(c->series_count + 1),
			      drawing, where, c->description));
	if (b->row < top + CHART_ROWS)
		b->row = top + CHART_ROWS;
}

/* Time and land, drawn by the spreadsheet from cells beside. */
static void draw_sketch(book *b, const block *one)
{
	const xlsx_place at = { b->file, b->sheet, &b->row, b->head, b->head_right, b->wrapped,
		number_format_of(b, "dd/mm/yyyy", false), number_format_of(b, "0.0", false),
		b->document->lang };

	put_line(b, one->title, b->bold);
	note_error(b,
		one->sketched->type == SKETCH_MAP ? xlsx_map(&at, one) : xlsx_gantt(&at, one));
}

/* A grid in cells. */
static void put_sketch(book *b, const block *one)
{
	arena memory = { 0 };
	block table;

	if (!sketch_is_drawable(one->sketched)) {
		put_line(b, one->sketched->description, b->wrapped);
		return;
	}
	if (one->sketched->type != SKETCH_GRID) {
		draw_sketch(b, one);
		return;
	}
	if (sketch_as_table(&memory, one, &table))
		put_table(b, &table);
	else
		note_error(b, LXW_ERROR_MEMORY_MALLOC_FAILED);
	arena_free(&memory);
}

static void put_block(book *b, const block *one)
{
	switch (one->type) {
	case BLOCK_PARAGRAPH: put_line(b, one->text, b->wrapped); break;
	case BLOCK_CALLOUT: put_line(b, one->text, b->bold); break;
	case BLOCK_METHOD: put_line(b, one->text, b->small); break;
	case BLOCK_LIST:
		for (size_t i = 0; i < one->count; i++)
			put_line(b, one->items[i], b->wrapped);
		break;
	case BLOCK_FIGURES: put_figures(b, one); break;
	case BLOCK_TABLE: put_table(b, one); break;
	case BLOCK_CHART: put_chart(b, one); break;
	case BLOCK_SKETCH: put_sketch(b, one); break;
	}
	b->row++;
}

/* Names are told apart without case; a second one of the same name gets a number. */
static void start_sheet(book *b, const char *title)
{
	char name[XLSX_NAME_SIZE], numbered[XLSX_NAME_SIZE + 16];

	xlsx_sheet_name(title, name);
	memcpy(numbered, name, sizeof name);
	for (int i = 2; workbook_get_worksheet_by_name(b->file, numbered) && i < 1000; i++) {
		char longer[XLSX_NAME_SIZE + 16];

		snprintf(longer, sizeof longer, "%d %s", i, name);
		xlsx_sheet_name(longer, numbered);
	}
	b->sheet = workbook_add_worksheet(b->file, numbered);
	b->row = 0;
	if (!b->sheet) {
		note_error(b, LXW_ERROR_SHEETNAME_ALREADY_USED);
		return;
	}
	worksheet_set_column(b->sheet, 0, 0, XLSX_FIRST_WIDTH, NULL);
	worksheet_set_column(b->sheet, 1, 12, XLSX_OTHER_WIDTH, NULL);
	worksheet_freeze_panes(b->sheet, 1, 0);
	worksheet_set_paper(b->sheet, 9); /* A4 */
	worksheet_set_landscape(b->sheet);
	worksheet_fit_to_pages(b->sheet, 1, 0);
	worksheet_repeat_rows(b->sheet, 0, 0);
}

static void put_cover(book *b)
{
	const relais_document *d = b->document;

	start_sheet(b, words(d->lang, "Contents"));
	if (!b->sheet)
		return;
	put_line(b, d->title, b->title);
	put_line(b, d->subtitle, b->wrapped);
	put_line(b, d->edition, b->small);
	b->row++;
	b->cover = b->sheet;
	b->listed = b->row;
	for (const section *s = d->first; s; s = s->next)
		b->row++;
	b->row += 2; /* the list of figures, and a blank line */
	put_line(b, d->contact, b->small);
	put_line(b, d->licence, b->small);
}

/* A line of the contents leads to the sheet that was just started, whose name is known by now. The
 * link is given that name, and the cell its title after that: a title may be longer than a link. */
static void list_sheet(book *b, const char *title)
{
	char link[XLSX_LINK_SIZE];

	xlsx_link(b->sheet->name, link);
	note_error(b, worksheet_write_url_opt(
			      b->cover, b->listed, 0, link, b->link, b->sheet->name, NULL));
	if (title && *title) {
		note_error(b, xlsx_words(b->cover, b->listed, 0, title, b->link));
		b->repeated++;
	}
	b->listed++;
}

static void put_sections(book *b)
{
	for (const section *s = b->document->first; s; s = s->next) {
		start_sheet(b, s->title);
		if (!b->sheet)
			return;
		list_sheet(b, s->title);
		put_line(b, s->title, b->heading);
		b->row++;
		for (const block *one = s->first; one; one = one->next)
			put_block(b, one);
	}
}

/* The same rows as --format csv, under the same names. */
static void put_list(book *b)
{
	static const char *const names[] = { "section", "figure", "indicator", "group",
		"period", "value", "flag" };

	start_sheet(b, words(b->document->lang, "Figures"));
	if (!b->sheet)
		return;
	list_sheet(b, words(b->document->lang, "Figures"));
	for (lxw_col_t i = 0; i < 7; i++)
		put(b, i, names[i], b->head);
	b->row++;
	for (const figure *f = b->document->first_figure; f; f = f->next, b->row++) {
		const char *const cells[] = { f->section, f->figure, f->indicator, f->group,
			f->period, NULL, f->flag };
		double value;

		for (lxw_col_t i = 0; i < 7; i++)
			put(b, i, cells[i], NULL);
		if (f->value && xlsx_is_exact(f->value, &value))
			note_error(b, worksheet_write_number(b->sheet, b->row, 5, value, NULL));
		else
			put(b, 5, f->value, NULL);
	}
	worksheet_autofilter(b->sheet, 0, 0, b->row - 1, 6);
}

static bool make_formats(book *b)
{
	lxw_format **const all[] = { &b->title, &b->heading, &b->head, &b->head_right,
		&b->wrapped, &b->bold, &b->small, &b->right, &b->right_bold, &b->link };

	for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
		*all[i] = workbook_add_format(b->file);
		if (!*all[i])
			return false;
		format_set_text_wrap(*all[i]);
		format_set_align(*all[i], LXW_ALIGN_VERTICAL_TOP);
	}
	format_set_font_size(b->title, 16);
	format_set_font_size(b->heading, 13);
	format_set_font_size(b->small, 9);
	format_set_bold(b->title);
	format_set_bold(b->heading);
	format_set_bold(b->head);
	format_set_bold(b->head_right);
	format_set_bold(b->bold);
	format_set_bold(b->right_bold);
	format_set_underline(b->link, LXW_UNDERLINE_SINGLE);
	format_set_font_color(b->link, 0x0B5A70);
	format_set_bottom(b->head, LXW_BORDER_THIN);
	format_set_bottom(b->head_right, LXW_BORDER_THIN);
	format_set_align(b->head_right, LXW_ALIGN_RIGHT);
	format_set_align(b->right, LXW_ALIGN_RIGHT);
	format_set_align(b->right_bold, LXW_ALIGN_RIGHT);
	return true;
}

static relais_status write_book(book *b, FILE *into, relais_error *err)
{
	lxw_doc_properties about = { .created = XLSX_MADE_ON };
	char path[32];
	lxw_error said;

	snprintf(path, sizeof path, "/dev/fd/%d", fileno(into));
	b->file = workbook_new(path);
	if (!b->file)
		return fail_memory(err);
	if (!make_formats(b)) {
		lxw_workbook_free(b->file);
		return fail_memory(err);
	}
	about.title = (char *)(uintptr_t)b->document->title; /* only read */
	workbook_set_properties(b->file, &about);
	put_cover(b);
	put_sections(b);
	if (b->sheet)
		put_list(b);
	if (b->failed != LXW_NO_ERROR) {
		lxw_workbook_free(b->file);
		said = b->failed;
	} else {
		said = workbook_close(b->file);
	}
	if (said != LXW_NO_ERROR)
		return fail(
			err, RELAIS_E_IO, "cannot write the workbook: %s", lxw_strerror(said));
	return RELAIS_OK;
}

relais_status document_as_xlsx(FILE *out, const relais_document *d, relais_error *err)
{
	book *b = calloc(1, sizeof *b);
	FILE *made = b ? tmpfile() : NULL;
	relais_status rc;

	if (!b)
		return fail_memory(err);
	if (!made) {
		free(b);
		return fail(err, RELAIS_E_IO,
			"cannot make a temporary file: is there room in the temporary folder?");
	}
	b->document = d;
	rc = xlsxwriter_load(err);
	if (rc == RELAIS_OK)
		rc = write_book(b, made, err);
	if (rc == RELAIS_OK)
		rc = xlsx_check(made, (xlsx_written){ .repeated = b->repeated }, err);
	if (rc == RELAIS_OK)
		rc = xlsx_send(out, made, err);
	fclose(made);
	free(b);
	return rc;
}
