/* SPDX-License-Identifier: MIT
 * From units to one group: sums of pairs over a span, who answered, what the answers weigh.
 * A lens is one indicator read once and looked at for as many spans as wanted.
 */
#ifndef QUESTION_TALLY_H
#define QUESTION_TALLY_H

#include "frame.h"
#include "../published/secrecy.h"

/* Which offices, together with how, in which groups. */
typedef struct grouping {
	const perimeter *units;
	const int32_t *group_of; /* by unit */
	size_t groups;
} grouping;

enum { WEIGHTS_TWELVE_MONTHS, WEIGHTS_STAFF, WEIGHTS };

/* What a tally saw of one unit. */
typedef struct unit_figure {
	cell now, before;
	int32_t family; /* see family.h */
	int64_t weight; /* in the coverage; 0 without a year before */
	bool has_now, has_before, is_broken, counts;
} unit_figure;

typedef struct lens {
	const item *what;
	unit_figure *
		witness; /* by unit, filled by a tally for who explains it; NULL: nobody does */
	frame now, before; /* before is empty when `now` itself reaches one year back */
	unit_breaks breaks;
	/* Sizes of units for the coverage of what has no year before, read when first needed. */
	int64_t *weights[WEIGHTS];
	bool weights_known[WEIGHTS];
	struct estimates *estimates; /* of what is not there; NULL unless asked for */
	bool is_plain; /* no other sizes are looked for: what has no year before has no coverage */
} lens;

/* One year of one group. */
typedef struct year_sums {
	int64_t a, b;
	part top, bottom; /* of a and of b */
	part open_top,
		open_bottom; /* of these, what readers do not know (published/consent.h) */
	part outside; /* not known, collected that year, in any period of it, but not counted */
} year_sums;

typedef struct tally {
	relais_span span;
	int steps; /* periods that made it */
	int64_t expected, count; /* units; those behind the figure */
	int64_t answered;
	year_sums now, before; /* before: evolutions only */
	int64_t answered_weight, expected_weight;
	/* Units that stand in the value by estimates: what they come to, and how much of that is
	 * estimated. They count nowhere else. */
	part estimated;
	int64_t estimated_sum, estimated_alone;
	part open_estimated; /* of those whose figures readers do not know */
	part silent; /* what the others weigh */
	bool is_revised;
	bool has_break; /* of a unit that counts; in evolutions, of one that does not for it */
	bool has_estimates; /* of figures that nobody sent as they are */
	bool is_unweighed; /* no year before to weigh the answers with */
} tally;

/* Reads what spans within `cover` need, and the same one year before (in the base). The periods have the
 * length asked for when there are figures of it, else the coarsest finer one with some. */
relais_status lens_open(lens *l, const feed *s, catalogue *c, const item *i, relais_span cover,
	const perimeter *units, relais_error *err) MUST_CHECK;
void lens_close(lens *l);
static inline bool lens_saw_anything(const lens *l)
{
	return l->now.rows + l->before.rows > 0;
}

/* out[groups]. In an evolution only the units collected in both years count. */
relais_status lens_tally(lens *l, const feed *s, catalogue *c, const grouping *g,
	relais_span span, bool is_evolution, tally *out, relais_error *err) MUST_CHECK;

/* The span one year before, or so many that its last year is the base. */
relais_span span_before(const feed *s, relais_span span);
/* The same months seen in periods of another length. */
relais_span span_in(relais_span span, period_length length);
/* Those of a length that lie wholly inside a span of months; from == 0: none does. */
relais_span span_inside(relais_span months, period_length length);

#endif
