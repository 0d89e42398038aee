/* SPDX-License-Identifier: MIT
 * The thirty at a glance: a tile for each where its challenge and its domain meet.
 */
#include <string.h>

#include "inside.h"

enum { MOST_GROUPS = 8 };

/* Where a code stands in a NULL-terminated list; its length when it does not. */
static size_t place_of(const char *const *codes, const char *code)
{
	size_t i = 0;

	while (codes[i] && !(code && !strcmp(codes[i], code)))
		i++;
	return i;
}

sketch_mark mark_of(state_of s)
{
	_Static_assert((int)STATES_OF == (int)SKETCH_MARKS, "a mark for every state");
	return (sketch_mark)s;
}

static sketch_item tile_of(
	relais_document *d, const one_resolution *r, size_t row, size_t column)
{
	return (sketch_item){
		.name = r->code,
		.label = document_say(
			d, "%s, %s: %s", r->code, r->title, state_name(d, r->state)),
		.mark = mark_of(r->state),
		.row = row,
		.column = column,
	};
}

static const char *describe(relais_document *d, const int64_t *states)
{
	return document_say(d,
		"A tile for each resolution, where its challenge and its domain meet. Done: %s; in "
		"progress: %s; still to do: %s; dropped: %s.",
		say_count(d, states[STATE_DONE]), say_count(d, states[STATE_ONGOING]),
		say_count(d, states[STATE_TO_DO] + states[STATE_PUT_OFF] + states[STATE_UNSET]),
		say_count(d, states[STATE_DROPPED]));
}

void write_tiles(programme *p, section *s)
{
	relais_document *d = p->n->document;
	const char *rows[MOST_GROUPS] = { NULL }, *columns[MOST_GROUPS] = { NULL };
	sketch drawing = { .type = SKETCH_GRID,
		.rows = rows,
		.columns = columns,
		.row_title = document_say(d, "Challenge") };
	int64_t states[STATES_OF] = { 0 };
	sketch_item *tiles = arena_alloc(
		&d->memory, (p->resolution_count ? p->resolution_count : 1) * sizeof *tiles);

	for (; challenge_codes[drawing.row_count]; drawing.row_count++)
		rows[drawing.row_count] = challenge_name(d, challenge_codes[drawing.row_count]);
	for (; domain_codes[drawing.column_count]; drawing.column_count++)
		columns[drawing.column_count] =
			domain_name(d, domain_codes[drawing.column_count]);
	for (size_t i = 0; tiles && i < p->resolution_count; i++) {
		const one_resolution *r = &p->resolutions[i];
		size_t row = place_of(challenge_codes, r->challenge);
		size_t column = place_of(domain_codes, r->domain);

		if (row == drawing.row_count || column == drawing.column_count)
			continue;
		tiles[drawing.item_count++] = tile_of(d, r, row, column);
		states[r->state]++;
		drawing.mark_names[mark_of(r->state)] = state_name(d, r->state);
	}
	drawing.items = tiles;
	if (drawing.item_count) {
		drawing.description = describe(d, states);
		section_sketch(d, s, document_say(d, "The resolutions at a glance"), &drawing);
	}
}
