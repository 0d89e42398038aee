/* SPDX-License-Identifier: MIT
 * What one cell must have to be published (C3.1), judged on exact integers. The answer is the
 * letter of a status: what is hidden, and for what reason.
 */
#ifndef SECRECY_RULE_H
#define SECRECY_RULE_H

#include <stdbool.h>
#include <stdint.h>

#include "../base/number.h"

/* `dominance` and `p` are in percent; p 0: the rule is not asked. */
typedef struct secrecy_rule {
	int64_t least_count;
	number dominance;
	number p;
} secrecy_rule;

enum {
	CELL_VISIBLE = 'V',
	CELL_FREQUENCY = 'A', /* fewer contributors than asked, and not none */
	CELL_DOMINANCE = 'B', /* the largest is above so many percent of the whole */
	CELL_P = 'P', /* the others leave the largest guessable to within p percent */
	CELL_COMPLEMENTARY = 'D', /* hidden because it would give away another */
	CELL_UNTOLD =
		'U' /* not in what is published, and may be known unless tab_mark says otherwise */
};

enum { SECOND_UNKNOWN = -1 };

/* Contributors in figures: nothing of who they are. */
typedef struct contributors {
	int64_t count; /* units that contribute, zeros included */
	int64_t magnitude; /* sum of |contribution| */
	int64_t largest, second; /* greatest |contribution|s; second only for p */
} contributors;

/* CELL_VISIBLE, CELL_FREQUENCY, CELL_DOMINANCE or CELL_P: the first that holds. An unknown second
 * is taken to be as large as it can be. */
char rule_judge(const secrecy_rule *rule, const contributors *c);
/* What both together are, no unit being in both. */
contributors contributors_join(contributors a, contributors b);
/* How far above its magnitude a cell must seem to reach for the rule to hold on what is seen
 * (Cox 1981): the largest over the dominance threshold, or p percent of it. 0: as it is. */
int64_t rule_upper_need(const secrecy_rule *rule, const contributors *c);

#endif
