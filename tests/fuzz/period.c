/* SPDX-License-Identifier: MIT
 * What is read as a day, a period or a span is written and read again as the same, in both languages.
 */
#include "fuzz.h"

#include "../../lib/base/date.h"
#include "../../lib/base/period.h"
#include "../../lib/base/scan.h"
#include "../../lib/ingest/layout/heading.h"

static void same_period(relais_period p, const char *said)
{
	relais_period again = 0;

	require(period_read(said, strlen(said), &again) && again == p, "%d as '%s' is %d", p,
		said, again);
}

static void print_period(relais_period p)
{
	char printed[16], people[48];
	relais_period again;
	relais_span months = period_months(p);

	require(period_year(p) >= YEAR_FIRST && period_year(p) <= YEAR_LAST, "the year %d",
		period_year(p));
	relais_period_print(p, printed);
	same_period(p, printed);
	require(relais_period_parse(printed, &again, NULL) == RELAIS_OK && again == p, "%s",
		printed);
	for (relais_lang lang = RELAIS_EN; lang <= RELAIS_FR; lang++) {
		period_format(p, lang, people);
		same_period(p, people);
	}
	require(months.from <= months.to && period_first_day(p) <= period_last_day(p),
		"%s ends before it begins", printed);
	require(period_within(months.from, period_length_of(p)) == p, "months of %s", printed);
	require(period_next(period_previous(p)) == p, "around %s", printed);
}

static void print_day(relais_day day)
{
	char printed[32];
	relais_day again;

	relais_day_print(day, printed);
	require(day_read(printed, strlen(printed), &again) && again == day, "%d as '%s'", day,
		printed);
	if (!scan_year((int)strtol(printed, NULL, 10), 4))
		return; /* 9999-12-31 stands for no end, and is written so */
	print_period(period_of_day(day, LENGTH_MONTH));
	for (relais_lang lang = RELAIS_EN; lang <= RELAIS_FR; lang++) {
		day_format(day, lang, printed);
		require(day_read(printed, strlen(printed), &again) && again == day,
			"%d as '%s'", day, printed);
	}
}

static void span(const char *said)
{
	relais_error err = { .lang = RELAIS_FR };
	relais_span s, again;
	relais_status rc = relais_span_parse(said, 19000, &s, &err);
	char printed[40], *end = printed;

	fuzz_check_end(rc, &err);
	if (rc != RELAIS_OK)
		return;
	require(s.from <= s.to && period_length_of(s.from) == period_length_of(s.to), "'%s'",
		said);
	require(period_count(s) > 0, "'%s' has no period", said);
	relais_period_print(s.from, end);
	end = stpcpy(end + strlen(end), "..");
	relais_period_print(s.to, end);
	require(relais_span_parse(printed, RELAIS_NO_DAY, &again, &err) == RELAIS_OK &&
			again.from == s.from && again.to == s.to,
		"'%s'", printed);
}

static void one(const char *bytes, size_t length)
{
	relais_period p;
	relais_day day;

	if (period_read(bytes, length, &p))
		print_period(p);
	if (day_read(bytes, length, &day))
		print_day(day);
	if (strlen(bytes) < length)
		return;
	span(bytes);
	if ((p = heading_period(bytes)) >= PERIOD_PER_YEAR)
		print_period(p);
	require(p >= 0 && (p >= PERIOD_PER_YEAR || p <= SLOT_SEMESTER + 1), "'%s' is %d", bytes,
		p);
}

const fuzz_target fuzz_period = { NULL, one };
