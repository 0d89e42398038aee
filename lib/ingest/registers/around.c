/* SPDX-License-Identifier: MIT
 * Circles of territories refused. What a line said before the file is known again once it is taken
 * back, and may go round with other lines: done again until nothing does.
 */
#include "around.h"

#include <string.h>

#include "../../store/nest.h"
#include "registry_inside.h"
#include "withdraw.h"

/* The last line of the file that is part of a circle; 0: none is. */
static int64_t last_line(const registry *g, const nest *n, size_t first, size_t *which)
{
	int64_t last = 0, line;
	size_t at = first;

	do {
		const struct nested *one = &n->all[at];

		if (one->since == g->batch &&
			map_get(&g->seen, one->code, strlen(one->code), &line) && line > last) {
			last = line;
			*which = at;
		}
		at = n->above[at];
	} while (at != first);
	return last;
}

static relais_status refuse(
	registry *g, const nest *n, size_t first, relais_summary *summary, relais_error *err)
{
	withdrawal row = { .table = "territory", .batch = g->batch };
	size_t which = first;
	text path = { 0 };

	row.line = last_line(g, n, first, &which);
	if (!row.line)
		return RELAIS_OK;
	nest_path(n, first, &path);
	told_reject(g->told, (spot){ (unsigned long)row.line, g->parent_at },
		"territories-in-circle",
		"the territories lie within each other in a circle: %s", text_str(&path));
	text_free(&path);
	row.id = n->all[which].id;
	return withdraw(g->store, &row, summary, err);
}

relais_status around_settle(registry *g, relais_summary *summary, relais_error *err)
{
	uint64_t rejected;
	relais_status rc;
	nest n;

	if (strcmp(g->k->name, "territories") != 0)
		return RELAIS_OK;
	do {
		rejected = g->told->rejected;
		if ((rc = nest_load(&n, g->store, err)) != RELAIS_OK)
			return rc;
		for (size_t i = 0; i < n.circles && rc == RELAIS_OK; i++)
			rc = refuse(g, &n, n.firsts[i], summary, err);
		nest_free(&n);
	} while (rc == RELAIS_OK && g->told->rejected > rejected);
	return rc;
}
