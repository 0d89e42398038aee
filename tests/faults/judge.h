/* SPDX-License-Identifier: MIT
 * Is what a command left, and said, as it should be after something went wrong?
 */
#ifndef FAULTS_JUDGE_H
#define FAULTS_JUDGE_H

#include "process.h"

typedef enum trouble {
	TROUBLE_FAILED, /* something failed that the program was told of */
	TROUBLE_KILLED,
	TROUBLE_KEPT /* no file could be removed */
} trouble;

typedef struct tally {
	unsigned long tried;
	unsigned long unharmed; /* it did all the same */
	unsigned long refused; /* nothing was done, and that was told */
	unsigned long late; /* it was done, and then something failed, and was told */
	unsigned long killed;
	unsigned long wrong;
} tally;

/* The folder is as before or as after, every store sound; the exit code and what was said fit; nothing else
 * is left; and what was not done is done by the same command once nothing fails. False, with why. */
bool judge(scene *s, const outcome *o, trouble how, struct plan *plan, tally *t,
	char why[WHY_SIZE]);
void tally_add(tally *all, const tally *t);
void tally_print(const char *name, const tally *t);

#endif
