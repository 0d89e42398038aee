/* SPDX-License-Identifier: MIT
 * A profile made of what was understood of one file: what --detect says, in the grammar of
 * rt-profiles(7), for a person to review.
 */
#ifndef INGEST_LEARN_H
#define INGEST_LEARN_H

#include "disclose.h"

/* Adds the profile. What only this file can say (an office in its title) is a comment. */
void learn(const disclosure *d, text *out);

/* learn_columns.c */
void learn_columns(const disclosure *d, text *out);
/* Adds a comment, as long as a line of a profile may be. */
void learn_comment(text *out, const char *format, ...) PRINTF_LIKE(2, 3);

#endif
