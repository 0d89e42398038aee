/* SPDX-License-Identifier: MIT
 * Breaks and the calendar, as tables of columns. School holidays are decided by ministers, with an
 * order of zones that turns every year: they are data, never computed. Public holidays are in
 * no file, see base/holidays.h.
 */
#include "kind_calendar.h"

#include "../base/words.h"

const kind_column kind_breaks[BREAK_COUNT] = {
	[BREAK_OFFICE] = { "office", "code office|ot|code ot|office de tourisme", CELL_OFFICE,
		false, "", NULL, N_("office it concerns; empty: all of them") },
	[BREAK_INDICATOR] = { "indicator", "indicateur|code indicateur", CELL_INDICATOR, true,
		NULL, NULL, N_("indicator whose definition changed") },
	[BREAK_DATE] = { "date", "le|a compter du|depuis|date de rupture|jour|periode|period",
		CELL_SINCE, true, NULL, NULL,
		N_("first day, or first period, of the new definition") },
	[BREAK_REASON] = { "reason", "motif|raison|rupture|cause", CELL_TEXT, true, NULL, NULL,
		N_("what changed") },
};

static const choice calendar_types[] = {
	{ "school", "vacances|vacances scolaires|scolaire|school holidays" },
	{ "event", "evenement|manifestation|local" },
	{ NULL, NULL },
};

static const choice zones[] = {
	{ "A", "zone a" },
	{ "B", "zone b" },
	{ "C", "zone c" },
	{ "Corse", "corsica" },
	{ NULL, NULL },
};

const kind_column kind_calendar[CALENDAR_COUNT] = {
	[CALENDAR_TYPE] = { "type", "nature", CELL_CHOICE, true, NULL, calendar_types,
		N_("school holidays, or an event") },
	[CALENDAR_ZONE] = { "zone", "zones|zone scolaire", CELL_ZONE, false, "", zones,
		N_("A, B, C, Corse, or a word of your own; empty: everywhere") },
	[CALENDAR_LABEL] = { "label", "libelle|description|intitule|nom", CELL_TEXT, true, NULL,
		NULL, N_("what people call it") },
	[CALENDAR_FROM] = { "from", "du|debut|date de debut|premier jour", CELL_DAY, true, NULL,
		NULL, N_("first day") },
	[CALENDAR_UNTIL] = { "until", "au|fin|date de fin|dernier jour|jusqu au", CELL_DAY,
		false, NULL, NULL, N_("last day; empty: that one day") },
};
