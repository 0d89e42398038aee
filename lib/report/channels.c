/* SPDX-License-Identifier: MIT
 * What a published note withholds about the channels. Two ways lead from published sums to one
 * office: the channels and their total are an equation (C3.4), and a figure since January
 * minus the months it is made of leaves the offices that are not in both (C3.5).
 */
#include "note.h"

enum { CHANNELS = 5 };

const char *const note_channels[] = { "contacts_guichet", "contacts_hors_murs",
	"demandes_telephone", "demandes_ecrites", "demandes_numeriques", NULL };

/* Are the offices behind the sum since January those behind every one of its months? The last
 * month first: late offices make it the one that most often differs. */
static relais_status find_difference(
	note *n, const reading *year, bool *differs, relais_error *err)
{
	relais_status rc = RELAIS_OK;

	*differs = false;
	for (relais_period p = year->span.to;
		rc == RELAIS_OK && !*differs && p >= year->span.from; p--) {
		measure month;

		rc = study_total(n->network, year->about, (relais_span){ p, p }, &month, err);
		if (rc == RELAIS_OK)
			*differs = month.is_secret || month.offices != year->level.offices;
	}
	return rc;
}

static relais_status withhold_difference(note *n, reading *r, relais_error *err)
{
	bool differs;
	relais_status rc;

	if (r->span.from == r->span.to || !level_is_open(&n->teller, &r->level) ||
		!n->teller.published)
		return RELAIS_OK;
	rc = find_difference(n, r, &differs, err);
	if (rc == RELAIS_OK && differs)
		r->level.is_secret = true; /* the rate stays: it gives no sum */
	return rc;
}

static void protect_parts(reading **parts, size_t count)
{
	measure levels[CHANNELS];

	for (size_t k = 0; k < count; k++)
		levels[k] = parts[k]->level;
	study_protect(levels, count);
	for (size_t k = 0; k < count; k++) {
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
	for (size_t k = 0; rc == RELAIS_OK && k < count; k++)
		rc = withhold_difference(n, parts[k], err);
	return rc == RELAIS_OK && total ? withhold_difference(n, total, err) : rc;
}
