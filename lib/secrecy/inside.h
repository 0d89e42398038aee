/* SPDX-License-Identifier: MIT
 * What the files of this room share: a table as cells and lines between them.
 */
#ifndef SECRECY_INSIDE_H
#define SECRECY_INSIDE_H

#include "../base/map.h"
#include "table.h"

typedef struct member {
	const char *code;
	struct branch *under; /* its children, newest first */
} member;

/* One child in one tree. */
typedef struct branch {
	struct branch *next;
	size_t child;
	int tree;
} branch;

typedef struct dimension {
	map index;
	member *members; /* 0 is the root */
	size_t count, room;
} dimension;

/* cells[parts[first]] + … = cells[total]; of a dimension's tree, or of none (NO_DIMENSION). */
typedef struct line {
	uint32_t total, first, count;
	int along, tree;
} line;

enum { NO_DIMENSION = -1 };

struct tab {
	size_t dimensions;
	dimension dimension[TAB_DIMENSIONS];
	map index; /* of keys */
	tab_cell *cells;
	uint32_t (*keys)[TAB_DIMENSIONS];
	size_t count, room;
	line *lines;
	size_t line_count, line_room;
	uint32_t *parts;
	size_t part_count, part_room;
	/* The lines a cell is in, as part or total: in_line[in_start[c]] … */
	uint32_t *in_line, *in_start;
	arena memory;
};

static inline bool is_hidden(const tab_cell *c)
{
	return c->status != CELL_VISIBLE;
}

/* Room for one more; false: no memory. */
bool inside_grow(void *list, size_t *room, size_t count, size_t size);
/* The line a cell is the total of, in that dimension and tree; NULL: none. */
const line *inside_under(const tab *t, size_t cell, int along, int tree);
/* Do all lines a cell has to do with satisfy the rule? */
bool inside_lines_hold(tab *t, const secrecy_rule *rule, size_t cell);

#endif
