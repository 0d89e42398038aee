/* SPDX-License-Identifier: MIT
 * Words of a document in a workbook, as people may be shown them. The library that writes it marks control
 * characters in cells, but copies them as they are in what it draws from these cells, and
 * a spreadsheet then refuses the workbook.
 */
#ifndef OUTPUT_XLSX_WORDS_H
#define OUTPUT_XLSX_WORDS_H

#include <late/xlsxwriter.h>

lxw_error xlsx_words(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *said,
	lxw_format *how);
/* Over what is drawn; NULL: nothing. */
void xlsx_words_above(lxw_chart *drawing, const char *said);
/* Puts it over the sheet; `description` is for those who do not see it, NULL for none. */
lxw_error xlsx_words_insert(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
	lxw_chart *drawing, lxw_chart_options where, const char *description);

#endif
