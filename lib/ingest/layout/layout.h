/* SPDX-License-Identifier: MIT
 * What a file's columns are: the heading lines found under its title lines, the kind their words
 * name, the role of each column. A figure's column carries what its headings say of it (office,
 * indicator, period); its row says the rest, and what neither says is constant. The shape of a
 * file is nothing but which of the three stand across.
 */
#ifndef INGEST_LAYOUT_H
#define INGEST_LAYOUT_H

#include "../../input/reader.h"
#include "../../model/kind.h"
#include "../../base/text.h"
#include "../registers/cell.h"
#include "heading_unit.h"
#include "sheet.h"

#define LAYOUT_NONE ((size_t)-1)

typedef enum role {
	ROLE_UNUSED,
	ROLE_COLUMN, /* says something of the row: `which` is a column of the kind */
	ROLE_FIGURE,
	ROLE_FLAG, /* of the figure in field `which` */
	ROLE_TOTAL, /* computed: the sum of the row's figures */
	ROLE_CHANGE /* computed: from the figure in field `from` to the one in `which` */
} role;

typedef struct layout_column {
	role role;
	size_t which, from;
	const char *heading;
	const char *why; /* N_() when the heading alone does not say its role, else NULL */
	/* Of a figure, 0 and NULL when the row says it: */
	int64_t office, indicator;
	const char *new_office, *new_indicator; /* to be made from the headings */
	relais_period period; /* below PERIOD_PER_YEAR: a part of a year said elsewhere */
	size_t flag; /* field of its flag, or LAYOUT_NONE */
	unit unit; /* of a figure or a total: said by the heading, or by the profile */
	/* By the profile: its role here, and the other field for a cell that is empty in this. */
	const char *given;
	size_t rank, next;
} layout_column;

/* What stands across. */
enum { ACROSS_OFFICE = 1, ACROSS_INDICATOR = 2, ACROSS_PERIOD = 4 };

/* A line above the headings: a title, or a label with its value. */
typedef struct layout_above {
	unsigned long line;
	const char *label, *value; /* value NULL: a title */
} layout_above;

typedef struct layout {
	profile *profile; /* NULL: none */
	const char **headings; /* of the columns, for a profile */
	const kind *kind;
	unsigned across; /* 0: long */
	unsigned long first_line, line; /* of the headings; `line` is where they end */
	size_t depth; /* how many lines they are */
	size_t count;
	layout_column *columns;
	size_t *at; /* by column of the kind: field of the file, or LAYOUT_NONE */
	size_t match_at; /* of a register of offices: the field that says which, or LAYOUT_NONE */
	bool has_row_slot; /* rows say the month, columns the year */
	bool merges_offices; /* an empty office is the one above */
	/* Said above the headings or by the file's name, 0: nowhere. */
	int year;
	relais_period period;
	int64_t office, indicator;
	unsigned long said_on; /* line of the office, indicator or period above; 0: the name */
	unit unit; /* said above the headings, of amounts or of all */
	unsigned long unit_line;
	unsigned by_sheet; /* which of them the sheet's name says, as what stands across */
	layout_above *above;
	size_t above_count;
	bool is_workbook; /* its numbers were computed, and people see them rounded */
	bool is_ours; /* the headings we write ourselves: decimal point, ISO periods */
	size_t matched;
	arena memory;
} layout;

/* Reads up to the headings and a little beyond; says to `t` what it leaves out. */
relais_status layout_find(layout *out, source *src, const dialect *d, profile *p,
	const relais_import_options *options, const directories *known, told *t,
	relais_error *err) MUST_CHECK;
void layout_free(layout *l);

/* Adds the cell of a row under a heading, or the value of a label above the headings; false: there
 * is neither. */
bool layout_lookup(
	const layout *l, const record *r, const char *name, size_t length, text *out);

/* The field that says a column of the kind in a record, LAYOUT_NONE when there is none: of several
 * the first that is filled. */
static inline size_t layout_field(const layout *l, const record *r, size_t column)
{
	size_t field = l->at[column], first = field;

	while (field != LAYOUT_NONE && (field >= r->count || r->lengths[field] == 0))
		field = l->columns[field].next;
	return field == LAYOUT_NONE ? first : field;
}

/* What it holds, "" when there is none. */
static inline const char *layout_cell(const layout *l, const record *r, size_t column)
{
	size_t field = layout_field(l, r, column);

	return field != LAYOUT_NONE && field < r->count ? r->fields[field] : "";
}
/* The same, or what the profile makes of the row, in `made`. */
bool layout_constant(const layout *l, const record *r, const char *column, text *made);

#endif
