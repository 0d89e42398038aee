/* SPDX-License-Identifier: MIT
 * One record tried as the headings of one kind.
 */
#ifndef INGEST_LAYOUT_TRY_H
#define INGEST_LAYOUT_TRY_H

#include "layout.h"

typedef struct trial {
	const relais_import_options *options;
	const directories *known;
	told *told;
	char delimiter;
} trial;

/* The nearest miss so far, for the message: what the best incomplete reading lacks. */
typedef struct layout_lack {
	const kind *kind;
	size_t matched;
	unsigned long line;
	const char *missing; /* name of a column */
} layout_lack;

/* Fills `out` whether complete or not; the caller frees it. */
relais_status layout_try(layout *out, const kind *k, const record *r, const trial *how,
	bool *complete, layout_lack *lack, relais_error *err) MUST_CHECK;
/* Looks at the first rows: columns that would make new indicators must hold numbers. */
relais_status layout_sample(layout *l, reader *rd, relais_error *err) MUST_CHECK;
/* Unused, but no reason to say so: a total, our own rt_line …, a second name of the office. */
bool layout_is_expected(const layout *l, size_t column);
int layout_year(const char *said, int so_far);
/* total, sous-total, ensemble, moyenne, cumul …: a computed row or column. */
bool is_total(const char *cell);

#endif
