/* SPDX-License-Identifier: MIT
 * One to three records tried as the headings of one kind.
 */
#ifndef INGEST_LAYOUT_TRY_H
#define INGEST_LAYOUT_TRY_H

#include "heading.h"
#include "layout.h"

enum { HEADING_DEPTH = 3 };

/* What stands above the headings, or in the file's name. */
typedef struct title {
	int year; /* -1: several */
	relais_period period;
	int64_t office, indicator;
	unsigned long line; /* where one of the last three is said; 0: the file's name */
	unit unit;
	unsigned long unit_line;
	unsigned by_sheet; /* or the sheet's: which of them, as what stands across */
} title;

typedef struct trial {
	const relais_import_options *options;
	const directories *known;
	char delimiter;
	const sheet *rows;
	profile *profile; /* NULL: none */
	title title;
} trial;

/* The nearest miss so far, for the message: what the best incomplete reading lacks. */
typedef struct layout_lack {
	const kind *kind;
	size_t matched;
	unsigned long line;
	const char *missing; /* name of a column */
	const char *heading; /* that a profile needs; NULL: no profile, or nothing like it */
	size_t known; /* headings the profile knows, where that one is missing */
	unsigned long profile_line;
} layout_lack;

/* Rows `first` to `first + depth - 1` of the sheet as headings. Fills `out` whether complete or
 * not; the caller frees it. */
relais_status layout_try(layout *out, const kind *k, size_t first, size_t depth,
	const trial *how, bool *complete, layout_lack *lack, relais_error *err) MUST_CHECK;
/* layout_shape.c: what a file of figures lacks, NULL when nothing; gives columns their roles.
 * `said` holds what each heading means, `below` is the first row under the headings. */
const char *layout_shape(layout *l, meaning *said, const trial *how, size_t below);
/* layout_infer.c: columns that say what they are by their cells, not their heading. */
void layout_infer(layout *l, meaning *said, const trial *how, size_t below);
/* The one column left that holds numbers, LAYOUT_NONE when there are none or several. */
size_t layout_numbers(const layout *l, const meaning *said, const trial *how, size_t below);
/* Only numbers, blanks and words for missing values in the rows kept, and one of them at least? */
bool layout_is_numeric(const trial *how, size_t below, size_t field);
/* Unused, but no reason to say so: a total, our own rt_line …, a second name of the office. */
bool layout_is_expected(const layout *l, size_t column);

static inline bool layout_has(const layout *l, size_t column)
{
	return l->at[column] != LAYOUT_NONE;
}

#endif
