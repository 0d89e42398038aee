/* SPDX-License-Identifier: MIT
 * The index of a month by a query over the documented views; run and held against ours before it is
 * written, as the others are.
 */
#include <math.h>
#include <stdio.h>

#include "../../base/error.h"
#include "../../base/words.h"
#include "../sql.h"
#include "account_season.h"
#include "account_sql.h"

static relais_status make_lists(season_account *w, query_lists *l, relais_error *err)
{
	account *a = w->account;
	relais_status rc = account_list_terms(a, l, err);

	if (rc == RELAIS_OK)
		rc = account_list_units(a, l, err);
	for (size_t y = 0; y < w->count; y++) {
		char year[16];

		snprintf(year, sizeof year, "%d", period_year(w->years[y].span.from));
		account_list_year(l, year, w->years[y].span);
	}
	text_add(&l->periods, w->count ? "]" : "[]");
	if (rc == RELAIS_OK && (l->terms.failed || l->periods.failed || l->units.failed))
		rc = fail_memory(err);
	return rc;
}

/* Texts are borrowed: `day` and `month` live as long as the query. */
static void bind(
	stmt *q, const season_account *w, const query_lists *l, char day[16], char month[16])
{
	const account *a = w->account;

	relais_day_print(a->study->day, day);
	snprintf(month, 16, w->series.period == 12 ? "%02zu" : "T%zu", w->month + 1);
	stmt_bind_text(q, ":indicator", a->what->about.code);
	stmt_bind_text(q, ":group", a->study->groups[a->group].code);
	stmt_bind_text(q, ":terms", text_str(&l->terms));
	stmt_bind_text(q, ":periods", text_str(&l->periods));
	stmt_bind_text(q, ":units", text_str(&l->units));
	stmt_bind_text(q, ":month", month);
	stmt_bind_text(q, ":today", a->geography == RELAIS_CURRENT ? day : NULL);
}

/* Columns: indicator group month index years offices. */
static relais_status hold_against(const season_account *w, stmt *q, relais_error *err)
{
	const season_profile *p = &w->profile;
	number index = { p->years ? llround(p->figure[w->month] * 1e6) : 0, 6 };
	relais_status rc = stmt_step(q, err);
	bool same = rc == RELAIS_OK && stmt_int(q, 4) == p->years &&
		    stmt_int(q, 5) == p->sum.offices &&
		    account_is_same(q, 3, p->years > 0, index);

	if (rc != RELAIS_OK && rc != RELAIS_END)
		return rc;
	stmt_reset(q);
	return same ? RELAIS_OK
		    : account_cannot(w->account,
			      N_("its perimeter takes more than they tell; see it without --sql"),
			      err);
}

relais_status account_season_sql(account *a, FILE *out, relais_error *err)
{
	season_account w;
	query_lists l = { 0 };
	stmt *q = NULL;
	char day[16], month[16];
	relais_status rc = season_account_open(&w, a, err);

	if (rc == RELAIS_OK && w.month == ALL_MONTHS)
		rc = fail(err, RELAIS_E_USAGE,
			"a query gives the index of one month: name yours with --month");
	if (rc == RELAIS_OK)
		rc = make_lists(&w, &l, err);
	if (rc == RELAIS_OK)
		rc = stmt_prepare(&q, a->study->store, SQL(account_season), err);
	if (rc == RELAIS_OK) {
		bind(q, &w, &l, day, month);
		if ((rc = hold_against(&w, q, err)) == RELAIS_OK)
			rc = account_write(q, out, err);
		stmt_free(q);
	}
	account_lists_free(&l);
	season_account_close(&w);
	return rc;
}
