/* SPDX-License-Identifier: MIT
 * The groups told side by side, for figures that are asked for without any.
 */
#include <stdlib.h>

#include "../../base/error.h"
#include "../study/inside.h"
#include "cross.h"
#include "sums.h"

typedef struct told_keys {
	crossing by;
	cross c;
	bool is_open;
} told_keys;

void told_keys_free(told_keys *k)
{
	if (!k)
		return;
	if (k->is_open)
		cross_close(&k->c);
	crossing_free(&k->by);
	free(k);
}

relais_status study_told_keys(study *s, const cross **out, relais_error *err)
{
	group_keys first = { .key = { s->gates.published.key[0] }, .count = 1 };
	told_keys *k = s->told_keys;
	relais_status rc;

	*out = NULL;
	if (!s->gates.published.count)
		return RELAIS_OK;
	if (!k) {
		if (!(k = s->told_keys = calloc(1, sizeof *k)))
			return fail_memory(err);
		if ((rc = crossing_make(&k->by, s, &first, err)) != RELAIS_OK)
			return rc;
		k->is_open = true;
		if ((rc = cross_open(&k->c, s, &k->by, err)) != RELAIS_OK)
			return rc;
	}
	*out = &k->c;
	return RELAIS_OK;
}
