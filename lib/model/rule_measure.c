/* SPDX-License-Identifier: MIT
 * The rule of one measure: what it counts is counted in its source.
 */
#include <string.h>

#include "../base/words.h"
#include "kind_measure.h"
#include "rule.h"

/* Cells were read by the source of their line; a line that changes the source alone was not. */
static bool fits(const measure_source *s, const char *filter, const char *formula)
{
	if (s->filter == CELL_CHOICE && filter && !choice_code(s->words, filter))
		return false;
	return measure_formula(s->formulas, formula);
}

const char *check_measure(const char **values, const char **why)
{
	const measure_source *s = measure_source_named(values[MEASURE_SOURCE]);
	const char **fr = &values[MEASURE_LABEL_FR], **en = &values[MEASURE_LABEL_EN];
	const char *from = values[MEASURE_FROM], *until = values[MEASURE_UNTIL];

	if (until && *from && strcmp(from, until) > 0) {
		*why = N_("the measure ends before it begins");
		return "ends-before-start";
	}
	if (!*fr && !*en) {
		*why = N_("a measure has a label, in French or in English");
		return "measure-without-label";
	}
	*fr = *fr ? *fr : *en;
	*en = *en ? *en : *fr;
	if (!s) /* none: it is not used */
		return NULL;
	if (!values[MEASURE_FORMULA] || (s->needs_filter && !values[MEASURE_FILTER])) {
		*why = values[MEASURE_FORMULA]
			       ? N_("such a measure says of what in its filter: an indicator, a label, a state …")
			       : N_("a measure says what it counts: offices, entries, total …");
		return "measure-of-nothing";
	}
	if (!fits(s, values[MEASURE_FILTER], values[MEASURE_FORMULA])) {
		*why = N_(
			"that cannot be counted in this source: say source, filter and count together");
		return "unknown-formula";
	}
	return NULL;
}
