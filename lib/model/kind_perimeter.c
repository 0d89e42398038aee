/* SPDX-License-Identifier: MIT
 * The perimeter of an office as a table of columns, and the rule of one row.
 */
#include "kind_perimeter.h"

#include <string.h>

#include "../base/words.h"
#include "rule.h"

const kind_column kind_perimeters[PERIMETER_COUNT] = {
	[PERIMETER_OFFICE] = { "office", "code office|ot|code ot|office de tourisme",
		CELL_OFFICE, true, NULL, NULL, N_("code or exact name of the office") },
	[PERIMETER_COMMUNE] = { "covers",
		"commune couverte|communes couvertes|code commune couverte|couvre", CELL_CODE,
		true, NULL, NULL, N_("INSEE code of a commune it covers, as in the labels") },
	[PERIMETER_NAME] = { "name", "nom|nom de la commune", CELL_TEXT, false, NULL, NULL,
		N_("name of the commune") },
	[PERIMETER_FROM] = { "valid_from", "du|depuis|debut|date de debut|a compter du",
		CELL_DAY, false, NULL, NULL, N_("first day it covers it; empty: always") },
	[PERIMETER_UNTIL] = { "valid_until", "au|jusqu au|fin|date de fin", CELL_DAY, false,
		NULL, NULL, N_("last day it covers it; empty: still") },
};

/* Of an INSEE code only the shape: networks of departments to come, and of examples, have theirs. */
static bool is_commune(const char *code)
{
	static const char *const places[] = { "0123456789", "0123456789AB", "0123456789",
		"0123456789", "0123456789" };

	for (size_t i = 0; i < sizeof places / sizeof *places; i++)
		if (!code[i] || !strchr(places[i], code[i]))
			return false;
	return code[sizeof places / sizeof *places] == '\0';
}

const char *check_perimeter(const char **values, const char **why)
{
	const char *from = values[PERIMETER_FROM], *until = values[PERIMETER_UNTIL];

	if (!is_commune(values[PERIMETER_COMMUNE])) {
		*why = N_(
			"a commune is said by its INSEE code of five characters, 22278 or 2A004, which is not the postal code");
		return "bad-commune-code";
	}
	if (!from || !until || strcmp(from, until) <= 0)
		return NULL;
	*why = N_("the commune leaves the perimeter before it comes in");
	return "ends-before-start";
}
