/* SPDX-License-Identifier: MIT
 * A published copy of the store, as a report: a list of figures without sections, recorded, told again and
 * compared as those of the notes are.
 */
#ifndef REPORT_COPY_H
#define REPORT_COPY_H

#include <relais.h>

#include "../../base/attributes.h"

relais_status report_copy(relais_store *store, const relais_question *question,
	relais_document *document, relais_error *err) MUST_CHECK;

#endif
