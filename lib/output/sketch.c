/* SPDX-License-Identifier: MIT
 * See sketch.h.
 */
#include "sketch.h"

#include "json.h"
#include "people.h"
#include "render.h"
#include "wrap.h"

bool sketch_is_drawable(const sketch *s)
{
	if (s->type == SKETCH_GRID && !(s->row_count && s->column_count))
		return false;
	if (s->type == SKETCH_GANTT && s->tick_count < 2)
		return false;
	return s->item_count > 0;
}

const char *sketch_sign(sketch_mark mark)
{
	static const char *const signs[SKETCH_MARKS] = { "●", "◐", "○", "◌", "×", "–" };

	return signs[mark];
}

void sketch_key(text *out, const sketch *s)
{
	const char *between = "";

	for (size_t i = 0; i < SKETCH_MARKS; i++) {
		if (!s->mark_names[i])
			continue;
		text_addf(
			out, "%s%s %s", between, sketch_sign((sketch_mark)i), s->mark_names[i]);
		between = ", ";
	}
}

/* "A4 ◐, A5 ◐": code and sign stay together. */
static void add_cell(text *out, const sketch *s, size_t row, size_t column)
{
	const char *between = "";

	for (size_t i = 0; i < s->item_count; i++) {
		const sketch_item *item = &s->items[i];

		if (item->row != row || item->column != column)
			continue;
		text_addf(out, "%s%s\u00a0%s", between, item->name, sketch_sign(item->mark));
		between = ", ";
	}
}

/* What was composed, kept in the arena; the buffer is empty again. */
static const char *keep(arena *memory, text *said)
{
	const char *kept = said->failed ? NULL : arena_string(memory, text_str(said));

	text_clear(said);
	return kept;
}

static const char *const *cells_of(arena *memory, const sketch *s, size_t row)
{
	const char **cells = arena_alloc(memory, (s->column_count + 1) * sizeof *cells);
	text said = { 0 };
	bool is_whole = cells != NULL;

	if (cells)
		cells[0] = s->rows[row];
	for (size_t c = 0; is_whole && c < s->column_count; c++) {
		add_cell(&said, s, row, c);
		cells[c + 1] = keep(memory, &said);
		is_whole = cells[c + 1] != NULL;
	}
	text_free(&said);
	return is_whole ? cells : NULL;
}

bool sketch_as_table(arena *memory, const block *b, block *table)
{
	const sketch *s = b->sketched;
	size_t width = s->column_count + 1;
	table_row *rows = arena_alloc(memory, s->row_count * sizeof *rows);
	table_column *columns = arena_alloc(memory, width * sizeof *columns);
	const char *const *none = arena_alloc(memory, width * sizeof *none);
	text key = { 0 };

	if (!rows || !columns || !none)
		return false;
	columns[0].title = s->row_title;
	for (size_t c = 0; c < s->column_count; c++)
		columns[c + 1].title = s->columns[c];
	for (size_t r = 0; r < s->row_count; r++) {
		rows[r] = (table_row){ cells_of(memory, s, r), none, false };
		if (!rows[r].cells)
			return false;
	}
	sketch_key(&key, s);
	*table = (block){ .type = BLOCK_TABLE,
		.title = b->title,
		.count = s->row_count,
		.rows = rows,
		.column_count = width,
		.columns = columns,
		.note = keep(memory, &key) };
	text_free(&key);
	return table->note != NULL;
}

static void add_member(text *out, const char *key, const char *value)
{
	text_add_char(out, ',');
	add_json_key(out, key);
	add_json_string(out, value);
}

static void add_item(text *out, const sketch *s, const sketch_item *item)
{
	text_add(out, "{\"name\":");
	add_json_string(out, item->name);
	if (item->title)
		add_member(out, "title", item->title);
	if (item->detail)
		add_member(out, "detail", item->detail);
	add_member(out, "label", item->label);
	add_member(out, "mark", s->mark_names[item->mark]);
	if (s->type == SKETCH_GANTT)
		text_addf(out, ",\"late\":%s", item->is_flagged ? "true" : "false");
	if (s->type == SKETCH_GRID) {
		add_member(out, "row", s->rows[item->row]);
		add_member(out, "column", s->columns[item->column]);
	}
	text_add_char(out, '}');
}

void sketch_as_json(text *out, const sketch *s)
{
	static const char *const types[] = { "grid", "gantt", "map" };

	add_member(out, "drawing", types[s->type]);
	add_member(out, "description", s->description);
	text_add(out, ",\"items\":[");
	for (size_t i = 0; i < s->item_count; i++) {
		if (i)
			text_add_char(out, ',');
		add_item(out, s, &s->items[i]);
	}
	text_add_char(out, ']');
}

static void text_grid(text *out, const block *b, int width)
{
	arena memory = { 0 };
	block table;

	if (sketch_as_table(&memory, b, &table))
		text_table(out, &table, width);
	else
		out->failed = true;
	arena_free(&memory);
}

void text_drawing(text *out, const sketch *s, int width)
{
	if (s->type == SKETCH_GANTT)
		text_gantt(out, s, width);
	else
		text_map(out, s, width);
}

void text_sketch(text *out, const block *b, int width)
{
	const sketch *s = b->sketched;

	if (!sketch_is_drawable(s)) {
		wrap_text(out, s->description, width, "", "");
		return;
	}
	if (s->type == SKETCH_GRID) {
		text_grid(out, b, width);
		return;
	}
	if (b->title) {
		wrap_text(out, b->title, width, "", "");
		text_add_char(out, '\n');
	}
	text_drawing(out, s, width);
}
