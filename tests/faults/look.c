/* SPDX-License-Identifier: MIT
 * See look.h.
 */
#include "look.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "process.h"

static bool verify(const scene *s, const char *name, char why[WHY_SIZE])
{
	char tool[] = "rt-import", verb[] = "--verify", db[] = "--db", lang[] = "--lang=en";
	char *words[] = { tool, verb, lang, db, (char *)(uintptr_t)name, NULL };
	outcome o;

	scene_play(s, words, NULL, &o);
	if (o.code == 0 && o.signal == 0)
		return true;
	snprintf(why, WHY_SIZE, "rt-import --verify of %.100s: %d: %.300s", name,
		o.signal ? -o.signal : o.code, o.said);
	return false;
}

/* Is a store today's, so that it can be verified? A copy of an older one is what it was. */
static bool is_verified(const char *name)
{
	const char *end = strrchr(name, '.');

	return end && strcmp(end, ".db") == 0;
}

static uint64_t key_of(const shot *now)
{
	uint64_t key = MARK_START;

	for (size_t i = 0; i < now->count; i++) {
		const shot_file *f = &now->files[i];

		key = mark_add(key, f->name, strlen(f->name) + 1);
		key = mark_add(key, &f->mark, sizeof f->mark);
	}
	return key;
}

static seen *find_seen(const scene *s, uint64_t key)
{
	for (size_t i = 0; i < s->seen_count; i++)
		if (s->seen[i].key == key)
			return &s->seen[i];
	return NULL;
}

static void keep(scene *s, uint64_t key, state is)
{
	s->seen = realloc(s->seen, (s->seen_count + 1) * sizeof *s->seen);
	if (!s->seen)
		bail("keep", s->name);
	s->seen[s->seen_count++] = (seen){ .key = key, .is = (int)is };
}

/* What SQLite keeps beside a store: its log, while it could not be put into it. */
static bool is_log(const shot *now, const char *name)
{
	static const char *const endings[] = { "-wal", "-shm", "-journal" };
	size_t length = strlen(name);

	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		size_t end = strlen(endings[i]);
		char store[NAME_MAX + 1];

		if (length <= end || strcmp(name + length - end, endings[i]) != 0)
			continue;
		snprintf(store, sizeof store, "%.*s", (int)(length - end), name);
		if (shot_find(now, store) && !strstr(store, ".part"))
			return true;
	}
	return false;
}

/* A journal whose head is blank, which SQLite heeds no more: so one ends that was begun under an exclusive
 * lock, on a disk that fails to sync. */
static bool is_blank(const shot_file *f)
{
	static const char blank[8];

	return strstr(f->name, "-journal") && f->length >= sizeof blank &&
	       memcmp(f->bytes, blank, sizeof blank) == 0;
}

/* The stores among the files are whole, and whoever closes one last leaves nothing beside it. */
static bool are_sound(const scene *s, shot *now, char why[WHY_SIZE])
{
	shot left;
	bool sound = true;

	if (!shot_mark_stores(now, s->work, why))
		return false;
	for (size_t i = 0; i < now->count; i++)
		if (now->files[i].is_store && is_verified(now->files[i].name) &&
			!verify(s, now->files[i].name, why))
			return false;
	left = shot_take(s->work);
	for (size_t i = 0; i < left.count && sound; i++)
		if (is_log(&left, left.files[i].name) && !is_blank(&left.files[i])) {
			snprintf(why, WHY_SIZE, "%.200s stays", left.files[i].name);
			sound = false;
		}
	shot_free(&left);
	return sound;
}

static bool same(const shot_file *a, const shot_file *b)
{
	return a && b ? a->mark == b->mark : !a && !b;
}

static void add_litter(char litter[WHY_SIZE], const char *name)
{
	size_t used = strlen(litter);

	snprintf(litter + used, WHY_SIZE - used, "%s%s", used ? " " : "", name);
}

static void find_litter(const scene *s, const shot *now, char litter[WHY_SIZE])
{
	shot left = shot_take(s->temporary);

	*litter = '\0';
	for (size_t i = 0; i < left.count; i++)
		add_litter(litter, left.files[i].name);
	for (size_t i = 0; i < now->count; i++)
		if (!shot_find(&s->before, now->files[i].name) &&
			!shot_find(&s->after, now->files[i].name) &&
			!is_log(now, now->files[i].name))
			add_litter(litter, now->files[i].name);
	shot_free(&left);
	shot_empty(s->temporary);
}

/* Of old files and new ones: are the stores new? */
static state mixed(const scene *s, const shot *now)
{
	for (size_t i = 0; s->is_store_first && i < s->after.count; i++) {
		const shot_file *f = &s->after.files[i];

		if (f->is_store && !same(shot_find(now, f->name), f))
			return STATE_MIXED;
	}
	return s->is_store_first ? STATE_STORE : STATE_MIXED;
}

static state compare(const scene *s, const shot *now, char why[WHY_SIZE])
{
	const shot *const both[] = { &s->before, &s->after };
	bool all_old = true, all_new = true;

	for (int i = 0; i < 2; i++)
		for (size_t k = 0; k < both[i]->count; k++) {
			const char *name = both[i]->files[k].name;
			const shot_file *is = shot_find(now, name);
			bool old = same(is, shot_find(&s->before, name));
			bool new = same(is, shot_find(&s->after, name));

			all_old = all_old && old;
			all_new = all_new && new;
			if (!old && !new) {
				snprintf(why, WHY_SIZE, "%.200s is neither old nor new%s", name,
					is ? "" : ": it is gone");
				return STATE_WRONG;
			}
		}
	return all_new ? STATE_NEW : all_old ? STATE_OLD : mixed(s, now);
}

/* Of a command that is several steps, each whole: is it one of those? */
static state between(const scene *s, const shot *now, state is, char why[WHY_SIZE])
{
	scene part = *s;

	state other;

	if ((is != STATE_WRONG && is != STATE_MIXED) || !s->between.count)
		return is;
	part.after = s->between;
	part.is_store_first = true;
	other = compare(&part, now, why);
	if (other != STATE_NEW && other != STATE_STORE)
		return is;
	*why = '\0';
	return STATE_BETWEEN;
}

looked look(scene *s, char why[WHY_SIZE])
{
	shot there = shot_take(s->work);
	looked now = { .is = STATE_WRONG, .key = key_of(&there) };
	const seen *before = find_seen(s, now.key);

	find_litter(s, &there, now.litter);
	if (before)
		now.is = (state)before->is;
	else if (are_sound(s, &there, why))
		now.is = between(s, &there, compare(s, &there, why), why);
	if (!before && now.is != STATE_WRONG)
		keep(s, now.key, now.is);
	shot_free(&there);
	return now;
}

bool look_goes_through(const scene *s, uint64_t key)
{
	const seen *before = find_seen(s, key);

	return before && before->goes_through;
}

void look_went_through(scene *s, uint64_t key)
{
	seen *before = find_seen(s, key);

	if (before)
		before->goes_through = true;
}

bool is_left_by_kill(const looked *now)
{
	static const char *const endings[] = { "-wal", "-shm", "-journal", ".tmp" };
	looked copy = *now;

	for (char *name = strtok(copy.litter, " "); name; name = strtok(NULL, " ")) {
		bool is_known = strstr(name, ".part") != NULL;

		for (size_t i = 0; i < sizeof endings / sizeof *endings && !is_known; i++) {
			size_t end = strlen(endings[i]), length = strlen(name);

			is_known = length > end && strcmp(name + length - end, endings[i]) == 0;
		}
		if (!is_known)
			return false;
	}
	return true;
}
