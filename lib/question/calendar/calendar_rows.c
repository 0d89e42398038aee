/* SPDX-License-Identifier: MIT
 * What a month was made of against the one a year before: calendar effects are told beside
 * the figures and not taken out of them (C2.8), for the series of a relay are too short.
 */
#include <string.h>

#include "../../base/date.h"
#include "../../base/error.h"
#include "../../base/holidays.h"
#include "../../base/rows.h"
#include "../../base/text.h"
#include "../../base/words.h"
#include "calendar.h"
#include "../study/inside.h"

static const relais_column columns[] = { { "period", N_("Period"), RELAIS_PERIOD },
	{ "item", N_("Item"), RELAIS_CODE }, { "zone", N_("Zone"), RELAIS_CODE },
	{ "days", N_("Days"), RELAIS_COUNT }, { "previous", N_("Previous"), RELAIS_COUNT },
	{ "difference", N_("Difference"), RELAIS_COUNT },
	{ "together", N_("Together"), RELAIS_PERIOD },
	{ "detail", N_("Detail"), RELAIS_TEXT } };

static const char alsace_moselle[] = "alsace_moselle";

/* The days of a span, or of months; those of the year before. */
typedef struct days {
	relais_day first, last;
} days;

typedef struct asked {
	rowlist *rows;
	calendar calendar;
	bool is_local; /* some offices are in Alsace or Moselle */
	/* The block at hand. */
	relais_span months;
	days now, before;
	text detail;
} asked;

static days days_of(relais_span months)
{
	return (days){ period_first_day(months.from), period_last_day(months.to) };
}

static void add_detail(text *t, const char *name, relais_day from, relais_day until)
{
	char first[16], last[16];

	relais_day_print(from, first);
	relais_day_print(until, last);
	text_addf(t, "%s%s%s%s", *text_str(t) ? "; " : "", name, *name ? " " : "", first);
	if (until != from)
		text_addf(t, "..%s", last);
}

/* `days`, `previous`: -1 when not known. Takes the detail. */
static void say(asked *q, const char *what, const char *zone, int now, int before)
{
	relais_span together = { 0, 0 };
	char period[40];

	span_print(q->months, period);
	rowlist_text(q->rows, period);
	rowlist_text(q->rows, what);
	rowlist_text(q->rows, zone && *zone ? zone : NULL);
	if (now < 0)
		rowlist_null(q->rows);
	else
		rowlist_count(q->rows, now);
	if (before < 0)
		rowlist_null(q->rows);
	else
		rowlist_count(q->rows, before);
	if (now < 0 || before < 0)
		rowlist_null(q->rows);
	else
		rowlist_count(q->rows, now - before);
	if (strcmp(what, "easter") == 0)
		together = easter_together(q->months);
	span_print(together, period);
	rowlist_text(q->rows, together.from ? period : NULL);
	rowlist_text(q->rows, *text_str(&q->detail) ? text_str(&q->detail) : NULL);
	rowlist_end_row(q->rows);
	text_clear(&q->detail);
}

static void say_holidays(
	asked *q, const char *zone, const day_counts *now, const day_counts *before)
{
	bool is_local = zone != NULL;
	int years[] = { period_year(q->months.from), period_year(q->months.to) };

	for (int year = years[0]; year <= years[1]; year++)
		for (int h = 0; h < HOLIDAYS; h++) {
			relais_day day = holiday_day((holiday)h, year);

			if (day >= q->now.first && day <= q->now.last &&
				(is_local || !holiday_is_local((holiday)h)))
				add_detail(&q->detail, holiday_code((holiday)h), day, day);
		}
	say(q, "public_holidays", zone, now->holidays, before->holidays);
	for (relais_day day = q->now.first; now->bridges && day <= q->now.last; day++)
		if (day_is_bridge(day, is_local))
			add_detail(&q->detail, "", day, day);
	say(q, "bridges", zone, now->bridges, before->bridges);
	say(q, "working_days", zone, now->working, before->working);
}

static int easter_days_in(days d, text *detail)
{
	int first, last, unused, count = 0;

	day_split(d.first, &first, &unused, &unused);
	day_split(d.last, &last, &unused, &unused);
	for (int year = first; year <= last; year++)
		for (int which = 0; which < EASTER_DAYS; which++) {
			relais_day day = easter_day(year, which);

			if (day < d.first || day > d.last)
				continue;
			count++;
			if (detail)
				add_detail(detail, easter_code(which), day, day);
		}
	return count;
}

static void say_school(asked *q, const char *zone)
{
	int now, before;

	if (!calendar_school_days(&q->calendar, zone, q->now.first, q->now.last, &now))
		now = -1;
	if (!calendar_school_days(&q->calendar, zone, q->before.first, q->before.last, &before))
		before = -1;
	for (size_t i = 0; i < q->calendar.count; i++) {
		const occasion *o = &q->calendar.all[i];

		if (occasion_concerns(o, zone) && o->from <= q->now.last &&
			o->until >= q->now.first)
			add_detail(&q->detail, o->label, o->from, o->until);
	}
	say(q, "school_holidays", zone, now, before);
}

static int shared(const occasion *o, days d)
{
	relais_day from = o->from > d.first ? o->from : d.first;
	relais_day until = o->until < d.last ? o->until : d.last;

	return until >= from ? until - from + 1 : 0;
}

/* Events of one name and zone are one row; of those not recorded nothing is known. */
static void say_event(asked *q, size_t at)
{
	const occasion *o = &q->calendar.all[at];
	int now = 0, before = 0;

	for (size_t i = 0; i < q->calendar.count; i++) {
		const occasion *other = &q->calendar.all[i];

		if (other->is_school || strcmp(other->zone, o->zone) != 0 ||
			strcmp(other->label, o->label) != 0)
			continue;
		if (i < at)
			return; /* said with that one */
		if (shared(other, q->now))
			add_detail(&q->detail, o->label, other->from, other->until);
		now += shared(other, q->now);
		before += shared(other, q->before);
	}
	if (!now && before)
		text_add(&q->detail, o->label);
	if (now || before)
		say(q, "event", o->zone, now ? now : -1, before ? before : -1);
}

static void say_days(asked *q, bool is_local)
{
	const char *zone = is_local ? alsace_moselle : NULL;
	day_counts now = days_count(q->now.first, q->now.last, is_local);
	day_counts before = days_count(q->before.first, q->before.last, is_local);

	if (!is_local) {
		say(q, "days", zone, now.days, before.days);
		say(q, "weekend_days", zone, now.weekend, before.weekend);
	}
	say_holidays(q, zone, &now, &before);
}

static void say_block(asked *q, relais_span months)
{
	q->months = months;
	q->now = days_of(months);
	q->before = days_of((relais_span){
		period_year_before(months.from), period_year_before(months.to) });
	say_days(q, false);
	if (q->is_local)
		say_days(q, true);
	say(q, "easter", NULL, easter_days_in(q->now, &q->detail),
		easter_days_in(q->before, NULL));
	for (size_t z = 0; z < q->calendar.zone_count; z++)
		say_school(q, q->calendar.zones[z]);
	for (size_t i = 0; i < q->calendar.count; i++)
		if (!q->calendar.all[i].is_school)
			say_event(q, i);
}

/* Is the law of Alsace and Moselle that of some offices asked for? */
static bool any_local(const study *s)
{
	static const char *const where[] = { "57", "67", "68" };

	for (size_t i = 0; i < s->offices.count; i++) {
		const office *o = &s->offices.offices[i];
		const char *in = o->attribute[KEY_DEPARTEMENT];

		for (size_t n = 0; in && n < sizeof where / sizeof *where; n++)
			if (o->is_named && o->is_inside && strcmp(in, where[n]) == 0)
				return true;
	}
	return false;
}

/* Each month, and all of them when there are several: that is what an evolution compares. */
static void say_all(asked *q, const study *s)
{
	relais_span months = span_in(s->span, LENGTH_MONTH);

	if (!s->span.from) {
		months.to = period_previous(period_of_day(s->today, LENGTH_MONTH));
		months.from = months.to;
	}
	for (relais_period p = months.from; p <= months.to; p = period_next(p))
		say_block(q, (relais_span){ p, p });
	if (months.from != months.to)
		say_block(q, months);
}

relais_status relais_ask_calendar(relais_store *store, const relais_question *question,
	bool alsace, relais_rows **out, relais_error *err)
{
	asked q = { .is_local = alsace };
	study *s;
	relais_status rc = study_open(&s, store, question, err);

	*out = NULL;
	if (rc != RELAIS_OK)
		return rc;
	if ((rc = calendar_load(&q.calendar, store, s->known, err)) == RELAIS_OK &&
		!(q.rows = rowlist_new(columns, sizeof columns / sizeof *columns)))
		rc = fail_memory(err);
	if (rc == RELAIS_OK) {
		q.is_local = alsace || any_local(s);
		say_all(&q, s);
		if (q.detail.failed)
			rc = fail_memory(err);
	}
	text_free(&q.detail);
	calendar_free(&q.calendar);
	study_close(s);
	if (rc == RELAIS_OK)
		return rowlist_rows(q.rows, out, err);
	rowlist_free(q.rows);
	return rc;
}
