/* SPDX-License-Identifier: MIT
 * The dashboard of a month, as the registry of reports sees it.
 */
#ifndef REPORT_BOARD_H
#define REPORT_BOARD_H

#include <relais.h>

#include "../../base/attributes.h"

relais_status report_board(relais_store *store, const relais_question *question,
	relais_document *document, relais_error *err) MUST_CHECK;

#endif
