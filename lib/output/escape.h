/* SPDX-License-Identifier: MIT
 * Text for people inside a markup language. All of it goes through people_next.
 */
#ifndef OUTPUT_ESCAPE_H
#define OUTPUT_ESCAPE_H

#include "../base/text.h"

/* Fit for an element and for a quoted attribute; NULL adds nothing. */
void html_text(text *out, const char *string);
/* An id: what is not a letter, a digit, - or _ becomes -. */
void html_id(text *out, const char *string);
/* One line of Markdown: a paragraph (line ends are blanks) … */
void md_text(text *out, const char *string);
/* … or a cell of a table (line ends are <br>). */
void md_cell(text *out, const char *string);

#endif
