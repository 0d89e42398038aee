/* SPDX-License-Identifier: MIT
 * faults PLACE LIBRARIES MOST MEMORY SCENE... - fails every call of each scene in turn, or MOST of each sort
 * and MEMORY of those for memory, spread evenly (0: all), and looks at what is left; a line for each
 * scene, one for each fault found, exit 1 when there is one.
 * faults PLACE LIBRARIES FAULT AT SCENE - that one alone, with what was said.
 */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "judge.h"

/* What can go wrong. "on": from that call on, as with a disk that is full or gone. */
static const struct fault {
	const char *name;
	call call;
	way way;
	int error;
	bool goes_on;
} faults[] = {
	{ "open-refused", CALL_OPEN, WAY_ERROR, EACCES, false },
	{ "open-many-on", CALL_OPEN, WAY_ERROR, EMFILE, true },
	{ "create-refused", CALL_CREATE, WAY_ERROR, EACCES, false },
	{ "create-full-on", CALL_CREATE, WAY_ERROR, ENOSPC, true },
	{ "read-broken", CALL_READ, WAY_ERROR, EIO, false },
	{ "read-broken-on", CALL_READ, WAY_ERROR, EIO, true },
	{ "read-short", CALL_READ, WAY_SHORT, 0, false },
	{ "read-short-on", CALL_READ, WAY_SHORT, 0, true },
	{ "read-interrupted", CALL_READ, WAY_ERROR, EINTR, false },
	{ "write-full", CALL_WRITE, WAY_ERROR, ENOSPC, false },
	{ "write-full-on", CALL_WRITE, WAY_ERROR, ENOSPC, true },
	{ "write-broken", CALL_WRITE, WAY_ERROR, EIO, false },
	{ "write-broken-on", CALL_WRITE, WAY_ERROR, EIO, true },
	{ "write-short", CALL_WRITE, WAY_SHORT, 0, false },
	{ "write-short-on", CALL_WRITE, WAY_SHORT, 0, true },
	{ "write-interrupted", CALL_WRITE, WAY_ERROR, EINTR, false },
	{ "sync-broken", CALL_SYNC, WAY_ERROR, EIO, false },
	{ "sync-full-on", CALL_SYNC, WAY_ERROR, ENOSPC, true },
	{ "truncate-broken", CALL_TRUNCATE, WAY_ERROR, EIO, false },
	{ "truncate-broken-on", CALL_TRUNCATE, WAY_ERROR, EIO, true },
	{ "lock-none", CALL_LOCK, WAY_ERROR, ENOLCK, false },
	{ "lock-none-on", CALL_LOCK, WAY_ERROR, ENOLCK, true },
	{ "lock-taken", CALL_LOCK, WAY_ERROR, EAGAIN, false },
	{ "lock-taken-on", CALL_LOCK, WAY_ERROR, EAGAIN, true },
	{ "rename-full-on", CALL_RENAME, WAY_ERROR, ENOSPC, true },
	{ "remove-refused", CALL_REMOVE, WAY_ERROR, EACCES, false },
	{ "remove-broken-on", CALL_REMOVE, WAY_ERROR, EIO, true },
	{ "close-full", CALL_CLOSE, WAY_ERROR, ENOSPC, false },
	{ "close-broken-on", CALL_CLOSE, WAY_ERROR, EIO, true },
	{ "map-refused", CALL_MAP, WAY_ERROR, ENOMEM, false },
	{ "map-refused-on", CALL_MAP, WAY_ERROR, ENOMEM, true },
	{ "memory-short", CALL_ALLOCATE, WAY_ERROR, ENOMEM, false },
	{ "memory-gone-on", CALL_ALLOCATE, WAY_ERROR, ENOMEM, true },
	{ "killed", CALL_ANY, WAY_KILL, 0, false },
};

enum { FAULTS = sizeof faults / sizeof *faults, MOST_TOLD = 40 };

static const char *libraries;
static struct plan *plan;

/* libxlsxwriter ends the program, or a workbook lacks what there was no memory for. A store stays what it was
 * all the same. */
static bool is_lost_in_library(const scene *s, const struct fault *f, const char *why)
{
	return s->is_frail && f->call == CALL_ALLOCATE &&
	       (strncmp(why, "ended by signal", 15) == 0 ||
		       strstr(why, ".xlsx is neither old nor new"));
}

static bool try_one(scene *s, const struct fault *f, long at, tally *t, bool aloud)
{
	char why[WHY_SIZE] = "";
	outcome o;
	bool well;

	shot_put(&s->before, s->work);
	*plan = (struct plan){ .call = f->call,
		.way = f->way,
		.error = f->error,
		.at = at,
		.goes_on = f->goes_on,
		.log = -1 };
	scene_run(s, libraries, plan, &o);
	if (!plan->hit)
		return true;
	t->tried++;
	well = judge(s, &o,
		f->way == WAY_KILL       ? TROUBLE_KILLED
		: f->call == CALL_REMOVE ? TROUBLE_KEPT
					 : TROUBLE_FAILED,
		plan, t, why);
	if (!well && is_lost_in_library(s, f, why)) {
		t->lost++;
		well = true;
	}
	if (!well && ++t->wrong <= MOST_TOLD)
		printf("WRONG %s %ld %s: %s\n", f->name, at, s->name, why);
	if (aloud)
		printf("%s: ends with %d, signal %d\n%s", f->name, o.code, o.signal, o.said);
	return well;
}

static void count_calls(scene *s)
{
	outcome o;

	shot_put(&s->before, s->work);
	*plan = (struct plan){ .log = -1 };
	scene_run(s, libraries, plan, &o);
	memcpy(s->made, plan->made, sizeof s->made);
	if (o.code == s->code && o.signal == 0 && !plan->strange)
		return;
	fprintf(stderr, "faults: %s does not run as it should: %d %d %d %s\n", s->name, o.code,
		o.signal, plan->strange, o.said);
	exit(4);
}

/* How many of a sort are tried; 0: all. Where a lock stays taken SQLite itself stands for up to fifteen
 * seconds, whoever told it not to wait. */
static long limit_of(const struct fault *f, long most, long memory)
{
	enum { STANDS = 4 };

	if (f->call == CALL_LOCK && f->goes_on)
		return STANDS;
	return f->call == CALL_ALLOCATE ? memory : most;
}

/* The k-th of them, evenly from the first to the last. */
static long place_of(long k, long count, long made)
{
	return count > 1 ? 1 + k * (made - 1) / (count - 1) : (made + 1) / 2;
}

static void try_all(scene *s, long most, long memory, tally *t)
{
	for (size_t i = 0; i < FAULTS; i++) {
		const struct fault *f = &faults[i];
		long limit = limit_of(f, most, memory), made = s->made[f->call];
		long count = limit && made > limit ? limit : made;

		if (most == 1 && limit > 1)
			continue; /* there is no time to stand */
		for (long k = 0; k < count; k++)
			try_one(s, f, place_of(k, count, made), t, false);
	}
}

static int try_scenes(const char *place, long most, long memory, char **folders)
{
	tally all = { 0 };

	for (; *folders; folders++) {
		tally t = { 0 };
		scene s;

		scene_open(&s, *folders, place);
		count_calls(&s);
		try_all(&s, most, memory, &t);
		tally_print(s.name, &t);
		tally_add(&all, &t);
		scene_close(&s);
	}
	printf("%lu faults, %lu lost in a library, %lu wrong\n", all.tried, all.lost,
		all.wrong);
	return all.wrong || !all.tried;
}

static int try_named(const char *place, const char *name, long at, const char *folder)
{
	tally t = { 0 };
	scene s;
	int code = 2;

	scene_open(&s, folder, place);
	for (size_t i = 0; i < FAULTS; i++)
		if (strcmp(faults[i].name, name) == 0)
			code = try_one(&s, &faults[i], at, &t, true) ? 0 : 1;
	scene_close(&s);
	return code;
}

int main(int argc, char **argv)
{
	if (argc < 6) {
		fprintf(stderr,
			"usage: faults PLACE LIBRARIES MOST MEMORY SCENE... | PLACE LIBRARIES FAULT AT SCENE\n");
		return 2;
	}
	libraries = argv[2];
	plan = plan_share();
	if (argc == 6 && !strchr("0123456789", argv[3][0]))
		return try_named(argv[1], argv[3], atol(argv[4]), argv[5]);
	return try_scenes(argv[1], atol(argv[3]), atol(argv[4]), argv + 5);
}
