/* SPDX-License-Identifier: MIT
 * distribution: the figures of offices one beside the other: how small, how great, how far apart; or how
 * many in which class. Units count when they count in the total.
 */
#include "distribution.h"

#include <stdlib.h>

#include "../../base/error.h"
#include "../../base/words.h"

static const relais_column spread_columns[] = { { "indicator", N_("Indicator"), RELAIS_CODE },
	{ "group", N_("Group"), RELAIS_CODE }, { "period", N_("Period"), RELAIS_PERIOD },
	{ "offices", N_("Offices"), RELAIS_COUNT },
	{ "expected", N_("Expected"), RELAIS_COUNT }, { "min", N_("Minimum"), RELAIS_INDEX },
	{ "q1", N_("Quartile 1"), RELAIS_INDEX }, { "median", N_("Median"), RELAIS_INDEX },
	{ "q3", N_("Quartile 3"), RELAIS_INDEX }, { "max", N_("Maximum"), RELAIS_INDEX },
	{ "iqr", N_("IQR"), RELAIS_INDEX }, { "mad", N_("MAD"), RELAIS_INDEX },
	{ "mean", N_("Mean"), RELAIS_INDEX }, { "sd", N_("Deviation"), RELAIS_INDEX },
	{ "flag", N_("Flag"), RELAIS_TEXT } };

static const relais_column class_columns[] = { { "indicator", N_("Indicator"), RELAIS_CODE },
	{ "group", N_("Group"), RELAIS_CODE }, { "period", N_("Period"), RELAIS_PERIOD },
	{ "class", N_("Class"), RELAIS_CODE }, { "offices", N_("Offices"), RELAIS_COUNT },
	{ "share", N_("Share"), RELAIS_PERCENT }, { "value", N_("Value"), RELAIS_NUMBER },
	{ "flag", N_("Flag"), RELAIS_TEXT } };

/* What is kept of these on a narrow terminal. */
static const char in_short[] = "indicator group period offices median | q1 q3 min max flag";

enum {
	SPREAD_COLUMNS = sizeof spread_columns / sizeof *spread_columns,
	CLASS_COLUMNS = sizeof class_columns / sizeof *class_columns,
	ROOM = SPREAD_COLUMNS + MOST_KEYS
};

typedef struct asked {
	study *study;
	const relais_distribution *how;
	class_bounds bounds;
	relais_column columns[ROOM];
	rowlist *rows;
	/* Of one indicator: */
	measure *totals; /* by group */
	tally *tallies; /* by group */
	tally *units; /* by unit */
	sample *samples; /* of one group */
	int32_t *alone; /* by unit: every unit its own group */
} asked;

void spread_say_head(const spread *d, rowlist *rows)
{
	char span[40];

	rowlist_text(rows, d->what->about.code);
	rowlist_text(rows, d->group->code);
	for (size_t key = 1; key < d->study->by.by.count; key++)
		rowlist_text(rows, d->group->codes[key]);
	span_print(d->group->span.from ? d->group->span : d->span, span);
	rowlist_text(rows, span);
}

static int by_value(const void *a, const void *b)
{
	const sample *m = a, *n = b;

	if (m->value > n->value || m->value < n->value)
		return m->value > n->value ? 1 : -1;
	return (m->unit > n->unit) - (m->unit < n->unit);
}

size_t spread_samples(const study *s, const lens *l, const tally *units, size_t set,
	sample *out, size_t *known)
{
	size_t count = 0;

	*known = 0;
	for (size_t u = 0; u < s->current.units; u++) {
		const tally *t = &units[u];
		number value;

		if ((size_t)s->by.set_of[u] != set || !t->count ||
			!cell_value(l->what, t->now.a, t->now.b, t->steps, l->now.a_decimals,
				l->now.b_decimals, &value))
			continue;
		out[count++] =
			(sample){ (double)value.units / (double)power_of_10(value.decimals),
				t->now.a, t->now.b, t->now.open_top.magnitude,
				!t->now.open_top.count, u };
		*known += !t->now.open_top.count;
	}
	qsort(out, count, sizeof *out, by_value);
	return count;
}

static relais_status say_group(
	asked *q, const lens *l, const group *g, relais_span span, relais_error *err)
{
	size_t at = (size_t)(g - q->study->groups);
	spread d = { .study = q->study,
		.what = l->what,
		.group = g,
		.total = &q->totals[at],
		.span = span,
		.samples = q->samples,
		.steps = q->tallies[at].steps,
		.a_decimals = l->now.a_decimals,
		.b_decimals = l->now.b_decimals };
	class_bounds chosen = { 0 };
	relais_status rc;

	d.count = spread_samples(q->study, l, q->units, g->set, q->samples, &d.known);
	if (!d.total->expected && !d.total->offices)
		return RELAIS_OK;
	if (!q->how->in_classes)
		return spread_say(&d, q->rows, err);
	if (q->bounds.count)
		return classes_say(&d, &q->bounds, q->rows, err);
	if (!class_bounds_choose(&chosen, d.samples, d.count))
		return fail_memory(err);
	rc = classes_say(&d, &chosen, q->rows, err);
	free(chosen.list);
	return rc;
}

relais_status spread_tally(
	study *s, lens *l, relais_span span, int32_t *alone, tally *units, relais_error *err)
{
	grouping g = { &s->current, alone, s->current.units };

	for (size_t u = 0; u < s->current.units; u++)
		alone[u] = (int32_t)u;
	return lens_tally(l, &s->feed, &s->indicators, &g, span, false, units, err);
}

static relais_status say_groups(asked *q, lens *l, relais_span span, relais_error *err)
{
	study *s = q->study;
	relais_status rc = crossing_tally(&s->by, s, l, span, false, q->tallies, err);
	relais_span last = { 0, 0 };

	if (rc == RELAIS_OK)
		rc = measures_from(s, &s->by, l->what, l, q->tallies, false, q->totals, err);
	for (size_t g = 0; rc == RELAIS_OK && g < s->group_count; g++) {
		relais_span own = s->groups[g].span.from ? s->groups[g].span : span;

		/* Once for all groups unless each has its own span. */
		if (own.from != last.from || own.to != last.to)
			rc = spread_tally(s, l, own, q->alone, q->units, err);
		last = own;
		if (rc == RELAIS_OK)
			rc = say_group(q, l, &s->groups[g], span, err);
	}
	return rc;
}

static relais_status take_item(asked *q, const item *i, relais_error *err)
{
	study *s = q->study;
	relais_span span;
	lens l;
	relais_status rc = study_span(s, i, false, &span, err);

	if (rc != RELAIS_OK || !span.from)
		return rc;
	rc = lens_open(
		&l, &s->feed, &s->indicators, i, crossing_span(&s->by, span), &s->current, err);
	if (rc != RELAIS_OK)
		return rc;
	if (lens_saw_anything(&l) || i->is_named)
		rc = say_groups(q, &l, span, err);
	lens_close(&l);
	return rc;
}

static relais_status make_room(asked *q, relais_error *err)
{
	size_t groups = q->study->group_count, units = q->study->current.units;

	q->totals = calloc(groups + 1, sizeof *q->totals);
	q->tallies = calloc(groups + 1, sizeof *q->tallies);
	q->units = calloc(units + 1, sizeof *q->units);
	q->samples = calloc(units + 1, sizeof *q->samples);
	q->alone = calloc(units + 1, sizeof *q->alone);
	if (!q->totals || !q->tallies || !q->units || !q->samples || !q->alone)
		return fail_memory(err);
	return RELAIS_OK;
}

/* Two sets of bounds tell what lies between them, two groupings what their classes share. */
static relais_status check_published(
	const relais_distribution *how, const relais_question *question, relais_error *err)
{
	if (question->by)
		return fail(err, RELAIS_E_USAGE,
			"classes by '%s' are a crossing, which is told within the relais only",
			question->by);
	if (how->bounds)
		return fail(err, RELAIS_E_USAGE,
			"classes of one's own bounds are told within the relais only: ask for --classes auto");
	return RELAIS_OK;
}

static relais_status open_asked(
	asked *q, relais_store *store, const relais_question *question, relais_error *err)
{
	relais_status rc = study_open(&q->study, store, question, err);

	if (rc == RELAIS_OK && q->how->bounds)
		rc = class_bounds_read(&q->bounds, q->how->bounds, err);
	if (rc == RELAIS_OK && q->how->in_classes && study_is_published(q->study))
		rc = check_published(q->how, question, err);
	return rc == RELAIS_OK ? make_room(q, err) : rc;
}

static void close_asked(asked *q)
{
	free(q->totals);
	free(q->tallies);
	free(q->units);
	free(q->samples);
	free(q->alone);
	free(q->bounds.list);
	study_close(q->study);
}

/* The columns live as long as the rows do. */
typedef struct answer {
	relais_column columns[ROOM];
	relais_rows *rows;
} answer;

static relais_status next_row(void *self, relais_row *row, relais_error *err)
{
	return relais_rows_next(((answer *)self)->rows, row, err);
}

static void close_answer(void *self)
{
	relais_rows_close(((answer *)self)->rows);
	free(self);
}

relais_status relais_ask_distribution(relais_store *store, const relais_question *question,
	const relais_distribution *how, relais_rows **out, relais_error *err)
{
	asked q = { .how = how };
	answer *a = calloc(1, sizeof *a);
	relais_status rc = a ? open_asked(&q, store, question, err) : fail_memory(err);
	size_t count = 0;

	*out = NULL;
	if (rc == RELAIS_OK) {
		count = group_columns(&q.study->by.by,
			how->in_classes ? class_columns : spread_columns,
			how->in_classes ? CLASS_COLUMNS : SPREAD_COLUMNS, a->columns);
		if (!(q.rows = rowlist_new(a->columns, count)))
			rc = fail_memory(err);
	}
	for (size_t i = 0; rc == RELAIS_OK && i < q.study->asked_count; i++)
		rc = take_item(&q, q.study->asked[i], err);
	close_asked(&q);
	if (rc == RELAIS_OK)
		rc = rowlist_rows(q.rows, &a->rows, err);
	else
		rowlist_free(q.rows);
	if (rc == RELAIS_OK)
		return rows_with_main(out, in_short,
			rows_new(out, a->columns, count, next_row, close_answer, a, err));
	free(a);
	return rc;
}
