/* SPDX-License-Identifier: MIT
 * UTF-8 text: a growing buffer, comparing as people do, measuring as terminals do.
 */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "attributes.h"

/* A growing, always NUL-terminated buffer; {0} is an empty one. When memory runs out it
 * stops growing and `failed` stays true: check once, at the end. */
typedef struct text {
	char *data; /* NULL while nothing was ever added; use text_str */
	size_t length, capacity;
	bool failed;
} text;

void text_add(text *t, const char *string);
void text_add_bytes(text *t, const char *bytes, size_t length);
void text_add_char(text *t, char c);
void text_addf(text *t, const char *format, ...) PRINTF_LIKE(2, 3);
const char *text_str(const text *t); /* never NULL */
void text_clear(text *t); /* keeps the memory */
void text_free(text *t);

/* Folded for comparison: lower case, no accents, œ→oe, every apostrophe, hyphen,
 * underscore, dot and run of blanks one space, none at the ends; "st"/"ste" as words are
 * "saint"/"sainte". Writes at most size-1 bytes. */
void text_fold(const char *string, char *out, size_t size);
bool text_same(const char *a, const char *b); /* equal once folded */

/* Letters to insert, drop, change or swap with a neighbour between the folded forms (Damerau,
 * optimal string alignment); more than `limit` is limit + 1. */
int text_distance(const char *a, const char *b, int limit);

/* P2 before P10: digit runs compare as numbers, the rest byte by byte; total. */
int text_compare_natural(const char *a, const char *b);

/* Columns on a terminal; the bytes of the longest prefix no wider than `width`. */
int text_width(const char *string);
size_t text_fit(const char *string, int width);

/* Where valid UTF-8 ends: `length` when all of it is. Overlong forms, surrogates and code
 * points beyond U+10FFFF are invalid. A sequence cut by the end of the buffer is invalid
 * at its first byte. */
size_t text_valid_utf8(const char *bytes, size_t length);

/* Adds the canonical composed form (NFC) of valid UTF-8. */
void text_add_nfc(text *t, const char *bytes, size_t length);

/* The same bytes without blanks (space, tab, U+00A0, U+202F, U+2009, U+FEFF …) at both
 * ends: returns the start, sets the length. */
const char *text_trim(const char *string, size_t length, size_t *trimmed);
/* The bytes of the blank (any of the above) a string starts with, 0 when it starts with none. */
size_t text_blank(const char *string, size_t length);
/* The longest prefix of at most `most` bytes that does not cut a character. */
size_t text_cut(const char *string, size_t most);

/* Is `word` in a list with blanks between? NULL is an empty list. */
bool text_has_word(const char *list, const char *word);

#endif
