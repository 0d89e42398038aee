/* SPDX-License-Identifier: MIT
 * Back to the encoding a file came in, so that its rejected lines open in the program
 * that wrote it. What that encoding cannot write becomes '?'.
 */
#include <errno.h>
#include <stdlib.h>

#include "../base/error.h"
#include "inside.h"

struct encoder {
	iconv_t handle;
};

relais_status encoder_open(encoder **out, const char *encoding, relais_error *err)
{
	encoder *e = malloc(sizeof *e);

	if (!e)
		return fail_memory(err);
	e->handle = iconv_open(encoding, "UTF-8");
	if (e->handle == (iconv_t)-1) {
		free(e);
		return fail(err, RELAIS_E_USAGE, "'%s' can be read but not written", encoding);
	}
	*out = e;
	return RELAIS_OK;
}

void encoder_close(encoder *e)
{
	if (e)
		iconv_close(e->handle);
	free(e);
}

/* One turn of iconv over what is left, whatever stops it: errno, or 0. */
static int turn(encoder *e, char **from, size_t *left, text *out)
{
	char buffer[1024], *to = buffer;
	size_t space = sizeof buffer;
	size_t rc = iconv(e->handle, from, left, &to, &space);
	int why = rc == (size_t)-1 ? errno : 0;

	text_add_bytes(out, buffer, sizeof buffer - space);
	return why;
}

static void question_mark(encoder *e, text *out)
{
	char mark[] = "?", *from = mark;
	size_t left = 1;

	turn(e, &from, &left, out);
}

static void skip_character(char **from, size_t *left)
{
	do {
		(*from)++;
		(*left)--;
	} while (*left > 0 && ((unsigned char)**from & 0xC0) == 0x80);
}

static relais_status encode(
	encoder *e, const char *utf8, size_t length, text *out, relais_error *err)
{
	char *copy = malloc(length + 1), *from = copy;
	size_t left = length;

	if (!copy)
		return fail_memory(err);
	memcpy(copy, utf8, length);
	iconv(e->handle, NULL, NULL, NULL, NULL);
	while (left > 0) {
		int why = turn(e, &from, &left, out);

		if (why != EILSEQ && why != EINVAL)
			continue; /* done, or the buffer was full */
		question_mark(e, out);
		skip_character(&from, &left);
	}
	turn(e, NULL, NULL, out); /* back to the first shift state */
	free(copy);
	return RELAIS_OK;
}

relais_status source_encode(const source *s, const char *utf8, size_t length, bool start,
	text *out, relais_error *err)
{
	static const char mark[] = "\xEF\xBB\xBF";
	relais_status rc = RELAIS_OK;

	if (!s->encoder) {
		if (start && s->facts.has_bom)
			text_add(out, mark);
		text_add_bytes(out, utf8, length);
	} else {
		if (start && s->facts.has_bom)
			rc = encode(s->encoder, mark, 3, out, err);
		if (rc == RELAIS_OK)
			rc = encode(s->encoder, utf8, length, out, err);
	}
	return rc == RELAIS_OK && out->failed ? fail_memory(err) : rc;
}
