/* SPDX-License-Identifier: MIT
 * --diagnostics FILE: everything told of all files, none left out, as CSV or JSON lines for
 * the program that reads it.
 */
#include <string.h>

#include "import.h"

static const char *format_of(const char *path)
{
	const char *suffix = strrchr(path, '.');

	if (suffix && strcmp(suffix, ".csv") == 0)
		return "csv";
	return suffix && strcmp(suffix, ".jsonl") == 0 ? "jsonl" : NULL;
}

relais_status diagnostics_begin(struct session *s, const char *path, relais_diagnostics **kept)
{
	*kept = NULL;
	if (!path)
		return RELAIS_OK;
	if (!format_of(path))
		return tool_misuse(
			s, "diagnostics go to a file in .csv or .jsonl, not '%s'", path);
	return relais_diagnostics_open(kept, &s->err);
}

void diagnostics_refused(const struct session *s, relais_diagnostics *kept, const char *input)
{
	const relais_error *err = &s->err;
	relais_diagnostic refused = { RELAIS_REFUSED, *err->input ? err->input : input,
		err->line, err->column, err->rule, err->text, NULL };

	if (kept)
		relais_diagnostics_keep(kept, &refused);
}

static relais_status write_rows(
	struct session *s, const char *path, relais_diagnostics *kept, relais_error *err)
{
	relais_style style = { .lang = s->lang, .tool = s->tool->name };
	struct tool_file file;
	relais_rows *rows;
	relais_status rc = relais_diagnostics_rows(kept, &rows, err);

	if (rc != RELAIS_OK)
		return rc;
	if ((rc = tool_file_open(s, &file, path)) == RELAIS_OK) {
		rc = relais_rows_write(rows, format_of(path), &style, file.stream, err);
		rc = tool_file_close(s, &file, rc);
	}
	relais_rows_close(rows);
	return rc;
}

/* The first fault is the one that is told. */
relais_status diagnostics_end(
	struct session *s, const char *path, relais_diagnostics *kept, relais_status rc)
{
	relais_error first = s->err;
	relais_status written = RELAIS_OK;

	if (!kept)
		return rc;
	written = write_rows(s, path, kept, &s->err);
	relais_diagnostics_close(kept);
	if (rc == RELAIS_OK)
		return written;
	s->err = first;
	return rc;
}
