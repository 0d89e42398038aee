/* SPDX-License-Identifier: MIT
 * Observations in the words of SDMX: the columns of a data message in SDMX-CSV 1.0, time as SDMX
 * spells it, our flags as codes of its cross-domain lists CL_FREQ, CL_OBS_STATUS and
 * CL_CONF_STATUS. It goes between an answer and its writer, row by row.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../../base/map.h"
#include "../../base/rows.h"
#include "../../store/store.h"
#include "../../store/views.h"
#include "../study/inside.h"

static const char dataflow[] = "RELAIS:OBSERVATORY(1.0)";

enum { OUT_COLUMNS = 12, BASIC_COLUMNS = 9 };

static const relais_column columns[OUT_COLUMNS] = { { "DATAFLOW", "", RELAIS_CODE },
	{ "FREQ", "", RELAIS_CODE }, { "REF_AREA", "", RELAIS_CODE },
	{ "INDICATOR", "", RELAIS_CODE }, { "TIME_PERIOD", "", RELAIS_CODE },
	{ "OBS_VALUE", "", RELAIS_NUMBER }, { "UNIT_MEASURE", "", RELAIS_CODE },
	{ "OBS_STATUS", "", RELAIS_CODE }, { "CONF_STATUS", "", RELAIS_CODE },
	{ "OFFICES", "", RELAIS_COUNT }, { "EXPECTED", "", RELAIS_COUNT },
	{ "COVERAGE", "", RELAIS_PERCENT } };

/* Where the answer has what we need; -1: nowhere. */
typedef struct places {
	int office, group, indicator, period, value, flag, offices, expected, coverage;
} places;

typedef struct sdmx {
	relais_rows *from;
	places at;
	bool is_published;
	map units; /* by indicator: unit_names, plus UNITS when a group's unit is percent */
	char period[48], freq[4];
	const char *cells[OUT_COLUMNS];
} sdmx;

static const char *const unit_names[] = { "_Z", "NR", "EUR", "PC", "FTE", "HR", "DAY" };
enum { UNITS = sizeof unit_names / sizeof *unit_names };

static int64_t unit_of(const char *type, const char *unit)
{
	static const struct {
		const char *type;
		int64_t unit;
	} known[] = { { "count", 1 }, { "eur", 2 }, { "percent", 3 }, { "fte", 4 } };

	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (strcmp(type, known[i].type) == 0)
			return known[i].unit;
	if (strcmp(type, "duration") == 0)
		return unit && strcmp(unit, "h") == 0      ? 5
		       : unit && strcmp(unit, "jour") == 0 ? 6
							   : 0;
	return 0;
}

static relais_status read_units(map *units, relais_store *store, relais_error *err)
{
	stmt *s;
	relais_status rc = views_ready(store, err);

	if (rc == RELAIS_OK)
		rc = stmt_prepare(&s, store,
			"SELECT code, type, unit, over_offices FROM v_indicator", err);
	if (rc != RELAIS_OK)
		return rc;
	while ((rc = stmt_step(s, err)) == RELAIS_OK) {
		const char *code = stmt_text(s, 0);
		int64_t unit = unit_of(stmt_text(s, 1), stmt_text(s, 2));

		if (strcmp(stmt_text(s, 3), "share") == 0)
			unit += UNITS;
		if (!map_put(units, code, strlen(code), unit)) {
			rc = fail_memory(err);
			break;
		}
	}
	stmt_free(s);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

static const char *say_unit(const sdmx *x, const char *code)
{
	int64_t unit;

	if (!map_get(&x->units, code, strlen(code), &unit))
		return unit_names[0];
	if (unit >= UNITS)
		return x->at.group >= 0 ? "PC" : unit_names[unit - UNITS];
	return unit_names[unit];
}

/* 2024-08, 2024-Q3, 2024-S1, 2024; several periods are the time range from their first day. */
static void say_time(sdmx *x, const char *period)
{
	static const char *const letters[] = { [LENGTH_MONTH] = "M",
		[LENGTH_QUARTER] = "Q",
		[LENGTH_SEMESTER] = "S",
		[LENGTH_YEAR] = "A" };
	relais_span span, months;
	char *quarter;

	snprintf(x->period, sizeof x->period, "%s", period);
	snprintf(x->freq, sizeof x->freq, "_Z");
	if (relais_span_parse(period, 0, &span, NULL) != RELAIS_OK)
		return;
	if (span.from != span.to) {
		months = span_in(span, LENGTH_MONTH);
		relais_day_print(period_first_day(months.from), x->period);
		snprintf(x->period + 10, sizeof x->period - 10, "/P%dM", period_count(months));
		return;
	}
	snprintf(x->freq, sizeof x->freq, "%s", letters[period_length_of(span.from)]);
	if ((quarter = strchr(x->period, 'T')))
		*quarter = 'Q';
}

static bool has_flag(const char *flags, char letter)
{
	return flags && strchr(flags, letter);
}

/* One code for letters of which several may hold: the one that changes most what a reader may do
 * with the figure. */
static const char *say_status(const sdmx *x, const char *value, const char *flags)
{
	static const struct {
		char letter;
		const char *code;
	} absent[] = { { 's', "Q" }, { 'n', "M" }, { 'd', "L" } },
	  present[] = { { 'b', "B" }, { 'e', "E" }, { 'x', "U" }, { 'f', "U" }, { 'p', "P" } };

	for (size_t i = 0; !value && i < sizeof absent / sizeof *absent; i++)
		if (has_flag(flags, absent[i].letter))
			return absent[i].code;
	if (!value)
		return x->is_published && has_flag(flags, 'x') ? "Q" : "O";
	for (size_t i = 0; i < sizeof present / sizeof *present; i++)
		if (has_flag(flags, present[i].letter))
			return present[i].code;
	return "A";
}

/* What no secrecy was applied to, and what is held back as not significant, is not for publication. */
static const char *say_conf(const sdmx *x, const char *value, const char *flags)
{
	if (!x->is_published)
		return "N";
	if (has_flag(flags, 's'))
		return "C";
	return !value && has_flag(flags, 'x') ? "N" : "F";
}

/* _T: all together; _U: a group that offices do not say. */
static const char *say_area(const sdmx *x, const relais_row *row)
{
	const char *area = row->cells[x->at.office >= 0 ? x->at.office : x->at.group];

	if (x->at.group < 0 || !area)
		return area ? area : "_U";
	if (strcmp(area, "total") == 0 || strcmp(area, row->cells[x->at.period]) == 0)
		return "_T";
	return *area ? area : "_U";
}

static const char *cell_at(const relais_row *row, int column)
{
	return column < 0 ? NULL : row->cells[column];
}

static relais_status next_row(void *self, relais_row *row, relais_error *err)
{
	sdmx *x = self;
	relais_row in;
	const char *value, *flags;
	relais_status rc = relais_rows_next(x->from, &in, err);

	if (rc != RELAIS_OK)
		return rc;
	flags = cell_at(&in, x->at.flag);
	value = in.cells[x->at.value];
	if (!value && has_flag(flags, 'z'))
		value = "0"; /* closed, no such service: nothing it is */
	say_time(x, in.cells[x->at.period]);
	x->cells[0] = dataflow;
	x->cells[1] = x->freq;
	x->cells[2] = say_area(x, &in);
	x->cells[3] = in.cells[x->at.indicator];
	x->cells[4] = x->period;
	x->cells[5] = value;
	x->cells[6] = say_unit(x, in.cells[x->at.indicator]);
	x->cells[7] = say_status(x, value, flags);
	x->cells[8] = say_conf(x, value, flags);
	x->cells[9] = cell_at(&in, x->at.offices);
	x->cells[10] = cell_at(&in, x->at.expected);
	x->cells[11] = cell_at(&in, x->at.coverage);
	*row = (relais_row){ x->at.group < 0 ? BASIC_COLUMNS : OUT_COLUMNS, x->cells, NULL };
	return RELAIS_OK;
}

static void close_sdmx(void *self)
{
	sdmx *x = self;

	relais_rows_close(x->from);
	map_free(&x->units);
	free(x);
}

static places find_places(const relais_rows *rows)
{
	return (places){ .office = rows_column(rows, "office"),
		.group = rows_column(rows, "group"),
		.indicator = rows_column(rows, "indicator"),
		.period = rows_column(rows, "period"),
		.value = rows_column(rows, "value"),
		.flag = rows_column(rows, "flag"),
		.offices = rows_column(rows, "offices"),
		.expected = rows_column(rows, "expected"),
		.coverage = rows_column(rows, "coverage") };
}

/* One figure of one place, indicator and period: not a change, an index or a trend. */
static bool holds_observations(const relais_rows *rows, const places *at)
{
	return (at->office >= 0) != (at->group >= 0) && at->indicator >= 0 && at->period >= 0 &&
	       at->value >= 0 && at->flag >= 0 && rows_column(rows, "previous") < 0 &&
	       rows_column(rows, "trend") < 0;
}

relais_status relais_rows_to_sdmx(relais_store *store, relais_diffusion diffusion,
	relais_rows *rows, relais_rows **out, relais_error *err)
{
	places at = find_places(rows);
	sdmx *x;
	relais_status rc;

	*out = NULL;
	if (!store || !holds_observations(rows, &at)) {
		relais_rows_close(rows);
		return fail(err, RELAIS_E_USAGE,
			"this answer holds no observations to write as sdmx-csv: ask values, totals or series, or export observations");
	}
	if (!(x = calloc(1, sizeof *x))) {
		relais_rows_close(rows);
		return fail_memory(err);
	}
	*x = (sdmx){ .from = rows, .at = at, .is_published = diffusion != RELAIS_INTERNE };
	if ((rc = read_units(&x->units, store, err)) != RELAIS_OK) {
		close_sdmx(x);
		return rc;
	}
	return rows_new(out, columns, at.group < 0 ? BASIC_COLUMNS : OUT_COLUMNS, next_row,
		close_sdmx, x, err);
}
