/* SPDX-License-Identifier: MIT
 * Lodging of a commune and a year, as a table of columns, and the figures of article R133-33 of the code
 * du tourisme.
 */
#include "kind_lodging.h"

#include <string.h>

#include "../base/words.h"
#include "rule.h"

const kind_column kind_lodging[LODGING_COUNT] = {
	[LODGING_COMMUNE] = { "commune", "code commune|code insee|insee|insee commune",
		CELL_CODE, true, NULL, NULL,
		N_("INSEE code of the commune, as in the labels") },
	[LODGING_YEAR] = { "year", "annee|millesime", CELL_INTEGER, true, NULL, NULL,
		N_("year of the counts") },
	[LODGING_NAME] = { "name", "nom|nom de la commune", CELL_TEXT, false, NULL, NULL,
		N_("name of the commune") },
	[LODGING_POPULATION] = { "population", "population municipale|habitants", CELL_INTEGER,
		true, NULL, NULL, N_("municipal population") },
	[LODGING_FIRST] = { "hotel_rooms", "chambres d hotel|chambres hotels|hotels",
		CELL_INTEGER, false, NULL, NULL, N_("rooms of hotels") },
	{ "residence_beds", "lits en residence|lits residence|residences de tourisme",
		CELL_INTEGER, false, NULL, NULL, N_("beds of tourist residences") },
	{ "furnished_lodgings", "meubles|meubles de tourisme", CELL_INTEGER, false, NULL, NULL,
		N_("furnished lodgings") },
	{ "camping_pitches", "emplacements|emplacements de camping|campings", CELL_INTEGER,
		false, NULL, NULL, N_("pitches of camp sites") },
	{ "village_beds",
		"lits en village de vacances|lits village vacances|villages de vacances",
		CELL_INTEGER, false, NULL, NULL, N_("beds of holiday villages") },
	{ "second_homes", "residences secondaires", CELL_INTEGER, false, NULL, NULL,
		N_("second homes") },
	{ "guest_rooms", "chambres d hotes", CELL_INTEGER, false, NULL, NULL,
		N_("guest rooms (chambres d’hôtes)") },
	{ "berths", "anneaux|anneaux de plaisance|places de port", CELL_INTEGER, false, NULL,
		NULL, N_("berths of marinas") },
};

int lodging_persons(size_t column)
{
	static const int persons[LODGING_COUNT - LODGING_FIRST] = { 2, 1, 4, 3, 1, 5, 2, 4 };

	return column < LODGING_FIRST || column >= LODGING_COUNT
		       ? 0
		       : persons[column - LODGING_FIRST];
}

int lodging_threshold(int64_t population)
{
	static const struct {
		int64_t below;
		int thousandths;
	} classes[] = { { 2000, 150 }, { 3500, 125 }, { 5000, 105 }, { 10000, 85 },
		{ INT64_MAX, 45 } };
	size_t i = 0;

	while (population >= classes[i].below)
		i++;
	return classes[i].thousandths;
}

const char *check_lodging(const char **values, const char **why)
{
	for (size_t i = LODGING_POPULATION; i < LODGING_COUNT; i++)
		if (values[i] && *values[i] == '-') {
			*why = N_("nothing is counted below zero");
			return "negative-count";
		}
	if (strcmp(values[LODGING_POPULATION], "0") == 0) {
		*why = N_("nobody lives there: a capacity is held against a population");
		return "no-population";
	}
	return NULL;
}
