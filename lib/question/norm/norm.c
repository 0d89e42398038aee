/* SPDX-License-Identifier: MIT
 * Lines of the norm, from the table that is built in and from the store. The built-in table has no
 * quotes (a test sees to it): a line is cut at its commas.
 */
#include "norm.h"

#include <stdlib.h>
#include <string.h>

#include "../../base/date.h"
#include "../../base/error.h"
#include "../sql.h"

extern const unsigned char relais_share_norm[];

enum { INDICATOR, DEFINITION, FROM, UNTIL, REQUIRED, SECTION, RANK, SOURCE, CELLS };

static bool keep(norm *n, const char **out, const char *said)
{
	return (*out = arena_string(&n->memory, said ? said : "")) != NULL;
}

/* The same definition said again replaces what was said of it. */
static norm_line *place_of(norm *n, const char *code, const char *definition)
{
	for (size_t i = 0; i < n->count; i++)
		if (!strcmp(n->lines[i].indicator, code) &&
			!strcmp(n->lines[i].definition, definition))
			return &n->lines[i];
	if (n->count == n->room) {
		size_t room = n->room ? n->room * 2 : 64;
		norm_line *more = realloc(n->lines, room * sizeof *more);

		if (!more)
			return NULL;
		n->lines = more;
		n->room = room;
	}
	return &n->lines[n->count++];
}

static relais_status take(norm *n, const char *const *cells, relais_error *err)
{
	norm_line one = { .from = day_or(cells[FROM], INT32_MIN),
		.until = day_or(cells[UNTIL], INT32_MAX),
		.rank = cells[RANK] ? atoll(cells[RANK]) : 1000,
		.is_required = !cells[REQUIRED] || strcmp(cells[REQUIRED], "0") != 0 };
	norm_line *at = place_of(n, cells[INDICATOR], cells[DEFINITION]);

	if (!at || !keep(n, &one.indicator, cells[INDICATOR]) ||
		!keep(n, &one.definition, cells[DEFINITION]) ||
		!keep(n, &one.section, cells[SECTION]) || !keep(n, &one.source, cells[SOURCE]))
		return fail_memory(err);
	*at = one;
	return RELAIS_OK;
}

static relais_status take_built_in(norm *n, relais_error *err)
{
	char *table = arena_string(&n->memory, (const char *)relais_share_norm);
	relais_status rc = table ? RELAIS_OK : fail_memory(err);
	char *line = table ? strchr(table, '\n') : NULL; /* after the headings */

	while (rc == RELAIS_OK && line && *++line) {
		const char *cells[CELLS] = { NULL };
		char *end = strchr(line, '\n');

		if (end)
			*end = '\0';
		for (size_t i = 0; line && i < CELLS; i++)
			cells[i] = strsep(&line, ",");
		rc = take(n, cells, err);
		line = end;
	}
	return rc;
}

static relais_status take_stored(norm *n, study *s, relais_error *err)
{
	stmt *q;
	relais_status rc = stmt_prepare(&q, s->store, SQL(norm), err);

	if (rc != RELAIS_OK)
		return rc;
	stmt_bind_int(q, ":known", s->known);
	while ((rc = stmt_step(q, err)) == RELAIS_OK) {
		const char *cells[CELLS];

		for (int i = 0; i < CELLS; i++)
			cells[i] = stmt_text(q, i);
		if ((rc = take(n, cells, err)) != RELAIS_OK)
			break;
	}
	stmt_free(q);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

/* By indicator, the version that came last first. */
static int by_version(const void *a, const void *b)
{
	const norm_line *x = a, *y = b;
	int order = strcmp(x->indicator, y->indicator);

	if (order)
		return order;
	if (x->from != y->from)
		return x->from > y->from ? -1 : 1;
	return strcmp(y->definition, x->definition);
}

static int by_rank(const void *a, const void *b)
{
	const norm_line *x = a, *y = b;

	if (x->rank != y->rank)
		return x->rank < y->rank ? -1 : 1;
	return strcmp(x->indicator, y->indicator);
}

static void choose(norm *n, const study *s, const relais_question *q)
{
	relais_day first = period_first_day(n->year), last = period_last_day(n->year);
	size_t kept = 0;

	if (n->count)
		qsort(n->lines, n->count, sizeof *n->lines, by_version);
	for (size_t i = 0; i < n->count; i++) {
		const norm_line *one = &n->lines[i];
		const item *about = norm_item(s, one);

		if (one->from > last || one->until < first ||
			(q->indicators && !(about && about->is_named)) ||
			(kept && !strcmp(n->lines[kept - 1].indicator, one->indicator)))
			continue;
		n->lines[kept++] = *one;
	}
	n->count = kept;
	if (kept)
		qsort(n->lines, kept, sizeof *n->lines, by_rank);
}

static relais_status find_year(norm *n, const study *s, relais_error *err)
{
	char span[40];

	n->year = period_previous(period_of_day(s->day, LENGTH_YEAR));
	if (!s->span.from)
		return RELAIS_OK;
	n->year = s->span.from;
	if (s->span.from == s->span.to && period_slot(s->span.from) == 0)
		return RELAIS_OK;
	span_print(s->span, span);
	return fail(err, RELAIS_E_USAGE,
		"the norm is told by year, not of %s: ask for one year", span);
}

relais_status norm_load(norm *n, study *s, const relais_question *q, relais_error *err)
{
	relais_status rc;

	*n = (norm){ 0 };
	if ((rc = find_year(n, s, err)) == RELAIS_OK &&
		(rc = take_built_in(n, err)) == RELAIS_OK &&
		(rc = take_stored(n, s, err)) == RELAIS_OK)
		choose(n, s, q);
	return rc;
}

void norm_free(norm *n)
{
	free(n->lines);
	arena_free(&n->memory);
	*n = (norm){ 0 };
}

item *norm_item(const study *s, const norm_line *line)
{
	return catalogue_item(&s->indicators, line->indicator, strlen(line->indicator));
}
