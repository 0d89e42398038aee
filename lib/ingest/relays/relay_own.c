/* SPDX-License-Identifier: MIT
 * What relays number themselves bears the relay's name: every relay has its A1-1.
 */
#include <stdio.h>
#include <string.h>

#include "../../base/error.h"
#include "../../base/text.h"
#include "../../model/moment.h"
#include "../../model/ties.h"
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

/* "A5-01 A5-02+30": what an action comes after. */
static const char *own_ties(const merging *m, const char *list, arena *memory)
{
	text out = { 0 };
	const char *kept;
	tie one;

	while (tie_next(&list, &one)) {
		text_addf(
			&out, *text_str(&out) ? " %s/%s" : "%s/%s", m->relay->prefix, one.code);
		if (one.lag)
			text_addf(&out, "+%d", one.lag);
	}
	kept = out.failed ? NULL : arena_string(memory, text_str(&out));
	text_free(&out);
	return kept;
}

/* A day that hangs on another action; any other stays as it is. */
static const char *own_moment(const merging *m, const char *said, arena *memory)
{
	char name[RELAY_NAME + sizeof((moment *)NULL)->name], print[MOMENT_SIZE];
	moment day;

	if (moment_read(said, &day) != MOMENT_READ || *day.anchor)
		return said;
	snprintf(name, sizeof name, "%s/%s", m->relay->prefix, day.name);
	snprintf(day.name, sizeof day.name, "%.*s", (int)sizeof day.name - 1, name);
	moment_print(&day, print);
	return arena_string(memory, print);
}

static const char *own(
	const merging *m, const kind *k, size_t column, const char *said, arena *memory)
{
	if (k->columns[column].type == CELL_TIES)
		return own_ties(m, said, memory);
	if (k->columns[column].type == CELL_MOMENT)
		return own_moment(m, said, memory);
	return is_own(k, column) ? own_words(m, said, memory) : said;
}

relais_status relay_own_codes(
	const merging *m, const kind *k, const char **said, arena *memory, relais_error *err)
{
	for (size_t i = 0; i < k->count; i++)
		if (said[i] && *said[i] && !(said[i] = own(m, k, i, said[i], memory)))
			return fail_memory(err);
	return RELAIS_OK;
}
