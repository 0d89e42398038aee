/* SPDX-License-Identifier: MIT
 * Reception points (resolution S3): the counters where a network receives, which are its bureaux and the
 * offices that have none, with what came to them month by month and the hours they were open.
 */
#ifndef QUESTION_POINTS_H
#define QUESTION_POINTS_H

#include "../../base/rows.h"
#include "../study/inside.h"

typedef enum flow {
	FLOW_COUNTER, /* contacts_guichet */
	FLOW_OUTSIDE, /* contacts_hors_murs, which are not among the former */
	FLOW_HOURS, /* heures_ouverture */
	FLOWS
} flow;

/* A sum over months, which are those where all that it is compared with was sent too. */
typedef struct pair_sum {
	int64_t a, b;
	size_t months;
} pair_sum;

typedef struct points {
	study *study;
	relais_span span; /* months */
	size_t months;
	frame sent[FLOWS]; /* by sender; no cells: not in the catalogue */
	frame made[FLOWS]; /* by office, its bureaux in it (C5.5) */
	/* By office, its bureaux that sent what came to them (0: it is where it receives), and those that
	 * said whom they met outside. */
	int64_t *points, *outside;
} points;

/* Over the question's span, of whole months; without one the twelve months before today's. Outside the
 * relais the figures of single counters are told to nobody: RELAIS_E_USAGE. */
relais_status points_open(points *p, relais_store *store, const relais_question *question,
	relais_error *err) MUST_CHECK;
void points_close(points *p);

/* Is this one of the roster open at any time of the span, and asked for? */
bool points_has(const points *p, size_t office);
/* What came to a bureau, or to an office with all its bureaux, in a month; false: that is not known. */
bool points_figure(const points *p, flow f, size_t office, size_t month, int64_t *out);
/* Both flows over the months that have both; with `b` FLOWS, of `a` alone. False when it does not fit. */
bool points_sum(const points *p, size_t office, flow a, flow b, pair_sum *sum);
/* Adds one pair of sums to another; false when it does not fit. */
bool points_add(pair_sum *to, const pair_sum *more);
/* a per b in the units of the two; false: b is nothing. */
bool points_quotient(const points *p, flow a, flow b, const pair_sum *of, number *out);

/* The sums of one counter, or of several. */
typedef struct sums_of {
	int64_t points;
	pair_sum counter, outside, hours; /* each alone */
	pair_sum with_hours, with_outside; /* counter and the other, months that have both */
} sums_of;

/* Of a bureau that does not say: that of its office; NULL: nobody says. */
const char *points_commune(const points *p, size_t office);
bool sums_of_point(const points *p, size_t office, sums_of *s); /* false: does not fit */
/* What of one counts where it is: all of a counter; of an office with bureaux whom it met outside, unless
 * these say so themselves. */
bool sums_in_place(const points *p, size_t office, sums_of *s);
bool sums_of_add(sums_of *to, const sums_of *more);
relais_status sums_of_all(const points *p, sums_of *all, relais_error *err) MUST_CHECK;
relais_status sums_too_large(relais_error *err);

/* Cells of a row. */
void say_sum(rowlist *list, const points *p, flow f, const pair_sum *s);
void say_fraction(rowlist *list, fraction f);
void say_share(rowlist *list, int64_t some, int64_t whole); /* percent */
void say_per_hour(rowlist *list, const points *p, const pair_sum *s);
void say_outside(rowlist *list, const points *p, const sums_of *s);

/* The answer by commune (KEY_NONE) or another key. */
relais_status places_say(
	rowlist **out, const points *p, group_key key, relais_error *err) MUST_CHECK;

#endif
