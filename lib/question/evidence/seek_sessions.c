/* SPDX-License-Identifier: MIT
 * Evidence from the training register: sessions held, who sent trainees, what was paid for. Of the
 * sessions of the resolution, or of all of them (*).
 */
#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../../model/kind_training.h"
#include "inside.h"

enum { MILLION = 1000000 };

static bool is_meant(const yardstick *y, const course *c)
{
	return course_is_held(c) && (*y->filter == '*' || course_serves(c, y->resolution));
}

static void add_amount(amount *sum, amount one)
{
	if (one.is_known && number_add(&sum->units, one.units))
		sum->is_known = true;
}

/* What the sessions of the window come to. */
typedef struct sittings {
	int64_t sessions, people, employees, partners;
	amount hours, cost, paid;
	int64_t *by_office; /* heads: for secrecy */
} sittings;

static void add_people(evidence *e, const course *c, sittings *s, bool *marked)
{
	for (size_t k = c->first; k < c->first + c->count; k++) {
		const seating *one = &e->training.seatings[k];
		const char *code = e->training.roster.offices[one->office].code;
		ptrdiff_t at = evidence_office(e, code);
		amount hours = one->hours;

		if (one->came == 0 || at < 0)
			continue;
		marked[at] = true;
		s->by_office[at] += one->came;
		s->people += one->came;
		s->employees += *one->regime ? one->came : 0;
		s->partners += strcmp(one->category, "prestataire") == 0 ? one->came : 0;
		if (hours.is_known &&
			!__builtin_mul_overflow(hours.units, one->came, &hours.units))
			add_amount(&s->hours, hours);
	}
}

/* Outside, what rests on one or two offices, or on one above all, is not told (C3.1). */
static bool tells_of_one(const evidence *e, const sittings *s)
{
	contributors c = { .second = SECOND_UNKNOWN };

	for (size_t i = 0; i < e->study->offices.count; i++) {
		int64_t people = s->by_office[i];

		c.count += people > 0;
		c.magnitude += people;
		c.largest = people > c.largest ? people : c.largest;
	}
	return rule_judge(&e->study->gates.secrecy, &c) != CELL_VISIBLE;
}

static relais_status conclude(evidence *e, const yardstick *y, const sittings *s,
	const bool *marked, finding *out, relais_error *err)
{
	finding staff = { .last = RELAIS_NO_DAY };
	relais_status rc;

	if (strcmp(y->count, "sessions") == 0)
		seek_count(s->sessions, out);
	else if (strcmp(y->count, "offices") == 0)
		seek_share(e, marked, out);
	else if (strcmp(y->count, "days") == 0)
		out->has_value = trainee_days(s->hours, &out->value);
	else if (strcmp(y->count, "people:partner") == 0)
		seek_count(s->partners, out);
	else if (strcmp(y->count, "funded") == 0)
		out->has_value =
			s->cost.is_known && number_ratio(s->paid.units, s->cost.units, 100,
						    NUMBER_MAX_DECIMALS, &out->value);
	else if (strcmp(y->count, "access") == 0) {
		yardstick of_staff = *y;

		of_staff.filter = "salaries_nb";
		of_staff.window = "latest";
		of_staff.count = "total";
		if ((rc = seek_figure(e, &of_staff, &staff, err)) != RELAIS_OK)
			return rc;
		out->is_secret = staff.is_secret;
		out->has_value =
			staff.has_value && number_ratio(s->employees, staff.value.units, 100,
						   NUMBER_MAX_DECIMALS, &out->value);
	}
	return RELAIS_OK;
}

relais_status seek_sessions(evidence *e, const yardstick *y, finding *out, relais_error *err)
{
	bool *marked = calloc(e->study->offices.count + 1, sizeof *marked);
	stretch w = evidence_window(y->window, e->day);
	sittings s = { .by_office = calloc(e->study->offices.count + 1, sizeof *s.by_office) };
	relais_status rc = marked && s.by_office ? RELAIS_OK : fail_memory(err);

	for (size_t i = 0; rc == RELAIS_OK && i < e->training.course_count; i++) {
		const course *c = &e->training.courses[i];

		if (!is_meant(y, c) || c->begins == RELAIS_NO_DAY || c->begins > e->day)
			continue;
		seek_last(out, c->begins);
		if (c->begins < w.first)
			continue;
		s.sessions++;
		add_people(e, c, &s, marked);
		add_amount(&s.cost, c->teaching);
		add_amount(&s.cost, c->others);
		add_amount(&s.paid, c->paid[FUNDER_OPCO]);
		add_amount(&s.paid, c->paid[FUNDER_CNFPT]);
	}
	if (rc == RELAIS_OK && out->last != RELAIS_NO_DAY)
		rc = conclude(e, y, &s, marked, out, err);
	if (rc == RELAIS_OK && e->is_published && !out->has_share &&
		(y->tier == TIER_OFFICE || strcmp(y->count, "sessions") != 0))
		out->is_secret = out->is_secret || tells_of_one(e, &s);
	free(s.by_office);
	free(marked);
	return rc;
}
