/* SPDX-License-Identifier: MIT
 * See scene.h.
 */
#include "scene.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { PLAN_FD = 100, MOST_SECONDS = 120 };

struct plan *plan_share(void)
{
	int fd = memfd_create("plan", 0);
	struct plan *p;

	if (fd < 0 || ftruncate(fd, sizeof *p) != 0 || dup2(fd, PLAN_FD) != PLAN_FD)
		bail("share", "plan");
	close(fd);
	p = mmap(NULL, sizeof *p, PROT_READ | PROT_WRITE, MAP_SHARED, PLAN_FD, 0);
	if (p == MAP_FAILED)
		bail("share", "plan");
	*p = (struct plan){ .log = -1 };
	return p;
}

/* ---- running ---------------------------------------------------------------------------------- */

static void set(const char *name, const char *value)
{
	if (setenv(name, value, 1) != 0)
		_exit(126);
}

static void to_file(const scene *s, const char *name, int fd)
{
	char path[PATH_MAX + 16];
	int file;

	snprintf(path, sizeof path, "%s/../%s", s->work, name);
	file = open(path, O_CREAT | O_TRUNC | O_WRONLY, 0600);
	if (file < 0 || dup2(file, fd) != fd)
		_exit(126);
	close(file);
}

static void from_file(const scene *s)
{
	char path[PATH_MAX];
	int file;

	snprintf(path, sizeof path, "%s/stdin", s->folder);
	if ((file = open(path, O_RDONLY)) < 0)
		file = open("/dev/null", O_RDONLY);
	if (file < 0 || dup2(file, STDIN_FILENO) != STDIN_FILENO)
		_exit(126);
	close(file);
}

/* Whatever hangs is ended by the alarm, which outlasts exec. */
static void become(const scene *s, char *const *words, const char *libraries)
{
	char number[16];

	snprintf(number, sizeof number, "%d", PLAN_FD);
	from_file(s);
	to_file(s, "out", STDOUT_FILENO);
	to_file(s, "said", STDERR_FILENO);
	set("TMPDIR", s->temporary);
	set("LOGNAME", "jeanne");
	set("SOURCE_DATE_EPOCH", "1736935200");
	set("LANGUAGE", "en");
	set("ASAN_OPTIONS", "detect_leaks=0:verify_asan_link_order=0");
	if (libraries) {
		set("LD_PRELOAD", libraries);
		set(PLAN_VARIABLE, number);
	}
	if (chdir(s->work) != 0)
		_exit(126);
	alarm(MOST_SECONDS);
	execvp(words[0], words);
	_exit(127);
}

static void read_said(const scene *s, outcome *out)
{
	char path[PATH_MAX + 16];
	FILE *in;
	size_t length = 0;

	snprintf(path, sizeof path, "%s/../said", s->work);
	if ((in = fopen(path, "rb"))) {
		length = fread(out->said, 1, sizeof out->said - 1, in);
		fclose(in);
	}
	out->said[length] = '\0';
}

static pid_t start(const scene *s, char *const *words, const char *libraries)
{
	pid_t child = fork();

	if (child == 0)
		become(s, words, libraries);
	if (child < 0)
		bail("run", words[0]);
	return child;
}

static void wait_for(const scene *s, pid_t child, outcome *out)
{
	int status = 0;

	if (waitpid(child, &status, 0) != child)
		bail("wait for", s->name);
	*out = (outcome){ .code = WIFEXITED(status) ? WEXITSTATUS(status) : 0,
		.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0 };
	read_said(s, out);
}

static void run(const scene *s, char *const *words, const char *libraries, outcome *out)
{
	wait_for(s, start(s, words, libraries), out);
}

void scene_kill(const scene *s, long after, outcome *out)
{
	struct timespec time = { after / 1000000, after % 1000000 * 1000 };
	pid_t child = start(s, s->words, NULL);

	nanosleep(&time, NULL);
	kill(child, SIGKILL);
	wait_for(s, child, out);
}

void scene_run(const scene *s, const char *libraries, struct plan *plan, outcome *out)
{
	memset(plan->made, 0, sizeof plan->made);
	plan->hit = plan->strange = false;
	run(s, s->words, libraries, out);
}

/* ---- what there is now ------------------------------------------------------------------------ */

static bool verify(const scene *s, const char *name, char why[WHY_SIZE])
{
	char tool[] = "rt-import", verb[] = "--verify", db[] = "--db", lang[] = "--lang=en";
	char *words[] = { tool, verb, lang, db, (char *)(uintptr_t)name, NULL };
	outcome o;

	run(s, words, NULL, &o);
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

static const looked_at *find_known(const scene *s, uint64_t key)
{
	for (size_t i = 0; i < s->known_count; i++)
		if (s->known[i].key == key)
			return &s->known[i];
	return NULL;
}

static void know(scene *s, uint64_t key, state is)
{
	s->known = realloc(s->known, (s->known_count + 1) * sizeof *s->known);
	if (!s->known)
		bail("keep", s->name);
	s->known[s->known_count++] = (looked_at){ .key = key, .is = is };
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

state scene_state(scene *s, char litter[WHY_SIZE], char why[WHY_SIZE])
{
	shot now = shot_take(s->work);
	uint64_t key = key_of(&now);
	const looked_at *before = find_known(s, key);
	state is = before ? before->is : STATE_WRONG;

	find_litter(s, &now, litter);
	if (!before && are_sound(s, &now, why))
		is = between(s, &now, compare(s, &now, why), why);
	if (!before && is != STATE_WRONG)
		know(s, key, is);
	shot_free(&now);
	return is;
}

bool scene_may_leave(char *litter)
{
	static const char *const endings[] = { "-wal", "-shm", "-journal", ".tmp" };

	for (char *name = strtok(litter, " "); name; name = strtok(NULL, " ")) {
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

/* ---- reading it --------------------------------------------------------------------------------- */

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
	run(s, words, NULL, &o);
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
	free(s->known);
}
