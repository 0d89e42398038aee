/* SPDX-License-Identifier: MIT
 * power PLACE LIBRARY CUTS CHANCES SCENE... - plays each scene once and writes down what it does to files, then
 * rebuilds what a disk would have had if the power had failed after each of these deeds, or after CUTS of
 * them, spread evenly (0: all): with nothing of what was not synced, all of it, names only, bytes only, and
 * CHANCES times any part. Each must be the old store or the new one, whole; once the program has ended
 * well, the new one.
 * power PLACE LIBRARY @AFTER HOW SCENE - that cut alone, of the five kinds from 0, and left in PLACE/work.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "disk.h"
#include "look.h"
#include "process.h"

enum { LOG_FD = 101, MOST_TOLD = 20, FIRST_CHANCE = 20250115 };

typedef struct log_of {
	char *all;
	struct record *heads;
	const char **bytes; /* of each */
	size_t count;
} log_of;

typedef struct tally {
	unsigned long cuts, old, new, wrong;
} tally;

static char *read_file(const char *path, size_t *length)
{
	FILE *in = fopen(path, "rb");
	char *bytes = NULL;
	long size;

	if (!in || fseek(in, 0, SEEK_END) != 0)
		bail("read", path);
	size = ftell(in);
	rewind(in);
	*length = size > 0 ? (size_t)size : 0;
	if (size < 0 || !(bytes = malloc(*length + 1)) ||
		fread(bytes, 1, *length, in) != *length)
		bail("read", path);
	fclose(in);
	return bytes;
}

static log_of read_log(const char *path)
{
	size_t length;
	log_of l = { .all = read_file(path, &length) };

	for (size_t at = 0; at < length; l.count++) {
		l.heads = realloc(l.heads, (l.count + 1) * sizeof *l.heads);
		l.bytes = realloc(l.bytes, (l.count + 1) * sizeof *l.bytes);
		if (!l.heads || !l.bytes)
			bail("keep", path);
		memcpy(&l.heads[l.count], l.all + at, sizeof *l.heads); /* aligned */
		l.bytes[l.count] = l.all + at + sizeof *l.heads;
		at += sizeof *l.heads + l.heads[l.count].length;
	}
	return l;
}

static void free_log(log_of *l)
{
	free(l->all);
	free(l->heads);
	free(l->bytes);
}

static log_of record(scene *s, const char *place, const char *library, struct plan *plan)
{
	char path[PATH_MAX];
	outcome o;
	int fd;

	snprintf(path, sizeof path, "%s/log", place);
	fd = open(path, O_CREAT | O_TRUNC | O_WRONLY, 0600);
	if (fd < 0 || dup2(fd, LOG_FD) != LOG_FD)
		bail("write", path);
	close(fd);
	*plan = (struct plan){ .log = LOG_FD };
	scene_run(s, library, plan, &o);
	close(LOG_FD);
	if (o.code != s->code || o.signal || plan->strange) {
		fprintf(stderr, "power: %s does not run as it should: %d %d %d %s\n", s->name,
			o.code, o.signal, plan->strange, o.said);
		exit(4);
	}
	return read_log(path);
}

static bool has_store(const scene *s)
{
	for (size_t i = 0; i < s->after.count; i++) {
		const shot_file *f = &s->after.files[i];
		const shot_file *was = shot_find(&s->before, f->name);

		if (f->is_store && (!was || was->mark != f->mark))
			return true;
	}
	return false;
}

static void judge(scene *s, size_t after, bool is_over, survival how, tally *t)
{
	char why[WHY_SIZE] = "";
	looked now = look(s, why);
	bool is_new = now.is == STATE_NEW || now.is == STATE_STORE;

	t->cuts++;
	t->new += is_new;
	t->old += now.is == STATE_OLD || now.is == STATE_BETWEEN;
	if (now.is == STATE_MIXED && !s->is_mixed)
		snprintf(why, WHY_SIZE, "only some files are new");
	else if (*now.litter && !is_left_by_kill(&now))
		snprintf(why, WHY_SIZE, "it leaves more");
	else if (is_over && has_store(s) && !is_new)
		snprintf(why, WHY_SIZE, "it had ended well, and what it did is lost");
	if (*why && ++t->wrong <= MOST_TOLD)
		printf("WRONG %s, cut after %zu, %d: %s\n", s->name, after, (int)how, why);
}

static void cut(scene *s, const disk *d, size_t after, bool is_over, int chances,
	uint64_t *chance, tally *t)
{
	for (int how = SURVIVES_NOTHING; how < SURVIVES_SOME + chances; how++) {
		survival kind = how < SURVIVES_SOME ? (survival)how : SURVIVES_SOME;

		shot_empty(s->work);
		disk_cut(d, kind, chance, s->work);
		judge(s, after, is_over, kind, t);
	}
}

static void cut_once(const scene *s, const disk *d, survival how)
{
	uint64_t chance = FIRST_CHANCE;

	shot_empty(s->work);
	disk_cut(d, how, &chance, s->work);
}

static void cut_all(
	scene *s, disk *d, const log_of *l, size_t only, size_t cuts, int chances, tally *t)
{
	size_t every = cuts && l->count > cuts ? l->count / cuts : 1;
	uint64_t chance = FIRST_CHANCE;

	for (size_t i = 0; i < l->count; i++) {
		bool is_over = i + 1 == l->count;

		disk_do(d, &l->heads[i], l->bytes[i]);
		if (only) {
			if (i + 1 == only)
				cut_once(s, d, (survival)chances);
			continue;
		}
		if (is_over || i % every == 0)
			cut(s, d, i + 1, is_over, chances, &chance, t);
	}
}

static void try_scene(char **argv, const char *folder, struct plan *plan, tally *all)
{
	tally t = { 0 };
	scene s;
	log_of l;
	disk *d;
	size_t only = argv[3][0] == '@' ? (size_t)atol(argv[3] + 1) : 0;

	scene_open(&s, folder, argv[1]);
	shot_put(&s.before, s.work);
	d = disk_new(&s.before, s.work);
	l = record(&s, argv[1], argv[2], plan);
	cut_all(&s, d, &l, only, only ? 0 : (size_t)atol(argv[3]), atoi(argv[4]), &t);
	printf("%-12s %5zu deeds, %6lu cuts: %lu old, %lu new; %lu wrong\n", s.name, l.count,
		t.cuts, t.old, t.new, t.wrong);
	fflush(stdout);
	all->cuts += t.cuts;
	all->wrong += t.wrong;
	free_log(&l);
	disk_free(d);
	scene_close(&s);
}

int main(int argc, char **argv)
{
	tally all = { 0 };
	struct plan *plan;

	if (argc < 6) {
		fprintf(stderr, "usage: power PLACE LIBRARY CUTS CHANCES SCENE...\n");
		return 2;
	}
	plan = plan_share();
	for (int i = 5; i < argc; i++)
		try_scene(argv, argv[i], plan, &all);
	printf("%lu power cuts, %lu wrong\n", all.cuts, all.wrong);
	return all.wrong || !all.cuts;
}
