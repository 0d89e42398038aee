/* SPDX-License-Identifier: MIT
 * Saying a measure to people and putting it in the document's list of figures, in one call, so
 * that every figure shown is listed and the reverse. What is listed is what is shown, rounded
 * the same way: six decimals of a rate beside rounded totals would let a reader work back to
 * one office's value.
 *
 * What must not be shown is replaced by its sign here and nowhere else.
 */
#ifndef REPORT_FIGURES_H
#define REPORT_FIGURES_H

#include <relais.h>

#include "../question/study/study.h"
#include "document.h"

/* Signs and marks met while telling: the legend explains these and no other. */
enum {
	SIGN_MISSING = 1u << 0,
	SIGN_NOT_SIGNIFICANT = 1u << 1,
	SIGN_SECRET = 1u << 2,
	SIGN_NIL = 1u << 3,
	MARK_FRAGILE = 1u << 4,
	MARK_REVISED = 1u << 5,
	MARK_BREAK = 1u << 6,
	MARK_ESTIMATED = 1u << 7,
	MARK_WEAK = 1u << 8 /* not significant, shown to those who work on it */
};

/* An indicator that was shown: the method section says what it is. */
typedef struct mention {
	struct mention *next;
	const indicator *about;
} mention;

typedef struct teller {
	relais_document *document;
	const char *section; /* anchor of the section being written */
	bool published; /* diffusion beyond the relais itself */
	unsigned signs;
	mention *first, *last;
} teller;

/* What a figure is about. */
typedef struct topic {
	const indicator *about;
	const char *group;
	relais_span span;
} topic;

const char *indicator_label(const indicator *i, relais_lang lang);
bool indicator_is_share(const indicator *i); /* said in percent */
bool indicator_in_points(const indicator *i); /* compared by difference, not in percent */
int indicator_places(const indicator *i); /* decimals shown in a note */

/* C3.1 as the study had it: how few offices are too few. */
int64_t secrecy_least(const measure *m);

/* Can this be told as a number to the readers of this document? */
bool level_is_open(const teller *t, const measure *m);
bool evolution_is_open(const teller *t, const measure *m);

const char *tell_level(teller *t, topic at, const measure *m);
/* The same of a percentage that is no indicator of the catalogue: `about` says what it is a share of. */
const char *tell_share(teller *t, topic at, const measure *m);
const char *tell_previous(teller *t, topic at, const measure *m); /* one year before */
const char *tell_evolution(teller *t, topic at, const measure *m);
const char *tell_offices(teller *t, topic at, const measure *m); /* 4/5 */
const char *tell_coverage(teller *t, topic at, const measure *m);
const char *tell_response(teller *t, topic at, const measure *m);
/* A number that is no measure, in the way of its indicator. */
const char *tell_amount(teller *t, topic at, const char *name, number exact);
/* The sign of what secrecy keeps, listed as such. */
const char *tell_withheld(teller *t, topic at, const char *name);
const char *tell_count(teller *t, topic at, const char *name, int64_t count);

/* Text without listing, for sentences on a figure told already. */
const char *say_count(relais_document *d, int64_t count);
const char *say_percent(relais_document *d, number percent, bool sign); /* one decimal */
const char *say_points(relais_document *d, number points, bool sign);
/* Whole percents, with the decimals it takes not to say 60, 80 or 100 when that is not reached. */
const char *say_coverage(relais_document *d, number percent);
int coverage_places(number percent);
number number_magnitude(number n);

#endif
