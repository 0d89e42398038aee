/* SPDX-License-Identifier: MIT
 * Sentences made from figures and nothing else. Each is one whole msgid per case (subject,
 * direction), never fragments glued together, so that both languages read as if written by
 * hand. When a gate is not met the sentence says why there is no figure.
 */
#ifndef REPORT_NARRATIVE_H
#define REPORT_NARRATIVE_H

#include <relais.h>

#include "figures.h"

/* Above +1 up, below −1 down, stable between, both ends included; on the unrounded figure. */
typedef enum trend { TREND_DOWN, TREND_STABLE, TREND_UP } trend;
trend trend_of(number evolution);

/* The month against the same month one year before; `weak_below` is the coverage, in percent,
 * under which no evolution is given: it tells which of the reasons holds. */
const char *narrate_month(relais_document *d, const indicator *about, relais_period month,
	const measure *m, number weak_below);
/* January to the month; NULL when there is nothing honest to say. */
const char *narrate_year(
	relais_document *d, const indicator *about, relais_period month, const measure *m);
/* The channel that moved most; NULL when it is stable or no channel we have words for. */
const char *narrate_channel(
	relais_document *d, const char *channel, relais_period month, const measure *m);
/* As people read it. */
const char *narrate_period(relais_document *d, relais_period period);
/* The share of foreign contacts and its move in points. */
const char *narrate_share(relais_document *d, relais_period month, const measure *m);
/* A warning about a figure to be read with care, NULL when it needs none. */
const char *narrate_fragile(relais_document *d, const measure *m);

/* How far back the same month of every year was below (TREND_UP), or above, what can be compared with
 * it now. */
typedef struct standing {
	trend way; /* TREND_STABLE: neither */
	int year; /* the first, going back, that does not; when is_beginning the last that does */
	bool is_beginning; /* all do, since figures begin */
} standing;
/* NULL when it is not worth saying: fewer than two years before. */
const char *narrate_record(relais_document *d, relais_period month, const standing *s);

/* Where a month stands among the twelve of an ordinary year. */
typedef struct season_place {
	int rank; /* 1: the strongest */
	int64_t index; /* the average month is 100 */
	int64_t years; /* complete ones it is the mean of: three at least (C2.7) */
} season_place;
const char *narrate_season(relais_document *d, relais_period month, const season_place *s);

/* NULL when both months had as many. */
const char *narrate_weekends(
	relais_document *d, relais_period month, int64_t days, int64_t previous);
/* When only several months together can be compared. */
const char *narrate_easter(relais_document *d, relais_period month);

#endif
