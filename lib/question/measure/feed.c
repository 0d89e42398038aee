/* SPDX-License-Identifier: MIT
 * What frames are read from. A report asks for the same months again and again, each section for its own
 * reason and in a study of its own: the last frames that were read are remembered while the store is held,
 * as many as fit in a few megabytes, and what lies within one is taken from it.
 */
#include "frame.h"

#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../../store/figure.h"
#include "../sql.h"

enum { REMEMBERED = 64, MOST_BYTES = 8 << 20, MOST_OF_ONE = MOST_BYTES / 4 };

typedef struct remembered {
	int64_t indicator, known;
	bool is_told; /* as told outside, not as known within */
	frame frame;
} remembered;

struct feed_memory {
	remembered frames[REMEMBERED]; /* in a ring, `first` the oldest */
	size_t first, count, bytes;
};

static size_t bytes_of(const frame *f)
{
	return f->steps * f->width * sizeof *f->cells +
	       (f->moves.count + f->quiet.count) * sizeof *f->moves.list;
}

static void forget_oldest(feed_memory *m)
{
	remembered *oldest = &m->frames[m->first];

	m->bytes -= bytes_of(&oldest->frame);
	frame_free(&oldest->frame);
	m->first = (m->first + 1) % REMEMBERED;
	m->count--;
}

static void forget_all(void *memory)
{
	feed_memory *m = memory;

	while (m && m->count)
		forget_oldest(m);
	free(m);
}

/* Shared by all that read the state the store is held in, else the feed's own. */
static relais_status find_memory(feed *s, relais_error *err)
{
	feed_memory *m;

	if (store_kept(s->store))
		return RELAIS_OK;
	if (!(m = calloc(1, sizeof *m)))
		return fail_memory(err);
	if (!store_keep(s->store, m, forget_all))
		s->memory = m;
	return RELAIS_OK;
}

/* NULL: a feed that outlives the hold reads again. */
static feed_memory *memory_of(const feed *s)
{
	return s->memory ? s->memory : store_kept(s->store);
}

static bool copy_moves(moves *to, const moves *from, relais_span within)
{
	bool fits = true;

	for (size_t i = 0; fits && i < from->count; i++)
		if (from->list[i].period >= within.from && from->list[i].period <= within.to)
			fits = moves_add(to, &from->list[i]);
	return fits;
}

/* The periods of `w` out of a frame that has them all, from its step `first` on. False: there is no memory
 * for them, and `to` is empty. */
static bool copy_frame(frame *to, const frame *from, window w, size_t first, size_t steps)
{
	size_t cells = steps * from->width;

	*to = *from;
	to->window = w;
	to->steps = steps;
	to->moves = to->quiet = (moves){ 0 };
	if ((to->cells = malloc((cells + 1) * sizeof *to->cells)) &&
		copy_moves(&to->moves, &from->moves, w.span) &&
		copy_moves(&to->quiet, &from->quiet, w.span)) {
		memcpy(to->cells, from->cells + first * from->width, cells * sizeof *to->cells);
		return true;
	}
	frame_free(to);
	return false;
}

/* Of the periods of a window, a remembered frame has all. */
static bool has_all(const remembered *one, const feed *s, const item *i, window w)
{
	const frame *f = &one->frame;

	return one->indicator == i->about.id && one->known == s->known &&
	       one->is_told == (s->plan.day_of != NULL) && f->window.is_mixed == w.is_mixed &&
	       f->length == period_length_of(w.span.from) && frame_step(f, w.span.from) >= 0 &&
	       frame_step(f, w.span.to) >= 0;
}

bool feed_remembers(const feed *s, const item *i, window w, frame *f)
{
	const feed_memory *m = memory_of(s);

	for (size_t n = m ? m->count : 0; n-- > 0;) {
		const remembered *one = &m->frames[(m->first + n) % REMEMBERED];
		size_t from;

		if (!has_all(one, s, i, w))
			continue;
		from = (size_t)frame_step(&one->frame, w.span.from);
		if (!copy_frame(f, &one->frame, w, from,
			    (size_t)frame_step(&one->frame, w.span.to) - from + 1))
			return false;
		frame_count(f);
		return true;
	}
	return false;
}

bool feed_has_room(const feed *s, window w)
{
	return !s->memory &&
	       (size_t)period_count(w.span) * s->offices->count * sizeof(cell) <= MOST_OF_ONE;
}

void feed_remember(const feed *s, const item *i, const frame *f)
{
	feed_memory *m = memory_of(s);
	remembered one = {
		.indicator = i->about.id, .known = s->known, .is_told = s->plan.day_of != NULL
	};

	if (bytes_of(f) > MOST_OF_ONE || !copy_frame(&one.frame, f, f->window, 0, f->steps))
		return;
	while (m->count == REMEMBERED || (m->count && m->bytes + bytes_of(f) > MOST_BYTES))
		forget_oldest(m);
	m->bytes += bytes_of(f);
	m->frames[(m->first + m->count++) % REMEMBERED] = one;
}

relais_status feed_open(feed *s, relais_store *store, const roster *offices,
	const catalogue *indicators, int64_t known, relais_error *err)
{
	relais_status rc;

	*s = (feed){
		.store = store, .offices = offices, .indicators = indicators, .known = known
	};
	if ((rc = stmt_prepare_visit(&s->observed, store, SQL(observed), err)) != RELAIS_OK)
		return rc;
	if ((rc = stmt_prepare(&s->superseded, store, SQL(superseded), err)) != RELAIS_OK)
		return rc;
	if (!(s->since = calloc(indicators->count + 1, sizeof *s->since)))
		return fail_memory(err);
	if ((rc = find_memory(s, err)) != RELAIS_OK)
		return rc;
	if ((rc = breaks_load(&s->breaks, store, offices, indicators, known, err)) != RELAIS_OK)
		return rc;
	if ((rc = stmt_prepare(&s->sent, store, SQL(sent), err)) != RELAIS_OK)
		return rc;
	return stmt_prepare(&s->ever, store, SQL(ever), err);
}

void feed_close(feed *s)
{
	stmt_free(s->observed);
	stmt_free(s->superseded);
	stmt_free(s->ever);
	stmt_free(s->sent);
	release_plan_free(&s->plan);
	for (size_t i = 0; s->since && i < s->indicators->count; i++)
		free(s->since[i]);
	free(s->since);
	breaks_free(&s->breaks);
	forget_all(s->memory);
}

void feed_look_from(feed *s, int64_t known)
{
	for (size_t i = 0; s->known != known && i < s->indicators->count; i++) {
		free(s->since[i]);
		s->since[i] = NULL;
	}
	s->known = known;
}

/* Was it there for the first note of its period? */
static bool came_in_time(const feed *s, const stmt *row)
{
	relais_period p = figure_period((uint64_t)stmt_int(row, 1));

	return !s->plan.day_of ||
	       s->plan.day_of[stmt_int(row, 2)] <= release_first_day(&s->plan, p);
}

enum { NEVER = INT32_MAX, LATE = INT32_MAX - 1 }; /* by office, while they are looked for */

/* The first one of every office, as known: LATE when it came late. Most have sent it from the first month
 * on, so that little is read. */
static relais_status first_known(
	const feed *s, const item *i, relais_day *since, size_t *late, relais_error *err)
{
	size_t left = s->offices->count, hint = 0;
	relais_status rc = RELAIS_OK;

	stmt_bind_int(s->ever, ":indicator", i->about.id);
	stmt_bind_int(s->ever, ":known", s->known);
	while (left && (rc = stmt_step(s->ever, err)) == RELAIS_OK) {
		ptrdiff_t column = roster_at(s->offices, stmt_int(s->ever, 0), &hint);

		if (column < 0 || since[column] != NEVER)
			continue;
		since[column] = came_in_time(s, s->ever)
					? period_first_day(
						  figure_period((uint64_t)stmt_int(s->ever, 1)))
					: LATE;
		*late += since[column] == LATE;
		left--;
	}
	stmt_reset(s->ever);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

/* Of those whose first one came late: the first period of which one was there in time. */
static relais_status first_in_time(
	const feed *s, const item *i, relais_day *since, size_t late, relais_error *err)
{
	size_t hint = 0;
	relais_status rc = RELAIS_OK;

	stmt_bind_int(s->sent, ":indicator", i->about.id);
	stmt_bind_int(s->sent, ":known", s->known);
	while (late && (rc = stmt_step(s->sent, err)) == RELAIS_OK) {
		ptrdiff_t column = roster_at(s->offices, stmt_int(s->sent, 0), &hint);

		if (column < 0 || since[column] != LATE || !came_in_time(s, s->sent))
			continue;
		since[column] = period_first_day(figure_period((uint64_t)stmt_int(s->sent, 1)));
		late--;
	}
	stmt_reset(s->sent);
	for (size_t o = 0; o < s->offices->count; o++)
		since[o] = since[o] == LATE ? NEVER : since[o];
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

relais_status feed_senders(
	const feed *s, const item *i, const relais_day **out, relais_error *err)
{
	relais_day **kept = &s->since[i - s->indicators->items];
	size_t late = 0;
	relais_status rc;

	if ((*out = *kept))
		return RELAIS_OK;
	if (!(*out = *kept = calloc(s->offices->count + 1, sizeof **kept)))
		return fail_memory(err);
	for (size_t o = 0; o < s->offices->count; o++)
		(*kept)[o] = NEVER;
	rc = first_known(s, i, *kept, &late, err);
	return rc == RELAIS_OK && late ? first_in_time(s, i, *kept, late, err) : rc;
}
