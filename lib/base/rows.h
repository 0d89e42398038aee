/* SPDX-License-Identifier: MIT
 * What is behind a relais_rows: a source of rows that says row, end or error; and the
 * usual one, a list of rows built in memory (small answers).
 */
#ifndef BASE_ROWS_H
#define BASE_ROWS_H

#include <relais.h>

#include "arena.h"
#include "attributes.h"
#include "number.h"

struct relais_rows {
	const relais_column *columns; /* static, or owned by `self` */
	size_t count;
	relais_status (*next)(void *self, relais_row *row, relais_error *err);
	void (*close)(void *self);
	void *self;
	/* What people need where there is no room for all: names of columns, the most important first, up to a bar
	 * those that must be there; behind free text, the least width that says something:
	 * "code label:24 | late". One that the answer has not is passed over. NULL: all matter alike. */
	const char *main;
};

/* Takes `self`: close is called on it when memory runs out. */
relais_status rows_new(relais_rows **out, const relais_column *columns, size_t count,
	relais_status (*next)(void *, relais_row *, relais_error *), void (*close)(void *),
	void *self, relais_error *err) MUST_CHECK;

/* Says so of rows that were just made, whatever came of it; `main` is static. Returns `rc`. */
relais_status rows_with_main(relais_rows **made, const char *main, relais_status rc);

/* Reading by name: -1 when there is no such column; NULL for a blank, or when the column is not there. */
int rows_column(const relais_rows *rows, const char *name);
const char *row_cell(const relais_row *row, int column);

/* A list: cells are copied in, one after another, left to right; each `_end_row` closes a row
 * of exactly the columns' count (fewer: the rest is NULL). Memory failure is kept and
 * reported by rowlist_rows. */
typedef struct rowlist rowlist;
rowlist *rowlist_new(const relais_column *columns, size_t count); /* NULL: no memory */
void rowlist_text(rowlist *list, const char *cell); /* NULL: empty */
void rowlist_count(rowlist *list, int64_t value);
void rowlist_number(rowlist *list, number value);
/* With six decimals; what is no number is empty. */
void rowlist_real(rowlist *list, double value);
void rowlist_period(rowlist *list, relais_period period);
void rowlist_day(rowlist *list, relais_day day); /* RELAIS_NO_DAY: empty */
void rowlist_null(rowlist *list);
void rowlist_as(rowlist *list, relais_type type); /* the last cell, which its column is not */
void rowlist_end_row(rowlist *list);
void rowlist_free(rowlist *list);
/* Takes the list, whatever the outcome. */
relais_status rowlist_rows(rowlist *list, relais_rows **out, relais_error *err) MUST_CHECK;

#endif
