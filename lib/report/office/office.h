/* SPDX-License-Identifier: MIT
 * The sheet of one office as a report.
 */
#ifndef REPORT_OFFICE_H
#define REPORT_OFFICE_H

#include <relais.h>

#include "../../base/attributes.h"

/* Of the office that the question names: one, and within the relais. */
relais_status report_office(relais_store *store, const relais_question *question,
	relais_document *document, relais_error *err) MUST_CHECK;

#endif
