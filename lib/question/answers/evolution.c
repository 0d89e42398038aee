/* SPDX-License-Identifier: MIT
 * How it went against one year before, at constant perimeter: only the units collected in both
 * years count, and the row says how many they are and what they weigh. Without a
 * period it is each indicator's last one.
 */
#include "../measure/figures.h"

relais_status relais_ask_evolution(relais_store *store, const relais_question *question,
	relais_rows **out, relais_error *err)
{
	return figures_ask(store, question, true, figures_next_indicator, out, err);
}
