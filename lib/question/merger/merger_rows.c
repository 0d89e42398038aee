/* SPDX-License-Identifier: MIT
 * The lines of a merger: one for each thing that is looked at, a column for each office and one for what
 * they make together. A line says of its own cells whether they are numbers, dates or words.
 */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "../../base/error.h"
#include "../../base/words.h"
#include "merger.h"

static const relais_column fixed[MERGER_COLUMNS] = { { "part", N_("Part"), RELAIS_CODE },
	{ "item", N_("Item"), RELAIS_CODE }, { "label", N_("Label"), RELAIS_TEXT },
	{ "period", N_("Period"), RELAIS_PERIOD }, { "merged", N_("Merged"), RELAIS_NUMBER },
	{ "state", N_("State"), RELAIS_CODE }, { "known", N_("Known"), RELAIS_NUMBER },
	{ "lacking", N_("Lacking"), RELAIS_TEXT }, { "peers", N_("Peers"), RELAIS_COUNT },
	{ "rank", N_("Rank"), RELAIS_COUNT },
	{ "first_quartile", N_("First quartile"), RELAIS_NUMBER },
	{ "median", N_("Median"), RELAIS_NUMBER },
	{ "third_quartile", N_("Third quartile"), RELAIS_NUMBER },
	{ "detail", N_("Detail"), RELAIS_TEXT } };

static size_t column_at(const merger *m, int column)
{
	return (size_t)column + (column > MERGER_PERIOD ? m->count : 0);
}

relais_status merger_columns(merger *m, relais_error *err)
{
	m->last = &m->first;
	m->columns = arena_alloc(&m->memory, (MERGER_COLUMNS + m->count) * sizeof *m->columns);
	if (!m->columns)
		return fail_memory(err);
	for (int c = 0; c < MERGER_COLUMNS; c++)
		m->columns[column_at(m, c)] = fixed[c];
	for (size_t o = 0; o < m->count; o++) {
		const char *code = m->what.offices[o];

		m->columns[MERGER_PERIOD + 1 + o] =
			(relais_column){ code, code, RELAIS_NUMBER };
	}
	return RELAIS_OK;
}

merger_line *merger_add(merger *m, const char *group_of, const char *code, const char *title)
{
	size_t width = MERGER_COLUMNS + m->count;
	merger_line *line = arena_alloc(&m->memory, sizeof *line);

	if (line) {
		line->cells = arena_alloc(&m->memory, width * sizeof *line->cells);
		line->types = arena_alloc(&m->memory, width * sizeof *line->types);
	}
	if (!line || !line->cells || !line->types) {
		m->failed = true;
		return NULL;
	}
	for (size_t c = 0; c < width; c++)
		line->types[c] = m->columns[c].type;
	*m->last = line;
	m->last = &line->next;
	merger_say(m, line, MERGER_PART, group_of);
	merger_say(m, line, MERGER_ITEM, code);
	merger_say(m, line, MERGER_LABEL, title);
	return line;
}

static void put(
	merger *m, merger_line *line, size_t at, const relais_type *type, const char *said)
{
	if (!line || !said || !*said)
		return;
	if (!(line->cells[at] = arena_string(&m->memory, said)))
		m->failed = true;
	if (type)
		line->types[at] = *type;
}

void merger_say(merger *m, merger_line *line, int column, const char *said)
{
	put(m, line, column_at(m, column), NULL, said);
}

void merger_say_as(merger *m, merger_line *line, int column, relais_type type, const char *said)
{
	put(m, line, column_at(m, column), &type, said);
}

void merger_say_of(
	merger *m, merger_line *line, size_t which, relais_type type, const char *said)
{
	put(m, line, MERGER_PERIOD + 1 + which, &type, said);
}

void merger_detail(merger *m, merger_line *line, const char *format, ...)
{
	char said[1024];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(said, sizeof said, words(m->lang, format), arguments);
	va_end(arguments);
	merger_say(m, line, MERGER_DETAIL, said);
}

static relais_status next_row(void *self, relais_row *row, relais_error *err)
{
	merger *m = self;

	(void)err;
	if (!m->at)
		return RELAIS_END;
	*row = (relais_row){ MERGER_COLUMNS + m->count, m->at->cells, m->at->types };
	m->at = m->at->next;
	return RELAIS_OK;
}

relais_status merger_rows(merger *m, relais_rows **out, relais_error *err)
{
	m->at = m->first;
	return rows_new(
		out, m->columns, MERGER_COLUMNS + m->count, next_row, merger_close, m, err);
}
