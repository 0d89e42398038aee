/* SPDX-License-Identifier: MIT
 * JSON as a table: as wide everywhere as its headings; its cells, written as JSON, are parsed by another
 * library, and are those cells.
 */
#include "fuzz.h"

#include <jansson.h>

#include "../../lib/input/json_path.h"
#include "../../lib/output/json.h"

static void is_parsed_again(const char *cell)
{
	text written = { 0 };
	json_t *value;

	text_add_char(&written, '[');
	add_json_string(&written, cell);
	text_add_char(&written, ',');
	add_json_number(&written, cell);
	text_add_char(&written, ']');
	value = json_loadb(text_str(&written), written.length, JSON_DECODE_INT_AS_REAL, NULL);
	require(value || strlen(cell) > 300 /* beyond any double of that library's */,
		"%s is no JSON", text_str(&written));
	require(!value || !strcmp(json_string_value(json_array_get(value, 0)), cell), "%s",
		text_str(&written));
	json_decref(value);
	text_free(&written);
}

static void read_table(source *s)
{
	dialect d = { .delimiter = source_about(s)->delimiter, .quote = '"', .given = true };
	relais_error err = { 0 };
	size_t width = 0;
	relais_status rc;
	record one;
	reader *r;

	require(reader_open(&r, s, &d, &err) == RELAIS_OK, "%s", err.text);
	while ((rc = reader_next(r, &one, &err)) == RELAIS_OK) {
		require(!width || one.count <= width, "%zu cells under %zu headings", one.count,
			width);
		width = width ? width : one.count;
		require(one.line == one.last_line, "a record on lines %lu to %lu", one.line,
			one.last_line);
		for (size_t i = 0; i < one.count; i++)
			is_parsed_again(one.fields[i]);
	}
	fuzz_check_end(rc, &err);
	reader_close(r);
}

/* A way, a NUL, and the value it goes into. */
static void follow(const char *bytes, size_t length)
{
	size_t way = strlen(bytes);
	text found = { 0 };
	json_t *value;

	if (way >= length)
		return;
	value = json_loadb(bytes + way + 1, length - way - 1, JSON_DECODE_ANY, NULL);
	if (value && !json_path_follow(value, bytes, &found))
		require(!found.length, "'%s' of nothing", text_str(&found));
	require(fuzz_is_utf8(text_str(&found)), "'%s'", text_str(&found));
	json_decref(value);
	text_free(&found);
}

static void one(const char *bytes, size_t length)
{
	source *s;

	if (fuzz_choose(&bytes, &length, 4) == 3) {
		follow(bytes, length);
		return;
	}
	if ((s = fuzz_source(bytes, length, NULL, fuzz_block(0))) && source_about(s)->delimiter)
		read_table(s);
	source_close(s);
}

const fuzz_target fuzz_json = { NULL, one };
