/* SPDX-License-Identifier: MIT
 * A second reading of the file, line by line and uncomposed, keeps the bytes as they came; a
 * record goes on while a quote is open.
 */
#include "rejects.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../base/error.h"
#include "../base/text.h"
#include "../input/lines.h"

typedef struct writing {
	FILE *out;
	source *src;
	char delimiter, quote;
	text line; /* the record at hand, UTF-8 */
	text encoded; /* in the file's own encoding */
	bool is_first;
} writing;

static const char rejected_lines[] =
	"SELECT line, group_concat(rule, ' '), group_concat(said, ' ; ')\n"
	"  FROM (SELECT line, field, rule, said FROM temp.told WHERE severity = 2 ORDER BY line, field)\n"
	" GROUP BY line\n"
	" ORDER BY line";

static size_t ending_of(const char *line, size_t length)
{
	size_t n = 0;

	while (n < length && (line[length - 1 - n] == '\n' || line[length - 1 - n] == '\r'))
		n++;
	return n;
}

static void add_quoted(text *t, const char *said)
{
	text_add_char(t, '"');
	for (; *said; said++) {
		if (*said == '"')
			text_add_char(t, '"');
		text_add_char(t, *said == '\n' || *said == '\r' ? ' ' : *said);
	}
	text_add_char(t, '"');
}

/* Reads on while a quote is open: the whole record is in w->line. */
static relais_status whole_record(writing *w, lines *in, relais_error *err)
{
	size_t quotes = 0, from = 0;
	const char *line;
	size_t length;
	relais_status rc = RELAIS_OK;

	for (;;) {
		for (; from < w->line.length; from++)
			quotes += w->line.data[from] == '"' && w->quote == '"';
		if (quotes % 2 == 0 || w->line.length > LINE_LIMIT)
			return RELAIS_OK;
		if ((rc = lines_next(in, &line, &length, err)) != RELAIS_OK)
			return rc == RELAIS_END ? RELAIS_OK : rc;
		text_add_bytes(&w->line, line, length);
	}
}

/* The record at hand, then the three cells, then its own line ending. */
static relais_status put(writing *w, const char *line_cell, const char *rule, const char *said,
	relais_error *err)
{
	size_t ending = ending_of(text_str(&w->line), w->line.length);
	text all = { 0 };
	relais_status rc;

	text_add_bytes(&all, text_str(&w->line), w->line.length - ending);
	text_addf(
		&all, "%c%s%c%s%c", w->delimiter, line_cell, w->delimiter, rule, w->delimiter);
	add_quoted(&all, said);
	if (ending)
		text_add_bytes(&all, w->line.data + w->line.length - ending, ending);
	else
		text_add_char(&all, '\n');
	text_clear(&w->encoded);
	rc = all.failed || w->line.failed ? fail_memory(err)
					  : source_encode(w->src, all.data, all.length,
						    w->is_first, &w->encoded, err);
	w->is_first = false;
	if (rc == RELAIS_OK && w->encoded.failed)
		rc = fail_memory(err);
	if (rc == RELAIS_OK)
		fwrite(text_str(&w->encoded), 1, w->encoded.length, w->out);
	text_free(&all);
	return rc;
}

static relais_status copy_lines(
	writing *w, lines *in, const layout *l, stmt *wanted, relais_error *err)
{
	unsigned long next = l->line;
	char number_cell[24];
	const char *line;
	size_t length;
	relais_status rc;
	bool is_heading = true;

	while ((rc = lines_next(in, &line, &length, err)) == RELAIS_OK) {
		if (lines_number(in) < next)
			continue;
		text_clear(&w->line);
		text_add_bytes(&w->line, line, length);
		if ((rc = whole_record(w, in, err)) != RELAIS_OK)
			return rc;
		snprintf(number_cell, sizeof number_cell, "%lu", next);
		rc = is_heading ? put(w, "rt_line", "rt_rule", "rt_message", err)
				: put(w, number_cell, stmt_text(wanted, 1),
					  stmt_text(wanted, 2), err);
		is_heading = false;
		if (rc != RELAIS_OK || (rc = stmt_step(wanted, err)) != RELAIS_OK)
			return rc == RELAIS_END ? RELAIS_OK : rc;
		next = (unsigned long)stmt_int(wanted, 0);
	}
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

static relais_status write_all(
	writing *w, const layout *l, relais_store *store, relais_error *err)
{
	relais_status rc;
	lines *in = NULL;
	stmt *wanted;

	if ((rc = stmt_prepare(&wanted, store, rejected_lines, err)) != RELAIS_OK)
		return rc;
	if ((rc = lines_open(&in, w->src, true, err)) == RELAIS_OK)
		rc = copy_lines(w, in, l, wanted, err);
	lines_close(in);
	stmt_free(wanted);
	return rc;
}

static bool has_rejected(relais_store *store)
{
	relais_status rc;
	stmt *s;

	if (stmt_prepare(&s, store, "SELECT 1 FROM temp.told WHERE severity = 2 LIMIT 1",
		    NULL) != RELAIS_OK)
		return true;
	rc = stmt_step(s, NULL);
	stmt_free(s);
	return rc == RELAIS_OK;
}

/* Does it end its first line as a file of ours does? Only then is it ours to remove. */
static bool is_ours(const char *path)
{
	static const char last[] = "rt_message\"";
	FILE *in = fopen(path, "r");
	size_t matched = 0;
	int c;

	while (in && matched < sizeof last - 1 && (c = getc(in)) != EOF && c != '\n')
		if (c) /* UTF-16 has them between letters */
			matched = c == last[matched] ? matched + 1 : c == last[0];
	if (in)
		fclose(in);
	return matched == sizeof last - 1;
}

static relais_status remove_old(const char *path, relais_error *err)
{
	if (is_ours(path) && unlink(path) != 0)
		return fail(err, RELAIS_E_IO, "cannot remove the old '%s': %s", path,
			fail_errno(err, errno));
	return RELAIS_OK;
}

static relais_status cannot_write(const char *path, relais_error *err)
{
	return fail(err, RELAIS_E_IO, "cannot write '%s': %s", path, fail_errno(err, errno));
}

/* On the disk when it returns, where it is a file. */
static relais_status write_to(writing *w, int fd, const char *path, const layout *l,
	relais_store *store, relais_error *err)
{
	relais_status rc;

	w->out = fd < 0 ? NULL : fdopen(fd, "w");
	rc = w->out ? write_all(w, l, store, err) : cannot_write(path, err);
	if (w->out && rc == RELAIS_OK &&
		(fflush(w->out) != 0 || ferror(w->out) ||
			(fsync(fd) != 0 && errno != EINVAL && errno != EROFS)))
		rc = cannot_write(path, err);
	if (w->out)
		fclose(w->out);
	else if (fd >= 0)
		close(fd);
	text_free(&w->line);
	text_free(&w->encoded);
	return rc;
}

static relais_status write_beside(
	rejects *r, writing *w, const layout *l, relais_store *store, relais_error *err)
{
	text beside = { 0 };
	relais_status rc;
	int fd;

	text_addf(&beside, "%s.part", r->path);
	if (beside.failed)
		return fail_memory(err);
	unlink(beside.data); /* what a killed run left */
	fd = open(beside.data, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	rc = write_to(w, fd, r->path, l, store, err);
	if (rc != RELAIS_OK && fd >= 0)
		unlink(beside.data);
	if (rc == RELAIS_OK)
		r->beside = beside.data;
	else
		text_free(&beside);
	return rc;
}

/* A device or a pipe is written in place, and stays where it is. */
relais_status rejects_write(rejects *r, source *src, const dialect *d, const layout *l,
	relais_store *store, relais_error *err)
{
	writing w = {
		.src = src, .delimiter = d->delimiter, .quote = d->quote, .is_first = true
	};
	struct stat about;
	bool is_there = stat(r->path, &about) == 0;

	r->is_none = !has_rejected(store);
	r->is_file = is_there && S_ISREG(about.st_mode);
	if (r->is_none)
		return RELAIS_OK;
	if (is_there && !r->is_file)
		return write_to(
			&w, open(r->path, O_WRONLY | O_CLOEXEC), r->path, l, store, err);
	return write_beside(r, &w, l, store, err);
}

relais_status rejects_none(const char *path, relais_error *err)
{
	struct stat about;

	return stat(path, &about) == 0 && S_ISREG(about.st_mode) ? remove_old(path, err)
								 : RELAIS_OK;
}

relais_status rejects_settle(rejects *r, relais_status so_far, relais_error *err)
{
	bool holds = so_far == RELAIS_OK || so_far == RELAIS_E_DATA;
	relais_status rc = RELAIS_OK;

	if (so_far != RELAIS_OK)
		err = NULL; /* that is the fault to tell */
	if (holds && r->is_none && r->is_file)
		rc = remove_old(r->path, err);
	else if (holds && r->beside && rename(r->beside, r->path) != 0)
		rc = cannot_write(r->path, err);
	if (r->beside && (!holds || rc != RELAIS_OK))
		unlink(r->beside);
	free(r->beside);
	return so_far == RELAIS_OK ? rc : so_far;
}
