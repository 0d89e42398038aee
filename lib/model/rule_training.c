/* SPDX-License-Identifier: MIT
 * Rules of one record, for training. Amounts are compared as exact decimals, canonical days as text.
 */
#include <stdlib.h>
#include <string.h>

#include "../base/number.h"
#include "../base/words.h"
#include "kind_training.h"
#include "rule.h"

enum { MILLION = 1000000 };
enum { CENT = MILLION / 100, TOP_MARK = 10 * MILLION }; /* in millionths */
enum { MOST_PEOPLE = 100000, MOST_HOURS = 10000, MOST_EUROS = 1000000000 };

/* Canonical text in millionths; nothing said is nothing. */
static int64_t millionths(const char *value)
{
	number n;

	return value && number_from_text(value, &n) &&
			       number_rescale(n, NUMBER_MAX_DECIMALS, &n, NULL)
		       ? n.units
		       : 0;
}

static bool fits(const char *value)
{
	number n;

	return !value || (number_from_text(value, &n) &&
				 number_rescale(n, NUMBER_MAX_DECIMALS, &n, NULL));
}

static int64_t most(const kind_column *c)
{
	if (c->type == CELL_INTEGER)
		return MOST_PEOPLE;
	return strstr(c->name, "_eur") ? MOST_EUROS : MOST_HOURS;
}

/* Every column that is said counts something: none is below zero, nor so high that sums of it may
 * not fit. */
static const char *check_counts(
	const char **values, const kind_column *columns, size_t count, const char **why)
{
	for (size_t i = 0; i < count; i++) {
		if (columns[i].type != CELL_DECIMAL && columns[i].type != CELL_INTEGER)
			continue;
		if (fits(values[i]) && millionths(values[i]) >= 0 &&
			millionths(values[i]) <= most(&columns[i]) * MILLION)
			continue;
		*why = N_(
			"a number of seats, trainees, days or euros is zero or more, and within reason");
		return "bad-amount";
	}
	return NULL;
}

static bool adds_up_to(const char **values, size_t first, size_t last, int64_t *sum)
{
	*sum = 0;
	for (size_t i = first; i <= last; i++)
		if (!number_add(sum, millionths(values[i])))
			return false;
	return true;
}

/* C1.11: what the funders pay is at most what the session costs, to a cent. */
static const char *check_money(const char **values, const char **why)
{
	int64_t cost, paid;

	if (!adds_up_to(values, SESSION_TEACHING, SESSION_OTHER_COSTS, &cost) ||
		!adds_up_to(values, SESSION_OPCO, SESSION_OTHERS, &paid)) {
		*why = N_("these amounts are too big to be added up");
		return "bad-amount";
	}
	if (!values[SESSION_TEACHING] && paid > 0) {
		*why = N_(
			"somebody pays for the session and the cost of its teaching is not said");
		return "no-cost";
	}
	if (paid <= cost || paid - cost <= CENT)
		return NULL;
	*why = N_("the funders together pay more than the session costs");
	return "funding-over-cost";
}

static const char *check_marks(const char **values, const char **why)
{
	const char *mark = values[SESSION_SATISFACTION], *answers = values[SESSION_ANSWERS];

	if (mark && millionths(mark) > TOP_MARK) {
		*why = N_("the mean of the marks goes from 0 to 10");
		return "bad-satisfaction";
	}
	if (mark && millionths(answers) == 0) {
		*why = N_("a mean of marks needs the number of answers behind it");
		return "bad-satisfaction";
	}
	return NULL;
}

const char *check_session(const char **values, const char **why)
{
	const char *begins = values[SESSION_BEGINS], *ends = values[SESSION_ENDS], *rule;

	if (ends && (!begins || strcmp(ends, begins) < 0)) {
		*why = N_("the session ends before it begins, or does not say when it begins");
		return "ends-before-start";
	}
	if (!begins && !strcmp(values[SESSION_STATE], "tenu")) {
		*why = N_("a session that was held has a first day");
		return "held-without-date";
	}
	if ((rule = check_counts(values, kind_sessions, SESSION_COUNT, why)) ||
		(rule = check_marks(values, why)))
		return rule;
	return check_money(values, why);
}

static const char *check_regime(const char *category, const char *regime, const char **why)
{
	bool is_said = regime && *regime;

	if (is_said == trainees_are_staff(category))
		return NULL;
	*why = is_said ? N_("partners and elected people are not the office's employees: no regime")
		       : N_("employees are under private or public law: say which, their training is not paid by the same bodies");
	return "bad-regime";
}

const char *check_enrolment(const char **values, const char **why)
{
	const char *hours = values[ENROLMENT_HOURS], *days = values[ENROLMENT_DAYS], *rule;
	int64_t as_hours;

	if ((rule = check_counts(values, kind_enrolments, ENROLMENT_COUNT, why)) ||
		(rule = check_regime(
			 values[ENROLMENT_CATEGORY], values[ENROLMENT_REGIME], why)))
		return rule;
	if (millionths(values[ENROLMENT_ABSENT]) > millionths(values[ENROLMENT_TRAINEES])) {
		*why = N_("more are absent than are enrolled");
		return "more-absent";
	}
	if (hours && days &&
		(__builtin_mul_overflow(millionths(days), (int64_t)HOURS_A_DAY, &as_hours) ||
			as_hours != millionths(hours))) {
		*why = N_("the hours and the days of a trainee differ: a day is 7 hours");
		return "hours-and-days";
	}
	return NULL;
}

const char *check_need(const char **values, const char **why)
{
	enum { FIRST_YEAR = 1990, LAST_YEAR = 2100 };
	const char *rule = check_counts(values, kind_needs, NEED_COUNT, why);
	long year = strtol(values[NEED_YEAR], NULL, 10);

	if (rule || (rule = check_regime(values[NEED_CATEGORY], values[NEED_REGIME], why)))
		return rule;
	if (year >= FIRST_YEAR && year <= LAST_YEAR)
		return NULL;
	*why = N_("the year of a plan has four digits, like 2027");
	return "bad-year";
}
