/* SPDX-License-Identifier: MIT
 * Cutting blocks into physical lines. A line inside a block is given where it lies; one that
 * goes on in the next is put together in a buffer of our own, never longer than LINE_LIMIT.
 * A CR at the end of a block waits: a LF may follow it.
 */
#include <stdlib.h>
#include <string.h>

#include "../base/error.h"
#include "lines.h"

struct lines {
	source *source;
	const char *at, *end; /* of the block not yet given */
	const char *cr; /* the first CR at or after `at`; `end` when there is none */
	text held;
	unsigned long number;
	uint64_t done;
};

relais_status lines_open(lines **out, source *s, bool raw, relais_error *err)
{
	lines *l;
	relais_status rc = source_rewind(s, raw, err);

	if (rc != RELAIS_OK)
		return rc;
	l = calloc(1, sizeof *l);
	if (!l)
		return fail_memory(err);
	l->source = s;
	*out = l;
	return RELAIS_OK;
}

static void find_cr(lines *l)
{
	const char *cr = l->at < l->end ? memchr(l->at, '\r', (size_t)(l->end - l->at)) : NULL;

	l->cr = cr ? cr : l->end;
}

static relais_status next_block(lines *l, relais_error *err)
{
	size_t length;
	relais_status rc = source_read(l->source, &l->at, &length, &l->done, err);

	l->end = l->at;
	if (rc == RELAIS_OK)
		l->end += length;
	find_cr(l);
	return rc;
}

/* Just after the ending of the line at `at`; NULL when this block does not hold it. */
static const char *line_end(const lines *l)
{
	const char *lf;

	if (l->at == l->end)
		return NULL;
	lf = memchr(l->at, '\n', (size_t)(l->cr - l->at));
	if (lf)
		return lf + 1;
	if (l->cr + 1 >= l->end)
		return NULL;
	return l->cr + (l->cr[1] == '\n' ? 2 : 1);
}

static void pass(lines *l, const char *to)
{
	l->at = to;
	if (l->cr < to)
		find_cr(l);
}

static relais_status too_long(const lines *l, relais_error *err)
{
	place where = { source_about(l->source)->name, l->number + 1, 0, "line-too-long" };

	return fail_at(err, RELAIS_E_DATA, where,
		"line %lu is longer than 1 MiB: is this a table of text with ends of lines?",
		where.line);
}

static relais_status hold(lines *l, const char *to, relais_error *err)
{
	size_t more = (size_t)(to - l->at);

	if (more == 0)
		return RELAIS_OK;
	if (l->held.length + more > LINE_LIMIT)
		return too_long(l, err);
	text_add_bytes(&l->held, l->at, more);
	pass(l, to);
	return l->held.failed ? fail_memory(err) : RELAIS_OK;
}

static bool ends_with_cr(const text *held)
{
	return held->length > 0 && held->data[held->length - 1] == '\r';
}

/* Goes on with the line begun in `held` until its end, or the end of the file. */
static relais_status put_together(lines *l, relais_error *err)
{
	const char *end;
	relais_status rc;

	text_clear(&l->held);
	do {
		if ((rc = hold(l, l->end, err)) != RELAIS_OK)
			return rc;
		rc = next_block(l, err);
		if (rc == RELAIS_END && l->held.length > 0)
			return RELAIS_OK;
		if (rc != RELAIS_OK)
			return rc;
		if (ends_with_cr(&l->held))
			end = l->at + (l->at < l->end && *l->at == '\n');
		else
			end = line_end(l);
	} while (!end);
	return hold(l, end, err);
}

relais_status lines_next(lines *l, const char **line, size_t *length, relais_error *err)
{
	const char *end = line_end(l);

	if (end) {
		*line = l->at;
		*length = (size_t)(end - l->at);
		if (*length > LINE_LIMIT)
			return too_long(l, err);
		pass(l, end);
	} else {
		relais_status rc = put_together(l, err);

		if (rc != RELAIS_OK)
			return rc;
		*line = text_str(&l->held);
		*length = l->held.length;
	}
	l->number++;
	return RELAIS_OK;
}

unsigned long lines_number(const lines *l)
{
	return l->number;
}

uint64_t lines_done(const lines *l)
{
	return l->done;
}

void lines_close(lines *l)
{
	if (!l)
		return;
	text_free(&l->held);
	free(l);
}
