/* SPDX-License-Identifier: MIT
 * Answers made of measures: computed one block (an indicator, or one of its periods) at a
 * time and handed out row by row, so that an answer of any length takes the same memory.
 */
#ifndef QUESTION_FIGURES_H
#define QUESTION_FIGURES_H

#include "../../base/rows.h"
#include "../study/inside.h"

typedef struct figures figures;

struct figures {
	study *study;
	bool is_evolution;
	/* Fills `measures` and `span` with the next block; RELAIS_END after the last. */
	relais_status (*next_block)(figures *f, relais_error *err);
	size_t indicator; /* the one the next block is about */
	const item *what; /* the one of this block */
	relais_span span; /* of this block, unless groups are periods */
	measure *measures;
	/* Series: an indicator stays open while its periods go by. */
	lens lens;
	bool is_open;
	relais_period period, last;
	tally *tallies;
	/* The row being said. */
	size_t group;
	char text[9][40];
	char flags[12];
	relais_column columns[11 + MOST_KEYS]; /* one more for each further key */
	size_t column_count;
	const char *cells[11 + MOST_KEYS];
	relais_type
		types[11 + MOST_KEYS]; /* percent and points are not said of every indicator */
};

/* Opens a study for an answer. */
relais_status figures_ask(relais_store *store, const relais_question *question,
	bool is_evolution, relais_status (*next_block)(figures *, relais_error *),
	relais_rows **out, relais_error *err) MUST_CHECK;
/* The usual block: the next indicator over its span, skipped when it has nothing to say. */
relais_status figures_next_indicator(figures *f, relais_error *err) MUST_CHECK;

#endif
