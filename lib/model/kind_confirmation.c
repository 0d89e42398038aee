/* SPDX-License-Identifier: MIT
 * A confirmed figure names its value: another one, sent later, is looked at again. No heading is one
 * that a file of figures may have beside its own: it would be taken for either.
 */
#include "kind_confirmation.h"

#include "../base/words.h"

const kind_column kind_confirmations[CONFIRMED_COUNT] = {
	[CONFIRMED_OFFICE] = { "office", "code office|ot|code ot|office de tourisme",
		CELL_OFFICE, true, NULL, NULL, N_("code or exact name of the office") },
	[CONFIRMED_INDICATOR] = { "indicator", "indicateur|code indicateur", CELL_INDICATOR,
		true, NULL, NULL, N_("code or label of the indicator") },
	[CONFIRMED_PERIOD] = { "period", "periode|mois", CELL_PERIOD, true, NULL, NULL,
		N_("month, quarter, semester or year") },
	[CONFIRMED_VALUE] = { "confirmed", "valeur confirmee|chiffre confirme", CELL_DECIMAL,
		true, NULL, NULL, N_("the figure that is right, however odd") },
	[CONFIRMED_REASON] = { "reason", "raison de confirmation|motif de confirmation",
		CELL_TEXT, true, NULL, NULL, N_("why it is right") },
};
