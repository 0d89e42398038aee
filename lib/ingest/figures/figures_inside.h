/* SPDX-License-Identifier: MIT
 * What the files that make figures of records share; nobody else includes it.
 */
#ifndef INGEST_FIGURES_INSIDE_H
#define INGEST_FIGURES_INSIDE_H

#include "figures.h"
#include "../registers/made.h"
#include "relations.h"

enum { WORD_SIZE = 64 };

/* What certain cells have shown of how the others are to be read. */
typedef struct evidence {
	uint64_t commas, points; /* as decimal marks */
	uint64_t percents, fractions; /* of an indicator: certainly percent; between 0 and 1 */
	bool is_said, is_rounded; /* told of */
} evidence;

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
	evidence *shown, whole; /* by column, or by indicator where one column has all */
	size_t shown_count;
	bool no_memory;
	uint64_t flagged; /* letters after a value, which are not kept */
	uint64_t unclear; /* put aside */
	map lives; /* id (its 8 bytes) of offices with an end or a beginning → place in `life` */
	struct life *life;
	bool has_bureaux; /* in the register */
	stmt *put_aside;
};

/* First and last day of an office. */
typedef struct life {
	relais_day opened, closed;
} life;

/* figure_life.c: offices that opened or closed; a figure outside is doubtful, never lost. */
relais_status lives_load(figures *f, relais_error *err) MUST_CHECK;
bool check_life(figures *f, int64_t office, relais_period p, spot at);

/* Where a figure stands and what it is about. */
typedef struct about {
	int64_t office, indicator;
	relais_period period;
	spot at;
	unit unit; /* that the heading says */
	bool is_computed; /* a number of a workbook with more decimals than can be kept */
} about;

/* figure_value.c: the value cell of a figure; `flag` (may be "") tells why an empty one is. */
relais_status take_value(figures *f, const about *a, const char *cell, size_t length,
	const char *flag, relais_error *err) MUST_CHECK;
/* A number already read: brought to its indicator's unit, checked, then staged. */
relais_status stage_number(
	figures *f, const about *a, number n, const char *cell, relais_error *err) MUST_CHECK;
/* "123 e": the length of the number, without what statisticians say of how sure it is. */
size_t without_flag(const char *cell, size_t length);
/* Of a workbook, 0.333333333333333: then *out is near it. */
bool is_computed(const figures *f, const char *cell, number *out);
/* 1,234 or 1.234: thousands or decimals? */
bool is_unclear(const char *cell, size_t length);

/* figure_aside.c: figures that wait for the end of the file. */
relais_status aside_open(figures *f, relais_error *err) MUST_CHECK;
void note_point(figures *f, const about *a); /* a decimal point was read */
void note_marks(figures *f, const about *a, const char *cell); /* of a number that is clear */
bool is_first_rounded(figures *f, const about *a); /* of its column */
bool waits_for_percent(figures *f, const about *a, number n, const char *cell);
relais_status set_aside(
	figures *f, const about *a, const char *cell, relais_error *err) MUST_CHECK;
relais_status aside_settle(figures *f, relais_error *err) MUST_CHECK;

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
