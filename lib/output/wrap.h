/* SPDX-License-Identifier: MIT
 * Lines of text no wider than a page.
 */
#ifndef OUTPUT_WRAP_H
#define OUTPUT_WRAP_H

#include "../base/text.h"

/* The first line of `string` (safe text: people_text), broken at a plain blank or a line end and
 * nowhere else: a word wider than the page stands alone. Sets its length; returns what
 * comes after, NULL when nothing does. */
const char *wrap_line(const char *string, int width, size_t *length);
/* Every line, `first` before the first and `rest` before the others. */
void wrap_text(text *out, const char *string, int width, const char *first, const char *rest);
/* The same in a narrow place, where a word breaks too, after a hyphen between letters or a mark between the
 * items of a list: "Saint-/Elvin", "epic|/spl", never "A1-/02"; an address or the name of a file never. */
const char *wrap_narrow_line(const char *string, int width, size_t *length);
int wrap_widest_word(const char *string);
int wrap_widest_part(const char *string); /* of a word, between such places */
int wrap_width(const char *string, size_t length); /* columns of the first bytes */
void wrap_blanks(text *out, int count);
/* Nothing stands at the end of a line but words. */
void wrap_end_line(text *out);

#endif
