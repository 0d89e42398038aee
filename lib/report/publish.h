/* SPDX-License-Identifier: MIT
 * A document's figures as what is recorded of it.
 */
#ifndef REPORT_PUBLISH_H
#define REPORT_PUBLISH_H

#include "../question/published/record.h"
#include "document.h"

/* From *at on, which moves; both outlive it. */
record_origin document_origin(const relais_document *document, const figure **at);

#endif
