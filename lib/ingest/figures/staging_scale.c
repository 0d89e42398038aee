/* SPDX-License-Identifier: MIT
 * Decimals of figures on their way to the store.
 */
#include "staging_inside.h"

#include <stdlib.h>

#include "../../base/error.h"

static relais_status widen(staging *g, int64_t indicator, int from, int to, relais_error *err)
{
	relais_status rc = RELAIS_OK;
	int64_t factor = 1;

	for (int d = from; d < to; d++)
		factor *= 10;
	for (int k = WIDEN; k <= WIDEN_CODE && rc == RELAIS_OK; k++) {
		stmt_bind_int_at(g->s[k], 1, indicator);
		stmt_bind_int_at(g->s[k], 2, k == WIDEN_CODE ? to : factor);
		rc = stmt_run(g->s[k], err);
	}
	return rc;
}

/* Decimals an indicator of this import is kept in so far; -1: nothing kept yet. */
static int *kept(staging *g, int64_t indicator, relais_error *err)
{
	if ((size_t)indicator >= g->kept_size) {
		size_t size = (size_t)indicator + 64;
		int *grown = realloc(g->kept_decimals, size * sizeof *grown);

		if (!grown) {
			fail_memory(err);
			return NULL;
		}
		for (size_t i = g->kept_size; i < size; i++)
			grown[i] = 0;
		g->kept_decimals = grown;
		g->kept_size = size;
	}
	return &g->kept_decimals[indicator];
}

relais_status staging_scale(staging *g, size_t i, size_t end, relais_error *err)
{
	int64_t id = figure_indicator(g->rows[i].key);
	const limits *l = &g->limits->by_id[id];
	relais_status rc;

	if (l->is_new) {
		int *so_far = kept(g, id, err);

		if (!so_far)
			return RELAIS_E_MEMORY;
		if (*so_far < l->decimals &&
			(rc = widen(g, id, *so_far, l->decimals, err)) != RELAIS_OK)
			return rc;
		*so_far = l->decimals;
	}
	for (; i < end; i++) {
		staged *row = &g->rows[i];
		number n = { row->value, row->decimals };

		if (row->state != STATE_VALUE)
			continue;
		if (!number_rescale(n, l->decimals, &n, NULL))
			return fail_at(err, RELAIS_E_DATA,
				(place){ NULL, row->line, 0, "number-too-big" },
				"this figure does not fit once all have %d decimals",
				l->decimals);
		row->value = n.units;
		row->decimals = (uint8_t)n.decimals;
	}
	return RELAIS_OK;
}
