/* SPDX-License-Identifier: MIT
 * Rows to bytes: one awkward table in every format, compared byte for byte; then what
 * each format promises beyond it, and what happens when the bytes cannot go out.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include <signal.h>

#include "../../lib/base/rows.h"
#include "../../lib/output/writer.h"

#define NBSP     "\xc2\xa0"
#define NNBSP    "\xe2\x80\xaf"
#define MINUS    "\xe2\x88\x92"
#define UNKNOWN  "\xef\xbf\xbd"
#define COUNT(a) (sizeof(a) / sizeof *(a))

/* Headings no catalogue translates: goldens do not move when a translator works. */
static const relais_column awkward[] = {
	{ "office", "Urbium", RELAIS_CODE },
	{ "name", "Ager", RELAIS_TEXT },
	{ "value", "Summa", RELAIS_COUNT },
	{ "rate", "Pars", RELAIS_NUMBER },
	{ "evolution", "Incremens", RELAIS_EVOLUTION },
	{ "coverage", "Tegmenta", RELAIS_PERCENT },
	{ "period", "Tempus", RELAIS_PERIOD },
	{ "decided_on", "Dies datus", RELAIS_DATE },
};

/* A calendar wants what names an entry, and its day. */
static const relais_column *columns_for(const char *format)
{
	static relais_column dated[COUNT(awkward)];

	memcpy(dated, awkward, sizeof dated);
	dated[0].name = "uid";
	dated[1].name = "title";
	dated[COUNT(awkward) - 1].name = "due";
	return strcmp(format, "ics") == 0 ? dated : awkward;
}

static const char *const awkward_cells[][8] = {
	{ "OT-1", "Le \"Cap\", d'Erquy", "12345", "0.125", "7.222222", "90", "2024-08",
		"2024-08-31" },
	{ "OT|2", "<b>é</b>|\nligne", "-5", "-1234.5", "-0.04", NULL, "2024-T3", NULL },
	{ "+3", "=1+1", NULL, NULL, NULL, "100", "2024", "2024-01-01" },
	{ "OT-4", "東京\033[31m", "0", "0", "0", "0", "2024-01..2024-08", "" },
};

typedef struct source {
	const char *const *cells;
	size_t columns, rows, at;
	relais_status at_end;
} source;

static relais_status next(void *self, relais_row *row, relais_error *err)
{
	source *s = self;

	if (s->at == s->rows) {
		if (s->at_end != RELAIS_END && err)
			strcpy(err->text, "the source broke");
		return s->at_end;
	}
	*row = (relais_row){ s->columns, s->cells + s->columns * s->at++, NULL };
	return RELAIS_OK;
}

typedef struct outcome {
	relais_status status;
	relais_error err;
	char *bytes;
	size_t length;
} outcome;

static outcome write_columns(
	source *s, const relais_column *columns, const char *format, const relais_style *style)
{
	outcome o = { .err.lang = style->lang };
	FILE *out = open_memstream(&o.bytes, &o.length);
	relais_rows *rows;

	assert_non_null(out);
	assert_int_equal(rows_new(&rows, columns, s->columns, next, NULL, s, NULL), RELAIS_OK);
	o.status = relais_rows_write(rows, format, style, out, &o.err);
	relais_rows_close(rows);
	fclose(out);
	return o;
}

static outcome write_awkward(const char *format, relais_style style)
{
	source s = { awkward_cells[0], COUNT(awkward), COUNT(awkward_cells), 0, RELAIS_END };

	return write_columns(&s, awkward, format, &style);
}

/* One column, one row. */
static outcome write_cell(const char *format, relais_type type, const char *cell)
{
	const relais_column column = { "c", "C", type };
	const relais_style style = { 0 };
	source s = { &cell, 1, 1, 0, RELAIS_END };

	return write_columns(&s, &column, format, &style);
}

static const struct golden {
	const char *format;
	relais_lang lang;
	const char *expected;
} goldens[] = {
	{ "csv", RELAIS_FR,
		"office,name,value,rate,evolution,coverage,period,decided_on\n"
		"OT-1,\"Le \"\"Cap\"\", d'Erquy\",12345,0.125,7.222222,90,2024-08,2024-08-31\n"
		"OT|2,\"<b>é</b>|\nligne\",-5,-1234.5,-0.04,,2024-T3,\n"
		"'+3,'=1+1,,,,100,2024,2024-01-01\n"
		"OT-4,東京\033[31m,0,0,0,0,2024-01..2024-08,\n" },
	{ "tsv", RELAIS_FR,
		"office\tname\tvalue\trate\tevolution\tcoverage\tperiod\tdecided_on\n"
		"OT-1\t\"Le \"\"Cap\"\", d'Erquy\"\t12345\t0.125\t7.222222\t90\t2024-08\t2024-08-31\n"
		"OT|2\t<b>é</b>| ligne\t-5\t-1234.5\t-0.04\t\t2024-T3\t\n"
		"'+3\t'=1+1\t\t\t\t100\t2024\t2024-01-01\n"
		"OT-4\t東京\033[31m\t0\t0\t0\t0\t2024-01..2024-08\t\n" },
	{ "json", RELAIS_FR,
		"{\"schema\":1,\"tool\":\"rt-test\",\"rows\":[\n"
		"{\"office\":\"OT-1\",\"name\":\"Le \\\"Cap\\\", d'Erquy\",\"value\":12345,"
		"\"rate\":0.125,\"evolution\":7.222222,\"coverage\":90,\"period\":\"2024-08\","
		"\"decided_on\":\"2024-08-31\"},\n"
		"{\"office\":\"OT|2\",\"name\":\"<b>é</b>|\\nligne\",\"value\":-5,\"rate\":-1234.5,"
		"\"evolution\":-0.04,\"coverage\":null,\"period\":\"2024-T3\",\"decided_on\":null},\n"
		"{\"office\":\"+3\",\"name\":\"=1+1\",\"value\":null,\"rate\":null,"
		"\"evolution\":null,\"coverage\":100,\"period\":\"2024\","
		"\"decided_on\":\"2024-01-01\"},\n"
		"{\"office\":\"OT-4\",\"name\":\"東京\\u001b[31m\",\"value\":0,\"rate\":0,"
		"\"evolution\":0,\"coverage\":0,\"period\":\"2024-01..2024-08\","
		"\"decided_on\":\"\"}\n]}\n" },
	{ "jsonl", RELAIS_EN,
		"{\"office\":\"OT-1\",\"name\":\"Le \\\"Cap\\\", d'Erquy\",\"value\":12345,"
		"\"rate\":0.125,\"evolution\":7.222222,\"coverage\":90,\"period\":\"2024-08\","
		"\"decided_on\":\"2024-08-31\"}\n"
		"{\"office\":\"OT|2\",\"name\":\"<b>é</b>|\\nligne\",\"value\":-5,\"rate\":-1234.5,"
		"\"evolution\":-0.04,\"coverage\":null,\"period\":\"2024-T3\",\"decided_on\":null}\n"
		"{\"office\":\"+3\",\"name\":\"=1+1\",\"value\":null,\"rate\":null,"
		"\"evolution\":null,\"coverage\":100,\"period\":\"2024\","
		"\"decided_on\":\"2024-01-01\"}\n"
		"{\"office\":\"OT-4\",\"name\":\"東京\\u001b[31m\",\"value\":0,\"rate\":0,"
		"\"evolution\":0,\"coverage\":0,\"period\":\"2024-01..2024-08\","
		"\"decided_on\":\"\"}\n" },
	{ "table", RELAIS_EN,
		"Urbium  Ager                Summa      Pars  Incremens  Tegmenta  Tempus                      Dies datus\n"
		"──────  ─────────────────  ──────  ────────  ─────────  ────────  ──────────────────────────  ──────────────\n"
		"OT-1    Le \"Cap\", d'Erquy  12,345     0.125      +7.2%     90.0%  August 2024                 31 August 2024\n"
		"OT|2    <b>é</b>| ligne        " MINUS "5  " MINUS
		"1,234.5       0.0%         –  3rd quarter 2024            –\n"
		"+3      =1+1                    –         –          –    100.0%  2024                        1 January 2024\n"
		"OT-4    東京" UNKNOWN
		"[31m               0         0       0.0%      0.0%  January 2024 – August 2024\n" },
	{ "table", RELAIS_FR,
		"Urbium  Ager                Summa      Pars  Incremens  Tegmenta  Tempus                    Dies datus\n"
		"──────  ─────────────────  ──────  ────────  ─────────  ────────  ────────────────────────  ──────────\n"
		"OT-1    Le \"Cap\", d'Erquy  12" NNBSP "345     0,125     +7,2" NNBSP
		"%    90,0" NNBSP "%  août 2024                 31/08/2024\n"
		"OT|2    <b>é</b>| ligne        " MINUS "5  " MINUS "1" NNBSP
		"234,5      0,0" NNBSP "%         –  3e trimestre 2024         –\n"
		"+3      =1+1                    –         –          –   100,0" NNBSP
		"%  2024                      01/01/2024\n"
		"OT-4    東京" UNKNOWN "[31m               0         0      0,0" NNBSP
		"%     0,0" NNBSP "%  janvier 2024 – août 2024\n" },
	{ "md", RELAIS_FR,
		"| Urbium | Ager | Summa | Pars | Incremens | Tegmenta | Tempus | Dies datus |\n"
		"|---|---|---:|---:|---:|---:|---|---|\n"
		"| OT-1 | Le \"Cap\", d'Erquy | 12" NNBSP "345 | 0,125 | +7,2" NNBSP
		"% | 90,0" NNBSP "% | août 2024 | 31/08/2024 |\n"
		"| OT\\|2 | &lt;b&gt;é&lt;/b&gt;\\|<br>ligne | " MINUS "5 | " MINUS "1" NNBSP
		"234,5 | 0,0" NNBSP "% | – | 3e trimestre 2024 | – |\n"
		"| +3 | =1+1 | – | – | – | 100,0" NNBSP "% | 2024 | 01/01/2024 |\n"
		"| OT-4 | 東京" UNKNOWN "\\[31m | 0 | 0 | 0,0" NNBSP "% | 0,0" NNBSP
		"% | janvier 2024 – août 2024 |  |\n" },
};

static void same_bytes(const char *name, const outcome *o, const char *expected)
{
	if (o->status != RELAIS_OK || strcmp(o->bytes, expected) != 0)
		fail_msg("%s: status %d (%s)\n--- got\n%s\n--- expected\n%s", name, o->status,
			o->err.text, o->bytes, expected);
}

static void every_golden_is_kept(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(goldens); i++) {
		outcome o = write_awkward(goldens[i].format,
			(relais_style){ .lang = goldens[i].lang, .tool = "rt-test" });

		same_bytes(goldens[i].format, &o, goldens[i].expected);
		free(o.bytes);
	}
}

/* The cells of one text column after the header. */
static const struct cell_case {
	const char *format;
	relais_type type;
	const char *cell, *expected;
} cell_cases[] = {
	{ "csv", RELAIS_TEXT, NULL, "c\n\"\"\n" },
	{ "csv", RELAIS_TEXT, "", "c\n\"\"\n" },
	{ "csv", RELAIS_TEXT, "plain; here", "c\nplain; here\n" },
	{ "csv", RELAIS_TEXT, " outer ", "c\n\" outer \"\n" },
	{ "csv", RELAIS_TEXT, "a\rb", "c\n\"a\rb\"\n" },
	{ "csv", RELAIS_TEXT, "=SUM(A1)", "c\n'=SUM(A1)\n" },
	{ "csv", RELAIS_TEXT, "+33 2 96", "c\n'+33 2 96\n" },
	{ "csv", RELAIS_TEXT, "-1", "c\n'-1\n" },
	{ "csv", RELAIS_TEXT, "@me", "c\n'@me\n" },
	{ "csv", RELAIS_TEXT, "\tx", "c\n'\tx\n" },
	{ "csv", RELAIS_TEXT, "'=x", "c\n''=x\n" },
	{ "csv", RELAIS_TEXT, "'x", "c\n'x\n" },
	{ "csv", RELAIS_TEXT, "'", "c\n'\n" },
	{ "csv", RELAIS_CODE, "=x", "c\n'=x\n" },
	{ "csv", RELAIS_COUNT, "-12", "c\n-12\n" },
	{ "tsv", RELAIS_TEXT, "a\tb\r\nc", "c\na b  c\n" },
	{ "tsv", RELAIS_TEXT, "-a", "c\n'-a\n" },
	{ "tsv", RELAIS_TEXT, "\ta", "c\n a\n" },
	{ "jsonl", RELAIS_NUMBER, "1.50", "{\"c\":1.50}\n" },
	{ "jsonl", RELAIS_NUMBER, "-0.5", "{\"c\":-0.5}\n" },
	{ "jsonl", RELAIS_NUMBER, "9007199254740993", "{\"c\":9007199254740993}\n" },
	{ "jsonl", RELAIS_NUMBER, "007", "{\"c\":\"007\"}\n" },
	{ "jsonl", RELAIS_NUMBER, ".5", "{\"c\":\".5\"}\n" },
	{ "jsonl", RELAIS_NUMBER, "5.", "{\"c\":\"5.\"}\n" },
	{ "jsonl", RELAIS_NUMBER, "1e5", "{\"c\":\"1e5\"}\n" },
	{ "jsonl", RELAIS_NUMBER, "", "{\"c\":\"\"}\n" },
	{ "jsonl", RELAIS_CODE, "12", "{\"c\":\"12\"}\n" },
	{ "jsonl", RELAIS_TEXT, "\\\t\r\x01\x7f", "{\"c\":\"\\\\\\t\\r\\u0001\\u007f\"}\n" },
	{ "jsonl", RELAIS_TEXT, NULL, "{\"c\":null}\n" },
	{ "md", RELAIS_CODE, "contacts_guichet", "| C |\n|---|\n| contacts_guichet |\n" },
	{ "md", RELAIS_TEXT, "_a_ *b* `c` [d](e) \\ & &amp;",
		"| C |\n|---|\n| \\_a\\_ \\*b\\* \\`c\\` \\[d\\](e) \\\\ & &amp;amp; |\n" },
	{ "table", RELAIS_TEXT,
		"\xc2\x9b"
		"2J\x7f\xe2\x80\xae"
		"x",
		"C\n──────\n" UNKNOWN "2J" UNKNOWN UNKNOWN "x\n" },
	{ "table", RELAIS_TEXT, "a\r\nb\tc", "C\n─────\na b c\n" },
	{ "table", RELAIS_COUNT, "1.25", "   C\n────\n1.25\n" },
	{ "table", RELAIS_COUNT, "many", "   C\n────\nmany\n" },
	{ "table", RELAIS_PERCENT, "n.d.", "   C\n────\nn.d.\n" },
	{ "table", RELAIS_INDEX, "10.909091", "   C\n────\n10.9\n" },
	{ "csv", RELAIS_INDEX, "10.909091", "c\n10.909091\n" },
	{ "table", RELAIS_COEFFICIENT, "0.5494", "    C\n─────\n0.549\n" },
	{ "table", RELAIS_PERIOD, "some day", "C\n────────\nsome day\n" },
	{ "table", RELAIS_DATE, "never", "C\n─────\nnever\n" },
	{ "table", RELAIS_TEXT, "end  ", "C\n─────\nend\n" },
};

static void cells_keep_their_promises(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(cell_cases); i++) {
		const struct cell_case *c = &cell_cases[i];
		outcome o = write_cell(c->format, c->type, c->cell);
		char name[64];

		snprintf(name, sizeof name, "case %zu, %s", i, c->format);
		same_bytes(name, &o, c->expected);
		free(o.bytes);
	}
}

static void the_page_escapes_and_stands_alone(void **state)
{
	static const char *const has[] = { "<!DOCTYPE html>\n<html lang=\"fr\">",
		"<title>A &lt; B</title>", "<caption id=\"rows\">A &lt; B</caption>",
		"<th scope=\"row\">OT-1</th>", "&lt;b&gt;é&lt;/b&gt;|\nligne",
		"Le &quot;Cap&quot;, d&#39;Erquy", "東京" UNKNOWN "[31m",
		"<td class=\"n\">+7,2" NNBSP "%</td>", "<td class=\"n\">–</td>" };
	static const char *const has_not[] = { "<script", "http", "<b>", "\033", "@import" };
	outcome o =
		write_awkward("html", (relais_style){ .lang = RELAIS_FR, .title = "A < B" });

	(void)state;
	assert_int_equal(o.status, RELAIS_OK);
	for (size_t i = 0; i < COUNT(has); i++)
		if (!strstr(o.bytes, has[i]))
			fail_msg("no %s in\n%s", has[i], o.bytes);
	for (size_t i = 0; i < COUNT(has_not); i++)
		if (strstr(o.bytes, has_not[i]))
			fail_msg("%s in\n%s", has_not[i], o.bytes);
	free(o.bytes);
}

static void no_row_is_said(void **state)
{
	static const relais_column columns[] = { { "office", "Urbium", RELAIS_CODE },
		{ "value", NULL, RELAIS_COUNT } };
	static const struct {
		const char *format, *expected;
	} cases[] = {
		{ "table", "Urbium  value\n──────  ─────\nno row\n" },
		{ "csv", "office,value\n" },
		{ "tsv", "office\tvalue\n" },
		{ "json", "{\"schema\":1,\"tool\":null,\"rows\":[]}\n" },
		{ "jsonl", "" },
		{ "md", "| Urbium | value |\n|---|---:|\n\nno row\n" },
	};
	const relais_style style = { .lang = RELAIS_EN };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		source s = { NULL, COUNT(columns), 0, 0, RELAIS_END };
		outcome o = write_columns(&s, columns, cases[i].format, &style);

		same_bytes(cases[i].format, &o, cases[i].expected);
		free(o.bytes);
	}
}

static void a_narrow_terminal_cuts_text_only(void **state)
{
	static const relais_column columns[] = { { "office", "Urbium", RELAIS_CODE },
		{ "name", "Ager", RELAIS_TEXT }, { "value", "Summa", RELAIS_COUNT } };
	static const char *const cells[][3] = { { "OT-22-004", "東京東京東京東京東京", "12" },
		{ "OT-22-005", "Un office au nom long", "3" } };
	const relais_style style = { .width = 30, .color = true };
	source s = { cells[0], 3, 2, 0, RELAIS_END };
	outcome o = write_columns(&s, columns, "table", &style);

	(void)state;
	same_bytes("narrow", &o,
		"\033[1mUrbium     Ager          Summa\033[0m\n"
		"OT-22-004  東京東京東…     12\n"
		"OT-22-005  Un office a…      3\n");
	free(o.bytes);
}

static void the_table_streams_after_its_look(void **state)
{
	enum { ROWS = 500 };
	static const char *cells[ROWS];
	const relais_style style = { 0 };
	const relais_column column = { "c", "C", RELAIS_TEXT };
	source s = { cells, 1, ROWS, 0, RELAIS_END };
	outcome o;
	size_t lines = 0;

	(void)state;
	for (size_t i = 0; i < ROWS; i++)
		cells[i] = i < 200 ? "short" : "much longer than what was looked at";
	o = write_columns(&s, &column, "table", &style);
	assert_int_equal(o.status, RELAIS_OK);
	for (const char *at = o.bytes; *at; at++)
		lines += *at == '\n';
	assert_int_equal(lines, ROWS + 2);
	assert_non_null(strstr(o.bytes, "C\n─────\nshort\n"));
	assert_non_null(strstr(o.bytes, "short\nmuch longer than what was looked at\n"));
	free(o.bytes);
}

static void a_workbook_is_the_same_bytes_twice(void **state)
{
	const relais_style style = {
		.title = "A/B: [c] * ? 'd' and more than thirty-one characters"
	};
	outcome one = write_awkward("xlsx", style), two = write_awkward("xlsx", style);

	(void)state;
	assert_int_equal(one.status, RELAIS_OK);
	assert_int_equal(one.length, two.length);
	assert_memory_equal(one.bytes, two.bytes, one.length);
	assert_memory_equal(one.bytes, "PK\003\004", 4);
	free(one.bytes);
	free(two.bytes);
}

static void what_excel_cannot_hold_is_said(void **state)
{
	static char huge[40000];
	outcome o;

	(void)state;
	memset(huge, 'x', sizeof huge - 1);
	o = write_cell("xlsx", RELAIS_TEXT, huge);
	assert_int_equal(o.status, RELAIS_E_USAGE);
	assert_string_equal(
		o.err.text, "row 1, column c does not fit in an Excel cell: ask for csv");
	free(o.bytes);
}

static void an_unknown_format_has_candidates(void **state)
{
	outcome o = write_awkward("jsom", (relais_style){ 0 });

	(void)state;
	assert_int_equal(o.status, RELAIS_E_USAGE);
	assert_string_equal(
		o.err.text, "unknown format 'jsom' (did you mean 'json', 'jsonl'?)");
	assert_int_equal(o.length, 0);
	free(o.bytes);
}

static void a_full_disk_is_noticed(void **state)
{
	(void)state;
	for (const char *const *format = relais_formats(); *format; format++) {
		source s = { awkward_cells[0], COUNT(awkward), COUNT(awkward_cells), 0,
			RELAIS_END };
		const relais_style style = { 0 };
		relais_error err = { 0 };
		relais_rows *rows;
		FILE *full = fopen("/dev/full", "w");

		assert_non_null(full);
		assert_int_equal(
			rows_new(&rows, columns_for(*format), s.columns, next, NULL, &s, NULL),
			0);
		if (relais_rows_write(rows, *format, &style, full, &err) != RELAIS_E_IO ||
			strcmp(err.text, "cannot write: No space left on device") != 0 ||
			err.rule[0])
			fail_msg("%s on a full disk: '%s'", *format, err.text);
		relais_rows_close(rows);
		fclose(full);
	}
}

static void a_closed_pipe_is_told_apart(void **state)
{
	(void)state;
	signal(SIGPIPE, SIG_IGN);
	for (const char *const *format = relais_formats(); *format; format++) {
		source s = { awkward_cells[0], COUNT(awkward), COUNT(awkward_cells), 0,
			RELAIS_END };
		const relais_style style = { 0 };
		relais_error err = { 0 };
		relais_rows *rows;
		int ends[2];
		FILE *pipe_end;

		assert_int_equal(pipe(ends), 0);
		close(ends[0]);
		pipe_end = fdopen(ends[1], "w");
		assert_int_equal(
			rows_new(&rows, columns_for(*format), s.columns, next, NULL, &s, NULL),
			0);
		if (relais_rows_write(rows, *format, &style, pipe_end, &err) != RELAIS_E_IO ||
			strcmp(err.rule, "closed-pipe") != 0)
			fail_msg("%s in a closed pipe: '%s' [%s]", *format, err.text, err.rule);
		relais_rows_close(rows);
		fclose(pipe_end);
	}
}

static void a_broken_source_is_not_an_end(void **state)
{
	(void)state;
	for (const char *const *format = relais_formats(); *format; format++) {
		source s = { awkward_cells[0], COUNT(awkward), 1, 0, RELAIS_E_STORE };
		const relais_style style = { 0 };
		outcome o = write_columns(&s, columns_for(*format), *format, &style);

		if (o.status != RELAIS_E_STORE || strcmp(o.err.text, "the source broke") != 0)
			fail_msg("%s: status %d '%s'", *format, o.status, o.err.text);
		free(o.bytes);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_golden_is_kept),
		cmocka_unit_test(cells_keep_their_promises),
		cmocka_unit_test(the_page_escapes_and_stands_alone),
		cmocka_unit_test(no_row_is_said),
		cmocka_unit_test(a_narrow_terminal_cuts_text_only),
		cmocka_unit_test(the_table_streams_after_its_look),
		cmocka_unit_test(a_workbook_is_the_same_bytes_twice),
		cmocka_unit_test(what_excel_cannot_hold_is_said),
		cmocka_unit_test(an_unknown_format_has_candidates),
		cmocka_unit_test(a_full_disk_is_noticed),
		cmocka_unit_test(a_closed_pipe_is_told_apart),
		cmocka_unit_test(a_broken_source_is_not_an_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
