/* SPDX-License-Identifier: MIT
 * Lines of groups that protect each other (C3.4). The groups of one key are one line with the total.
 * Those of two keys are a table: each key's own groups are its margins, told elsewhere, so that
 * the cells are protected with them, by audit.
 *
 * A line is an array of cross_room parts: the groups, then offices by themselves (of groups that
 * are no more), then for a table the margins of each key, and offices by themselves again.
 */
#ifndef QUESTION_CROSS_H
#define QUESTION_CROSS_H

#include "../tables/crossing.h"
#include "secrecy.h"

enum { CROSS_SIDES = 2 };

typedef struct cross_side {
	crossing by; /* of the one key */
	size_t *of; /* its group, by group of the table */
} cross_side;

typedef struct cross {
	const crossing *by;
	size_t groups; /* in one period */
	size_t alone; /* places for offices by themselves */
	size_t sides; /* 0: a line; else CROSS_SIDES */
	cross_side side[CROSS_SIDES];
	bool tells_by_margins; /* a line was met that no hiding of groups alone can protect */
} cross;

/* Of the groups of `by` in one period. `s` is the study they are of. */
relais_status cross_open(cross *c, study *s, const crossing *by, relais_error *err) MUST_CHECK;
void cross_close(cross *c);
size_t cross_room(const cross *c);

/* Marks is_secret in the groups, the offices alone and the margins; what is marked already stays so.
 * The margins' sums are made here. When a table can only be kept by hiding a margin that is told
 * elsewhere, none of its groups is told and tells_by_margins is set: whoever shows the margins side by
 * side leaves one out. */
relais_status cross_protect(
	cross *c, const secrecy_rule *rule, part *line, relais_error *err) MUST_CHECK;

/* The group, in one period, that an office says it is of; `groups` when there is none. */
size_t cross_group_of_office(const cross *c, const study *s, size_t office);

/* The groups that were hidden, in any state told of any period of the span, go to `hidden`
 * (cross_room of them). */
relais_status mask_span(const study *s, cross *c, const frame *f, const item *i,
	relais_span span, bool *hidden, relais_error *err) MUST_CHECK;

#endif
