/* SPDX-License-Identifier: MIT
 * From tallies to figures: value, evolution, response and coverage as exact quotients rounded
 * once; then the gates that say what a figure is worth, and secrecy.
 */
#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "fraction.h"
#include "../study/inside.h"

enum { RATE_DECIMALS = 6, PROVISIONAL_DAYS = 60 };

/* The value of summed pairs. */
static fraction value_of(
	const item *i, int64_t a, int64_t b, int steps, int a_decimals, int b_decimals)
{
	fraction over = fraction_of(a, b);

	if (i->over_offices == RULE_SUM) {
		fraction sum = fraction_of(a, power_of_10(a_decimals));

		return i->over_time == TIME_MEAN ? fraction_over(sum, steps) : sum;
	}
	over = fraction_over(over, power_of_10(a_decimals));
	switch (i->over_offices) {
	case RULE_SHARE: return fraction_times(over, 100);
	case RULE_MEAN: return i->over_time == TIME_SUM ? fraction_times(over, steps) : over;
	case RULE_RATIO: over = fraction_times(over, i->about.factor); break;
	default: break;
	}
	return fraction_times(over, power_of_10(b_decimals));
}

bool cell_value(const item *i, int64_t a, int64_t b, int steps, int a_decimals, int b_decimals,
	number *out)
{
	if (i->over_offices == RULE_SUM && i->over_time != TIME_MEAN) {
		*out = (number){ a, a_decimals };
		return true;
	}
	return fraction_round(
		value_of(i, a, b, steps, a_decimals, b_decimals), RATE_DECIMALS, out);
}

relais_type item_value_type(const item *i)
{
	if (strcmp(i->about.type, "percent") == 0)
		return RELAIS_PERCENT;
	return i->over_offices == RULE_SUM ? RELAIS_NUMBER : RELAIS_INDEX;
}

bool item_is_in_points(const item *i)
{
	return strcmp(i->about.type, "percent") == 0 || strcmp(i->about.type, "score") == 0 ||
	       i->over_offices == RULE_SHARE ||
	       (i->over_offices == RULE_RATIO && i->about.factor == 100);
}

static void set_values(measure *m, const item *i, const lens *l, const tally *t, bool evolution)
{
	int da = l->now.a_decimals, db = l->now.b_decimals;
	int64_t level = t->now.a;
	fraction now, before, change;

	m->has_value = (t->count || t->estimated.count) &&
		       number_add(&level, t->estimated_sum) &&
		       cell_value(i, level, t->now.b, t->steps, da, db, &m->value);
	if (!evolution || !t->count)
		return;
	m->has_previous =
		cell_value(i, t->before.a, t->before.b, t->steps, da, db, &m->previous);
	now = value_of(i, t->now.a, t->now.b, t->steps, da, db);
	before = value_of(i, t->before.a, t->before.b, t->steps, da, db);
	change = item_is_in_points(i) ? fraction_minus(now, before)
				      : fraction_evolution(now, before);
	m->has_evolution = m->has_value && m->has_previous &&
			   fraction_round(change, RATE_DECIMALS, &m->evolution);
}

static bool set_rate(int64_t some, int64_t all, number *out)
{
	return fraction_round(fraction_times(fraction_of(some, all), 100), RATE_DECIMALS, out);
}

static bool is_below(number a, number b)
{
	return (wide)a.units * power_of_10(b.decimals) <
	       (wide)b.units * power_of_10(a.decimals);
}

/* How much of a level is estimated; too much of it, and there is no level. */
static void judge_estimates(measure *m, const study *s, const lens *l, const tally *t)
{
	int64_t all = t->now.top.magnitude;

	if (!l->estimates)
		return;
	m->has_estimates = t->estimated.count > 0;
	m->has_estimated = m->has_value && number_add(&all, t->estimated.magnitude) &&
			   set_rate(t->estimated_alone, all, &m->estimated);
	if (m->has_estimates && m->has_estimated &&
		is_below(s->gates.estimated, m->estimated)) {
		m->has_value = false;
		m->is_not_significant = true;
	}
}

static void judge(measure *m, const study *s, const tally *t, bool is_evolution)
{
	relais_day last = period_last_day(t->span.to);

	m->is_partial = t->steps > 1 && t->answered < t->expected;
	m->is_provisional = m->has_value && s->day < last + PROVISIONAL_DAYS;
	m->is_revised = m->has_value && t->is_revised;
	m->has_break = t->has_break;
	m->has_estimates = m->has_estimates || (m->has_value && t->has_estimates);
	m->is_not_significant = m->is_not_significant ||
				(is_evolution && m->offices < s->gates.least_count) ||
				(m->has_coverage && is_below(m->coverage, s->gates.fragile));
	m->is_fragile =
		!m->is_not_significant && m->has_coverage && is_below(m->coverage, s->gates.ok);
}

static void fill(measure *m, const study *s, const item *i, const lens *l, const tally *t,
	bool is_evolution)
{
	*m = (measure){ .offices = t->count,
		.expected = t->expected,
		.largest = t->now.open_top.largest,
		.magnitude = t->now.open_top.magnitude,
		.known = t->now.top.count - t->now.open_top.count,
		.is_additive = i->over_offices == RULE_SUM,
		.rule = &s->gates.secrecy };
	set_values(m, i, l, t, is_evolution);
	m->has_response = set_rate(t->answered, t->expected, &m->response);
	m->has_coverage = set_rate(t->answered_weight, t->expected_weight, &m->coverage);
	judge_estimates(m, s, l, t);
	judge(m, s, t, is_evolution);
}

relais_status measures_from(study *s, crossing *by, const item *i, const lens *l,
	const tally *tallies, bool is_evolution, measure *out, relais_error *err)
{
	size_t count = by->count;
	relais_status rc = RELAIS_OK;

	for (size_t g = 0; g < count; g++)
		fill(&out[g], s, i, l, &tallies[g], is_evolution);
	if (study_is_published(s))
		rc = measures_protect(s, by, i, l, tallies, is_evolution, out, err);
	for (size_t g = 0; study_is_published(s) && g < count; g++)
		out[g].is_withheld = out[g].is_secret || out[g].is_not_significant;
	return rc;
}

void measure_flags(const measure *m, char out[12])
{
	const struct {
		char letter;
		bool holds;
	} flags[] = { { 'b', m->has_break }, { 'e', m->has_estimates }, { 'f', m->is_fragile },
		{ 'p', m->is_provisional }, { 'r', m->is_revised },
		{ 's', m->is_secret || m->is_level_secret }, { 'x', m->is_not_significant } };
	size_t n = 0;

	for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
		if (flags[i].holds)
			out[n++] = flags[i].letter;
	out[n] = '\0';
}
