/* SPDX-License-Identifier: MIT
 * The calendar of labels: what has ended, what ends month by month, and what hangs on it. Outside the
 * relay only decisions are told, which are public.
 */
#ifndef REPORT_LABELS_CALENDAR_H
#define REPORT_LABELS_CALENDAR_H

#include <relais.h>

#include "../../base/attributes.h"
#include "../document.h"

relais_status report_labels(relais_store *store, const relais_question *question,
	relais_document *document, relais_error *err) MUST_CHECK;

#endif
