/* SPDX-License-Identifier: MIT
 * How sure a period is: provisional when it is first told, then final once every network has
 * closed its accounts of the year on one day of the next (C2.10).
 */
#ifndef MODEL_CLOSING_H
#define MODEL_CLOSING_H

#include <relais.h>

enum { PERIOD_TOLD_AFTER = 20, PERIOD_SETTLED_AFTER = 60 }; /* days after its end */

typedef struct closing_rule {
	int month, day;
} closing_rule;

extern const closing_rule closing_usual; /* 31 March */

/* The last day figures of `p` may change. */
relais_day closing_rule_day(closing_rule rule, relais_period p);
/* en_collecte, provisoire, semi_definitif or definitif on a day. */
const char *period_state(closing_rule rule, relais_period p, relais_day day);

#endif
