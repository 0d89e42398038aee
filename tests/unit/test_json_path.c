/* SPDX-License-Identifier: MIT
 * lib/input/json_path.c, by the road of files: what the ways of a profile lead to, and what
 * table comes of several.
 */
#include "input_files.h"

static void table_of(const char *json, const char *const *paths, text *out)
{
	file f = file_of(json, strlen(json));
	source_options how = { .paths = paths };
	source *s;

	assert_int_equal(source_open_with(&s, f.path, &how, NULL), RELAIS_OK);
	read_all(s, false, out);
	source_close(s);
	file_gone(&f);
}

/* The ways a profile names, and what they lead to. */
static const struct {
	const char *json, *path, *want; /* NULL: nothing */
} ways[] = {
	{ "{\"a\":\"x\"}", "a", "x" },
	{ "{\"A\":\"x\"}", "a", "x" },
	{ "{\"a\":{\"b\":{\"c\":1}}}", "a.b.c", "1" },
	{ "{\"a\":{\"b\":1}}", "a", NULL },
	{ "{\"a\":{\"b\":1}}", "a.c", NULL },
	{ "{\"a\":1}", "a.b", NULL },
	{ "{\"a.b\":1,\"a\":{\"b\":2}}", "a.b", "1" },
	{ "{\"rdfs:label\":{\"fr\":[\"Nom\"]}}", "rdfs:label.fr", "Nom" },
	{ "{\"n\":{\"@value\":\"Nom\",\"@language\":\"fr\"}}", "n", "Nom" },
	/* lists: the first that leads somewhere, one by its number, all of them */
	{ "{\"a\":[{\"c\":1},{\"b\":2},{\"b\":3}]}", "a.b", "2" },
	{ "{\"a\":[{\"c\":1},{\"b\":2},{\"b\":3}]}", "a.0.b", NULL },
	{ "{\"a\":[{\"c\":1},{\"b\":2},{\"b\":3}]}", "a.2.b", "3" },
	{ "{\"a\":[{\"c\":1},{\"b\":2},{\"b\":3}]}", "a.3.b", NULL },
	{ "{\"a\":[{\"c\":1},{\"b\":2},{\"b\":3}]}", "a[].b", "2|3" },
	{ "{\"a\":{\"b\":2}}", "a.0.b", "2" },
	{ "{\"a\":{\"b\":2}}", "a.1.b", NULL },
	{ "{\"a\":{\"0\":5}}", "a.0", "5" },
	{ "{\"a\":[\"x\",\"y\"]}", "a", "x" },
	{ "{\"a\":[\"x\",\"y\"]}", "a[]", "x|y" },
	{ "{\"a\":\"x\"}", "a[]", "x" },
	{ "{\"a\":[]}", "a[]", NULL },
	{ "{\"a\":[\"x\",null,{},\"y\"]}", "a[]", "x|y" },
	{ "{\"a\":[[\"x\"],[\"y\"]]}", "a", "x" },
	/* one chosen by what another of its values is */
	{ "{\"m\":[{\"t\":{\"id\":1},\"v\":\"x\"},{\"t\":{\"id\":2},\"v\":\"y\"}]}",
		"m[t.id=2].v", "y" },
	{ "{\"m\":[{\"t\":12,\"v\":\"x\"}]}", "m[t=1].v", NULL },
	{ "{\"m\":[{\"t\":1},{\"t\":1,\"v\":\"z\"}]}", "m[t=1].v", "z" },
	/* nothing that could be followed */
	{ "{\"m\":[1]}", "m[", NULL },
	{ "{\"m\":[1]}", "m[x", NULL },
	{ "{\"m\":[1]}", "", NULL },
	{ "{\"m\":null}", "m", NULL },
};

/* The title is there, so that something always is. */
static void every_way(void **state)
{
	(void)state;
	for (size_t i = 0; i < LENGTH_OF(ways); i++) {
		const char *paths[] = { "title", ways[i].path, NULL };
		text json = { 0 }, got = { 0 }, want = { 0 };

		text_addf(&json, "{\"title\":\"T\",%s", ways[i].json + 1);
		text_addf(&want, ways[i].want ? "title;%s\nT;%s\n" : "title\nT\n", ways[i].path,
			ways[i].want);
		table_of(text_str(&json), paths, &got);
		check(strcmp(text_str(&got), text_str(&want)) == 0, "%s %s: %s", ways[i].json,
			ways[i].path, text_str(&got));
		text_free(&json);
		text_free(&got);
		text_free(&want);
	}
}

static const struct {
	const char *json, *want;
} tables[] = {
	{ "[{\"id\":1,\"n\":{\"fr\":[\"x\"]}},{\"id\":2,\"z\":5}]", "id;n.fr\n1;x\n2;\n" },
	{ "{\"id\":1}\n{\"n\":{\"fr\":\"y\"},\"id\":2}", "id;n.fr\n1;\n2;y\n" },
	/* one object with a list in it, or the rows of an answer? */
	{ "{\"id\":7,\"items\":[{\"u\":1}]}", "id\n7\n" },
	{ "{\"id\":7,\"pictures\":[{\"id\":1}],\"n\":{\"fr\":\"x\"}}", "id;n.fr\n7;x\n" },
	{ "{\"count\":1,\"items\":[{\"id\":1}]}", "id\n1\n" },
	{ "{\"id\":\"list\",\"items\":[{\"id\":1,\"n\":{\"fr\":\"x\"}}]}", "id;n.fr\n1;x\n" },
	/* values one level down, as GeoJSON and a portal have them */
	{ "{\"features\":[{\"id\":\"f\",\"properties\":{\"n\":{\"fr\":\"x\"}},\"geometry\":{}}]}",
		"id;n.fr\nf;x\n" },
	{ "{\"nhits\":1,\"records\":[{\"fields\":{\"id\":4}}]}", "id\n4\n" },
	/* a file of another kind is shown as it is */
	{ "[{\"a\":1,\"b\":2}]", "a;b\n1;2\n" },
};

static void every_table(void **state)
{
	static const char *const paths[] = { "id", "n.fr", NULL };

	(void)state;
	for (size_t i = 0; i < LENGTH_OF(tables); i++) {
		text got = { 0 };

		table_of(tables[i].json, paths, &got);
		check(strcmp(text_str(&got), tables[i].want) == 0, "%s: %s", tables[i].json,
			text_str(&got));
		text_free(&got);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_way),
		cmocka_unit_test(every_table),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
