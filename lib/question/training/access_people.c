/* SPDX-License-Identifier: MIT
 * The rate of access by people. The register of enrolments has head-counts and no names, and cannot
 * know who came twice: an office counts its people itself, and sends the number of the year.
 */
#include <stdlib.h>

#include "../../base/error.h"
#include "../../base/number.h"
#include "access.h"

static void add(contributors *c, int64_t value)
{
	c->count += value > 0;
	c->magnitude += value;
	c->largest = value > c->largest ? value : c->largest;
}

/* What rests on a few offices, or on one above all, is not told, nor what leaves a few of those out whose
 * staff is told beside it. */
static bool tells_of_few(const secrecy_rule *rule, const people *p, int64_t left_out,
	const contributors *trained, const contributors *staff)
{
	return p->offices > 0 && (p->offices < rule->least_count ||
					 (left_out > 0 && left_out < rule->least_count) ||
					 rule_judge(rule, trained) != CELL_VISIBLE ||
					 rule_judge(rule, staff) != CELL_VISIBLE);
}

static void add_up(const training *t, const int64_t *trained, const int64_t *staff,
	const secrecy_rule *rule, people *out)
{
	contributors of_trained = { .second = SECOND_UNKNOWN };
	contributors of_staff = { .second = SECOND_UNKNOWN };
	int64_t left_out = 0;

	for (size_t i = 0; i < t->roster.count; i++) {
		const office *o = &t->roster.offices[i];

		if (!o->is_named || !o->is_inside)
			continue;
		if (trained[i] < 0 || staff[i] < 0) {
			left_out += trained[i] >= 0 || staff[i] >= 0;
			continue;
		}
		out->offices++;
		out->count += trained[i];
		out->staff += staff[i];
		add(&of_trained, trained[i]);
		add(&of_staff, staff[i]);
	}
	out->is_secret = rule && tells_of_few(rule, out, left_out, &of_trained, &of_staff);
}

relais_status count_people(const training *t, relais_store *store, int year,
	const secrecy_rule *rule, people *out, relais_error *err)
{
	int64_t *trained = calloc(t->roster.count + 1, sizeof *trained);
	int64_t *staff = calloc(t->roster.count + 1, sizeof *staff);
	relais_status rc = trained && staff ? RELAIS_OK : fail_memory(err);

	*out = (people){ .count = 0 };
	if (rc == RELAIS_OK)
		rc = read_staff(t, store, "salaries_formes_nb", year, trained, err);
	if (rc == RELAIS_OK)
		rc = read_staff(t, store, "salaries_nb", year, staff, err);
	if (rc == RELAIS_OK)
		add_up(t, trained, staff, rule, out);
	free(trained);
	free(staff);
	return rc;
}

void put_people(rowlist *list, const people *p)
{
	enum { PERCENT = 100, CELLS = 4 };
	number rate;

	if (!p || p->offices == 0 || p->is_secret) {
		for (int i = 0; i < CELLS; i++)
			if (p && i == 1)
				rowlist_count(list, p->offices);
			else
				rowlist_null(list);
		return;
	}
	rowlist_number(list, (number){ p->count, HUNDREDTHS });
	rowlist_count(list, p->offices);
	rowlist_number(list, (number){ p->staff, HUNDREDTHS });
	if (number_ratio(p->count, p->staff, PERCENT, NUMBER_MAX_DECIMALS, &rate))
		rowlist_number(list, rate);
	else
		rowlist_null(list);
}
