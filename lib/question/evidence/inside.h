/* SPDX-License-Identifier: MIT
 * What the sources of evidence share.
 */
#ifndef QUESTION_EVIDENCE_INSIDE_H
#define QUESTION_EVIDENCE_INSIDE_H

#include "evidence.h"

/* From one day to another, both included. */
typedef struct stretch {
	relais_day first, last;
} stretch;

/* "12m" are the twelve months that end on the day; "year" is its calendar year so far; anything
 * else reaches back without end. */
stretch evidence_window(const char *length, relais_day day);
/* The same day so many months before; the last of its month when there is none. */
relais_day months_before(relais_day day, int months);
/* Is a word in a list with `between` between? An empty list, or one with *, has them all. */
bool list_has(const char *list, char between, const char *word);
/* The office, or who goes on for it, where it counts among those of the shares; -1: it does not. */
ptrdiff_t evidence_office(const evidence *e, const char *code);
/* A share of the offices: those marked, of all that count; *last may move on. */
void seek_share(const evidence *e, const bool *marked, finding *out);
void seek_ratio(int64_t n, int64_t of, finding *out);
void seek_count(int64_t n, finding *out);
static inline void seek_last(finding *out, relais_day day)
{
	if (day != RELAIS_NO_DAY && (out->last == RELAIS_NO_DAY || day > out->last))
		out->last = day;
}

/* Cells of a line of the list, as share/evidence.csv and q_measures.sql have them. */
enum {
	YARDSTICK_CODE,
	YARDSTICK_RESOLUTION,
	YARDSTICK_LEVEL,
	YARDSTICK_SOURCE,
	YARDSTICK_FILTER,
	YARDSTICK_COUNT,
	YARDSTICK_WINDOW,
	YARDSTICK_UNIT,
	YARDSTICK_SENSE,
	YARDSTICK_STALE_AFTER,
	YARDSTICK_LABEL_FR,
	YARDSTICK_LABEL_EN,
	YARDSTICK_CELLS
};

/* evidence_list.c */
relais_status evidence_list(evidence *e, relais_error *err) MUST_CHECK;
yardstick yardstick_of(const char *const *cells);
bool evidence_add(evidence *e, yardstick one); /* false: no memory */
/* evidence_own.c */
relais_status evidence_own(evidence *e, relais_error *err) MUST_CHECK;
/* evidence_load.c */
relais_status evidence_load(evidence *e, relais_error *err) MUST_CHECK;

/* One source each: fills what has a value. */
typedef relais_status evidence_source(
	evidence *e, const yardstick *y, finding *out, relais_error *err);
evidence_source seek_activities, seek_actions, seek_agreements, seek_labels, seek_sessions,
	seek_figure, seek_response, seek_editions, seek_progress, seek_attribute,
	seek_identifiers, seek_mergers;

/* Offices that answer to a query of codes, marked. */
relais_status mark_offices(
	evidence *e, stmt *q, bool *marked, bool *any, relais_error *err) MUST_CHECK;

#endif
