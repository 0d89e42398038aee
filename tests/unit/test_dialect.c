/* SPDX-License-Identifier: MIT
 * lib/input/dialect.h: which delimiter, and why.
 */
#include "input_files.h"

typedef struct row {
	const char *bytes;
	char delimiter;
	const char *reason;
} row;

static dialect detected(const char *bytes, size_t length, const char *encoding, char given)
{
	file f = file_of(bytes, length);
	source *s = opened(&f, encoding, SOURCE_BLOCK);
	relais_error err = { 0 };
	dialect d;

	check(dialect_detect(&d, s, given, &err) == RELAIS_OK, "%s", err.text);
	source_close(s);
	file_gone(&f);
	return d;
}

static void the_steadiest_delimiter_wins(void **state)
{
	static const row rows[] = {
		{ "a;b;c\n1;2;3\n", ';', "3 fields on 2 of 2 lines" },
		{ "a,b,c\n1,2,3\n", ',', "3 fields on 2 of 2 lines" },
		{ "a\tb\n1\t2\n", '\t', "2 fields on 2 of 2 lines" },
		{ "a|b\n1|2\n", '|', "2 fields on 2 of 2 lines" },
		{ "a\nb\nc\n", ';', "one column" },
		{ "a", ';', "one column" },
		/* decimal commas: as many as semicolons, more, on every line, without header */
		{ "office;valeur\nOT-1;12,5\nOT-2;13,5\n", ';', "2 fields on 3 of 3 lines" },
		{ "a;b\n12,5;13,5\n14,5;15,5\n", ';', "2 fields on 3 of 3 lines" },
		{ "12,5;13,5;14,5\n12,5;13,5;15,5\n", ';', "3 fields on 2 of 2 lines" },
		{ "Visiteurs, août\noffice;Visiteurs, total\nOT-1;12,5\nOT-2;3,5\n", ';',
			"2 fields on 3 of 4 lines" },
		{ "12,5\n13,5\n", ',', "2 fields on 2 of 2 lines" },
		{ "office\tvaleur\nOT-1\t12,5\nOT-2\t13,5\n", '\t',
			"2 fields on 3 of 3 lines" },
		{ "2024,8,1200\n2024,9,1300\n", ',', "3 fields on 2 of 2 lines" },
		/* titles, blank lines and footers, with other delimiters in them */
		{ "Office de tourisme, fréquentation; août 2024\n\noffice,mois,valeur\nA,8,12\nB,8,13\n"
		  "Source : relevé; comptoir\n",
			',', "3 fields on 3 of 5 lines" },
		{ "Relevé, mois, canal, tri, note\n\na;b;c\nA;8;12\nB;8;13\n", ';',
			"3 fields on 3 of 4 lines" },
		/* delimiters inside quotes are not seen, newlines neither */
		{ "a;\"x,y,z\"\nb;\"u,v\nw;w\"\nc;\"r,s\"\n", ';', "2 fields on 3 of 3 lines" },
		{ "a,\"x;y;z\"\nb,\"u;v\"\n", ',', "2 fields on 2 of 2 lines" },
		{ "a; \"he said \"\"x;y\"\"\"\nb;c\n", ';', "2 fields on 2 of 2 lines" },
		/* single quotes, when nothing stands between double ones: an apostrophe inside
		 * closes nothing */
		{ "a,'x,y'\n'b','u,v'\n", ',', "2 fields on 2 of 2 lines" },
		{ "a;'x;y, it isn't, z'\nb;'u;v'\n", ';', "2 fields on 2 of 2 lines" },
		{ "a,\"x,y\"\nb,'u\nc,v'\n", ',', "2 fields on 3 of 3 lines" },
		{ "code,tel\n'01,'+33 2,x\n'02,'+33 3,y\n", ',', "3 fields on 2 of 3 lines" },
		/* an inch mark opens nothing, a quoted one that is badly closed swallows nothing */
		{ "ecran 12\";1\necran 13\";2\na;3\n", ';', "2 fields on 3 of 3 lines" },
		{ "\"12\" ecran;1\n\"13\" ecran;2\na;3\n", ';', "2 fields on 3 of 3 lines" },
		/* several values in a cell */
		{ "id,nom,themes\n1,a,x|y|z\n2,b,x|y\n3,c,x|y|z\n", ',',
			"3 fields on 4 of 4 lines" },
		/* ties: more fields, then ; TAB , | */
		{ "a;b|c|d\n", '|', "3 fields on 1 of 1 lines" },
		{ "a|b,c\td;e\n", ';', "2 fields on 1 of 1 lines" },
		{ "a|b,c\td\n", '\t', "2 fields on 1 of 1 lines" },
		{ "a|b,c\n", ',', "2 fields on 1 of 1 lines" },
		/* endings */
		{ "a;b\r\n1;2\r\n", ';', "2 fields on 2 of 2 lines" },
		{ "a;b\r1;2\r", ';', "2 fields on 2 of 2 lines" },
	};

	(void)state;
	for (size_t i = 0; i < LENGTH_OF(rows); i++) {
		dialect d = detected(rows[i].bytes, strlen(rows[i].bytes), NULL, 0);

		check(d.delimiter == rows[i].delimiter, "row %zu: '%c'", i, d.delimiter);
		check(strcmp(d.reason, rows[i].reason) == 0, "row %zu: %s", i, d.reason);
		check(!d.given && !d.has_sep_line, "row %zu", i);
	}
}

static void a_sep_line_decides(void **state)
{
	static const struct {
		const char *bytes;
		size_t length;
		char delimiter;
		bool has;
	} rows[] = {
		{ BYTES("sep=;\na,b,c\n1,2,3\n"), ';', true },
		{ BYTES("sep=,\r\na;b\n"), ',', true },
		{ BYTES("SEP=\t\na;b\n"), '\t', true },
		{ BYTES("\"sep=;\"\na,b\n"), ';', true },
		{ BYTES("\"sep=|\"\ra,b\n"), '|', true },
		{ BYTES("sep=;;;;\na,b\n"), ';', true },
		{ BYTES("sep=; \na,b\n"), ';', true },
		{ BYTES("sep=:"), ':', true },
		{ BYTES("\xEF\xBB\xBFsep=;\na,b\n"), ';', true },
		{ BYTES("\xFF\xFEs\0e\0p\0=\0;\0\n\0a\0,\0b\0"), ';', true },
		{ BYTES("sep=x\na,b\n"), ',', false },
		{ BYTES("sep=\na,b\n"), ',', false },
		{ BYTES("sep=;b\na,b\n1,2\n"), ',', false },
		{ BYTES("\"sep=;\na,b\"\n1,2\n"), ',', false },
		{ BYTES("a,b\nsep=;\n1,2\n"), ',', false },
		{ BYTES("separation,b\n1,2\n"), ',', false },
	};

	(void)state;
	for (size_t i = 0; i < LENGTH_OF(rows); i++) {
		dialect d = detected(rows[i].bytes, rows[i].length, NULL, 0);

		check(d.has_sep_line == rows[i].has, "row %zu", i);
		check(d.given == rows[i].has, "row %zu given", i);
		check(d.has_sep_line == (strcmp(d.reason, "sep= line") == 0), "row %zu: %s", i,
			d.reason);
		check(!rows[i].has || d.delimiter == rows[i].delimiter, "row %zu: '%c'", i,
			d.delimiter);
	}
}

static void the_caller_decides_first(void **state)
{
	relais_error err = { 0 };
	file f = file_of(BYTES("a,b\n"));
	source *s = opened(&f, NULL, SOURCE_BLOCK);
	dialect d = detected(BYTES("a,b\n1,2\n"), NULL, '|');

	(void)state;
	assert_int_equal(d.delimiter, '|');
	assert_true(d.given);
	assert_false(d.has_sep_line);
	d = detected(BYTES("sep=;\na,b\n1,2\n"), NULL, ',');
	assert_int_equal(d.delimiter, ',');
	assert_true(d.given && d.has_sep_line);
	for (const char *bad = "\"\r\n\xE9"; *bad; bad++)
		check(dialect_detect(&d, s, *bad, &err) == RELAIS_E_USAGE, "0x%02X",
			(unsigned)*bad & 0xFF);
	source_close(s);
	file_gone(&f);
}

/* Only the beginning of a big file is looked at, and a record cut there does not count. */
static void a_big_file_is_sampled(void **state)
{
	text all = { 0 };
	dialect d;

	(void)state;
	for (int i = 0; i < 3000; i++)
		text_addf(&all, "OT-%d;contacts;\"%d,%d\"\n", i, i, i % 10);
	for (int i = 0; i < 9000; i++)
		text_addf(&all, "OT-%d,contacts,%d,x,y,z\n", i, i);
	d = detected(text_str(&all), all.length, NULL, 0);
	assert_int_equal(d.delimiter, ';');
	text_clear(&all);
	text_add(&all, "a;b;\"");
	for (int i = 0; i < 30000; i++)
		text_add(&all, "x,y\n");
	text_add(&all, "\"\n1;2;3\n");
	d = detected(text_str(&all), all.length, NULL, 0);
	assert_int_equal(d.delimiter, ';');
	assert_string_equal(d.reason, "one column");
	text_free(&all);
}

/* 1 024 fields and more are counted together. */
static void a_very_wide_file_is_no_trouble(void **state)
{
	text all = { 0 };
	dialect d;

	(void)state;
	for (int line = 0; line < 2; line++)
		for (int i = 0; i < 3000; i++)
			text_add(&all, i < 2999 ? "1\t" : "1\n");
	d = detected(text_str(&all), all.length, NULL, 0);
	assert_int_equal(d.delimiter, '\t');
	text_free(&all);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_steadiest_delimiter_wins),
		cmocka_unit_test(a_sep_line_decides),
		cmocka_unit_test(the_caller_decides_first),
		cmocka_unit_test(a_big_file_is_sampled),
		cmocka_unit_test(a_very_wide_file_is_no_trouble),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
