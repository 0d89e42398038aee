/* SPDX-License-Identifier: MIT
 * An Excel workbook: numbers and days are numbers and days in the cells, text is text (a formula
 * cannot come of it). Built in constant memory in a nameless temporary file, because a zip
 * archive cannot be streamed, then copied; the same rows give the same bytes.
 */
#include <stdlib.h>
#include <string.h>
#include <late/xlsxwriter.h>

#include "../base/date.h"
#include "../base/error.h"
#include "writer.h"
#include "xlsx_check.h"
#include "xlsx_parts.h"

enum { EXCEL_EPOCH = 25569 }; /* 1970-01-01 */

typedef struct workbook {
	FILE *file;
	lxw_workbook *book;
	lxw_worksheet *sheet;
	lxw_format *day, *bold;
	uint64_t cells;
} workbook;

static relais_status refuse(writer *w, lxw_error reason)
{
	return fail(w->err, RELAIS_E_IO, "cannot write the workbook: %s", lxw_strerror(reason));
}

static relais_status open_book(writer *w, workbook *x)
{
	lxw_workbook_options options = { .constant_memory = LXW_TRUE };
	lxw_doc_properties about = { .created = XLSX_MADE_ON };
	char path[32], name[XLSX_NAME_SIZE];
	relais_status rc = xlsxwriter_load(w->err);

	if (rc != RELAIS_OK)
		return rc;
	x->file = tmpfile();
	if (!x->file)
		return fail(w->err, RELAIS_E_IO,
			"cannot make a temporary file: is there room in the temporary folder?");
	snprintf(path, sizeof path, "/dev/fd/%d", fileno(x->file));
	x->book = workbook_new_opt(path, &options);
	if (!x->book)
		return fail_memory(w->err);
	workbook_set_properties(x->book, &about);
	xlsx_sheet_name(style_title(w->style), name);
	x->sheet = workbook_add_worksheet(x->book, name);
	x->day = workbook_add_format(x->book);
	x->bold = workbook_add_format(x->book);
	if (!x->sheet || !x->day || !x->bold)
		return fail(w->err, RELAIS_E_IO, "cannot start a sheet named '%s'", name);
	format_set_num_format(
		x->day, w->style->lang == RELAIS_FR ? "dd/mm/yyyy" : "yyyy-mm-dd");
	format_set_bold(x->bold);
	return RELAIS_OK;
}

static relais_status head(writer *w)
{
	workbook *x = calloc(1, sizeof *x);
	relais_status rc;

	w->own = x;
	if (!x)
		return fail_memory(w->err);
	rc = open_book(w, x);
	if (rc != RELAIS_OK)
		return rc;
	worksheet_freeze_panes(x->sheet, 1, 0);
	for (size_t i = 0; i < w->count; i++) {
		double wide = w->columns[i].type == RELAIS_TEXT ? 32 : 16;
		lxw_error said =
			worksheet_set_column(x->sheet, (lxw_col_t)i, (lxw_col_t)i, wide, NULL);

		if (said == LXW_NO_ERROR)
			said = worksheet_write_string(
				x->sheet, 0, (lxw_col_t)i, writer_title(w, i), x->bold);
		if (said != LXW_NO_ERROR)
			return refuse(w, said);
		x->cells++;
	}
	return RELAIS_OK;
}

static lxw_error add_cell(workbook *x, uint32_t row, uint16_t column,
	const relais_column *about, const char *cell)
{
	double value;
	relais_day day;

	if (!cell || !*cell)
		return LXW_NO_ERROR;
	x->cells++;
	if (column_is_number(about) && xlsx_is_exact(cell, &value))
		return worksheet_write_number(x->sheet, row, column, value, NULL);
	if (about->type == RELAIS_DATE && day_read(cell, strlen(cell), &day))
		return worksheet_write_number(
			x->sheet, row, column, (double)day + EXCEL_EPOCH, x->day);
	return worksheet_write_string(x->sheet, row, column, cell, NULL);
}

static relais_status row(writer *w, const relais_row *one)
{
	workbook *x = w->own;

	if (w->rows + 1 >= LXW_ROW_MAX)
		return fail(w->err, RELAIS_E_USAGE,
			"an Excel sheet ends at row %d: ask for csv, or for fewer rows",
			LXW_ROW_MAX);
	for (size_t i = 0; i < w->count; i++) {
		lxw_error said = add_cell(
			x, (uint32_t)w->rows + 1, (uint16_t)i, &w->columns[i], one->cells[i]);

		if (said != LXW_NO_ERROR)
			return fail(w->err, RELAIS_E_USAGE,
				"row %lu, column %s does not fit in an Excel cell: ask for csv",
				(unsigned long)w->rows + 1, w->columns[i].name);
	}
	return RELAIS_OK;
}

static relais_status tail(writer *w)
{
	workbook *x = w->own;
	lxw_error said = workbook_close(x->book);
	relais_status rc;

	x->book = NULL;
	if (said != LXW_NO_ERROR)
		return refuse(w, said);
	rc = xlsx_check(
		x->file, (xlsx_written){ .is_counted = true, .cells = x->cells }, w->err);
	return rc == RELAIS_OK ? xlsx_send(w->out, x->file, w->err) : rc;
}

static void drop(writer *w)
{
	workbook *x = w->own;

	if (!x)
		return;
	if (x->book)
		lxw_workbook_free(x->book);
	if (x->file)
		fclose(x->file);
	free(x);
}

const struct format format_xlsx = { "xlsx", head, row, tail, drop };
