/* SPDX-License-Identifier: MIT
 * The verbs of rt-observatory, one file each.
 */
#ifndef OBSERVATORY_H
#define OBSERVATORY_H

#include "../tool.h"

extern const struct verb verb_totals, verb_values, verb_series, verb_evolution, verb_table,
	verb_completeness, verb_norm, verb_season, verb_distribution, verb_outliers,
	verb_revisions, verb_calendar, verb_protect, verb_indicators, verb_explain;

#endif
