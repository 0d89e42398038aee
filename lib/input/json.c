/* SPDX-License-Identifier: MIT
 * A table out of JSON: objects are rows, the way to a value is its heading (`a.b`, `a.0.b`), a
 * list of plain values is one cell with bars between.
 *
 * The file is gone through twice: once for the headings, in the order they are met, once for
 * the cells. The nth record is on the nth line under the headings. A profile that says which
 * ways it wants has those for headings, and no others: portals say hundreds of things of a place.
 */
#include <stdlib.h>

#include "../base/error.h"
#include "../base/map.h"
#include "grid.h"
#include "inside.h"
#include "json_path.h"
#include "values.h"

typedef struct table {
	const source *source;
	values *values;
	grid *grid;
	map columns;
	size_t count;
	const char *const *paths; /* NULL: all there is */
	const char *rows; /* the key of the one object that holds them, or NULL */
	bool has_headings; /* the second time */
	unsigned long records;
	text path, cell;
} table;

static place at_value(const table *t, const char *rule)
{
	return (place){ t->source->name, values_line(t->values), 0, rule };
}

/* ---- One record ------------------------------------------------------------- */

static relais_status put_heading(table *t, relais_error *err)
{
	int64_t column;

	if (map_get(&t->columns, text_str(&t->path), t->path.length, &column))
		return RELAIS_OK;
	if (t->count == GRID_COLUMNS)
		return fail_at(err, RELAIS_E_DATA, at_value(t, "not-a-table"),
			"more than %d different keys: this is no table", GRID_COLUMNS);
	if (!map_put(&t->columns, text_str(&t->path), t->path.length, (int64_t)t->count))
		return fail_memory(err);
	grid_put(t->grid, t->count++, text_str(&t->path), t->path.length);
	return RELAIS_OK;
}

static relais_status put_cell(table *t, relais_error *err)
{
	int64_t column = 0;

	if (t->path.failed || t->cell.failed)
		return fail_memory(err);
	if (!t->has_headings)
		return put_heading(t, err);
	map_get(&t->columns, text_str(&t->path), t->path.length, &column);
	if (grid_put(t->grid, (size_t)column, text_str(&t->cell), t->cell.length))
		return RELAIS_OK;
	return fail_at(err, RELAIS_E_DATA, at_value(t, "bad-json"),
		"the key '%s' comes twice in one object", text_str(&t->path));
}

static bool is_nested(const json_t *value)
{
	return json_is_object(value) || json_is_array(value);
}

static bool holds_plain_values(const json_t *array)
{
	const json_t *value;
	size_t i;

	json_array_foreach (array, i, value)
		if (is_nested(value))
			return false;
	return true;
}

static relais_status put_list(table *t, const json_t *array, relais_error *err)
{
	const json_t *value;
	size_t i;

	text_clear(&t->cell);
	json_array_foreach (array, i, value) {
		if (i > 0)
			text_add_char(&t->cell, '|');
		json_plain_add(value, &t->cell);
	}
	return put_cell(t, err);
}

static relais_status put_value(table *t, json_t *value, relais_error *err);

/* The path goes on with `name` for the time of the value. */
static relais_status put_under(table *t, const char *name, json_t *value, relais_error *err)
{
	size_t before = t->path.length;
	relais_status rc;

	if (before > 0)
		text_add_char(&t->path, '.');
	text_add(&t->path, name);
	rc = put_value(t, value, err);
	if (!t->path.failed) {
		t->path.length = before;
		t->path.data[before] = '\0';
	}
	return rc;
}

/* Nothing comes of {} and []; null is a cell that is empty. */
static relais_status put_value(table *t, json_t *value, relais_error *err)
{
	relais_status rc = RELAIS_OK;
	const char *key;
	char index[24];
	json_t *inner;
	size_t i;

	if (!is_nested(value)) {
		text_clear(&t->cell);
		json_plain_add(value, &t->cell);
		return put_cell(t, err);
	}
	if (json_array_size(value) > 0 && holds_plain_values(value))
		return put_list(t, value, err);
	json_object_foreach (value, key, inner)
		if ((rc = put_under(t, key, inner, err)) != RELAIS_OK)
			return rc;
	json_array_foreach (value, i, inner) {
		snprintf(index, sizeof index, "%zu", i);
		if ((rc = put_under(t, index, inner, err)) != RELAIS_OK)
			return rc;
	}
	return rc;
}

/* Of the record itself, or of what GeoJSON and some portals put its values in. */
static bool follow(const json_t *object, const char *path, text *cell)
{
	return json_path_follow(object, path, cell) ||
	       json_path_follow(json_object_get(object, "properties"), path, cell) ||
	       json_path_follow(json_object_get(object, "fields"), path, cell);
}

static relais_status put_paths(table *t, const json_t *object, relais_error *err)
{
	relais_status rc = RELAIS_OK;

	for (size_t i = 0; t->paths[i] && rc == RELAIS_OK; i++) {
		text_clear(&t->cell);
		if (!follow(object, t->paths[i], &t->cell))
			continue;
		text_clear(&t->path);
		text_add(&t->path, t->paths[i]);
		rc = put_cell(t, err);
	}
	text_clear(&t->path);
	return rc;
}

static relais_status take_record(table *t, json_t *object, relais_error *err)
{
	relais_status rc;

	t->records++;
	if (!json_is_object(object))
		return fail_at(err, RELAIS_E_DATA, at_value(t, "not-a-table"),
			"element %lu is no object: a list of objects is a table, one a row",
			t->records);
	rc = t->paths ? put_paths(t, object, err) : put_value(t, object, err);
	return rc == RELAIS_OK && t->has_headings ? grid_end_row(t->grid, t->records + 1, err)
						  : rc;
}

/* ---- All of them ------------------------------------------------------------- */

static relais_status take_top(table *t, json_t *top, relais_error *err)
{
	json_t *rows = t->rows ? json_object_get(top, t->rows) : top;
	relais_status rc;
	json_t *object;
	size_t i;

	if (!json_is_array(rows))
		return take_record(t, rows, err);
	json_array_foreach (rows, i, object)
		if ((rc = take_record(t, object, err)) != RELAIS_OK)
			return rc;
	return RELAIS_OK;
}

static relais_status take_all(table *t, relais_error *err)
{
	relais_status rc = values_open(&t->values, t->source, err);
	json_t *top;

	t->records = 0;
	while (rc == RELAIS_OK && (rc = values_next(t->values, &top, err)) == RELAIS_OK) {
		rc = take_top(t, top, err);
		json_decref(top);
	}
	values_close(t->values);
	t->values = NULL;
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

static bool holds_objects(const json_t *array)
{
	const json_t *value;
	size_t i;

	json_array_foreach (array, i, value)
		if (!json_is_object(value))
			return false;
	return json_array_size(array) > 0;
}

/* The key of the list in an answer such as {"count": 2, "results": [{…}, {…}]}: one that says so,
 * else the only one with a list of objects. */
static const char *find_list(json_t *top)
{
	static const char *const usual[] = { "rows", "results", "records", "features", "@graph",
		"data", "items" };
	const char *key, *found = NULL;
	json_t *value;

	for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
		if (json_is_array(json_object_get(top, usual[i])))
			return usual[i];
	json_object_foreach (top, key, value) {
		if (!holds_objects(value))
			continue;
		if (found)
			return NULL;
		found = key;
	}
	return found;
}

static size_t paths_that_lead(const json_t *value, const char *const *paths)
{
	text cell = { 0 };
	size_t n = 0;

	for (; *paths; paths++) {
		text_clear(&cell);
		n += follow(value, *paths, &cell);
	}
	text_free(&cell);
	return n;
}

/* An object with a list inside may be a row itself, when the ways wanted begin at it. */
static const char *find_rows(json_t *top, const char *const *paths)
{
	const char *key = find_list(top);

	if (!key || !paths)
		return key;
	return paths_that_lead(top, paths) <
			       paths_that_lead(
				       json_array_get(json_object_get(top, key), 0), paths)
		       ? key
		       : NULL;
}

/* One value that holds all the rows, or many that are rows? */
static relais_status look_first(
	source *s, const char *const *paths, char **rows, relais_error *err)
{
	json_t *top = NULL, *other = NULL;
	const char *key = NULL;
	values *v = NULL;
	relais_status rc;

	if ((rc = values_open(&v, s, err)) == RELAIS_OK)
		rc = values_next(v, &top, err);
	if (rc == RELAIS_OK)
		rc = values_next(v, &other, err);
	s->facts.container = rc == RELAIS_OK ? "NDJSON" : "JSON";
	if (rc == RELAIS_END) {
		key = find_rows(top, paths);
		*rows = key ? strdup(key) : NULL;
		rc = key && !*rows ? fail_memory(err) : RELAIS_OK;
	}
	json_decref(other);
	json_decref(top);
	values_close(v);
	return rc;
}

static relais_status write_table(table *t, FILE *out, relais_error *err)
{
	relais_status rc = grid_open(&t->grid, t->source, out, err);

	if (rc == RELAIS_OK)
		rc = take_all(t, err);
	if (rc == RELAIS_OK && t->paths && t->count == 0) {
		t->paths = NULL; /* another file than the profile's: say what is in it */
		rc = take_all(t, err);
	}
	if (rc == RELAIS_OK)
		rc = grid_end_row(t->grid, 1, err);
	t->has_headings = true;
	return rc == RELAIS_OK ? take_all(t, err) : rc;
}

relais_status source_json(source *s, FILE *out, const char *const *paths, relais_error *err)
{
	table t = { .source = s, .paths = paths };
	char *rows = NULL;
	relais_status rc = look_first(s, paths, &rows, err);

	t.rows = rows;
	if (rc == RELAIS_OK)
		rc = write_table(&t, out, err);
	grid_close(t.grid);
	map_free(&t.columns);
	text_free(&t.path);
	text_free(&t.cell);
	free(rows);
	s->facts.delimiter = GRID_DELIMITER;
	return rc;
}
