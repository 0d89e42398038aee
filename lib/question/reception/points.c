/* SPDX-License-Identifier: MIT
 * Reading the reception points: three indicators over the same months, sender by sender.
 */
#include "points.h"

#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"

enum { USUAL_MONTHS = 12 };

static const char *const codes[FLOWS] = { "contacts_guichet", "contacts_hors_murs",
	"heures_ouverture" };

static relais_span months_of(const relais_question *q)
{
	relais_period last = period_previous(period_of_day(q->today, LENGTH_MONTH));
	relais_period first = last;

	if (q->span.from)
		return (relais_span){ period_months(q->span.from).from,
			period_months(q->span.to).to };
	for (int n = 1; n < USUAL_MONTHS; n++)
		first = period_previous(first);
	return (relais_span){ first, last };
}

static relais_status read_flow(points *p, flow f, relais_error *err)
{
	const study *s = p->study;
	const item *i = catalogue_item(&s->indicators, codes[f], strlen(codes[f]));
	window w = { p->span, false };
	relais_status rc;

	if (!i || i->about.derived)
		return RELAIS_OK;
	if ((rc = frame_collected(&p->sent[f], &s->feed, i, w, err)) != RELAIS_OK ||
		(rc = frame_collected(&p->made[f], &s->feed, i, w, err)) != RELAIS_OK)
		return rc;
	return frame_fold(&p->made[f], &s->offices, &s->as_were, NULL, err);
}

/* By office: how many of its bureaux sent a flow. */
static void count_bureaux(const points *p, flow f, int64_t *count)
{
	const roster *r = &p->study->offices;

	for (size_t o = 0; o < r->count; o++) {
		bool sent = false;
		int64_t value;

		for (size_t m = 0; r->offices[o].office_of >= 0 && m < p->months; m++)
			sent = sent || points_figure(p, f, o, m, &value);
		if (sent)
			count[r->offices[o].office_of]++;
	}
}

relais_status points_open(
	points *p, relais_store *store, const relais_question *question, relais_error *err)
{
	relais_status rc;

	*p = (points){ .span = months_of(question) };
	if (question->diffusion != RELAIS_INTERNE)
		return fail(err, RELAIS_E_USAGE,
			"what came to each counter is the figure of one office: it is not told outside the relais");
	p->months = (size_t)period_count(p->span);
	if ((rc = study_open(&p->study, store, question, err)) != RELAIS_OK)
		return rc;
	p->points = calloc(p->study->offices.count + 1, sizeof *p->points);
	p->outside = calloc(p->study->offices.count + 1, sizeof *p->outside);
	if (!p->points || !p->outside)
		return fail_memory(err);
	for (flow f = 0; rc == RELAIS_OK && f < FLOWS; f++)
		rc = read_flow(p, f, err);
	if (rc == RELAIS_OK) {
		count_bureaux(p, FLOW_COUNTER, p->points);
		count_bureaux(p, FLOW_OUTSIDE, p->outside);
	}
	return rc;
}

void points_close(points *p)
{
	for (flow f = 0; f < FLOWS; f++) {
		frame_free(&p->sent[f]);
		frame_free(&p->made[f]);
	}
	free(p->points);
	free(p->outside);
	study_close(p->study);
	*p = (points){ 0 };
}

bool points_has(const points *p, size_t at)
{
	const office *o = &p->study->offices.offices[at];

	return o->is_named && o->is_inside &&
	       office_is_active(o, period_first_day(p->span.from), period_last_day(p->span.to));
}

bool points_figure(const points *p, flow f, size_t at, size_t month, int64_t *out)
{
	const study *s = p->study;
	int32_t unit = s->as_were.unit_of[at];
	bool is_bureau = s->offices.offices[at].office_of >= 0;
	const cell *c;

	if (!p->sent[f].cells || (!is_bureau && unit < 0))
		return false;
	c = is_bureau ? frame_cell(&p->sent[f], month, at)
		      : frame_cell(&p->made[f], month, (size_t)unit);
	*out = c->a;
	return state_is_collected(c->state);
}

bool points_sum(const points *p, size_t at, flow a, flow b, pair_sum *sum)
{
	bool fits = true;

	*sum = (pair_sum){ 0 };
	for (size_t m = 0; fits && m < p->months; m++) {
		int64_t x, y = 0;

		if (!points_figure(p, a, at, m, &x) ||
			(b != FLOWS && !points_figure(p, b, at, m, &y)))
			continue;
		fits = number_add(&sum->a, x) && number_add(&sum->b, y);
		sum->months++;
	}
	return fits;
}

bool points_add(pair_sum *to, const pair_sum *more)
{
	to->months += more->months;
	return number_add(&to->a, more->a) && number_add(&to->b, more->b);
}

bool points_quotient(const points *p, flow a, flow b, const pair_sum *of, number *out)
{
	int more = p->sent[b].a_decimals - p->sent[a].a_decimals;
	fraction f = of->b > 0 ? fraction_of(of->a, of->b) : (fraction){ 0, 0 };

	f = more >= 0 ? fraction_times(f, power_of_10(more))
		      : fraction_over(f, power_of_10(-more));
	return fraction_round(f, 6, out);
}
