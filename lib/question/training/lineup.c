/* SPDX-License-Identifier: MIT
 * Lines by what sessions, or the people in them, have in common.
 */
#include "lineup.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/map.h"
#include "../../base/period.h"
#include "../../base/text.h"
#include "lineup_inside.h"

const char *const line_keys[] = { "theme", "resolution", "month", "category", "office",
	"territory", NULL };

/* A session or some people in a line: one of the two. */
typedef struct member {
	size_t line;
	const course *course;
	const seating *people;
} member;

typedef struct building {
	lineup *out;
	const training *t;
	map by_code; /* folded code → position */
	member *members;
	size_t count, room;
	bool fits;
} building;

bool stretch_has(const stretch *w, const course *c)
{
	return c->is_asked && course_is_within(c, w->first, w->last) &&
	       (!w->state || strcmp(w->state, c->state) == 0);
}

/* ---- Who is in which line --------------------------------------------------------- */

static size_t line_of(building *b, const char *code, const char *name)
{
	char folded[512];
	int64_t at;
	lineup *out = b->out;

	text_fold(code, folded, sizeof folded);
	if (b->out->key == LINE_SESSION)
		snprintf(folded, sizeof folded, "%s", code);
	if (map_get(&b->by_code, folded, strlen(folded), &at))
		return (size_t)at;
	if ((out->count & (out->count - 1)) == 0) {
		size_t room = out->count ? out->count * 2 : 1;
		line *more = realloc(out->lines, room * sizeof *more);

		if (!more) {
			b->fits = false;
			return 0;
		}
		out->lines = more;
	}
	out->lines[out->count] = (line){ .code = code, .name = name };
	b->fits = b->fits && map_put(&b->by_code, folded, strlen(folded), (int64_t)out->count);
	return out->count++;
}

static void put(building *b, size_t at, const course *c, const seating *e)
{
	if (b->count == b->room) {
		size_t room = b->room ? b->room * 2 : 256;
		member *more = realloc(b->members, room * sizeof *more);

		if (!more) {
			b->fits = false;
			return;
		}
		b->members = more;
		b->room = room;
	}
	b->members[b->count++] = (member){ at, c, e };
}

/* The session, and everybody in it who is asked for. */
static void put_course(building *b, size_t at, const course *c)
{
	put(b, at, c, NULL);
	for (size_t i = c->first; i < c->first + c->count; i++)
		if (b->t->seatings[i].is_asked)
			put(b, at, NULL, &b->t->seatings[i]);
}

static void put_by_resolution(building *b, const course *c)
{
	if (!c->resolutions)
		put_course(b, line_of(b, "", NULL), c);
	for (const char *p = c->resolutions; p && *p;) {
		size_t n = strcspn(p, " ");
		char *code = arena_copy(&b->out->memory, p, n);

		if (!code) {
			b->fits = false;
			return;
		}
		put_course(b, line_of(b, code, NULL), c);
		p += n + (p[n] == ' ');
	}
}

static const char *month_of(building *b, const course *c)
{
	char month[16] = "";
	const char *kept;

	if (c->begins != RELAIS_NO_DAY)
		relais_period_print(period_of_day(c->begins, LENGTH_MONTH), month);
	kept = arena_string(&b->out->memory, month);
	b->fits = b->fits && kept;
	return kept ? kept : "";
}

const char *people_code(const training *t, line_key key, const seating *e)
{
	const office *o = &t->roster.offices[e->office];

	if (key == LINE_OFFICE)
		return o->code;
	if (key == LINE_TERRITORY)
		return o->attribute[KEY_TERRITORY] ? o->attribute[KEY_TERRITORY] : "";
	return e->category;
}

static size_t line_of_people(building *b, const seating *e)
{
	const roster *r = &b->t->roster;
	const char *code = people_code(b->t, b->out->key, e), *name = NULL;

	if (b->out->key == LINE_OFFICE)
		name = r->offices[e->office].name;
	if (b->out->key == LINE_TERRITORY)
		name = roster_territory_name(r, code);
	return line_of(b, code, name);
}

bool lineup_has(const lineup *l, const line *one, const course *c)
{
	char month[16] = "";

	switch (l->key) {
	case LINE_SESSION: return one->course == c;
	case LINE_THEME: return text_same(one->code, c->theme);
	case LINE_RESOLUTION: return *one->code ? course_serves(c, one->code) : !c->resolutions;
	case LINE_MONTH:
		if (c->begins != RELAIS_NO_DAY)
			relais_period_print(period_of_day(c->begins, LENGTH_MONTH), month);
		return strcmp(one->code, month) == 0;
	default: return false;
	}
}

static void put_people(building *b, const course *c)
{
	for (size_t i = c->first; i < c->first + c->count; i++) {
		const seating *e = &b->t->seatings[i];

		if (e->is_asked && e->came > 0)
			put(b, line_of_people(b, e), NULL, e);
	}
}

static void place_course(building *b, const course *c)
{
	switch (b->out->key) {
	case LINE_SESSION: put_course(b, line_of(b, c->code, c->title), c); return;
	case LINE_THEME: put_course(b, line_of(b, c->theme, NULL), c); return;
	case LINE_RESOLUTION: put_by_resolution(b, c); return;
	case LINE_MONTH: put_course(b, line_of(b, month_of(b, c), NULL), c); return;
	default: put_people(b, c); return;
	}
}

/* ---- Adding up ------------------------------------------------------------------- */

/* Sessions of a line are counted where it is of people: those they were in. */
static int by_line(const void *a, const void *b)
{
	const member *x = a, *y = b;

	if (x->line != y->line)
		return x->line < y->line ? -1 : 1;
	if (!x->people || !y->people)
		return (x->people != NULL) - (y->people != NULL);
	return x->people < y->people ? -1 : x->people > y->people;
}

static bool add_members(line *l, const training *t, const member *m, size_t count, shares *s)
{
	size_t last = SIZE_MAX;
	bool fits = true;

	for (size_t i = 0; i < count && fits; i++) {
		if (m[i].course) {
			fits = line_add_course(l, t, m[i].course);
			continue;
		}
		fits = line_add_people(l, m[i].people) && shares_add(s, m[i].people);
		if (!m[0].course && m[i].people->course != last)
			l->sessions++;
		last = m[i].people->course;
	}
	shares_settle(s, l);
	return fits;
}

static void add_up(building *b, shares *s)
{
	lineup *out = b->out;

	if (b->count)
		qsort(b->members, b->count, sizeof *b->members, by_line);
	for (size_t from = 0, to; from < b->count && b->fits; from = to) {
		size_t at = b->members[from].line;

		for (to = from; to < b->count && b->members[to].line == at; to++)
			if (out->key == LINE_SESSION && b->members[to].course)
				out->lines[at].course = b->members[to].course;
		b->fits = add_members(&out->lines[at], b->t, b->members + from, to - from, s);
	}
}

static void add_total(building *b, const stretch *w, shares *s)
{
	line *total = &b->out->total;

	*total = (line){ .code = "total" };
	for (size_t i = 0; i < b->t->course_count && b->fits; i++) {
		const course *c = &b->t->courses[i];

		if (!stretch_has(w, c) || course_is_off(c))
			continue;
		b->fits = line_add_course(total, b->t, c);
		for (size_t n = c->first; n < c->first + c->count && b->fits; n++)
			if (b->t->seatings[n].is_asked)
				b->fits = line_add_people(total, &b->t->seatings[n]) &&
					  shares_add(s, &b->t->seatings[n]);
	}
	shares_settle(s, total);
}

/* Sessions stay in the order of their days. */
static int in_order(const void *a, const void *b)
{
	const line *x = a, *y = b;

	if (!*x->code != !*y->code)
		return !*x->code - !*y->code;
	return text_compare_natural(x->code, y->code);
}

bool lineup_open(lineup *l, const training *t, line_key key, const stretch *w)
{
	building b = { .out = l, .t = t, .fits = true };
	shares s;

	*l = (lineup){ .key = key };
	b.fits = shares_open(&s, t->roster.count);
	for (size_t i = 0; i < t->course_count && b.fits; i++)
		if (stretch_has(w, &t->courses[i]) &&
			(key == LINE_SESSION || !course_is_off(&t->courses[i])))
			place_course(&b, &t->courses[i]);
	if (b.fits)
		add_up(&b, &s);
	if (b.fits)
		add_total(&b, w, &s);
	if (l->count && key != LINE_SESSION)
		qsort(l->lines, l->count, sizeof *l->lines, in_order);
	shares_close(&s);
	map_free(&b.by_code);
	free(b.members);
	if (!b.fits)
		lineup_close(l);
	return b.fits;
}

void lineup_close(lineup *l)
{
	free(l->lines);
	arena_free(&l->memory);
	*l = (lineup){ 0 };
}
