/* SPDX-License-Identifier: MIT
 * How many offices, and how much of the whole, between which bounds. A class begins with its lower bound
 * and ends before the next.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "../../base/error.h"
#include "distribution.h"
#include "../published/secrecy.h"

enum { MOST_BOUNDS = 40 };

static double size_of(number n)
{
	return (double)n.units / (double)power_of_10(n.decimals);
}

relais_status class_bounds_read(class_bounds *b, const char *const *list, relais_error *err)
{
	if (!(b->list = calloc(MOST_BOUNDS, sizeof *b->list)))
		return fail_memory(err);
	for (; *list; list++) {
		number *one = &b->list[b->count];

		if (b->count == MOST_BOUNDS)
			return fail(err, RELAIS_E_USAGE,
				"'%s' is one bound too many: %d at most", *list, MOST_BOUNDS);
		if (!number_from_text(*list, one))
			return fail(err, RELAIS_E_USAGE,
				"'%s' is no bound of a class: a number is, such as 100 or 0.5",
				*list);
		if (b->count && !(size_of(*one) > size_of(one[-1])))
			return fail(err, RELAIS_E_USAGE,
				"the bounds of classes rise, and '%s' does not", *list);
		b->count++;
	}
	return RELAIS_OK;
}

bool class_bounds_choose(class_bounds *b, const sample *samples, size_t count)
{
	double least = INFINITY, most = 0;
	int64_t step = 1;

	if (!(b->list = calloc(MOST_BOUNDS, sizeof *b->list)))
		return false;
	for (size_t i = 0; i < count; i++) {
		most = samples[i].value > most ? samples[i].value : most;
		if (samples[i].value > 0 && samples[i].value < least)
			least = samples[i].value;
	}
	b->count = 1; /* from 0 on */
	for (int i = 0; b->count < MOST_BOUNDS && (double)step <= most; i++) {
		if ((double)step > least)
			b->list[b->count++] = (number){ step, 0 };
		step = i % 3 == 1 ? step / 2 * 5 : step * 2;
	}
	return true;
}

static size_t class_of(const class_bounds *b, double x)
{
	size_t class = 0;

	while (class < b->count && x >= size_of(b->list[class]))
		class ++;
	return class;
}

/* "<0", "0-100", "1000+". */
static void say_name(rowlist *rows, const class_bounds *b, size_t class)
{
	char low[NUMBER_SIZE] = "", high[NUMBER_SIZE] = "", name[2 * NUMBER_SIZE + 4];

	if (class > 0)
		number_print(b->list[class - 1], low);
	if (class < b->count)
		number_print(b->list[class], high);
	if (class == 0)
		snprintf(name, sizeof name, "<%s", high);
	else if (class == b->count)
		snprintf(name, sizeof name, "%s+", low);
	else
		snprintf(name, sizeof name, "%s-%s", low, high);
	rowlist_text(rows, name);
}

typedef struct class_sum {
	int64_t a, b;
	int64_t count;
	part open; /* of those that readers do not know */
	bool fits;
} class_sum;

static void add(class_sum *c, const sample *s)
{
	c->count++;
	c->fits = c->fits && number_add(&c->a, s->a) && number_add(&c->b, s->b);
	if (s->is_known)
		return;
	c->open.count++;
	c->open.largest = s->open > c->open.largest ? s->open : c->open.largest;
	c->fits = number_add(&c->open.magnitude, s->open) && c->fits;
}

static void say_class(const spread *d, const class_sum *c, rowlist *rows)
{
	bool is_shown = !c->open.is_secret;
	number value;

	if (is_shown)
		rowlist_count(rows, c->count);
	else
		rowlist_null(rows);
	rowlist_real(
		rows, is_shown && d->count ? 100 * (double)c->count / (double)d->count : NAN);
	if (is_shown && c->count && c->fits &&
		cell_value(d->what, c->a, c->b, d->steps, d->a_decimals, d->b_decimals, &value))
		rowlist_number(rows, value);
	else
		rowlist_null(rows);
	rowlist_text(rows, is_shown ? "" : "s");
	rowlist_end_row(rows);
}

/* Outside the relais: classes are a line that adds up to a total, and hide each other. */
static void protect(const spread *d, class_sum *classes, size_t count)
{
	part line[MOST_BOUNDS + 1];
	bool is_all = d->total->is_withheld || d->total->is_level_secret;

	if (!study_is_published(d->study))
		return;
	for (size_t i = 0; i < count; i++)
		line[i] = classes[i].open;
	parts_protect(&d->study->gates.secrecy, line, count);
	for (size_t i = 0; i < count; i++)
		classes[i].open.is_secret = line[i].is_secret || (is_all && classes[i].count);
}

relais_status classes_say(
	const spread *d, const class_bounds *b, rowlist *rows, relais_error *err)
{
	class_sum classes[MOST_BOUNDS + 1];

	(void)err;
	for (size_t i = 0; i <= b->count; i++)
		classes[i] = (class_sum){ .fits = true };
	for (size_t i = 0; i < d->count; i++)
		add(&classes[class_of(b, d->samples[i].value)], &d->samples[i]);
	protect(d, classes, b->count + 1);
	for (size_t i = 0; i <= b->count; i++) {
		/* What lies below the first bound is no class when nothing does. */
		if (i == 0 && !classes[0].count)
			continue;
		spread_say_head(d, rows);
		say_name(rows, b, i);
		say_class(d, &classes[i], rows);
	}
	return RELAIS_OK;
}
