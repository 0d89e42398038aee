/* SPDX-License-Identifier: MIT
 * What is under what: files of code,parent for the dimensions that have one, everything under the
 * total for those that have none. A dimension may have several: as many ways to add up.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../base/error.h"
#include "../base/suggest.h"
#include "../base/text.h"
#include "../input/reader.h"
#include "inside.h"

static axis *axis_named(table_in *in, const char *name, size_t length, relais_error *err)
{
	suggestions near;
	char wanted[128], hint[256];

	snprintf(wanted, sizeof wanted, "%.*s", (int)length, name);
	suggest_start(&near, wanted);
	for (size_t i = 0; i < in->axis_count; i++) {
		if (text_same(in->axes[i].name, wanted))
			return &in->axes[i];
		suggest_offer(&near, in->axes[i].name, NULL);
	}
	suggest_print(&near, in->options->lang, hint, sizeof hint);
	fail(err, RELAIS_E_USAGE, "there is no dimension '%s'%s in the table", wanted, hint);
	return NULL;
}

/* The lines of one file; which code is above all others is known at its end. */
typedef struct edge {
	const char *code, *parent;
} edge;

typedef struct edges {
	table_in *in;
	edge *list;
	size_t count, room;
	map codes; /* the place of each in the list */
	const char *top; /* the last code with nothing above */
	size_t tops;
	bool has_total; /* some are under the total as such */
} edges;

static relais_status take_edge(edges *e, const record *r, const char *input, relais_error *err)
{
	const char *code = r->fields[0], *parent = r->count > 1 ? r->fields[1] : "";
	place where = { input, r->line, 1, "bad-hierarchy" };
	int64_t known;

	if (protect_is_total(e->in, code))
		return RELAIS_OK;
	if (map_get(&e->codes, code, r->lengths[0], &known))
		return fail_at(err, RELAIS_E_DATA, where,
			"'%s' is there twice: a code is under one other, and a second hierarchy goes in a second file",
			code);
	if (e->count == e->room) {
		size_t room = e->room ? e->room * 2 : 64;
		edge *grown = realloc(e->list, room * sizeof *grown);

		if (!grown)
			return fail_memory(err);
		e->list = grown;
		e->room = room;
	}
	e->list[e->count] = (edge){ arena_string(&e->in->memory, code),
		arena_string(&e->in->memory, parent) };
	if (!e->list[e->count].code || !e->list[e->count].parent ||
		!map_put(&e->codes, code, r->lengths[0], (int64_t)e->count))
		return fail_memory(err);
	e->count++;
	return RELAIS_OK;
}

static relais_status read_edges(edges *e, source *src, relais_error *err)
{
	const char *input = source_about(src)->name;
	bool in_heading = true;
	relais_status rc;
	dialect d;
	reader *rd;
	record r;

	if ((rc = dialect_detect(&d, src, 0, err)) != RELAIS_OK ||
		(rc = reader_open(&rd, src, &d, err)) != RELAIS_OK)
		return rc;
	while ((rc = reader_next(rd, &r, err)) == RELAIS_OK) {
		if (!in_heading)
			rc = take_edge(e, &r, input, err);
		else if (r.count < 2 || !text_same(r.fields[0], "code") ||
			 !text_same(r.fields[1], "parent"))
			rc = fail_at(err, RELAIS_E_DATA,
				(place){ input, r.line, 0, "bad-hierarchy" },
				"a hierarchy has the columns code,parent, and this begins with '%s'",
				r.fields[0]);
		in_heading = false;
		if (rc != RELAIS_OK)
			break;
	}
	reader_close(rd);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

static void count_top(edges *e, const char *code)
{
	if (e->top && strcmp(e->top, code) == 0)
		return;
	e->top = code;
	e->tops++;
}

/* A code with nothing above is the total, when it is the only one. */
static void find_tops(edges *e)
{
	int64_t known;

	for (size_t i = 0; i < e->count; i++) {
		const char *parent = e->list[i].parent;

		if (!*parent)
			count_top(e, e->list[i].code);
		else if (protect_is_total(e->in, parent))
			e->has_total = true;
		else if (!map_get(&e->codes, parent, strlen(parent), &known))
			count_top(e, parent);
	}
}

static relais_status place_edges(edges *e, axis *a, size_t at, relais_error *err)
{
	const char *top = e->tops == 1 && !e->has_total ? e->top : NULL;
	bool done = !top || map_put(&a->codes, top, strlen(top), 0);

	for (size_t i = 0; done && i < e->count; i++) {
		const char *code = e->list[i].code, *parent = e->list[i].parent;
		int64_t known;

		if (top && strcmp(code, top) == 0)
			continue;
		if (protect_is_total(e->in, parent) || (top && strcmp(parent, top) == 0))
			parent = "";
		else if (!map_get(&e->codes, parent, strlen(parent), &known))
			done = map_put(&a->codes, parent, strlen(parent), 1) &&
			       tab_member(e->in->cells, at, a->trees, parent, "");
		done = done && map_put(&a->codes, code, strlen(code), 1) &&
		       tab_member(e->in->cells, at, a->trees, code, parent);
	}
	a->trees++;
	return done ? RELAIS_OK : fail_memory(err);
}

/* DIMENSION=FILE */
static relais_status take_hierarchy(table_in *in, const char *said, relais_error *err)
{
	const char *sign = strchr(said, '=');
	edges e = { .in = in };
	source *src;
	relais_status rc;
	axis *a;

	if (!sign || !sign[1])
		return fail(err, RELAIS_E_USAGE,
			"'%s' is no hierarchy: write DIMENSION=FILE, a column of the table and a file of code,parent",
			said);
	if (!(a = axis_named(in, said, (size_t)(sign - said), err)))
		return RELAIS_E_USAGE;
	if ((rc = source_open(&src, sign + 1, NULL, err)) != RELAIS_OK)
		return rc;
	rc = read_edges(&e, src, err);
	source_close(src);
	if (rc == RELAIS_OK) {
		find_tops(&e);
		rc = place_edges(&e, a, (size_t)(a - in->axes), err);
	}
	if (rc == RELAIS_OK && !(a->files = arena_string(&in->memory, sign + 1)))
		rc = fail_memory(err);
	free(e.list);
	map_free(&e.codes);
	return rc;
}

relais_status protect_hierarchies(table_in *in, relais_error *err)
{
	const char *const *said = in->options->hierarchies;
	relais_status rc = RELAIS_OK;

	for (; said && *said && rc == RELAIS_OK; said++)
		rc = take_hierarchy(in, *said, err);
	return rc;
}
