/* SPDX-License-Identifier: MIT
 * The figures of a merged office, by the catalogue's own rules: a sum is the sum of the offices, a rate is
 * computed again from what it is a rate of. When one of them has not sent a figure there is none: what
 * the others make is told beside, and never in its place.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../../base/period.h"
#include "../study/peers.h"
#include "../../base/words.h"
#include "merger.h"

enum { RATE_DECIMALS = 6, THOUSAND = 1000 };

/* The year that a figure is told of: the last whole one there is anything of. */
static relais_status span_of(merger *m, const item *i, relais_span *out, relais_error *err)
{
	reach r;
	relais_period year;
	relais_status rc = RELAIS_OK;

	*out = m->span;
	if (m->span.from)
		return RELAIS_OK;
	rc = catalogue_reach(&m->together->indicators,
		&m->together->indicators.items[i - m->together->indicators.items], &r, err);
	*out = (relais_span){ r.span.to, r.span.to };
	if (rc != RELAIS_OK || !r.span.from)
		return rc;
	year = period_make(period_year(r.span.to), 0);
	if (period_last_day(r.span.to) < period_last_day(year))
		year = period_year_before(year);
	if (period_last_day(year) >= period_first_day(r.span.from))
		*out = (relais_span){ year, year };
	return RELAIS_OK;
}

static const char *print(number n, char out[NUMBER_SIZE])
{
	number_print(n, out);
	return out;
}

/* Was a figure expected of an office, and not had? */
static bool lacks(const merger *m, size_t which)
{
	const measure *one = &m->parts[m->own[which]];

	return !one->has_value && one->expected > 0;
}

static void say_parts(merger *m, merger_line *line, const item *i)
{
	char text_of[NUMBER_SIZE];

	for (size_t o = 0; o < m->count; o++)
		if (m->parts[m->own[o]].has_value)
			merger_say_of(m, line, o, item_value_type(i),
				print(m->parts[m->own[o]].value, text_of));
}

/* Of a sum that one of them left open: what the others come to. */
static void say_lacking(merger *m, merger_line *line, const item *i)
{
	number known = { 0, i->about.decimals };
	bool any = false, fits = true;
	char text_of[NUMBER_SIZE];
	text list = { 0 };

	for (size_t o = 0; o < m->count; o++) {
		const measure *one = &m->parts[m->own[o]];
		number n;

		if (lacks(m, o))
			text_addf(&list, *text_str(&list) ? " %s" : "%s", m->what.offices[o]);
		if (!one->has_value)
			continue;
		any = true;
		fits = fits && number_rescale(one->value, known.decimals, &n, NULL) &&
		       number_add(&known.units, n.units);
	}
	merger_say(m, line, MERGER_LACKING, text_str(&list));
	merger_say(m, line, MERGER_STATE, *text_str(&list) ? "incomplet" : NULL);
	m->failed = m->failed || list.failed;
	if (i->over_offices == RULE_SUM && i->over_time != TIME_MEAN && any && fits &&
		*text_str(&list))
		merger_say(m, line, MERGER_KNOWN, print(known, text_of));
	text_free(&list);
}

static void say_peers(merger *m, merger_line *line, const measure *figures, relais_type type)
{
	char text_of[NUMBER_SIZE];
	peers p;

	if (!peers_find(figures, m->classes, study_groups(m->together), m->heir, &p))
		m->failed = true;
	if (p.count < 2)
		return;
	merger_say(m, line, MERGER_PEERS, print((number){ p.count, 0 }, text_of));
	merger_say(m, line, MERGER_RANK, print((number){ p.rank, 0 }, text_of));
	if (!p.is_told)
		return;
	merger_say_as(m, line, MERGER_LOW, type, print(p.low, text_of));
	merger_say_as(m, line, MERGER_MIDDLE, type, print(p.middle, text_of));
	merger_say_as(m, line, MERGER_HIGH, type, print(p.high, text_of));
}

static void say_figure(merger *m, const item *i, relais_span span)
{
	const measure *whole = &m->levels[m->heir];
	merger_line *line = merger_add(m, "figure", i->about.code,
		m->lang == RELAIS_FR ? i->about.label_fr : i->about.label_en);
	char text_of[NUMBER_SIZE], period[40];

	span_print(span, period);
	merger_say(m, line, MERGER_PERIOD, period);
	say_parts(m, line, i);
	if (whole->has_value)
		merger_say_as(m, line, MERGER_MERGED, item_value_type(i),
			print(whole->value, text_of));
	else
		say_lacking(m, line, i);
	say_peers(m, line, m->levels, item_value_type(i));
}

/* ---- for each inhabitant --------------------------------------------------------------------- */

/* Those that a head of population can be told of: what adds up, and is no part of another figure. */
static bool is_per_head(const item *i)
{
	const char *code = i->about.code;

	return i->over_offices == RULE_SUM && i->over_time != TIME_MEAN && !i->about.part_of &&
	       strcmp(code, "population") != 0 && strcmp(code, "communes_nb") != 0;
}

static relais_status read_residents(merger *m, int year, relais_error *err)
{
	const char *code = "population";
	const indicator *i = study_indicator_named(m->together, code);
	relais_period p = period_make(year, 0);

	if (!i || m->residents_in == year)
		return RELAIS_OK;
	m->residents_in = year;
	return study_total(m->together, i, (relais_span){ p, p }, m->residents, err);
}

/* Euros for one of them, anything else for a thousand, rounded once. */
static bool per_head(const item *i, const measure *of, const measure *heads, measure *out)
{
	fraction f = fraction_of(of->value.units, power_of_10(of->value.decimals));

	*out = (measure){ 0 };
	if (!of->has_value || !heads->has_value || heads->value.units <= 0)
		return false;
	f = fraction_times(f, strcmp(i->about.type, "eur") == 0 ? 1 : THOUSAND);
	f = fraction_over(f, heads->value.units);
	f = fraction_times(f, power_of_10(heads->value.decimals));
	out->has_value = fraction_round(f, RATE_DECIMALS, &out->value);
	return out->has_value;
}

static relais_status say_per_head(
	merger *m, const item *i, relais_span span, measure *rates, relais_error *err)
{
	relais_status rc = read_residents(m, period_year(span.to), err);
	const char *name = m->lang == RELAIS_FR ? i->about.label_fr : i->about.label_en;
	char title[512], text_of[NUMBER_SIZE], period[40];
	merger_line *line;

	for (size_t g = 0; rc == RELAIS_OK && g < study_groups(m->together); g++)
		per_head(i, &m->levels[g], &m->residents[g], &rates[g]);
	if (rc != RELAIS_OK || !rates[m->heir].has_value)
		return rc;
	snprintf(title, sizeof title,
		words(m->lang, strcmp(i->about.type, "eur") == 0
				       ? N_("%s, for each resident")
				       : N_("%s, for 1,000 residents")),
		name);
	line = merger_add(m, "per_resident", i->about.code, title);
	span_print(span, period);
	merger_say(m, line, MERGER_PERIOD, period);
	merger_say_as(
		m, line, MERGER_MERGED, RELAIS_INDEX, print(rates[m->heir].value, text_of));
	say_peers(m, line, rates, RELAIS_INDEX);
	return RELAIS_OK;
}

/* ---- all ------------------------------------------------------------------------------------- */

/* A share of the register's offices says nothing of one. */
static bool is_of_one(const item *i)
{
	const char *formula = i->about.numerator;

	return !formula || strncmp(formula, "register:", strlen("register:")) != 0;
}

static bool says_anything(const merger *m)
{
	for (size_t o = 0; o < m->count; o++)
		if (m->parts[m->own[o]].has_value)
			return true;
	return m->levels[m->heir].has_value;
}

static relais_status ask(merger *m, const item *i, relais_span *span, relais_error *err)
{
	relais_status rc = span_of(m, i, span, err);

	if (rc != RELAIS_OK || !span->from)
		return rc;
	rc = study_measure(m->together, i, *span, false, m->levels, NULL, err);
	if (rc == RELAIS_OK)
		rc = study_total(m->apart, &i->about, *span, m->parts, err);
	return rc;
}

relais_status merger_figures(merger *m, relais_error *err)
{
	const study *s = m->together;
	measure *rates = calloc(study_groups(s) + 1, sizeof *rates);
	relais_status rc = rates ? RELAIS_OK : fail_memory(err);

	for (int per = 0; per < 2; per++)
		for (size_t i = 0; rc == RELAIS_OK && i < s->asked_count; i++) {
			const item *what = s->asked[i];
			relais_span span = { 0, 0 };

			if (!is_of_one(what) || (per && !is_per_head(what)))
				continue;
			rc = ask(m, what, &span, err);
			if (rc != RELAIS_OK || !span.from)
				continue;
			if (per)
				rc = say_per_head(m, what, span, rates, err);
			else if (says_anything(m) || what->is_named)
				say_figure(m, what, span);
		}
	free(rates);
	return rc;
}
