/* SPDX-License-Identifier: MIT
 * The monthly note, as the registry of reports sees it.
 */
#ifndef REPORT_MONTHLY_H
#define REPORT_MONTHLY_H

#include <relais.h>

#include "../base/attributes.h"

/* C2.10: how settled the figures of a month are on a day. */
typedef enum monthly_state {
	MONTHLY_PROVISIONAL,
	MONTHLY_SETTLED,
	MONTHLY_FINAL
} monthly_state;
monthly_state monthly_state_of(relais_period month, relais_day known_on);

relais_status report_monthly(relais_store *store, const relais_question *question,
	relais_document *document, relais_error *err) MUST_CHECK;

#endif
