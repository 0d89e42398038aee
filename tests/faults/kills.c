/* SPDX-License-Identifier: MIT
 * kills PLACE TIMES SCENE... - kills the scenes TIMES times in all, as often each, at moments by chance between
 * the start of one and a little after its end; those that it had ended before do not count.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "judge.h"

enum { MOST_TOLD = 20, FIRST_CHANCE = 20250115, ENOUGH = 10 };

static long microseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

/* How long it takes, the second time. */
static long time_of(const scene *s, struct plan *plan)
{
	outcome o;
	long began = 0;

	for (int i = 0; i < 2; i++) {
		shot_put(&s->before, s->work);
		began = microseconds();
		scene_run(s, NULL, plan, &o);
	}
	return microseconds() - began;
}

static void try_once(scene *s, long takes, struct plan *plan, tally *t)
{
	long after = (long)(drand48() * 1.1 * (double)takes);
	char why[WHY_SIZE] = "";
	outcome o;

	shot_put(&s->before, s->work);
	scene_kill(s, after, &o);
	t->tried++;
	if (!judge(s, &o, o.signal == SIGKILL ? TROUBLE_KILLED : TROUBLE_FAILED, plan, t,
		    why) &&
		++t->wrong <= MOST_TOLD)
		printf("WRONG %s, killed after %ld us: %s\n", s->name, after, why);
}

/* A machine that has become faster meanwhile ends them all too early: not for ever. */
static void try_scene(scene *s, unsigned long times, struct plan *plan, tally *t)
{
	long takes = time_of(s, plan);

	while (t->killed + t->wrong < times && t->tried < ENOUGH * times)
		try_once(s, takes, plan, t);
}

int main(int argc, char **argv)
{
	tally all = { 0 };
	struct plan *plan;
	unsigned long times, killed = 0;

	if (argc < 4) {
		fprintf(stderr, "usage: kills PLACE TIMES SCENE...\n");
		return 2;
	}
	srand48(FIRST_CHANCE);
	plan = plan_share();
	times = ((unsigned long)atol(argv[2]) + (unsigned long)argc - 4) /
		((unsigned long)argc - 3);
	for (int i = 3; i < argc; i++) {
		tally t = { 0 };
		scene s;

		scene_open(&s, argv[i], argv[1]);
		try_scene(&s, times, plan, &t);
		tally_print(s.name, &t);
		tally_add(&all, &t);
		killed += t.killed;
		scene_close(&s);
	}
	printf("%lu killed at a moment by chance, %lu wrong\n", killed, all.wrong);
	return all.wrong || !killed;
}
