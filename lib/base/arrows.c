/* SPDX-License-Identifier: MIT
 * Topological order (Kahn), and a circle among what it cannot place: each such node has an arrow
 * from another of them, so that going back again and again comes round.
 */
#include "arrows.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

void arrows_add(arrows *a, size_t from, size_t to)
{
	if (a->failed)
		return;
	if (a->count == a->capacity) {
		size_t more = a->capacity ? a->capacity * 2 : 64;
		struct arrow *all = realloc(a->all, more * sizeof *all);

		if (!all) {
			a->failed = true;
			return;
		}
		a->all = all;
		a->capacity = more;
	}
	a->all[a->count++] = (struct arrow){ from, to };
}

void arrows_free(arrows *a)
{
	free(a->all);
	*a = (arrows){ 0 };
}

static int by_from(const void *a, const void *b)
{
	const struct arrow *x = a, *y = b;

	if (x->from != y->from)
		return x->from < y->from ? -1 : 1;
	return x->to < y->to ? -1 : x->to > y->to;
}

/* A heap of nodes, the least on top. */
static void heap_push(size_t *heap, size_t *size, size_t node)
{
	size_t at = (*size)++;

	for (; at > 0 && heap[(at - 1) / 2] > node; at = (at - 1) / 2)
		heap[at] = heap[(at - 1) / 2];
	heap[at] = node;
}

static size_t heap_pop(size_t *heap, size_t *size)
{
	size_t top = heap[0], last = heap[--*size], at = 0, child;

	while ((child = 2 * at + 1) < *size) {
		child += child + 1 < *size && heap[child + 1] < heap[child];
		if (heap[child] >= last)
			break;
		heap[at] = heap[child];
		at = child;
	}
	if (*size)
		heap[at] = last;
	return top;
}

typedef struct sorting {
	struct arrow *sorted; /* by where they come from */
	size_t *first; /* of the arrows from a node; `nodes` + 1 of them */
	size_t *waiting; /* arrows to a node that are not followed yet */
	size_t *heap, size;
} sorting;

static bool prepare(sorting *s, const arrows *a, size_t nodes)
{
	s->sorted = malloc((a->count + 1) * sizeof *s->sorted);
	s->first = calloc(nodes + 2, sizeof *s->first);
	s->waiting = calloc(nodes + 1, sizeof *s->waiting);
	s->heap = calloc(nodes + 1, sizeof *s->heap);
	s->size = 0;
	if (!s->sorted || !s->first || !s->waiting || !s->heap)
		return false;
	if (a->count) {
		memcpy(s->sorted, a->all, a->count * sizeof *s->sorted);
		qsort(s->sorted, a->count, sizeof *s->sorted, by_from);
	}
	for (size_t i = 0; i < a->count; i++) {
		s->first[s->sorted[i].from + 1]++;
		s->waiting[s->sorted[i].to]++;
	}
	for (size_t i = 0; i < nodes; i++)
		s->first[i + 1] += s->first[i];
	return true;
}

static void release(sorting *s)
{
	free(s->sorted);
	free(s->first);
	free(s->waiting);
	free(s->heap);
}

static size_t place_all(sorting *s, size_t nodes, size_t *order)
{
	size_t placed = 0;

	for (size_t i = 0; i < nodes; i++)
		if (!s->waiting[i])
			heap_push(s->heap, &s->size, i);
	while (s->size) {
		size_t node = heap_pop(s->heap, &s->size);

		order[placed++] = node;
		for (size_t i = s->first[node]; i < s->first[node + 1]; i++)
			if (!--s->waiting[s->sorted[i].to])
				heap_push(s->heap, &s->size, s->sorted[i].to);
	}
	return placed;
}

bool arrows_sort(const arrows *a, size_t nodes, size_t *order, size_t *placed)
{
	sorting s;
	bool has_room = !a->failed && prepare(&s, a, nodes);

	*placed = has_room ? place_all(&s, nodes, order) : 0;
	if (!a->failed)
		release(&s);
	return has_room;
}

/* Any node whose arrows are still waited for, and from there back along such. */
static size_t come_round(
	const sorting *s, size_t nodes, size_t arrow_count, size_t *back, size_t *circle)
{
	size_t node = 0, length = 0, least = 0;

	while (node < nodes && !s->waiting[node])
		node++;
	if (node == nodes)
		return 0;
	for (size_t i = 0; i < arrow_count; i++)
		if (s->waiting[s->sorted[i].from])
			back[s->sorted[i].to] = s->sorted[i].from;
	for (size_t i = 0; i < nodes; i++)
		node = back[node];
	for (size_t n = back[node];; n = back[n]) { /* backwards: written from the end */
		circle[nodes - ++length] = n;
		if (n == node)
			break;
	}
	memmove(circle, circle + nodes - length, length * sizeof *circle);
	for (size_t i = 0; i < length; i++)
		least = circle[i] < circle[least] ? i : least;
	for (; least; least--) { /* a circle is short: turned step by step */
		size_t first = circle[0];

		memmove(circle, circle + 1, (length - 1) * sizeof *circle);
		circle[length - 1] = first;
	}
	return length;
}

bool arrows_circle(const arrows *a, size_t nodes, size_t *circle, size_t *length)
{
	size_t *back = calloc(nodes + 1, sizeof *back);
	sorting s;
	bool is_prepared = back && !a->failed && prepare(&s, a, nodes);

	*length = 0;
	if (is_prepared) {
		place_all(&s, nodes, circle);
		*length = come_round(&s, nodes, a->count, back, circle);
	}
	if (back && !a->failed)
		release(&s);
	free(back);
	return is_prepared;
}
