/* SPDX-License-Identifier: MIT
 * A row is kept until it is whole, its cells in any order, then written with the limit on what
 * an unpacked text may be.
 */
#include "grid.h"

#include <errno.h>
#include <stdlib.h>

#include "../base/error.h"
#include "inside.h"

typedef struct cell {
	size_t start, length;
	bool is_there;
} cell;

struct grid {
	const source *source;
	FILE *to;
	cell *cells; /* GRID_COLUMNS */
	size_t count; /* of the row, up to the last that is there */
	size_t widest; /* row so far */
	text bytes, line;
	unsigned long lines;
	uint64_t written;
};

relais_status grid_open(grid **out, const source *s, FILE *to, relais_error *err)
{
	grid *g = calloc(1, sizeof *g);

	if (g)
		g->cells = calloc(GRID_COLUMNS, sizeof *g->cells);
	if (!g || !g->cells) {
		grid_close(g);
		return fail_memory(err);
	}
	g->source = s;
	g->to = to;
	text_add(&g->line, "\xEF\xBB\xBF");
	*out = g;
	return RELAIS_OK;
}

bool grid_put(grid *g, size_t column, const char *bytes, size_t length)
{
	cell *c = &g->cells[column];

	if (c->is_there)
		return false;
	*c = (cell){ g->bytes.length, length, true };
	text_add_bytes(&g->bytes, bytes, length);
	if (column >= g->count)
		g->count = column + 1;
	return true;
}

static bool needs_quotes(const char *bytes, size_t length)
{
	return memchr(bytes, GRID_DELIMITER, length) || memchr(bytes, '"', length);
}

static void add_cell(text *line, const char *bytes, size_t length)
{
	bool is_quoted = length > 0 && needs_quotes(bytes, length);

	if (is_quoted)
		text_add_char(line, '"');
	for (size_t i = 0; i < length; i++) {
		unsigned char c = (unsigned char)bytes[i];

		if (c == '"')
			text_add_char(line, '"');
		text_add_char(line, c < ' ' ? ' ' : bytes[i]);
	}
	if (is_quoted)
		text_add_char(line, '"');
}

static relais_status flush(grid *g, relais_error *err)
{
	if (g->line.failed || g->bytes.failed)
		return fail_memory(err);
	g->written += g->line.length;
	if (g->written > g->source->limit)
		return source_too_large(g->source, err);
	if (fwrite(text_str(&g->line), 1, g->line.length, g->to) != g->line.length)
		return source_cannot_spool(g->source, errno, err);
	text_clear(&g->line);
	return RELAIS_OK;
}

relais_status grid_end_row(grid *g, unsigned long line, relais_error *err)
{
	for (; g->lines + 1 < line; g->lines++)
		text_add_char(&g->line, '\n');
	if (g->count > g->widest)
		g->widest = g->count;
	for (size_t i = 0; g->count > 0 && i < g->widest; i++) {
		cell *c = &g->cells[i];

		if (i > 0)
			text_add_char(&g->line, GRID_DELIMITER);
		if (c->is_there)
			add_cell(&g->line, text_str(&g->bytes) + c->start, c->length);
		c->is_there = false;
	}
	text_add_char(&g->line, '\n');
	g->lines++;
	g->count = 0;
	text_clear(&g->bytes);
	return flush(g, err);
}

void grid_close(grid *g)
{
	if (!g)
		return;
	free(g->cells);
	text_free(&g->bytes);
	text_free(&g->line);
	free(g);
}
