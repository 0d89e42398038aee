/* SPDX-License-Identifier: MIT
 * See judge.h.
 */
#include "judge.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>

/* The last line is the tool's own, or one of what was read. */
static bool says_why(const scene *s, const outcome *o)
{
	return strstr(o->said, s->words[0]) != NULL && strlen(o->said) > 12;
}

/* After a program that ended by itself; true: it is as it should be. */
static bool judge_end(const scene *s, const outcome *o, state is, tally *t, char why[WHY_SIZE])
{
	if (o->code == s->code && is == STATE_NEW) {
		t->unharmed++;
		return true;
	}
	if (o->code == s->code || o->code < 3 || o->code > 4) {
		snprintf(why, WHY_SIZE, "it ends with %d, and what is there is %s", o->code,
			is == STATE_NEW   ? "new"
			: is == STATE_OLD ? "old"
					  : "mixed");
		return false;
	}
	if (!says_why(s, o)) {
		snprintf(why, WHY_SIZE, "it ends with %d without saying why", o->code);
		return false;
	}
	if ((is == STATE_MIXED && !s->is_mixed) || (is == STATE_BETWEEN && s->is_cut_between)) {
		snprintf(
			why, WHY_SIZE, "it ends with %d, and only some files are new", o->code);
		return false;
	}
	if ((is == STATE_NEW || is == STATE_STORE) && strstr(o->said, "nothing was changed")) {
		snprintf(why, WHY_SIZE, "it says that nothing was changed, but it was");
		return false;
	}
	if (is == STATE_NEW || is == STATE_STORE)
		t->late++;
	else
		t->refused++;
	return true;
}

bool judge(scene *s, const outcome *o, bool is_killed, bool may_litter, tally *t,
	char why[WHY_SIZE])
{
	char litter[WHY_SIZE];
	state is = scene_state(s, litter, why);

	if (is == STATE_WRONG)
		return false;
	if (o->signal != (is_killed ? SIGKILL : 0)) {
		snprintf(why, WHY_SIZE, "ended by signal %d", o->signal);
		return false;
	}
	if (*litter && !may_litter && !(is_killed && scene_may_leave(litter))) {
		snprintf(why, WHY_SIZE, "it leaves %.400s", litter);
		return false;
	}
	if (!is_killed)
		return judge_end(s, o, is, t, why);
	if (is == STATE_MIXED && !s->is_mixed) {
		snprintf(why, WHY_SIZE, "only some files are new");
		return false;
	}
	t->killed++;
	return true;
}

bool goes_through_now(scene *s, struct plan *plan, char why[WHY_SIZE])
{
	char litter[WHY_SIZE], before[WHY_SIZE];
	state was = scene_state(s, before, why), is;
	outcome o;

	if (was == STATE_NEW || was == STATE_STORE) /* once is enough */
		return true;
	*plan = (struct plan){ .log = -1 };
	scene_run(s, NULL, plan, &o);
	is = scene_state(s, litter, why);
	if (is == STATE_NEW && o.signal == 0 && o.code == s->code &&
		(!*litter || strcmp(litter, before) == 0 || scene_may_leave(litter)))
		return true;
	if (is != STATE_WRONG)
		snprintf(why, WHY_SIZE, "the next run does not go through: %d, %.400s", o.code,
			*litter ? litter : o.said);
	return false;
}

void tally_add(tally *all, const tally *t)
{
	all->tried += t->tried;
	all->wrong += t->wrong;
}

void tally_print(const char *name, const tally *t)
{
	printf("%-12s %6lu: %lu unharmed, %lu refused, %lu told after it was done, %lu killed; %lu wrong\n",
		name, t->tried, t->unharmed, t->refused, t->late, t->killed, t->wrong);
	fflush(stdout);
}
