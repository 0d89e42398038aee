/* SPDX-License-Identifier: MIT
 * Data out: which format (said, or implied by the suffix of -o, or by the terminal), how
 * wide, in colour or not; then the library writes.
 */
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "tool.h"

static bool to_terminal(void)
{
	return (!tool_want->output || strcmp(tool_want->output, "-") == 0) &&
	       isatty(STDOUT_FILENO);
}

/* "text" of a document and "table" of rows are both .txt to a person. */
static const char *format_of_suffix(const char *path, const char *const *known, bool document)
{
	const char *base = strrchr(path, '/') ? strrchr(path, '/') + 1 : path;
	const char *suffix = strrchr(base, '.');

	if (!suffix || suffix == base)
		return "";
	if (strcmp(suffix, ".txt") == 0)
		return document ? "text" : "table";
	if (strcmp(suffix, ".htm") == 0)
		return "html";
	for (; *known; known++)
		if (strcmp(suffix + 1, *known) == 0)
			return *known;
	return NULL;
}

static relais_status unknown_format(
	struct session *s, const char *path, const char *const *known)
{
	char names[160] = "", hint[256];
	size_t used = 0;

	for (const char *const *name = known; *name && used < sizeof names; name++)
		used += (size_t)snprintf(
			names + used, sizeof names - used, "%s%s", used ? " " : "", *name);
	if (!tool_want->format)
		return tool_misuse(s, "no format goes by the suffix of '%s': add --format (%s)",
			path, names);
	relais_suggest(tool_want->format, known, s->lang, hint, sizeof hint);
	return tool_misuse(
		s, "unknown format '%s'%s: one of %s", tool_want->format, hint, names);
}

static bool is_for_machines(const char *format)
{
	static const char *const all[] = { "csv", "tsv", "json", "jsonl", "sdmx-csv" };

	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (strcmp(format, all[i]) == 0)
			return true;
	return false;
}

relais_status tool_choose_format_of(struct session *s, const char *path)
{
	bool document = s->verb->writes_document;
	const char *const *all = document ? relais_document_formats() : relais_formats();
	const char *said = tool_want->format;

	if (!said)
		said = path ? format_of_suffix(path, all, document) : "";
	if (said && !*said)
		said = document ? "text" : to_terminal() ? "table" : "csv";
	s->format = NULL;
	for (const char *const *known = all; said && *known && !s->format; known++)
		if (strcmp(*known, said) == 0)
			s->format = *known;
	return s->format ? RELAIS_OK : unknown_format(s, path, all);
}

relais_status tool_choose_format(struct session *s)
{
	bool document = s->verb->writes_document;
	relais_status rc = tool_choose_format_of(s, tool_want->output);

	if (rc != RELAIS_OK)
		return rc;
	if (!document && !tool_want->lang && is_for_machines(s->format))
		s->question.lang = RELAIS_EN; /* labels do not follow the locale of a script */
	if (strcmp(s->format, "xlsx") == 0 && to_terminal())
		return tool_misuse(s, "xlsx is not for a terminal: add -o FILE.xlsx");
	return RELAIS_OK;
}

int tool_width(int fd)
{
	const char *said = getenv("COLUMNS");
	struct winsize size;

	if (!isatty(fd))
		return 0;
	if (said && atoi(said) > 0)
		return atoi(said);
	if (ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
		return size.ws_col;
	return 80;
}

static bool in_color(void)
{
	const char *never = getenv("NO_COLOR"), *term = getenv("TERM");

	if (tool_want->color && strcmp(tool_want->color, "auto") != 0)
		return strcmp(tool_want->color, "always") == 0;
	return to_terminal() && !(never && *never) && !(term && strcmp(term, "dumb") == 0);
}

static relais_style style_of(const struct session *s)
{
	const char *name = s->verb->name;

	return (relais_style){
		.lang = s->question.lang,
		.tool = s->tool->name,
		.title = s->title ? s->title : name + strspn(name, "-"),
		.width = to_terminal() ? tool_width(STDOUT_FILENO) : 0,
		.color = in_color(),
	};
}

static void name_output(struct session *s, const char *path, relais_status rc)
{
	if (rc != RELAIS_OK && !*s->err.input && path)
		snprintf(s->err.input, sizeof s->err.input, "%s", path);
}

relais_status tool_write_to(struct session *s, relais_rows *rows, struct tool_file *file)
{
	relais_style style = style_of(s);
	relais_status rc = RELAIS_OK;

	if (strcmp(s->format, "sdmx-csv") == 0)
		rc = relais_rows_to_sdmx(s->store, s->question.diffusion, rows, &rows, &s->err);
	if (rc == RELAIS_OK) {
		rc = relais_rows_write(rows, s->format, &style, file->stream, &s->err);
		name_output(s, tool_want->output, rc);
	}
	relais_rows_close(rows);
	return tool_file_close(s, file, rc);
}

relais_status tool_write(struct session *s, relais_rows *rows)
{
	struct tool_file file;
	relais_status rc = tool_file_open(s, &file, tool_want->output);

	if (rc == RELAIS_OK)
		return tool_write_to(s, rows, &file);
	relais_rows_close(rows);
	return rc;
}

static relais_status check_document(struct session *s, const char *path)
{
	if (tool_want->if_changed && (!path || strcmp(path, "-") == 0))
		return tool_misuse(s, "--if-changed compares with the file of -o: name one");
	if (tool_want->standalone && strcmp(s->format, "html") != 0)
		return tool_misuse(s, "--standalone is about a page: ask for --format html");
	return RELAIS_OK;
}

/* Up to its place: see tool_finish_document. */
static relais_status finish_document(struct session *s, const relais_document *document,
	const char *path, struct tool_file *file)
{
	relais_style style = style_of(s);
	relais_status rc = check_document(s, path);

	*file = (struct tool_file){ .stream = stdout };
	if (rc != RELAIS_OK || (rc = tool_file_open(s, file, path)) != RELAIS_OK)
		return rc;
	file->if_changed = tool_want->if_changed;
	style.title = NULL; /* a document has its own */
	style.is_fragment = tool_want->standalone && strcmp(tool_want->standalone, "no") == 0;
	rc = relais_document_write(document, s->format, &style, file->stream, &s->err);
	name_output(s, path, rc);
	return tool_file_finish(s, file, rc);
}

relais_status tool_finish_document(
	struct session *s, const relais_document *document, struct tool_file *file)
{
	return finish_document(s, document, tool_want->output, file);
}

relais_status tool_put_document(
	struct session *s, const relais_document *document, const char *path, bool *was_kept)
{
	struct tool_file file;
	relais_status rc = finish_document(s, document, path, &file);

	file.was_kept = was_kept;
	return tool_file_place(s, &file, rc);
}

relais_status tool_write_document(struct session *s, const relais_document *document)
{
	return tool_put_document(s, document, tool_want->output, NULL);
}

relais_status tool_answer(struct session *s, tool_question *ask)
{
	relais_rows *rows;
	relais_status rc = ask(s->store, &s->question, &rows, &s->err);

	return rc == RELAIS_OK ? tool_write(s, rows) : rc;
}
