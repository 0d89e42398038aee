/* SPDX-License-Identifier: MIT
 * The figures a figure is made of, as they were received: file and line of the version that is
 * known, its batch and day, and how many it replaced.
 */
#include <inttypes.h>
#include <stdio.h>

#include "../../base/words.h"
#include "../estimate/estimate_list.h"
#include "account.h"
#include "../sql.h"

enum { DEEPEST = 8 };

typedef struct search {
	account *account;
	stmt *vintages;
	const office *office;
	relais_span span;
} search;

static void say(search *w, const item *i, relais_period p, int replaced)
{
	static const char *const states[] = { "value", "zero", "missing", "not_concerned",
		"refused" };
	const stmt *q = w->vintages;
	int64_t state = stmt_int(q, 1);
	char value[NUMBER_SIZE], source[300], detail[96], more[48] = "";

	number_print((number){ stmt_int(q, 0), i->about.decimals }, value);
	snprintf(source, sizeof source, "%s:%" PRId64, stmt_text(q, 4), stmt_int(q, 5));
	if (replaced)
		snprintf(more, sizeof more,
			words_n(w->account->study->lang, ", %d version before",
				", %d versions before", (unsigned long)replaced),
			replaced);
	snprintf(detail, sizeof detail, words(w->account->study->lang, "batch %s, %s%s"),
		stmt_text(q, 3), stmt_text(q, 2), more);
	account_say(w->account,
		&(account_row){ .part = "value",
			.item = w->office->code,
			.indicator = i->about.code,
			.span = { p, p },
			.status = state >= 0 && state <= STATE_REFUSED ? states[state] : NULL,
			.value = state == STATE_VALUE ? value : NULL,
			.source = source,
			.detail = detail });
}

/* The version that holds is the one no batch replaced; those replaced are counted. */
static relais_status say_known(search *w, const item *i, relais_period p, relais_error *err)
{
	stmt *q = w->vintages;
	int replaced = 0;
	relais_status rc;

	stmt_bind_int(q, ":indicator", i->about.id);
	stmt_bind_int(q, ":office", w->office->id);
	stmt_bind_int(q, ":period", p);
	stmt_bind_int(q, ":known", w->account->study->known);
	while ((rc = stmt_step(q, err)) == RELAIS_OK) {
		if (stmt_is_null(q, 6))
			say(w, i, p, replaced);
		replaced++;
	}
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

bool account_estimates(const account *a, size_t unit)
{
	ptrdiff_t first, last;
	tally t = { 0 };

	if (!a->lens.estimates)
		return false;
	first = frame_step(&a->lens.now, a->now.from);
	last = frame_step(&a->lens.now, a->now.to);
	return first >= 0 && last >= first && !a->lens.witness[unit].counts &&
	       estimates_add(&a->lens, (size_t)first, (size_t)(last - first + 1), unit, &t) &&
	       t.estimated.count > 0;
}

/* One month of a unit that was given a figure: what it had the year before, times how its stratum moved. */
static void say_estimate(search *w, size_t unit, relais_period p)
{
	const account *a = w->account;
	const estimate *e = estimate_at(&a->lens, (size_t)frame_step(&a->lens.now, p), unit);
	const stratum_ratio *r = e ? &a->lens.estimates->ratios[e->ratio] : NULL;
	char value[NUMBER_SIZE], previous[NUMBER_SIZE], moved[NUMBER_SIZE];
	text said = { 0 };
	number ratio;

	if (!r || !stratum_move(r, &ratio))
		return;
	number_print((number){ e->value, a->lens.now.a_decimals }, value);
	number_print((number){ estimate_previous(&a->lens, p, unit), a->lens.now.a_decimals },
		previous);
	number_print(ratio, moved);
	stratum_say(&said, r);
	text_addf(&said,
		words_n(a->study->lang, ", %" PRId64 " office: %s × %s",
			", %" PRId64 " offices: %s × %s", (unsigned long)r->count),
		r->count, previous, moved);
	account_say(w->account, &(account_row){ .part = "value",
					.item = w->office->code,
					.indicator = a->what->about.code,
					.span = { p, p },
					.status = "estimated",
					.value = value,
					.detail = text_str(&said) });
	text_free(&said);
}

static void say_estimates(search *w, size_t unit)
{
	const account *a = w->account;

	if (a->study->offices.offices + a->study->current.root[unit] != w->office ||
		!account_estimates(a, unit))
		return;
	for (relais_period p = a->now.from; p <= a->now.to; p = period_next(p))
		say_estimate(w, unit, p);
}

/* A derived indicator is made of the terms of its formulas, however deep. */
static relais_status say_item(search *w, const item *i, int depth, relais_error *err)
{
	const indicator *d = &i->about;
	const char *const formulas[] = { d->derived ? d->numerator : d->weight,
		d->derived ? d->denominator : NULL };
	relais_status rc = RELAIS_OK;

	for (relais_period p = w->span.from; !d->derived && rc == RELAIS_OK && p <= w->span.to;
		p = period_next(p))
		rc = say_known(w, i, p, err);
	for (int n = 0; n < 2 && depth < DEEPEST; n++) {
		const char *at = formulas[n];
		term t;

		while (rc == RELAIS_OK && at && formula_next(&at, &t)) {
			const item *of =
				t.is_register ? NULL
					      : catalogue_item(&w->account->study->indicators,
							t.code, t.length);

			if (of)
				rc = say_item(w, of, depth + 1, err);
		}
	}
	return rc;
}

relais_status account_values(account *a, relais_error *err)
{
	const study *s = a->study;
	search w = { .account = a };
	bool has_before = account_is_evolution(a) || a->figure == RELAIS_FIGURE_COVERAGE;
	relais_status rc = stmt_prepare(&w.vintages, s->store, SQL(vintages), err);

	for (size_t o = 0; rc == RELAIS_OK && o < s->offices.count; o++) {
		if (!account_has_unit(a, s->current.unit_of[o]))
			continue;
		w.office = &s->offices.offices[o];
		w.span = a->now;
		rc = say_item(&w, a->what, 0, err);
		say_estimates(&w, (size_t)s->current.unit_of[o]);
		w.span = a->before;
		if (rc == RELAIS_OK && has_before)
			rc = say_item(&w, a->what, 0, err);
	}
	stmt_free(w.vintages);
	return rc;
}
