/* SPDX-License-Identifier: MIT
 * inih ends a key at a colon and a value at a semicolon after a blank: those of a person's text stand as
 * control characters while it reads.
 */
#include "ini_text.h"

#include <string.h>

#include <ini.h>

#include "error.h"

typedef struct reading {
	const char *input, *rest; /* text still to read */
	unsigned long line;
	ini_pair *take;
	void *self;
	relais_error *err;
	relais_status status;
} reading;

static const char marks[] = ":=;", hidden[] = "\001\002\003";

static void hide(char *at, const char *end, const char *which)
{
	for (; at < end; at++) {
		const char *mark = *at ? strchr(which, *at) : NULL;

		if (mark)
			*at = hidden[strchr(marks, *mark) - marks];
	}
}

static void hide_marks(char *line)
{
	char *end = strstr(line, " = ");

	if (line[0] == '[' || line[strspn(line, " \t")] == ';' || line[0] == '#')
		return;
	if (line[0] == ' ' || line[0] == '\t') { /* goes on with a value */
		hide(line, line + strlen(line), ";");
		return;
	}
	end = end ? end : strchr(line, '=');
	if (!end)
		return;
	hide(line, end, ":=");
	hide(end, end + strlen(end), ";");
}

static void show_marks(char *string)
{
	for (; *string; string++) {
		const char *mark = strchr(hidden, *string);

		if (mark)
			*string = marks[mark - hidden];
	}
}

/* That a section begins, which inih keeps to itself until it has a key. */
static void tell_section(reading *r, const char *line)
{
	const char *end = line[0] == '[' ? strchr(line, ']') : NULL;
	char name[256];

	if (!end || (size_t)(end - line) > sizeof name)
		return;
	snprintf(name, sizeof name, "%.*s", (int)(end - line - 1), line + 1);
	r->status = r->take(r->self, r->line, name, "", "", r->err);
}

/* inih's fgets: one line of the text. */
static char *next_line(char *out, int size, void *self)
{
	reading *r = self;
	size_t n = strcspn(r->rest, "\n");

	if (!*r->rest)
		return NULL;
	n += r->rest[n] == '\n';
	r->line++;
	if (n >= (size_t)size) {
		r->status =
			fail_at(r->err, RELAIS_E_USAGE, (place){ r->input, r->line, 0, NULL },
				"a line of this file has at most %d bytes", size - 1);
		return NULL;
	}
	memcpy(out, r->rest, n);
	out[n] = '\0';
	r->rest += n;
	hide_marks(out);
	tell_section(r, out);
	return r->status == RELAIS_OK ? out : NULL;
}

static int take_pair(void *self, const char *section, const char *key, const char *value)
{
	enum { LONGEST = 256 };
	reading *r = self;
	char shown_key[LONGEST], shown[LONGEST];

	if (r->status != RELAIS_OK)
		return 0;
	snprintf(shown_key, sizeof shown_key, "%s", key);
	snprintf(shown, sizeof shown, "%s", value);
	show_marks(shown_key);
	show_marks(shown);
	r->status = r->take(r->self, r->line, section, shown_key, shown, r->err);
	return r->status == RELAIS_OK;
}

relais_status ini_text_read(
	const char *input, const char *content, ini_pair *take, void *self, relais_error *err)
{
	reading r = { .input = input, .rest = content, .take = take, .self = self, .err = err };
	int bad = ini_parse_stream(next_line, &r, take_pair, &r);

	if (r.status != RELAIS_OK)
		return r.status;
	if (bad > 0)
		return fail_at(err, RELAIS_E_USAGE,
			(place){ input, (unsigned long)bad, 0, NULL },
			"this line is neither [section] nor key = value");
	return bad < 0 ? fail_memory(err) : RELAIS_OK;
}
