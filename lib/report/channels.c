/* SPDX-License-Identifier: MIT
 * What a published note withholds about the channels: they and their total are an equation (C3.4),
 * so that one of them alone cannot be hidden.
 */
#include <string.h>

#include "../base/error.h"
#include "note.h"

enum { CHANNELS = 5 };

const char *const note_channels[] = { "contacts_guichet", "contacts_hors_murs",
	"demandes_telephone", "demandes_ecrites", "demandes_numeriques", NULL };

static void protect_parts(reading **parts, size_t count)
{
	measure levels[CHANNELS];

	for (size_t k = 0; k < count; k++) {
		levels[k] = parts[k]->level;
		if (!levels[k].is_level_secret)
			continue;
		/* Hidden for the few offices it does not hold: these must not be alone. */
		levels[k].is_secret = true;
		levels[k].offices = 1;
		levels[k].magnitude = levels[k].largest = 0;
	}
	study_protect(levels, count);
	for (size_t k = 0; k < count; k++) {
		if (parts[k]->level.is_level_secret)
			continue;
		parts[k]->level.is_secret = levels[k].is_secret;
		parts[k]->evolution.is_secret |= levels[k].is_secret;
	}
}

relais_status note_protect_channels(note *n, relais_span span, relais_error *err)
{
	const indicator *all = note_indicator(n, "demandes_total");
	reading *parts[CHANNELS], *total = NULL, *part;
	size_t count = 0;
	relais_status rc = all ? note_read(n, all, span, &total, err) : RELAIS_OK;

	for (size_t k = 0; rc == RELAIS_OK && note_channels[k]; k++) {
		const indicator *i = note_indicator(n, note_channels[k]);

		if (!i)
			continue;
		rc = note_read(n, i, span, &part, err);
		if (rc == RELAIS_OK && part->level.has_value)
			parts[count++] = part;
	}
	if (rc == RELAIS_OK && n->teller.published && total &&
		level_is_open(&n->teller, &total->level))
		protect_parts(parts, count);
	return rc;
}

/* ---- sums of months -------------------------------------------------------------------------- */

enum { ALL_CHANNELS = CHANNELS + 1, YEAR_MONTHS = 12 };

/* Month by month, ending with the note's: the channels, then their total. */
typedef struct told_months {
	const indicator *of[ALL_CHANNELS];
	measure levels[ALL_CHANNELS][CURVE_MONTHS];
} told_months;

static relais_status read_months(note *n, told_months *t, relais_error *err)
{
	relais_status rc = RELAIS_OK;

	for (size_t k = 0; rc == RELAIS_OK && k < ALL_CHANNELS; k++) {
		t->of[k] =
			note_indicator(n, k < CHANNELS ? note_channels[k] : "demandes_total");
		if (t->of[k])
			rc = note_months(n, t->of[k], t->levels[k], NULL, err);
	}
	return rc;
}

/* What the note of a month withholds of its channels. */
static void protect_month(const note *n, told_months *t, size_t month)
{
	const measure *total = &t->levels[CHANNELS][month];
	measure levels[CHANNELS];
	size_t at[CHANNELS], count = 0;

	if (!t->of[CHANNELS] || !level_is_open(&n->teller, total))
		return;
	for (size_t k = 0; k < CHANNELS; k++)
		if (t->of[k] && t->levels[k][month].has_value) {
			at[count] = k;
			levels[count++] = t->levels[k][month];
		}
	study_protect(levels, count);
	for (size_t i = 0; i < count; i++)
		t->levels[at[i]][month].is_secret = levels[i].is_secret;
}

/* A sum less the other months, whose notes are out, is the month that is withheld; an evolution, with
 * the sum of the other year, tells it nearly. */
static void hide_sum(reading *r, const measure *levels, size_t months)
{
	for (size_t back = 0; back < months; back++) {
		const measure *now = &levels[CURVE_MONTHS - 1 - back];
		const measure *before = now - YEAR_MONTHS;

		if (r->level.has_value && now->is_secret)
			r->level.is_secret = true;
		if (r->evolution.has_previous && (now->is_secret || before->is_secret))
			r->evolution.is_secret = true;
	}
}

relais_status note_protect_since_january(note *n, relais_error *err)
{
	size_t months = (size_t)(n->this_month.to - n->since_january.from) + 1;
	told_months *t = arena_alloc(&n->memory, sizeof *t);
	relais_status rc;

	if (!t)
		return fail_memory(err);
	rc = read_months(n, t, err);
	for (size_t m = 0; rc == RELAIS_OK && m < CURVE_MONTHS; m++)
		protect_month(n, t, m);
	for (size_t k = 0; rc == RELAIS_OK && k < ALL_CHANNELS; k++) {
		reading *r;

		if (!t->of[k])
			continue;
		rc = note_read(n, t->of[k], n->since_january, &r, err);
		if (rc == RELAIS_OK)
			hide_sum(r, t->levels[k], months);
	}
	return rc == RELAIS_OK ? note_protect_channels(n, n->since_january, err) : rc;
}

/* ---- months that were told ------------------------------------------------------------------- */

bool note_is_channel(const indicator *i)
{
	size_t k = 0;

	while (note_channels[k] && strcmp(note_channels[k], i->code) != 0)
		k++;
	return note_channels[k] != NULL;
}

relais_status note_read_told(
	note *n, const indicator *i, relais_period month, reading **out, relais_error *err)
{
	relais_span span = { month, month };
	relais_status rc = RELAIS_OK;

	if (n->teller.published && note_is_channel(i))
		rc = note_protect_channels(n, span, err);
	return rc == RELAIS_OK ? note_read(n, i, span, out, err) : rc;
}
