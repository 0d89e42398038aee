/* SPDX-License-Identifier: MIT
 * A Gantt as stacked bars: the first days are bars that nobody sees, the days they take stand behind them.
 */
#include <math.h>

#include "../base/text.h"
#include "../base/words.h"
#include "xlsx_parts.h"
#include "xlsx_sketch.h"
#include "xlsx_words.h"

enum {
	BAR_HEIGHT = 20,
	AROUND = 130,
	WIDTH = 900,
	DAYS_BEFORE_1970 = 25569,
	DAYS_A_MONTH = 30
};

static double serial_of(double day)
{
	return day + DAYS_BEFORE_1970;
}

/* What has no first day is its last one; what has no last one ends with the time shown. */
static void days_of(const sketch *s, const sketch_item *item, double *from, double *days)
{
	double end = isnan(item->to) ? s->ticks[s->tick_count - 1].at : item->to;

	*from = isnan(item->from) ? end - 1 : item->from;
	*days = fmax(end - *from, 0);
}

static lxw_error put_bar(const xlsx_place *at, const sketch *s, const sketch_item *item)
{
	double from, days;
	text name = { 0 };
	lxw_error said;

	text_addf(&name, "%s %s", item->name ? item->name : "", item->title ? item->title : "");
	said = xlsx_words(at->sheet, *at->row, 0, text_str(&name), at->wrapped);
	if (said == LXW_NO_ERROR)
		said = worksheet_set_row(at->sheet, *at->row,
			xlsx_lines(text_str(&name), XLSX_FIRST_WIDTH) * XLSX_LINE_HEIGHT, NULL);
	text_free(&name);
	if (isnan(item->from) && isnan(item->to))
		return said; /* no day: no bar */
	days_of(s, item, &from, &days);
	if (said == LXW_NO_ERROR)
		said = worksheet_write_number(at->sheet, *at->row, 1, serial_of(from), at->day);
	if (said == LXW_NO_ERROR)
		said = worksheet_write_number(at->sheet, *at->row, 2, days, NULL);
	return said;
}

static lxw_error put_bars(const xlsx_place *at, const sketch *s)
{
	const char *const titles[] = { words(at->lang, "Start"), words(at->lang, "Days") };
	lxw_error said = LXW_NO_ERROR;

	for (lxw_col_t i = 0; said == LXW_NO_ERROR && i < 2; i++)
		said = xlsx_words(
			at->sheet, *at->row, (lxw_col_t)(i + 1), titles[i], at->head_right);
	++*at->row;
	for (size_t i = 0; said == LXW_NO_ERROR && i < s->item_count; i++, ++*at->row)
		said = put_bar(at, s, &s->items[i]);
	return said;
}

static lxw_error add_bars(const xlsx_place *at, lxw_chart *drawing, size_t count)
{
	lxw_row_t last = *at->row - 1, first = last - (lxw_row_t)count + 1;

	for (lxw_col_t column = 1; column <= 2; column++) {
		lxw_chart_series *one = chart_add_series(drawing, NULL, NULL);
		lxw_chart_fill unseen = { .none = LXW_TRUE }, seen = { .color = 0x0B5A70 };

		if (!one)
			return LXW_ERROR_MEMORY_MALLOC_FAILED;
		chart_series_set_categories(one, at->sheet->name, first, 0, last, 0);
		chart_series_set_values(one, at->sheet->name, first, column, last, column);
		chart_series_set_name_range(one, at->sheet->name, first - 1, column);
		chart_series_set_fill(one, column == 1 ? &unseen : &seen);
	}
	return LXW_NO_ERROR;
}

/* Of bars, the library calls the axis along them x. */
static void set_axes(lxw_chart *drawing, const sketch *s)
{
	double first = s->ticks[0].at, last = s->ticks[s->tick_count - 1].at;

	chart_axis_set_reverse(drawing->y_axis); /* the first on top, and time below all */
	chart_axis_set_crossing_max(drawing->y_axis);
	chart_axis_set_min(drawing->x_axis, serial_of(first));
	chart_axis_set_max(drawing->x_axis, serial_of(last));
	chart_axis_set_num_format(drawing->x_axis, "mm/yy");
	chart_axis_set_major_unit(
		drawing->x_axis, (double)DAYS_A_MONTH * (s->tick_count > 20          ? 3
								: s->tick_count > 10 ? 2
										     : 1));
	chart_legend_set_position(drawing, LXW_CHART_LEGEND_NONE);
}

lxw_error xlsx_gantt(const xlsx_place *at, const block *one)
{
	const sketch *s = one->sketched;
	double height = AROUND + BAR_HEIGHT * (double)s->item_count;
	lxw_chart_options where = { .x_offset = 8,
		.x_scale = WIDTH / 480.0, /* of what a chart measures unless told */
		.y_scale = height / 288.0 };
	lxw_row_t top = *at->row;
	lxw_error said = put_bars(at, s);
	lxw_chart *drawing;

	if (said != LXW_NO_ERROR)
		return said;
	if (!(drawing = workbook_add_chart(at->file, LXW_CHART_BAR_STACKED)))
		return LXW_ERROR_MEMORY_MALLOC_FAILED;
	if ((said = add_bars(at, drawing, s->item_count)) != LXW_NO_ERROR)
		return said;
	set_axes(drawing, s);
	xlsx_words_above(drawing, one->title);
	if (*at->row < top + (lxw_row_t)(height / 20) + 1)
		*at->row = top + (lxw_row_t)(height / 20) + 1;
	return xlsx_words_insert(at->sheet, top, 4, drawing, where, s->description);
}
