/* SPDX-License-Identifier: MIT
 * A merger before it happens (S1): what the offices are together, what they keep, what the law asks
 * from then on. The figures are those of a study, the labels those of the law, both as if the register
 * said so; nothing is stored.
 */
#ifndef QUESTION_MERGER_H
#define QUESTION_MERGER_H

#include "../../base/rows.h"
#include "../labels/labels.h"
#include "../study/inside.h"

/* The columns of the answer; those of the offices stand after the period. */
enum {
	MERGER_PART,
	MERGER_ITEM,
	MERGER_LABEL,
	MERGER_PERIOD,
	MERGER_MERGED,
	MERGER_STATE,
	MERGER_KNOWN, /* of a sum that is not known: what is */
	MERGER_LACKING, /* the offices whose figure is not */
	MERGER_PEERS,
	MERGER_RANK,
	MERGER_LOW,
	MERGER_MIDDLE,
	MERGER_HIGH,
	MERGER_DETAIL,
	MERGER_COLUMNS
};

typedef struct merger_line {
	struct merger_line *next;
	const char **cells;
	relais_type *types;
} merger_line;

typedef struct merger {
	arena memory;
	relais_lang lang;
	relais_span span; /* {0}: of each figure, its last whole year */
	supposed what;
	size_t count; /* offices */
	bool by_size; /* peers: of the size, and not of the category */
	study *together, *apart; /* by office: as if; the merging ones as they are */
	labels labels; /* as if */
	size_t heir; /* its group in `together` */
	size_t *own; /* by office: its group in `apart` */
	const char *category; /* of the merged office, by law; NULL: none */
	const char **classes; /* by group of `together`: whom it is a peer of; NULL: nobody */
	measure *levels, *parts; /* of one figure, by group of either */
	measure *residents; /* by group of `together`, in a year */
	int residents_in;
	relais_column *columns;
	merger_line *first, **last, *at;
	bool failed; /* no memory for a line */
} merger;

/* ---- the answer, line by line (merger_rows.c) */
relais_status merger_columns(merger *m, relais_error *err) MUST_CHECK;
/* The next line, blank; NULL: no memory. */
merger_line *merger_add(merger *m, const char *part, const char *item, const char *title);
/* What is NULL or "" stays blank. `type`: where the cell is not of its column's: a date, words. */
void merger_say(merger *m, merger_line *line, int column, const char *said);
void merger_say_as(
	merger *m, merger_line *line, int column, relais_type type, const char *said);
void merger_say_of(
	merger *m, merger_line *line, size_t which, relais_type type, const char *said);
void merger_detail(merger *m, merger_line *line, const char *format, ...) PRINTF_LIKE(3, 4);
relais_status merger_rows(merger *m, relais_rows **out, relais_error *err) MUST_CHECK;
void merger_close(void *merger);

/* ---- its parts */
void merger_offices(merger *m);
relais_status merger_figures(merger *m, relais_error *err) MUST_CHECK;
/* By law (C1.5): sets the category, adds the labels, denominations and deadlines. */
void merger_judge(merger *m);
void merger_labels(merger *m);
void merger_denominations(merger *m);
void merger_deadlines(merger *m);

#endif
