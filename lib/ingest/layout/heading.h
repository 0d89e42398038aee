/* SPDX-License-Identifier: MIT
 * What the words above a column may mean, whatever the shape of the file.
 */
#ifndef INGEST_HEADING_H
#define INGEST_HEADING_H

#include "../../model/kind.h"
#include "../registers/cell.h"
#include "heading_unit.h"

typedef struct meaning {
	size_t column; /* of the kind, (size_t)-1 when it is none */
	int64_t office, indicator; /* known ones */
	relais_period period; /* below PERIOD_PER_YEAR: a part of a year said elsewhere */
	bool is_total, is_change;
	bool is_ignored, is_figure; /* a profile says so */
	unit unit; /* said by the words */
	char rest[160]; /* words that nothing explains: a name to be made, perhaps */
} meaning;

/* One cell of a heading line. */
meaning heading_read(const kind *k, const directories *known, const char *cell);
/* What the lines below say completes what the lines above say. False: they contradict. */
bool heading_join(meaning *upper, const meaning *lower);
/* Is the word the first of what was folded? */
bool heading_starts(const char *folded, const char *word);
/* A period, or a bare month, quarter or semester: below PERIOD_PER_YEAR. 0: neither. A year may
 * carry a letter or a mark that refers to a footnote: 2003a, 2003*. */
relais_period heading_period(const char *words);
/* total, sous-total, ensemble, moyenne, cumul …: a computed row or column. */
bool is_total(const char *cell);
/* The only year in a text; `so_far` 0 at first; -1 when there are several. */
int heading_year(const char *said, int so_far);

#endif
