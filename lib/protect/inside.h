/* SPDX-License-Identifier: MIT
 * A table that need not be ours, as read: its files, its columns by what they are for, its rows as
 * they came, and the cells they make together.
 */
#ifndef PROTECT_INSIDE_H
#define PROTECT_INSIDE_H

#include <relais.h>

#include "../base/arena.h"
#include "../base/map.h"
#include "../base/number.h"
#include "../secrecy/table.h"

enum { COLUMNS_MAX = 64 };

/* What a column is for. From ROLE_DIMENSION on: the dimension of that number. */
enum {
	ROLE_VALUE,
	ROLE_COUNT,
	ROLE_LARGEST,
	ROLE_SECOND,
	ROLE_STATUS,
	ROLES,
	ROLE_OTHER = ROLES, /* passed on */
	ROLE_DIMENSION
};

typedef struct input_row {
	const char **cells; /* by column of the whole */
	const char *input;
	unsigned long line;
	size_t cell;
	number value, largest, second; /* second: decimals −1 when unknown */
	int64_t count;
	char status;
} input_row;

/* One dimension, with the files that say what is under what. */
typedef struct axis {
	const char *name;
	map codes; /* what its hierarchies name: 0 is the total, 1 what is under it */
	int trees;
	const char *files; /* the last of its hierarchies, for messages */
} axis;

typedef struct table_in {
	const relais_protect_options *options;
	secrecy_rule rule;
	tab_audit_options audit;
	tab *cells;
	axis axes[TAB_DIMENSIONS];
	size_t axis_count;
	const char *columns[COLUMNS_MAX]; /* of the whole: in order of first appearance */
	int roles[COLUMNS_MAX];
	size_t column_count;
	input_row *rows;
	size_t row_count, row_room;
	input_row **row_of; /* by cell: the first that made it */
	unsigned long faults;
	arena memory;
} table_in;

/* Reads the thresholds of the options. */
relais_status protect_settings(table_in *in, relais_error *err) MUST_CHECK;
/* Rows of every file. */
relais_status protect_read(table_in *in, const char *path, relais_error *err) MUST_CHECK;
/* What each row measures: numbers, and whether they can be. */
relais_status protect_measure(
	table_in *in, input_row *row, const char *const *cells, relais_error *err) MUST_CHECK;
relais_status protect_hierarchies(table_in *in, relais_error *err) MUST_CHECK;
/* Rows to cells. */
relais_status protect_cells(table_in *in, relais_error *err) MUST_CHECK;
relais_status protect_answer(
	const table_in *in, relais_rows **out, relais_error *err) MUST_CHECK;

bool protect_is_total(const table_in *in, const char *code);
/* The name a role goes by: of the options, else the usual one. */
const char *protect_name(const table_in *in, int role);
/* One fault of many, told at its line; the last word is protect_faults(). */
void protect_fault(table_in *in, const input_row *at, const char *rule, const char *format, ...)
	PRINTF_LIKE(4, 5);
relais_status protect_faults(const table_in *in, relais_error *err);
/* "A × 2024", for messages. */
void protect_spell(const table_in *in, const input_row *row, char *out, size_t size);

#endif
