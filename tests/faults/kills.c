/* SPDX-License-Identifier: MIT
 * kills PLACE TIMES SCENE... - kills each scene TIMES times, at moments by chance between its start and a little
 * after its end, the same ones each time this is run.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "judge.h"

enum { MOST_TOLD = 20, FIRST_CHANCE = 20250115 };

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

static void try_scene(scene *s, long times, struct plan *plan, tally *t)
{
	long takes = time_of(s, plan);

	while (times-- > 0) {
		long after = (long)(drand48() * 1.1 * (double)takes);
		char why[WHY_SIZE] = "";
		outcome o;

		shot_put(&s->before, s->work);
		scene_kill(s, after, &o);
		t->tried++;
		if ((!judge(s, &o, o.signal == SIGKILL, false, t, why) ||
			    !goes_through_now(s, plan, why)) &&
			++t->wrong <= MOST_TOLD)
			printf("WRONG %s, killed after %ld us: %s\n", s->name, after, why);
	}
}

int main(int argc, char **argv)
{
	tally all = { 0 };
	struct plan *plan;

	if (argc < 4) {
		fprintf(stderr, "usage: kills PLACE TIMES SCENE...\n");
		return 2;
	}
	srand48(FIRST_CHANCE);
	plan = plan_share();
	for (int i = 3; i < argc; i++) {
		tally t = { 0 };
		scene s;

		scene_open(&s, argv[i], argv[1]);
		try_scene(&s, atol(argv[2]), plan, &t);
		tally_print(s.name, &t);
		tally_add(&all, &t);
		scene_close(&s);
	}
	printf("%lu ended at a moment by chance, %lu wrong\n", all.tried, all.wrong);
	return all.wrong || !all.tried;
}
