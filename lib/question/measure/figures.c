/* SPDX-License-Identifier: MIT
 * Measures as rows. What is withheld leaves its cells empty and its flag.
 */
#include "figures.h"

#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../../base/words.h"

static const relais_column total_columns[] = { { "indicator", N_("Indicator"), RELAIS_CODE },
	{ "group", N_("Group"), RELAIS_CODE }, { "period", N_("Period"), RELAIS_PERIOD },
	{ "value", N_("Value"), RELAIS_NUMBER }, { "offices", N_("Offices"), RELAIS_COUNT },
	{ "expected", N_("Expected"), RELAIS_COUNT },
	{ "response", N_("Response"), RELAIS_PERCENT },
	{ "coverage", N_("Coverage"), RELAIS_PERCENT }, { "flag", N_("Flag"), RELAIS_TEXT },
	{ "estimated", N_("Estimated"), RELAIS_PERCENT } }; /* the last when asked for */

enum { EVOLUTION_PREVIOUS = 4 };

static const relais_column evolution_columns[] = { { "indicator", N_("Indicator"),
							   RELAIS_CODE },
	{ "group", N_("Group"), RELAIS_CODE }, { "period", N_("Period"), RELAIS_PERIOD },
	{ "value", N_("Value"), RELAIS_NUMBER }, { "previous", N_("Previous"), RELAIS_NUMBER },
	{ "evolution", N_("Evolution"), RELAIS_EVOLUTION },
	{ "offices", N_("Offices"), RELAIS_COUNT },
	{ "expected", N_("Expected"), RELAIS_COUNT },
	{ "coverage", N_("Coverage"), RELAIS_PERCENT }, { "flag", N_("Flag"), RELAIS_TEXT },
	/* Told when a base was asked for. */
	{ "previous_period", N_("Previous period"), RELAIS_PERIOD } };

/* What is kept of these on a narrow terminal: never an evolution without how many offices it is of. */
static const char totals_in_short[] = "indicator group period value | offices coverage flag";
static const char evolutions_in_short[] =
	"indicator group period evolution offices | coverage value flag previous";

void span_print(relais_span span, char out[40])
{
	char to[16];

	relais_period_print(span.from, out);
	if (span.from == span.to)
		return;
	relais_period_print(span.to, to);
	strcat(strcat(out, ".."), to);
}

static const char *say_number(char *text, bool has, number n)
{
	if (!has)
		return NULL;
	number_print(n, text);
	return text;
}

static const char *say_count(char *text, int64_t n)
{
	number_print((number){ n, 0 }, text);
	return text;
}

/* What the cells of an indicator hold: a rate is not a number of people, and two rates differ by
 * points. */
static void set_types(figures *f, bool is_rough)
{
	for (size_t i = 0; i < f->column_count; i++) {
		f->types[i] = f->columns[i].type;
		if (f->types[i] == RELAIS_NUMBER)
			f->types[i] = item_value_type(f->what);
		if (f->types[i] == RELAIS_EVOLUTION && item_is_in_points(f->what))
			f->types[i] = is_rough ? RELAIS_ROUGH_POINTS : RELAIS_POINTS;
		else if (f->types[i] == RELAIS_EVOLUTION && is_rough)
			f->types[i] = RELAIS_ROUGH_EVOLUTION;
	}
}

static void say(figures *f, const measure *m, const group *g, relais_row *row)
{
	bool shown = !m->is_withheld, level = shown && !m->is_level_secret;
	const char **next = f->cells;

	set_types(f, m->has_evolution && m->evolution.decimals == 0);
	span_print(g->span.from ? g->span : f->span, f->text[0]);
	measure_flags(m, f->flags);
	*next++ = f->what->about.code;
	*next++ = g->code;
	for (size_t key = 1; key < f->study->by.by.count; key++)
		*next++ = g->codes[key];
	*next++ = f->text[0];
	*next++ = say_number(f->text[1], level && m->has_value, m->value);
	if (f->is_evolution) {
		*next++ = say_number(f->text[2], level && m->has_previous, m->previous);
		*next++ = say_number(f->text[3], shown && m->has_evolution, m->evolution);
	}
	*next++ = say_count(f->text[4], m->offices);
	*next++ = say_count(f->text[5], m->expected);
	if (!f->is_evolution)
		*next++ = say_number(f->text[6], m->has_response, m->response);
	*next++ = say_number(f->text[7], !m->is_secret && m->has_coverage, m->coverage);
	*next++ = f->flags;
	if (f->study->estimate && !f->is_evolution)
		*next++ =
			say_number(f->text[8], !m->is_secret && m->has_estimated, m->estimated);
	if (f->is_evolution && f->study->base) {
		span_print(span_before(&f->study->feed, g->span.from ? g->span : f->span),
			f->text[8]);
		*next++ = f->text[8];
	}
	*row = (relais_row){ (size_t)(next - f->cells), f->cells, f->types };
}

/* A group where nobody was expected and nobody answered is not a row, unless it is all. */
static bool is_worth_saying(const figures *f, const measure *m)
{
	return m->expected || m->offices || f->study->group_count == 1;
}

static relais_status next_row(void *self, relais_row *row, relais_error *err)
{
	figures *f = self;
	relais_status rc;

	for (;;) {
		while (f->what && f->group < f->study->group_count) {
			size_t g = f->group++;

			if (!is_worth_saying(f, &f->measures[g]))
				continue;
			say(f, &f->measures[g], &f->study->groups[g], row);
			return RELAIS_OK;
		}
		if ((rc = f->next_block(f, err)) != RELAIS_OK)
			return rc;
		f->group = 0;
	}
}

static void close_figures(void *self)
{
	figures *f = self;

	if (f->is_open)
		lens_close(&f->lens);
	study_close(f->study);
	free(f->measures);
	free(f->tallies);
	free(f);
}

/* An indicator asked for by name must have figures of the base, after which its period comes; any
 * other is left out: RELAIS_END. */
static relais_status base_check(study *s, const item *i, relais_span span, relais_error *err)
{
	const item *source = catalogue_source(&s->indicators, i);
	bool has = true;
	relais_status rc = RELAIS_OK;

	if (source)
		rc = catalogue_has(&s->indicators, source, period_make(s->base, 0),
			period_make(s->base, PERIOD_PER_YEAR - 1), &has, err);
	if (rc != RELAIS_OK || (has && s->base < period_year(span.from)))
		return rc;
	if (!i->is_named)
		return RELAIS_END;
	return has ? fail(err, RELAIS_E_USAGE,
			     "the base %d is not before the last period of '%s': give -p",
			     s->base, i->about.code)
		   : fail(err, RELAIS_E_DATA,
			     "nothing is known of '%s' in %d, the base: 'indicators' tells from when on there are figures",
			     i->about.code, s->base);
}

relais_status figures_next_indicator(figures *f, relais_error *err)
{
	study *s = f->study;
	relais_status rc = RELAIS_OK;

	while (f->indicator < s->asked_count) {
		bool seen = false;

		f->what = s->asked[f->indicator++];
		rc = study_span(s, f->what, f->is_evolution, &f->span, err);
		if (rc != RELAIS_OK)
			return rc;
		if (!f->span.from)
			continue;
		if (f->is_evolution && s->base) {
			rc = base_check(s, f->what, f->span, err);
			if (rc == RELAIS_END)
				continue;
			if (rc != RELAIS_OK)
				return rc;
		}
		rc = study_measure(
			s, f->what, f->span, f->is_evolution, f->measures, &seen, err);
		if (rc != RELAIS_OK || seen || f->what->is_named)
			return rc;
	}
	return RELAIS_END;
}

static void set_columns(figures *f, const relais_question *q)
{
	const group_keys *by = &f->study->by.by;
	const relais_column *columns = f->is_evolution ? evolution_columns : total_columns;
	size_t count = f->is_evolution ? sizeof evolution_columns / sizeof *evolution_columns
				       : sizeof total_columns / sizeof *total_columns;

	if (f->is_evolution ? !q->base : !q->estimate)
		count--;
	f->column_count = group_columns(by, columns, count, f->columns);
	if (f->is_evolution && q->base)
		f->columns[EVOLUTION_PREVIOUS + (by->count ? by->count - 1 : 0)].title =
			N_("In the base");
}

relais_status figures_ask(relais_store *store, const relais_question *question,
	bool is_evolution, relais_status (*next_block)(figures *, relais_error *),
	relais_rows **out, relais_error *err)
{
	figures *f;
	relais_status rc;

	*out = NULL;
	if (question->estimate && question->diffusion != RELAIS_INTERNE &&
		(question->by || question->offices || question->territories ||
			question->members_only))
		return fail(err, RELAIS_E_USAGE,
			"outside the relais, only what the whole network has is told with estimates: leave out --by, -O, -t and --members");
	f = calloc(1, sizeof *f);
	if (!f)
		return fail_memory(err);
	f->is_evolution = is_evolution;
	f->next_block = next_block;
	if ((rc = study_open_crossed(&f->study, store, question, err)) != RELAIS_OK) {
		close_figures(f);
		return rc;
	}
	f->measures = calloc(f->study->group_count + 1, sizeof *f->measures);
	f->tallies = calloc(f->study->group_count + 1, sizeof *f->tallies);
	if (!f->measures || !f->tallies) {
		close_figures(f);
		return fail_memory(err);
	}
	set_columns(f, question);
	return rows_with_main(out, is_evolution ? evolutions_in_short : totals_in_short,
		rows_new(out, f->columns, f->column_count, next_row, close_figures, f, err));
}
