/* SPDX-License-Identifier: MIT
 * The same figure by a query over the documented views, for whoever wants to see it come out of
 * SQL. It is one query for every kind of figure; what differs (terms, periods, units) goes in as
 * lists. Before it is written it is run, and its answer held against ours: a query that says
 * something else is never given out.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../../base/text.h"
#include "../../base/words.h"
#include "../../store/views.h"
#include "account_sql.h"
#include "../measure/fraction.h"
#include "../sql.h"

enum { DEEPEST = 8 };

static void add_text(text *out, const char *string)
{
	text_add_char(out, '"');
	for (; *string; string++) {
		if (*string == '"' || *string == '\\')
			text_add_char(out, '\\');
		text_add_char(out, *string);
	}
	text_add_char(out, '"');
}

relais_status account_cannot(const account *a, const char *what, relais_error *err)
{
	return fail(err, RELAIS_E_USAGE, "no query over the views gives '%s' here: %s",
		a->what->about.code, relais_words(err ? err->lang : RELAIS_EN, what));
}

/* [side, indicator, decimals, optional] of every collected term, sums of sums opened. */
static relais_status add_terms(account *a, query_lists *l, const char *side,
	const char *formula, bool optional, int depth, relais_error *err)
{
	relais_status rc = RELAIS_OK;
	term t;

	while (rc == RELAIS_OK && formula_next(&formula, &t)) {
		const item *i =
			t.is_register ? NULL
				      : catalogue_item(&a->study->indicators, t.code, t.length);

		if (!i || depth == DEEPEST)
			return account_cannot(a, N_("it is counted from a register"), err);
		if (i->about.derived && (optional || t.is_optional))
			return account_cannot(
				a, N_("a term that may lack is itself computed"), err);
		if (i->about.derived) {
			rc = add_terms(a, l, side, i->about.numerator, false, depth + 1, err);
			continue;
		}
		text_addf(&l->terms, "%s[\"%s\",", l->terms.length ? "," : "[", side);
		add_text(&l->terms, i->about.code);
		text_addf(&l->terms, ",%" PRId64 ",%d]", power_of_10(i->about.decimals),
			t.is_optional);
	}
	return rc;
}

relais_status account_list_terms(account *a, query_lists *l, relais_error *err)
{
	const item *i = a->what;
	const indicator *d = &i->about;
	const char *below = i->over_offices == RULE_RATIO   ? d->denominator
			    : i->over_offices == RULE_WMEAN ? d->weight
							    : NULL;
	relais_status rc = add_terms(a, l, "top",
		d->derived && d->numerator ? d->numerator : d->code, false, 0, err);

	if (rc == RELAIS_OK && below)
		rc = add_terms(a, l, "bottom", below, false, 0, err);
	text_add_char(&l->terms, ']');
	return rc;
}

void account_list_year(query_lists *l, const char *year, relais_span span)
{
	for (relais_period p = span.from; p <= span.to; p = period_next(p)) {
		char name[16], first[16], last[16];

		relais_period_print(p, name);
		relais_day_print(period_first_day(p), first);
		relais_day_print(period_last_day(p), last);
		text_addf(&l->periods, "%s[\"%s\",\"%s\",\"%s\",\"%s\"]",
			l->periods.length ? "," : "[", year, name, first, last);
	}
}

relais_status account_list_units(account *a, query_lists *l, relais_error *err)
{
	const study *s = a->study;

	for (size_t o = 0; o < s->offices.count; o++) {
		const office *one = &s->offices.offices[o];

		if (account_has_unit(a, s->current.unit_of[o]) && one->first_bureau >= 0)
			return account_cannot(a, N_("some of its offices have bureaux"), err);
	}
	for (size_t u = 0; u < s->current.units; u++) {
		if (!account_has_unit(a, (int32_t)u))
			continue;
		text_add_char(&l->units, l->units.length ? ',' : '[');
		add_text(&l->units, s->offices.offices[s->current.root[u]].code);
	}
	text_add(&l->units, l->units.length ? "]" : "[]");
	return RELAIS_OK;
}

static const char *how_to_divide(const item *i)
{
	static const char *const names[] = { [RULE_SUM] = "sum",
		[RULE_MEAN] = "mean",
		[RULE_WMEAN] = "wmean",
		[RULE_SHARE] = "share",
		[RULE_RATIO] = "ratio" };

	return names[i->over_offices];
}

/* What each kind of figure multiplies its quotient with. */
static int64_t factor_of(const account *a)
{
	const item *i = a->what;

	switch (i->over_offices) {
	case RULE_SHARE: return 100;
	case RULE_RATIO: return i->about.factor;
	case RULE_MEAN: return i->over_time == TIME_SUM ? a->tally.steps : 1;
	default: return 1;
	}
}

static void bind(stmt *q, const account *a, const query_lists *l, char day[16])
{
	const item *i = a->what;
	bool periods = i->over_offices == RULE_SUM && i->over_time == TIME_MEAN;

	relais_day_print(a->study->day, day);
	stmt_bind_text(q, ":indicator", i->about.code);
	stmt_bind_text(q, ":group", a->study->groups[a->group].code);
	stmt_bind_text(q, ":terms", text_str(&l->terms));
	stmt_bind_text(q, ":periods", text_str(&l->periods));
	stmt_bind_text(q, ":units", text_str(&l->units));
	stmt_bind_text(q, ":how", how_to_divide(i));
	stmt_bind_text(q, ":figure", account_is_evolution(a) ? "evolution" : "value");
	stmt_bind_text(q, ":change", item_is_in_points(i) ? "points" : "percent");
	stmt_bind_text(q, ":today", a->geography == RELAIS_CURRENT ? day : NULL);
	stmt_bind_int(q, ":factor", factor_of(a));
	stmt_bind_int(q, ":divisor", periods ? a->tally.steps : 1);
}

static double as_double(number n)
{
	return (double)n.units / (double)power_of_10(n.decimals);
}

bool account_is_same(const stmt *q, int column, bool has, number n)
{
	const char *said = stmt_text(q, column);
	double ours = as_double(n), theirs = said ? strtod(said, NULL) : 0, gap;

	if (!said || !has)
		return !said && !has;
	gap = ours > theirs ? ours - theirs : theirs - ours;
	return gap <= 1.1e-6 || gap <= 1e-14 * (ours > 0 ? ours : -ours);
}

/* Columns: indicator group value previous evolution offices. */
static relais_status hold_against(const account *a, stmt *q, relais_error *err)
{
	const measure *m = &a->measure;
	relais_status rc = stmt_step(q, err);
	bool same = rc == RELAIS_OK && stmt_int(q, 5) == m->offices &&
		    account_is_same(q, 2, m->has_value, m->value);

	if (rc != RELAIS_OK && rc != RELAIS_END)
		return rc;
	if (same && account_is_evolution(a))
		same = account_is_same(q, 3, m->has_previous, m->previous) &&
		       account_is_same(q, 4, m->has_evolution, m->evolution);
	stmt_reset(q);
	return same ? RELAIS_OK
		    : account_cannot(a,
			      N_("its perimeter takes more than they tell; see it without --sql"),
			      err);
}

relais_status account_write(stmt *q, FILE *out, relais_error *err)
{
	char *sql = stmt_written_out(q);
	relais_status rc = RELAIS_OK;

	if (!sql)
		rc = fail_memory(err);
	else if (fputs(sql, out) == EOF || fputs("\n", out) == EOF)
		rc = fail(err, RELAIS_E_IO, "cannot write the query");
	stmt_written_free(sql);
	return rc;
}

static relais_status write_query(
	const account *a, const query_lists *l, FILE *out, relais_error *err)
{
	char day[16];
	stmt *q;
	relais_status rc = stmt_prepare(&q, a->study->store, SQL(account), err);

	if (rc != RELAIS_OK)
		return rc;
	bind(q, a, l, day);
	if ((rc = hold_against(a, q, err)) == RELAIS_OK)
		rc = account_write(q, out, err);
	stmt_free(q);
	return rc;
}

void account_lists_free(query_lists *l)
{
	text_free(&l->terms);
	text_free(&l->periods);
	text_free(&l->units);
}

static relais_status make_lists(account *a, query_lists *l, relais_error *err)
{
	relais_status rc = account_list_terms(a, l, err);

	if (rc == RELAIS_OK)
		rc = account_list_units(a, l, err);
	account_list_year(l, "now", a->now);
	if (account_is_evolution(a))
		account_list_year(l, "before", a->before);
	text_add_char(&l->periods, ']');
	if (rc == RELAIS_OK && (l->terms.failed || l->periods.failed || l->units.failed))
		return fail_memory(err);
	return rc;
}

relais_status relais_account_sql(relais_store *store, const relais_question *q,
	const relais_account *how, FILE *out, relais_error *err)
{
	account a;
	query_lists l = { 0 };
	relais_status rc = views_ready(store, err);

	if (rc != RELAIS_OK)
		return rc;
	rc = account_open(&a, store, q, how, err);
	if (rc == RELAIS_OK && q->as_of != RELAIS_NO_DAY)
		rc = account_cannot(&a,
			N_("the views tell what is known now, not what was known at --as-of"),
			err);
	if (rc == RELAIS_OK && account_is_season(&a)) {
		rc = account_season_sql(&a, out, err);
		account_close(&a);
		return rc;
	}
	if (rc == RELAIS_OK && account_is_spread(&a))
		rc = account_cannot(&a,
			N_("a statistic needs the offices in order; without --sql they are listed so"),
			err);
	if (rc == RELAIS_OK && how->figure == RELAIS_FIGURE_COVERAGE)
		rc = account_cannot(
			&a, N_("only a value, an evolution and a season are written so"), err);
	if (rc == RELAIS_OK)
		rc = make_lists(&a, &l, err);
	if (rc == RELAIS_OK)
		rc = write_query(&a, &l, out, err);
	account_lists_free(&l);
	account_close(&a);
	return rc;
}
