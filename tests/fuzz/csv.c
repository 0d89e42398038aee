/* SPDX-License-Identifier: MIT
 * Records of a text: the same by the quick way, by libcsv and in small blocks; written as our CSV they are read
 * as they were.
 */
#include "fuzz.h"

#include "../../lib/output/csv_cell.h"

static bool same(const text *a, const text *b)
{
	return a->length == b->length && !memcmp(text_str(a), text_str(b), a->length);
}

/* What fuzz_records lists as a text of ours. The first line says what quotes are, as in a file of ours the
 * commas of its headings do. */
static void write_csv(const text *list, text *out)
{
	const char *at = text_str(list);
	text cell = { 0 };

	text_add(out, "\"first\",\"line\"\n");
	for (; *at; at++) {
		bool ends = at[1] == '\x1E';

		if (*at != '\x1F') {
			text_add_char(&cell, *at);
			continue;
		}
		csv_cell(out, text_str(&cell));
		text_add_char(out, ends ? '\n' : ',');
		text_clear(&cell);
		at += ends;
	}
	text_free(&cell);
}

static void is_read_again(const text *list)
{
	text written = { 0 }, again = { 0 };
	dialect d = { 0 };
	source *s;

	write_csv(list, &written);
	s = fuzz_source(text_str(&written), written.length, "UTF-8", fuzz_block(0));
	require(s, "what we wrote is refused: %s", text_str(&written));
	require(dialect_detect(&d, s, ',', NULL) == RELAIS_OK, "no dialect");
	text_add(&again, "");
	require(fuzz_records(s, &d, false, &again) == RELAIS_END, "%s", text_str(&written));
	require(!strncmp(text_str(&again), "first\x1Fline\x1F\x1E", 12) &&
			!strcmp(text_str(&again) + 12, text_str(list)),
		"'%s' is read as '%s'", text_str(&written), text_str(&again));
	source_close(s);
	text_free(&written);
	text_free(&again);
}

static void read_both_ways(source *s, source *cut, const dialect *d)
{
	text list = { 0 }, other = { 0 };
	relais_status rc = fuzz_records(s, d, false, &list);

	require(fuzz_records(s, d, true, &other) == rc && same(&list, &other),
		"libcsv reads '%s' for '%s'", text_str(&other), text_str(&list));
	text_clear(&other);
	require(fuzz_records(cut, d, false, &other) == rc && same(&list, &other),
		"by blocks '%s' for '%s'", text_str(&other), text_str(&list));
	/* a separator of ours in a field: the list cannot be taken apart again */
	if (rc == RELAIS_END && list.length && !strstr(text_str(&list), "\x1F\x1F\x1E\x1E"))
		is_read_again(&list);
	text_free(&list);
	text_free(&other);
}

static void one(const char *bytes, size_t length)
{
	static const char given[] = { 0, 0, ';', ',', '\t', '|' };
	size_t variant = fuzz_choose(&bytes, &length, 42);
	source *s, *cut;
	dialect d;

	if (memchr(bytes, '\x1E', length) || memchr(bytes, '\x1F', length))
		return; /* kept for the list of records */
	s = fuzz_source(bytes, length, NULL, fuzz_block(0));
	cut = fuzz_source(bytes, length, NULL, fuzz_block(variant / sizeof given));
	if (s && cut && !source_about(s)->container &&
		dialect_detect(&d, s, given[variant % sizeof given], NULL) == RELAIS_OK)
		read_both_ways(s, cut, &d);
	source_close(s);
	source_close(cut);
}

const fuzz_target fuzz_csv = { NULL, one };
