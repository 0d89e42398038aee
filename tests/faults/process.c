/* SPDX-License-Identifier: MIT
 * See process.h.
 */
#include "process.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
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

void scene_play(const scene *s, char *const *words, const char *libraries, outcome *out)
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
	scene_play(s, s->words, libraries, out);
}
