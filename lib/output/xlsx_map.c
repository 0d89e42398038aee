/* SPDX-License-Identifier: MIT
 * A map as dots across two measures, kilometres east and north of its corner, in a frame of nearly the same
 * proportions. A sign each for what dots are told apart by; their numbers stand beside them.
 */
#include <math.h>
#include <stdlib.h>

#include "../base/text.h"
#include "../base/words.h"
#include "geo.h"
#include "xlsx_sketch.h"
#include "xlsx_words.h"

enum { PLOT_WIDTH = 620, MOST_HEIGHT = 560, BESIDE = 80, ABOVE = 130, DOT = 7 };

static const double KM_IN_DEGREE = 6371.0088 * 3.14159265358979323846 / 180;

typedef struct land {
	geo fit;
	double km; /* in a unit of the drawing */
	double height; /* of the plot, in units of the drawing */
} land;

static double to_tenths(double x)
{
	return round(x * 10) / 10;
}

static lxw_error put_dot(const xlsx_place *at, const land *l, const sketch_item *item)
{
	double x, y;
	text name = { 0 };
	lxw_error said;

	geo_place(&l->fit, item, &x, &y);
	text_addf(&name, "%s%s%s", item->name ? item->name : "",
		item->name && item->title ? " " : "", item->title ? item->title : "");
	said = xlsx_words(at->sheet, *at->row, 0, text_str(&name), at->wrapped);
	if (said == LXW_NO_ERROR)
		said = worksheet_write_number(
			at->sheet, *at->row, 1, to_tenths(x * l->km), at->decimal);
	if (said == LXW_NO_ERROR)
		said = worksheet_write_number(at->sheet, *at->row, 2,
			to_tenths((l->height - y) * l->km), at->decimal);
	++*at->row;
	text_free(&name);
	return said;
}

static lxw_error put_head(const xlsx_place *at)
{
	const char *const titles[] = { words(at->lang, "km east"),
		words(at->lang, "km north") };
	lxw_error said = LXW_NO_ERROR;

	for (lxw_col_t i = 0; said == LXW_NO_ERROR && i < 2; i++)
		said = xlsx_words(
			at->sheet, *at->row, (lxw_col_t)(i + 1), titles[i], at->head_right);
	++*at->row;
	return said;
}

static void add_numbers(lxw_chart_series *series, const sketch *s, sketch_mark mark,
	lxw_chart_data_label *labels, lxw_chart_data_label **list)
{
	size_t count = 0;

	for (size_t i = 0; i < s->item_count; i++) {
		if (s->items[i].mark != mark || !s->items[i].name)
			continue;
		labels[count] =
			(lxw_chart_data_label){ .value = (char *)(uintptr_t)s->items[i].name };
		list[count] = &labels[count];
		count++;
	}
	list[count] = NULL;
	if (!count)
		return;
	chart_series_set_labels(series);
	chart_series_set_labels_position(series, LXW_CHART_LABEL_POSITION_RIGHT);
	(void)chart_series_set_labels_custom(series, list);
}

/* The dots of one sign: they stand in cells one below the other. */
static lxw_error add_mark(const xlsx_place *at, lxw_chart *drawing, const land *l,
	const sketch *s, sketch_mark mark)
{
	static const struct {
		uint8_t shape;
		lxw_color_t colour;
	} looks[SKETCH_MARKS] = { { LXW_CHART_MARKER_CIRCLE, 0x0B5A70 },
		{ LXW_CHART_MARKER_DIAMOND, 0x0B5A70 }, { LXW_CHART_MARKER_SQUARE, 0xB8C2CC },
		{ LXW_CHART_MARKER_TRIANGLE, 0xDDE2E7 }, { LXW_CHART_MARKER_X, 0x0B5A70 },
		{ LXW_CHART_MARKER_PLUS, 0x0B5A70 } };
	lxw_chart_fill fill = { .color = looks[mark].colour };
	lxw_chart_line edge = { .color = 0x0B5A70, .width = 1.25F };
	lxw_chart_line unseen = { .none = LXW_TRUE };
	lxw_row_t first;
	lxw_chart_series *one;
	lxw_error said = xlsx_words(at->sheet, *at->row, 0, s->mark_names[mark], at->head);
	lxw_chart_data_label *labels = calloc(s->item_count + 1, sizeof *labels);
	lxw_chart_data_label **list = calloc(s->item_count + 1, sizeof *list);

	first = ++*at->row;
	for (size_t i = 0; said == LXW_NO_ERROR && i < s->item_count; i++)
		if (s->items[i].mark == mark)
			said = put_dot(at, l, &s->items[i]);
	one = labels && list && said == LXW_NO_ERROR ? chart_add_series(drawing, NULL, NULL)
						     : NULL;
	if (one) {
		chart_series_set_categories(one, at->sheet->name, first, 1, *at->row - 1, 1);
		chart_series_set_values(one, at->sheet->name, first, 2, *at->row - 1, 2);
		chart_series_set_name_range(one, at->sheet->name, first - 1, 0);
		chart_series_set_line(one, &unseen);
		chart_series_set_marker_type(one, looks[mark].shape);
		chart_series_set_marker_size(one, DOT);
		chart_series_set_marker_fill(one, &fill);
		chart_series_set_marker_line(one, &edge);
		add_numbers(one, s, mark, labels, list);
	} else if (said == LXW_NO_ERROR) {
		said = LXW_ERROR_MEMORY_MALLOC_FAILED;
	}
	free(labels);
	free(list);
	return said;
}

static void set_axis(lxw_chart_axis *axis, const char *name, double most)
{
	chart_axis_set_name(axis, name);
	chart_axis_set_min(axis, 0);
	chart_axis_set_max(axis, most);
	chart_axis_set_num_format(axis, "0");
	chart_axis_major_gridlines_set_visible(axis, LXW_FALSE);
}

/* What the library leaves around the plot is nearly the same always, so that the plot has the proportions
 * of the land. */
static void set_frame(
	const xlsx_place *at, lxw_chart *drawing, const land *l, const char *title)
{
	set_axis(drawing->x_axis, words(at->lang, "km east"), PLOT_WIDTH * l->km);
	set_axis(drawing->y_axis, words(at->lang, "km north"), l->height * l->km);
	chart_legend_set_position(drawing, LXW_CHART_LEGEND_BOTTOM);
	xlsx_words_above(drawing, title);
}

lxw_error xlsx_map(const xlsx_place *at, const block *one)
{
	enum { MARGIN = 24 };
	const sketch *s = one->sketched;
	lxw_row_t top = *at->row;
	lxw_error said = put_head(at);
	land l;
	lxw_chart *drawing = workbook_add_chart(at->file, LXW_CHART_SCATTER);
	lxw_chart_options where = { .x_offset = 8 };

	if (!drawing)
		return LXW_ERROR_MEMORY_MALLOC_FAILED;
	geo_fit(&l.fit, s, PLOT_WIDTH - 2 * MARGIN, MOST_HEIGHT - 2 * MARGIN);
	l.fit.north += MARGIN / l.fit.scale; /* land around the outermost dots */
	l.fit.west -= MARGIN / l.fit.scale / l.fit.shrink;
	l.height = l.fit.height + 2 * MARGIN;
	l.km = KM_IN_DEGREE / l.fit.scale;
	for (int mark = 0; said == LXW_NO_ERROR && mark < SKETCH_MARKS; mark++)
		if (s->mark_names[mark])
			said = add_mark(at, drawing, &l, s, (sketch_mark)mark);
	if (said != LXW_NO_ERROR)
		return said;
	set_frame(at, drawing, &l, one->title);
	where.x_scale =
		(PLOT_WIDTH + BESIDE) / 480.0; /* of what a chart measures unless told */
	where.y_scale = (l.height + ABOVE) / 288.0;
	if (*at->row < top + (lxw_row_t)((l.height + ABOVE) / 20) + 1)
		*at->row = top + (lxw_row_t)((l.height + ABOVE) / 20) + 1;
	return xlsx_words_insert(at->sheet, top, 4, drawing, where, s->description);
}
