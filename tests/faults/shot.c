/* SPDX-License-Identifier: MIT
 * See shot.h. What this program itself cannot do is no result: it ends.
 */
#include "shot.h"

#include <errno.h>
#include <ftw.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void bail(const char *what, const char *which)
{
	fprintf(stderr, "faults: cannot %s '%s': %s\n", what, which, strerror(errno));
	exit(4);
}

static struct {
	shot *into;
	size_t prefix;
} taking; /* nftw has no word for its caller */

static char *read_file(const char *path, size_t length)
{
	FILE *in = fopen(path, "rb");
	char *bytes = malloc(length + 1);

	if (!in || !bytes || fread(bytes, 1, length, in) != length)
		bail("read", path);
	fclose(in);
	return bytes;
}

static int take_one(const char *path, const struct stat *about, int type, struct FTW *where)
{
	shot *s = taking.into;
	shot_file *f;

	if (where->level == 0)
		return 0;
	s->files = realloc(s->files, (s->count + 1) * sizeof *s->files);
	if (!s->files)
		bail("keep", path);
	f = &s->files[s->count++];
	*f = (shot_file){ .mode = about->st_mode & 07777 };
	if (asprintf(&f->name, "%s%s", path + taking.prefix, type == FTW_D ? "/" : "") < 0)
		bail("keep", path);
	if (type == FTW_F) {
		f->length = (size_t)about->st_size;
		f->bytes = read_file(path, f->length);
		f->mark = mark_add(MARK_START, f->bytes, f->length);
		/* one that is still being made is none yet */
		f->is_store = mark_is_store(f->bytes, f->length) && !strstr(f->name, ".part");
	}
	return 0;
}

static int by_name(const void *a, const void *b)
{
	return strcmp(((const shot_file *)a)->name, ((const shot_file *)b)->name);
}

shot shot_take(const char *folder)
{
	shot s = { 0 };

	taking.into = &s;
	taking.prefix = strlen(folder) + 1;
	if (nftw(folder, take_one, 16, FTW_PHYS) != 0)
		bail("look into", folder);
	if (s.count)
		qsort(s.files, s.count, sizeof *s.files, by_name);
	return s;
}

bool shot_mark_stores(shot *s, const char *folder, char why[WHY_SIZE])
{
	char path[PATH_MAX], fault[WHY_SIZE];

	for (size_t i = 0; i < s->count; i++) {
		shot_file *f = &s->files[i];

		if (!f->is_store)
			continue;
		snprintf(path, sizeof path, "%s/%s", folder, f->name);
		if (!mark_store(path, &f->mark, fault)) {
			snprintf(why, WHY_SIZE, "%.100s: %.400s", f->name, fault);
			return false;
		}
	}
	return true;
}

static int remove_one(const char *path, const struct stat *about, int type, struct FTW *where)
{
	(void)about;
	(void)type;
	return where->level && remove(path) != 0 ? -1 : 0;
}

void shot_empty(const char *folder)
{
	if (nftw(folder, remove_one, 16, FTW_PHYS | FTW_DEPTH) != 0)
		bail("empty", folder);
}

void shot_write(const char *path, const char *bytes, size_t length, unsigned mode)
{
	FILE *out = fopen(path, "wb");

	if (!out || fwrite(bytes, 1, length, out) != length || fclose(out) != 0 ||
		chmod(path, mode) != 0)
		bail("write", path);
}

void shot_put(const shot *s, const char *folder)
{
	char path[PATH_MAX];

	shot_empty(folder);
	for (size_t i = 0; i < s->count; i++) {
		const shot_file *f = &s->files[i];

		snprintf(path, sizeof path, "%s/%s", folder, f->name);
		if (f->bytes)
			shot_write(path, f->bytes, f->length, f->mode);
		else if (mkdir(path, f->mode) != 0)
			bail("make", path);
	}
}

const shot_file *shot_find(const shot *s, const char *name)
{
	shot_file key = { .name = (char *)(uintptr_t)name };

	return s->count ? bsearch(&key, s->files, s->count, sizeof *s->files, by_name) : NULL;
}

void shot_free(shot *s)
{
	for (size_t i = 0; i < s->count; i++) {
		free(s->files[i].name);
		free(s->files[i].bytes);
	}
	free(s->files);
	*s = (shot){ 0 };
}
