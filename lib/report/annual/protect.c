/* SPDX-License-Identifier: MIT
 * What a published year withholds beside the months: their notes are out, and a year less eleven of
 * its months is the twelfth.
 */
#include "../../base/period.h"
#include "annual.h"

enum { MONTHS = 12 };

static relais_period month_before(relais_period year, int back)
{
	return note_months_before(period_months(year).to, back);
}

/* A month that is withheld keeps its year from being told, and the evolutions that rest on it: with
 * the other year they would tell this one nearly. */
static relais_status hide_with_months(note *n, reading *r, relais_error *err)
{
	relais_status rc = RELAIS_OK;

	if (!level_is_open(&n->teller, &r->level) &&
		!evolution_is_open(&n->teller, &r->evolution))
		return RELAIS_OK;
	for (int back = 0; rc == RELAIS_OK && back < 2 * MONTHS; back++) {
		relais_period month = month_before(r->span.to, back);
		reading *of_month = NULL;

		rc = note_read(n, r->about, (relais_span){ month, month }, &of_month, err);
		if (rc != RELAIS_OK || !of_month->level.is_secret)
			continue;
		r->evolution.is_secret = true;
		if (back < MONTHS)
			r->level.is_secret = true;
	}
	return rc;
}

static relais_status protect_figure(
	note *n, const indicator *i, relais_period year, relais_error *err)
{
	reading *r;
	relais_status rc =
		i ? note_read(n, i, (relais_span){ year, year }, &r, err) : RELAIS_OK;

	return i && rc == RELAIS_OK ? hide_with_months(n, r, err) : rc;
}

/* The channels of the months as their notes told them, then those of the year. */
static relais_status protect_channels(note *n, relais_period year, relais_error *err)
{
	relais_status rc = RELAIS_OK;

	for (int back = 0; rc == RELAIS_OK && back < 2 * MONTHS; back++) {
		relais_period month = month_before(year, back);

		rc = note_protect_channels(n, (relais_span){ month, month }, err);
	}
	for (const char *const *code = note_channels; rc == RELAIS_OK && *code; code++)
		rc = protect_figure(n, note_indicator(n, *code), year, err);
	return rc == RELAIS_OK ? note_protect_channels(n, (relais_span){ year, year }, err)
			       : rc;
}

relais_status year_protect(note *n, int years, relais_error *err)
{
	relais_status rc = RELAIS_OK;

	for (int back = 0; rc == RELAIS_OK && n->teller.published && back < years; back++) {
		relais_period year = period_make(period_year(n->month) - back, SLOT_YEAR);

		rc = protect_figure(n, n->main, year, err);
		if (rc == RELAIS_OK)
			rc = protect_channels(n, year, err);
	}
	for (size_t k = 0;
		rc == RELAIS_OK && n->teller.published && k < study_indicators(n->network); k++)
		rc = protect_figure(n, study_indicator(n->network, k), n->month, err);
	return rc;
}
