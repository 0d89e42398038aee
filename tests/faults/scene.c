/* SPDX-License-Identifier: MIT
 * See scene.h.
 */
#include "scene.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "process.h"

/* False: there is no such file. */
static bool read_words(const scene *s, const char *name, char **words)
{
	char path[PATH_MAX], *line = NULL;
	size_t size = 0, count = 0;
	ssize_t length;
	FILE *in;

	snprintf(path, sizeof path, "%s/%s", s->folder, name);
	if (!(in = fopen(path, "r")))
		return false;
	while (count < MOST_WORDS && (length = getline(&line, &size, in)) > 0) {
		line[strcspn(line, "\n")] = '\0';
		if (!(words[count++] = strdup(line)))
			bail("keep", path);
	}
	free(line);
	fclose(in);
	return true;
}

static void make_folder(char out[PATH_MAX], const char *place, const char *name)
{
	snprintf(out, PATH_MAX, "%s/%s", place, name);
	if (mkdir(out, 0700) != 0 && errno != EEXIST)
		bail("make", out);
	shot_empty(out);
}

static void take(scene *s, shot *into, const char *when)
{
	char why[WHY_SIZE];

	*into = shot_take(s->work);
	if (shot_mark_stores(into, s->work, why))
		return;
	fprintf(stderr, "faults: %s, %s: %s\n", s->name, when, why);
	exit(4);
}

static int play(scene *s, char *const *words, shot *into, int worst)
{
	outcome o;

	shot_put(&s->before, s->work);
	scene_play(s, words, NULL, &o);
	if (o.signal || o.code > worst) {
		fprintf(stderr, "faults: %s ends with %d: %s\n", s->name, o.code, o.said);
		exit(4);
	}
	take(s, into, "after");
	return o.code;
}

/* What else that command makes does not matter. */
static void keep_stores(shot *s)
{
	size_t kept = 0;

	for (size_t i = 0; i < s->count; i++)
		if (s->files[i].is_store) {
			s->files[kept++] = s->files[i];
		} else {
			free(s->files[i].name);
			free(s->files[i].bytes);
		}
	s->count = kept;
}

static bool has(const char *folder, const char *name)
{
	char path[PATH_MAX];

	snprintf(path, sizeof path, "%s/%s", folder, name);
	return access(path, F_OK) == 0;
}

void scene_open(scene *s, const char *folder, const char *place)
{
	char *words[MOST_WORDS + 1] = { NULL };
	char path[PATH_MAX];

	*s = (scene){ .folder = folder };
	s->name = strrchr(folder, '/') ? strrchr(folder, '/') + 1 : folder;
	make_folder(s->work, place, "work");
	make_folder(s->temporary, place, "temporary");
	if (!read_words(s, "command", s->words))
		bail("read the command of", folder);
	s->is_mixed = has(folder, "mixed");
	s->is_store_first = has(folder, "store-first");
	s->is_cut_between = has(folder, "cut-between");
	snprintf(path, sizeof path, "%s/before", folder);
	s->before = shot_take(path);
	shot_put(&s->before, s->work);
	if (!shot_mark_stores(&s->before, s->work, path)) {
		fprintf(stderr, "faults: %s: %s\n", s->name, path);
		exit(4);
	}
	if (read_words(s, "between", words)) {
		play(s, words, &s->between, 1);
		keep_stores(&s->between);
	}
	for (int i = 0; words[i]; i++)
		free(words[i]);
	s->code = play(s, s->words, &s->after, 1);
}

void scene_close(scene *s)
{
	for (int i = 0; s->words[i]; i++)
		free(s->words[i]);
	shot_free(&s->before);
	shot_free(&s->between);
	shot_free(&s->after);
	free(s->seen);
}
