/* SPDX-License-Identifier: MIT
 * A file that can be read again from any place, whatever it was at first. What cannot be
 * (standard input, a pipe, a terminal) is copied once to a temporary file without a name: it
 * goes with us, even if we are killed.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../base/error.h"
#include "inside.h"

static relais_status cannot_read(const source *s, int why, relais_error *err)
{
	return fail(err, RELAIS_E_IO, "cannot read '%s': %s", s->name, fail_errno(err, why));
}

relais_status source_cannot_spool(const source *s, int why, relais_error *err)
{
	return fail(err, RELAIS_E_IO, "cannot copy '%s' to a temporary file: %s", s->name,
		fail_errno(err, why));
}

static relais_status copy(const source *s, int from, FILE *to, relais_error *err)
{
	char *buffer = malloc(SOURCE_BLOCK);
	relais_status rc = RELAIS_OK;
	ssize_t got;

	if (!buffer)
		return fail_memory(err);
	while (rc == RELAIS_OK && (got = read(from, buffer, SOURCE_BLOCK)) != 0) {
		if (got > 0 && fwrite(buffer, 1, (size_t)got, to) != (size_t)got)
			rc = source_cannot_spool(s, errno, err);
		else if (got < 0 && errno != EINTR)
			rc = cannot_read(s, errno, err);
	}
	if (rc == RELAIS_OK && fflush(to) != 0)
		rc = source_cannot_spool(s, errno, err);
	free(buffer);
	return rc;
}

relais_status source_spool(const source *s, FILE **out, relais_error *err)
{
	*out = tmpfile();
	return *out ? RELAIS_OK : source_cannot_spool(s, errno, err);
}

relais_status source_take_spool(source *s, FILE *filled, relais_error *err)
{
	if (fflush(filled) != 0 || ferror(filled)) {
		fclose(filled);
		return source_cannot_spool(s, errno, err);
	}
	if (s->spool)
		fclose(s->spool);
	else if (s->fd >= 0)
		close(s->fd);
	s->spool = filled;
	s->fd = fileno(filled);
	return RELAIS_OK;
}

static relais_status open_spool(source *s, relais_error *err)
{
	relais_status rc = source_spool(s, &s->spool, err);

	if (rc == RELAIS_OK)
		s->fd = fileno(s->spool);
	return rc;
}

static relais_status spool(source *s, int from, relais_error *err)
{
	relais_status rc = open_spool(s, err);

	return rc == RELAIS_OK ? copy(s, from, s->spool, err) : rc;
}

relais_status source_attach(source *s, const char *path, relais_error *err)
{
	bool is_stdin = strcmp(path, "-") == 0;
	relais_status rc;
	struct stat st;
	int fd;

	s->fd = -1;
	s->name = strdup(is_stdin ? "<stdin>" : path);
	if (!s->name)
		return fail_memory(err);
	if (is_stdin)
		return spool(s, STDIN_FILENO, err);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return cannot_read(s, errno, err);
	if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode)) {
		s->fd = fd;
		return RELAIS_OK;
	}
	rc = spool(s, fd, err);
	close(fd);
	return rc;
}

relais_status source_attach_bytes(
	source *s, const char *name, const void *bytes, size_t length, relais_error *err)
{
	relais_status rc;

	s->fd = -1;
	s->name = strdup(name);
	if (!s->name)
		return fail_memory(err);
	if ((rc = open_spool(s, err)) != RELAIS_OK)
		return rc;
	if (fwrite(bytes, 1, length, s->spool) != length || fflush(s->spool) != 0)
		return source_cannot_spool(s, errno, err);
	return RELAIS_OK;
}

relais_status source_bytes(const source *s, uint64_t offset, void *out, size_t length,
	size_t *got, relais_error *err)
{
	ssize_t n;

	*got = 0;
	while (*got < length) {
		n = pread(s->fd, (char *)out + *got, length - *got, (off_t)(offset + *got));
		if (n == 0)
			break;
		if (n > 0)
			*got += (size_t)n;
		else if (errno != EINTR)
			return cannot_read(s, errno, err);
	}
	return RELAIS_OK;
}
