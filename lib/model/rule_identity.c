/* SPDX-License-Identifier: MIT
 * Rules of one record, for who an office is over time. Canonical days compare as text.
 */
#include <string.h>

#include "../base/number.h"
#include "../base/words.h"
#include "kind_identity.h"
#include "rule.h"

const char *check_identifier(const char **values, const char **why)
{
	const char *from = values[IDENTIFIER_FROM], *until = values[IDENTIFIER_UNTIL];

	if (!from || !until || strcmp(from, until) <= 0)
		return NULL;
	*why = N_("the identifier ends before it begins");
	return "ends-before-start";
}

/* Those that say nothing without what comes after. */
static bool needs_into(const char *type)
{
	static const char *const all[] = { "fusion", "absorption", "scission",
		"changement_statut", "changement_nom", "transformation_en_bit" };

	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (!strcmp(all[i], type))
			return true;
	return false;
}

static bool is_share(const char *said)
{
	number n;

	return number_from_text(said, &n) && n.units > 0 &&
	       number_rescale(n, NUMBER_MAX_DECIMALS, &n, NULL) && n.units <= 100000000;
}

const char *check_event(const char **values, const char **why)
{
	const char *type = values[EVENT_TYPE], *into = values[EVENT_INTO];
	const char *share = values[EVENT_SHARE];

	if (!into && needs_into(type)) {
		*why = N_(
			"such an event says what comes after: the office that goes on, the new name or the new legal form");
		return "event-incomplete";
	}
	if (into && !strcmp(into, values[EVENT_OFFICE]) &&
		strcmp(type, "changement_nom") != 0) {
		*why = N_("the office cannot be merged into itself");
		return "merged-into-itself";
	}
	if (share && (strcmp(type, "scission") != 0 || !is_share(share))) {
		*why = N_("a share is a percentage above 0, at most 100, of a scission");
		return "bad-share";
	}
	return NULL;
}
