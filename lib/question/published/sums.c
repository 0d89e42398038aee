/* SPDX-License-Identifier: MIT
 * Sums of indicators: which they are, and their terms read office by office. Kept by the study, the last
 * few of them: a report asks for each channel of one month, a series for month after month.
 */
#include "sums.h"

#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../study/inside.h"

enum { SUMS_KEPT = 8 };

static void sum_free(sum *one)
{
	for (size_t k = 0; k < one->terms; k++) {
		free(one->term[k].magnitude);
		free(one->term[k].is_there);
	}
	free(one->moves.list);
	free(one->settled);
	free(one);
}

void sums_free(sum *list)
{
	for (sum *next; list; list = next) {
		next = list->next;
		sum_free(list);
	}
}

/* ---- reading -------------------------------------------------------------------------- */

static int most_decimals(const sum *one)
{
	int most = 0;

	for (size_t k = 0; k < one->terms; k++)
		if (one->term[k].what->about.decimals > most)
			most = one->term[k].what->about.decimals;
	return most;
}

/* What is too large is as large as can be: the largest, wherever it is looked at. */
static int64_t scaled(int64_t value, int decimals)
{
	int64_t by = power_of_10(decimals);

	return __builtin_mul_overflow(llabs(value), by, &value) ? INT64_MAX : value;
}

static relais_status keep_term(sum *one, sum_term *t, frame *f, int decimals, relais_error *err)
{
	size_t cells = f->steps * f->width;

	t->magnitude = calloc(cells + 1, sizeof *t->magnitude);
	t->is_there = calloc(cells + 1, sizeof *t->is_there);
	if (!t->magnitude || !t->is_there || !moves_take(&one->moves, &f->moves) ||
		!moves_take(&one->moves, &f->quiet))
		return fail_memory(err);
	for (size_t c = 0; c < cells; c++) {
		t->is_there[c] = state_is_collected(f->cells[c].state);
		t->magnitude[c] = scaled(f->cells[c].a, decimals - f->a_decimals);
	}
	return RELAIS_OK;
}

static relais_status read_terms(sum *one, const study *s, window w, relais_error *err)
{
	int decimals = most_decimals(one);
	relais_status rc = RELAIS_OK;

	for (size_t k = 0; rc == RELAIS_OK && k < one->terms; k++) {
		sum_term *t = &one->term[k];
		frame f = { 0 };

		rc = frame_read(&f, &s->feed, t->what, w, err);
		if (rc == RELAIS_OK && t->is_optional)
			rc = feed_senders(&s->feed, t->what, &t->since, err);
		if (rc == RELAIS_OK)
			rc = keep_term(one, t, &f, decimals, err);
		frame_free(&f);
	}
	return rc;
}

static int by_turn(const void *a, const void *b)
{
	const move *x = a, *y = b;

	if (x->period != y->period)
		return x->period < y->period ? -1 : 1;
	return (x->turn > y->turn) - (x->turn < y->turn);
}

static size_t count_terms(const item *total)
{
	const char *formula = total->about.numerator;
	size_t count = 0;
	term t;

	while (formula_next(&formula, &t))
		count++;
	return count;
}

/* What names no indicator is told of when the total is read. */
static void list_terms(sum *one, const study *s)
{
	const char *formula = one->total->about.numerator;
	term t;

	while (formula_next(&formula, &t)) {
		const item *what = catalogue_item(&s->indicators, t.code, t.length);

		if (what)
			one->term[one->terms++] =
				(sum_term){ .what = what, .is_optional = t.is_optional };
	}
}

static relais_status sum_read(sum *one, const study *s, window w, relais_error *err)
{
	relais_status rc;

	list_terms(one, s);
	rc = read_terms(one, s, w, err);
	if (rc == RELAIS_OK && one->moves.count)
		qsort(one->moves.list, one->moves.count, sizeof *one->moves.list, by_turn);
	return rc;
}

/* ---- those kept ----------------------------------------------------------------------- */

static const sum *find_kept(const study *s, const item *total, const frame *like)
{
	for (const sum *one = s->sums; one; one = one->next)
		if (one->total == total && one->shape.length == like->length &&
			one->shape.window.span.from <= like->window.span.from &&
			one->shape.window.span.to >= like->window.span.to)
			return one;
	return NULL;
}

static void forget_oldest(study *s)
{
	sum **at = &s->sums;

	for (int kept = 1; *at && kept < SUMS_KEPT; kept++)
		at = &(*at)->next;
	sums_free(*at);
	*at = NULL;
}

relais_status study_sum(
	study *s, const item *total, const frame *like, const sum **out, relais_error *err)
{
	relais_status rc;
	sum *one;

	if ((*out = find_kept(s, total, like)))
		return RELAIS_OK;
	if (!(one = calloc(1, sizeof *one + count_terms(total) * sizeof *one->term)))
		return fail_memory(err);
	one->total = total;
	one->shape = (frame){ .window = like->window,
		.length = like->length,
		.steps = like->steps,
		.width = s->offices.count };
	rc = sum_read(one, s, like->window, err);
	one->settled =
		calloc(one->shape.steps * sum_settled_room(one) + 1, sizeof *one->settled);
	if (rc == RELAIS_OK && !one->settled)
		rc = fail_memory(err);
	if (rc != RELAIS_OK) {
		sum_free(one);
		return rc;
	}
	forget_oldest(s);
	one->next = s->sums;
	s->sums = one;
	*out = one;
	return RELAIS_OK;
}
