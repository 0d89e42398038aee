/* SPDX-License-Identifier: MIT
 * What relays number themselves bears the relay's name: every relay has its A1-1.
 */
#include <string.h>

#include "../../base/error.h"
#include "../../base/text.h"
#include "relay.h"

/* Is what the column holds numbered by each relay itself? */
static bool is_own(const kind *k, size_t column)
{
	switch (k->columns[column].type) {
	case CELL_PARTNER:
	case CELL_PARTNERS:
	case CELL_AGREEMENT:
	case CELL_SESSION: return true;
	case CELL_CODE: return column == k->key;
	default: return false;
	}
}

/* Every word of `list` with the relay's name before it; NULL without memory. */
static const char *own_words(const merging *m, const char *list, arena *memory)
{
	text out = { 0 };
	const char *kept;

	while (*(list += strspn(list, " ")) != '\0') {
		size_t n = strcspn(list, " ");

		text_addf(&out, *text_str(&out) ? " %s/%.*s" : "%s/%.*s", m->relay->prefix,
			(int)n, list);
		list += n;
	}
	kept = out.failed ? NULL : arena_string(memory, text_str(&out));
	text_free(&out);
	return kept;
}

relais_status relay_own_codes(
	const merging *m, const kind *k, const char **said, arena *memory, relais_error *err)
{
	for (size_t i = 0; i < k->count; i++)
		if (said[i] && *said[i] && is_own(k, i) &&
			!(said[i] = own_words(m, said[i], memory)))
			return fail_memory(err);
	return RELAIS_OK;
}
