/* SPDX-License-Identifier: MIT
 * What a study is made of, for the questions of this room.
 */
#ifndef QUESTION_INSIDE_H
#define QUESTION_INSIDE_H

#include "../../model/closing.h"
#include "catalogue.h"
#include "../tables/crossing.h"
#include "../measure/fraction.h"
#include "../measure/frame.h"
#include "perimeter.h"
#include "roster.h"
#include "../measure/tally.h"
#include "../published/consent.h"

/* Publication gates (C2.3), secrecy thresholds (C3), days to collect: `setting` or default. */
typedef struct gates {
	number ok, fragile; /* coverage in percent */
	int64_t least_count;
	secrecy_rule secrecy;
	int64_t collect_days;
	number revision; /* percent a published figure moves before it is called revised (C2.10) */
	closing_rule closing;
	number estimated; /* the most of a total that may be estimated, percent (C2.4) */
	number nearest; /* percent: how near comparing what is published may come to an office's
			 * figure; 0: rates and coverage are told all the same (seuil_ecart) */
	group_keys published; /* whose groups are told side by side (publish_keys) */
	int64_t publish_days; /* after a month: its first note; -1: not set, as collect_days */
} gates;

struct study {
	arena memory;
	relais_store *store;
	int64_t known; /* the last batch known */
	relais_lang lang;
	int base; /* the year evolutions compare with; 0: the year before */
	relais_day today; /* as asked */
	relais_day day; /* the day we look from: as_of, else today */
	relais_span span;
	relais_diffusion diffusion;
	bool may_cross; /* groups of several keys may be told outside */
	const struct supposed *supposed; /* until it is open; NULL: the register as it is */
	bool estimate; /* levels of those who did not answer */
	gates gates;
	roster offices;
	catalogue indicators;
	feed feed;
	perimeter current; /* units of the figures, in the geography asked for */
	perimeter as_were; /* offices of the collection */
	crossing by;
	/* Borrowed from `by`. Unless it is by time, the group of each unit. */
	const int32_t *group_of;
	group *groups;
	size_t group_count;
	const char **sizes; /* by unit, once asked */
	const item **asked; /* in catalogue order */
	size_t asked_count;
	struct sum *sums; /* of what is published, those last looked at */
	struct told_keys *told_keys; /* see sums.h; NULL: not yet asked for */
};

relais_status gates_load(
	gates *g, relais_store *store, int64_t known, relais_error *err) MUST_CHECK;

/* The evolution of what is already in percent, or a score, is a difference in points. */
bool item_is_in_points(const item *i);
/* What people see of its values: a quotient has more digits than sense. */
relais_type item_value_type(const item *i);
/* The grouping of units a tally needs: by period, everything is one. */
grouping study_grouping(const study *s);

/* Tallies to measures, one for each group of `by`: values, rates, gates, secrecy over the lines they
 * make together. */
relais_status measures_from(study *s, crossing *by, const item *i, const lens *l,
	const tally *tallies, bool is_evolution, measure *out, relais_error *err) MUST_CHECK;
/* Of measures to be published: what is secret, and what may be told less exactly only (C3). */
relais_status measures_protect(study *s, crossing *by, const item *i, const lens *l,
	const tally *tallies, bool is_evolution, measure *out, relais_error *err) MUST_CHECK;

/* The measures of a span for every group; *seen: any figure was read for it (may be NULL). */
relais_status study_measure(study *s, const item *i, relais_span span, bool is_evolution,
	measure *out, bool *seen, relais_error *err) MUST_CHECK;

/* The span an indicator is asked for: the question's, else all it has (last: its last
 * period). from == 0 when it has nothing. */
relais_status study_span(
	study *s, const item *i, bool last, relais_span *out, relais_error *err) MUST_CHECK;

/* The periods of the indicator's own length that lie wholly inside the question's span. */
relais_status study_own_periods(
	study *s, const item *i, relais_span *out, relais_error *err) MUST_CHECK;

/* The whole sum of an item's pair as a value, shared with the answers by office. */
bool cell_value(const item *i, int64_t a, int64_t b, int steps, int a_decimals, int b_decimals,
	number *out);

/* "2024-08" or "2024-01..2024-08". */
void span_print(relais_span span, char out[40]);

/* Does any of it lie inside? */
static inline bool span_holds(relais_span span, relais_period p)
{
	return period_last_day(p) >= period_first_day(span.from) &&
	       period_first_day(p) <= period_last_day(span.to);
}

/* A period with its days, worked out once for all offices that are asked about it. */
typedef struct dated_period {
	relais_period period;
	relais_day first, last;
} dated_period;

static inline dated_period dated(relais_period p)
{
	return (dated_period){ p, period_first_day(p), period_last_day(p) };
}

/* Are an office's own figures in the totals of a period? Those of a bureau are in its office's. */
static inline bool study_counts(const study *s, size_t o, const dated_period *when)
{
	const office *one = &s->offices.offices[o];

	return s->current.unit_of[o] >= 0 && !one->bureau_of &&
	       office_is_active(one, when->first, when->last);
}

/* Of these, what readers do not know. */
static inline bool study_hides(const study *s, size_t o, const dated_period *when)
{
	return study_counts(s, o, when) && !figure_is_known(&s->feed.plan, o, when->period);
}

static inline bool study_is_published(const study *s)
{
	return s->diffusion != RELAIS_INTERNE;
}

#endif
