/* SPDX-License-Identifier: MIT
 * Machine text made fit for people: cells by the type of their column, any text without what
 * a terminal would obey.
 */
#ifndef OUTPUT_PEOPLE_H
#define OUTPUT_PEOPLE_H

#include <relais.h>

#include "../base/text.h"

#define PEOPLE_NOBODY_KNOWS "–"

/* The bytes of the next character as it may be shown, 0 at the end: control and direction
 * characters are U+FFFD, every line end is "\n", a tab is a blank. */
size_t people_next(const char **at, const char **shown);
void people_text(text *out, const char *string); /* NULL adds nothing */
/* A cell in the reader's language; may hold "\n". */
void people_cell(text *out, relais_type type, const char *cell, relais_lang lang);

#endif
