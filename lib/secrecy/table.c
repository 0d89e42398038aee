/* SPDX-License-Identifier: MIT
 * Dimensions, members and cells of a table, each found by its codes.
 */
#include "inside.h"

#include <stdlib.h>
#include <string.h>

#include "../base/error.h"

bool inside_grow(void *list, size_t *room, size_t count, size_t size)
{
	void *grown, *old;
	size_t more = *room ? *room * 2 : 64;

	if (count < *room)
		return true;
	memcpy(&old, list, sizeof old);
	if (!(grown = realloc(old, more * size)))
		return false;
	memcpy(list, &grown, sizeof grown);
	*room = more;
	return true;
}

tab *tab_new(void)
{
	return calloc(1, sizeof(tab));
}

void tab_free(tab *t)
{
	if (!t)
		return;
	for (size_t i = 0; i < t->dimensions; i++) {
		map_free(&t->dimension[i].index);
		free(t->dimension[i].members);
	}
	map_free(&t->index);
	free(t->cells);
	free(t->keys);
	free(t->lines);
	free(t->parts);
	free(t->in_line);
	free(t->in_start);
	arena_free(&t->memory);
	free(t);
}

/* The member of that code, made when there is none. */
static size_t member_of(tab *t, dimension *d, const char *code)
{
	size_t length = strlen(code);
	int64_t known;
	const char *copy;

	if (map_get(&d->index, code, length, &known))
		return (size_t)known;
	if (!inside_grow(&d->members, &d->room, d->count, sizeof *d->members) ||
		!(copy = arena_copy(&t->memory, code, length)) ||
		!map_put(&d->index, code, length, (int64_t)d->count))
		return TAB_NONE;
	d->members[d->count] = (member){ .code = copy };
	return d->count++;
}

size_t tab_dimension(tab *t, const char *root)
{
	if (t->dimensions == TAB_DIMENSIONS)
		return TAB_NONE;
	t->dimension[t->dimensions++] = (dimension){ 0 };
	if (member_of(t, &t->dimension[t->dimensions - 1], root) == TAB_NONE)
		return TAB_NONE;
	return t->dimensions - 1;
}

bool tab_member(tab *t, size_t at, int tree, const char *code, const char *parent)
{
	dimension *d = &t->dimension[at];
	size_t child = member_of(t, d, code), above = member_of(t, d, parent);
	branch *b = arena_alloc(&t->memory, sizeof *b);

	if (child == TAB_NONE || above == TAB_NONE || !b)
		return false;
	for (branch *old = d->members[above].under; old; old = old->next)
		if (old->child == child && old->tree == tree)
			return true;
	*b = (branch){ d->members[above].under, child, tree };
	d->members[above].under = b;
	return true;
}

size_t tab_add(tab *t, const char *const *codes, const tab_cell *cell, bool *is_new)
{
	uint32_t key[TAB_DIMENSIONS] = { 0 };
	int64_t known;

	for (size_t i = 0; i < t->dimensions; i++) {
		size_t at = codes[i] ? member_of(t, &t->dimension[i], codes[i]) : 0;

		if (at == TAB_NONE)
			return TAB_NONE;
		key[i] = (uint32_t)at;
	}
	*is_new = false;
	if (map_get(&t->index, (const char *)key, sizeof key, &known))
		return (size_t)known;
	if (t->count == t->room) {
		size_t room = t->room;

		if (!inside_grow(&t->cells, &room, t->count, sizeof *t->cells) ||
			!inside_grow(&t->keys, &t->room, t->count, sizeof *t->keys))
			return TAB_NONE;
	}
	if (!map_put(&t->index, (const char *)key, sizeof key, (int64_t)t->count))
		return TAB_NONE;
	t->cells[t->count] = *cell;
	if (!t->cells[t->count].status)
		t->cells[t->count].status = CELL_VISIBLE;
	memcpy(t->keys[t->count], key, sizeof key);
	*is_new = true;
	return t->count++;
}

size_t tab_cells(const tab *t)
{
	return t->count;
}

tab_cell *tab_at(tab *t, size_t cell)
{
	return &t->cells[cell];
}

size_t tab_mark(tab *t, const secrecy_rule *rule)
{
	size_t hidden = 0;

	for (size_t i = 0; i < t->count; i++) {
		char status = rule_judge(rule, &t->cells[i].of);

		if (status != CELL_VISIBLE)
			t->cells[i].status = status;
		hidden += is_hidden(&t->cells[i]);
	}
	return hidden;
}
