/* SPDX-License-Identifier: MIT
 * Offices whose last figures are below what the grid of their classement asks of its category (C1.1):
 * they will not have it again unless something changes.
 */
#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../../base/words.h"
#include "../../model/criteria.h"
#include "../labels/labels.h"
#include "find_last.h"

typedef struct criteria_check {
	findings *f;
	study *study;
	labels labels;
	criteria criteria;
} criteria_check;

static void tell(const criteria_check *c, const label *one, const criterion *asked,
	const last_figure *figure, const indicator *about)
{
	const char *best =
		criteria_best(&c->criteria, one->grid, asked->indicator, figure->value);
	char has[NUMBER_SIZE], minimum[NUMBER_SIZE], period[16];
	relais_lang lang = c->f->lang;
	const char *called = lang == RELAIS_FR ? about->label_fr : about->label_en;

	number_format(figure->value, figure->value.decimals, lang, false, has);
	number_format(asked->minimum, asked->minimum.decimals, lang, false, minimum);
	relais_period_print(figure->period, period);
	if (*best)
		findings_add(c->f, FINDING_NOTICE, "category-at-risk", one->carrier, one->name,
			one->end,
			N_("%s: %s in %s; category %s asks for %s (grid %s), this is enough for %s"),
			called, has, period, one->level, minimum, one->grid, best);
	else
		findings_add(c->f, FINDING_NOTICE, "category-at-risk", one->carrier, one->name,
			one->end,
			N_("%s: %s in %s; category %s asks for %s (grid %s), this is enough for none"),
			called, has, period, one->level, minimum, one->grid);
}

static void look_at(const criteria_check *c, const char *code, const last_figure *figures)
{
	const indicator *about = study_indicator_named(c->study, code);

	for (size_t i = 0; i < c->labels.count; i++) {
		const label *one = &c->labels.all[i];
		const office *o = roster_office(&c->study->offices, one->carrier);
		const criterion *asked =
			criterion_of(&c->criteria, one->grid, one->level, code);
		const last_figure *figure = o ? &figures[o - c->study->offices.offices] : NULL;

		if (!asked || !figure || !figure->period ||
			strcmp(one->scheme, "classement") != 0 || !label_is_current(one) ||
			!label_stands(one) || !label_is_asked(&c->labels, one) ||
			criterion_is_met(asked, figure->value))
			continue;
		tell(c, one, asked, figure, about);
	}
}

/* Each indicator once, however many lines name it. */
static relais_status look_at_all(const criteria_check *c, relais_error *err)
{
	relais_status rc = RELAIS_OK;

	for (size_t i = 0; rc == RELAIS_OK && i < c->criteria.count; i++) {
		const char *code = c->criteria.all[i].indicator;
		last_figure *figures = NULL;
		size_t k = 0;

		while (strcmp(c->criteria.all[k].indicator, code) != 0)
			k++;
		if (k < i)
			continue;
		rc = find_last(c->f, c->study, code, &figures, err);
		if (rc == RELAIS_OK && figures)
			look_at(c, code, figures);
		free(figures);
	}
	return rc;
}

relais_status findings_criteria(findings *f, relais_error *err)
{
	criteria_check c = { .f = f };
	relais_status rc = labels_open(&c.labels, f->store, &f->question, err);

	if (rc != RELAIS_OK)
		return rc;
	if (c.labels.count &&
		(rc = study_open(&c.study, f->store, &f->question, err)) == RELAIS_OK) {
		rc = criteria_load(&c.criteria) ? look_at_all(&c, err) : fail_memory(err);
		criteria_free(&c.criteria);
		study_close(c.study);
	}
	labels_close(&c.labels);
	return rc;
}
