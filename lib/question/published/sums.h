/* SPDX-License-Identifier: MIT
 * Sums of indicators (C3.4): all requests are those of every channel together, so that who is told all
 * but one of them is told that one; and the channels less their total are what offices sent that
 * left a channel out.
 *
 * In a month, the terms that are `withheld` are not told at all: those too few offices sent, and with
 * them the smallest others, until what the total and the terms that are told leave together keeps the
 * rule. Where no choice of terms does, the total is withheld; so it is where the groups in which everybody
 * sent everything, told by their terms, leave too few of it. The first term never is for another's sake. Of a group, the total is told where all terms are that are told at all.
 */
#ifndef QUESTION_SUMS_H
#define QUESTION_SUMS_H

#include "../tables/crossing.h"

typedef struct sum_term {
	const item *what;
	bool is_optional;
	const relais_day *since; /* of an optional term: see feed_senders */
	int64_t *
		magnitude; /* by step and office, as told, in the decimals of the finest term */
	bool *is_there;
} sum_term;

/* A total of indicators in the periods of a frame, office by office. */
typedef struct sum {
	struct sum *next;
	const item *total;
	frame shape; /* its periods and width; no cells */
	moves moves; /* by period and turn */
	bool *settled; /* by step: what is withheld of it once it was asked, see sums_mask.c */
	size_t terms;
	sum_term term[];
} sum;

/* Of a step in `settled`: is it there, is the total withheld, then by term twice, whole and of groups. */
static inline size_t sum_settled_room(const sum *one)
{
	return 2 + 2 * one->terms;
}

/* Read for the periods of a frame; belongs to the study. */
relais_status study_sum(study *s, const item *total, const frame *like, const sum **out,
	relais_error *err) MUST_CHECK;
void sums_free(sum *list);

struct cross;
struct told_keys;
/* The groups of the keys whose figures are told side by side (publish_keys); belongs to the study. NULL:
 * there are none. */
relais_status study_told_keys(study *s, const struct cross **out, relais_error *err) MUST_CHECK;
void told_keys_free(struct told_keys *k);

/* What the sums that an indicator is the total or a term of withhold of it, in any state told of any
 * period of the span: all of it, or the groups of `c` that are set in `hidden` (cross_room of them, those
 * set already stay). `f` is a frame of it that has the span. */
relais_status sums_mask(study *s, struct cross *c, const item *i, const frame *f,
	relais_span span, bool *hidden, bool *is_withheld, relais_error *err) MUST_CHECK;

#endif
