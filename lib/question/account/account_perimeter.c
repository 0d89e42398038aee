/* SPDX-License-Identifier: MIT
 * Who counts in a figure and who does not, with the reason, office by office; an office that has no
 * row of its own in the sum says with whom it counts.
 */
#include <stdio.h>
#include <string.h>

#include "../../base/words.h"
#include "account.h"
#include "../study/family.h"
#include "../study/weights.h"

/* Why there is no figure of a unit over a span: the first period without one. */
typedef struct reason {
	relais_period period;
	int state;
} reason;

static const frame *frame_of(const account *a, relais_span span)
{
	const lens *l = &a->lens;

	return span.from == a->now.from || !l->before.cells ? &l->now : &l->before;
}

static reason why(const frame *f, relais_span span, size_t unit)
{
	reason out = { 0, STATE_INACTIVE };

	for (relais_period p = span.from; p <= span.to; p = period_next(p)) {
		ptrdiff_t step = frame_step(f, p);
		int state = step < 0 ? STATE_ABSENT : frame_cell(f, (size_t)step, unit)->state;

		if (state_is_collected(state))
			continue;
		if (!out.period || (!state_is_expected(out.state) && state_is_expected(state)))
			out = (reason){ p, state };
	}
	return out;
}

static const char *status_of(int state)
{
	static const char *const names[] = { [STATE_MISSING] = "missing",
		[STATE_NOT_CONCERNED] = "not_concerned",
		[STATE_REFUSED] = "refused",
		[STATE_ABSENT] = "missing",
		[STATE_INACTIVE] = "inactive" };

	return names[state] ? names[state] : "no_weight";
}

/* When an office that is not there opened or closed. */
static void inactive_detail(const account *a, const office *o, relais_period p, char out[96])
{
	char day[16];
	bool before = o->opened > period_last_day(p);

	relais_day_print(before ? o->opened : o->closed, day);
	snprintf(out, 96,
		before ? words(a->study->lang, "opened on %s")
		       : words(a->study->lang, "closed on %s"),
		day);
}

static const char *detail_of(const account *a, const office *o, reason r, char out[96])
{
	relais_lang lang = a->study->lang;

	switch (r.state) {
	case STATE_MISSING: return words(lang, "said to be missing");
	case STATE_NOT_CONCERNED: return words(lang, "not concerned");
	case STATE_REFUSED: return words(lang, "refused");
	case STATE_ABSENT: return words(lang, "nothing was received");
	case STATE_INACTIVE:
		if (r.period && (o->opened > period_last_day(r.period) ||
					o->closed < period_first_day(r.period)))
			inactive_detail(a, o, r.period, out);
		else
			snprintf(out, 96, "%s", words(lang, "not in the network"));
		return out;
	default: return words(lang, "weighs nothing");
	}
}

void account_say_missing(
	account *a, const frame *f, relais_span span, const office *o, size_t unit)
{
	reason r = why(f, span, unit);
	char detail[96];

	account_say(a, &(account_row){ .part = "perimeter",
			       .item = o->code,
			       .indicator = a->what->about.code,
			       .span = r.period ? (relais_span){ r.period, r.period } : span,
			       .status = status_of(r.state),
			       .detail = detail_of(a, o, r, detail) });
}

static const char *value_text(const account *a, const cell *c, char out[NUMBER_SIZE])
{
	const lens *l = &a->lens;
	number n;

	if (!cell_value(a->what, c->a, c->b, a->tally.steps, l->now.a_decimals,
		    l->now.b_decimals, &n))
		return NULL;
	number_print(n, out);
	return out;
}

static const char *broken_detail(const account *a, size_t unit, char out[96])
{
	const unit_breaks *all = &a->lens.breaks;
	const unit_break *b =
		account_is_evolution(a)
			? unit_breaks_between(all, unit, a->before.from, a->now.to)
			: unit_breaks_in(all, unit, period_first_day(a->now.from),
				  period_last_day(a->now.to));
	char day[16];

	if (!b)
		return NULL;
	relais_day_print(b->day, day);
	snprintf(out, 96, words(a->study->lang, "break on %s: %s"), day,
		b->reason ? b->reason : "");
	return out;
}

/* An office that split, or came of one, is looked at with its family; alone it has no past. */
static bool say_family(account *a, const office *o, size_t unit, const unit_figure *f)
{
	const study *s = a->study;
	account_row row = { .part = "perimeter",
		.item = o->code,
		.indicator = a->what->about.code,
		.span = a->now,
		.status = "split" };
	char detail[96];

	if (f->family == FAMILY_NONE || f->family == (int32_t)unit ||
		(f->family == FAMILY_BROKEN && !account_is_evolution(a)))
		return false;
	if (f->family == FAMILY_BROKEN)
		snprintf(detail, sizeof detail, "%s",
			words(s->lang, "split: what it was is not in this group"));
	else
		snprintf(detail, sizeof detail, words(s->lang, "split, counts with %s"),
			s->offices.offices[s->current.root[f->family]].code);
	row.detail = detail;
	account_say(a, &row);
	return true;
}

/* One unit: in, or out with the reason; now it must have a figure, in an evolution before too, and
 * no break between the two. */
static void say_unit(account *a, const office *o, size_t unit, const unit_figure *f)
{
	char value[NUMBER_SIZE], detail[96];
	account_row row = { .part = "perimeter",
		.item = o->code,
		.indicator = a->what->about.code,
		.span = a->now };

	if (say_family(a, o, unit, f))
		return;
	if (f->counts) {
		row.status = "in";
		row.value = value_text(a, &f->now, value);
	} else if (f->has_now && f->has_before) {
		row.status = "break";
	} else {
		relais_span span = f->has_now ? a->before : a->now;
		reason r = why(frame_of(a, span), span, unit);

		row.status = f->has_now ? "not_both_years" : status_of(r.state);
		if (account_estimates(a, unit))
			row.status = "estimated";
		row.span = r.period ? (relais_span){ r.period, r.period } : span;
		row.detail = detail_of(a, o, r, detail);
	}
	if (f->is_broken && (f->counts || (f->has_now && f->has_before)))
		row.detail = broken_detail(a, unit, detail);
	account_say(a, &row);
}

/* In the coverage a unit weighs what it was one year before, or its size known otherwise. */
static void say_weight(
	account *a, const office *o, const unit_figure *f, const int64_t *weights, size_t unit)
{
	bool expected = state_is_expected(f->now.state);
	bool counts = expected && (weights || f->has_before);
	number weight = { weights ? weights[unit] : f->weight, 0 };
	char value[NUMBER_SIZE];

	if (!weights && a->what->over_offices == RULE_SUM)
		weight.decimals = a->lens.now.a_decimals;
	number_print(weight, value);
	account_say(a, &(account_row){ .part = "perimeter",
			       .item = o->code,
			       .indicator = a->what->about.code,
			       .span = weights ? a->now : a->before,
			       .status = !expected    ? "inactive"
					 : !counts    ? "no_weight"
					 : f->has_now ? "answered"
						      : "silent",
			       .value = counts ? value : NULL });
}

void account_say_member(account *a, const office *o, const office *root)
{
	bool is_bureau = o->office_of >= 0;
	const char *with =
		is_bureau ? a->study->offices.offices[o->office_of].code : root->code;
	char detail[96];

	snprintf(detail, sizeof detail,
		is_bureau ? words(a->study->lang, "bureau of %s, which counts")
			  : words(a->study->lang, "merged, counts with %s"),
		with);
	account_say(a, &(account_row){ .part = "perimeter",
			       .item = o->code,
			       .indicator = a->what->about.code,
			       .status = is_bureau ? "bureau" : "merged",
			       .detail = detail });
}

/* The sizes of units that stand in for the year before; NULL when that was used. */
static relais_status other_weights(account *a, const int64_t **out, relais_error *err)
{
	study *s = a->study;
	relais_status rc = RELAIS_OK;

	*out = NULL;
	for (int which = 0; rc == RELAIS_OK && a->tally.is_unweighed && which < WEIGHTS;
		which++) {
		const int64_t *weights = NULL;
		int64_t sum = 0;

		rc = lens_weights(
			&a->lens, &s->feed, &s->indicators, &s->current, which, &weights, err);
		for (size_t u = 0; weights && u < s->current.units; u++)
			sum += account_has_unit(a, (int32_t)u) ? weights[u] : 0;
		if (sum && !*out)
			*out = weights;
	}
	return rc;
}

relais_status account_perimeter(account *a, relais_error *err)
{
	const study *s = a->study;
	const int64_t *weights = NULL;
	relais_status rc = RELAIS_OK;

	if (a->figure == RELAIS_FIGURE_COVERAGE)
		rc = other_weights(a, &weights, err);
	for (size_t o = 0; rc == RELAIS_OK && o < s->offices.count; o++) {
		int32_t unit = s->current.unit_of[o];
		const office *one = &s->offices.offices[o], *root;
		const unit_figure *f;

		if (!account_has_unit(a, unit))
			continue;
		root = &s->offices.offices[s->current.root[unit]];
		f = &a->lens.witness[unit];
		if (one != root)
			account_say_member(a, one, root);
		else if (a->figure == RELAIS_FIGURE_COVERAGE)
			say_weight(a, one, f, weights, (size_t)unit);
		else
			say_unit(a, one, (size_t)unit, f);
	}
	return rc;
}
