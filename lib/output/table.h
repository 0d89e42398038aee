/* SPDX-License-Identifier: MIT
 * What the table knows while it is written, and what it does where there is no room for it.
 */
#ifndef OUTPUT_TABLE_H
#define OUTPUT_TABLE_H

#include "../base/arena.h"
#include "writer.h"

enum { TABLE_BETWEEN = 2 };

typedef struct table {
	arena memory;
	int *widths;
	bool *is_cut; /* a column of free text that may end in an ellipsis */
	bool *is_lifted; /* said once, above: the same in every row */
	bool *is_left_out; /* named below: there is no room for it */
	int *floors; /* widths under which nothing is cut */
	const char **kept; /* cells of the rows looked at, as shown */
	size_t kept_rows;
	bool is_streaming;
	bool is_by_record; /* a block for each row, a line for each column, */
	int title_width; /* whose titles are so wide */
	text cell;
} table;

/* Makes what was kept fit the terminal; `is_whole`: there is no other row. */
void table_fit(const writer *w, table *t, bool is_whole);
/* Leaves out the columns that matter least, by what the question says of them; false: nothing makes a table. */
bool table_choose(const writer *w, table *t, bool is_whole);
/* Composes what is said below of columns that were left out; nothing when there are none. */
void table_add_left_out(writer *w, const table *t);
/* Composes the lines that say what is the same in every row, and an empty one. */
void table_add_lifted(writer *w, const table *t);
/* Composes a line of a block: what a column is called, and its cell. */
void table_add_field(writer *w, const table *t, size_t column, const char *shown);

#endif
