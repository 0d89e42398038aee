/* SPDX-License-Identifier: MIT
 * lib/input/reader.h: records, their lines, and the quotes people really write. Two ways of
 * cutting lines, any block, encoding and ending: the same records.
 */
#include "input_files.h"

#include "../../lib/input/lines.h"

/* "1[a|b] 2-3[c|d]": lines and fields of each record. */
static relais_status list(
	source *s, char delimiter, bool libcsv_only, text *out, relais_error *err)
{
	dialect d;
	relais_status rc;
	record rec;
	reader *r;

	text_clear(out);
	assert_int_equal(dialect_detect(&d, s, delimiter, err), RELAIS_OK);
	assert_int_equal(reader_open(&r, s, &d, err), RELAIS_OK);
	if (libcsv_only)
		reader_use_libcsv_only(r);
	while ((rc = reader_next(r, &rec, err)) == RELAIS_OK) {
		text_addf(out, "%s%lu", out->length ? " " : "", rec.line);
		if (rec.last_line > rec.line)
			text_addf(out, "-%lu", rec.last_line);
		for (size_t i = 0; i < rec.count; i++) {
			assert_int_equal(strlen(rec.fields[i]), rec.lengths[i]);
			text_addf(out, "%c%s", i ? '|' : '[', rec.fields[i]);
		}
		text_add_char(out, ']');
	}
	if (rc == RELAIS_END)
		assert_int_equal(reader_done(r), source_about(s)->bytes);
	assert_int_equal(reader_next(r, &rec, err), RELAIS_END);
	reader_close(r);
	return rc;
}

typedef struct row {
	const char *bytes, *records;
	char delimiter;
} row;

static const row rows[] = {
	{ "a;b\n1;2\n", "1[a|b] 2[1|2]", ';' },
	{ "a;b\n1;2", "1[a|b] 2[1|2]", ';' },
	{ "a;b", "1[a|b]", ';' },
	{ "a;b\r\n\r\n \t\n1;2\r\n", "1[a|b] 4[1|2]", ';' },
	{ "a,b\r1,2\r", "1[a|b] 2[1|2]", ',' },
	{ "a|b\n", "1[a|b]", '|' },
	{ "a:b\n", "1[a|b]", ':' },
	/* empty fields stay, blank lines do not */
	{ ";;\n;x;\n;", "1[||] 2[|x|] 3[|]", ';' },
	{ "a\n\"\"\n\xC2\xA0\nb\n", "1[a] 4[b]", ';' },
	{ "a\t\tb\n\t\t\n", "1[a||b] 2[||]", '\t' },
	{ "a;\n;\n", "1[a|] 2[|]", ';' },
	/* blanks at both ends: all kinds, quoted or not */
	{ " a ;\tb\t; c d \n", "1[a|b|c d]", ';' },
	{ "\xC2\xA0 a\xE2\x80\xAF;\xEF\xBB\xBF"
	  "b;é\n",
		"1[a|b|é]", ';' },
	{ "\" a \";\"\xC2\xA0"
	  "b\";  \"c\"  ;d\n",
		"1[a|b|c|d]", ';' },
	{ " \t a \t b \n", "1[|a|b]", '\t' },
	/* quotes */
	{ "\"a;b\";\"c \"\"d\"\"\"\n", "1[a;b|c \"d\"]", ';' },
	{ "\"a\nb\";1\nc;2\n", "1-2[a\nb|1] 3[c|2]", ';' },
	{ "x\n\"a\r\n\r\nb\";\"1\r2\"\r\nc;2\r\n", "1[x] 2-5[a\r\n\r\nb|1\r2] 6[c|2]", ';' },
	{ "\"a\n;\n\"\n", "1-3[a\n;]", ';' },
	{ "\"a\";\"b\"", "1[a|b]", ';' },
	{ "\"\";\"\"\"\"\n", "1[|\"]", ';' },
	/* stray quotes are letters, and swallow nothing */
	{ "12\" screen;5\n13\";6\n", "1[12\" screen|5] 2[13\"|6]", ';' },
	{ "a \"b\" c;d\"\n", "1[a \"b\" c|d\"]", ';' },
	{ "\"12\" screen;5\n\"a\";6\n", "1[\"12\" screen|5] 2[a|6]", ';' },
	{ "\"12\" screen;5", "1[\"12\" screen|5]", ';' },
	{ "\"Le \"Grand\" Hotel\";5\nx;6\n", "1[Le \"Grand\" Hotel|5] 2[x|6]", ';' },
	{ "12\";\"a\nb\"\nc;d\n", "1-2[12\"|a\nb] 3[c|d]", ';' },
	{ "\"Le \"Grand\" H\";\"a\nb\"\nc;d\n", "1-2[Le \"Grand\" H|a\nb] 3[c|d]", ';' },
	{ "\"a\nb\";\"Le \"Grand\" H\"\nc;d\n", "1-2[a\nb|Le \"Grand\" H] 3[c|d]", ';' },
	{ "\"a\" \"b\";c\n", "1[a\" \"b|c]", ';' },
	{ "\"a\nb\";12\" x\n", "1-2[a\nb|12\" x]", ';' },
	/* single quotes: what they hold, and what is only an apostrophe */
	{ "'a;b';c\n'd;e';'f'\n", "1[a;b|c] 2[d;e|f]", ';' },
	{ "'it isn't; no';l'a\n'x';\n", "1[it isn't; no|l'a] 2[x|]", ';' },
	{ "'a';'b'\n'tis;5\n'c';6\n", "1[a|b] 2['tis|5] 3[c|6]", ';' },
	{ "code;tel\n'01;'+33\n", "1[code|tel] 2['01|'+33]", ';' },
	/* ragged rows are given as they are */
	{ "a;b;c\n1\n1;2;3;4\n", "1[a|b|c] 2[1] 3[1|2|3|4]", ';' },
	/* a sep= line is no data, whoever chose the delimiter */
	{ "sep=;\na;b\n", "2[a|b]", 0 },
	{ "\"sep=,\"\na;b\n", "2[a;b]", 0 },
	{ "sep=;\na,b\n", "2[a|b]", ',' },
	{ "sep=;\n", "", 0 },
};

static void records_and_their_lines(void **state)
{
	text got = { 0 };

	(void)state;
	for (size_t i = 0; i < LENGTH_OF(rows); i++)
		for (size_t block = 0; block <= 64; block++)
			for (int way = 0; way < 2; way++) {
				file f = file_of(rows[i].bytes, strlen(rows[i].bytes));
				source *s = opened(&f, NULL, block ? block : SOURCE_BLOCK);
				relais_error err = { 0 };
				relais_status rc = list(s, rows[i].delimiter, way, &got, &err);

				check(rc == RELAIS_END, "row %zu: %s", i, err.text);
				check(strcmp(text_str(&got), rows[i].records) == 0,
					"row %zu by %zu, way %d: %s", i, block, way,
					text_str(&got));
				source_close(s);
				file_gone(&f);
			}
	text_free(&got);
}

static void what_is_refused(void **state)
{
	static const struct {
		const char *bytes, *rule, *before, *says;
		unsigned long line;
	} bad[] = {
		{ "a;b\n\"x;1\ny;2\n", "open-quote", "1[a|b]", "line 2 is never closed", 2 },
		{ "a;b\n1;\"", "open-quote", "1[a|b]", "line 2", 2 },
		{ "a;b\n1;\"\n", "open-quote", "1[a|b]", "line 2", 2 },
		{ "\"a\"\"\n", "open-quote", "", "line 1", 1 },
		{ "\"a\nb\";\"c\" d\n", "open-quote", "", "line 2", 2 },
		{ "\"a\nb\";\"c\n\nd\n", "open-quote", "", "line 2 is never", 2 },
		{ "\"a\nb\";\"c\" d\ne\n", "open-quote", "", "before another on line 2", 2 },
		/* the next quoted field would close it and two records be one */
		{ "a;b\n\"x;1\n\"y\";2\nz;3\n", "open-quote", "1[a|b]",
			"before another on line 3", 2 },
	};
	text got = { 0 };

	(void)state;
	for (size_t i = 0; i < LENGTH_OF(bad); i++)
		for (size_t block = 1; block <= 16; block++) {
			file f = file_of(bad[i].bytes, strlen(bad[i].bytes));
			source *s = opened(&f, NULL, block);
			relais_error err = { 0 };

			check(list(s, ';', false, &got, &err) == RELAIS_E_DATA, "row %zu", i);
			check(strcmp(err.rule, bad[i].rule) == 0, "row %zu: %s", i, err.rule);
			check(err.line == bad[i].line, "row %zu: line %lu", i, err.line);
			check(strcmp(err.input, f.path) == 0, "row %zu: %s", i, err.input);
			check(strstr(err.text, bad[i].says) != NULL, "row %zu: %s", i,
				err.text);
			check(strcmp(text_str(&got), bad[i].before) == 0, "row %zu: %s", i,
				text_str(&got));
			source_close(s);
			file_gone(&f);
		}
	text_free(&got);
}

static void no_record_is_endless(void **state)
{
	static const struct {
		size_t lines, length;
		const char *rule;
	} big[] = {
		{ 1, 10 * 1024 * 1024, "line-too-long" },
		{ 2000, 1000, "record-too-long" },
		{ 1, 1000 * 1000, NULL },
		{ 100, 10000, NULL },
	};
	text all = { 0 }, got = { 0 };

	(void)state;
	for (size_t i = 0; i < LENGTH_OF(big); i++) {
		relais_error err = { 0 };
		relais_status rc;
		source *s;
		file f;

		text_clear(&all);
		text_add(&all, "a;b\n1;\"");
		for (size_t line = 0; line < big[i].lines; line++) {
			for (size_t n = 0; n < big[i].length; n++)
				text_add_char(&all, 'x');
			text_add(&all, line + 1 < big[i].lines ? "\n" : "\"\nc;d\n");
		}
		f = file_of(text_str(&all), all.length);
		s = opened(&f, NULL, SOURCE_BLOCK);
		rc = list(s, ';', false, &got, &err);
		if (big[i].rule) {
			check(rc == RELAIS_E_DATA && err.line == 2, "row %zu: %d line %lu", i,
				(int)rc, err.line);
			check(strcmp(err.rule, big[i].rule) == 0, "row %zu: %s", i, err.rule);
			check(strstr(err.text, "line 2") != NULL, "row %zu: %s", i, err.text);
		} else {
			check(rc == RELAIS_END, "row %zu: %s", i, err.text);
			check(got.length > 1000 * 900, "row %zu", i);
		}
		source_close(s);
		file_gone(&f);
	}
	text_free(&all);
	text_free(&got);
}

static void many_fields(void **state)
{
	text all = { 0 };
	relais_error err = { 0 };
	dialect d = { .delimiter = ';' };
	record rec;
	reader *r;
	source *s;
	file f;

	(void)state;
	for (int i = 0; i < 100000; i++)
		text_add(&all, "1;");
	text_add(&all, "\n\"2\"");
	for (int i = 0; i < 100000; i++)
		text_add(&all, ";22");
	f = file_of(text_str(&all), all.length);
	s = opened(&f, NULL, SOURCE_BLOCK);
	assert_int_equal(reader_open(&r, s, &d, &err), RELAIS_OK);
	for (int line = 0; line < 2; line++) {
		assert_int_equal(reader_next(r, &rec, &err), RELAIS_OK);
		assert_int_equal(rec.count, 100001);
		assert_string_equal(rec.fields[0], line ? "2" : "1");
		assert_string_equal(rec.fields[99999], line ? "22" : "1");
		assert_string_equal(rec.fields[100000], line ? "22" : "");
	}
	assert_int_equal(reader_next(r, &rec, &err), RELAIS_END);
	reader_close(r);
	reader_close(NULL);
	source_close(s);
	file_gone(&f);
	text_free(&all);
}

/* The same content however it was saved. */
static void encodings_and_endings_change_nothing(void **state)
{
	static const char content[] = "Office;Août;Note\nOT-22-004;1\xC2\xA0"
				      "234,5;« été »\n\n"
				      "\"Saint-Brandan, l’île\";;\"12\" écran\"\nŒuf;€;ÿ";
	static const char want[] = "1[Office|Août|Note] 2[OT-22-004|1\xC2\xA0"
				   "234,5|« été »] "
				   "4[Saint-Brandan, l’île||12\" écran] 5[Œuf|€|ÿ]";
	text got = { 0 };

	(void)state;
	for (size_t w = 0; w < LENGTH_OF(writings); w++)
		for (size_t e = 0; e < LENGTH_OF(endings); e++)
			for (size_t block = 1; block <= 65; block += 4) {
				file f = file_written(content, &writings[w], endings[e]);
				source *s = opened(&f, NULL, block);
				relais_error err = { 0 };

				check(list(s, 0, false, &got, &err) == RELAIS_END, "%s",
					err.text);
				check(strcmp(text_str(&got), want) == 0,
					"%s ending %zu by %zu: %s", writings[w].encoding, e,
					block, text_str(&got));
				source_close(s);
				file_gone(&f);
			}
	text_free(&got);
}

/* Some random text in the letters that matter, with or without quotes. */
static void add_random(text *out, uint64_t *seed, bool quotes)
{
	static const char *const letters[] = { ";", ";", "\n", "\r", " ", "\t", "a", "b12", "é",
		"\xC2\xA0", "\xE2\x80\xAF", ",", "e\xCC\x81", "\v", "\"", "\"", "\"\"" };
	size_t count = LENGTH_OF(letters) - (quotes ? 0 : 3);

	text_clear(out);
	text_add(out, "x");
	for (uint64_t n = next_random(seed) % 40; n > 0; n--)
		text_add(out, letters[next_random(seed) % count]);
}

/* Cutting at delimiters is what libcsv does to lines without quotes. */
static void both_ways_agree(void **state)
{
	static const char delimiters[] = ";,\t|";
	text bytes = { 0 }, ours = { 0 }, theirs = { 0 };
	uint64_t seed = 1901;

	(void)state;
	for (int round = 0; round < 3000; round++) {
		char delimiter = delimiters[next_random(&seed) % 4];
		relais_error err = { 0 }, same = { 0 };
		relais_status a, b;
		source *s;
		file f;

		add_random(&bytes, &seed, round % 2);
		f = file_of(text_str(&bytes), bytes.length);
		s = opened(&f, NULL, 1 + next_random(&seed) % 50);
		a = list(s, delimiter, false, &ours, &err);
		b = list(s, delimiter, true, &theirs, &same);
		check(a == b && strcmp(err.text, same.text) == 0, "round %d: %s / %s", round,
			err.text, same.text);
		check(strcmp(text_str(&ours), text_str(&theirs)) == 0, "round %d: %s / %s",
			round, text_str(&ours), text_str(&theirs));
		source_close(s);
		file_gone(&f);
	}
	text_free(&bytes);
	text_free(&ours);
	text_free(&theirs);
}

/* Whatever the quotes, a file is read to its end or refused, and no line is read twice
 * or lost between two records unless it is blank. */
static void every_line_is_accounted_for(void **state)
{
	text bytes = { 0 };
	uint64_t seed = 1789;

	(void)state;
	for (int round = 0; round < 2000; round++) {
		unsigned long before = 0;
		relais_error err = { 0 };
		dialect d = { .delimiter = ';' };
		relais_status rc;
		record rec;
		reader *r;
		source *s;
		file f;

		add_random(&bytes, &seed, true);
		f = file_of(text_str(&bytes), bytes.length);
		s = opened(&f, NULL, SOURCE_BLOCK);
		assert_int_equal(reader_open(&r, s, &d, &err), RELAIS_OK);
		while ((rc = reader_next(r, &rec, &err)) == RELAIS_OK) {
			check(rec.line > before && rec.last_line >= rec.line, "round %d",
				round);
			before = rec.last_line;
		}
		check(rc == RELAIS_END || strcmp(err.rule, "open-quote") == 0, "round %d: %s",
			round, err.text);
		reader_close(r);
		source_close(s);
		file_gone(&f);
	}
	text_free(&bytes);
}

/* No bytes at all bring the reader down: records of valid text, or a reason. */
static void any_bytes_are_read_or_refused(void **state)
{
	static const char *const starts[] = { "", "\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF",
		"sep=;\n" };
	static const char *const names[] = { NULL, "WINDOWS-1252", "UTF-16LE", "UTF-7",
		"MACINTOSH" };
	uint64_t seed = 2024;
	int read_well = 0;

	(void)state;
	for (int round = 0; round < 4000; round++) {
		const char *start = starts[next_random(&seed) % LENGTH_OF(starts)];
		const char *name = names[next_random(&seed) % LENGTH_OF(names)];
		relais_error err = { 0 };
		text bytes = { 0 }, got = { 0 };
		source *s = NULL;
		relais_status rc;
		file f;

		text_add(&bytes, start);
		for (uint64_t n = next_random(&seed) % 60; n > 0; n--) {
			uint64_t dice = next_random(&seed);

			text_add_char(&bytes, dice % 3 ? "\";,\n\r\t a1\xC3\xA9\xE9"[dice % 12]
						       : (char)(dice >> 8));
		}
		f = file_of(text_str(&bytes), bytes.length);
		rc = source_open_blocks(&s, f.path, name, 1 + next_random(&seed) % 70, &err);
		if (rc == RELAIS_OK) {
			rc = list(s, 0, false, &got, &err);
			check(rc == RELAIS_END || rc == RELAIS_E_DATA, "round %d", round);
			check(text_valid_utf8(text_str(&got), got.length) == got.length,
				"round %d: broken text", round);
			read_well += rc == RELAIS_END;
		}
		check(rc == RELAIS_END || (rc == RELAIS_E_DATA && err.rule[0]),
			"round %d: %d %s", round, (int)rc, err.text);
		source_close(s);
		file_gone(&f);
		text_free(&bytes);
		text_free(&got);
	}
	check(read_well > 500, "only %d read: the test tests nothing", read_well);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(records_and_their_lines),
		cmocka_unit_test(what_is_refused),
		cmocka_unit_test(no_record_is_endless),
		cmocka_unit_test(many_fields),
		cmocka_unit_test(encodings_and_endings_change_nothing),
		cmocka_unit_test(both_ways_agree),
		cmocka_unit_test(every_line_is_accounted_for),
		cmocka_unit_test(any_bytes_are_read_or_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
