/* SPDX-License-Identifier: MIT
 * Time and land in a workbook, drawn by the spreadsheet from cells beside: bars stacked behind a part that
 * is not seen are a Gantt, dots across two measures are a map.
 */
#ifndef OUTPUT_XLSX_SKETCH_H
#define OUTPUT_XLSX_SKETCH_H

#include <late/xlsxwriter.h>

#include "../report/document.h"

/* How cells of a workbook look, and where the next ones go. */
typedef struct xlsx_place {
	lxw_workbook *file;
	lxw_worksheet *sheet;
	lxw_row_t *row; /* the next free one */
	lxw_format *head, *head_right, *wrapped, *day, *decimal;
	relais_lang lang;
} xlsx_place;

/* Of a sketch that is drawable. */
lxw_error xlsx_gantt(const xlsx_place *at, const block *one);
lxw_error xlsx_map(const xlsx_place *at, const block *one);

#endif
