/* SPDX-License-Identifier: MIT
 * A sentence is looked up in the error's language, filled in, then made safe to print: the
 * values in it come from files, so control characters become blanks, broken UTF-8 question
 * marks, and what is too long ends in an ellipsis.
 */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "error.h"
#include "text.h"
#include "words.h"

/* The marks that turn the direction of writing: what follows would be read backwards. */
static bool turns_direction(const char *s)
{
	const unsigned char *u = (const unsigned char *)s;

	return u[0] == 0xe2 && ((u[1] == 0x80 && u[2] >= 0xaa && u[2] <= 0xae) ||
				       (u[1] == 0x81 && u[2] >= 0xa6 && u[2] <= 0xa9));
}

void error_tidy(char *sentence)
{
	size_t length = strlen(sentence), good;

	while ((good = text_valid_utf8(sentence, length)) < length)
		sentence[good] = '?';
	for (; *sentence; sentence++) {
		unsigned char c = (unsigned char)*sentence;

		if (c < ' ' || c == 127)
			*sentence = ' ';
		else if (c == 0xC2 && (unsigned char)sentence[1] < 0xA0)
			sentence[0] = sentence[1] = ' ';
		else if (turns_direction(sentence))
			memcpy(sentence, "\xef\xbf\xbd", 3);
	}
}

static void fill_text(char *out, size_t size, const char *format, va_list args)
	__attribute__((format(printf, 3, 0)));
static void fill_text(char *out, size_t size, const char *format, va_list args)
{
	static const char ellipsis[] = "…";
	int length = vsnprintf(out, size, format, args);

	if (length < 0)
		out[0] = '\0';
	else if ((size_t)length >= size)
		strcpy(out + text_cut(out, size - sizeof ellipsis), ellipsis);
	error_tidy(out);
}

static void copy_name(char *out, size_t size, const char *name)
{
	snprintf(out, size, "%s", name ? name : "");
	out[text_cut(out, strlen(out))] = '\0';
}

relais_status fail(relais_error *err, relais_status status, const char *format, ...)
{
	va_list args;

	if (!err)
		return status;
	err->status = status;
	err->line = err->column = 0;
	err->input[0] = err->rule[0] = '\0';
	va_start(args, format);
	fill_text(err->text, sizeof err->text, words(err->lang, format), args);
	va_end(args);
	return status;
}

relais_status fail_at(
	relais_error *err, relais_status status, place where, const char *format, ...)
{
	va_list args;

	if (!err)
		return status;
	err->status = status;
	err->line = where.line;
	err->column = where.column;
	copy_name(err->input, sizeof err->input, where.input);
	copy_name(err->rule, sizeof err->rule, where.rule);
	va_start(args, format);
	fill_text(err->text, sizeof err->text, words(err->lang, format), args);
	va_end(args);
	return status;
}

const char *fail_errno(const relais_error *err, int number)
{
	return words_errno(err ? err->lang : RELAIS_EN, number);
}

relais_status fail_memory(relais_error *err)
{
	return fail(err, RELAIS_E_MEMORY, "not enough memory");
}
