/* SPDX-License-Identifier: MIT
 * A sketch joins a section: all it says is copied, as everything in a document is.
 */
#include "document.h"

static void *take(relais_document *d, size_t count, size_t size)
{
	void *room = arena_alloc(&d->memory, count ? count * size : 1);

	if (!room)
		d->failed = true;
	return room;
}

static const char *const *copy_names(relais_document *d, size_t count, const char *const *names)
{
	const char **copies = take(d, count, sizeof *copies);

	for (size_t i = 0; copies && i < count; i++)
		copies[i] = document_copy(d, names[i]);
	return copies;
}

static const sketch_item *copy_items(relais_document *d, size_t count, const sketch_item *items)
{
	sketch_item *copies = take(d, count, sizeof *copies);

	for (size_t i = 0; copies && i < count; i++) {
		copies[i] = items[i];
		copies[i].name = document_copy(d, items[i].name);
		copies[i].title = document_copy(d, items[i].title);
		copies[i].detail = document_copy(d, items[i].detail);
		copies[i].note = document_copy(d, items[i].note);
		copies[i].label = document_copy(d, items[i].label);
	}
	return copies;
}

static const sketch_tick *copy_ticks(relais_document *d, size_t count, const sketch_tick *ticks)
{
	sketch_tick *copies = take(d, count, sizeof *copies);

	for (size_t i = 0; copies && i < count; i++) {
		copies[i] = ticks[i];
		copies[i].name = document_copy(d, ticks[i].name);
		copies[i].group = document_copy(d, ticks[i].group);
	}
	return copies;
}

block *section_sketch(relais_document *d, section *s, const char *title, const sketch *drawing)
{
	sketch *copy = take(d, 1, sizeof *copy);
	block *b;

	if (!copy)
		return NULL;
	*copy = *drawing;
	copy->description = document_copy(d, drawing->description);
	for (size_t i = 0; i < SKETCH_MARKS; i++)
		copy->mark_names[i] = document_copy(d, drawing->mark_names[i]);
	copy->items = copy_items(d, drawing->item_count, drawing->items);
	copy->rows = copy_names(d, drawing->row_count, drawing->rows);
	copy->row_title = document_copy(d, drawing->row_title);
	copy->columns = copy_names(d, drawing->column_count, drawing->columns);
	copy->now_name = document_copy(d, drawing->now_name);
	copy->ticks = copy_ticks(d, drawing->tick_count, drawing->ticks);
	if (d->failed || !(b = section_block(d, s, BLOCK_SKETCH)))
		return NULL;
	b->title = document_copy(d, title);
	b->sketched = copy;
	return b;
}
