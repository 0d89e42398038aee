/* SPDX-License-Identifier: MIT
 * How much: one row per indicator and group, the whole span together.
 */
#include "../measure/figures.h"

relais_status relais_ask_totals(relais_store *store, const relais_question *question,
	relais_rows **out, relais_error *err)
{
	return figures_ask(store, question, false, figures_next_indicator, out, err);
}
