/* SPDX-License-Identifier: MIT
 * Targets, as known.
 */
#include "targets.h"

#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../../base/period.h"
#include "../../store/store.h"
#include "../sql.h"

static bool take(target *one, arena *memory, const stmt *q)
{
	const char **const strings[] = { &one->resolution, &one->indicator, &one->level };
	const char *from = stmt_text(q, 3), *until = stmt_text(q, 4), *sense = stmt_text(q, 6);

	*one = (target){ .until = 0 };
	for (int i = 0; i < 3; i++)
		if (!(*strings[i] = arena_string(memory, stmt_text(q, i))))
			return false;
	if (!period_read(from, strlen(from), &one->from))
		one->from = 0;
	if (until && !period_read(until, strlen(until), &one->until))
		one->until = 0;
	if (!number_from_text(stmt_text(q, 5), &one->value))
		one->value = (number){ 0, 0 };
	return !sense || (one->sense = arena_string(memory, sense)) != NULL;
}

relais_status targets_load(
	targets *t, relais_store *store, int64_t known, arena *memory, relais_error *err)
{
	size_t room = 0;
	relais_status rc;
	stmt *q;

	*t = (targets){ 0 };
	if ((rc = stmt_prepare(&q, store, SQL(targets), err)) != RELAIS_OK)
		return rc;
	stmt_bind_int(q, ":known", known);
	while ((rc = stmt_step(q, err)) == RELAIS_OK) {
		if (t->count == room) {
			target *more;

			room = room ? room * 2 : 16;
			if (!(more = realloc(t->list, room * sizeof *more))) {
				rc = fail_memory(err);
				break;
			}
			t->list = more;
		}
		if (!take(&t->list[t->count++], memory, q)) {
			rc = fail_memory(err);
			break;
		}
	}
	stmt_free(q);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

void targets_free(targets *t)
{
	free(t->list);
	*t = (targets){ 0 };
}

static bool is_in_force(const target *one, relais_day day)
{
	return one->from && period_first_day(one->from) <= day &&
	       (!one->until || period_last_day(one->until) >= day);
}

static bool is_level(const target *one, const char *level)
{
	return !*one->level || !strcmp(one->level, level);
}

const target *targets_find(const targets *t, const char *resolution, const char *level,
	const char *indicator, bool is_main, relais_day day)
{
	const target *best = NULL;
	int rank = 0;

	for (size_t i = 0; i < t->count; i++) {
		const target *one = &t->list[i];
		bool of_resolution = !strcmp(one->resolution, resolution);
		bool of_indicator = indicator && !strcmp(one->indicator, indicator);
		int how = of_resolution && of_indicator                  ? 3
			  : of_resolution && !*one->indicator && is_main ? 2
			  : !*one->resolution && of_indicator            ? 1
									 : 0;

		if (how == 0 || how < rank || !is_level(one, level) || !is_in_force(one, day))
			continue;
		best = one;
		rank = how;
	}
	return best;
}
