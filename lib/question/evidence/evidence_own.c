/* SPDX-License-Identifier: MIT
 * The relay's own yardsticks that hold on the day, each in the place of the one of the catalogue that
 * it names, or after all of them.
 */
#include <string.h>

#include "../../base/date.h"
#include "../../base/error.h"
#include "../sql.h"
#include "inside.h"

/* Columns as q_measures.sql lists them; false: no memory. */
static bool own_cells(evidence *e, const stmt *q, const char *cells[YARDSTICK_CELLS])
{
	for (int i = 0; i < YARDSTICK_CELLS; i++)
		if (!(cells[i] = arena_string(
			      &e->memory, stmt_is_null(q, i) ? "" : stmt_text(q, i))))
			return false;
	return true;
}

static yardstick *named(const evidence *e, const char *code)
{
	for (size_t i = 0; i < e->count; i++)
		if (strcmp(e->list[i].code, code) == 0)
			return &e->list[i];
	return NULL;
}

/* In the place of the one it names. */
static bool put_own(evidence *e, const char *const *cells)
{
	yardstick one = yardstick_of(cells), *at = named(e, one.code);

	one.is_own = true;
	if (!at)
		return evidence_add(e, one);
	*at = one;
	return true;
}

/* Those that count nothing only took another's place. */
static void drop_unused(evidence *e)
{
	size_t kept = 0;

	for (size_t i = 0; i < e->count; i++)
		if (strcmp(e->list[i].source, "none") != 0)
			e->list[kept++] = e->list[i];
	e->count = kept;
}

relais_status evidence_own(evidence *e, relais_error *err)
{
	const char *cells[YARDSTICK_CELLS];
	char day[16];
	stmt *q;
	relais_status rc = stmt_prepare(&q, e->store, SQL(measures), err);

	if (rc != RELAIS_OK)
		return rc;
	relais_day_print(e->day, day);
	stmt_bind_int(q, ":known", e->known);
	stmt_bind_text(q, ":day", day);
	while ((rc = stmt_step(q, err)) == RELAIS_OK)
		if (!own_cells(e, q, cells) || !put_own(e, cells)) {
			rc = fail_memory(err);
			break;
		}
	stmt_free(q);
	drop_unused(e);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}
