/* SPDX-License-Identifier: MIT
 * Rules of one label that need no law: what its dates owe each other. Canonical days compare as text.
 */
#include <string.h>

#include "../base/words.h"
#include "kind_label.h"
#include "rule.h"

static bool is_before(const char *a, const char *b)
{
	return a && *a && b && *b && strcmp(a, b) < 0;
}

const char *check_label(const char **values, const char **why)
{
	const char *decided = values[LABEL_DECIDED];
	const char *filed = values[LABEL_FILED], *complete = values[LABEL_COMPLETE];

	if (is_before(values[LABEL_UNTIL], decided) ||
		is_before(values[LABEL_WITHDRAWN], decided)) {
		*why = N_("the label ends before it was decided");
		return "ends-before-start";
	}
	if (*decided && is_before(decided, complete)) {
		*why = N_(
			"the file was complete after the decision on it: complete_on is of this decision, a renewal is filed_on");
		return "complete-after-decision";
	}
	if (*decided && is_before(filed, decided)) {
		*why = N_(
			"the renewal was filed before the decision that it renews: filed_on is of the next file");
		return "filed-before-decision";
	}
	if (!*decided && !(filed && *filed) && !(complete && *complete)) {
		*why = N_(
			"neither decided nor filed: a label has the day of its decision, a request that of its deposit");
		return "label-without-day";
	}
	return NULL;
}
