/* SPDX-License-Identifier: MIT
 * See closing.h.
 */
#include "closing.h"

#include "../base/date.h"
#include "../base/period.h"

const closing_rule closing_usual = { 3, 31 };

relais_day closing_rule_day(closing_rule rule, relais_period p)
{
	int year = period_year(p) + 1, last = days_in_month(year, rule.month);
	relais_day day = RELAIS_NO_DAY;

	return day_make(year, rule.month, rule.day < last ? rule.day : last, &day) ? day
										   : INT32_MAX;
}

const char *period_state(closing_rule rule, relais_period p, relais_day day)
{
	relais_day end = period_last_day(p);

	if (day < end + PERIOD_TOLD_AFTER)
		return "en_collecte";
	if (day > closing_rule_day(rule, p))
		return "definitif";
	return day < end + PERIOD_SETTLED_AFTER ? "provisoire" : "semi_definitif";
}
