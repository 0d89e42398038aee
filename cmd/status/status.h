/* SPDX-License-Identifier: MIT
 * The verbs of rt-status, one file each.
 */
#ifndef STATUS_H
#define STATUS_H

#include "../tool.h"

extern const struct verb verb_resolutions, verb_show, verb_measures, verb_agreements,
	verb_partners, verb_set, verb_log, verb_missing, verb_labels, verb_check,
	verb_reception;

#endif
