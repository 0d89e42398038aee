/* SPDX-License-Identifier: MIT
 * Access to training, twice. Trainees for the staff there is: nobody is named, so that one who came
 * twice is two trainees, and there may be more than 100 for 100 staff. It is over the offices whose staff
 * is known, those that sent nobody too; where no indicator counts a category, it is not known. And the
 * rate by people, each counted once, which offices alone can know: they report it for a year.
 */
#include <stdlib.h>
#include <string.h>

#include "../../base/date.h"
#include "../../base/error.h"
#include "../../base/period.h"
#include "../../base/words.h"
#include "../../model/kind_training.h"
#include "../study/inside.h"
#include "access.h"
#include "ask.h"

static const relais_column columns[] = { { "category", N_("Category"), RELAIS_CODE },
	{ "trainees", N_("Trainees"), RELAIS_COUNT },
	{ "trainee_offices", N_("Offices with trainees"), RELAIS_COUNT },
	{ "indicator", N_("Staff indicator"), RELAIS_CODE },
	{ "year", N_("Year"), RELAIS_PERIOD },
	{ "staff_offices", N_("Offices with staff"), RELAIS_COUNT },
	{ "counted", N_("Trainees of these"), RELAIS_COUNT },
	{ "staff", N_("Staff"), RELAIS_NUMBER },
	{ "attendance_rate", N_("Trainees per 100 staff"), RELAIS_PERCENT },
	{ "flag", N_("Flag"), RELAIS_CODE }, { "people", N_("People trained"), RELAIS_COUNT },
	{ "people_offices", N_("Offices that count them"), RELAIS_COUNT },
	{ "people_staff", N_("Staff of these"), RELAIS_NUMBER },
	{ "access_rate", N_("Access rate"), RELAIS_PERCENT } };

/* What is kept of these on a narrow terminal. */
static const char in_short[] =
	"category trainees | staff attendance_rate access_rate year flag";

/* What indicator counts a category of staff; none for the others. */
static const struct {
	const char *category, *indicator;
} counted_by[] = { { "total", "salaries_nb" }, { "numerique", "etp_numerique" },
	{ "saisonnier", "etp_saisonniers" } };

typedef struct rate {
	const char *category, *indicator;
	int64_t trainees, trainee_offices, staff_offices, counted, staff;
	int64_t rest_offices; /* with trainees, and no staff known */
	bool is_secret, is_rate_secret;
} rate;

static const char *indicator_for(const char *category)
{
	for (size_t i = 0; i < sizeof counted_by / sizeof *counted_by; i++)
		if (strcmp(counted_by[i].category, category) == 0)
			return counted_by[i].indicator;
	return NULL;
}

static bool is_of(const seating *e, const char *category)
{
	return strcmp(category, "total") == 0 ? trainees_are_staff(e->category)
					      : strcmp(category, e->category) == 0;
}

/* Trainees of one category, by office. */
static void add_trainees(const training *t, const stretch *w, rate *r, int64_t *by_office)
{
	for (size_t i = 0; i < t->seating_count; i++) {
		const seating *e = &t->seatings[i];
		const course *c = &t->courses[e->course];

		if (!e->is_asked || e->came == 0 || !is_of(e, r->category) ||
			!stretch_has(w, c) || course_is_off(c))
			continue;
		r->trainees += e->came;
		r->trainee_offices += by_office[e->office] == 0;
		by_office[e->office] += e->came;
	}
}

static void add_staff(
	const training *t, rate *r, const int64_t *by_office, const int64_t *staff)
{
	for (size_t i = 0; i < t->roster.count; i++) {
		const office *o = &t->roster.offices[i];

		if (!o->is_named || !o->is_inside)
			continue;
		if (staff[i] < 0) {
			r->rest_offices += by_office[i] > 0;
			continue;
		}
		r->staff_offices++;
		r->counted += by_office[i];
		r->staff += staff[i];
	}
}

static relais_status work_out(const training *t, relais_store *store, const stretch *w,
	int year, rate *r, relais_error *err)
{
	int64_t *by_office = calloc(t->roster.count + 1, sizeof *by_office);
	int64_t *staff = calloc(t->roster.count + 1, sizeof *staff);
	relais_status rc = by_office && staff ? RELAIS_OK : fail_memory(err);

	if (rc == RELAIS_OK)
		add_trainees(t, w, r, by_office);
	if (rc == RELAIS_OK && r->indicator) {
		rc = read_staff(t, store, r->indicator, year, staff, err);
		if (rc == RELAIS_OK)
			add_staff(t, r, by_office, staff);
	}
	free(by_office);
	free(staff);
	return rc;
}

static void put_rate(rowlist *list, const rate *r, int year, const people *p)
{
	bool is_known = r->indicator && r->staff_offices > 0;
	bool is_told = is_known && !r->is_secret && !r->is_rate_secret;
	number out;

	rowlist_text(list, r->category);
	if (r->is_secret)
		rowlist_null(list);
	else
		rowlist_count(list, r->trainees);
	rowlist_count(list, r->trainee_offices);
	rowlist_text(list, r->indicator);
	rowlist_period(list, period_make(year, SLOT_YEAR));
	rowlist_count(list, r->staff_offices);
	if (is_told) {
		rowlist_count(list, r->counted);
		rowlist_number(list, (number){ r->staff, HUNDREDTHS });
	} else {
		rowlist_null(list);
		rowlist_null(list);
	}
	if (is_told && number_ratio(r->counted, r->staff, 10000, NUMBER_MAX_DECIMALS, &out))
		rowlist_number(list, out);
	else
		rowlist_null(list);
	rowlist_text(list, r->is_secret || r->is_rate_secret || (p && p->is_secret) ? "s"
			   : is_known                                               ? ""
										    : "m");
	put_people(list, p);
	rowlist_end_row(list);
}

static int year_of(const training *t, const stretch *w)
{
	relais_day day = w->last == RELAIS_NO_DAY ? t->day : w->last;
	int year, month, dom;

	day_split(day, &year, &month, &dom);
	return year;
}

/* All trainees less the staff are partners and elected people, who may be told of elsewhere. */
static bool gives_away_others(const lineup *l)
{
	for (size_t i = 0; i < l->count; i++)
		if (l->lines[i].is_secret && !trainees_are_staff(l->lines[i].code))
			return true;
	return false;
}

/* Told outside: a category as the table tells it, and its rate when neither the offices behind it
 * nor those it leaves out are a few. */
static void protect(rate *r, const lineup *l, const line *one, int64_t least)
{
	bool is_total = one == &l->total;

	r->is_secret = one->is_secret || (is_total && gives_away_others(l));
	r->is_rate_secret = (r->staff_offices > 0 && r->staff_offices < least) ||
			    (r->rest_offices > 0 && r->rest_offices < least);
}

static relais_status put_all(const training *t, relais_store *store, const relais_question *q,
	const stretch *w, lineup *l, rowlist *list, relais_error *err)
{
	int year = year_of(t, w);
	people p = { .count = 0 };
	gates g;
	relais_status rc = gates_load(&g, store, t->known, err);

	if (rc == RELAIS_OK && is_told_outside(q))
		rc = lineup_mask(l, t, w, store, err);
	for (size_t i = 0; i <= l->count && rc == RELAIS_OK; i++) {
		const line *one = i < l->count ? &l->lines[i] : &l->total;
		rate r = { .category = one->code, .indicator = indicator_for(one->code) };

		if (i < l->count && !trainees_are_staff(one->code))
			continue;
		rc = work_out(t, store, w, year, &r, err);
		if (rc == RELAIS_OK && is_told_outside(q))
			protect(&r, l, one, g.secrecy.least_count);
		if (rc == RELAIS_OK)
			rc = i < l->count
				     ? RELAIS_OK
				     : count_people(t, store, year,
					       is_told_outside(q) ? &g.secrecy : NULL, &p, err);
		if (rc == RELAIS_OK)
			put_rate(list, &r, year, i < l->count ? NULL : &p);
	}
	return rc;
}

relais_status ask_training_access(relais_store *store, const relais_question *q,
	const relais_training *how, relais_rows **out, relais_error *err)
{
	training t;
	stretch w;
	lineup l = { .count = 0 };
	rowlist *list = NULL;
	relais_status rc;

	if ((rc = stretch_of(&w, q, how, err)) != RELAIS_OK ||
		(rc = training_open(&t, store, q, err)) != RELAIS_OK)
		return rc;
	if (!lineup_open(&l, &t, LINE_CATEGORY, &w))
		rc = fail(err, RELAIS_E_MEMORY, "these sessions cannot be added up");
	else if (!(list = rowlist_new(columns, sizeof columns / sizeof *columns)))
		rc = fail_memory(err);
	else
		rc = put_all(&t, store, q, &w, &l, list, err);
	lineup_close(&l);
	training_close(&t);
	if (rc == RELAIS_OK)
		return rows_with_main(out, in_short, rowlist_rows(list, out, err));
	rowlist_free(list);
	return rc;
}
