/* SPDX-License-Identifier: MIT
 * The sentences that go further than the main figure: the channel that moved most, where
 * visitors come from, what to read with care.
 */
#include <string.h>

#include "../base/period.h"
#include "narrative.h"

/* A move, the month it is compared with, the offices behind it. */
typedef struct move {
	const char *by, *before, *offices, *expected;
} move;

static bool is_told(const measure *m)
{
	return m->has_evolution && !m->is_secret && !m->is_not_significant;
}

static move gather(relais_document *d, relais_period month, const measure *m, const char *by)
{
	char before[48];

	period_format(period_year_before(month), d->lang, before);
	return (move){ by, document_copy(d, before), say_count(d, m->offices),
		say_count(d, m->expected) };
}

static const char *channel_up(relais_document *d, const char *channel, const move *m)
{
	if (!strcmp(channel, "contacts_guichet"))
		return document_say(d,
			"Among the channels, the counter grows most: %s on %s (%s of %s offices).",
			m->by, m->before, m->offices, m->expected);
	if (!strcmp(channel, "contacts_hors_murs"))
		return document_say(d,
			"Among the channels, outreach grows most: %s on %s (%s of %s offices).",
			m->by, m->before, m->offices, m->expected);
	if (!strcmp(channel, "demandes_telephone"))
		return document_say(d,
			"Among the channels, the telephone grows most: %s on %s (%s of %s offices).",
			m->by, m->before, m->offices, m->expected);
	if (!strcmp(channel, "demandes_ecrites"))
		return document_say(d,
			"Among the channels, written requests grow most: %s on %s (%s of %s offices).",
			m->by, m->before, m->offices, m->expected);
	if (!strcmp(channel, "demandes_numeriques"))
		return document_say(d,
			"Among the channels, chat and social media grow most: %s on %s (%s of %s offices).",
			m->by, m->before, m->offices, m->expected);
	return NULL;
}

static const char *channel_down(relais_document *d, const char *channel, const move *m)
{
	if (!strcmp(channel, "contacts_guichet"))
		return document_say(d,
			"Among the channels, the counter falls most: %s on %s (%s of %s offices).",
			m->by, m->before, m->offices, m->expected);
	if (!strcmp(channel, "contacts_hors_murs"))
		return document_say(d,
			"Among the channels, outreach falls most: %s on %s (%s of %s offices).",
			m->by, m->before, m->offices, m->expected);
	if (!strcmp(channel, "demandes_telephone"))
		return document_say(d,
			"Among the channels, the telephone falls most: %s on %s (%s of %s offices).",
			m->by, m->before, m->offices, m->expected);
	if (!strcmp(channel, "demandes_ecrites"))
		return document_say(d,
			"Among the channels, written requests fall most: %s on %s (%s of %s offices).",
			m->by, m->before, m->offices, m->expected);
	if (!strcmp(channel, "demandes_numeriques"))
		return document_say(d,
			"Among the channels, chat and social media fall most: %s on %s (%s of %s offices).",
			m->by, m->before, m->offices, m->expected);
	return NULL;
}

const char *narrate_channel(
	relais_document *d, const char *channel, relais_period month, const measure *m)
{
	move said;

	if (!is_told(m))
		return NULL;
	said = gather(d, month, m, say_percent(d, m->evolution, true));
	switch (trend_of(m->evolution)) {
	case TREND_UP: return channel_up(d, channel, &said);
	case TREND_DOWN: return channel_down(d, channel, &said);
	case TREND_STABLE: break;
	}
	return NULL;
}

const char *narrate_share(relais_document *d, relais_period month, const measure *m)
{
	trend way = trend_of(m->evolution);
	bool stable = way == TREND_STABLE;
	const char *share;
	move to;

	if (!is_told(m) || !m->has_value)
		return NULL;
	share = say_percent(d, m->value, false);
	to = gather(d, month, m,
		say_points(d, stable ? m->evolution : number_magnitude(m->evolution), stable));
	switch (way) {
	case TREND_UP:
		return document_say(d,
			"Foreign visitors make up %s of counter contacts, %s more than in %s "
			"(%s of %s offices).",
			share, to.by, to.before, to.offices, to.expected);
	case TREND_DOWN:
		return document_say(d,
			"Foreign visitors make up %s of counter contacts, %s less than in %s "
			"(%s of %s offices).",
			share, to.by, to.before, to.offices, to.expected);
	case TREND_STABLE: break;
	}
	return document_say(d,
		"Foreign visitors make up %s of counter contacts, a stable share: %s on %s "
		"(%s of %s offices).",
		share, to.by, to.before, to.offices, to.expected);
}

const char *narrate_fragile(relais_document *d, const measure *m)
{
	if (!m->is_fragile || m->is_not_significant || m->is_secret || !m->has_coverage)
		return NULL;
	if (m->has_break)
		return document_say(d,
			"To be read with care: because of breaks in the series, the offices that can be "
			"compared accounted for only %s of the activity of the year before.",
			say_coverage(d, m->coverage));
	return document_say(d,
		"To be read with care: the offices that answered accounted for only %s of the activity of the "
		"year before.",
		say_coverage(d, m->coverage));
}
