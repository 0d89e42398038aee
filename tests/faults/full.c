/* SPDX-License-Identifier: MIT
 * full PLACE STEP SCENE... - plays each scene on a file system (tmpfs) with no place left, then with STEP pages more,
 * and so on until it goes through. Only root can mount one: exit 77 where that is refused.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <unistd.h>

#include "judge.h"

enum { MOST_TOLD = 20, LARGE = 65536 /* pages */ };

static bool mount_pages(const char *path, unsigned long flags, long pages)
{
	char size[64];

	snprintf(size, sizeof size, "size=%ld", pages * sysconf(_SC_PAGESIZE));
	return mount("relais", path, "tmpfs", flags, size) == 0;
}

static long pages_of(const shot *s)
{
	long page = sysconf(_SC_PAGESIZE), pages = 0;

	for (size_t i = 0; i < s->count; i++)
		pages += ((long)s->files[i].length + page - 1) / page;
	return pages;
}

static void unmount(const char *path)
{
	if (umount2(path, MNT_DETACH) != 0)
		bail("unmount", path);
}

/* True: it had all the place it needs. Looking at what it left takes some, as the next run does. */
static bool goes_through(scene *s, long pages, struct plan *plan, tally *t)
{
	char why[WHY_SIZE] = "";
	outcome o;

	if (!mount_pages(s->work, 0, pages)) {
		fprintf(stderr, "full: cannot mount a tmpfs: %s\n", strerror(errno));
		exit(77);
	}
	shot_put(&s->before, s->work);
	scene_run(s, NULL, plan, &o);
	if (!mount_pages(s->work, MS_REMOUNT, LARGE))
		bail("enlarge", s->work);
	t->tried++;
	if (!judge(s, &o, TROUBLE_FAILED, plan, t, why) && ++t->wrong <= MOST_TOLD)
		printf("WRONG %s, %ld pages: %s\n", s->name, pages, why);
	unmount(s->work);
	return o.code == s->code;
}

int main(int argc, char **argv)
{
	tally all = { 0 };
	struct plan *plan;

	if (argc < 4) {
		fprintf(stderr, "usage: full PLACE STEP SCENE...\n");
		return 2;
	}
	plan = plan_share();
	for (int i = 3; i < argc; i++) {
		tally t = { 0 };
		scene s;
		long pages;

		scene_open(&s, argv[i], argv[1]);
		pages = pages_of(&s.before) + 1;
		while (!goes_through(&s, pages, plan, &t) && pages < LARGE)
			pages += atol(argv[2]);
		tally_print(s.name, &t);
		tally_add(&all, &t);
		scene_close(&s);
	}
	printf("%lu sizes of a disk, %lu wrong\n", all.tried, all.wrong);
	return all.wrong || !all.tried;
}
