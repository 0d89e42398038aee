/* SPDX-License-Identifier: MIT
 * Rules of one record, for actions.
 */
#include <stdlib.h>
#include <string.h>

#include "../base/words.h"
#include "kind_action.h"
#include "rule.h"
#include "ties.h"

/* Canonical days compare as text and begin with a digit; what hangs on another day does not. */
static bool is_day(const char *said)
{
	return said && *said >= '0' && *said <= '9' && !strchr(said, ':');
}

static const char *check_dates(const char *const *values, const char **why)
{
	const char *start = values[ACTION_START], *due = values[ACTION_DUE];

	if (is_day(start) && is_day(due) && strcmp(due, start) < 0) {
		*why = N_("the action is due before it starts");
		return "due-before-start";
	}
	if (values[ACTION_DONE_ON] && strcmp(values[ACTION_STATE], "fait") != 0) {
		*why = N_(
			"it has a day on which it was done, and is not done: its state is not 'fait'");
		return "done-on-not-done";
	}
	return NULL;
}

/* An action comes back from its first days on; one of its times does not come back itself. */
static const char *check_repeat(const char *const *values, const char **why)
{
	const char *due = values[ACTION_DUE], *start = values[ACTION_START];
	size_t unused;

	if (!values[ACTION_REPEAT] && !values[ACTION_UNTIL])
		return NULL;
	if (!values[ACTION_REPEAT]) {
		*why = N_("until is the last day of what comes back: say how in repeat");
		return "bad-repeat";
	}
	if (!due && !start) {
		*why = N_("what comes back needs the day it is due the first time");
		return "bad-repeat";
	}
	if (occurrence_of(values[ACTION_CODE], &unused)) {
		*why = N_("one time of an action that comes back does not come back itself");
		return "bad-repeat";
	}
	return NULL;
}

/* Amounts are exact decimals of at most six places. */
static bool add(number *sum, number one)
{
	number same;

	return number_rescale(one, NUMBER_MAX_DECIMALS, &same, NULL) &&
	       number_add(&sum->units, same.units);
}

static bool is_over(number sum, const char *whole)
{
	number most;

	return whole && number_from_text(whole, &most) && number_order(sum, most) > 0;
}

static const char *check_money(const char *const *values, const char **why)
{
	number promised = { 0, NUMBER_MAX_DECIMALS }, paid = promised;
	const char *at = values[ACTION_FUNDINGS];
	funding one;

	while (at && funding_next(&at, &one)) {
		if (!add(&promised, one.promised) || (one.has_paid && !add(&paid, one.paid))) {
			*why = N_("these amounts are too big to be added up");
			return "fundings-over-budget";
		}
		if (one.has_paid && number_order(one.paid, one.promised) > 0) {
			*why = N_("a funder has paid more than was promised");
			return "fundings-over-budget";
		}
	}
	if (is_over(promised, values[ACTION_PLANNED])) {
		*why = N_("the funders pay more together than is planned");
		return "fundings-over-budget";
	}
	return NULL;
}

static bool is_negative(const char *said)
{
	return said && *said == '-';
}

const char *check_action(const char **values, const char **why)
{
	const char *rule, *const *said = values;
	bool is_done = !strcmp(values[ACTION_STATE], "fait");
	long percent = strtol(values[ACTION_PROGRESS], NULL, 10);

	if (percent < 0 || percent > 100) {
		*why = N_("progress goes from 0 to 100");
		return "bad-progress";
	}
	if (is_done != (percent == 100)) {
		*why = is_done ? N_("an action that is done is at 100 percent")
			       : N_("an action at 100 percent is done: its state is 'fait'");
		return "done-is-100";
	}
	if (is_negative(said[ACTION_PLANNED_DAYS]) || is_negative(said[ACTION_SPENT_DAYS])) {
		*why = N_("days of work are not below zero");
		return "bad-effort";
	}
	if ((rule = check_dates(said, why)) || (rule = check_repeat(said, why)))
		return rule;
	return check_money(said, why);
}
