/* SPDX-License-Identifier: MIT
 * The national norm as data: what it asks for in a year, by which definition. What is built in is
 * the table of share/norm.csv; what the store says of the same definition goes before it.
 */
#ifndef QUESTION_NORM_H
#define QUESTION_NORM_H

#include "../study/inside.h"

typedef struct norm_line {
	const char *indicator, *definition, *section, *source; /* "" when not said */
	relais_day from, until; /* ends of time when not said */
	int64_t rank;
	bool is_required;
} norm_line;

typedef struct norm {
	arena memory;
	norm_line *lines; /* in the order of the return */
	size_t count, room;
	relais_period year;
} norm;

/* The lines in force in the question's year (the last one that has ended when it names none), one
 * for an indicator: the version that came last. Only those of the question's indicators. */
relais_status norm_load(
	norm *n, study *s, const relais_question *q, relais_error *err) MUST_CHECK;
void norm_free(norm *n);

/* NULL: the catalogue does not know it. */
item *norm_item(const study *s, const norm_line *line);

#endif
