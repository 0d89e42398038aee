/* SPDX-License-Identifier: MIT
 * Where the month stands: beside the same month of all years before, in an ordinary year, and in the
 * calendar.
 */
#include "../base/date.h"
#include "../base/period.h"
#include "narrative.h"

static relais_period same_month(relais_period month, int year)
{
	return period_make(year, period_slot(month));
}

const char *narrate_record(relais_document *d, relais_period month, const standing *s)
{
	const char *name = month_name(period_slot(month), d->lang);
	int passed = period_year(month) - s->year;

	if (s->way == TREND_STABLE || passed < (s->is_beginning ? 2 : 3))
		return NULL;
	if (s->is_beginning)
		return s->way == TREND_UP
			       ? document_say(d,
					 "Among the offices that can be compared, it is the highest level for "
					 "%s since the collection began, in %d.",
					 name, s->year)
			       : document_say(d,
					 "Among the offices that can be compared, it is the lowest level for "
					 "%s since the collection began, in %d.",
					 name, s->year);
	return s->way == TREND_UP
		       ? document_say(d,
				 "Among the offices that can be compared, one has to go back to %s to "
				 "find a higher level.",
				 narrate_period(d, same_month(month, s->year)))
		       : document_say(d,
				 "Among the offices that can be compared, one has to go back to %s to "
				 "find a lower level.",
				 narrate_period(d, same_month(month, s->year)));
}

/* The place from the nearer end, as a word; NULL for the first. */
static const char *say_ordinal(relais_document *d, int place)
{
	switch (place) {
	case 2: return document_say(d, "second");
	case 3: return document_say(d, "third");
	case 4: return document_say(d, "fourth");
	case 5: return document_say(d, "fifth");
	case 6: return document_say(d, "sixth");
	default: return NULL;
	}
}

const char *narrate_season(relais_document *d, relais_period month, const season_place *s)
{
	const char *name = month_name(period_slot(month), d->lang);
	bool is_high = s->rank <= 6;
	const char *ordinal = say_ordinal(d, is_high ? s->rank : 13 - s->rank);
	const char *level = say_count(d, s->index), *years = say_count(d, s->years);

	if (!ordinal)
		return is_high ? document_say(d,
					 "In an ordinary year, %s is the strongest month: %s when the average "
					 "month is 100 (%s complete years).",
					 name, level, years)
			       : document_say(d,
					 "In an ordinary year, %s is the weakest month: %s when the average "
					 "month is 100 (%s complete years).",
					 name, level, years);
	return is_high ? document_say(d,
				 "In an ordinary year, %s is the %s strongest month: %s when the average "
				 "month is 100 (%s complete years).",
				 name, ordinal, level, years)
		       : document_say(d,
				 "In an ordinary year, %s is the %s weakest month: %s when the average "
				 "month is 100 (%s complete years).",
				 name, ordinal, level, years);
}

const char *narrate_weekends(
	relais_document *d, relais_period month, int64_t days, int64_t previous)
{
	const char *before = narrate_period(d, period_year_before(month));
	const char *now = say_count(d, days);
	int64_t more = days - previous;

	if (more == 0)
		return NULL;
	if (more == 1)
		return document_say(
			d, "The month had %s week-end days, one more than %s.", now, before);
	if (more == -1)
		return document_say(
			d, "The month had %s week-end days, one fewer than %s.", now, before);
	return more > 0 ? document_say(d, "The month had %s week-end days, %s more than %s.",
				  now, say_count(d, more), before)
			: document_say(d, "The month had %s week-end days, %s fewer than %s.",
				  now, say_count(d, -more), before);
}

const char *narrate_easter(relais_document *d, relais_period month)
{
	return document_say(d,
		"Easter and the days that go with it did not fall in the same month one year before: %s is "
		"compared with %s with care.",
		narrate_period(d, month), narrate_period(d, period_year_before(month)));
}
