/* SPDX-License-Identifier: MIT
 * A table of a document in a page: captioned, headed, laid out by what its columns hold.
 */
#ifndef OUTPUT_HTML_TABLE_H
#define OUTPUT_HTML_TABLE_H

#include "../base/text.h"
#include "../report/document.h"

/* `serial` makes the ids of this table unique in its document. */
void html_table(text *out, const block *b, int serial, relais_lang lang);

#endif
