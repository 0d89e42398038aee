/* SPDX-License-Identifier: MIT
 * A crossed table: heads along each side, and a measure where they meet. Margins are heads that
 * leave keys out; their figures are computed over what they cover, never summed up from cells.
 */
#ifndef QUESTION_TABLE_H
#define QUESTION_TABLE_H

#include "../study/inside.h"

/* One line or column: the codes of its first `depth` keys. */
typedef struct head {
	size_t depth;
	const char *const *codes;
} head;

typedef struct side {
	group_keys keys;
	crossing by;
	head *heads; /* in order, a margin after what it covers */
	size_t count;
} side;

/* What one choice of keys makes of the indicator: `depth` of the lines × of the columns. */
typedef struct level {
	crossing by;
	tally *tallies;
	measure *measures;
} level;

typedef struct table {
	study *study;
	bool is_long;
	side lines, columns;
	level levels[MOST_KEYS + 1][MOST_KEYS + 1]; /* line depth, column depth */
	/* The indicator being told, and how far. */
	size_t indicator, line, column;
	const item *what;
	/* The row being said. */
	relais_column *names; /* of the answer */
	size_t name_count;
	const char **cells;
	relais_type *types;
	char (*text)[NUMBER_SIZE];
	char flags[12];
} table;

relais_status side_make(side *a, study *s, bool has_margins, relais_error *err) MUST_CHECK;
void side_free(side *a);

/* NULL: nobody is there. */
const measure *table_measure(const table *t, const head *line, const head *column);
relais_status table_names(table *t, relais_error *err) MUST_CHECK;
/* The next row of the indicator being told; false when there is none left. */
bool table_next_row(table *t, relais_row *row);

#endif
