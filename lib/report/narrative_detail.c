/* SPDX-License-Identifier: MIT
 * The sentences that go further than the main figure: the channel that moved most, where
 * visitors come from, what to read with care.
 */
#include <string.h>

#include "../base/period.h"
#include "narrative.h"

static const char *say_year_before(relais_document *d, relais_period month)
{
	char text[48];

	period_format(period_year_before(month), d->lang, text);
	return document_copy(d, text);
}

static const char *channel_up(
	relais_document *d, const char *channel, const char *evolution, const char *before)
{
	if (!strcmp(channel, "contacts_guichet"))
		return document_say(d, "Among the channels, the counter grows most: %s on %s.",
			evolution, before);
	if (!strcmp(channel, "contacts_hors_murs"))
		return document_say(d, "Among the channels, outreach grows most: %s on %s.",
			evolution, before);
	if (!strcmp(channel, "demandes_telephone"))
		return document_say(d,
			"Among the channels, the telephone grows most: %s on %s.", evolution,
			before);
	if (!strcmp(channel, "demandes_ecrites"))
		return document_say(d,
			"Among the channels, written requests grow most: %s on %s.", evolution,
			before);
	if (!strcmp(channel, "demandes_numeriques"))
		return document_say(d,
			"Among the channels, chat and social media grow most: %s on %s.",
			evolution, before);
	return NULL;
}

static const char *channel_down(
	relais_document *d, const char *channel, const char *evolution, const char *before)
{
	if (!strcmp(channel, "contacts_guichet"))
		return document_say(d, "Among the channels, the counter falls most: %s on %s.",
			evolution, before);
	if (!strcmp(channel, "contacts_hors_murs"))
		return document_say(d, "Among the channels, outreach falls most: %s on %s.",
			evolution, before);
	if (!strcmp(channel, "demandes_telephone"))
		return document_say(d,
			"Among the channels, the telephone falls most: %s on %s.", evolution,
			before);
	if (!strcmp(channel, "demandes_ecrites"))
		return document_say(d,
			"Among the channels, written requests fall most: %s on %s.", evolution,
			before);
	if (!strcmp(channel, "demandes_numeriques"))
		return document_say(d,
			"Among the channels, chat and social media fall most: %s on %s.",
			evolution, before);
	return NULL;
}

const char *narrate_channel(
	relais_document *d, const char *channel, relais_period month, const measure *m)
{
	const char *evolution, *before;

	if (m->is_secret || m->is_not_significant || !m->has_evolution)
		return NULL;
	evolution = say_percent(d, m->evolution, true);
	before = say_year_before(d, month);
	switch (trend_of(m->evolution)) {
	case TREND_UP: return channel_up(d, channel, evolution, before);
	case TREND_DOWN: return channel_down(d, channel, evolution, before);
	case TREND_STABLE: break;
	}
	return NULL;
}

const char *narrate_share(relais_document *d, relais_period month, const measure *m)
{
	const char *share, *before, *move;

	if (m->is_secret || m->is_not_significant || !m->has_evolution || !m->has_value)
		return NULL;
	share = say_percent(d, m->value, false);
	before = say_year_before(d, month);
	switch (trend_of(m->evolution)) {
	case TREND_UP:
		move = say_points(d, number_magnitude(m->evolution), false);
		return document_say(d,
			"Foreign visitors make up %s of counter contacts, %s more than in %s.",
			share, move, before);
	case TREND_DOWN:
		move = say_points(d, number_magnitude(m->evolution), false);
		return document_say(d,
			"Foreign visitors make up %s of counter contacts, %s less than in %s.",
			share, move, before);
	case TREND_STABLE: break;
	}
	move = say_points(d, m->evolution, true);
	return document_say(d,
		"Foreign visitors make up %s of counter contacts, a stable share: %s on %s.",
		share, move, before);
}

const char *narrate_fragile(relais_document *d, const measure *m)
{
	if (!m->is_fragile || m->is_not_significant || m->is_secret || !m->has_coverage)
		return NULL;
	return document_say(d,
		"To be read with care: the offices that answered made only %s of the activity of the "
		"year before.",
		say_coverage(d, m->coverage));
}
