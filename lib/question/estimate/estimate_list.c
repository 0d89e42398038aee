/* SPDX-License-Identifier: MIT
 * An estimate stands where the office that counts for the unit would have its figure.
 */
#include "estimate_list.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "../../base/error.h"
#include "../measure/fraction.h"

enum { RATIO_DECIMALS = 6 };

struct estimate_list {
	const study *study;
	int32_t *unit_of; /* by office that counts for a unit; -1: none */
	lens lens; /* of this indicator; empty: nothing can be estimated */
	text stratum;
	char period[16], value[NUMBER_SIZE], respondents[24], previous[NUMBER_SIZE],
		ratio[NUMBER_SIZE];
	const char *cells[ESTIMATE_COLUMNS];
};

relais_status estimate_list_new(estimate_list **out, study *s, relais_error *err)
{
	estimate_list *e = *out = calloc(1, sizeof *e);

	if (!e || !(e->unit_of = calloc(s->offices.count + 1, sizeof *e->unit_of)))
		return fail_memory(err);
	e->study = s;
	for (size_t o = 0; o < s->offices.count; o++)
		e->unit_of[o] = -1;
	for (size_t u = 0; u < s->current.units; u++)
		e->unit_of[s->current.root[u]] = (int32_t)u;
	return RELAIS_OK;
}

void estimate_list_free(estimate_list *e)
{
	if (!e)
		return;
	lens_close(&e->lens);
	text_free(&e->stratum);
	free(e->unit_of);
	free(e);
}

relais_status estimate_list_of(estimate_list *e, study *s, const item *i, relais_error *err)
{
	relais_span span;
	relais_status rc = study_own_periods(s, i, &span, err);

	lens_close(&e->lens);
	if (rc != RELAIS_OK || !span.from)
		return rc;
	rc = lens_open(&e->lens, &s->feed, &s->indicators, i, span, &s->current, err);
	return rc == RELAIS_OK ? lens_estimate(&e->lens, s, err) : rc;
}

void stratum_say(text *out, const stratum_ratio *r)
{
	bool category = r->level == STRATUM_CATEGORY_ZONE || r->level == STRATUM_CATEGORY;
	bool zone = r->level == STRATUM_CATEGORY_ZONE || r->level == STRATUM_ZONE;

	text_clear(out);
	if (category)
		text_addf(out, "category=%s", r->category);
	if (category && zone)
		text_add_char(out, ' ');
	if (zone)
		text_addf(out, "zone=%s", r->zone);
	if (!category && !zone)
		text_add(out, "network");
}

bool stratum_move(const stratum_ratio *r, number *out)
{
	return fraction_round(fraction_of(r->now, r->before), RATIO_DECIMALS, out);
}

int64_t estimate_previous(const lens *l, relais_period p, size_t unit)
{
	const frame *f = l->before.cells ? &l->before : &l->now;
	ptrdiff_t step = frame_step(f, period_year_before(p));

	return step < 0 ? 0 : frame_cell(f, (size_t)step, unit)->a;
}

bool estimate_list_say(estimate_list *e, size_t column, relais_period p, relais_row *row)
{
	ptrdiff_t step = e->lens.now.cells ? frame_step(&e->lens.now, p) : -1;
	int32_t unit = e->unit_of[column];
	const estimate *one =
		step < 0 || unit < 0 ? NULL : estimate_at(&e->lens, (size_t)step, (size_t)unit);
	const stratum_ratio *r;
	number ratio;

	if (!one)
		return false;
	r = &e->lens.estimates->ratios[one->ratio];
	relais_period_print(p, e->period);
	number_print((number){ one->value, e->lens.now.a_decimals }, e->value);
	number_print((number){ estimate_previous(&e->lens, p, (size_t)unit),
			     e->lens.now.a_decimals },
		e->previous);
	snprintf(e->respondents, sizeof e->respondents, "%" PRId64, r->count);
	stratum_say(&e->stratum, r);
	if (!stratum_move(r, &ratio))
		return false;
	number_print(ratio, e->ratio);
	e->cells[0] = e->study->offices.offices[column].code;
	e->cells[1] = e->lens.what->about.code;
	e->cells[2] = e->period;
	e->cells[3] = e->value;
	e->cells[4] = "e";
	e->cells[5] = text_str(&e->stratum);
	e->cells[6] = e->respondents;
	e->cells[7] = e->previous;
	e->cells[8] = e->ratio;
	*row = (relais_row){ ESTIMATE_COLUMNS, e->cells, NULL };
	return true;
}
