/* SPDX-License-Identifier: MIT
 * Needs as sessions that would be held, a theme each, so that they add up, and are protected, as
 * sessions are; and from the last ones of the theme how many to open, how long, at what cost.
 */
#include "needs.h"

#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../../base/text.h"
#include "../../model/kind_training.h"
#include "../../store/store.h"
#include "../measure/fraction.h"
#include "../sql.h"
#include "ask.h"

enum { MILLION = 1000000, CENTS = 2, CENT = MILLION / 100 };

/* ---- What was before --------------------------------------------------------------- */

void precedent_of(const training *t, const char *theme, relais_day until, precedent *out)
{
	*out = (precedent){ .count = 0 };
	for (size_t i = t->course_count; i-- > 0 && out->count < LAST_SESSIONS;) {
		const course *c = &t->courses[i];
		amount cost = course_cost(c);

		if (!course_is_held(c) || c->begins > until || !text_same(c->theme, theme))
			continue;
		out->basis[out->count++] = c;
		if (c->seats > 0) {
			out->seats += c->seats;
			out->with_seats++;
		}
		if (c->days.is_known && c->days.units > 0) {
			out->days += c->days.units;
			out->with_days++;
		}
		if (cost.is_known && c->days.is_known && c->days.units > 0) {
			out->cost += cost.units;
			out->costed_days += c->days.units;
		}
	}
}

/* ---- Reading ------------------------------------------------------------------------ */

static course *course_of(training *t, const char *theme)
{
	course *more;

	for (size_t i = 0; i < t->course_count; i++)
		if (text_same(t->courses[i].theme, theme))
			return &t->courses[i];
	if (!(more = realloc(t->courses, (t->course_count + 1) * sizeof *more)))
		return NULL;
	t->courses = more;
	more += t->course_count;
	*more = (course){ .code = arena_string(&t->memory, theme),
		.state = "tenu",
		.begins = RELAIS_NO_DAY,
		.ends = RELAIS_NO_DAY,
		.seats = -1,
		.is_asked = true };
	more->theme = more->code;
	if (!more->code)
		return NULL;
	t->course_count++;
	return more;
}

/* Codes of both lists, each once. */
static bool add_resolutions(training *t, course *c, const char *codes)
{
	text all = { 0 };

	text_add(&all, c->resolutions ? c->resolutions : "");
	for (const char *p = codes; p && *p;) {
		size_t n = strcspn(p, " ");
		char code[64];

		snprintf(code, sizeof code, "%.*s", (int)n, p);
		c->resolutions = text_str(&all);
		if (!course_serves(c, code))
			text_addf(&all, "%s%s", all.length ? " " : "", code);
		p += n + (p[n] == ' ');
	}
	c->resolutions = all.length ? arena_string(&t->memory, text_str(&all)) : NULL;
	text_free(&all);
	return !all.failed && (c->resolutions || !all.length);
}

static amount days_at(const stmt *s, int column)
{
	number n;

	if (stmt_is_null(s, column) || !number_from_text(stmt_text(s, column), &n) ||
		!number_rescale(n, NUMBER_MAX_DECIMALS, &n, NULL))
		return (amount){ 0, false };
	return (amount){ n.units, true };
}

/* Columns as q_needs.sql lists them. The hours of a seating are the days wished. */
static bool take_need(training *t, const office *o, const stmt *s)
{
	course *c = course_of(t, stmt_text(s, 1));
	amount days = days_at(s, 5);
	seating *more;

	if (!c || !add_resolutions(t, c, stmt_text(s, 6)) ||
		!(more = realloc(t->seatings, (t->seating_count + 1) * sizeof *more)))
		return false;
	t->seatings = more;
	more += t->seating_count++;
	*more = (seating){ .course = (size_t)(c - t->courses),
		.office = o->office_of >= 0 ? (size_t)o->office_of
					    : (size_t)(o - t->roster.offices),
		.category = arena_string(&t->memory, stmt_text(s, 2)),
		.regime = arena_string(&t->memory, stmt_text(s, 3)),
		.enrolled = stmt_int(s, 4),
		.came = stmt_int(s, 4),
		.hours = { days.units * HOURS_A_DAY, days.is_known },
		.is_asked = true };
	return more->category && more->regime;
}

static int by_course(const void *a, const void *b)
{
	const seating *x = a, *y = b;

	return x->course < y->course ? -1 : x->course > y->course;
}

bool need_is_asked(const relais_question *q, const office *o, const char *resolutions)
{
	const course c = { .resolutions = resolutions };
	bool serves = !q->resolutions;

	for (const char *const *code = q->resolutions; code && *code; code++)
		serves = serves || course_serves(&c, *code);
	return serves && o->is_named && o->is_inside && (!q->members_only || o->is_member);
}

static relais_status read_needs(
	training *t, relais_store *store, const relais_question *q, int year, relais_error *err)
{
	stmt *s;
	relais_status rc = stmt_prepare(&s, store, SQL(needs), err);

	if (rc != RELAIS_OK)
		return rc;
	stmt_bind_int(s, ":known", t->known);
	stmt_bind_int(s, ":year", year);
	while ((rc = stmt_step(s, err)) == RELAIS_OK) {
		const office *o = roster_office(&t->roster, stmt_text(s, 0));

		if (!o || !need_is_asked(q, o, stmt_text(s, 6)))
			continue;
		if (!take_need(t, o, s)) {
			rc = fail_memory(err);
			break;
		}
	}
	stmt_free(s);
	if (rc == RELAIS_END)
		training_join(t, by_course);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

/* ---- Working out --------------------------------------------------------------------- */

/* Days of one session: as wished, by those who wish, else as the last ones had, in 1/`*over`. */
static bool days_of_one(
	const course_plan *p, const course *c, const precedent *b, fraction *out)
{
	int64_t wished = 0, by = 0;

	for (size_t i = c->first; i < c->first + c->count; i++) {
		const seating *e = &p->asked.seatings[i];
		int64_t product;

		if (!e->hours.is_known)
			continue;
		if (__builtin_mul_overflow(e->hours.units / HOURS_A_DAY, e->came, &product) ||
			!number_add(&wished, product))
			return false;
		by += e->came;
	}
	if (by > 0)
		*out = fraction_of(wished, by);
	else
		*out = fraction_of(b->days, b->with_days);
	return out->bottom != 0;
}

static amount rounded(fraction f)
{
	number n;

	return fraction_round(f, 0, &n) ? (amount){ n.units, true } : (amount){ 0, false };
}

/* An amount in millionths, to the cent. */
static amount to_the_cent(fraction f)
{
	number n;

	if (!fraction_round(fraction_over(f, CENT), 0, &n))
		return (amount){ 0, false };
	return (amount){ n.units * CENT, true };
}

/* The OPCO may be asked for those under private law, the CNFPT for those under public law. What each
 * is asked for comes from one running sum, so that the three make the cost to the cent. */
static void share_out(planned *o)
{
	amount first, both;

	if (!o->cost.is_known || o->trainees == 0)
		return;
	first = to_the_cent(fraction_over(
		fraction_times(fraction_of(o->cost.units, 1), o->private), o->trainees));
	both = to_the_cent(fraction_over(
		fraction_times(fraction_of(o->cost.units, 1), o->private + o->public),
		o->trainees));
	o->opco = first;
	o->cnfpt = (amount){ both.units - first.units, both.is_known && first.is_known };
	o->rest = (amount){ o->cost.units - both.units, both.is_known };
}

static void work_out(course_plan *p, planned *o)
{
	const precedent *b = &o->before;
	fraction one;

	o->sessions = -1;
	if (b->with_seats > 0 && b->seats >= b->with_seats) {
		o->seats = b->seats / b->with_seats;
		o->sessions = (o->trainees + o->seats - 1) / o->seats;
	}
	if (b->costed_days > 0)
		o->day_cost = to_the_cent(
			fraction_times(fraction_of(b->cost, b->costed_days), MILLION));
	if (o->sessions < 0 || !days_of_one(p, o->line->course, b, &one))
		return;
	o->days = rounded(fraction_times(one, o->sessions));
	if (b->costed_days > 0)
		o->cost = to_the_cent(
			fraction_over(fraction_times(fraction_times(one, o->sessions), b->cost),
				b->costed_days));
	share_out(o);
}

static void count_people(const course_plan *p, planned *o)
{
	const course *c = o->line->course;

	for (size_t i = c->first; i < c->first + c->count; i++) {
		const seating *e = &p->asked.seatings[i];

		o->trainees += e->came;
		o->private += strcmp(e->regime, "prive") == 0 ? e->came : 0;
		o->public += strcmp(e->regime, "public") == 0 ? e->came : 0;
	}
	o->others = o->trainees - o->private - o->public;
}

static bool add_to_total(course_plan *p, const planned *o)
{
	planned *t = &p->total;

	t->trainees += o->trainees;
	t->private += o->private;
	t->public += o->public;
	t->others += o->others;
	t->sessions += o->sessions > 0 ? o->sessions : 0;
	p->lacks = p->lacks || o->sessions < 0 || !o->cost.is_known || !o->days.is_known;
	return amount_add(&t->days, o->days) && amount_add(&t->cost, o->cost) &&
	       amount_add(&t->opco, o->opco) && amount_add(&t->cnfpt, o->cnfpt) &&
	       amount_add(&t->rest, o->rest);
}

static int by_theme(const void *a, const void *b)
{
	const line *x = a, *y = b;

	return text_compare_natural(x->code, y->code);
}

static relais_status fill(course_plan *p, const relais_question *q, relais_error *err)
{
	p->themes = calloc(p->lines.count + 1, sizeof *p->themes);
	if (!p->themes)
		return fail_memory(err);
	p->count = p->lines.count;
	p->total.line = &p->lines.total;
	if (p->count)
		qsort(p->lines.lines, p->count, sizeof *p->lines.lines, by_theme);
	for (size_t i = 0; i < p->count; i++) {
		planned *o = &p->themes[i];

		o->line = &p->lines.lines[i];
		o->resolutions = o->line->course->resolutions;
		count_people(p, o);
		precedent_of(&p->past, o->line->code,
			q->as_of == RELAIS_NO_DAY ? q->today : q->as_of, &o->before);
		work_out(p, o);
		if (!add_to_total(p, o))
			return fail(err, RELAIS_E_DATA, "these needs cannot be added up");
	}
	return RELAIS_OK;
}

relais_status course_plan_open(course_plan *p, relais_store *store, const relais_question *q,
	int year, relais_error *err)
{
	relais_question all = *q;
	stretch always = { RELAIS_NO_DAY, RELAIS_NO_DAY, NULL };
	relais_status rc;

	*p = (course_plan){ .count = 0 };
	all.offices = all.territories = all.resolutions = NULL;
	all.members_only = false;
	if ((rc = training_open(&p->past, store, &all, err)) != RELAIS_OK)
		return rc;
	if ((rc = training_open(&p->asked, store, q, err)) == RELAIS_OK) {
		p->asked.course_count = p->asked.seating_count = 0;
		rc = read_needs(&p->asked, store, q, year, err);
	}
	if (rc == RELAIS_OK && !lineup_open(&p->lines, &p->asked, LINE_SESSION, &always))
		rc = fail(err, RELAIS_E_MEMORY, "these needs cannot be added up");
	if (rc == RELAIS_OK && is_told_outside(q))
		rc = lineup_mask(&p->lines, &p->asked, &always, store, err);
	if (rc == RELAIS_OK)
		rc = fill(p, q, err);
	if (rc != RELAIS_OK)
		course_plan_close(p);
	return rc;
}

void course_plan_close(course_plan *p)
{
	free(p->themes);
	lineup_close(&p->lines);
	training_close(&p->asked);
	training_close(&p->past);
	*p = (course_plan){ .count = 0 };
}
