/* SPDX-License-Identifier: MIT
 * What of a figure has been told outside, in anything published. Once the first note of a period
 * is out, the total with a late answer less the total without it is that office's figure (C3.5):
 * late and corrected figures are told in groups that satisfy the secrecy rule themselves, and
 * stay as they were told until there is such a group. What moved then is kept, because a part
 * of the network may have moved by less than the whole.
 */
#ifndef QUESTION_RELEASE_H
#define QUESTION_RELEASE_H

#include <relais.h>

#include "../../store/store.h"
#include "secrecy.h"

enum { LATE_SURVEY_DAYS = 90 }; /* of periods longer than a month: 31 March for a year */

/* What an edition that was recorded told of a month ahead of the days: that it is out, and since when. */
typedef struct early_note {
	relais_period period;
	relais_day day;
} early_note;

/* A time in which an office agrees that its figures be told under its name: see consent.h. */
typedef struct consent {
	uint32_t column; /* of the roster */
	relais_day from, until; /* both included */
} consent;

typedef struct consents {
	const struct roster *offices;
	consent *list; /* by column */
	size_t count;
} consents;

/* How the reader's knowledge grows. `day_of` is by batch, NULL: nothing is published. */
typedef struct release_plan {
	relais_day *day_of;
	int64_t batches;
	int64_t days; /* after the end of a month to its first note (publish_days) */
	relais_day start; /* the first figures came then: no note was out before */
	secrecy_rule rule;
	early_note *early; /* by period, the first day of each */
	size_t early_count;
	consents consents; /* none until consents_load() */
} release_plan;

/* A figure that was told otherwise before. */
typedef struct move {
	int64_t indicator;
	relais_period period;
	uint32_t turn; /* the day it was told */
	uint32_t column; /* of the roster */
	int64_t magnitude; /* by how much */
	int64_t from; /* what was told, if anything was there */
	bool was_there;
	bool is_place_only; /* the office is still counted, perhaps in another group */
} move;

typedef struct moves {
	move *list;
	size_t count, capacity;
} moves;

/* One thing known of one figure, from the end of a day until the end of another. */
typedef struct version {
	size_t step;
	uint32_t column;
	relais_day from, until;
	int64_t value;
	uint8_t state;
} version;

typedef struct versions {
	version *list;
	size_t count, capacity;
	bool failed; /* no memory: it lacks some */
} versions;

relais_status release_plan_load(release_plan *p, relais_store *store, int64_t known,
	int64_t days, const secrecy_rule *rule, relais_error *err) MUST_CHECK;
void release_plan_free(release_plan *p);

/* The last day of what the first note of a period tells: so many days after its end, or the day that an
 * edition recorded before these had data of. What a store began with was there from the first. */
relais_day release_first_day(const release_plan *p, relais_period period);

void versions_add(versions *v, const version *one);
bool moves_add(moves *m, const move *one);
/* Those of `from` too; `from` is emptied. */
bool moves_take(moves *m, moves *from);

struct frame;
/* Puts into the frame, of the indicator with that id, what is told of the figures `v` is about; it holds
 * all others already. Of a term of a sum what is late waits for others even where its own total is not
 * told. */
relais_status release_settle(struct frame *f, const release_plan *p, int64_t of, bool is_term,
	versions *v, relais_error *err) MUST_CHECK;

#endif
