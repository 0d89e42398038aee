/* SPDX-License-Identifier: MIT
 * How far the relay is with the thirty resolutions, for a board meeting.
 */
#ifndef REPORT_RESOLUTIONS_H
#define REPORT_RESOLUTIONS_H

#include <relais.h>

#include "../../base/attributes.h"

relais_status report_resolutions(relais_store *store, const relais_question *question,
	relais_document *document, relais_error *err) MUST_CHECK;

/* The actions over time, and one by one. */
relais_status report_gantt(relais_store *store, const relais_question *question,
	relais_document *document, relais_error *err) MUST_CHECK;

/* The year, month by month: actions, sessions, days of the law. */
relais_status report_agenda(relais_store *store, const relais_question *question,
	relais_document *document, relais_error *err) MUST_CHECK;

#endif
