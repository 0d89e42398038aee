/* SPDX-License-Identifier: MIT
 * lib/input/json.c and values.c: which table a JSON file is, to the letter, and what is
 * refused, with its line.
 */
#include "input_files.h"

#define MARK "\xEF\xBB\xBF"

static const struct {
	const char *json, *want, *encoding;
} tables[] = {
	{ "[{\"a\":1,\"b\":\"x\"},{\"b\":\"y\",\"c\":null}]", "a;b;c\n1;x;\n;y;\n", "JSON" },
	{ "{\"a\":1}\n{\"a\":2}\n", "a\n1\n2\n", "NDJSON" },
	{ MARK " \n [ {\"a\":1}]\n\n", "a\n1\n", "JSON" },
	{ "{\"a\":1}", "a\n1\n", "JSON" },
	/* several lines each, one after another */
	{ "{\n\"a\":\n1}{\"a\":2}", "a\n1\n2\n", "NDJSON" },
	{ "[{\"a\":1}]\n[{\"a\":2}]", "a\n1\n2\n", "NDJSON" },
	/* the way down is the heading */
	{ "[{\"a\":{\"b\":{\"c\":1},\"d\":2}}]", "a.b.c;a.d\n1;2\n", "JSON" },
	{ "[{\"a\":[\"en\",\"fr\",null,true,2]}]", "a\nen|fr||true|2\n", "JSON" },
	{ "[{\"a\":[{\"b\":1},{\"b\":2,\"c\":3}]}]", "a.0.b;a.1.b;a.1.c\n1;2;3\n", "JSON" },
	{ "[{\"a\":[1,{\"b\":2},[3,4]]}]", "a.0;a.1.b;a.2\n1;2;3|4\n", "JSON" },
	{ "[{\"a\":{},\"b\":[],\"c\":1}]", "c\n1\n", "JSON" },
	{ "[{\"a\":1},{},{\"a\":2}]", "a\n1\n\n2\n", "JSON" },
	/* the digits that were written */
	{ "[{\"a\":0.10,\"b\":12345678901234567890,\"c\":1.234,\"d\":1e3,\"e\":-0.5}]",
		"a;b;c;d;e\n0.10;12345678901234567890;1.2340;1000;-0.5\n", "JSON" },
	{ "[{\"1\":\"2 \\\" 3\",\"a\":[4.50,{\"b-5\":6}],\"c\":7.0}]",
		"1;a.0;a.1.b-5;c\n\"2 \"\" 3\";4.50;6;7.0\n", "JSON" },
	/* letters */
	{ "[{\"a\":\"\\u00e9t\\u00e9\\n;\\ud834\\udd1e\\ttab\"}]",
		"a\n\"été ;\xF0\x9D\x84\x9E tab\"\n", "JSON" },
	{ "[{\"a;b\":\"1,2\"}]", "\"a;b\"\n1,2\n", "JSON" },
	{ "[{\"a\":true,\"b\":false}]", "a;b\ntrue;false\n", "JSON" },
	/* answers with the rows inside */
	{ "{\"schema\":1,\"tool\":\"rt\",\"rows\":[{\"a\":1},{\"a\":2}]}", "a\n1\n2\n",
		"JSON" },
	{ "{\"n\":2.50,\"list\":[{\"a\":3.50}],\"end\":9}", "a\n3.50\n", "JSON" },
	{ "{\"type\":\"x\",\"features\":[{\"p\":{\"q\":1}}],\"b\":[{\"c\":1}]}", "p.q\n1\n",
		"JSON" },
	{ "{\"x\":[{\"a\":1}],\"y\":[{\"b\":2}]}", "x.0.a;y.0.b\n1;2\n", "JSON" },
};

static void every_table(void **state)
{
	(void)state;
	for (size_t i = 0; i < LENGTH_OF(tables); i++) {
		file f = file_of(tables[i].json, strlen(tables[i].json));
		source *s = opened(&f, NULL, SOURCE_BLOCK);
		text got = { 0 };

		read_all(s, false, &got);
		check(strcmp(text_str(&got), tables[i].want) == 0, "%s: %s", tables[i].json,
			text_str(&got));
		check(strcmp(source_about(s)->encoding, tables[i].encoding) == 0, "%s: %s",
			tables[i].json, source_about(s)->encoding);
		check(source_about(s)->delimiter == ';', "%s", tables[i].json);
		source_close(s);
		text_free(&got);
		file_gone(&f);
	}
}

static const struct {
	const char *json;
	unsigned long line;
	const char *rule;
} refused[] = {
	{ "[{\"a\":1},\n{\"a\":}]", 2, "bad-json" },
	{ "[{\"a\":1}", 1, "bad-json" },
	{ "[{\"a\":1}]]", 1, "bad-json" },
	{ "{\"a\":1}\n{\"a\":1}\n{\"a\":", 3, "bad-json" },
	{ "{\"a\":1}\nnonsense\n", 2, "bad-json" },
	{ "{\"a\":1,\n\"a\":2}", 2, "bad-json" },
	{ "[{\"a.b\":1,\"a\":{\"b\":2}}]", 1, "bad-json" },
	{ "[{\"a\":\"\xE9\"}]", 1, "bad-json" },
	{ "[{\"a\":\"\\u0000\"}]", 1, "bad-json" },
	{ "[{\"a\":1e999}]", 1, "bad-json" },
	{ "{\"", 1, "bad-json" },
	{ "[{},3]", 1, "not-a-table" },
	{ "[[1,2],[3,4]]", 1, "not-a-table" },
	{ "[]", 1, "empty-file" },
	{ "{}", 1, "empty-file" },
	{ "{\"rows\":[]}", 1, "empty-file" },
};

static relais_status open_to_fail(const char *bytes, size_t length, relais_error *err)
{
	file f = file_of(bytes, length);
	source *s = NULL;
	relais_status rc = source_open(&s, f.path, NULL, err);

	if (rc == RELAIS_OK)
		source_close(s);
	file_gone(&f);
	return rc;
}

static void every_refusal(void **state)
{
	(void)state;
	for (size_t i = 0; i < LENGTH_OF(refused); i++) {
		const char *json = refused[i].json;
		relais_error err = { 0 };

		check(open_to_fail(json, strlen(json), &err) == RELAIS_E_DATA, "%s", json);
		check(strcmp(err.rule, refused[i].rule) == 0, "%s: [%s] %s", json, err.rule,
			err.text);
		check(err.line == refused[i].line || strcmp(err.rule, "empty-file") == 0,
			"%s: line %lu", json, err.line);
	}
}

static void a_bracket_does_not_make_json(void **state)
{
	static const char table[] = "[Données provisoires]\nOffice;Août\nA;1\n";
	file f = file_of(BYTES(table));
	source *s = opened(&f, NULL, SOURCE_BLOCK);
	text got = { 0 };

	(void)state;
	read_all(s, false, &got);
	assert_string_equal(text_str(&got), table);
	source_close(s);
	text_free(&got);
	file_gone(&f);
}

/* Records over many blocks, and one much longer than a block. */
static void long_files_go_through(void **state)
{
	text json = { 0 }, want = { 0 }, got = { 0 };
	source *s;
	file f;

	(void)state;
	text_add(&want, "n;t\n");
	for (int i = 0; i < 5000; i++) {
		text_addf(&json, "{\"n\":%d.50,\"t\":\"}{][\\\\\\\"é\"}\n", i);
		text_addf(&want, "%d.50;\"}{][\\\"\"é\"\n", i);
	}
	text_add(&json, "{\"n\":1,\"t\":\"");
	text_add(&want, "1;");
	for (int i = 0; i < 300000; i++) {
		text_add_char(&json, 'x');
		text_add_char(&want, 'x');
	}
	text_add(&json, "\"}");
	text_add_char(&want, '\n');
	f = file_of(text_str(&json), json.length);
	s = opened(&f, NULL, SOURCE_BLOCK);
	read_all(s, false, &got);
	check(strcmp(text_str(&got), text_str(&want)) == 0, "%zu bytes, not %zu", got.length,
		want.length);
	source_close(s);
	file_gone(&f);
	text_free(&json);
	text_free(&want);
	text_free(&got);
}

static void deep_and_wide_are_refused(void **state)
{
	relais_error err = { 0 };
	text json = { 0 };

	(void)state;
	for (int i = 0; i < 100; i++)
		text_add(&json, "{\"a\":");
	text_add(&json, "1");
	for (int i = 0; i < 100; i++)
		text_add(&json, "}");
	assert_int_equal(open_to_fail(text_str(&json), json.length, &err), RELAIS_E_DATA);
	assert_string_equal(err.rule, "bad-json");
	text_clear(&json);
	for (int i = 0; i < 1000000; i++)
		text_add_char(&json, '[');
	assert_int_equal(open_to_fail(text_str(&json), json.length, &err), RELAIS_E_DATA);
	assert_string_equal(err.rule, "bad-json");
	text_clear(&json);
	text_add(&json, "[{");
	for (int i = 0; i <= 16384; i++)
		text_addf(&json, "%s\"k%d\":1", i ? "," : "", i);
	text_add(&json, "}]");
	assert_int_equal(open_to_fail(text_str(&json), json.length, &err), RELAIS_E_DATA);
	assert_string_equal(err.rule, "not-a-table");
	text_free(&json);
}

/* Cut anywhere, any byte changed: a table or a refusal, never a fall. */
static void damage_is_survived(void **state)
{
	uint64_t seed = 20240815;

	(void)state;
	for (size_t i = 0; i < LENGTH_OF(tables); i++) {
		size_t length = strlen(tables[i].json);

		for (size_t round = 0; round < 2 * length; round++) {
			char *bytes = strdup(tables[i].json);
			relais_error err = { 0 };
			relais_status rc;

			if (round >= length)
				bytes[round - length] = (char)next_random(&seed);
			rc = open_to_fail(bytes, round < length ? round : length, &err);
			check(rc == RELAIS_OK || rc == RELAIS_E_DATA, "%s round %zu: %s",
				tables[i].json, round, err.text);
			free(bytes);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_table),
		cmocka_unit_test(every_refusal),
		cmocka_unit_test(a_bracket_does_not_make_json),
		cmocka_unit_test(long_files_go_through),
		cmocka_unit_test(deep_and_wide_are_refused),
		cmocka_unit_test(damage_is_survived),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
