/* SPDX-License-Identifier: MIT
 * What every question of the observatory stands on: who the offices are as known at a date,
 * how they group, and the figures of one indicator over a span, office by office.
 * Questions and reports ask a study for measures; they never write SQL of their own for it.
 */
#ifndef QUESTION_STUDY_H
#define QUESTION_STUDY_H

#include <relais.h>

#include "../../base/attributes.h"
#include "../../base/number.h"
#include "../../secrecy/rule.h"

typedef struct study study;

/* An indicator's definition as known; strings belong to the study, NULL when not said. */
typedef struct indicator {
	int64_t id;
	const char *code, *label_fr, *label_en, *unit, *type, *periodicity;
	const char *over_offices, *over_time, *weight, *numerator, *denominator;
	int64_t factor;
	int decimals;
	bool derived, norm, has_data; /* any observation at all, as known */
	const char *resolutions, *part_of;
} indicator;

/* One figure for one group and one span, with what it rests on. Whoever publishes shows nothing
 * of a measure that is_withheld, neither value nor coverage. */
typedef struct measure {
	bool has_value, has_previous, has_evolution, has_response, has_coverage;
	number value; /* totals: over the respondents; evolution: over the common set */
	number previous; /* of the common set, one year before */
	number evolution; /* percent, 6 decimals; for a percentage (share, rate): points */
	int64_t offices; /* units behind `value` */
	int64_t expected;
	number response, coverage; /* percent, 6 decimals (C2.3) */
	bool has_estimated;
	number estimated; /* percent of the value, 6 decimals; of levels, when asked for */
	int64_t largest; /* greatest |contribution| to value, same decimals (C3 dominance) */
	bool is_partial; /* a coarser period without all its months */
	bool is_provisional, is_revised, has_break, has_estimates;
	bool is_fragile; /* coverage 60-80 %: f */
	bool is_not_significant; /* coverage < 60 % or n < 3: x */
	bool is_secret; /* C3; decided only from diffusion reseau on */
	bool is_level_secret; /* evolution only: the rate may be told, value and previous not */
	bool is_withheld; /* secret, or not significant, and the question is published */
	bool is_additive; /* the groups sum up: they protect each other by value */
	int64_t magnitude; /* sum of |contribution|, in the decimals of `largest` */
	int64_t known; /* of the offices, those whose figures every reader knows: in neither of these */
	const secrecy_rule *rule; /* the study's; NULL: the trade's (3 units, 85 %) */
} measure;

/* From here to the release all studies of a store speak of one state of it, whatever others write. */
relais_status studies_hold(relais_store *store, relais_error *err) MUST_CHECK;
void studies_release(relais_store *store);

/* Checks every name of the question (unknown: RELAIS_E_USAGE with candidates). */
relais_status study_open(study **out, relais_store *store, const relais_question *question,
	relais_error *err) MUST_CHECK;
/* The same, for answers whose crossings may be told outside: all they tell goes through measures. */
relais_status study_open_crossed(study **out, relais_store *store,
	const relais_question *question, relais_error *err) MUST_CHECK;
/* The same, seen from the day of a merger that has not happened, as if it had. */
struct supposed;
relais_status study_open_supposing(study **out, relais_store *store,
	const relais_question *question, const struct supposed *what,
	relais_error *err) MUST_CHECK;
void study_close(study *s);

/* Groups of question->by in natural order of their code; without `by`, one called "total". */
size_t study_groups(const study *s);
const char *study_group_code(const study *s, size_t group);
const char *study_group_name(const study *s, size_t group); /* the code when it has no name */

/* What the register says of an office; NULL: it does not say. */
typedef struct office_card {
	const char *code, *name, *territory, *category, *legal_form, *zone;
	const char *merged_into; /* code of the office that goes on */
	const char *commune, *latitude, *longitude; /* its seat, decimal degrees */
	relais_day opened; /* RELAIS_NO_DAY: not said */
	relais_day closed; /* last day; the end of time when not said */
	bool is_member;
	bool consents; /* to be named in publications */
} office_card;
/* False: there is no such office. */
bool study_office(const study *s, const char *code, office_card *out);
/* All offices of the register that the question is about, bureaus apart, in natural order; false: that
 * is the last. */
bool study_next_office(const study *s, size_t *at, office_card *out);

/* The indicators asked for (all those with data, in catalogue order, when none is named). */
size_t study_indicators(const study *s);
const indicator *study_indicator(const study *s, size_t i);
/* By code; NULL when there is none. */
const indicator *study_indicator_named(const study *s, const char *code);

/* One measure per group into out[study_groups()]. A span of several periods is one figure over
 * all of it: the perimeter is the offices complete in every period (C2.6), in both years for
 * the evolution. With `by` month, quarter, semester or year the groups are those
 * periods of the question's span. */
relais_status study_total(study *s, const indicator *i, relais_span span, measure *out,
	relais_error *err) MUST_CHECK;
relais_status study_evolution(study *s, const indicator *i, relais_span span, measure *out,
	relais_error *err) MUST_CHECK;

/* Both from one reading; plain: without the coverage of groups that have no year before. */
relais_status study_both(study *s, const indicator *i, relais_span span, bool is_plain,
	measure *levels, measure *evolutions, relais_error *err) MUST_CHECK;
/* Reads the months of a span that several studies will ask for one after the other, while the store is held:
 * they find them read. */
relais_status study_read_ahead(
	study *s, const indicator *i, relais_span span, relais_error *err) MUST_CHECK;

/* Do two figures of a span rest on the very same offices, one at least? Only then is the quotient of what is
 * told of both one of theirs. */
relais_status study_same_offices(study *s, const indicator *a, const indicator *b,
	relais_span span, bool *same, relais_error *err) MUST_CHECK;

/* What one indicator is of another, in percent: a ratio of sums over the offices that sent both, like
 * those of the catalogue, and told by the same rules. */
relais_status study_share(study *s, const indicator *some, const indicator *whole,
	relais_span span, measure *levels, measure *evolutions, relais_error *err) MUST_CHECK;

/* C3.1 and C3.4 over groups whose sum is published beside them: marks is_secret in `groups`
 * (primary, then complementary until the union test holds). A study asked for publication
 * has done it to the groups it answers; this is for lists put together otherwise. Measures
 * that do not sum (rates) keep the mark they have. */
void study_protect(measure *groups, size_t count);

/* Flag letters of a measure in alphabetical order ("", "f", "ps"), for the flag column. */
void measure_flags(const measure *m, char out[12]);

#endif
