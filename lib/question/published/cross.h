/* SPDX-License-Identifier: MIT
 * Groups that protect each other (C3.4). The groups of one key are one line with the total. Those of
 * two keys are a table whose margins are the groups of each key, told elsewhere. And the keys a relais
 * publishes side by side (setting publish_keys) are tables that share their total: a category less a
 * territory inside it may be one office.
 *
 * So there are levels, each of which adds up to the total: the groups asked for, and the groups of
 * keys told elsewhere. What the levels have in common are the atoms, offices that are together in all of
 * them: every group is a sum of these. A line is an array of cross_room parts, level after level, those
 * asked for first; each level has places for offices by themselves (of groups that are no more) behind its
 * groups.
 */
#ifndef QUESTION_CROSS_H
#define QUESTION_CROSS_H

#include "../tables/crossing.h"
#include "secrecy.h"

enum { CROSS_LEVELS = 1 + 2 * MOST_KEYS };

/* Which levels a level is protected with: what is told sooner is not hidden for what comes later. */
typedef enum turn_of { TURN_PUBLISHED, TURN_KEY, TURN_CROSSED, TURNS } turn_of;

typedef struct level {
	crossing own; /* of the one key; empty for the level asked for */
	const crossing *by;
	size_t groups; /* in one period */
	size_t start; /* where it begins in a line */
	turn_of turn;
	size_t *home; /* by office: its group, or groups + office */
	size_t *of; /* by place of the level asked for, when each lies inside one of this level's; else
		     * NULL */
} level;

typedef struct cross {
	const crossing *by;
	size_t groups; /* asked for, in one period */
	size_t alone; /* places for offices by themselves */
	level level[CROSS_LEVELS]; /* the one asked for first */
	size_t levels; /* 1: a line by itself; 0: there are no groups */
	size_t *atom_of; /* by office */
	size_t atoms;
	part *atom; /* those of the line being made */
	bool is_too_large; /* what the line has cannot be added up */
	bool is_apart; /* the line has no atoms */
	bool is_fine; /* an atom is less than a group asked for */
	bool tells_by_margins; /* a line was met that no hiding of groups alone can protect */
} cross;

/* Of the groups of `by` in one period. `s` is the study they are of. */
relais_status cross_open(cross *c, study *s, const crossing *by, relais_error *err) MUST_CHECK;
void cross_close(cross *c);
size_t cross_room(const cross *c);

/* An empty line, where what `hidden` says (cross_room of them, NULL: nothing) is secret. */
void cross_start(cross *c, part *line, const bool *hidden);
/* What an office has of the total goes where it belongs. */
void cross_add(cross *c, part *line, size_t o, int64_t magnitude);
/* Is one office, in a group that is told, elsewhere than the other in any level? */
bool cross_moves(const cross *c, size_t from, size_t to);
/* What changes when the one's figures go over to the other: in the levels where they differ both groups
 * change. Such a line has no atoms: each level is protected by itself. */
void cross_move(
	cross *c, part *line, size_t from, size_t to, bool is_place_only, int64_t magnitude);
/* Marks is_secret in all levels of a line made by cross_add; what is marked already stays so. When a
 * level can only be kept by hiding what is told elsewhere, none of it is told; when that is a table,
 * tells_by_margins is set: whoever shows the margins side by side leaves one out. */
relais_status cross_protect(
	cross *c, const secrecy_rule *rule, part *line, relais_error *err) MUST_CHECK;
/* The same of a line whose groups asked for are all that is known. */
relais_status cross_protect_groups(
	cross *c, const secrecy_rule *rule, part *line, relais_error *err) MUST_CHECK;

/* The groups that were hidden, in any state told of any period of the span, go to `hidden`
 * (cross_room of them). */
relais_status mask_span(const study *s, cross *c, const frame *f, const item *i,
	relais_span span, bool *hidden, relais_error *err) MUST_CHECK;

#endif
