/* SPDX-License-Identifier: MIT
 * What may not be published because it tells the figure of one office (C3).
 */
#ifndef QUESTION_SECRECY_H
#define QUESTION_SECRECY_H

#include "../study/study.h"

/* One cell of an additive line. */
typedef struct part {
	int64_t count; /* units that contribute, zeros included */
	int64_t magnitude; /* sum of |contribution| */
	int64_t largest; /* greatest |contribution| */
	bool is_secret;
} part;

extern const secrecy_rule secrecy_usual;

/* C3.1: too few units, or one that dominates. */
bool part_is_secret(const secrecy_rule *rule, const part *p);
/* C3.4 over a line whose total is known to the reader; marks is_secret. */
void parts_protect(const secrecy_rule *rule, part *line, size_t count);

#endif
