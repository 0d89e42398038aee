/* SPDX-License-Identifier: MIT
 * The training plan of a year as rows, theme by theme.
 */
#include "../../base/error.h"
#include "../../base/text.h"
#include "../../base/words.h"
#include "ask.h"
#include "needs.h"

static const relais_column columns[] = { { "theme", N_("Theme"), RELAIS_TEXT },
	{ "resolutions", N_("Resolutions"), RELAIS_TEXT },
	{ "offices", N_("Offices"), RELAIS_COUNT },
	{ "trainees", N_("Trainees"), RELAIS_COUNT },
	{ "private", N_("Private law"), RELAIS_COUNT },
	{ "public", N_("Public law"), RELAIS_COUNT },
	{ "others", N_("Other trainees"), RELAIS_COUNT },
	{ "seats", N_("Seats a session"), RELAIS_COUNT },
	{ "sessions", N_("Sessions to open"), RELAIS_COUNT },
	{ "days", N_("Days"), RELAIS_NUMBER },
	{ "day_cost_eur", N_("Cost a day (€)"), RELAIS_NUMBER },
	{ "cost_eur", N_("Estimated cost (€)"), RELAIS_NUMBER },
	{ "opco_eligible_eur", N_("OPCO may pay (€)"), RELAIS_NUMBER },
	{ "cnfpt_eligible_eur", N_("CNFPT may pay (€)"), RELAIS_NUMBER },
	{ "not_eligible_eur", N_("Neither pays (€)"), RELAIS_NUMBER },
	{ "basis", N_("Sessions it rests on"), RELAIS_TEXT },
	{ "flag", N_("Flag"), RELAIS_CODE } };

/* What is kept of these on a narrow terminal. */
static const char in_short[] = "theme offices trainees | sessions days cost_eur seats";

static void put_basis(rowlist *list, const precedent *b)
{
	text codes = { 0 };

	for (size_t i = b->count; i-- > 0;)
		text_addf(&codes, "%s%s", codes.length ? " " : "", b->basis[i]->code);
	rowlist_text(list, codes.length ? text_str(&codes) : NULL);
	text_free(&codes);
}

static void put_days(rowlist *list, amount days)
{
	enum { PLACES = 2 };
	number n;

	if (days.is_known &&
		number_rescale((number){ days.units, NUMBER_MAX_DECIMALS }, PLACES, &n, NULL))
		rowlist_number(list, n);
	else
		rowlist_null(list);
}

/* All it says of people, or nothing: how many sessions they make would tell. */
static void put_theme(rowlist *list, const planned *o, bool is_total, bool lacks)
{
	const int64_t people[] = { o->trainees, o->private, o->public, o->others };
	const amount money[] = { o->day_cost, o->cost, o->opco, o->cnfpt, o->rest };
	bool is_told = !o->line->is_secret;

	rowlist_text(list, o->line->code);
	rowlist_text(list, o->resolutions);
	rowlist_count(list, o->line->offices);
	for (size_t i = 0; i < sizeof people / sizeof *people; i++)
		if (is_told)
			rowlist_count(list, people[i]);
		else
			rowlist_null(list);
	if (o->seats > 0)
		rowlist_count(list, o->seats);
	else
		rowlist_null(list);
	if (is_told && o->sessions >= 0)
		rowlist_count(list, o->sessions);
	else
		rowlist_null(list);
	put_days(list, is_told ? o->days : (amount){ 0, false });
	for (size_t i = 0; i < sizeof money / sizeof *money; i++)
		put_amount(list, is_told || i == 0 ? money[i] : (amount){ 0, false });
	put_basis(list, &o->before);
	if (!is_total)
		lacks = o->sessions < 0 || !o->days.is_known || !o->cost.is_known;
	rowlist_text(list, !is_told ? "s" : lacks ? "m" : "");
	rowlist_end_row(list);
}

relais_status ask_training_plan(relais_store *store, const relais_question *q,
	const relais_training *how, relais_rows **out, relais_error *err)
{
	course_plan p;
	rowlist *list;
	relais_status rc;

	if (is_told_outside(q) &&
		(q->offices || q->territories || q->members_only || q->resolutions))
		return fail(err, RELAIS_E_USAGE,
			"told outside, needs are those of everybody: a part taken from the whole may be one office");
	if ((rc = course_plan_open(&p, store, q, how->year, err)) != RELAIS_OK)
		return rc;
	list = rowlist_new(columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; list && i < p.count; i++)
		put_theme(list, &p.themes[i], false, false);
	if (list)
		put_theme(list, &p.total, true, p.lacks);
	course_plan_close(&p);
	return rows_with_main(out, in_short, rowlist_rows(list, out, err));
}
