/* SPDX-License-Identifier: MIT
 * The figures of one indicator over consecutive periods of one length, dense: a cell for every
 * period and every office (then unit). A cell is a pair, because what sums over offices and
 * time is never a rate but its two terms: a sum has only `a`; a weighted mean has a = value ×
 * weight and b = weight; a ratio its numerator and denominator; a mean or a share b = 1.
 */
#ifndef QUESTION_FRAME_H
#define QUESTION_FRAME_H

#include "../study/breaks.h"
#include "../study/catalogue.h"
#include "../study/perimeter.h"
#include "../published/release.h"

/* The store's states, then what a dense table needs besides. */
enum state {
	STATE_VALUE,
	STATE_ZERO,
	STATE_MISSING,
	STATE_NOT_CONCERNED,
	STATE_REFUSED,
	STATE_ABSENT, /* nothing was said */
	STATE_INACTIVE /* no such office in that period */
};

enum { HASH_STEP = 16777619 }; /* of sets of offices, as FNV-1 */

typedef struct cell {
	int64_t a, b;
	uint8_t state;
	bool is_revised;
	bool is_shared; /* part of what another office sent before it split */
	bool is_known; /* all of it to every reader: see published/consent.h */
	/* Of an office without a figure some bureaux of which sent theirs: which ones, as one number;
	 * their sum is in a and b. 0: none. */
	uint32_t answered;
	int64_t known_a, known_b; /* what every reader knows of a and b */
} cell;

/* The periods of a frame: consecutive ones of one length, or of every length there is. */
typedef struct window {
	relais_span span;
	bool is_mixed;
} window;

typedef struct frame frame;
struct frame {
	window window; /* {0}: empty */
	period_length length;
	size_t steps, width;
	cell *cells; /* steps × width */
	int a_decimals, b_decimals;
	size_t rows; /* cells about which anything is known */
	cell *told; /* of anything published: office by office, before the frame was folded */
	moves moves; /* of anything published: what was told otherwise before */
	moves quiet; /* likewise, where the total was not told: sums of several may have been */
	bool is_additive; /* over offices: what split may be shared out */
};

typedef struct feed_memory feed_memory;

/* What reading takes. */
typedef struct feed {
	relais_store *store;
	const roster *offices;
	const catalogue *indicators;
	int64_t known;
	release_plan plan; /* empty: all that is known is told */
	int base; /* the year evolutions compare with; 0: the year before */
	stmt *observed, *superseded, *ever, *sent;
	breaks breaks;
	relais_day **since; /* by indicator: see feed_senders; filled when asked */
	feed_memory *memory; /* of frames; NULL: it is kept with the store's hold */
} feed;

relais_status feed_open(feed *s, relais_store *store, const roster *offices,
	const catalogue *indicators, int64_t known, relais_error *err) MUST_CHECK;
void feed_close(feed *s);
/* From now on it tells what was known at another batch. */
void feed_look_from(feed *s, int64_t known);
/* A frame as it was read before, if it is still at hand: a copy, the caller's. */
bool feed_remembers(const feed *s, const item *i, window w, frame *f);
void feed_remember(const feed *s, const item *i, const frame *f);

/* May a frame of that window be remembered? */
bool feed_has_room(const feed *s, window w);
/* Remembers what was collected of an item, or of the terms of its sum. */
relais_status feed_read_ahead(
	const feed *s, const item *i, relais_span span, relais_error *err) MUST_CHECK;

/* Office by office, as they were. */
relais_status frame_read(
	frame *f, const feed *s, const item *i, window w, relais_error *err) MUST_CHECK;
/* By column of a frame: the first day of the first period the office sent it for, INT32_MAX when it
 * never did; of anything published, sent in time for the first note. Kept by the feed. */
relais_status feed_senders(
	const feed *s, const item *i, const relais_day **out, relais_error *err) MUST_CHECK;
/* Only what was collected of it, in `a`: no weights, no formula. */
relais_status frame_collected(
	frame *f, const feed *s, const item *i, window w, relais_error *err) MUST_CHECK;
/* Brought together by unit: a unit has a figure when all its offices active in the period do. With a
 * plan it marks what every reader knows of it. */
relais_status frame_fold(frame *f, const roster *offices, const perimeter *units,
	const release_plan *plan, relais_error *err) MUST_CHECK;
/* Of anything published: what mergers take from figures told before goes to its moves. To be
 * asked before the frame is folded. */
relais_status frame_merged(
	frame *f, const roster *offices, const perimeter *units, relais_error *err) MUST_CHECK;
void frame_free(frame *f);
/* Counts its rows. */
void frame_count(frame *f);
/* One more office of a unit: the states that are worth a figure add up; otherwise the unit has
 * none, and says why. False when it does not fit. */
bool cell_join(cell *unit, const cell *member);
/* A figure of an office where it counts among the units to[]: in its own, or, with `shares`, shared
 * out to what became of it. False when it does not fit. */
bool cell_place(cell *to, const cell *own, size_t of, const perimeter *units, relais_period p,
	bool shares);

/* What no reader knows of it. */
static inline int64_t cell_open_a(const cell *c)
{
	return c->a - c->known_a;
}
static inline int64_t cell_open_b(const cell *c)
{
	return c->b - c->known_b;
}

/* The period of a step. */
relais_period frame_period(const frame *f, size_t step);
/* Step of a period; -1 outside. */
ptrdiff_t frame_step(const frame *f, relais_period p);
static inline const cell *frame_cell(const frame *f, size_t step, size_t column)
{
	return &f->cells[step * f->width + column];
}
static inline bool state_is_collected(int state)
{
	return state == STATE_VALUE || state == STATE_ZERO;
}
/* Is a figure expected in this state? */
static inline bool state_is_expected(int state)
{
	return state != STATE_NOT_CONCERNED && state != STATE_INACTIVE;
}

#endif
