/* SPDX-License-Identifier: MIT
 * Where the sheet of an office goes, and how a page leads there.
 */
#include <stdlib.h>
#include <string.h>

#include "report.h"

static bool is_plain(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       c == '-' || c == '_' || c == '.';
}

/* No name begins with a point: that is a folder, or hidden. */
static void put_code(FILE *out, const char *code)
{
	for (size_t i = 0; code[i]; i++)
		fputc(is_plain(code[i]) && !(i == 0 && code[i] == '.') ? code[i] : '_', out);
}

/* What stands in braces, and goes on behind it; a brace that does not close is a character. */
static relais_status put_word(struct session *s, FILE *out, const char **pattern,
	const char *code, const char *period)
{
	size_t length = strcspn(*pattern, "}") + 1;

	if (code && strncmp(*pattern, "{code}", length) == 0)
		put_code(out, code);
	else if (strncmp(*pattern, "{period}", length) == 0)
		fputs(period, out);
	else if (code)
		return tool_misuse(s, "'%.*s' stands for nothing in -o: {code} and {period} do",
			(int)length, *pattern);
	else
		return tool_misuse(s, "'%.*s' stands for nothing in --index: {period} does",
			(int)length, *pattern);
	*pattern += length;
	return RELAIS_OK;
}

relais_status sheet_path(struct session *s, const char *pattern, const char *code, char **out)
{
	size_t size;
	FILE *to = open_memstream(out, &size);
	relais_status rc = RELAIS_OK;
	char period[16];

	if (!to)
		return tool_fail(s, RELAIS_E_MEMORY, "not enough memory");
	relais_period_print(s->question.span.to, period);
	while (rc == RELAIS_OK && *pattern) {
		if (*pattern == '{' && strchr(pattern, '}'))
			rc = put_word(s, to, &pattern, code, period);
		else
			fputc(*pattern++, to);
	}
	if (fclose(to) != 0 && rc == RELAIS_OK)
		rc = tool_fail(s, RELAIS_E_MEMORY, "not enough memory");
	return rc;
}

/* ---- links ----------------------------------------------------------------------------------- */

/* Folder by folder, without those that lead nowhere; `out` has room. */
static void put_folders(char *out, size_t *length, const char *path)
{
	while (*path) {
		size_t next = strcspn(path, "/");

		if (next == 2 && memcmp(path, "..", 2) == 0) {
			while (*length && out[--*length] != '/')
				;
		} else if (next && !(next == 1 && *path == '.')) {
			out[(*length)++] = '/';
			memcpy(out + *length, path, next);
			*length += next;
		}
		path += next + (path[next] == '/');
	}
	out[*length] = '\0';
}

char *sheet_place(const char *path)
{
	char *here = *path == '/' ? strdup("") : realpath(".", NULL), *out = NULL;
	size_t length = 0;

	if (here && (out = malloc(strlen(here) + strlen(path) + 3))) {
		put_folders(out, &length, here);
		put_folders(out, &length, path);
	}
	free(here);
	return out;
}

/* What both places begin with, up to a slash. */
static size_t common_folder(const char *a, const char *b)
{
	size_t length = 0;

	for (size_t i = 0; a[i] && a[i] == b[i]; i++)
		if (a[i] == '/')
			length = i + 1;
	return length;
}

char *sheet_link(const char *from, const char *to)
{
	char *link = NULL;
	size_t size, common = common_folder(from, to);
	FILE *out = open_memstream(&link, &size);

	if (!out)
		return NULL;
	for (const char *at = from + common; *at; at++)
		if (*at == '/')
			fputs("../", out);
	for (const char *at = to + common; *at; at++)
		if (is_plain(*at) || *at == '/')
			fputc(*at, out);
		else
			fprintf(out, "%%%02X", (unsigned char)*at);
	return fclose(out) == 0 ? link : NULL;
}
