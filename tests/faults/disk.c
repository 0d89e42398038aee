/* SPDX-License-Identifier: MIT
 * See disk.h.
 */
#include "disk.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <limits.h>
#include <sys/stat.h>

enum { PAGE = 4096, SECTOR = 512, MOST_FILES = 256 };

typedef struct deeds {
	const struct record **heads;
	const char **bytes;
	size_t count;
} deeds;

typedef struct content {
	char *bytes;
	size_t length;
} content;

typedef struct file {
	uint64_t inode;
	content safe;
	deeds waiting;
} file;

typedef struct name {
	char *path;
	file *of;
} name;

typedef struct names {
	name all[MOST_FILES];
	size_t count;
} names;

struct disk {
	char *folder;
	file *files[MOST_FILES];
	size_t count;
	names safe;
	deeds waiting; /* of names */
};

/* ---- lists ------------------------------------------------------------------------------------ */

static void *need(void *memory)
{
	if (!memory)
		bail("keep", "the disk");
	return memory;
}

static void add_deed(deeds *d, const struct record *head, const char *bytes)
{
	d->heads = need(realloc(d->heads, (d->count + 1) * sizeof *d->heads));
	d->bytes = need(realloc(d->bytes, (d->count + 1) * sizeof *d->bytes));
	d->heads[d->count] = head;
	d->bytes[d->count++] = bytes;
}

static void free_deeds(deeds *d)
{
	free(d->heads);
	free(d->bytes);
	*d = (deeds){ 0 };
}

static name *find_name(names *n, const char *path)
{
	for (size_t i = 0; i < n->count; i++)
		if (strcmp(n->all[i].path, path) == 0)
			return &n->all[i];
	return NULL;
}

static void put_name(names *n, const char *path, file *of)
{
	name *is = find_name(n, path);

	if (is) {
		is->of = of;
		return;
	}
	if (n->count == MOST_FILES)
		bail("count the files of", path);
	n->all[n->count++] = (name){ need(strdup(path)), of };
}

static void remove_name(names *n, const char *path)
{
	name *is = find_name(n, path);

	if (!is)
		return;
	free(is->path);
	*is = n->all[--n->count];
}

static void copy_names(names *to, const names *from)
{
	*to = *from;
	for (size_t i = 0; i < to->count; i++)
		to->all[i].path = need(strdup(to->all[i].path));
}

static void free_names(names *n)
{
	for (size_t i = 0; i < n->count; i++)
		free(n->all[i].path);
}

/* The newest of that number: numbers of files that are gone come again. */
static file *find_file(const disk *d, uint64_t inode)
{
	for (size_t i = d->count; i > 0; i--)
		if (d->files[i - 1]->inode == inode)
			return d->files[i - 1];
	return NULL;
}

static file *add_file(disk *d, uint64_t inode)
{
	file *f = need(calloc(1, sizeof *f));

	if (d->count == MOST_FILES)
		bail("count the files of", d->folder);
	f->inode = inode;
	return d->files[d->count++] = f;
}

/* ---- what is done --------------------------------------------------------------------------------- */

static void resize(content *c, size_t length)
{
	c->bytes = need(realloc(c->bytes, length + 1));
	if (length > c->length)
		memset(c->bytes + c->length, 0, length - c->length);
	c->length = length;
}

static void put(content *c, size_t at, const char *bytes, size_t length)
{
	if (at + length > c->length)
		resize(c, at + length);
	memcpy(c->bytes + at, bytes, length);
}

static void apply(content *c, const struct record *r, const char *bytes)
{
	if (r->deed == DEED_WRITE)
		put(c, (size_t)r->offset, bytes, r->length);
	else
		resize(c, (size_t)r->offset);
}

/* Of a path its name in the folder; NULL: it is elsewhere. */
static const char *inside(const disk *d, const char *path)
{
	size_t length = strlen(d->folder);

	if (path[0] != '/')
		return path;
	return strncmp(path, d->folder, length) == 0 && path[length] == '/' ? path + length + 1
									    : NULL;
}

static void apply_name(const disk *d, names *n, const struct record *r, const char *bytes)
{
	const char *path = inside(d, bytes);

	if (!path)
		return;
	if (r->deed == DEED_MAKE) {
		put_name(n, path, find_file(d, r->file));
	} else if (r->deed == DEED_REMOVE) {
		remove_name(n, path);
	} else {
		const char *to = inside(d, bytes + strlen(bytes) + 1);
		name *is = find_name(n, path);
		file *of = is ? is->of : NULL;

		remove_name(n, path);
		if (of && to)
			put_name(n, to, of);
	}
}

static void sync_file(file *f)
{
	for (size_t i = 0; f && i < f->waiting.count; i++)
		apply(&f->safe, f->waiting.heads[i], f->waiting.bytes[i]);
	if (f)
		free_deeds(&f->waiting);
}

void disk_do(disk *d, const struct record *r, const char *bytes)
{
	file *f = find_file(d, r->file);

	switch ((deed)r->deed) {
	case DEED_MAKE:
		if (inside(d, bytes))
			add_file(d, r->file);
		/* fall through */
	case DEED_RENAME:
	case DEED_REMOVE: add_deed(&d->waiting, r, bytes); break;
	case DEED_WRITE:
	case DEED_TRUNCATE:
		if (f)
			add_deed(&f->waiting, r, bytes);
		break;
	case DEED_SYNC: sync_file(f); break;
	case DEED_SYNC_FOLDER:
		for (size_t i = 0; i < d->waiting.count; i++)
			apply_name(d, &d->safe, d->waiting.heads[i], d->waiting.bytes[i]);
		free_deeds(&d->waiting);
		break;
	}
}

disk *disk_new(const shot *s, const char *folder)
{
	disk *d = need(calloc(1, sizeof *d));
	char path[PATH_MAX];
	struct stat about;

	d->folder = need(realpath(folder, NULL));
	for (size_t i = 0; i < s->count; i++) {
		const shot_file *is = &s->files[i];
		file *f;

		snprintf(path, sizeof path, "%s/%s", folder, is->name);
		if (!is->bytes || stat(path, &about) != 0)
			continue;
		f = add_file(d, (uint64_t)about.st_ino);
		put(&f->safe, 0, is->bytes, is->length);
		put_name(&d->safe, is->name, f);
	}
	return d;
}

void disk_free(disk *d)
{
	for (size_t i = 0; i < d->count; i++) {
		free(d->files[i]->safe.bytes);
		free_deeds(&d->files[i]->waiting);
		free(d->files[i]);
	}
	free_names(&d->safe);
	free_deeds(&d->waiting);
	free(d->folder);
	free(d);
}

/* ---- the cut ---------------------------------------------------------------------------------------- */

static size_t pick(uint64_t *chance, size_t below)
{
	*chance ^= *chance << 13;
	*chance ^= *chance >> 7;
	*chance ^= *chance << 17;
	return (size_t)(*chance % below);
}

/* Each page of it or not; of one in eight, each sector or not. */
static void apply_some(content *c, const struct record *r, const char *bytes, uint64_t *chance)
{
	size_t at = (size_t)r->offset, end = at + r->length;
	size_t piece = pick(chance, 8) ? PAGE : SECTOR;

	if (r->deed != DEED_WRITE) {
		if (pick(chance, 2))
			apply(c, r, bytes);
		return;
	}
	while (at < end) {
		size_t next = (at / piece + 1) * piece, length = (next < end ? next : end) - at;

		if (pick(chance, 2))
			put(c, at, bytes + (at - (size_t)r->offset), length);
		at += length;
	}
}

static void write_file(const file *f, survival how, uint64_t *chance, const char *path)
{
	content c = { 0 };

	put(&c, 0, f->safe.bytes ? f->safe.bytes : "", f->safe.length);
	for (size_t i = 0; i < f->waiting.count; i++)
		if (how == SURVIVES_SOME)
			apply_some(&c, f->waiting.heads[i], f->waiting.bytes[i], chance);
		else if (how == SURVIVES_ALL || how == SURVIVE_BYTES)
			apply(&c, f->waiting.heads[i], f->waiting.bytes[i]);
	shot_write(path, c.bytes ? c.bytes : "", c.length, 0644);
	free(c.bytes);
}

void disk_cut(const disk *d, survival how, uint64_t *chance, const char *folder)
{
	char path[PATH_MAX];
	names n;
	size_t kept = how == SURVIVES_ALL || how == SURVIVE_NAMES ? d->waiting.count
		      : how == SURVIVES_SOME ? pick(chance, d->waiting.count + 1)
					     : 0;

	copy_names(&n, &d->safe);
	for (size_t i = 0; i < kept; i++)
		apply_name(d, &n, d->waiting.heads[i], d->waiting.bytes[i]);
	for (size_t i = 0; i < n.count; i++) {
		snprintf(path, sizeof path, "%s/%s", folder, n.all[i].path);
		if (n.all[i].of)
			write_file(n.all[i].of, how, chance, path);
	}
	free_names(&n);
}
