/* SPDX-License-Identifier: MIT
 * Everything the tools say to people goes to stderr through this file, in the shape
 * compilers use: program:file:line:column: sentence [rule]. Also the one place where an
 * outcome becomes an exit code.
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tool.h"

static void say_place(const char *input, unsigned long line, unsigned long column)
{
	if (!input || !*input)
		return;
	tool_put_safe(stderr, input);
	fputc(':', stderr);
	if (line)
		fprintf(stderr, "%lu:", line);
	if (line && column)
		fprintf(stderr, "%lu:", column);
	fputc(' ', stderr);
}

void tool_say(struct session *s, const char *format, ...)
{
	char *said = NULL;
	va_list values;

	tool_progress_erase(s);
	fprintf(stderr, "%s: ", s->tool->name);
	va_start(values, format);
	if (vasprintf(&said, relais_words(s->lang, format), values) != -1) {
		tool_put_safe(stderr, said);
		free(said);
	}
	va_end(values);
	fputc('\n', stderr);
}

void tool_put_word(FILE *out, const char *word)
{
	if (*word && !strpbrk(word, " \t\n'\"\\$&|;<>()*?[#~`!")) {
		fputs(word, out);
		return;
	}
	fputc('\'', out);
	for (; *word; word++)
		if (*word == '\'')
			fputs("'\\''", out);
		else
			fputc(*word, out);
	fputc('\'', out);
}

relais_status tool_fail(struct session *s, relais_status status, const char *format, ...)
{
	va_list values;

	s->err = (relais_error){ .lang = s->lang, .status = status };
	va_start(values, format);
	vsnprintf(s->err.text, sizeof s->err.text, relais_words(s->lang, format), values);
	va_end(values);
	return status;
}

relais_status tool_misuse(struct session *s, const char *format, ...)
{
	va_list values;

	s->err = (relais_error){ .lang = s->lang, .status = RELAIS_E_USAGE };
	va_start(values, format);
	vsnprintf(s->err.text, sizeof s->err.text, relais_words(s->lang, format), values);
	va_end(values);
	s->misused = true;
	return RELAIS_E_USAGE;
}

void tool_tell(void *session, const relais_diagnostic *said)
{
	struct session *s = session;
	const char *severity = "";

	if (said->severity == RELAIS_REJECTED)
		s->attention = true;
	if (tool_want->quiet || (said->severity == RELAIS_NOTE && !tool_want->verbose))
		return;
	if (said->severity == RELAIS_WARNING)
		severity = relais_words(s->lang, "warning: ");
	else if (said->severity == RELAIS_NOTE)
		severity = relais_words(s->lang, "note: ");
	tool_progress_erase(s);
	fprintf(stderr, "%s: ", s->tool->name);
	say_place(said->input, said->line, said->column);
	fputs(severity, stderr);
	tool_put_safe(stderr, said->text);
	if (said->rule && *said->rule)
		fprintf(stderr, " [%s]", said->rule);
	fputc('\n', stderr);
}

void tool_say_error(struct session *s)
{
	const relais_error *err = &s->err;
	const char *verb = s->verb == s->tool->verbs[0] ? "" : s->verb->name;

	tool_progress_erase(s);
	fprintf(stderr, "%s: ", s->tool->name);
	say_place(err->input, err->line, err->column);
	tool_put_safe(stderr, err->text);
	if (*err->rule)
		fprintf(stderr, " [%s]", err->rule);
	fputc('\n', stderr);
	if (s->misused)
		tool_say(s, "try '%s%s%s --help'", s->tool->name, *verb ? " " : "", verb);
}

int tool_exit_code(const struct session *s, relais_status status)
{
	switch (status) {
	case RELAIS_OK:
	case RELAIS_END: return s->unreadable ? 4 : s->unusable ? 3 : s->attention ? 1 : 0;
	case RELAIS_E_USAGE: return 2;
	case RELAIS_E_DATA: return 3;
	case RELAIS_E_IO:
	case RELAIS_E_STORE:
	case RELAIS_E_MEMORY: break;
	}
	return 4;
}
