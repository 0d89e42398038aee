/* SPDX-License-Identifier: MIT
 * Rules of one record, for evidence, agreements and targets. Canonical days compare as text.
 */
#include <string.h>

#include "../base/number.h"
#include "../base/period.h"
#include "../base/words.h"
#include "kind_agreement.h"
#include "kind_evidence.h"
#include "rule.h"

static bool is_negative(const char *said)
{
	return said && *said == '-' && strcmp(said, "-0") != 0;
}

const char *check_activity(const char **values, const char **why)
{
	if (is_negative(values[ACTIVITY_PEOPLE]) || is_negative(values[ACTIVITY_DAYS]) ||
		is_negative(values[ACTIVITY_DELAY])) {
		*why = N_("people, days and a delay are not less than none");
		return "less-than-none";
	}
	if (values[ACTIVITY_DELAY] && strcmp(values[ACTIVITY_TYPE], "demande") != 0) {
		*why = N_("only a request that was answered has a delay: its type is demande");
		return "delay-without-request";
	}
	return NULL;
}

const char *check_agreement(const char **values, const char **why)
{
	bool of_office = !strcmp(values[AGREEMENT_TYPE], "objectifs");
	const char **from = &values[AGREEMENT_FROM];
	const char *until = values[AGREEMENT_UNTIL];
	const char *reviewed = values[AGREEMENT_REVIEWED];

	if (!values[of_office ? AGREEMENT_OFFICE : AGREEMENT_PARTNER]) {
		*why = of_office ? N_("an objective agreement names its office")
				 : N_("a partnership names its partner");
		return "agreement-without-party";
	}
	if (!*from)
		*from = values[AGREEMENT_SIGNED];
	if (*from && until && strcmp(*from, until) > 0) {
		*why = N_("the agreement ends before it begins");
		return "ends-before-start";
	}
	if (*from && reviewed && strcmp(reviewed, *from) < 0) {
		*why = N_("an agreement is reviewed once it holds, not before");
		return "review-before-start";
	}
	if (!values[AGREEMENT_RESOLUTION])
		values[AGREEMENT_RESOLUTION] = of_office ? "P5" : "R9";
	return NULL;
}

const char *check_target(const char **values, const char **why)
{
	const char *from = values[TARGET_FROM], *until = values[TARGET_UNTIL];
	relais_period first, last;

	if (!*values[TARGET_RESOLUTION] && !*values[TARGET_INDICATOR]) {
		*why = N_("a target is set for a resolution, for an indicator, or for both");
		return "target-of-nothing";
	}
	if (!*values[TARGET_LEVEL] && !*values[TARGET_INDICATOR]) {
		*why = N_(
			"the target of a resolution says its level: relay for what the relais does, office for what the offices adopted");
		return "target-without-level";
	}
	if (until && period_read(from, strlen(from), &first) &&
		period_read(until, strlen(until), &last) &&
		period_last_day(last) < period_first_day(first)) {
		*why = N_("the target ends before it begins");
		return "ends-before-start";
	}
	return NULL;
}
