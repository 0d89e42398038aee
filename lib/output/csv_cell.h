/* SPDX-License-Identifier: MIT
 * One CSV cell, for whoever writes a line of them.
 */
#ifndef OUTPUT_CSV_CELL_H
#define OUTPUT_CSV_CELL_H

#include "../base/text.h"

/* Quoted only when it must be; NULL is empty. */
void csv_cell(text *line, const char *cell);
/* The same for free text: a cell a spreadsheet would run as a formula is disarmed. */
void csv_text_cell(text *line, const char *cell);

#endif
