/* SPDX-License-Identifier: MIT
 * What shows how far a resolution is: of each, what the relais did and what the offices adopted,
 * by the list of share/evidence.csv and what the relay has of its own. A proof has a day and goes stale; what nothing was ever
 * recorded of has no value, which is not zero.
 */
#ifndef QUESTION_EVIDENCE_H
#define QUESTION_EVIDENCE_H

#include "../labels/labels.h"
#include "../programme/status.h"
#include "../study/inside.h"
#include "../training/training.h"
#include "targets.h"

typedef enum tier { TIER_RELAY, TIER_OFFICE } tier;

/* A line of the list. */
typedef struct yardstick {
	const char *code, *resolution, *source, *filter, *count, *window, *unit;
	const char *label[2]; /* by relais_lang: English, French */
	tier tier;
	bool is_up; /* more is better */
	bool is_own; /* the relay's, not the catalogue's */
	int stale_after; /* months after the last proof; 0: what the registers say does not age */
} yardstick;

/* What it comes to on the day. */
typedef struct finding {
	bool has_value, has_share;
	number value;
	int64_t n, of; /* of a share: so many of so many */
	relais_day last; /* day of the last proof; RELAIS_NO_DAY: none, or it has no day */
	int64_t age; /* days since; -1: no day */
	bool is_stale;
	bool is_guarded; /* secrecy was decided where it was counted */
	bool is_secret; /* to be withheld: it may tell of one office */
	const target *target; /* the one in force; NULL: none */
	bool has_reached; /* of what has a value and a target */
} finding;

/* An entry of the journal. */
typedef struct activity {
	relais_day day;
	const char *code, *type, *resolutions, *title, *offices, *partners, *proof;
	int64_t people, delay; /* -1: not said */
	const char *days;
} activity;

typedef struct agreement {
	const char *code, *type, *office, *partner, *party, *resolution, *proof;
	relais_day signed_on, from, until, reviewed; /* RELAIS_NO_DAY: not said */
	int services; /* -1: not said */
} agreement;

typedef struct evidence {
	arena memory;
	relais_store *store;
	const status *status;
	relais_day day;
	int64_t known;
	relais_lang lang;
	bool is_published, is_restricted; /* for readers outside; to some offices */
	study *study;
	labels labels;
	training training;
	yardstick *list; /* in the order of the file */
	finding *found; /* of each */
	size_t count;
	activity *activities; /* oldest first, up to the day */
	size_t activity_count;
	agreement *agreements; /* by code */
	size_t agreement_count;
	targets targets;
	bool *counts; /* offices of the roster that the shares are of */
	int64_t offices; /* how many */
} evidence;

/* All of it, as known to the status, on a day (which may be before that of the status). */
relais_status evidence_open(evidence *e, const status *s, const relais_question *question,
	relais_day day, relais_error *err) MUST_CHECK;
void evidence_close(evidence *e);

/* Is it signed, begun and not over? */
bool agreement_holds(const agreement *a, relais_day day);
/* The main yardstick of a resolution at a level: the first of the list. Position, -1: none. */
ptrdiff_t evidence_main(const evidence *e, const char *code, tier of);

/* What the relais did of a resolution, together. */
typedef struct proven {
	int64_t shown, stale, of; /* yardsticks with a proof that is fresh, or stale; all */
	bool has_percent; /* nothing was ever recorded: false */
	number percent; /* 100 × shown / of */
	relais_day last;
} proven;
proven evidence_proven(const evidence *e, const char *code);

#endif
