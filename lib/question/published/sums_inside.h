/* SPDX-License-Identifier: MIT
 * A sum in the states of one month, one after another: who has what, and what is withheld so far.
 */
#ifndef QUESTION_SUMS_INSIDE_H
#define QUESTION_SUMS_INSIDE_H

#include "../study/inside.h"
#include "cross.h"
#include "sums.h"

/* What one office has in one state of a month. */
typedef struct had {
	int64_t total; /* what the total holds of it */
	bool is_in_total;
} had;

typedef struct mask {
	const study *s;
	const sum *of;
	const cross *keys; /* whose groups are told of all terms; NULL: none */
	cross *c; /* of the total's groups; NULL: only what is withheld whole is looked for */
	size_t width;
	int64_t *now; /* by term and office: the state at hand */
	bool *is_there;
	bool *counts; /* by office: its own figures are in the totals of the period, and not known */
	had *total, *then; /* by office: in the state at hand, in the one before */
	bool *is_withheld; /* by term, in any state so far */
	bool *in_no_group; /* likewise, of groups; those withheld are among them */
	bool *was_told; /* by term, in a state before: it is too late to withhold it */
	bool total_is_withheld;
	part *line;
	bool *hidden; /* of the total's groups, in any state so far: cross_room */
	bool *of_term; /* the same of each term by itself */
} mask;

static inline bool sum_has(const mask *m, size_t k, size_t o)
{
	return m->is_there[k * m->width + o];
}

/* The state a period came to; one figure as it was before; then what the total holds of each office. */
void sum_look(mask *m, relais_period p);
void sum_take_back(mask *m, const move *one);
void sum_settle(mask *m, relais_period p);
/* What is left of an office when all but the terms of `set` are told with the total: these terms or, when one
 * it must send is not there so that the total does not hold it, the others. False: nothing. */
bool sum_rest(const mask *m, const bool *set, size_t o, int64_t *out);

void sum_add(int64_t *to, int64_t more); /* what does not fit is as much as can be */
void sum_add_part(part *p, int64_t value);
part sum_of_term(const mask *m, size_t k);
bool sum_is_secret(
	const mask *m, const part *p); /* there is something, and it breaks the rule */

/* What of an office makes a line of groups: its k-th term, or what is left when those in no group are not
 * told. False: nothing. */
typedef bool what_of(const mask *m, size_t o, size_t k, int64_t *out);
what_of sum_term_of, sum_left_of;

/* Withholds terms until the rest may be told with the total; else the total. */
relais_status sum_choose_terms(mask *m, relais_error *err) MUST_CHECK;
/* Of groups the total goes before its smaller terms: these are told of none until it may be. */
relais_status sum_choose_in_groups(mask *m, relais_error *err) MUST_CHECK;
/* Where the groups that are told leave too little of the total, more terms are told of none; else the total
 * is withheld. */
relais_status sum_judge_groups(mask *m, relais_error *err) MUST_CHECK;

#endif
