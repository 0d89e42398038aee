/* SPDX-License-Identifier: MIT
 * The training table (C7): a row a session, or a row a group, and the total.
 */
#include <string.h>

#include "../../base/error.h"
#include "../../base/suggest.h"
#include "../../base/words.h"
#include "ask.h"

/* clang-format off */
#define FIGURES                                                                                \
	{ "offices", N_("Offices"), RELAIS_COUNT },                                            \
	{ "coverage", N_("Coverage"), RELAIS_PERCENT },                                        \
	{ "trainees", N_("Trainees"), RELAIS_COUNT },                                          \
	{ "trainee_days", N_("Trainee-days"), RELAIS_NUMBER },                                 \
	{ "teaching_eur", N_("Teaching (€)"), RELAIS_NUMBER },                                 \
	{ "other_costs_eur", N_("Other costs (€)"), RELAIS_NUMBER },                           \
	{ "cost_eur", N_("Cost (€)"), RELAIS_NUMBER },                                         \
	{ "opco_eur", N_("OPCO (€)"), RELAIS_NUMBER },                                         \
	{ "cnfpt_eur", N_("CNFPT (€)"), RELAIS_NUMBER },                                       \
	{ "region_eur", N_("Region (€)"), RELAIS_NUMBER },                                     \
	{ "relais_eur", N_("Relais (€)"), RELAIS_NUMBER },                                     \
	{ "offices_eur", N_("Offices (€)"), RELAIS_NUMBER },                                   \
	{ "others_eur", N_("Others (€)"), RELAIS_NUMBER },                                     \
	{ "remaining_eur", N_("Remaining (€)"), RELAIS_NUMBER },                               \
	{ "seats", N_("Seats"), RELAIS_COUNT },                                                \
	{ "fill_rate", N_("Fill rate"), RELAIS_PERCENT },                                      \
	{ "satisfaction", N_("Satisfaction (/10)"), RELAIS_NUMBER },                           \
	{ "answers", N_("Answers"), RELAIS_COUNT },                                            \
	{ "flag", N_("Flag"), RELAIS_CODE }
/* clang-format on */

static const relais_column of_sessions[] = { { "session", N_("Session"), RELAIS_CODE },
	{ "title", N_("Title"), RELAIS_TEXT }, { "theme", N_("Theme"), RELAIS_TEXT },
	{ "resolutions", N_("Resolutions"), RELAIS_TEXT },
	{ "state", N_("State"), RELAIS_CODE }, { "begins", N_("From"), RELAIS_DATE },
	{ "ends", N_("Until"), RELAIS_DATE }, { "days", N_("Days"), RELAIS_NUMBER }, FIGURES };
static const relais_column of_groups[] = { { "group", N_("Group"), RELAIS_CODE },
	{ "name", N_("Name"), RELAIS_TEXT }, { "sessions", N_("Sessions"), RELAIS_COUNT },
	{ "days", N_("Days"), RELAIS_NUMBER }, FIGURES };

/* What is kept of these on a narrow terminal. */
static const char in_short[] =
	"session group title:24 trainees | begins name days cost_eur remaining_eur state sessions trainee_days";

typedef struct table {
	training t;
	lineup lines;
	rowlist *list;
	const stretch *when;
	bool members_only;
	int64_t offices; /* there are, in the stretch */
	bool has_money; /* rows are of whole sessions */
} table;

static relais_status read_key(const char *by, line_key *out, relais_error *err)
{
	char near[256];

	*out = LINE_SESSION;
	if (!by)
		return RELAIS_OK;
	for (int i = 0; line_keys[i]; i++)
		if (strcmp(line_keys[i], by) == 0) {
			*out = (line_key)(i + 1);
			return RELAIS_OK;
		}
	relais_suggest(by, line_keys, err ? err->lang : RELAIS_EN, near, sizeof near);
	return fail(err, RELAIS_E_USAGE,
		"training does not group by '%s': theme, resolution, month, category, office or territory%s",
		by, near);
}

/* Asked for, and there on some day of the stretch. */
static int64_t count_offices(
	const training *t, const stretch *w, bool members_only, const char *inside)
{
	bool always = w->first == RELAIS_NO_DAY;
	int64_t count = 0;

	for (size_t i = 0; i < t->roster.count; i++) {
		const office *o = &t->roster.offices[i];
		const char *at = o->attribute[KEY_TERRITORY] ? o->attribute[KEY_TERRITORY] : "";

		if (inside && strcmp(inside, at) != 0)
			continue;

		count += o->is_named && o->is_inside && (!members_only || o->is_member) &&
			 o->office_of < 0 &&
			 (always ? office_is_active(o, t->day, t->day)
				 : office_is_active(o, w->first, w->last));
	}
	return count;
}

static void put_count_or_null(rowlist *list, int64_t count, bool is_told)
{
	if (is_told)
		rowlist_count(list, count);
	else
		rowlist_null(list);
}

static void put_nulls(rowlist *list, int count)
{
	while (count-- > 0)
		rowlist_null(list);
}

/* Of a territory, its own. */
static int64_t offices_around(const table *b, const line *l)
{
	bool is_territory = b->lines.key == LINE_TERRITORY && l != &b->lines.total;

	return is_territory ? count_offices(&b->t, b->when, b->members_only, l->code)
			    : b->offices;
}

static void put_people(const table *b, const line *l)
{
	number days;

	if (l->sessions > 0 && l->unattended == l->sessions) {
		put_nulls(b->list, 4);
		return;
	}
	rowlist_count(b->list, l->offices);
	put_share(b->list, l->offices, offices_around(b, l));
	put_count_or_null(b->list, l->trainees, !l->is_secret);
	if (!l->is_secret && l->trainees == 0)
		rowlist_count(b->list, 0);
	else if (!l->is_secret && trainee_days(l->hours, &days))
		rowlist_number(b->list, days);
	else
		rowlist_null(b->list);
}

/* What an office pays of a session few are in, and what it leaves unpaid, would tell it. */
static void put_money(const table *b, const line *l)
{
	const amount untold = { 0, false };

	if (!b->has_money) {
		put_nulls(b->list, 3 + FUNDERS + 1);
		return;
	}
	put_amount(b->list, l->teaching);
	put_amount(b->list, l->others);
	put_amount(b->list, l->cost);
	for (int f = 0; f < FUNDERS; f++)
		put_amount(b->list, f == FUNDER_OFFICES && l->is_secret ? untold : l->paid[f]);
	put_amount(b->list, l->is_secret ? untold : l->remaining);
}

static void put_quality(const table *b, const line *l)
{
	enum { MARK_PLACES = 2, MILLION = 1000000 };
	bool is_told = b->has_money && !l->is_secret;
	number mark;

	put_count_or_null(b->list, l->seats, b->has_money && l->seats > 0);
	if (is_told)
		put_share(b->list, l->seated, l->offered);
	else
		rowlist_null(b->list);
	if (is_told && l->answers > 0 &&
		number_ratio(l->marks, l->answers * MILLION, 1, MARK_PLACES, &mark))
		rowlist_number(b->list, mark);
	else
		rowlist_null(b->list);
	put_count_or_null(b->list, l->answers, is_told && l->answers > 0);
}

static void put_figures(const table *b, const line *l)
{
	char flag[8] = "", *p = flag;

	put_people(b, l);
	put_money(b, l);
	put_quality(b, l);
	if (l->is_ineligible && b->has_money)
		*p++ = 'i';
	if (l->lacks)
		*p++ = 'm';
	if (l->is_overfull && b->has_money && !l->is_secret)
		*p++ = 'o';
	if (l->is_secret)
		*p++ = 's';
	*p = '\0';
	rowlist_text(b->list, flag);
	rowlist_end_row(b->list);
}

static void put_session(const table *b, const line *l)
{
	const course *c = l->course;

	if (c) {
		rowlist_text(b->list, c->code);
		rowlist_text(b->list, c->title);
		rowlist_text(b->list, c->theme);
		rowlist_text(b->list, c->resolutions);
		rowlist_text(b->list, c->state);
		rowlist_day(b->list, c->begins);
		rowlist_day(b->list, c->ends);
	} else {
		rowlist_text(b->list, l->code);
		put_nulls(b->list, 6);
	}
	put_amount(b->list, l->days);
	put_figures(b, l);
}

static void put_group(const table *b, const line *l)
{
	const amount untold = { 0, false };

	rowlist_text(b->list, l->code);
	rowlist_text(b->list, l->name);
	rowlist_count(b->list, l->sessions);
	put_amount(b->list, b->has_money ? l->days : untold);
	put_figures(b, l);
}

/* The total is of whole sessions even where the rows are of people. */
static void put_rows(table *b)
{
	bool is_by_session = b->lines.key == LINE_SESSION;

	b->has_money = !line_is_of_people(b->lines.key) && !b->t.is_restricted;
	for (size_t i = 0; i < b->lines.count; i++)
		(is_by_session ? put_session : put_group)(b, &b->lines.lines[i]);
	b->has_money = !b->t.is_restricted;
	(is_by_session ? put_session : put_group)(b, &b->lines.total);
}

static relais_status answer(table *b, relais_store *store, const relais_question *q,
	const stretch *w, line_key key, relais_error *err)
{
	relais_status rc = RELAIS_OK;

	if (!lineup_open(&b->lines, &b->t, key, w))
		return fail(err, RELAIS_E_MEMORY, "these sessions cannot be added up");
	if (is_told_outside(q))
		rc = lineup_mask(&b->lines, &b->t, w, store, err);
	if (rc != RELAIS_OK)
		return rc;
	b->when = w;
	b->members_only = q->members_only;
	b->offices = count_offices(&b->t, w, q->members_only, NULL);
	b->list = key == LINE_SESSION
			  ? rowlist_new(of_sessions, sizeof of_sessions / sizeof *of_sessions)
			  : rowlist_new(of_groups, sizeof of_groups / sizeof *of_groups);
	if (b->list)
		put_rows(b);
	return RELAIS_OK;
}

relais_status ask_training_table(relais_store *store, const relais_question *q,
	const relais_training *how, relais_rows **out, relais_error *err)
{
	table b = { .has_money = true };
	stretch w;
	line_key key;
	relais_status rc;

	if ((rc = read_key(q->by, &key, err)) != RELAIS_OK ||
		(rc = stretch_of(&w, q, how, err)) != RELAIS_OK ||
		(rc = training_open(&b.t, store, q, err)) != RELAIS_OK)
		return rc;
	rc = answer(&b, store, q, &w, key, err);
	lineup_close(&b.lines);
	training_close(&b.t);
	return rc == RELAIS_OK ? rows_with_main(out, in_short, rowlist_rows(b.list, out, err))
			       : rc;
}
