/* SPDX-License-Identifier: MIT
 * The first records of a file.
 */
#include "sheet.h"

#include "../../base/error.h"
#include "../../input/grid.h"

enum { MOST_BYTES = 1 << 20 };

static bool keep(sheet *s, const record *r, size_t *bytes)
{
	const char **fields = arena_alloc(&s->memory, r->count * sizeof *fields);
	size_t *lengths = arena_alloc(&s->memory, r->count * sizeof *lengths);

	if (!fields || !lengths)
		return false;
	for (size_t i = 0; i < r->count; i++) {
		fields[i] = arena_copy(&s->memory, r->fields[i], r->lengths[i]);
		lengths[i] = r->lengths[i];
		if (!fields[i])
			return false;
		*bytes += r->lengths[i] + 1;
	}
	s->rows[s->count++] = (record){ r->count, fields, lengths, r->line, r->last_line };
	return true;
}

/* A million columns are looked at for days, and a spreadsheet cannot even hold so many. */
static relais_status too_wide(const source *src, const record *r, relais_error *err)
{
	place at = { source_about(src)->name, r->line, 0, "not-a-table" };

	return fail_at(err, RELAIS_E_DATA, at,
		"line %lu has %zu columns, more than the %d of a spreadsheet: say with --delimiter what stands between them",
		r->line, r->count, GRID_COLUMNS);
}

relais_status sheet_read(
	sheet *out, source *src, const dialect *d, profile *p, relais_error *err)
{
	size_t bytes = 0;
	relais_status rc;
	reader *rd;
	record r = { 0 };

	*out = (sheet){ 0 };
	if ((rc = reader_open(&rd, src, d, err)) != RELAIS_OK)
		return rc;
	while (out->count < SHEET_ROWS && bytes < MOST_BYTES &&
		(rc = reader_next(rd, &r, err)) == RELAIS_OK)
		if (r.count > GRID_COLUMNS) {
			rc = too_wide(src, &r, err);
			break;
		} else if ((rc = profile_split(p, &r, err)) != RELAIS_OK) {
			break;
		} else if (!keep(out, &r, &bytes)) {
			rc = fail_memory(err);
			break;
		}
	reader_close(rd);
	out->is_whole = rc == RELAIS_END;
	if (rc == RELAIS_END ||
		(rc == RELAIS_E_DATA && out->count > 0 && r.count <= GRID_COLUMNS))
		return RELAIS_OK;
	return rc;
}

void sheet_free(sheet *s)
{
	arena_free(&s->memory);
	s->count = 0;
}
