/* SPDX-License-Identifier: MIT
 * Asking for the account of a figure: the question must name one indicator, one period and, when
 * it groups, one group, so that exactly one figure is meant.
 */
#include "account.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../../base/suggest.h"
#include "../../base/text.h"
#include "../../base/words.h"
#include "../estimate/estimate.h"

static const relais_column columns[] = { { "part", N_("Part"), RELAIS_CODE },
	{ "item", N_("Item"), RELAIS_CODE }, { "indicator", N_("Indicator"), RELAIS_CODE },
	{ "period", N_("Period"), RELAIS_PERIOD }, { "status", N_("Status"), RELAIS_CODE },
	{ "value", N_("Value"), RELAIS_NUMBER }, { "source", N_("Source"), RELAIS_TEXT },
	{ "detail", N_("Detail"), RELAIS_TEXT } };

/* What is kept of these on a narrow terminal. */
static const char in_short[] = "part item value | source:16 status period indicator detail";

void account_say(account *a, const account_row *row)
{
	char span[40];

	rowlist_text(a->list, row->part);
	rowlist_text(a->list, row->item);
	rowlist_text(a->list, row->indicator);
	if (row->span.from)
		span_print(row->span, span);
	rowlist_text(a->list, row->span.from ? span : NULL);
	rowlist_text(a->list, row->status);
	rowlist_text(a->list, row->value);
	rowlist_text(a->list, row->source);
	rowlist_text(a->list, row->detail);
	rowlist_end_row(a->list);
}

void account_say_number(account *a, account_row row, number n)
{
	char value[NUMBER_SIZE];

	number_print(n, value);
	row.value = value;
	row.indicator = a->what->about.code;
	account_say(a, &row);
}

void account_say_real(account *a, account_row row, double x)
{
	double fine = x * 1e6;

	row.indicator = a->what->about.code;
	if (isnan(x))
		account_say(a, &row);
	else if (fabs(fine) < 9e18)
		account_say_number(a, row, (number){ llround(fine), 6 });
	else
		account_say_number(a, row, (number){ llround(x), 0 });
}

static relais_status check(
	const relais_question *q, const relais_account *how, relais_error *err)
{
	if (!q->indicators || !q->indicators[0] || q->indicators[1])
		return fail(
			err, RELAIS_E_USAGE, "to explain a figure, name one indicator with -i");
	if (!q->span.from && how->figure != RELAIS_FIGURE_SEASON)
		return fail(
			err, RELAIS_E_USAGE, "to explain a figure, give its period with -p");
	if (q->diffusion != RELAIS_INTERNE)
		return fail(err, RELAIS_E_USAGE,
			"the offices behind a figure are not told outside the relais: ask with --diffusion interne");
	if (q->estimate && how->figure != RELAIS_FIGURE_VALUE)
		return fail(err, RELAIS_E_USAGE,
			"only levels are estimated: leave out --estimate, or --figure");
	if (!q->by != !how->group)
		return fail(err, RELAIS_E_USAGE,
			"of the groups of --by, name the one you mean with --group");
	return RELAIS_OK;
}

/* A group of several keys is called by its codes, commas between. */
static void call_group(const study *s, size_t g, text *out)
{
	text_clear(out);
	for (size_t k = 0; k < s->by.by.count; k++)
		text_addf(out, "%s%s", k ? "," : "", s->groups[g].codes[k]);
}

static relais_status find_group(account *a, const char *code, relais_error *err)
{
	const study *s = a->study;
	suggestions near;
	char hint[400];
	text name = { 0 };
	bool found = !code;

	if (crossing_is_by_time(&s->by))
		return fail(err, RELAIS_E_USAGE,
			"groups by time are periods: give the one you mean with -p");
	suggest_start(&near, code ? code : "");
	for (a->group = 0; !found && a->group < s->group_count; a->group++) {
		call_group(s, a->group, &name);
		suggest_offer(&near, s->groups[a->group].code, s->groups[a->group].name);
		if ((found = strcmp(text_str(&name), code) == 0))
			break;
	}
	text_free(&name);
	if (found)
		return RELAIS_OK;
	suggest_print(&near, s->lang, hint, sizeof hint);
	return fail(err, RELAIS_E_USAGE, "no group is called '%s'%s", code, hint);
}

/* As study_measure does it, but what it rests on is kept. */
static relais_status compute(account *a, relais_error *err)
{
	study *s = a->study;
	grouping g = study_grouping(s);
	tally *tallies = calloc(s->group_count + 1, sizeof *tallies);
	measure *measures = calloc(s->group_count + 1, sizeof *measures);
	relais_status rc = tallies && measures ? RELAIS_OK : fail_memory(err);

	if (rc == RELAIS_OK)
		rc = lens_open(
			&a->lens, &s->feed, &s->indicators, a->what, s->span, &s->current, err);
	if (rc == RELAIS_OK && s->estimate)
		rc = lens_estimate(&a->lens, s, err);
	if (rc == RELAIS_OK &&
		!(a->lens.witness = calloc(s->current.units + 1, sizeof *a->lens.witness)))
		rc = fail_memory(err);
	if (rc == RELAIS_OK)
		rc = lens_tally(&a->lens, &s->feed, &s->indicators, &g, s->span,
			account_is_evolution(a), tallies, err);
	if (rc == RELAIS_OK)
		rc = measures_from(s, &s->by, a->what, &a->lens, tallies,
			account_is_evolution(a), measures, err);
	if (rc == RELAIS_OK) {
		a->tally = tallies[a->group];
		a->measure = measures[a->group];
	}
	free(tallies);
	free(measures);
	return rc;
}

relais_status account_open(account *a, relais_store *store, const relais_question *q,
	const relais_account *how, relais_error *err)
{
	relais_status rc = check(q, how, err);

	*a = (account){ .figure = how->figure, .month = how->month, .geography = q->geography };
	if (rc != RELAIS_OK || (rc = study_open(&a->study, store, q, err)) != RELAIS_OK)
		return rc;
	a->what = a->study->asked[0];
	if ((rc = find_group(a, how->group, err)) != RELAIS_OK || account_is_season(a))
		return rc;
	if ((rc = compute(a, err)) != RELAIS_OK)
		return rc;
	if (account_is_spread(a) && (rc = account_take_spread(a, err)) != RELAIS_OK)
		return rc;
	a->now = span_in(a->study->span, a->lens.now.length);
	if (a->what->over_time == TIME_LAST)
		a->now.from = a->now.to;
	a->before = span_before(&a->study->feed, a->now);
	return RELAIS_OK;
}

void account_close(account *a)
{
	free(a->lens.witness);
	free(a->samples);
	lens_close(&a->lens);
	study_close(a->study);
}

static relais_status say_parts(account *a, relais_error *err)
{
	relais_status rc = account_perimeter(a, err);

	if (rc == RELAIS_OK)
		rc = account_values(a, err);
	if (rc != RELAIS_OK || account_is_spread(a))
		return rc == RELAIS_OK ? account_spread(a, err) : rc;
	account_sums(a);
	account_rules(a);
	account_result(a);
	return RELAIS_OK;
}

relais_status relais_ask_account(relais_store *store, const relais_question *q,
	const relais_account *how, relais_rows **out, relais_error *err)
{
	account a;
	relais_status rc = account_open(&a, store, q, how, err);

	*out = NULL;
	if (rc == RELAIS_OK &&
		!(a.list = rowlist_new(columns, sizeof columns / sizeof *columns)))
		rc = fail_memory(err);
	if (rc == RELAIS_OK)
		rc = account_definition(&a, err);
	if (rc == RELAIS_OK)
		rc = account_is_season(&a) ? account_season(&a, err) : say_parts(&a, err);
	account_close(&a);
	if (rc == RELAIS_OK)
		return rows_with_main(out, in_short, rowlist_rows(a.list, out, err));
	rowlist_free(a.list);
	return rc;
}
