/* SPDX-License-Identifier: MIT
 * What a search for outliers holds: one indicator at a time, the figures of the years around those
 * looked at, and what was found.
 */
#ifndef QUESTION_OUTLIERS_H
#define QUESTION_OUTLIERS_H

#include "../../base/text.h"
#include "../study/inside.h"

/* In the order in which one figure's are told. */
typedef enum outlier_rule {
	OUTLIER_BELOW,
	OUTLIER_ABOVE,
	OUTLIER_HIGH,
	OUTLIER_YEAR_RATIO,
	OUTLIER_STRATUM,
	OUTLIER_POWER,
	OUTLIER_SAME_YEAR,
	OUTLIER_SAME_BEFORE,
	OUTLIER_PART,
	OUTLIER_CLOSED,
	OUTLIER_PEAK,
	OUTLIER_MONTHS,
	OUTLIER_TUKEY,
	OUTLIER_MODZ,
	OUTLIER_ESD,
	OUTLIER_RULE_COUNT
} outlier_rule;

/* NAN: not said. */
typedef struct finding {
	number value,
		other; /* what it was held against: of the year before, the whole, the months */
	double score, centre, spread, low, high;
	double weight; /* percent of the indicator's total in the period */
	const item *what, *other_what;
	const char *why; /* somebody confirmed it, and said so */
	uint32_t office, n;
	relais_period period, other_period;
	uint8_t rule;
} finding;

typedef struct bounds {
	number low, high, usual;
	bool has_low, has_high, has_usual;
} bounds;

typedef struct confirmation {
	int64_t office, indicator; /* ids */
	relais_period period;
	const char *value, *reason;
} confirmation;

typedef struct search {
	relais_store *store;
	study *study;
	const relais_outliers *how;
	number fence;
	/* Read once. */
	bounds *bounds; /* by indicator */
	int32_t *stratum_of; /* by office */
	size_t strata;
	arena memory;
	confirmation *confirmed;
	size_t confirmed_count;
	/* The indicator at hand. */
	const item *what;
	relais_span asked; /* what is told of it */
	frame figures; /* all periods of the years it takes; `a` holds the figure */
	frame weights; /* of what is no sum, read when something is found */
	relais_period *periods; /* by step */
	double *totals; /* by step; below 0: not known yet */
	double *room; /* of three samples */
	size_t *cells; /* of one */
	bool *gone;
	/* What was found. */
	finding *found;
	size_t count, capacity;
	relais_status failed; /* of reading what a finding takes; OK until then */
} search;

/* Room for one more, about the cell; NULL: the figure is confirmed and not asked for, or no memory. */
finding *search_find(search *s, size_t step, size_t who, outlier_rule rule, relais_error *err);

/* Is the period told of? */
bool search_tells(const search *s, relais_period p);
static inline bool search_asks(const search *s, size_t who)
{
	return s->study->as_were.unit_of[who] >= 0;
}
static inline double search_double(const search *s, int64_t units)
{
	double unit = 1;

	for (int d = 0; d < s->figures.a_decimals; d++)
		unit *= 10;
	return (double)units / unit;
}

/* outlier_context.c: what is read once. */
relais_status search_prepare(search *s, const group_keys *by, relais_error *err) MUST_CHECK;
void search_release(search *s);
const confirmation *search_confirmed(
	const search *s, const item *i, size_t who, relais_period p, number value);

/* The rules of C2.9, and the named methods, over the indicator at hand. */
void search_rules(search *s, relais_error *err);
void search_strata(search *s, size_t step, relais_error *err);
relais_status search_parts(search *s, relais_error *err) MUST_CHECK;
void search_methods(search *s, relais_error *err);

/* outlier_words.c: the rule's name, and the sentence of a finding. */
const char *outlier_name(int rule);
void outlier_detail(const search *s, const finding *f, text *out);
/* Six decimals at most; NULL when it is not said. */
const char *outlier_number(double x, char out[NUMBER_SIZE]);

#endif
