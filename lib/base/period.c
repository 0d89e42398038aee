/* SPDX-License-Identifier: MIT
 * Walking among periods. Each length has a first slot and a number of slots per year; every
 * answer is arithmetic on those two.
 */

#include "date.h"
#include "period.h"

/* By period_length: first slot, slots per year, months in each. */
static const struct {
	int first, per_year, months;
} shapes[] = {
	[LENGTH_MONTH] = { SLOT_MONTH, 12, 1 },
	[LENGTH_QUARTER] = { SLOT_QUARTER, 4, 3 },
	[LENGTH_SEMESTER] = { SLOT_SEMESTER, 2, 6 },
	[LENGTH_YEAR] = { SLOT_YEAR, 1, 12 },
};

period_length period_length_of(relais_period p)
{
	int slot = period_slot(p);

	if (slot >= SLOT_SEMESTER)
		return LENGTH_SEMESTER;
	if (slot >= SLOT_QUARTER)
		return LENGTH_QUARTER;
	return slot >= SLOT_MONTH ? LENGTH_MONTH : LENGTH_YEAR;
}

/* Periods of one length, counted from year 0. */
static int index_of(relais_period p)
{
	period_length length = period_length_of(p);

	return period_year(p) * shapes[length].per_year + period_slot(p) - shapes[length].first;
}

static relais_period at_index(int index, period_length length)
{
	int per_year = shapes[length].per_year;

	return period_make(index / per_year, shapes[length].first + index % per_year);
}

relais_period period_next(relais_period p)
{
	return at_index(index_of(p) + 1, period_length_of(p));
}

relais_period period_previous(relais_period p)
{
	return at_index(index_of(p) - 1, period_length_of(p));
}

int period_count(relais_span span)
{
	int count = index_of(span.to) - index_of(span.from) + 1;

	if (period_length_of(span.from) != period_length_of(span.to) || count < 0)
		return 0;
	return count;
}

relais_span period_months(relais_period p)
{
	period_length length = period_length_of(p);
	int first = (period_slot(p) - shapes[length].first) * shapes[length].months;
	relais_period from = period_make(period_year(p), SLOT_MONTH + first);

	return (relais_span){ from, from + shapes[length].months - 1 };
}

relais_day period_first_day(relais_period p)
{
	relais_period month = period_months(p).from;
	relais_day day = RELAIS_NO_DAY;

	return day_make(period_year(month), period_slot(month), 1, &day) ? day : RELAIS_NO_DAY;
}

relais_day period_last_day(relais_period p)
{
	relais_period month = period_months(p).to;
	int year = period_year(month), slot = period_slot(month);
	relais_day day = RELAIS_NO_DAY;

	return day_make(year, slot, days_in_month(year, slot), &day) ? day : RELAIS_NO_DAY;
}

relais_period period_within(relais_period p, period_length length)
{
	int month = period_slot(period_months(p).from) - SLOT_MONTH;

	if (shapes[length].months < shapes[period_length_of(p)].months)
		return 0;
	return period_make(
		period_year(p), shapes[length].first + month / shapes[length].months);
}

relais_period period_of_day(relais_day day, period_length length)
{
	int year, month, dom;

	if (day == RELAIS_NO_DAY)
		return 0;
	day_split(day, &year, &month, &dom);
	return period_within(period_make(year, month), length);
}
