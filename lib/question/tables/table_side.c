/* SPDX-License-Identifier: MIT
 * The heads of a side of a table: the groups that its keys make, each followed by the margins that end
 * with it.
 */
#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "table.h"

/* Do two groups agree in their first keys? */
static bool is_same(const group *a, const group *b, size_t depth)
{
	for (size_t i = 0; i < depth; i++)
		if (strcmp(a->codes[i], b->codes[i]) != 0)
			return false;
	return true;
}

relais_status side_make(side *a, study *s, bool has_margins, relais_error *err)
{
	size_t depth = a->keys.count;
	relais_status rc = crossing_make(&a->by, s, &a->keys, err);

	if (rc != RELAIS_OK)
		return rc;
	if (!(a->heads = calloc(a->by.count * (depth + 1) + 1, sizeof *a->heads)))
		return fail_memory(err);
	for (size_t g = 0; g < a->by.count; g++) {
		const group *one = &a->by.groups[g];
		const group *next = g + 1 < a->by.count ? one + 1 : NULL;

		a->heads[a->count++] = (head){ depth, one->codes };
		for (size_t d = depth; has_margins && d-- > 0;)
			if (!next || !is_same(one, next, d))
				a->heads[a->count++] = (head){ d, one->codes };
	}
	return RELAIS_OK;
}

void side_free(side *a)
{
	crossing_free(&a->by);
	free(a->heads);
}
