/* SPDX-License-Identifier: MIT
 * A tool gives up what it has no use for before it reads the first byte of anybody's: should a file or a store
 * ever make it do what it should not, the system refuses. Landlock (Linux 5.13 and later) takes away starting
 * programs, TCP connections (6.7), signals and abstract sockets to others (6.12) and, from verbs that only
 * answer, writing anywhere but where the answer, the store and temporary files go. Reading is left alone: libraries and
 * profiles are opened late. A system without it changes nothing.
 */
#include <fcntl.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tool.h"

#if defined(__linux__) && __has_include(<linux/landlock.h>)
#include <linux/landlock.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif

#ifdef LANDLOCK_CREATE_RULESET_VERSION

/* What later versions of the system's header bring; a kernel is asked what it knows. */
enum { KNOWS_REFER = 2, KNOWS_TRUNCATE = 3, KNOWS_TCP = 4, KNOWS_SCOPES = 6 };
#define REFER    (1ULL << 13)
#define TRUNCATE (1ULL << 14)
#define TCP      (1ULL << 0 | 1ULL << 1) /* bind, connect */
#define SCOPES   (1ULL << 0 | 1ULL << 1) /* abstract sockets, signals */
#define IN_FILE  (LANDLOCK_ACCESS_FS_WRITE_FILE | TRUNCATE)
#define IN_FOLDER                                                                              \
	(IN_FILE | REFER | LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR |    \
		LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_DIR)
#define ANYWHERE                                                                               \
	(IN_FOLDER | LANDLOCK_ACCESS_FS_MAKE_CHAR | LANDLOCK_ACCESS_FS_MAKE_SOCK |             \
		LANDLOCK_ACCESS_FS_MAKE_FIFO | LANDLOCK_ACCESS_FS_MAKE_BLOCK |                 \
		LANDLOCK_ACCESS_FS_MAKE_SYM)

/* struct landlock_ruleset_attr as the kernel has it today, whatever the header is from. */
struct ruleset {
	unsigned long long files, net, scopes;
};

struct guard {
	int rules;
	unsigned long long handled;
};

/* Only what the kernel takes account of may be allowed; what is not there needs no rule. */
static void allow(const struct guard *g, const char *path)
{
	struct landlock_path_beneath_attr rule = { .parent_fd =
							   open(path, O_PATH | O_CLOEXEC) };
	struct stat about;

	if (rule.parent_fd == -1)
		return;
	if (fstat(rule.parent_fd, &about) == 0) {
		rule.allowed_access =
			g->handled & (S_ISDIR(about.st_mode) ? IN_FOLDER : IN_FILE);
		(void)syscall(
			SYS_landlock_add_rule, g->rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0U);
	}
	close(rule.parent_fd);
}

/* The folder where a file comes to stand, or the nearest there is around it. A link is followed; a device
 * or a pipe is itself; {code} is a name to come. */
static void allow_around(const struct guard *g, const char *file)
{
	char *real = realpath(file, NULL), *slash;
	struct stat about;
	char *path = real ? real : strdup(file);

	if (!path)
		return;
	if (real && stat(real, &about) == 0 && !S_ISREG(about.st_mode))
		allow(g, real);
	if (!real)
		path[strcspn(path, "{")] = '\0';
	do {
		slash = strrchr(path, '/');
		if (slash == path)
			slash++;
		*(slash ? slash : path) = '\0';
	} while (slash && *path && strcmp(path, "/") != 0 && access(path, F_OK) != 0);
	allow(g, *path ? path : ".");
	free(path);
}

static void allow_outputs(const struct guard *g, const struct session *s)
{
	static const char *const temporary[] = { "/var/tmp", "/usr/tmp", "/tmp", "/dev/null" };
	static const char *const said[] = { "SQLITE_TMPDIR", "TMPDIR" };

	for (size_t i = 0; i < sizeof temporary / sizeof *temporary; i++)
		allow(g, temporary[i]);
	for (size_t i = 0; i < sizeof said / sizeof *said; i++)
		if (getenv(said[i]))
			allow(g, getenv(said[i]));
	if (tool_db())
		allow_around(g, tool_db());
	if (tool_want->output && strcmp(tool_want->output, "-") != 0)
		allow_around(g, tool_want->output);
	for (const struct tool_option *row = s->verb->options; row && row->name; row++)
		if (row->kind == OPTION_TEXT && row->metavar &&
			strcmp(row->metavar, "FILE") == 0 && *row->into.text)
			allow_around(g, *row->into.text);
}

/* What is given up for the whole tool, with what is left to this verb still to be said; -1: nothing. */
static struct guard ask(const struct session *s, long version)
{
	struct ruleset asked = { .files = LANDLOCK_ACCESS_FS_EXECUTE };
	size_t size = sizeof asked.files;

	if (!s->verb->writes_elsewhere)
		asked.files |= ANYWHERE;
	asked.files &= ~((version < KNOWS_REFER ? REFER : 0) |
			 (version < KNOWS_TRUNCATE ? TRUNCATE : 0));
	if (version >= KNOWS_TCP) {
		asked.net = TCP;
		size = offsetof(struct ruleset, scopes);
	}
	if (version >= KNOWS_SCOPES) {
		asked.scopes = SCOPES;
		size = sizeof asked;
	}
	return (struct guard){ (int)syscall(SYS_landlock_create_ruleset, &asked, size, 0U),
		asked.files };
}

void tool_guard(const struct session *s)
{
	const char *wanted = getenv("RT_GUARD");
	struct guard g;
	long version;

	if (wanted && strcmp(wanted, "no") == 0)
		return;
	version =
		syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
	if (version < 1)
		return;
	g = ask(s, version);
	if (g.rules == -1)
		return;
	if (!s->verb->writes_elsewhere)
		allow_outputs(&g, s);
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0)
		(void)syscall(SYS_landlock_restrict_self, g.rules, 0U);
	close(g.rules);
}

#else

void tool_guard(const struct session *s)
{
	(void)s;
}

#endif
