/* SPDX-License-Identifier: MIT
 * What a workbook of rows and a workbook of a document share.
 */
#ifndef OUTPUT_XLSX_PARTS_H
#define OUTPUT_XLSX_PARTS_H

#include <relais.h>

#include "../base/attributes.h"

enum {
	XLSX_NAME_LENGTH = 31, /* of a sheet, in characters */
	XLSX_NAME_SIZE = XLSX_NAME_LENGTH * 4 + 1,
	XLSX_LINK_SIZE = XLSX_NAME_SIZE + 16,
	XLSX_MADE_ON = 315532800 /* 1980-01-01: no clock in what we write */
};

/* Excel refuses []:*?/\ in the name of a sheet and an apostrophe at its ends. */
void xlsx_sheet_name(const char *title, char out[XLSX_NAME_SIZE]);
/* The address of the first cell of a sheet that is called so, for a link within the workbook. */
void xlsx_link(const char *name, char out[XLSX_LINK_SIZE]);
/* How many lines a cell of a column so wide takes, one at least: some spreadsheets do not look for
 * themselves. */
int xlsx_lines(const char *said, int width);
enum { XLSX_FIRST_WIDTH = 46, XLSX_OTHER_WIDTH = 17, XLSX_LINE_HEIGHT = 15 /* points */ };
/* Digits kept whole by the floating point of a spreadsheet; more of them stay text. */
bool xlsx_is_exact(const char *cell, double *value);
/* The finished archive, from its temporary file to where it goes. */
relais_status xlsx_send(FILE *out, FILE *from, relais_error *err) MUST_CHECK;

#endif
