/* SPDX-License-Identifier: MIT
 * Which records under the headings are data: totals, footnotes, group titles, headings said again
 * and a second table are not.
 */
#ifndef INGEST_SIFT_H
#define INGEST_SIFT_H

#include "heading.h"
#include "layout.h"

typedef enum sifted {
	ROW_DATA,
	ROW_BLANK,
	ROW_TOTAL, /* computed from the rows above */
	ROW_HEADINGS, /* the headings again */
	ROW_ASIDE, /* a footnote, the title of a group */
	ROW_RAGGED, /* more cells than headings: a value would fall in the wrong place */
	ROW_DROPPED, /* the profile does not want it */
	ROW_OTHER /* another table begins here: nothing below is ours */
} sifted;

typedef struct sift {
	const layout *layout;
	const directories *known;
	unsigned long last_line; /* of the record before */
	bool after_gap; /* a blank line, a total or a title came before */
	int year; /* said since the last headings */
	bool is_over;
} sift;

sifted sift_row(sift *s, const record *r);
/* The cell that names what a row is about, else its first. */
const char *sift_name(const sift *s, const record *r);
size_t sift_filled(const record *r);

#endif
