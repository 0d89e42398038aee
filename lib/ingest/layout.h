/* SPDX-License-Identifier: MIT
 * What a file's columns are: the heading line found under its title lines, the kind its words
 * name, the role of each column, the shape of the figures (long, months across, indicators
 * across).
 */
#ifndef INGEST_LAYOUT_H
#define INGEST_LAYOUT_H

#include "../input/reader.h"
#include "../model/kind.h"
#include "cell.h"

typedef enum role {
	ROLE_UNUSED,
	ROLE_COLUMN, /* a column of the kind: `which` is its index */
	ROLE_ACROSS, /* a figure: `which` is the period or the indicator's id */
	ROLE_NEW /* a figure of an indicator to be made from the heading */
} role;

typedef struct layout_column {
	role role;
	int64_t which;
	const char *heading;
} layout_column;

typedef enum shape { SHAPE_LONG, SHAPE_PERIODS, SHAPE_INDICATORS } shape;

typedef struct layout {
	const kind *kind;
	shape shape;
	unsigned long line; /* of the headings */
	size_t count;
	layout_column *columns;
	size_t *at; /* by column of the kind: field of the file, or LAYOUT_NONE */
	int year; /* said above the headings or by the file's name, 0: nowhere */
	bool is_ours; /* the headings we write ourselves: decimal point, ISO periods */
	size_t matched;
	arena memory;
} layout;

#define LAYOUT_NONE ((size_t)-1)

/* Reads up to the headings and a little beyond; says to `t` what it leaves out. */
relais_status layout_find(layout *out, source *src, const dialect *d,
	const relais_import_options *options, const directories *known, told *t,
	relais_error *err) MUST_CHECK;
void layout_free(layout *l);

#endif
