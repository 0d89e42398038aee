/* SPDX-License-Identifier: MIT
 * See judge.h.
 */
#include "judge.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "look.h"

/* Does it name one of the files there are, were or should be? */
static bool names_file(const scene *s, const char *line)
{
	const shot *const both[] = { &s->before, &s->after };

	for (int i = 0; i < 2; i++)
		for (size_t k = 0; k < both[i]->count; k++)
			if (strstr(line, both[i]->files[k].name))
				return true;
	return false;
}

/* The last line is the tool's own, and says of what it is, and why; memory is nobody's. */
static bool says_why(const scene *s, const outcome *o)
{
	size_t length = strlen(o->said), name = strlen(s->words[0]);
	const char *line = o->said + length;

	if (length < 2 || line[-1] != '\n')
		return false;
	for (line--; line > o->said && line[-1] != '\n'; line--)
		;
	if (strncmp(line, s->words[0], name) != 0 || strncmp(line + name, ": ", 2) != 0)
		return false;
	line += name + 2;
	return strcmp(line, "not enough memory\n") == 0 ||
	       ((strstr(line, ": ") || strstr(line, "no space left for ")) &&
		       (strchr(line, '\'') || names_file(s, line) ||
			       strstr(line, "standard output") || strstr(line, "cannot load")));
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
		snprintf(why, WHY_SIZE,
			"it ends with %d without saying why, and of what: %.300s", o->code,
			o->said);
		return false;
	}
	if (strstr(o->said, "damaged")) {
		snprintf(why, WHY_SIZE, "it calls a sound store damaged: %.300s", o->said);
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

static bool is_as_it_should_be(const scene *s, const outcome *o, trouble how, looked *now,
	tally *t, char why[WHY_SIZE])
{
	bool is_killed = how == TROUBLE_KILLED;

	if (now->is == STATE_WRONG)
		return false;
	if (o->signal != (is_killed ? SIGKILL : 0)) {
		snprintf(why, WHY_SIZE, "ended by signal %d", o->signal);
		return false;
	}
	if (*now->litter && how != TROUBLE_KEPT && !(is_killed && is_left_by_kill(now))) {
		snprintf(why, WHY_SIZE, "it leaves %.400s", now->litter);
		return false;
	}
	if (!is_killed)
		return judge_end(s, o, now->is, t, why);
	if (now->is == STATE_MIXED && !s->is_mixed) {
		snprintf(why, WHY_SIZE, "only some files are new");
		return false;
	}
	t->killed++;
	return true;
}

static bool goes_through(scene *s, const looked *was, struct plan *plan, char why[WHY_SIZE])
{
	looked now;
	outcome o;

	if (was->is == STATE_NEW || was->is == STATE_STORE || /* once is enough */
		look_goes_through(s, was->key))
		return true;
	*plan = (struct plan){ .log = -1 };
	scene_run(s, NULL, plan, &o);
	now = look(s, why);
	if (now.is == STATE_NEW && o.signal == 0 && o.code == s->code &&
		(!*now.litter || strcmp(now.litter, was->litter) == 0 ||
			is_left_by_kill(&now))) {
		look_went_through(s, was->key);
		return true;
	}
	if (now.is != STATE_WRONG)
		snprintf(why, WHY_SIZE, "the next run does not go through: %d, %.400s", o.code,
			*now.litter ? now.litter : o.said);
	return false;
}

bool judge(scene *s, const outcome *o, trouble how, struct plan *plan, tally *t,
	char why[WHY_SIZE])
{
	looked now = look(s, why);

	return is_as_it_should_be(s, o, how, &now, t, why) && goes_through(s, &now, plan, why);
}

void tally_add(tally *all, const tally *t)
{
	all->tried += t->tried;
	all->wrong += t->wrong;
	all->lost += t->lost;
}

void tally_print(const char *name, const tally *t)
{
	printf("%-12s %6lu: %lu unharmed, %lu refused, %lu told after it was done, %lu killed",
		name, t->tried, t->unharmed, t->refused, t->late, t->killed);
	if (t->lost)
		printf(", %lu lost in a library", t->lost);
	printf("; %lu wrong\n", t->wrong);
	fflush(stdout);
}
