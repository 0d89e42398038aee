/* SPDX-License-Identifier: MIT
 * What a report is, before it has a format: sections of paragraphs, key figures, tables, notes
 * and charts as data. Formats know this shape and nothing of offices; whoever builds a
 * document knows nothing of formats. Everything said in it lives in the document's arena;
 * memory failure is kept and reported by document_status.
 *
 * All strings are finished text in the document's language (numbers formatted, units said);
 * tables and charts carry the numbers beside, so that neither a drawing nor a spreadsheet needs
 * parsing. A number beside a text is the one listed among the figures, rounded as it is said.
 */
#ifndef REPORT_DOCUMENT_H
#define REPORT_DOCUMENT_H

#include <relais.h>

#include "../base/arena.h"
#include "../base/attributes.h"

typedef enum block_type {
	BLOCK_PARAGRAPH, /* text */
	BLOCK_LIST, /* items */
	BLOCK_FIGURES, /* key figures: label, value, detail */
	BLOCK_TABLE,
	BLOCK_CHART,
	BLOCK_SKETCH,
	BLOCK_CALLOUT, /* a warning the reader must see: coverage, provisional */
	BLOCK_METHOD /* small print */
} block_type;

typedef struct key_figure {
	const char *label, *value, *detail; /* detail may be NULL */
	const char *number; /* the value for machines; the document fills it in, NULL: a sign */
} key_figure;

typedef struct table_column {
	const char *title;
	bool is_number; /* aligned right */
} table_column;

typedef struct table_row {
	const char *const *cells; /* NULL cell: blank */
	const char *const *numbers; /* of the cells, for machines; NULL: the cell is text */
	bool is_total;
} table_row;

typedef enum chart_type {
	CHART_LINES,
	CHART_BARS,
	CHART_BAND, /* its last two series are the lowest and the highest, filled between */
	CHART_HEAT, /* a row of cells for each series; its values, from 0 to 1, are shades */
	CHART_SLOPE /* a line for each series from the first point to the second; others are said */
} chart_type;

/* One line, or the bars' lengths. missing[i]: no point there (a gap, not a zero); when it has a label
 * all the same, that is the sign of what nobody is told. values NULL: labels said beside, nothing drawn. */
typedef struct chart_series {
	const char *name;
	const double *values;
	const bool *missing;
	const char *const *labels; /* the values as said to people */
	bool is_reference; /* the year before: drawn lighter, dashed */
	const char *const *numbers; /* the same for machines; the document fills them in */
} chart_series;

typedef struct chart {
	chart_type type;
	size_t points;
	const char *const *names; /* of the points: months, territories */
	size_t series_count;
	const chart_series *series;
	const char *unit;
	const char *description; /* what a reader who cannot see it should know */
} chart;

/* A drawing of things that each have a place, such as tiles of a grid, bars of time or dots of a
 * map. What it says is said in a table beside it too. */
typedef enum sketch_type { SKETCH_GRID, SKETCH_GANTT, SKETCH_MAP } sketch_type;

/* Each mark has a sign and a shade of its own: none needs a colour to be told from the others. */
typedef enum sketch_mark {
	MARK_FULL,
	MARK_HALF,
	MARK_EMPTY,
	MARK_DASHED,
	MARK_CROSSED,
	MARK_UNKNOWN,
	SKETCH_MARKS
} sketch_mark;

typedef struct sketch_item {
	const char *name; /* a code, a number: stands on the drawing; of a map it may be NULL */
	const char
		*title; /* words beside it, cut or left out when there is no room; NULL: none */
	const char *detail; /* below the title; NULL: none */
	const char *note; /* at the end of its line; NULL: none */
	const char *label; /* all that is said of it, in one line */
	sketch_mark mark;
	bool is_flagged; /* of a gantt: it should have ended before `now` */
	size_t row, column; /* of a grid */
	double from, to; /* of a gantt: days, the second one after its last; NAN: not said */
	double east, north; /* of a map: degrees */
} sketch_item;

/* Where a month begins. `rank` is 0 for January, `group` its year. */
typedef struct sketch_tick {
	double at;
	size_t rank;
	const char *name, *group;
} sketch_tick;

typedef struct sketch {
	sketch_type type;
	const char *description; /* as of a chart */
	const char *mark_names[SKETCH_MARKS]; /* NULL: not among the items */
	size_t item_count;
	const sketch_item *items;
	size_t row_count, column_count; /* of a grid */
	const char *const *rows, *const *columns;
	const char *row_title; /* what the rows are */
	size_t tick_count; /* of a gantt, month by month: the last is where the time shown ends */
	const sketch_tick *ticks;
	double now; /* in the time shown, NAN: there is none */
	const char *now_name;
} sketch;

typedef enum run_style { RUN_PLAIN, RUN_STRONG, RUN_EMPHASIS, RUN_CODE } run_style;

/* A piece of a paragraph that somebody wrote; `href` is http, https or mailto, NULL: no link. */
typedef struct phrase {
	const char *text;
	run_style style;
	const char *href;
} phrase;

typedef struct block {
	struct block *next;
	block_type type;
	const char *title; /* caption of a table, title of a chart, or NULL */
	const char *text;
	const phrase *runs; /* of a paragraph: its text again, with styles and links */
	size_t run_count; /* 0: it has none */
	size_t count; /* items, figures, rows */
	const char *const *items;
	const char *const *links; /* of the items, from the page; NULL: none has one */
	const key_figure *figures;
	size_t column_count;
	const table_column *columns;
	const table_row *rows;
	const char *note; /* under a table, or NULL */
	const chart *drawing;
	const sketch *sketched;
} block;

typedef struct section {
	struct section *next;
	const char *anchor; /* stable, ASCII: "essentials" */
	const char *title;
	block *first, *last;
} section;

/* Every figure shown is in this list, and the reverse. Machine text. */
typedef struct figure {
	struct figure *next;
	const char *section, *figure, *indicator, *group, *period, *value, *flag;
} figure;

/* What a number was said as. The text is known by its address: it lives as long. */
typedef struct saying {
	struct saying *next;
	const char *said, *number;
} saying;

struct relais_document {
	arena memory;
	bool failed;
	relais_lang lang;
	const char *title; /* Note de conjoncture — août 2024 */
	const char *subtitle; /* network, status */
	const char *edition; /* what was known when */
	/* What the store held of it: the last batch that was known, and the last edition there was. */
	int64_t last_batch, last_edition;
	/* Of the relay, NULL when it says none: its name, a data: address of its logo, #rrggbb for
	 * light and for dark paper, and the lines at the foot. */
	const char *network, *logo, *colour, *colour_dark, *contact, *licence;
	section *first, *last;
	figure *first_figure, *last_figure;
	size_t figure_count;
	saying *last_said;
};

/* Room for one more in a list that the caller frees; false, and the document has failed: no memory. */
bool document_room(
	relais_document *d, void *list, size_t count, size_t *room, size_t size) MUST_CHECK;
relais_document *document_new(relais_lang lang); /* NULL: no memory */
/* Formatted text in the document's memory; the English format is looked up in its language. */
const char *document_say(relais_document *d, const char *format, ...) PRINTF_LIKE(2, 3);
const char *document_copy(relais_document *d, const char *string); /* NULL stays NULL */
section *document_section(relais_document *d, const char *anchor, const char *title);
block *section_paragraph(relais_document *d, section *s, const char *words);
/* Copied; its text has the address of a link behind it, in brackets. */
block *section_runs(relais_document *d, section *s, size_t count, const phrase *runs);
block *section_callout(relais_document *d, section *s, const char *words);
block *section_method(relais_document *d, section *s, const char *words);
block *section_list(relais_document *d, section *s, size_t count, const char *const *items);
/* The same, each item leading to a link. */
block *section_links(relais_document *d, section *s, size_t count, const char *const *items,
	const char *const *links);
block *section_figures(relais_document *d, section *s, size_t count, const key_figure *figures);
/* Columns are copied; rows are added one by one (`columns` cells each, copied). */
block *section_table(relais_document *d, section *s, const char *title, size_t columns,
	const table_column *about);
void table_add(relais_document *d, block *table, const char *const *cells, bool is_total);
/* Deep copy of the drawing. */
block *section_chart(relais_document *d, section *s, const char *title, const chart *drawing);
/* An empty one, for builders in files of their own. */
block *section_block(relais_document *d, section *s, block_type type);
/* Deep copy as well. */
block *section_sketch(relais_document *d, section *s, const char *title, const sketch *drawing);
void document_figure(relais_document *d, const char *section, const char *name,
	const char *indicator, const char *group, const char *period, const char *value,
	const char *flag);
/* `said`, a text of this document, stands for `number` wherever it is put afterwards: in a
 * table, a key figure, the labels of a chart. Returns `said`. */
const char *document_means(relais_document *d, const char *said, const char *number);
relais_status document_status(const relais_document *d, relais_error *err) MUST_CHECK;

#endif
