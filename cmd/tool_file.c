/* SPDX-License-Identifier: MIT
 * A file that appears whole or not at all: written beside its name, renamed when the last
 * byte is on disk, removed when anything failed or a signal came. What is not a plain file
 * (/dev/null, a fifo) is written in place; a symbolic link keeps pointing where it did.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tool.h"

static const char *volatile pending; /* to remove when a signal ends us */

static void remove_pending(int number)
{
	if (pending)
		unlink(pending);
	signal(number, SIG_DFL);
	raise(number);
}

/* A signal that was ignored (nohup) stays so. */
static void watch(int number)
{
	if (signal(number, remove_pending) == SIG_IGN)
		signal(number, SIG_IGN);
}

static relais_status cannot(struct session *s, const char *path)
{
	return tool_fail(s, RELAIS_E_IO, "cannot write '%s': %s", path,
		relais_words(s->lang, strerror(errno)));
}

static int open_beside(struct tool_file *file)
{
	size_t size = strlen(file->path) + 32;
	int fd = -1;

	file->temporary = malloc(size);
	if (!file->temporary)
		return -1;
	for (int i = 0; i < 100 && fd == -1; i++) {
		snprintf(file->temporary, size, "%s.%ld-%d.tmp", file->path, (long)getpid(), i);
		fd = open(file->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
		if (fd == -1 && errno != EEXIST)
			break;
	}
	if (fd == -1)
		return -1;
	pending = file->temporary;
	watch(SIGINT);
	watch(SIGTERM);
	watch(SIGHUP);
	return fd;
}

static void forget(struct tool_file *file)
{
	pending = NULL;
	free(file->temporary);
	free(file->path);
	*file = (struct tool_file){ .stream = NULL };
}

relais_status tool_file_open(struct session *s, struct tool_file *file, const char *path)
{
	struct stat about;
	bool exists;
	int fd;

	*file = (struct tool_file){ .stream = stdout };
	if (!path || strcmp(path, "-") == 0)
		return RELAIS_OK;
	exists = stat(path, &about) == 0;
	if (exists && S_ISDIR(about.st_mode))
		return tool_fail(s, RELAIS_E_IO, "cannot write '%s': it is a directory", path);
	file->path = exists ? realpath(path, NULL) : strdup(path);
	if (!file->path)
		return cannot(s, path);
	if (exists && !S_ISREG(about.st_mode))
		fd = open(file->path, O_WRONLY | O_CLOEXEC);
	else
		fd = open_beside(file);
	file->stream = fd == -1 ? NULL : fdopen(fd, "w");
	if (file->stream)
		return RELAIS_OK;
	(void)cannot(s, path);
	if (fd != -1 && file->temporary)
		unlink(file->temporary);
	forget(file);
	return RELAIS_E_IO;
}

static bool same_bytes(const char *path, const char *other)
{
	FILE *a = fopen(path, "rb"), *b = fopen(other, "rb");
	bool same = a && b;
	int byte = 0;

	while (same && byte != EOF) {
		byte = getc(a);
		same = byte == getc(b);
	}
	same = same && !ferror(a) && !ferror(b);
	if (a)
		fclose(a);
	if (b)
		fclose(b);
	return same;
}

/* Some file systems have no such thing to sync. */
static bool sync_folder(const char *path)
{
	const char *slash = strrchr(path, '/');
	char *folder = slash ? strndup(path, (size_t)(slash - path) + 1) : strdup(".");
	int fd = folder ? open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
	bool done = fd != -1 && (fsync(fd) == 0 || errno == EINVAL || errno == ENOTSUP);
	int why = errno;

	if (fd != -1)
		close(fd);
	free(folder);
	errno = why;
	return done;
}

/* The file takes its name, unless what has that name says the same already. */
static relais_status put_in_place(struct session *s, struct tool_file *file)
{
	if (file->if_changed && same_bytes(file->temporary, file->path)) {
		unlink(file->temporary);
		if (file->was_kept)
			*file->was_kept = true;
		return RELAIS_OK;
	}
	if (rename(file->temporary, file->path) == -1) {
		relais_status rc = cannot(s, file->path);

		unlink(file->temporary);
		return rc;
	}
	return file->outlasts && !sync_folder(file->path) ? cannot(s, file->path) : RELAIS_OK;
}

relais_status tool_file_finish(struct session *s, struct tool_file *file, relais_status status)
{
	bool whole;

	if (file->stream == stdout)
		return status;
	whole = fflush(file->stream) == 0 && !ferror(file->stream);
	if (whole && file->temporary && fsync(fileno(file->stream)) == -1)
		whole = errno == EINVAL || errno == EROFS;
	if (fclose(file->stream) != 0)
		whole = false;
	file->stream = NULL;
	if (status == RELAIS_OK && !whole)
		status = cannot(s, file->path);
	return status;
}

relais_status tool_file_place(struct session *s, struct tool_file *file, relais_status status)
{
	if (file->temporary && status == RELAIS_OK)
		status = put_in_place(s, file);
	else if (file->temporary)
		unlink(file->temporary);
	if (file->path)
		forget(file);
	return status;
}

relais_status tool_file_close(struct session *s, struct tool_file *file, relais_status status)
{
	return tool_file_place(s, file, tool_file_finish(s, file, status));
}
