/* SPDX-License-Identifier: MIT
 * Offices that agree that their own figures be told under their name. What everybody knows protects
 * nobody: the rules of C3 are held against what is left of a sum when these are taken from it. Such a
 * figure is no contribution to a part (see secrecy.h): it neither counts, nor adds to the size, nor dominates.
 *
 * It is settled period by period, so that no note undoes another: a figure is known when the office agreed
 * on any day from the first of its period to the day of its first note. Before, the period was told
 * without counting on it; what is taken back later is no less known.
 */
#ifndef QUESTION_CONSENT_H
#define QUESTION_CONSENT_H

#include "../study/roster.h"
#include "release.h"

/* To be asked once the plan is there; without the setting publish_named = yes nobody is. */
relais_status consents_load(release_plan *p, relais_store *store, const roster *offices,
	relais_error *err) MUST_CHECK;

/* Is what an office, by its column of the roster, sent for a period known to every reader? */
bool figure_is_known(const release_plan *p, size_t column, relais_period period);
/* Does it agree today, as known? */
bool office_is_named(const release_plan *p, size_t column);

#endif
