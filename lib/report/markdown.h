/* SPDX-License-Identifier: MIT
 * What a person wrote in Markdown (CommonMark), as blocks of a section. libcmark is known here and
 * nowhere else. HTML is taken for text; of an image its description is kept; a link that is not http,
 * https or mailto is only its words.
 */
#ifndef REPORT_MARKDOWN_H
#define REPORT_MARKDOWN_H

#include "../base/attributes.h"
#include "document.h"

/* To be asked before any markdown_add: loads libcmark. */
relais_status markdown_ready(relais_error *err) MUST_CHECK;
/* Behind what the section has. No memory is kept in the document. */
void markdown_add(relais_document *d, section *s, const char *source);

#endif
