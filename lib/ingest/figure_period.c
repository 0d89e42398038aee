/* SPDX-License-Identifier: MIT
 * The period of a figure: its cell, a month with a year said elsewhere, or the option.
 */
#include <stdlib.h>
#include <string.h>

#include "../base/date.h"
#include "../base/period.h"
#include "figures_inside.h"

enum { OLD_YEARS = 15 };

bool is_future(const figures *f, relais_period p)
{
	return period_first_day(p) > f->options->today;
}

bool check_period(figures *f, relais_period p, const char *spelled, spot at)
{
	int year, month, day;

	if (is_future(f, p))
		return told_refuse(
			f->told, at, "future-period", "'%s' has not begun yet", spelled);
	day_split(f->options->today, &year, &month, &day);
	if (period_year(p) < year - OLD_YEARS)
		return told_doubt(f->told, at, "old-period",
			"'%s' is more than %d years ago: is it right?", spelled, OLD_YEARS);
	return true;
}

/* A year said by the row, the option, or above the headings. */
static int year_of(const figures *f, const record *r)
{
	size_t field = f->layout->at[OBS_YEAR];
	relais_period p;

	if (field != LAYOUT_NONE && field < r->count &&
		period_read(r->fields[field], r->lengths[field], &p))
		return period_year(p);
	if (f->options->period.from)
		return period_year(f->options->period.from);
	return f->layout->year > 0 ? f->layout->year : 0;
}

relais_period period_of_month(
	figures *f, const record *r, int month, const char *spelled, spot at)
{
	int year = year_of(f, r);

	if (year > 0)
		return period_make(year, month);
	told_reject(
		f->told, at, "no-year", "'%s' needs its year: give -p and the year", spelled);
	return 0;
}

relais_period read_period(figures *f, const record *r, spot at)
{
	size_t field = f->layout->at[OBS_PERIOD];
	const char *cell = field != LAYOUT_NONE && field < r->count ? r->fields[field] : "";
	size_t length = strlen(cell);
	relais_period p;
	int month;

	at.column = field == LAYOUT_NONE ? 0 : field + 1;
	if (length > 0 && length < WORD_SIZE && !strcmp(cell, f->period_text))
		return f->period;
	if (field == LAYOUT_NONE || length == 0) {
		if (field == LAYOUT_NONE && f->layout->at[OBS_YEAR] != LAYOUT_NONE)
			return period_make(year_of(f, r), SLOT_YEAR);
		if (f->options->period.from)
			return f->options->period.from;
		told_reject(f->told, at, "no-period", "the line does not say its period");
		return 0;
	}
	if (!period_read(cell, length, &p)) {
		if ((month = month_read(cell, length)) > 0 ||
			(f->layout->at[OBS_YEAR] != LAYOUT_NONE && (month = atoi(cell)) > 0 &&
				month <= 12)) {
			p = period_of_month(f, r, month, cell, at);
			return p && check_period(f, p, cell, at) ? p : 0;
		}
		told_reject(f->told, at, "bad-period",
			"'%s' is not a period: write 2024-08 or août 2024", cell);
		return 0;
	}
	if (!check_period(f, p, cell, at))
		return 0;
	if (length < WORD_SIZE) {
		memcpy(f->period_text, cell, length + 1);
		f->period = p;
	}
	return p;
}
