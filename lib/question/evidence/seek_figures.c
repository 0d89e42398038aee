/* SPDX-License-Identifier: MIT
 * Evidence from the figures of the offices, by the rules of the observatory: constant definitions,
 * missing is not zero, and what may not be told is not told.
 */
#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "inside.h"

enum { LOOK_BACK = 3 }; /* periods without an answer before the measure is without data */

/* The last period that was over on the day and has figures; 0: none. */
static relais_status last_period(
	evidence *e, const item *i, relais_period *out, reach *r, relais_error *err)
{
	study *s = e->study;
	relais_status rc = catalogue_reach(
		&s->indicators, &s->indicators.items[i - s->indicators.items], r, err);

	*out = 0;
	if (rc != RELAIS_OK || !r->span.from)
		return rc;
	*out = r->span.to;
	while (*out >= r->span.from && period_last_day(*out) > e->day)
		*out = period_previous(*out);
	if (*out < r->span.from)
		*out = 0;
	return RELAIS_OK;
}

static relais_span window_to(const yardstick *y, const item *i, relais_period last, reach r)
{
	relais_span span = { last, last };
	int months = atoi(y->window);

	if (months <= 1 || r.length != LENGTH_MONTH || i->over_time == TIME_LAST)
		return span;
	for (int n = 1; n < months && span.from > r.span.from; n++)
		span.from = period_previous(span.from);
	return span;
}

static void take(finding *out, const measure *m)
{
	out->has_value = m->has_value;
	out->value = m->value;
	out->is_secret = m->is_withheld;
	out->is_guarded = true;
	out->has_share = true;
	out->n = m->offices;
	out->of = m->expected;
}

/* Of a share, how many have it among those that answered; of a sum, how many answered. */
static void count_those(finding *out, const item *i, const measure *m)
{
	number n;

	if (i->over_offices != RULE_SHARE || !m->has_value ||
		!number_ratio(m->value.units, 100 * power_of_10(m->value.decimals), m->offices,
			0, &n))
		return;
	out->n = n.units;
	out->of = m->offices;
}

/* The total, by the rules of the indicator. A share is in percent. */
static relais_status seek_total(
	evidence *e, const yardstick *y, const item *i, finding *out, relais_error *err)
{
	relais_period last;
	relais_status rc;
	reach r;

	if ((rc = last_period(e, i, &last, &r, err)) != RELAIS_OK)
		return rc;
	for (int n = 0; last && n < LOOK_BACK && last >= r.span.from; n++) {
		relais_span span = window_to(y, i, last, r);
		measure m = { 0 };

		if ((rc = study_total(e->study, &i->about, span, &m, err)) != RELAIS_OK)
			return rc;
		if (m.has_value) {
			take(out, &m);
			count_those(out, i, &m);
			seek_last(out, period_last_day(span.to));
			return RELAIS_OK;
		}
		last = period_previous(last);
	}
	return RELAIS_OK;
}

/* Counted from the register of offices: as it is on the day. */
static relais_status seek_registered(
	evidence *e, const item *i, finding *out, relais_error *err)
{
	relais_period month = period_of_day(e->day, LENGTH_MONTH);
	measure m = { 0 };
	relais_status rc =
		study_total(e->study, &i->about, (relais_span){ month, month }, &m, err);

	if (rc == RELAIS_OK)
		take(out, &m);
	return rc;
}

/* Offices whose figure is above zero, of those that answered. */
static relais_status seek_having(evidence *e, const item *i, finding *out, relais_error *err)
{
	study *s = e->study;
	relais_period last;
	dated_period when;
	int64_t n = 0, of = 0;
	relais_status rc;
	reach r;
	frame f;

	if ((rc = last_period(e, i, &last, &r, err)) != RELAIS_OK || !last)
		return rc;
	rc = frame_read(&f, &s->feed, i, (window){ { last, last }, false }, err);
	if (rc != RELAIS_OK)
		return rc;
	when = dated(last);
	for (size_t o = 0; f.cells && o < f.width; o++) {
		const cell *c = frame_cell(&f, 0, o);
		const office *one = &s->offices.offices[o];

		if (!one->is_named || !one->is_inside || !study_counts(s, o, &when) ||
			!state_is_collected(c->state))
			continue;
		of++;
		n += c->a > 0;
	}
	frame_free(&f);
	if (of > 0) {
		seek_ratio(n, of, out);
		seek_last(out, period_last_day(last));
	}
	return RELAIS_OK;
}

relais_status seek_figure(evidence *e, const yardstick *y, finding *out, relais_error *err)
{
	const item *i = catalogue_item(&e->study->indicators, y->filter, strlen(y->filter));

	if (!i)
		return RELAIS_OK;
	if (strcmp(y->count, "offices") == 0)
		return seek_having(e, i, out, err);
	if (!catalogue_source(&e->study->indicators, i))
		return seek_registered(e, i, out, err);
	return seek_total(e, y, i, out, err);
}

/* Of the figures expected over the window, those that came: month by month, summed (C2.3). */
relais_status seek_response(evidence *e, const yardstick *y, finding *out, relais_error *err)
{
	const item *i = catalogue_item(&e->study->indicators, y->filter, strlen(y->filter));
	relais_period last, month;
	int64_t came = 0, expected = 0;
	relais_status rc;
	reach r;

	if (!i || (rc = last_period(e, i, &last, &r, err)) != RELAIS_OK || !last)
		return i ? rc : RELAIS_OK;
	month = last;
	for (int n = 0; n < atoi(y->window) && month >= r.span.from; n++) {
		measure m = { 0 };

		rc = study_total(e->study, &i->about, (relais_span){ month, month }, &m, err);
		if (rc != RELAIS_OK)
			return rc;
		came += m.offices;
		expected += m.expected;
		out->is_secret = out->is_secret || m.is_secret;
		month = period_previous(month);
	}
	out->is_guarded = true;
	if (expected > 0) {
		seek_ratio(came, expected, out);
		seek_last(out, period_last_day(last));
	}
	return RELAIS_OK;
}
