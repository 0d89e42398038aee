/* SPDX-License-Identifier: MIT
 * outliers: figures that do not look right, those that weigh most on the total first. Indicators
 * are read one after another, each once; what is found is kept, sorted, then told.
 */
#include "outliers.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../../base/rows.h"
#include "../../base/words.h"

static const relais_column columns[] = { { "office", N_("Office"), RELAIS_CODE },
	{ "indicator", N_("Indicator"), RELAIS_CODE },
	{ "period", N_("Period"), RELAIS_PERIOD }, { "value", N_("Value"), RELAIS_NUMBER },
	{ "rule", N_("Rule"), RELAIS_CODE }, { "score", N_("Score"), RELAIS_COEFFICIENT },
	{ "low", N_("Low"), RELAIS_INDEX }, { "high", N_("High"), RELAIS_INDEX },
	{ "detail", N_("Detail"), RELAIS_TEXT }, { "centre", N_("Centre"), RELAIS_COEFFICIENT },
	{ "spread", N_("Spread"), RELAIS_COEFFICIENT }, { "n", N_("n"), RELAIS_COUNT },
	{ "weight", N_("Weight"), RELAIS_PERCENT } };

/* What is kept of these on a narrow terminal. */
static const char in_short[] = "office indicator period value rule | low high detail";

enum { COLUMNS = sizeof columns / sizeof *columns, HISTORY = 3 };

/* ---- what is found -------------------------------------------------------------------------- */

/* Of a sum, the figure itself; else what it counts for in the mean or ratio. */
static int64_t size_at(const search *s, size_t step, size_t who)
{
	const cell *c = frame_cell(&s->figures, step, who), *w;
	int64_t size = c->a;

	if (!state_is_collected(c->state))
		return 0;
	if (s->weights.cells) {
		w = frame_cell(&s->weights, step, who);
		size = state_is_collected(w->state) ? w->b : 0;
	}
	return size < 0 ? -size : size;
}

/* A bureau whose office sent its own figure is in that one already. */
static double total_at(const search *s, size_t step)
{
	double total = 0;

	for (size_t o = 0; o < s->figures.width; o++) {
		ptrdiff_t parent = s->study->offices.offices[o].office_of;

		if (parent < 0 || !state_is_collected(
					  frame_cell(&s->figures, step, (size_t)parent)->state))
			total += (double)size_at(s, step, o);
	}
	return total;
}

static relais_status read_weights(search *s, relais_error *err)
{
	if (s->what->over_offices == RULE_SUM || s->weights.cells)
		return RELAIS_OK;
	return frame_read(&s->weights, &s->study->feed, s->what, s->figures.window, err);
}

static double weight_at(search *s, size_t step, size_t who, relais_error *err)
{
	if (s->failed != RELAIS_OK || (s->failed = read_weights(s, err)) != RELAIS_OK)
		return NAN;
	if (s->totals[step] < 0)
		s->totals[step] = total_at(s, step);
	return s->totals[step] > 0 ? 100 * (double)size_at(s, step, who) / s->totals[step]
				   : NAN;
}

static bool make_room(search *s)
{
	size_t capacity = s->capacity ? s->capacity + s->capacity / 2 : 256;
	finding *grown;

	if (s->count < s->capacity)
		return true;
	if (!(grown = realloc(s->found, capacity * sizeof *grown)))
		return false;
	s->found = grown;
	s->capacity = capacity;
	return true;
}

finding *search_find(search *s, size_t step, size_t who, outlier_rule rule, relais_error *err)
{
	const cell *c = frame_cell(&s->figures, step, who);
	number value = { c->a, s->figures.a_decimals };
	const confirmation *known = search_confirmed(s, s->what, who, s->periods[step], value);
	finding *f;

	if (known && !s->how->all)
		return NULL;
	if (!make_room(s)) {
		s->failed = fail_memory(err);
		return NULL;
	}
	f = &s->found[s->count++];
	*f = (finding){ .value = value,
		.score = NAN,
		.centre = NAN,
		.spread = NAN,
		.low = NAN,
		.high = NAN,
		.weight = weight_at(s, step, who, err),
		.what = s->what,
		.why = known ? known->reason : NULL,
		.office = (uint32_t)who,
		.period = s->periods[step],
		.rule = (uint8_t)rule };
	return f;
}

bool search_tells(const search *s, relais_period p)
{
	return period_slot(p) <= SLOT_SEMESTER + 1 &&
	       period_first_day(p) >= period_first_day(s->asked.from) &&
	       period_last_day(p) <= period_last_day(s->asked.to);
}

/* ---- one indicator ---------------------------------------------------------------------------- */

/* The figure of a derived indicator is its ratio, or its sum. */
static void compute(search *s)
{
	frame *f = &s->figures;
	int decimals = s->what->over_offices == RULE_SUM ? f->a_decimals : NUMBER_MAX_DECIMALS;

	for (size_t i = 0; i < f->steps * f->width; i++) {
		cell *c = &f->cells[i];
		number n;

		if (c->state != STATE_VALUE)
			continue;
		if (cell_value(s->what, c->a, c->b, 1, f->a_decimals, f->b_decimals, &n) &&
			number_rescale(n, decimals, &n, NULL))
			c->a = n.units;
		else
			c->state = STATE_ABSENT;
	}
	f->a_decimals = decimals;
}

/* All periods of the years looked at, and of those before that the rules look back to; or the
 * whole series, in its own length. */
static relais_status window_of(search *s, window *out, relais_error *err)
{
	bool rules = s->how->methods & RELAIS_OUTLIER_RULES;
	relais_status rc = study_span(s->study, s->what, !s->how->over_time, &s->asked, err);
	reach r;

	if (rc != RELAIS_OK || !s->asked.from)
		return rc == RELAIS_OK ? RELAIS_END : rc;
	if (s->how->over_time) {
		item *own = &s->study->indicators.items[s->what - s->study->indicators.items];

		rc = catalogue_reach(&s->study->indicators, own, &r, err);
		*out = (window){ r.span, false };
		return rc == RELAIS_OK && !r.span.from ? RELAIS_END : rc;
	}
	*out = (window){ { period_make(period_year(s->asked.from) - (rules ? HISTORY : 0), 0),
				 period_make(period_year(s->asked.to), PERIOD_PER_YEAR - 1) },
		true };
	return RELAIS_OK;
}

static relais_status make_tables(search *s, relais_error *err)
{
	const frame *f = &s->figures;
	size_t longest = f->steps > f->width ? f->steps : f->width;
	relais_period p = f->window.span.from;

	free(s->periods);
	free(s->totals);
	free(s->room);
	free(s->cells);
	free(s->gone);
	s->periods = calloc(f->steps + 1, sizeof *s->periods);
	s->totals = calloc(f->steps + 1, sizeof *s->totals);
	s->room = calloc(3 * longest + 1, sizeof *s->room);
	s->cells = calloc(longest + 1, sizeof *s->cells);
	s->gone = calloc(longest + 1, sizeof *s->gone);
	if (!s->periods || !s->totals || !s->room || !s->cells || !s->gone)
		return fail_memory(err);
	for (size_t i = 0; i < f->steps; i++) {
		s->totals[i] = -1;
		s->periods[i] = p;
		p = f->window.is_mixed ? p + 1 : period_next(p);
	}
	return RELAIS_OK;
}

static relais_status read_figures(search *s, const item *i, relais_error *err)
{
	const feed *from = &s->study->feed;
	relais_status rc;
	window w;

	frame_free(&s->figures);
	frame_free(&s->weights);
	s->what = i;
	if ((rc = window_of(s, &w, err)) != RELAIS_OK)
		return rc;
	rc = i->about.derived ? frame_read(&s->figures, from, i, w, err)
			      : frame_collected(&s->figures, from, i, w, err);
	if (rc == RELAIS_OK && i->about.derived)
		compute(s);
	return rc == RELAIS_OK ? make_tables(s, err) : rc;
}

static relais_status look_at(search *s, const item *i, relais_error *err)
{
	unsigned rules = s->how->methods & RELAIS_OUTLIER_RULES;
	relais_status rc;

	if (i->about.derived && !i->is_named)
		return RELAIS_OK;
	if (i->about.derived && !catalogue_source(&s->study->indicators, i))
		return fail(err, RELAIS_E_USAGE,
			"'%s' is counted from the register: no office has a figure of it",
			i->about.code);
	if ((rc = read_figures(s, i, err)) != RELAIS_OK)
		return rc == RELAIS_END ? RELAIS_OK : rc;
	if (rules) {
		search_rules(s, err);
		rc = search_parts(s, err);
	}
	if (rc == RELAIS_OK && s->how->methods & ~(unsigned)RELAIS_OUTLIER_RULES)
		search_methods(s, err);
	return rc == RELAIS_OK ? s->failed : rc;
}

/* ---- telling --------------------------------------------------------------------------------- */

static int by_weight(const void *a, const void *b)
{
	const finding *x = a, *y = b;
	double v = isnan(x->weight) ? -1 : x->weight, w = isnan(y->weight) ? -1 : y->weight;

	if (v < w || v > w)
		return v < w ? 1 : -1;
	if (x->what != y->what)
		return x->what < y->what ? -1 : 1;
	if (x->period != y->period)
		return x->period < y->period ? -1 : 1;
	if (x->office != y->office)
		return x->office < y->office ? -1 : 1;
	return (x->rule > y->rule) - (x->rule < y->rule);
}

typedef struct told {
	search *search;
	size_t next;
	text detail;
	char period[16], numbers[6][NUMBER_SIZE], value[NUMBER_SIZE], count[NUMBER_SIZE];
	const char *cells[COLUMNS];
} told;

static relais_status next_row(void *self, relais_row *row, relais_error *err)
{
	told *t = self;
	const search *s = t->search;
	const finding *f;

	if (t->next == s->count)
		return RELAIS_END;
	f = &s->found[t->next++];
	number_print(f->value, t->value);
	relais_period_print(f->period, t->period);
	number_print((number){ f->n, 0 }, t->count);
	outlier_detail(s, f, &t->detail);
	if (t->detail.failed)
		return fail_memory(err);
	const char *const cells[COLUMNS] = { s->study->offices.offices[f->office].code,
		f->what->about.code, t->period, t->value, outlier_name(f->rule),
		outlier_number(f->score, t->numbers[0]), outlier_number(f->low, t->numbers[1]),
		outlier_number(f->high, t->numbers[2]), text_str(&t->detail),
		outlier_number(f->centre, t->numbers[3]),
		outlier_number(f->spread, t->numbers[4]), f->n ? t->count : NULL,
		outlier_number(f->weight, t->numbers[5]) };

	memcpy(t->cells, cells, sizeof cells);
	*row = (relais_row){ COLUMNS, t->cells, NULL };
	return RELAIS_OK;
}

static void close_told(void *self)
{
	told *t = self;

	if (t->search)
		search_release(t->search);
	text_free(&t->detail);
	free(t);
}

/* ---- the question ------------------------------------------------------------------------------ */

static relais_status read_fence(search *s, const char *fence, relais_error *err)
{
	s->fence = (number){ 15, 1 };
	if (!fence || (number_from_text(fence, &s->fence) && s->fence.units > 0))
		return RELAIS_OK;
	return fail(err, RELAIS_E_USAGE,
		"'%s' is no width of fences: a number above 0, 1.5 or 3 for the far ones",
		fence);
}

static relais_status check(
	const relais_question *q, const relais_outliers *how, relais_error *err)
{
	if (q->diffusion != RELAIS_INTERNE)
		return fail(err, RELAIS_E_USAGE,
			"outliers are figures of single offices: they are told within the relais only (--diffusion interne)");
	if (how->over_time && how->methods & RELAIS_OUTLIER_RULES)
		return fail(err, RELAIS_E_USAGE,
			"the rules look at each figure, not along the series: over time choose tukey, modz or esd");
	if (how->most > 100)
		return fail(err, RELAIS_E_USAGE,
			"%u outliers are more than the test looks for: 100 at most", how->most);
	return RELAIS_OK;
}

/* Offices are alike by attributes that several can share. */
static relais_status read_strata(const relais_question *q, group_keys *by, relais_error *err)
{
	relais_status rc = group_keys_read(by, q->by, q->lang, err);

	for (size_t k = 0; rc == RELAIS_OK && k < by->count; k++)
		if (by->key[k] == KEY_OFFICE || key_is_time(by->key[k]))
			return fail(err, RELAIS_E_USAGE,
				"'%s' does not bring offices together that are alike: choose category, zone, size or another of their attributes",
				q->by);
	return rc;
}

static relais_status find_all(search *s, const relais_question *q, relais_error *err)
{
	relais_question apart = *q;
	group_keys by = { .count = 0 };
	relais_status rc;

	apart.by = NULL; /* strata are ours: of all offices, not of those asked for */
	if ((rc = read_fence(s, s->how->fence, err)) != RELAIS_OK ||
		(rc = read_strata(q, &by, err)) != RELAIS_OK ||
		(rc = study_open(&s->study, s->store, &apart, err)) != RELAIS_OK ||
		(rc = search_prepare(s, &by, err)) != RELAIS_OK)
		return rc;
	for (size_t i = 0; rc == RELAIS_OK && i < s->study->asked_count; i++)
		rc = look_at(s, s->study->asked[i], err);
	frame_free(&s->figures);
	frame_free(&s->weights);
	if (rc == RELAIS_OK && s->count)
		qsort(s->found, s->count, sizeof *s->found, by_weight);
	return rc;
}

relais_status relais_ask_outliers(relais_store *store, const relais_question *question,
	const relais_outliers *asked, relais_rows **out, relais_error *err)
{
	relais_outliers how = *asked;
	told *t = calloc(1, sizeof *t);
	relais_status rc;

	*out = NULL;
	how.methods = how.methods ? how.methods : RELAIS_OUTLIER_RULES;
	if (!t || !(t->search = calloc(1, sizeof *t->search))) {
		free(t);
		return fail_memory(err);
	}
	t->search->how = &how;
	t->search->store = store;
	rc = check(question, &how, err);
	if (rc == RELAIS_OK)
		rc = find_all(t->search, question, err);
	if (rc != RELAIS_OK) {
		close_told(t);
		return rc;
	}
	if (asked->found)
		*asked->found = t->search->count;
	t->search->how = NULL;
	return rows_with_main(
		out, in_short, rows_new(out, columns, COLUMNS, next_row, close_told, t, err));
}
