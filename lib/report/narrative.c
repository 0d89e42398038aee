/* SPDX-License-Identifier: MIT
 * See narrative.h. A sentence takes its figures in the order evolution, period compared with,
 * offices, expected, coverage; translations reorder them with %2$s when they must.
 */
#include <string.h>

#include "../base/period.h"
#include "narrative.h"

typedef enum subject { SUBJECT_ALL, SUBJECT_COUNTER, SUBJECT_OTHER } subject;

/* What a sentence quotes, as text. */
typedef struct facts {
	const char *label, *evolution, *before, *offices, *expected, *coverage;
} facts;

static subject subject_of(const indicator *i)
{
	if (!strcmp(i->code, "demandes_total"))
		return SUBJECT_ALL;
	return strcmp(i->code, "contacts_guichet") ? SUBJECT_OTHER : SUBJECT_COUNTER;
}

trend trend_of(number evolution)
{
	int64_t one = 1;

	for (int i = 0; i < evolution.decimals; i++)
		one *= 10;
	return evolution.units > one    ? TREND_UP
	       : evolution.units < -one ? TREND_DOWN
					: TREND_STABLE;
}

const char *narrate_period(relais_document *d, relais_period period)
{
	char text[48];

	period_format(period, d->lang, text);
	return document_copy(d, text);
}

static const char *say_year(relais_document *d, relais_period period)
{
	return narrate_period(d, period_make(period_year(period), SLOT_YEAR));
}

/* "7,2 %" for what goes up or down, "+0,4 %" for what is stable. */
static const char *say_move(
	relais_document *d, number n, const char *(*say)(relais_document *, number, bool))
{
	return trend_of(n) == TREND_STABLE ? say(d, n, true)
					   : say(d, number_magnitude(n), false);
}

static facts gather(
	relais_document *d, const indicator *about, const char *before, const measure *m)
{
	return (facts){
		.label = indicator_label(about, d->lang),
		.evolution = say_move(
			d, m->evolution, indicator_in_points(about) ? say_points : say_percent),
		.before = before,
		.offices = say_count(d, m->offices),
		.expected = say_count(d, m->expected),
		.coverage =
			m->has_coverage ? say_coverage(d, m->coverage) : document_say(d, "n/a"),
	};
}

/* ---- the month -------------------------------------------------------------- */

static const char *month_all(relais_document *d, trend way, const facts *f)
{
	switch (way) {
	case TREND_UP:
		return document_say(d,
			"Requests handled through all channels are up %s on %s "
			"(%s of %s offices, coverage %s).",
			f->evolution, f->before, f->offices, f->expected, f->coverage);
	case TREND_DOWN:
		return document_say(d,
			"Requests handled through all channels are down %s on %s "
			"(%s of %s offices, coverage %s).",
			f->evolution, f->before, f->offices, f->expected, f->coverage);
	case TREND_STABLE: break;
	}
	return document_say(d,
		"Requests handled through all channels are stable: %s on %s "
		"(%s of %s offices, coverage %s).",
		f->evolution, f->before, f->offices, f->expected, f->coverage);
}

static const char *month_counter(relais_document *d, trend way, const facts *f)
{
	switch (way) {
	case TREND_UP:
		return document_say(d,
			"Requests handled at the counter are up %s on %s "
			"(%s of %s offices, coverage %s).",
			f->evolution, f->before, f->offices, f->expected, f->coverage);
	case TREND_DOWN:
		return document_say(d,
			"Requests handled at the counter are down %s on %s "
			"(%s of %s offices, coverage %s).",
			f->evolution, f->before, f->offices, f->expected, f->coverage);
	case TREND_STABLE: break;
	}
	return document_say(d,
		"Requests handled at the counter are stable: %s on %s "
		"(%s of %s offices, coverage %s).",
		f->evolution, f->before, f->offices, f->expected, f->coverage);
}

static const char *month_other(relais_document *d, trend way, const facts *f)
{
	switch (way) {
	case TREND_UP:
		return document_say(d,
			"The indicator “%s” is up %s on %s (%s of %s offices, coverage %s).",
			f->label, f->evolution, f->before, f->offices, f->expected,
			f->coverage);
	case TREND_DOWN:
		return document_say(d,
			"The indicator “%s” is down %s on %s (%s of %s offices, coverage %s).",
			f->label, f->evolution, f->before, f->offices, f->expected,
			f->coverage);
	case TREND_STABLE: break;
	}
	return document_say(d,
		"The indicator “%s” is stable: %s on %s (%s of %s offices, coverage %s).",
		f->label, f->evolution, f->before, f->offices, f->expected, f->coverage);
}

/* ---- why there is no figure ----------------------------------------------------- */

static const char *too_few(relais_document *d, const char *now, const char *before, int64_t n)
{
	if (n == 1)
		return document_say(d,
			"No evolution is given for %s: only one office sent figures for %s as well, "
			"too few to conclude.",
			now, before);
	return document_say(d,
		"No evolution is given for %s: only %s offices sent figures for %s as well, "
		"too few to conclude.",
		now, say_count(d, n), before);
}

static bool is_below(number a, number b)
{
	return number_rescale(a, NUMBER_MAX_DECIMALS, &a, NULL) &&
	       number_rescale(b, NUMBER_MAX_DECIMALS, &b, NULL) && a.units < b.units;
}

/* NULL when the evolution can be told. A coverage is quoted of enough offices only: of one or
 * two it would be their share. */
static const char *why_not(
	relais_document *d, relais_period month, const measure *m, number weak_below)
{
	const char *now = narrate_period(d, month);
	const char *before = narrate_period(d, period_year_before(month));

	if (m->is_secret)
		return document_say(d,
			"The evolution for %s is not published: it would reveal the figures of one "
			"office.",
			now);
	if (!m->has_previous || !m->offices)
		return document_say(d,
			"No evolution is given for %s: no office sent figures for both this month "
			"and %s.",
			now, before);
	if (!m->has_evolution)
		return document_say(d,
			"No evolution is given for %s: nothing was counted in %s to compare with.",
			now, before);
	if (!m->is_not_significant)
		return NULL;
	if (m->has_break)
		return document_say(d,
			"No evolution is given for %s: because of breaks in the series since %s, too few "
			"offices can be compared.",
			now, before);
	if (m->offices < secrecy_least(m) || !m->has_coverage ||
		!is_below(m->coverage, weak_below))
		return too_few(d, now, before, m->offices);
	return document_say(d,
		"No evolution is given for %s: the offices that answered accounted for only %s of the activity "
		"of %s, too little to conclude.",
		now, say_coverage(d, m->coverage), before);
}

const char *narrate_month(relais_document *d, const indicator *about, relais_period month,
	const measure *m, number weak_below)
{
	const char *silence = why_not(d, month, m, weak_below);
	facts f;

	if (silence)
		return silence;
	f = gather(d, about, narrate_period(d, period_year_before(month)), m);
	switch (subject_of(about)) {
	case SUBJECT_ALL: return month_all(d, trend_of(m->evolution), &f);
	case SUBJECT_COUNTER: return month_counter(d, trend_of(m->evolution), &f);
	case SUBJECT_OTHER: break;
	}
	return month_other(d, trend_of(m->evolution), &f);
}

/* ---- since January ------------------------------------------------------------- */

static const char *year_all(relais_document *d, trend way, const facts *f)
{
	switch (way) {
	case TREND_UP:
		return document_say(d,
			"Since January, requests handled through all channels are up %s on the same "
			"months of %s (%s of %s offices, coverage %s).",
			f->evolution, f->before, f->offices, f->expected, f->coverage);
	case TREND_DOWN:
		return document_say(d,
			"Since January, requests handled through all channels are down %s on the same "
			"months of %s (%s of %s offices, coverage %s).",
			f->evolution, f->before, f->offices, f->expected, f->coverage);
	case TREND_STABLE: break;
	}
	return document_say(d,
		"Since January, requests handled through all channels are stable: %s on the same "
		"months of %s (%s of %s offices, coverage %s).",
		f->evolution, f->before, f->offices, f->expected, f->coverage);
}

static const char *year_counter(relais_document *d, trend way, const facts *f)
{
	switch (way) {
	case TREND_UP:
		return document_say(d,
			"Since January, requests handled at the counter are up %s on the same months "
			"of %s (%s of %s offices, coverage %s).",
			f->evolution, f->before, f->offices, f->expected, f->coverage);
	case TREND_DOWN:
		return document_say(d,
			"Since January, requests handled at the counter are down %s on the same months "
			"of %s (%s of %s offices, coverage %s).",
			f->evolution, f->before, f->offices, f->expected, f->coverage);
	case TREND_STABLE: break;
	}
	return document_say(d,
		"Since January, requests handled at the counter are stable: %s on the same months "
		"of %s (%s of %s offices, coverage %s).",
		f->evolution, f->before, f->offices, f->expected, f->coverage);
}

static const char *year_other(relais_document *d, trend way, const facts *f)
{
	switch (way) {
	case TREND_UP:
		return document_say(d,
			"Since January, the indicator “%s” is up %s on the same months of %s (%s of %s offices, "
			"coverage %s).",
			f->label, f->evolution, f->before, f->offices, f->expected,
			f->coverage);
	case TREND_DOWN:
		return document_say(d,
			"Since January, the indicator “%s” is down %s on the same months of %s (%s of %s offices, "
			"coverage %s).",
			f->label, f->evolution, f->before, f->offices, f->expected,
			f->coverage);
	case TREND_STABLE: break;
	}
	return document_say(d,
		"Since January, the indicator “%s” is stable: %s on the same months of %s (%s of %s offices, "
		"coverage %s).",
		f->label, f->evolution, f->before, f->offices, f->expected, f->coverage);
}

const char *narrate_year(
	relais_document *d, const indicator *about, relais_period month, const measure *m)
{
	facts f;

	if (period_slot(month) == SLOT_MONTH)
		return NULL; /* January is the month itself */
	if (m->is_secret || m->is_not_significant || !m->has_evolution)
		return m->is_secret
			       ? NULL
			       : document_say(d,
					 "Too few offices are complete since January, this year and "
					 "last, to give an evolution over these months.");
	f = gather(d, about, say_year(d, period_year_before(month)), m);
	switch (subject_of(about)) {
	case SUBJECT_ALL: return year_all(d, trend_of(m->evolution), &f);
	case SUBJECT_COUNTER: return year_counter(d, trend_of(m->evolution), &f);
	case SUBJECT_OTHER: break;
	}
	return year_other(d, trend_of(m->evolution), &f);
}
