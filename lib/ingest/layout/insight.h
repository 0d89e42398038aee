/* SPDX-License-Identifier: MIT
 * What reading the whole of a file shows: which periods, offices and indicators, how numbers are
 * written, which lines are no data. Gathered by the import itself, and only when it is asked
 * what it understood.
 */
#ifndef INGEST_INSIGHT_H
#define INGEST_INSIGHT_H

#include <relais.h>

#include "../../base/map.h"
#include "../../base/text.h"

typedef enum thing { THING_OFFICE, THING_INDICATOR, THINGS } thing;

enum { INSIGHT_EXAMPLES = 5, INSIGHT_NAMES = 200 };

typedef struct insight {
	map periods;
	relais_period first, last;
	map known[THINGS], strange[THINGS]; /* by id; as spelled */
	text strangers[THINGS]; /* the first of them */
	text names[THINGS]; /* many of them, a line each */
	map words; /* cells of figures that are no number */
	text absent, refused; /* the first of those that stand for none; of the others */
	uint64_t absent_count, refused_count;
	uint64_t rows; /* of data */
	uint64_t points, commas; /* numbers with a decimal mark */
	uint64_t blanks, marks; /* numbers whose thousands a blank, a mark keeps apart */
	text totals, asides; /* lines left out under the headings */
	uint64_t total_count, aside_count;
	unsigned long other_line; /* where another table begins */
	uint64_t agree, differ; /* computed cells */
	bool failed; /* no memory */
} insight;

/* All take a NULL insight: nobody asked. */
void insight_figure(insight *i, relais_period period, int64_t office, int64_t indicator);
void insight_strange(insight *i, thing what, const char *spelled);
void insight_number(insight *i, const char *cell, int decimals);
/* A word where a figure belongs. */
void insight_word(insight *i, const char *cell, bool is_absent);
void insight_total(insight *i, unsigned long line, const char *name);
void insight_aside(insight *i, unsigned long line, const char *name);
void insight_free(insight *i);

#endif
