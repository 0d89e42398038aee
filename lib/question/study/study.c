/* SPDX-License-Identifier: MIT
 * Opening a study: the register and the catalogue as known, names checked, groups made. All
 * strings of the question are copied or resolved: it may go once the study is open.
 */
#include "study.h"

#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../estimate/estimate.h"
#include "../published/cross.h"
#include "../published/sums.h"
#include "inside.h"
#include "supposed.h"

enum { LONGEST_YEARS = 100 };

/* Figures are held dense, so that a slip of the pen in a year must not cost gigabytes. */
static relais_status check_span(relais_span span, relais_error *err)
{
	char text[40];

	if (!span.from || period_year(span.to) - period_year(span.from) < LONGEST_YEARS)
		return RELAIS_OK;
	span_print(span, text);
	return fail(err, RELAIS_E_USAGE, "the period %s is longer than %d years", text,
		LONGEST_YEARS);
}

static relais_status list_asked(study *s, relais_error *err)
{
	if (!(s->asked = calloc(s->indicators.count + 1, sizeof *s->asked)))
		return fail_memory(err);
	for (size_t i = 0; i < s->indicators.count; i++)
		if (s->indicators.items[i].is_asked)
			s->asked[s->asked_count++] = &s->indicators.items[i];
	return RELAIS_OK;
}

/* The year compared with comes before the period, or the two are one. */
static relais_status check_base(int base, relais_span span, relais_error *err)
{
	if (!base || !span.from || base < period_year(span.from))
		return RELAIS_OK;
	return fail(err, RELAIS_E_USAGE,
		"the base %d is not before the period asked for, which begins in %d", base,
		period_year(span.from));
}

/* Figures that are shared out are no answers: what is published rests on answers alone (C3.2). */
static relais_status make_units(study *s, relais_geography geography, relais_error *err)
{
	relais_status rc = geography == RELAIS_AS_THEY_WERE
				   ? perimeter_as_they_were(&s->current, &s->offices, err)
				   : perimeter_current(&s->current, &s->offices, s->day, err);

	s->current.uses_shares = s->current.uses_shares && !study_is_published(s);
	return rc;
}

/* The offices asked about; those of a merger that is only supposed, as they would be. */
static relais_status choose_offices(study *s, const relais_question *q, relais_error *err)
{
	relais_status rc = roster_select(&s->offices, q, err);

	return rc == RELAIS_OK && s->supposed ? roster_suppose(&s->offices, s->supposed, err)
					      : rc;
}

static relais_status load_consents(study *s, relais_error *err)
{
	return study_is_published(s) ? consents_load(&s->feed.plan, s->store, &s->offices, err)
				     : RELAIS_OK;
}

static relais_status load(study *s, const relais_question *q, relais_error *err)
{
	group_keys by = { .count = 0 };
	relais_status rc;

	if ((rc = check_span(q->span, err)) != RELAIS_OK ||
		(rc = check_base(q->base, q->span, err)) != RELAIS_OK ||
		(rc = group_keys_read(&by, q->by, s->lang, err)) != RELAIS_OK ||
		(rc = store_batch_as_of(s->store, q->as_of, &s->known, err)) != RELAIS_OK ||
		(rc = gates_load(&s->gates, s->store, s->known, err)) != RELAIS_OK ||
		(rc = roster_load(&s->offices, s->store, s->known, err)) != RELAIS_OK ||
		(rc = catalogue_load(&s->indicators, s->store, s->known, err)) != RELAIS_OK ||
		(rc = feed_open(&s->feed, s->store, &s->offices, &s->indicators, s->known,
			 err)) != RELAIS_OK)
		return rc;
	if (study_is_published(s) &&
		(rc = release_plan_load(&s->feed.plan, s->store, s->known,
			 s->gates.publish_days, &s->gates.secrecy, err)) != RELAIS_OK)
		return rc;
	if ((rc = catalogue_select(&s->indicators, q->indicators, err)) != RELAIS_OK ||
		(rc = choose_offices(s, q, err)) != RELAIS_OK ||
		(rc = load_consents(s, err)) != RELAIS_OK ||
		(rc = list_asked(s, err)) != RELAIS_OK ||
		(rc = perimeter_as_they_were(&s->as_were, &s->offices, err)) != RELAIS_OK ||
		(rc = make_units(s, q->geography, err)) != RELAIS_OK)
		return rc;
	s->feed.base = q->base;
	if (by.count > 1 && study_is_published(s) && !s->may_cross)
		return fail(err, RELAIS_E_USAGE,
			"'%s' is a crossing, which is told within the relais only: ask for one key, or for --diffusion interne",
			q->by);
	if (by.count - group_keys_have_time(&by) > MOST_KEYS_TOLD && study_is_published(s))
		return fail(err, RELAIS_E_USAGE,
			"outside the relais, no more than two keys besides the time may be crossed: '%s' has three",
			q->by);
	if ((rc = crossing_make(&s->by, s, &by, err)) != RELAIS_OK)
		return rc;
	s->group_of = s->by.set_of;
	s->groups = s->by.groups;
	s->group_count = s->by.count;
	return RELAIS_OK;
}

static relais_status open_study(study **out, relais_store *store,
	const relais_question *question, const supposed *what, bool may_cross,
	relais_error *err)
{
	study *s = calloc(1, sizeof *s);
	relais_status rc;

	*out = NULL;
	if (!s)
		return fail_memory(err);
	s->store = store;
	s->lang = question->lang;
	s->base = question->base;
	s->today = question->today;
	s->day = question->as_of == RELAIS_NO_DAY ? question->today : question->as_of;
	if (what)
		s->day = what->on;
	s->supposed = what;
	s->span = question->span;
	s->diffusion = question->diffusion;
	s->may_cross = may_cross;
	s->estimate = question->estimate;
	if ((rc = load(s, question, err)) != RELAIS_OK) {
		study_close(s);
		return rc;
	}
	s->supposed = NULL;
	*out = s;
	return RELAIS_OK;
}

relais_status studies_hold(relais_store *store, relais_error *err)
{
	return store_hold(store, err);
}

void studies_release(relais_store *store)
{
	store_release(store);
}

relais_status study_open(
	study **out, relais_store *store, const relais_question *question, relais_error *err)
{
	return open_study(out, store, question, NULL, false, err);
}

relais_status study_open_crossed(
	study **out, relais_store *store, const relais_question *question, relais_error *err)
{
	return open_study(out, store, question, NULL, true, err);
}

relais_status study_open_supposing(study **out, relais_store *store,
	const relais_question *question, const supposed *what, relais_error *err)
{
	return open_study(out, store, question, what, false, err);
}

void study_close(study *s)
{
	if (!s)
		return;
	sums_free(s->sums);
	told_keys_free(s->told_keys);
	feed_close(&s->feed);
	perimeter_free(&s->current);
	perimeter_free(&s->as_were);
	roster_free(&s->offices);
	catalogue_free(&s->indicators);
	crossing_free(&s->by);
	free(s->sizes);
	free(s->asked);
	arena_free(&s->memory);
	free(s);
}

static office_card card_of(const study *s, const office *o)
{
	const char *where = o->attribute[KEY_TERRITORY];

	return (office_card){ .code = o->code,
		.name = o->name ? o->name : o->code,
		.territory = where ? key_code_name(s, KEY_TERRITORY, where) : NULL,
		.category = o->attribute[KEY_CATEGORY],
		.legal_form = o->attribute[KEY_LEGAL_FORM],
		.zone = o->attribute[KEY_ZONE],
		.merged_into = o->merged_into,
		.commune = o->commune,
		.latitude = o->latitude,
		.longitude = o->longitude,
		.opened = o->opened,
		.closed = o->closed,
		.is_member = o->is_member,
		.consents = o->consents };
}

bool study_office(const study *s, const char *code, office_card *out)
{
	const office *o = roster_office(&s->offices, code);

	if (o)
		*out = card_of(s, o);
	return o != NULL;
}

bool study_next_office(const study *s, size_t *at, office_card *out)
{
	while (*at < s->offices.count) {
		const office *o = &s->offices.offices[(*at)++];

		if (o->bureau_of || !o->is_named || !o->is_inside)
			continue;
		*out = card_of(s, o);
		return true;
	}
	return false;
}

size_t study_groups(const study *s)
{
	return s->group_count;
}

const char *study_group_code(const study *s, size_t g)
{
	return s->groups[g].code;
}

const char *study_group_name(const study *s, size_t g)
{
	return s->groups[g].name;
}

size_t study_indicators(const study *s)
{
	return s->asked_count;
}

const indicator *study_indicator(const study *s, size_t i)
{
	return &s->asked[i]->about;
}

const indicator *study_indicator_named(const study *s, const char *code)
{
	const item *i = catalogue_item(&s->indicators, code, strlen(code));

	return i ? &i->about : NULL;
}

relais_status study_span(
	study *s, const item *i, bool last, relais_span *out, relais_error *err)
{
	reach r;
	relais_status rc;

	*out = s->span;
	if (s->span.from)
		return RELAIS_OK;
	rc = catalogue_reach(
		&s->indicators, &s->indicators.items[i - s->indicators.items], &r, err);
	*out = last ? (relais_span){ r.span.to, r.span.to } : r.span;
	return rc;
}

relais_status study_own_periods(study *s, const item *i, relais_span *out, relais_error *err)
{
	reach r;
	relais_status rc = catalogue_reach(
		&s->indicators, &s->indicators.items[i - s->indicators.items], &r, err);

	*out = r.span;
	if (rc != RELAIS_OK || !s->span.from)
		return rc;
	*out = span_inside(span_in(s->span, LENGTH_MONTH), r.length);
	return RELAIS_OK;
}

grouping study_grouping(const study *s)
{
	return (grouping){ &s->current, s->by.set_of, s->by.sets };
}

static relais_status measure_as(study *s, const item *i, lens *l, relais_span span,
	bool is_evolution, measure *out, relais_error *err)
{
	tally *tallies = calloc(s->group_count + 1, sizeof *tallies);
	relais_status rc = tallies ? RELAIS_OK : fail_memory(err);

	if (rc == RELAIS_OK)
		rc = crossing_tally(&s->by, s, l, span, is_evolution, tallies, err);
	if (rc == RELAIS_OK)
		rc = measures_from(s, &s->by, i, l, tallies, is_evolution, out, err);
	free(tallies);
	return rc;
}

relais_status study_measure(study *s, const item *i, relais_span span, bool is_evolution,
	measure *out, bool *seen, relais_error *err)
{
	relais_status rc;
	lens l;

	span = crossing_span(&s->by, span);
	rc = lens_open(&l, &s->feed, &s->indicators, i, span, &s->current, err);
	if (rc != RELAIS_OK)
		return rc;
	if (!is_evolution)
		rc = lens_estimate(&l, s, err);
	if (rc == RELAIS_OK)
		rc = measure_as(s, i, &l, span, is_evolution, out, err);
	if (seen)
		*seen = lens_saw_anything(&l);
	lens_close(&l);
	return rc;
}

/* `about` is the first member of the item it describes. */
static const item *item_behind(const study *s, const indicator *i)
{
	return catalogue_item(&s->indicators, i->code, strlen(i->code));
}

relais_status study_total(
	study *s, const indicator *i, relais_span span, measure *out, relais_error *err)
{
	return study_measure(s, item_behind(s, i), span, false, out, NULL, err);
}

relais_status study_both(study *s, const indicator *about, relais_span span, bool is_plain,
	measure *levels, measure *evolutions, relais_error *err)
{
	const item *i = item_behind(s, about);
	relais_status rc;
	lens l;

	span = crossing_span(&s->by, span);
	rc = lens_open(&l, &s->feed, &s->indicators, i, span, &s->current, err);
	if (rc != RELAIS_OK)
		return rc;
	l.is_plain = is_plain;
	rc = measure_as(s, i, &l, span, true, evolutions, err); /* before there are estimates */
	if (rc == RELAIS_OK)
		rc = lens_estimate(&l, s, err);
	if (rc == RELAIS_OK)
		rc = measure_as(s, i, &l, span, false, levels, err);
	lens_close(&l);
	return rc;
}

relais_status study_read_ahead(
	study *s, const indicator *i, relais_span span, relais_error *err)
{
	return feed_read_ahead(&s->feed, item_behind(s, i), span, err);
}

relais_status study_evolution(
	study *s, const indicator *i, relais_span span, measure *out, relais_error *err)
{
	return study_measure(s, item_behind(s, i), span, true, out, NULL, err);
}

relais_status study_share(study *s, const indicator *some, const indicator *whole,
	relais_span span, measure *levels, measure *evolutions, relais_error *err)
{
	const item share = { .about = { .id = -1,
				     .code = some->code,
				     .type = "percent",
				     .periodicity = some->periodicity,
				     .numerator = some->code,
				     .denominator = whole->code,
				     .factor = 100,
				     .decimals = NUMBER_MAX_DECIMALS,
				     .derived = true,
				     .has_data = some->has_data && whole->has_data },
		.over_offices = RULE_RATIO,
		.over_time = TIME_QUOTIENT };
	relais_status rc;
	lens l;

	rc = lens_open(&l, &s->feed, &s->indicators, &share, crossing_span(&s->by, span),
		&s->current, err);
	if (rc != RELAIS_OK)
		return rc;
	rc = measure_as(s, &share, &l, span, false, levels, err);
	if (rc == RELAIS_OK)
		rc = measure_as(s, &share, &l, span, true, evolutions, err);
	lens_close(&l);
	return rc;
}
