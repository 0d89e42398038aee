/* SPDX-License-Identifier: MIT
 * Rows of the files, column by column: which are measures is said by their names, what is left are
 * the dimensions.
 */
#include <stdlib.h>
#include <string.h>

#include "../base/error.h"
#include "../base/text.h"
#include "../base/words.h"
#include "../input/reader.h"
#include "inside.h"

const char *protect_name(const table_in *in, int role)
{
	const relais_protect_options *o = in->options;

	switch (role) {
	case ROLE_VALUE: return o->value ? o->value : "value";
	case ROLE_COUNT: return o->count ? o->count : "n";
	case ROLE_LARGEST: return o->largest ? o->largest : "largest";
	case ROLE_SECOND: return o->second ? o->second : "second";
	default: return "status";
	}
}

bool protect_is_total(const table_in *in, const char *code)
{
	static const char *const usual[] = { "total", "", NULL };
	const char *const *words = in->options->totals ? in->options->totals : usual;

	for (; *words; words++)
		if (text_same(*words, code))
			return true;
	return false;
}

static bool is_listed(const char *const *list, const char *name)
{
	for (; *list; list++)
		if (text_same(*list, name))
			return true;
	return false;
}

/* ROLES + 1 and so on for the next dimension; −1: there are too many. */
static int role_of(table_in *in, const char *name)
{
	const relais_protect_options *o = in->options;

	for (int role = 0; role < ROLES; role++)
		if (text_same(protect_name(in, role), name))
			return role;
	if (o->dimensions && !is_listed(o->dimensions, name))
		return ROLE_OTHER;
	if (in->axis_count == TAB_DIMENSIONS)
		return -1;
	in->axes[in->axis_count] = (axis){ .name = arena_string(&in->memory, name) };
	return ROLE_DIMENSION + (int)in->axis_count++;
}

/* The column of the whole a heading is; COLUMNS_MAX when it fails. */
static size_t place_heading(
	table_in *in, const char *name, place where, relais_status *rc, relais_error *err)
{
	int role;

	*rc = RELAIS_OK;
	for (size_t c = 0; c < in->column_count; c++)
		if (text_same(in->columns[c], name))
			return c;
	if (in->column_count == COLUMNS_MAX) {
		*rc = fail_at(err, RELAIS_E_DATA, where,
			"more than %d columns: this is no table of cells", (int)COLUMNS_MAX);
		return COLUMNS_MAX;
	}
	if ((role = role_of(in, name)) < 0) {
		*rc = fail_at(err, RELAIS_E_DATA, where,
			"'%s' would be dimension number %d, and there may be %d: name the dimensions with --dimension",
			name, TAB_DIMENSIONS + 1, (int)TAB_DIMENSIONS);
		return COLUMNS_MAX;
	}
	in->roles[in->column_count] = role;
	if (!(in->columns[in->column_count] = arena_string(&in->memory, name)))
		*rc = fail_memory(err);
	return in->column_count++;
}

typedef struct heads {
	size_t at[COLUMNS_MAX]; /* column of the whole, by column of the file */
	size_t count;
} heads;

static relais_status must_have(const table_in *in, const heads *h, int role, const char *option,
	place where, relais_error *err)
{
	for (size_t i = 0; i < h->count; i++)
		if (in->roles[h->at[i]] == role)
			return RELAIS_OK;
	if (role == ROLE_STATUS)
		return fail_at(err, RELAIS_E_DATA, where,
			"there is no column 'status': an audit needs the status of each cell, A, B, P or D where it is hidden");
	return fail_at(err, RELAIS_E_DATA, where,
		"there is no column '%s': say which it is with '%s COLUMN'",
		protect_name(in, role), option);
}

static relais_status take_headings(
	table_in *in, heads *h, const record *r, const char *input, relais_error *err)
{
	place where = { input, r->line, 0, "missing-column" };
	number all = { 100, 0 };
	bool audit = in->options->audit;
	relais_status rc = RELAIS_OK;

	for (size_t i = 0; i < r->count && rc == RELAIS_OK; i++) {
		size_t at = place_heading(in, r->fields[i],
			(place){ input, r->line, (unsigned long)i + 1, "unknown-column" }, &rc,
			err);

		for (size_t k = 0; k < h->count && rc == RELAIS_OK; k++)
			if (h->at[k] == at)
				rc = fail_at(err, RELAIS_E_DATA,
					(place){
						input, r->line, (unsigned long)i + 1, "twice" },
					"the column '%s' is there twice: rename one",
					r->fields[i]);
		if (rc == RELAIS_OK)
			h->at[h->count++] = at;
	}
	if (rc == RELAIS_OK)
		rc = must_have(in, h, ROLE_VALUE, "--value", where, err);
	if (rc == RELAIS_OK && audit)
		rc = must_have(in, h, ROLE_STATUS, "", where, err);
	if (rc == RELAIS_OK && !audit)
		rc = must_have(in, h, ROLE_COUNT, "--count", where, err);
	if (rc == RELAIS_OK && !audit &&
		(in->rule.p.units || number_order(in->rule.dominance, all) < 0))
		rc = must_have(in, h, ROLE_LARGEST, "--largest", where, err);
	return rc;
}

static relais_status take_row(
	table_in *in, const heads *h, const record *r, const char *input, relais_error *err)
{
	input_row *row;

	if (in->row_count == in->row_room) {
		size_t room = in->row_room ? in->row_room * 2 : 256;
		input_row *grown = realloc(in->rows, room * sizeof *grown);

		if (!grown)
			return fail_memory(err);
		in->rows = grown;
		in->row_room = room;
	}
	row = &in->rows[in->row_count];
	*row = (input_row){ .input = input, .line = r->line };
	if (!(row->cells = arena_alloc(&in->memory, COLUMNS_MAX * sizeof *row->cells)))
		return fail_memory(err);
	if (r->count > h->count)
		protect_fault(in, row, "too-many-fields",
			N_("%zu fields under %zu headings: is a delimiter missing its quotes?"),
			r->count, h->count);
	for (size_t i = 0; i < h->count; i++) {
		const char *cell = i < r->count ? r->fields[i] : "";

		if (!(row->cells[h->at[i]] = arena_string(&in->memory, cell)))
			return fail_memory(err);
	}
	in->row_count++;
	return protect_measure(in, row, row->cells, err);
}

static relais_status read_source(table_in *in, source *src, relais_error *err)
{
	const char *input = arena_string(&in->memory, source_about(src)->name);
	heads h = { .count = 0 };
	relais_status rc;
	dialect d;
	reader *rd;
	record r;

	if (!input)
		return fail_memory(err);
	if ((rc = dialect_detect(&d, src, 0, err)) != RELAIS_OK ||
		(rc = reader_open(&rd, src, &d, err)) != RELAIS_OK)
		return rc;
	while ((rc = reader_next(rd, &r, err)) == RELAIS_OK) {
		rc = h.count ? take_row(in, &h, &r, input, err)
			     : take_headings(in, &h, &r, input, err);
		if (rc != RELAIS_OK)
			break;
	}
	reader_close(rd);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

relais_status protect_read(table_in *in, const char *path, relais_error *err)
{
	source *src;
	relais_status rc = source_open(&src, path, NULL, err);

	if (rc != RELAIS_OK)
		return rc;
	rc = read_source(in, src, err);
	source_close(src);
	return rc;
}
