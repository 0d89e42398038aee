/* SPDX-License-Identifier: MIT
 * The period of a figure: its cell, a month with a year said elsewhere, or the option.
 */
#include <stdlib.h>
#include <string.h>

#include "../../base/date.h"
#include "../../base/period.h"
#include "figures_inside.h"
#include "../layout/heading.h"

enum { OLD_YEARS = 15 };

bool is_future(const figures *f, relais_period p)
{
	return period_first_day(p) > f->options->today;
}

bool check_period(figures *f, relais_period p, const char *spelled, spot at)
{
	int year, month, day;

	if (is_future(f, p))
		return told_refuse(f->told, at, "future-period",
			"'%s' has not begun yet: is the year right?", spelled);
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

/* A part of a year (a month, a quarter, a semester) with the year said elsewhere. */
static relais_period period_of_part(
	figures *f, const record *r, relais_period part, const char *spelled, spot at)
{
	int year = year_of(f, r);

	if (year > 0)
		return period_make(year, part);
	told_reject(
		f->told, at, "no-year", "'%s' needs its year: give -p and the year", spelled);
	return 0;
}

relais_period period_of_column(
	figures *f, const record *r, const layout_column *c, relais_period row, spot at)
{
	if (!c->period)
		return row;
	if (c->period < PERIOD_PER_YEAR)
		return period_of_part(f, r, c->period, c->heading, at);
	return f->layout->has_row_slot ? period_make(period_year(c->period), row) : c->period;
}

/* The part of a year that a row stands for, under columns of years. */
static relais_period read_slot(figures *f, const char *cell, spot at)
{
	relais_period part = heading_period(cell);

	if (part > 0 && part < PERIOD_PER_YEAR)
		return part;
	told_reject(f->told, at, "bad-period",
		"'%s' is not a month, a quarter or a semester: the years stand above", cell);
	return 0;
}

static relais_period constant_period(const figures *f, const record *r)
{
	text said = { 0 };
	relais_period p = f->options->period.from;

	if (p)
		return p;
	if (!profile_constant(f->layout->profile, "period") ||
		!layout_constant(f->layout, r, "period", &said) ||
		!period_read(text_str(&said), said.length, &p))
		p = f->layout->period;
	text_free(&said);
	return p;
}

static int bare_slot(const char *cell)
{
	relais_period part = heading_period(cell);

	return part < PERIOD_PER_YEAR ? part : 0;
}

relais_period read_period(figures *f, const record *r, spot at)
{
	size_t field = f->layout->at[OBS_PERIOD];
	const char *cell = field != LAYOUT_NONE && field < r->count ? r->fields[field] : "";
	size_t length = strlen(cell);
	relais_period p;
	int month;

	at.column = field == LAYOUT_NONE ? 0 : field + 1;
	if ((p = profile_period(f->layout->profile, cell)) > 0)
		return check_period(f, p, cell, at) ? p : 0;
	if (f->layout->has_row_slot)
		return read_slot(f, cell, at);
	if (length > 0 && length < WORD_SIZE && !strcmp(cell, f->period_text))
		return f->period;
	if (field == LAYOUT_NONE || length == 0) {
		if (field == LAYOUT_NONE && f->layout->at[OBS_YEAR] != LAYOUT_NONE)
			return period_make(year_of(f, r), SLOT_YEAR);
		if ((p = constant_period(f, r)))
			return p;
		told_reject(f->told, at, "no-period",
			"the line does not say its period: fill the cell in, or give -p");
		return 0;
	}
	if (!period_read(cell, length, &p)) {
		if ((month = bare_slot(cell)) > 0 ||
			(f->layout->at[OBS_YEAR] != LAYOUT_NONE && (month = atoi(cell)) > 0 &&
				month <= 12)) {
			p = period_of_part(f, r, month, cell, at);
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
