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

relais_status sheet_path(struct session *s, const char *pattern, const char *code, char **out)
{
	size_t size;
	FILE *to = open_memstream(out, &size);
	char period[16];

	if (!to)
		return tool_fail(s, RELAIS_E_MEMORY, "not enough memory");
	relais_period_print(s->question.span.to, period);
	while (*pattern) {
		if (strncmp(pattern, "{code}", 6) == 0) {
			put_code(to, code);
			pattern += 6;
		} else if (strncmp(pattern, "{period}", 8) == 0) {
			fputs(period, to);
			pattern += 8;
		} else {
			fputc(*pattern++, to);
		}
	}
	return fclose(to) == 0 ? RELAIS_OK : tool_fail(s, RELAIS_E_MEMORY, "not enough memory");
}

/* What both paths begin with, up to a slash. */
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
