/* SPDX-License-Identifier: MIT
 * The norm as a table of columns, and the rule of one row of it.
 */
#include "kind_norm.h"

#include <string.h>

#include "../base/words.h"
#include "rule.h"

const kind_column kind_norm[NORM_COUNT] = {
	[NORM_INDICATOR] = { "indicator", "indicateur|code indicateur", CELL_INDICATOR, true,
		NULL, NULL, N_("indicator the norm asks for") },
	[NORM_DEFINITION] = { "definition_version",
		"version de definition|version de la definition|definition|version", CELL_CODE,
		true, NULL, NULL, N_("version of its definition") },
	[NORM_FROM] = { "valid_from", "du|depuis|en vigueur le|valable du", CELL_DAY, true,
		NULL, NULL, N_("first day that version is in force") },
	[NORM_UNTIL] = { "valid_until", "valid_to|au|jusqu au|valable jusqu au", CELL_DAY,
		false, NULL, NULL, N_("last day it is; empty: still") },
	[NORM_REQUIRED] = { "required", "obligatoire|exige", CELL_YESNO, false, "1", NULL,
		N_("must it be sent? 0: it may be") },
	[NORM_SECTION] = { "section", "rubrique|partie|chapitre", CELL_TEXT, false, NULL, NULL,
		N_("section of the yearly return") },
	[NORM_RANK] = { "rank", "rang|ordre", CELL_INTEGER, false, "1000", NULL,
		N_("place in the return") },
	[NORM_SOURCE] = { "source", "origine|texte", CELL_TEXT, false, NULL, NULL,
		N_("text that asks for it") },
};

const char *check_norm(const char **values, const char **why)
{
	const char *from = values[NORM_FROM], *until = values[NORM_UNTIL];

	if (!from || !until || strcmp(from, until) <= 0)
		return NULL;
	*why = N_("the version of the norm ends before it begins");
	return "ends-before-start";
}
