/* SPDX-License-Identifier: MIT
 * What a published note withholds about the channels: they and their total are an equation (C3.4),
 * so that one of them alone cannot be hidden.
 */
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
