/* SPDX-License-Identifier: MIT
 * The system knows who holds a lock as long as it is held: there is no file that could still name
 * a program that was killed. It is asked through its table of locks, for asking through
 * the file itself (F_GETLK) would take opening and closing it, and closing gives up every lock
 * this process has on it. Where there is no such table the holder has no name.
 */
#include "holder.h"

#include <pwd.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../base/text.h"

/* Which byte of which file beside the store a writer locks: documented by SQLite, with a
 * write-ahead log and without. */
static const struct {
	const char *ending;
	long long byte;
} locks[] = { { "-shm", 120 }, { "", 0x40000001 } };

static long holder_of(FILE *table, unsigned long inode, long long byte)
{
	char line[256];

	while (fgets(line, sizeof line, table)) {
		unsigned long file;
		long long from, to;
		char end[24];
		long pid;

		if (sscanf(line, "%*d: POSIX %*s WRITE %ld %*x:%*x:%lu %lld %23s", &pid, &file,
			    &from, end) != 4)
			continue;
		if (sscanf(end, "%lld", &to) != 1)
			to = INT64_MAX; /* EOF */
		if (file == inode && from <= byte && byte <= to && pid > 0)
			return pid;
	}
	return 0;
}

static long find_process(const char *path)
{
	long pid = 0;

	for (size_t i = 0; i < sizeof locks / sizeof *locks && !pid; i++) {
		FILE *table = fopen("/proc/locks", "re");
		text name = { 0 };
		struct stat about;

		text_addf(&name, "%s%s", path, locks[i].ending);
		if (table && !name.failed && stat(name.data, &about) == 0)
			pid = holder_of(table, (unsigned long)about.st_ino, locks[i].byte);
		text_free(&name);
		if (table)
			fclose(table);
	}
	return pid;
}

/* A line of what the system says, of a process unless it is 0. */
static bool read_line(long pid, const char *what, char *out, size_t size)
{
	char path[64];
	FILE *in;
	bool found;

	if (pid)
		snprintf(path, sizeof path, "/proc/%ld/%s", pid, what);
	else
		snprintf(path, sizeof path, "/proc/%s", what);
	if (!(in = fopen(path, "re")))
		return false;
	found = fgets(out, (int)size, in) != NULL;
	fclose(in);
	if (found)
		out[strcspn(out, "\n")] = '\0';
	return found;
}

static void find_user(long pid, char *out, size_t size)
{
	struct passwd entry, *user = NULL;
	char path[64], buffer[1024];
	struct stat about;

	snprintf(path, sizeof path, "/proc/%ld", pid);
	if (stat(path, &about) != 0)
		return;
	if (getpwuid_r(about.st_uid, &entry, buffer, sizeof buffer, &user) == 0 && user)
		snprintf(out, size, "%s", user->pw_name);
	else
		snprintf(out, size, "%lu", (unsigned long)about.st_uid);
}

/* The system counts the seconds it has been up, and when in them a process began. */
static long seconds_of(long pid)
{
	unsigned long long began;
	char line[1024], *after_name;
	long ticks = sysconf(_SC_CLK_TCK);
	long long up;

	if (!read_line(0, "uptime", line, sizeof line) || sscanf(line, "%lld", &up) != 1 ||
		!read_line(pid, "stat", line, sizeof line) ||
		!(after_name = strrchr(line, ')')) || ticks <= 0)
		return 0;
	if (sscanf(after_name + 1,
		    " %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %*u %*u %*d %*d %*d %*d %*d"
		    " %*d %llu",
		    &began) != 1)
		return 0;
	return (long)(up - (long long)(began / (unsigned long long)ticks));
}

bool holder_find(const char *path, holder *out)
{
	*out = (holder){ .pid = find_process(path), .program = "?", .user = "?" };
	if (!out->pid)
		return false;
	read_line(out->pid, "comm", out->program, sizeof out->program);
	find_user(out->pid, out->user, sizeof out->user);
	out->seconds = seconds_of(out->pid);
	if (out->seconds < 0)
		out->seconds = 0;
	return true;
}
