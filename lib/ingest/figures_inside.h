/* SPDX-License-Identifier: MIT
 * What the files that make figures of records share; nobody else includes it.
 */
#ifndef INGEST_FIGURES_INSIDE_H
#define INGEST_FIGURES_INSIDE_H

#include "figures.h"
#include "made.h"
#include "relations.h"

enum { WORD_SIZE = 64 };

struct figures {
	relais_store *store;
	const layout *layout;
	directories *known;
	const relais_import_options *options;
	told *told;
	maker maker;
	limits_table limits;
	staging *staging;
	relations relations;
	int64_t office, indicator; /* constants of the file, 0: by row or column */
	size_t columns; /* of figures */
	int64_t above; /* the office of the row above, for merged cells */
	unsigned long above_line; /* of an office that was refused; 0: it was not */
	bool was_merged; /* said once */
	char period_text[WORD_SIZE]; /* the last period read, and what it was */
	relais_period period;
	uint64_t points, commas; /* decimal marks seen for certain */
	uint64_t flagged; /* letters after a value, which are not kept */
	uint64_t unclear;
	stmt *put_aside;
};

/* Where a figure stands and what it is about. */
typedef struct about {
	int64_t office, indicator;
	relais_period period;
	spot at;
	int scale; /* power of ten that the heading's unit asks for */
} about;

/* figure_value.c: the value cell of a figure; `flag` (may be "") tells why an empty one is. */
relais_status take_value(figures *f, const about *a, const char *cell, size_t length,
	const char *flag, relais_error *err) MUST_CHECK;
/* A number already read: checked, then staged. */
relais_status stage_number(
	figures *f, const about *a, number n, const char *cell, relais_error *err) MUST_CHECK;

/* figure_period.c: the period of a record: in full, or the part of a year when its columns say the
 * year; 0: said and rejected. */
relais_period read_period(figures *f, const record *r, spot at);
/* That of a column's figure, `row` being what its record says; 0: said and rejected. */
relais_period period_of_column(
	figures *f, const record *r, const layout_column *c, relais_period row, spot at);
bool is_future(const figures *f, relais_period p);
/* False: in the future, said and rejected. */
bool check_period(figures *f, relais_period p, const char *spelled, spot at);

#endif
