/* SPDX-License-Identifier: MIT
 * The items of a disclosure, from the bytes to the figures.
 */
#include "disclose.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "../../base/words.h"

enum { VALUE_SIZE = 512 };

void disclose_item(
	const disclosure *d, const char *item, const char *value, const char *format, ...)
{
	char why[VALUE_SIZE];
	va_list values;

	va_start(values, format);
	vsnprintf(why, sizeof why, words(d->lang, format), values);
	va_end(values);
	d->say(d->self, item, value, why);
}

void disclose_name(relais_lang lang, const char *item, char *out, size_t size)
{
	char stem[64];
	const char *number = item + strcspn(item, "0123456789");
	int length = (int)(number - item) - (*number ? 1 : 0);

	snprintf(stem, sizeof stem, "%.*s", length, item);
	snprintf(out, size, "%s%s", words(lang, stem), item + length);
}

static void count_item(const disclosure *d, const char *item, uint64_t count, const char *why)
{
	char value[32];

	snprintf(value, sizeof value, "%llu", (unsigned long long)count);
	d->say(d->self, item, value, why);
}

const char *shape_name(const layout *l)
{
	static const char *const shapes[] = { N_("one figure a line"), N_("offices across"),
		N_("indicators across"), N_("offices and indicators across"),
		N_("periods across"), N_("offices and periods across"),
		N_("indicators and periods across"),
		N_("offices, indicators and periods across") };

	return shapes[l->across & 7];
}

/* ---- bytes ----------------------------------------------------------------------- */

static void say_bytes(const disclosure *d)
{
	const source_facts *s = d->source;
	const char *why = N_("valid in every byte");
	char mark[8] = { d->dialect->delimiter, '\0' };

	if (d->options->encoding)
		why = N_("as asked");
	else if (strncmp(s->encoding, "UTF", 3) != 0 && !s->guessed)
		why = N_("by its first bytes");
	else if (s->has_bom)
		why = N_("byte order mark");
	else if (s->guessed)
		why = N_("its bytes are no UTF-8");
	d->say(d->self, N_("file"), s->name, "");
	if (s->sheet)
		d->say(d->self, N_("sheet"), s->sheet, s->other_sheets ? s->other_sheets : "");
	d->say(d->self, N_("encoding"), s->encoding, words(d->lang, why));
	d->say(d->self, N_("delimiter"), mark[0] == '\t' ? "TAB" : mark, d->dialect->reason);
	d->say(d->self, N_("quote"), d->dialect->quote == '\'' ? "'" : "\"", "");
}

/* ---- the table -------------------------------------------------------------------- */

static void say_above(const disclosure *d)
{
	char item[32], value[VALUE_SIZE];

	for (size_t i = 0; i < d->layout->above_count; i++) {
		const layout_above *a = &d->layout->above[i];

		snprintf(item, sizeof item, "%s %lu", N_("above"), a->line);
		snprintf(value, sizeof value, "%s%s%s", a->label, a->value ? " = " : "",
			a->value ? a->value : "");
		d->say(d->self, item, value,
			words(d->lang, a->value ? N_("a label and its value")
						: N_("a title: left out")));
	}
}

static void say_table(const disclosure *d)
{
	const layout *l = d->layout;
	char value[48];

	if (l->line > l->first_line)
		snprintf(value, sizeof value, "%lu-%lu", l->first_line, l->line);
	else
		snprintf(value, sizeof value, "%lu", l->line);
	disclose_item(d, N_("headings"), value, N_("%zu of %zu columns say what they are"),
		l->matched, l->count);
	d->say(d->self, N_("kind"), l->kind->name,
		words(d->lang, d->options->kind ? N_("as asked") : N_("by its headings")));
	if (l->kind->way == KIND_FIGURES)
		d->say(d->self, N_("shape"), words(RELAIS_EN, shape_name(l)),
			words(d->lang, shape_name(l)));
}

/* ---- what holds for every row -------------------------------------------------------- */

static void say_constant(const disclosure *d, const char *item, unsigned axis,
	const char *option, const char *above)
{
	const layout *l = d->layout;

	if (!option && above && (l->by_sheet & axis))
		d->say(d->self, item, above, words(d->lang, N_("by the sheet's name")));
	else if (option)
		d->say(d->self, item, option, words(d->lang, N_("as asked")));
	else if (above && l->said_on)
		disclose_item(d, item, above, N_("said on line %lu"), l->said_on);
	else if (above)
		d->say(d->self, item, above, words(d->lang, N_("by the file's name")));
}

static void say_constants(const disclosure *d)
{
	const relais_import_options *o = d->options;
	const layout *l = d->layout;
	char period[16], asked[16];

	if (l->kind->way != KIND_FIGURES)
		return;
	relais_period_print(l->period, period);
	relais_period_print(o->period.from, asked);
	say_constant(d, N_("office"), ACROSS_OFFICE,
		l->across & ACROSS_OFFICE ? NULL : o->office,
		l->office ? codes_spell(&d->known->offices, l->office) : NULL);
	say_constant(d, N_("indicator"), ACROSS_INDICATOR,
		l->across & ACROSS_INDICATOR ? NULL : o->indicator,
		l->indicator ? codes_spell(&d->known->indicators, l->indicator) : NULL);
	say_constant(d, N_("period"), ACROSS_PERIOD, o->period.from ? asked : NULL,
		l->period ? period : NULL);
	if (l->year > 0 && !o->period.from && (l->across & ACROSS_PERIOD)) {
		snprintf(asked, sizeof asked, "%d", l->year);
		d->say(d->self, N_("year"), asked,
			words(d->lang, N_("said above the headings or in the file's name")));
	}
	if (l->merges_offices)
		d->say(d->self, N_("merged offices"), "yes",
			words(d->lang, N_("lines without an office are of the office above")));
}

/* ---- the rows ---------------------------------------------------------------------- */

static void say_numbers(const disclosure *d)
{
	const insight *s = d->seen;
	const char *mark = s->commas && s->points ? ", ."
			   : s->commas            ? ","
			   : s->points            ? "."
						  : "";

	disclose_item(d, N_("decimal mark"), mark,
		N_("%llu numbers with a comma, %llu with a point"),
		(unsigned long long)s->commas, (unsigned long long)s->points);
	if (s->blanks || s->marks)
		disclose_item(d, N_("thousands"),
			s->blanks && s->marks ? "blank, mark"
			: s->blanks           ? "blank"
					      : "mark",
			N_("%llu numbers with a blank, %llu with a comma or a point"),
			(unsigned long long)s->blanks, (unsigned long long)s->marks);
}

static void say_things(const disclosure *d, const char *item, thing what)
{
	const insight *s = d->seen;
	size_t all = s->known[what].count, strange = s->strange[what].count;
	bool made = what == THING_OFFICE ? d->options->create_offices
					 : d->options->create_indicators;

	if (strange == 0)
		disclose_item(d, item, "", N_("%zu known"), all);
	else if (made)
		disclose_item(d, item, text_str(&s->strangers[what]),
			N_("%zu known, %zu to be made"), all > strange ? all - strange : 0,
			strange);
	else
		disclose_item(d, item, text_str(&s->strangers[what]),
			N_("%zu known, %zu unknown: their lines are refused"), all, strange);
}

static void say_periods(const disclosure *d)
{
	const insight *s = d->seen;
	char first[16], last[16], value[40];

	if (s->periods.count == 0)
		return;
	relais_period_print(s->first, first);
	relais_period_print(s->last, last);
	snprintf(value, sizeof value, "%s%s%s", first, s->first == s->last ? "" : "..",
		s->first == s->last ? "" : last);
	disclose_item(d, N_("periods"), value, N_("%zu different"), s->periods.count);
}

static void say_rows(const disclosure *d)
{
	const insight *s = d->seen;

	count_item(d, N_("rows"), s->rows, "");
	if (s->total_count)
		count_item(d, N_("total rows"), s->total_count, text_str(&s->totals));
	if (s->agree + s->differ > 0)
		disclose_item(d, N_("computed cells"), s->differ ? "differ" : "agree",
			N_("%llu agree with the figures, %llu do not"),
			(unsigned long long)s->agree, (unsigned long long)s->differ);
	if (s->aside_count)
		count_item(d, N_("left out"), s->aside_count, text_str(&s->asides));
	if (s->other_line)
		count_item(d, N_("second table"), s->other_line,
			words(d->lang, N_("the line it begins on: not read")));
	if (d->layout->kind->way != KIND_FIGURES)
		return;
	say_numbers(d);
	say_periods(d);
	say_things(d, N_("offices"), THING_OFFICE);
	say_things(d, N_("indicators"), THING_INDICATOR);
}

void disclose(const disclosure *d)
{
	say_bytes(d);
	if (!d->layout)
		return;
	say_above(d);
	say_table(d);
	say_constants(d);
	disclose_columns(d);
	say_rows(d);
	count_item(d, N_("read"), d->summary->read,
		words(d->lang,
			d->layout->kind->way == KIND_FIGURES ? N_("figures") : N_("rows")));
	count_item(d, N_("rejected"), d->summary->rejected, "");
	count_item(d, N_("skipped"), d->summary->skipped, "");
}
