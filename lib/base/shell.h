/* SPDX-License-Identifier: MIT
 * Command lines that are proposed to people, who will type or run them as they stand.
 */
#ifndef BASE_SHELL_H
#define BASE_SHELL_H

#include "text.h"

/* Adds a word as a shell reads it back, in quotes where it needs them. */
void text_add_word(text *t, const char *word);

#endif
