/* SPDX-License-Identifier: MIT
 * Workbooks. `xlsx` is handed whole files: the ZIP itself. `sheet` is handed the XML of the parts, NUL bytes
 * between, which are put in a ZIP as they are: else nothing that is changed inside would pass its checksum.
 */
#include "fuzz.h"

#include <zlib.h>

enum { PARTS = 5 };

static const char *const paths[PARTS] = { "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml",
	"xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels" };
/* For those that the bytes leave out. */
static const char *const usual[PARTS] = { "", "<sst><si><t>Office</t></si></sst>",
	"<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"10\"/>"
	"</cellXfs></styleSheet>",
	"<workbook><sheets><sheet name=\"Août\" r:id=\"r1\"/></sheets></workbook>",
	"<Relationships><Relationship Id=\"r1\" Type=\"/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
	"<Relationship Id=\"r2\" Type=\"/sharedStrings\" Target=\"sharedStrings.xml\"/>"
	"<Relationship Id=\"r3\" Type=\"/styles\" Target=\"styles.xml\"/></Relationships>" };

typedef struct part {
	const char *path, *bytes;
	size_t length, at;
} part;

static void add_little(text *out, uint32_t value, int bytes)
{
	for (; bytes > 0; bytes--, value >>= 8)
		text_add_char(out, (char)(value & 0xFF));
}

/* What the header of a part and its line in the directory have in common. */
static void add_about(text *out, const part *p)
{
	add_little(out, 20, 2);
	add_little(out, 0, 4); /* stored as it is */
	add_little(out, 0x21 << 16, 4); /* 1980-01-01 */
	add_little(out, (uint32_t)crc32(0, (const Bytef *)p->bytes, (uInt)p->length), 4);
	add_little(out, (uint32_t)p->length, 4);
	add_little(out, (uint32_t)p->length, 4);
	add_little(out, (uint32_t)strlen(p->path), 2);
	add_little(out, 0, 2);
}

static void add_zip(text *out, part *parts, size_t count)
{
	size_t directory;

	for (size_t i = 0; i < count; i++) {
		parts[i].at = out->length;
		text_add(out, "PK\3\4");
		add_about(out, &parts[i]);
		text_add(out, parts[i].path);
		text_add_bytes(out, parts[i].bytes, parts[i].length);
	}
	directory = out->length;
	for (size_t i = 0; i < count; i++) {
		text_add(out, "PK\1\2");
		add_little(out, 20, 2);
		add_about(out, &parts[i]);
		add_little(out, 0, 4);
		add_little(out, 0, 2);
		add_little(out, 0, 4);
		add_little(out, (uint32_t)parts[i].at, 4);
		text_add(out, parts[i].path);
	}
	size_t size = out->length - directory;
	text_add(out, "PK\5\6");
	add_little(out, 0, 4);
	add_little(out, (uint32_t)count, 2);
	add_little(out, (uint32_t)count, 2);
	add_little(out, (uint32_t)size, 4);
	add_little(out, (uint32_t)directory, 4);
	add_little(out, 0, 2);
}

static void read_book(const char *bytes, size_t length)
{
	source *s = fuzz_source(bytes, length, NULL, fuzz_block(0));
	dialect d = { .delimiter = ';', .quote = '"', .given = true };
	text list = { 0 };
	relais_status rc;

	if (s && source_about(s)->sheet) {
		require(fuzz_is_utf8(source_about(s)->sheet), "the sheet '%s'",
			source_about(s)->sheet);
		rc = fuzz_records(s, &d, false, &list);
		require(rc == RELAIS_END || rc == RELAIS_E_DATA, "%d", (int)rc);
	}
	source_close(s);
	text_free(&list);
}

static void one_sheet(const char *bytes, size_t length)
{
	const char *end = bytes + length;
	part parts[PARTS];
	text zip = { 0 };

	for (size_t i = 0; i < PARTS; i++) {
		size_t n = bytes < end ? strlen(bytes) : 0;

		parts[i] =
			(part){ paths[i], n ? bytes : usual[i], n ? n : strlen(usual[i]), 0 };
		bytes += n + (bytes < end);
	}
	add_zip(&zip, parts, PARTS);
	read_book(text_str(&zip), zip.length);
	text_free(&zip);
}

const fuzz_target fuzz_xlsx = { NULL, read_book };
const fuzz_target fuzz_sheet = { NULL, one_sheet };
