/* SPDX-License-Identifier: MIT
 * The programs in bin/ of a bundle: each starts the tool of its own name with the loader and the libraries
 * that came with it, whatever the machine has or lacks. Static, so that it runs where there is nothing
 * else. The name is that of the file it is, so that a link to it may have any.
 */
#include <errno.h>
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <unistd.h>

enum { OWN_WORDS = 7 }; /* loader, its five words, tool */

static char folder[PATH_MAX], loader[PATH_MAX], libraries[PATH_MAX], tool[PATH_MAX],
	codes[PATH_MAX];

/* false: the path is longer than paths can be */
static int join(char *out, const char *rest, const char *name)
{
	return snprintf(out, PATH_MAX, "%s/%s%s", folder, rest, name) < PATH_MAX;
}

/* Where the file is that was started: what the kernel was asked for, links followed. /proc may not be there. */
static int find_oneself(char *name, size_t size)
{
	static char self[PATH_MAX], parts[PATH_MAX];
	const char *started = (const char *)getauxval(AT_EXECFN); /* NOLINT */

	if (!started || !realpath(started, self))
		return 0;
	memcpy(parts, self, sizeof parts);
	snprintf(name, size, "%s", basename(parts));
	memcpy(parts, self, sizeof parts);
	snprintf(folder, sizeof folder, "%s", dirname(dirname(parts)));
	return 1;
}

int main(int argc, char **argv)
{
	char name[64], **words = calloc((size_t)argc + OWN_WORDS + 1, sizeof *words);

	if (!words || !find_oneself(name, sizeof name) || !join(loader, "lib/", LOADER) ||
		!join(libraries, "lib", "") || !join(tool, "lib/relais/", name) ||
		!join(codes, "lib/gconv", "")) {
		fprintf(stderr, "%s: cannot find the folder it is in: %s\n", argv[0],
			strerror(errno));
		return 4;
	}
	words[0] = loader;
	words[1] = (char *)"--inhibit-cache";
	words[2] = (char *)"--library-path";
	words[3] = libraries;
	words[4] = (char *)"--argv0";
	words[5] = argc > 0 ? argv[0] : name;
	words[6] = tool;
	for (int i = 1; i < argc; i++)
		words[OWN_WORDS + i - 1] = argv[i];
	setenv("GCONV_PATH", codes, 1); /* those of the machine are of another C library */
	execv(loader, words);
	fprintf(stderr, "%s: cannot start '%s': %s\n", name, loader, strerror(errno));
	return 4;
}
