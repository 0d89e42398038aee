/* SPDX-License-Identifier: MIT
 * What a published note withholds about the channels. Two ways lead from published sums to one
 * office: the channels and their total are an equation (C3.4), and a figure since January
 * minus the months it is made of leaves the offices that are not in both (C3.5).
 */
#include "note.h"

enum { CHANNELS = 5 };

const char *const note_channels[] = { "contacts_guichet", "contacts_hors_murs",
	"demandes_telephone", "demandes_ecrites", "demandes_numeriques", NULL };

/* What the months hold beyond the sum since January: the offices that are not complete. */
typedef struct remainder {
	bool is_any, is_few;
	int64_t magnitude; /* of the months together, then of the remainder */
	int64_t largest; /* no office of it can have more */
} remainder;

static void add_month(remainder *rest, const measure *month, const measure *year)
{
	int64_t outside = month->offices - year->offices;

	rest->is_any = rest->is_any || outside;
	if (month->is_secret || outside < 0 || (outside && outside < secrecy_least(month)) ||
		!number_add(&rest->magnitude, month->magnitude) ||
		!number_add(&rest->largest, month->largest))
		rest->is_few = true;
}

/* Safe when every month has no office outside the sum or enough of them, and the greatest office
 * of each month, had it always been the same one, would still not dominate. Stricter than
 * the rule itself, which would need the offices one by one. The last month comes first: late
 * offices make it the one that most often decides. */
static relais_status gives_away(note *n, const reading *year, bool *out, relais_error *err)
{
	const measure *whole = &year->level;
	remainder rest = { .magnitude = -whole->magnitude };
	relais_status rc = RELAIS_OK;

	for (relais_period p = year->span.to;
		rc == RELAIS_OK && !rest.is_few && p >= year->span.from; p--) {
		measure month;

		rc = study_total(n->network, year->about, (relais_span){ p, p }, &month, err);
		if (rc == RELAIS_OK)
			add_month(&rest, &month, whole);
	}
	*out = rest.is_few || (rest.is_any && dominates(whole, rest.largest, rest.magnitude));
	return rc;
}

static relais_status withhold_difference(note *n, reading *r, relais_error *err)
{
	bool is_secret;
	relais_status rc;

	if (r->span.from == r->span.to || !level_is_open(&n->teller, &r->level) ||
		!n->teller.published)
		return RELAIS_OK;
	rc = gives_away(n, r, &is_secret, err);
	if (rc == RELAIS_OK && is_secret)
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
