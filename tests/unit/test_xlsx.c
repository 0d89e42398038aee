/* SPDX-License-Identifier: MIT
 * lib/input/xlsx.c and the book_*.c: workbooks as libxlsxwriter makes them and as others do by
 * hand; every look of a number; which sheet; what is refused; damage that is survived.
 */
#include <xlsxwriter.h>
#include <zip.h>

#include "input_files.h"

#include "../../lib/input/book.h"

/* ---- Workbooks by hand ------------------------------------------------------------ */

typedef struct part {
	const char *path, *xml;
} part;

static const part nothing = { NULL, NULL };
static const char types[] = "<Types/>";
#define REL "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
static const char relations[] =
	"<Relationships><Relationship Id=\"r1\" Type=\"" REL
	"/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
	"<Relationship Id=\"r2\" Type=\"" REL
	"/worksheet\" Target=\"/xl/worksheets/sheet2.xml\"/>"
	"<Relationship Id=\"r3\" Type=\"" REL
	"/sharedStrings\" Target=\"./sharedStrings.xml\"/>"
	"<Relationship Id=\"r4\" Type=\"" REL "/styles\" Target=\"../xl/styles.xml\"/>"
	"</Relationships>";
static const char workbook[] =
	"<?xml version=\"1.0\"?><x:workbook xmlns:x=\"m\" xmlns:r=\"n\"><x:workbookPr/>"
	"<x:sheets><x:sheet name=\"Août &amp; co\" sheetId=\"1\" r:id=\"r1\"/>"
	"<x:sheet name=\"Notes\" sheetId=\"2\" r:id=\"r2\"/></x:sheets></x:workbook>";
static const char texts[] =
	"<sst><si><t>Office</t></si><si><r><t>Août </t></r><r><rPr/><t xml:space=\"preserve\">"
	"2024</t></r><rPh><t>no</t></rPh></si><si><t>a;\"b\"&#10;c</t></si><si/></sst>";
static const char styles[] =
	"<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"mmm\\-yy\"/></numFmts>"
	"<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>"
	"<xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"10\"/><xf numFmtId=\"46\"/>"
	"<xf numFmtId=\"22\"/></cellXfs></styleSheet>";
static const char first_sheet[] =
	"<worksheet><sheetData><row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c>"
	"<c r=\"C2\" t=\"s\"><v>1</v></c></row>"
	"<row r=\"4\"><c r=\"A4\" t=\"inlineStr\"><is><t>OT-1</t></is></c>"
	"<c r=\"B4\" t=\"s\"><v>2</v></c><c r=\"C4\"><f>1+1</f><v>1.5E+3</v></c></row>"
	"<row><c><v>0.30000000000000004</v></c><c t=\"e\"><v>#N/A</v></c><c t=\"b\"><v>1</v></c>"
	"<c s=\"1\"><v>45292</v></c><c s=\"2\"><v>45505</v></c><c s=\"3\"><v>0.125</v></c>"
	"<c s=\"4\"><v>1.3125</v></c><c s=\"5\"><v>45292.5</v></c><c t=\"s\"><v>3</v></c>"
	"<c s=\"1\"/><c t=\"str\"><v>x</v></c></row></sheetData></worksheet>";
static const char first_text[] =
	"\nOffice;;Août 2024\n\nOT-1;\"a;\"\"b\"\" c\";1500\n"
	"0.3;#N/A;true;2024-01-01;2024-08-01;12.5%;31:30;2024-01-01 12:00:00;;;x\n";
static const char second_sheet[] =
	"<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>7</v></c></row></sheetData></worksheet>";

static const part whole[] = {
	{ "[Content_Types].xml", types },
	{ "xl/workbook.xml", workbook },
	{ "xl/_rels/workbook.xml.rels", relations },
	{ "xl/sharedStrings.xml", texts },
	{ "xl/styles.xml", styles },
	{ "xl/worksheets/sheet1.xml", first_sheet },
	{ "xl/worksheets/sheet2.xml", second_sheet },
	{ NULL, NULL },
};

/* The parts, `other` in place of the one of its path; without it when it has no xml. */
static file zip_of(const part *parts, part other)
{
	file f;
	int fd = temporary(f.path), why = 0;
	zip_t *zip;

	assert_true(fd >= 0);
	close(fd);
	zip = zip_open(f.path, ZIP_TRUNCATE | ZIP_CREATE, &why);
	assert_non_null(zip);
	for (; parts->path; parts++) {
		bool is_other = other.path && strcmp(parts->path, other.path) == 0;
		const char *xml = is_other ? other.xml : parts->xml;

		if (!xml)
			continue;
		assert_true(zip_file_add(zip, parts->path,
				    zip_source_buffer(zip, xml, strlen(xml), 0), 0) >= 0);
	}
	assert_int_equal(zip_close(zip), 0);
	return f;
}

static relais_status opened_sheet(
	source **out, const file *f, const char *name, relais_error *err)
{
	*err = (relais_error){ 0 };
	return source_open_with(out, f->path, &(source_options){ .sheet = name }, err);
}

static void sheet_reads_as(const file *f, const char *name, const char *want)
{
	relais_error err;
	text got = { 0 };
	source *s;

	check(opened_sheet(&s, f, name, &err) == RELAIS_OK, "[%s] %s", err.rule, err.text);
	read_all(s, false, &got);
	check(strcmp(text_str(&got), want) == 0, "%s: %s", name ? name : "", text_str(&got));
	source_close(s);
	text_free(&got);
}

static void is_refused(const file *f, const char *name, const char *rule, const char *row)
{
	relais_error err;
	source *s = NULL;
	relais_status rc = opened_sheet(&s, f, name, &err);

	if (rc == RELAIS_OK)
		source_close(s);
	check(rc == RELAIS_E_DATA, "%s: status %d", row, (int)rc);
	check(strcmp(err.rule, rule) == 0, "%s: [%s] %s", row, err.rule, err.text);
}

static void a_sheet_is_the_text_it_shows(void **state)
{
	file f = zip_of(whole, nothing);
	source *s = opened(&f, NULL, SOURCE_BLOCK);

	(void)state;
	assert_string_equal(source_about(s)->encoding, "XLSX");
	assert_string_equal(source_about(s)->sheet, "Août & co");
	assert_string_equal(source_about(s)->other_sheets, "Notes");
	source_close(s);
	sheet_reads_as(&f, NULL, first_text);
	file_gone(&f);
}

static void a_sheet_is_chosen_by_name_or_number(void **state)
{
	file f = zip_of(whole, nothing);
	relais_error err;
	source *s;

	(void)state;
	sheet_reads_as(&f, "Août & co", first_text);
	sheet_reads_as(&f, "notes", "7\n");
	sheet_reads_as(&f, "2", "7\n");
	is_refused(&f, "3", "unknown-sheet", "3");
	is_refused(&f, "0", "unknown-sheet", "0");
	is_refused(&f, "Note", "unknown-sheet", "Note");
	opened_sheet(&s, &f, "Note", &err);
	check(strstr(err.text, "it has Août & co, Notes") != NULL, "%s", err.text);
	file_gone(&f);
}

static void empty_and_hidden_sheets_are_passed_over(void **state)
{
	static const part empty = {
		"xl/worksheets/sheet1.xml",
		"<worksheet><sheetData><row r=\"1\"><c r=\"A1\"/></row></sheetData></worksheet>"
	};
	static const part hidden = { "xl/workbook.xml",
		"<workbook xmlns:r=\"n\"><workbookPr date1904=\"1\"/><sheets>"
		"<sheet name=\"Août\" state=\"hidden\" r:id=\"r1\"/>"
		"<sheet name=\"Notes\" r:id=\"r2\"/></sheets></workbook>" };
	file f = zip_of(whole, empty);
	relais_error err;
	source *s;

	(void)state;
	sheet_reads_as(&f, NULL, "7\n");
	is_refused(&f, "1", "empty-file", "an empty sheet");
	file_gone(&f);
	f = zip_of(whole, hidden);
	assert_int_equal(opened_sheet(&s, &f, NULL, &err), RELAIS_OK);
	assert_null(source_about(s)->other_sheets);
	source_close(s);
	sheet_reads_as(&f, NULL, "7\n");
	file_gone(&f);
}

static void parts_that_are_wrong_are_refused(void **state)
{
#define CELLS(cells) "<worksheet><sheetData>" cells "</sheetData></worksheet>"
#define SHEET(cells)                                                                           \
	{                                                                                      \
		"xl/worksheets/sheet1.xml", CELLS(cells)                                       \
	}
	static const struct {
		part part;
		const char *rule;
	} rows[] = {
		{ { "xl/_rels/workbook.xml.rels", NULL }, "bad-archive" },
		{ { "xl/worksheets/sheet1.xml", NULL }, "bad-archive" },
		{ { "xl/sharedStrings.xml", NULL }, "bad-archive" },
		{ { "xl/styles.xml", NULL }, "bad-archive" },
		{ { "xl/workbook.xml", NULL }, "not-a-table" },
		{ { "xl/workbook.xml", "" }, "bad-archive" },
		{ { "xl/styles.xml", "<styleSheet>" }, "bad-archive" },
		{ { "xl/sharedStrings.xml",
			  "<!DOCTYPE a [<!ENTITY b \"cc\"><!ENTITY d \"&b;&b;\">]><sst>&d;</sst>" },
			"bad-archive" },
		{ SHEET("<row r=\"2\"/><row r=\"2\"/>"), "bad-archive" },
		{ SHEET("<row r=\"2\"/><row r=\"1\"/>"), "bad-archive" },
		{ SHEET("<row r=\"1048577\"/>"), "bad-archive" },
		{ SHEET("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>"), "bad-archive" },
		{ SHEET("<row r=\"1\"><c r=\"AAAAAAAAAAAAAA1\"><v>1</v></c></row>"),
			"bad-archive" },
		{ SHEET("<row r=\"1\"><c r=\"1\"><v>1</v></c></row>"), "bad-archive" },
		{ SHEET("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>"),
			"bad-archive" },
		{ SHEET("<c r=\"A1\"><v>1</v></c>"), "bad-archive" },
		{ SHEET("<row r=\"1\"><c t=\"s\"><v>4</v></c></row>"), "bad-archive" },
		{ SHEET("<row r=\"1\"><c t=\"s\"><v>x</v></c></row>"), "bad-archive" },
		{ SHEET("<row r=\"1\"><c t=\"s\"><v>-1</v></c></row>"), "bad-archive" },
	};

	(void)state;
	for (size_t i = 0; i < LENGTH_OF(rows); i++) {
		file f = zip_of(whole, rows[i].part);

		is_refused(&f, "1", rows[i].rule,
			rows[i].part.xml ? rows[i].part.xml : rows[i].part.path);
		file_gone(&f);
	}
}

static void other_zips_are_called_by_their_name(void **state)
{
	static const struct {
		const char *path, *said;
	} rows[] = { { "xl/workbook.bin", ".xlsb" }, { "word/document.xml", "Word" },
		{ "content.xml", ".ods" }, { "grille.csv", "ZIP" } };

	(void)state;
	for (size_t i = 0; i < LENGTH_OF(rows); i++) {
		part parts[] = { { rows[i].path, "<a/>" }, { NULL, NULL } };
		file f = zip_of(parts, nothing);
		relais_error err;
		source *s;

		is_refused(&f, NULL, "not-a-table", rows[i].path);
		opened_sheet(&s, &f, NULL, &err);
		check(strstr(err.text, rows[i].said) != NULL, "%s", err.text);
		file_gone(&f);
	}
}

/* ---- Numbers and styles ------------------------------------------------------------------- */

static void every_look_of_a_number(void **state)
{
	static const struct {
		const char *written;
		looks as;
		bool from_1904;
		const char *want;
	} rows[] = {
		{ "45292", LOOKS_DATE, false, "2024-01-01" },
		{ "43830", LOOKS_DATE, true, "2024-01-01" },
		{ "1", LOOKS_DATE, false, "1900-01-01" },
		{ "59", LOOKS_DATE, false, "1900-02-28" },
		{ "60", LOOKS_DATE, false, "60" },
		{ "61", LOOKS_DATE, false, "1900-03-01" },
		{ "0", LOOKS_DATE, false, "0" },
		{ "0", LOOKS_DATE, true, "1904-01-01" },
		{ "-1", LOOKS_DATE, false, "-1" },
		{ "2958465", LOOKS_DATE, false, "9999-12-31" },
		{ "2958466", LOOKS_DATE, false, "2958466" },
		{ "45292.75", LOOKS_DATE, false, "2024-01-01 18:00:00" },
		{ "45292.999999999", LOOKS_DATE, false, "2024-01-02" },
		{ "0.3125", LOOKS_TIME, false, "7:30" },
		{ "0.500011574074074", LOOKS_TIME, false, "12:00:01" },
		{ "435", LOOKS_TIME, false, "10440:00" },
		{ "0.125", LOOKS_PERCENT, false, "12.5%" },
		{ "0.28999999999999998", LOOKS_PERCENT, false, "29%" },
		{ "1.2", LOOKS_PLAIN, false, "1.2" },
		{ "12.345", LOOKS_PLAIN, false, "12.3450" },
	};

	(void)state;
	for (size_t i = 0; i < LENGTH_OF(rows); i++) {
		text got = { 0 };

		check(book_number(&got, rows[i].written, strlen(rows[i].written), rows[i].as,
			      rows[i].from_1904),
			"%s", rows[i].written);
		check(strcmp(text_str(&got), rows[i].want) == 0, "%s: %s", rows[i].written,
			text_str(&got));
		text_free(&got);
	}
}

static void every_format(void **state)
{
	static const struct {
		const char *code;
		looks as;
	} rows[] = {
		{ "General", LOOKS_PLAIN },
		{ "0.00", LOOKS_PLAIN },
		{ "#,##0\\ \"jours\"", LOOKS_PLAIN },
		{ "#,##0.00\\ [$€-40C]", LOOKS_PLAIN },
		{ "[Red]0", LOOKS_PLAIN },
		{ "0_h", LOOKS_PLAIN },
		{ "0.00E+00", LOOKS_PLAIN },
		{ "dd/mm/yyyy", LOOKS_DATE },
		{ "mmm\\-yy", LOOKS_DATE },
		{ "mmmm", LOOKS_DATE },
		{ "[$-40C]d\\ mmmm\\ yyyy;@", LOOKS_DATE },
		{ "dd/mm/yyyy\\ hh:mm", LOOKS_DATE },
		{ "[h]:mm", LOOKS_TIME },
		{ "hh:mm:ss AM/PM", LOOKS_TIME },
		{ "0.0%", LOOKS_PERCENT },
		{ "0\"%\"", LOOKS_PLAIN },
		{ "\"never closed", LOOKS_PLAIN },
		{ "[never", LOOKS_PLAIN },
		{ "\\", LOOKS_PLAIN },
		{ "", LOOKS_PLAIN },
	};

	(void)state;
	for (size_t i = 0; i < LENGTH_OF(rows); i++)
		check(looks_of_format(rows[i].code) == rows[i].as, "%s", rows[i].code);
}

/* ---- Workbooks of a library --------------------------------------------------------------- */

static file written_by_library(int rows)
{
	file f;
	int fd = temporary(f.path);
	lxw_workbook *made = workbook_new(f.path);
	lxw_worksheet *grille = workbook_add_worksheet(made, "Grille");
	lxw_format *date = workbook_add_format(made), *percent = workbook_add_format(made);
	lxw_datetime day = { 2024, 8, 1, 0, 0, 0.0 };

	close(fd);
	format_set_num_format(date, "mmm-yy");
	format_set_num_format(percent, "0.0%");
	worksheet_write_string(grille, 0, 0, "Fréquentation <2024>", NULL);
	worksheet_write_string(grille, 2, 0, "Office", NULL);
	worksheet_write_datetime(grille, 2, 1, &day, date);
	for (int i = 0; i < rows; i++) {
		char code[16];

		snprintf(code, sizeof code, "OT-%d", i);
		worksheet_write_string(grille, (lxw_row_t)(3 + i), 0, code, NULL);
		worksheet_write_number(grille, (lxw_row_t)(3 + i), 1, i + 0.1, NULL);
		worksheet_write_number(grille, (lxw_row_t)(3 + i), 2, 0.07, percent);
	}
	assert_int_equal(workbook_close(made), LXW_NO_ERROR);
	return f;
}

static void what_a_library_writes_is_read(void **state)
{
	file f = written_by_library(3000);
	text want = { 0 };

	(void)state;
	text_add(&want, "Fréquentation <2024>\n\nOffice;2024-08-01\n");
	for (int i = 0; i < 3000; i++)
		text_addf(&want, "OT-%d;%d.1;7%%\n", i, i);
	sheet_reads_as(&f, NULL, text_str(&want));
	text_free(&want);
	file_gone(&f);
}

static void a_cell_is_bounded(void **state)
{
	text xml = { 0 };
	file f;

	(void)state;
	text_add(&xml, "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>");
	for (size_t i = 0; i < (1 << 20) + 1; i++)
		text_add_char(&xml, 'x');
	text_add(&xml, "</t></is></c></row></sheetData></worksheet>");
	f = zip_of(whole, (part){ "xl/worksheets/sheet1.xml", text_str(&xml) });
	is_refused(&f, NULL, "too-large", "a cell of more than a mebibyte");
	text_free(&xml);
	file_gone(&f);
}

static void what_it_unpacks_to_is_bounded(void **state)
{
	file f = written_by_library(3000);
	relais_error err = { 0 };
	source *s;

	(void)state;
	assert_int_equal(source_open_limited(
				 &s, f.path, &(source_options){ .sheet = NULL }, 50000, &err),
		RELAIS_E_DATA);
	assert_string_equal(err.rule, "too-large");
	file_gone(&f);
}

static void bytes_of(const file *f, text *out)
{
	FILE *in = fopen(f->path, "rb");
	char buffer[4096];
	size_t got;

	assert_non_null(in);
	while ((got = fread(buffer, 1, sizeof buffer, in)) > 0)
		text_add_bytes(out, buffer, got);
	fclose(in);
}

/* Cut at many places, bytes changed at many: a refusal or a table, never a fall. */
static void damage_is_survived(void **state)
{
	file f = zip_of(whole, nothing);
	text bytes = { 0 };
	uint64_t seed = 45292;

	(void)state;
	bytes_of(&f, &bytes);
	file_gone(&f);
	for (size_t i = 0; i < 600; i++) {
		size_t at = (size_t)(next_random(&seed) % bytes.length);
		char kept = bytes.data[at];
		relais_error err;
		relais_status rc;
		source *s;

		if (i % 4)
			bytes.data[at] = (char)next_random(&seed);
		f = file_of(bytes.data, i % 4 ? bytes.length : at);
		rc = opened_sheet(&s, &f, NULL, &err);
		if (rc == RELAIS_OK)
			source_close(s);
		check(rc == RELAIS_OK || rc == RELAIS_E_DATA, "round %zu: %s", i, err.text);
		check(i % 4 || rc == RELAIS_E_DATA || at < 4, "cut at %zu is taken", at);
		file_gone(&f);
		bytes.data[at] = kept;
	}
	text_free(&bytes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_sheet_is_the_text_it_shows),
		cmocka_unit_test(a_sheet_is_chosen_by_name_or_number),
		cmocka_unit_test(empty_and_hidden_sheets_are_passed_over),
		cmocka_unit_test(parts_that_are_wrong_are_refused),
		cmocka_unit_test(other_zips_are_called_by_their_name),
		cmocka_unit_test(every_look_of_a_number),
		cmocka_unit_test(every_format),
		cmocka_unit_test(what_a_library_writes_is_read),
		cmocka_unit_test(a_cell_is_bounded),
		cmocka_unit_test(what_it_unpacks_to_is_bounded),
		cmocka_unit_test(damage_is_survived),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
