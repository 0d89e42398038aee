/* SPDX-License-Identifier: MIT
 * Which encoding a file is in: the one given; the byte order mark's; UTF-16 that forgot its
 * mark; UTF-8 when every byte agrees; else Windows-1252, said to be a guess. What none
 * of them explains is refused with its place. Rules: relais-csv(5), VIOLATIONS.
 */
#include <ctype.h>
#include <strings.h>

#include "../base/error.h"
#include "inside.h"

typedef struct mark {
	const char *encoding;
	size_t length;
	unsigned char bytes[3];
} mark;

static const mark marks[] = {
	{ "UTF-8", 3, { 0xEF, 0xBB, 0xBF } },
	{ "UTF-16LE", 2, { 0xFF, 0xFE, 0 } },
	{ "UTF-16BE", 2, { 0xFE, 0xFF, 0 } },
};

static const mark *find_mark(const survey *found)
{
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (found->head_length >= marks[i].length &&
			memcmp(found->head, marks[i].bytes, marks[i].length) == 0)
			return &marks[i];
	return NULL;
}

/* Every other byte NUL, as French or English text in UTF-16 has it; a few characters
 * from further away (€, ’) are allowed. */
static const char *unmarked_utf16(const survey *found)
{
	size_t pairs = found->head_length / 2, low = 0, high = 0;

	for (size_t i = 0; i < pairs; i++) {
		low += found->head[2 * i] == 0;
		high += found->head[2 * i + 1] == 0;
	}
	if (pairs < 4)
		return NULL;
	if (low == 0 && high * 8 >= pairs * 7)
		return "UTF-16LE";
	if (high == 0 && low * 8 >= pairs * 7)
		return "UTF-16BE";
	return NULL;
}

static relais_status fault_at(
	const source *s, uint64_t offset, place *where, unsigned *byte, relais_error *err)
{
	unsigned char c = 0;
	relais_status rc;
	size_t got;

	*where = (place){ s->name, 0, 0, "bad-encoding" };
	rc = source_bytes(s, offset, &c, 1, &got, err);
	*byte = c;
	return rc == RELAIS_OK ? source_line_at(s, offset, &where->line, err) : rc;
}

static relais_status refuse_nul(const source *s, uint64_t offset, relais_error *err)
{
	unsigned byte;
	place where;
	relais_status rc = fault_at(s, offset, &where, &byte, err);

	if (rc != RELAIS_OK)
		return rc;
	where.rule = "nul-byte";
	return fail_at(err, RELAIS_E_DATA, where,
		"byte 0x00 in the text: is it a spreadsheet or another program's file? Save it "
		"as CSV first");
}

static relais_status refuse_utf8(const source *s, const survey *found, relais_error *err)
{
	unsigned byte;
	place where;
	relais_status rc = fault_at(s, found->invalid, &where, &byte, err);

	if (rc != RELAIS_OK)
		return rc;
	if (found->is_cut)
		return fail_at(err, RELAIS_E_DATA, where,
			"the file stops in the middle of a character (byte 0x%02X): was the "
			"transfer cut? If not, say its encoding with --encoding",
			byte);
	return fail_at(err, RELAIS_E_DATA, where,
		"byte 0x%02X is not valid UTF-8: say the file's encoding with --encoding "
		"(WINDOWS-1252, MACINTOSH …)",
		byte);
}

static relais_status refuse_1252(const source *s, const survey *found, relais_error *err)
{
	unsigned byte;
	place where;
	relais_status rc = fault_at(s, found->undefined, &where, &byte, err);

	if (rc != RELAIS_OK)
		return rc;
	return fail_at(err, RELAIS_E_DATA, where,
		"byte 0x%02X is no character in WINDOWS-1252 nor in UTF-8: say the file's "
		"encoding with --encoding (MACINTOSH, CP850 …)",
		byte);
}

static relais_status take_utf8(source *s, const survey *found, relais_error *err)
{
	s->kind = SOURCE_UTF8;
	s->charset = "UTF-8";
	if (found->nul != NO_PLACE)
		return refuse_nul(s, found->nul, err);
	return found->invalid == NO_PLACE ? RELAIS_OK : refuse_utf8(s, found, err);
}

static relais_status take_1252(source *s, const survey *found, relais_error *err)
{
	s->kind = SOURCE_1252;
	s->charset = "WINDOWS-1252";
	if (found->nul != NO_PLACE)
		return refuse_nul(s, found->nul, err);
	return found->undefined == NO_PLACE ? RELAIS_OK : refuse_1252(s, found, err);
}

relais_status source_unknown_encoding(const char *name, relais_error *err)
{
	return fail(err, RELAIS_E_USAGE,
		"unknown encoding '%s': it is UTF-8, WINDOWS-1252, UTF-16LE, MACINTOSH …",
		name);
}

static void take_iconv(source *s, const char *encoding)
{
	s->kind = SOURCE_ICONV;
	s->charset = encoding;
}

static bool is_one_of(const char *name, const char *const *names)
{
	for (; *names; names++)
		if (strcasecmp(name, *names) == 0)
			return true;
	return false;
}

/* The empty name is the locale's encoding for iconv, and a slash adds options: not here. */
static bool is_plain_name(const source *s, const char *encoding)
{
	size_t length = strlen(encoding);

	if (length == 0 || length >= sizeof s->encoding)
		return false;
	for (; *encoding; encoding++)
		if (!isalnum((unsigned char)*encoding) && !strchr("-_.:+", *encoding))
			return false;
	return true;
}

static relais_status take_given(source *s, const survey *found, const mark *bom,
	const char *encoding, relais_error *err)
{
	static const char *const utf8[] = { "UTF-8", "UTF8", NULL };
	static const char *const ansi[] = { "WINDOWS-1252", "CP1252", "MS-ANSI", "ANSI", NULL };
	static const char *const utf16[] = { "UTF-16", "UTF16", "UNICODE", NULL };
	static const char *const utf32[] = { "UTF-32", "UTF-32LE", "UTF32", "UCS-4", NULL };

	if (!is_plain_name(s, encoding))
		return source_unknown_encoding(encoding, err);
	if (is_one_of(encoding, utf32)) {
		s->mark = 0; /* iconv reads the mark itself */
		bom = NULL;
	}
	if (is_one_of(encoding, utf16))
		encoding = bom && bom->length == 2 ? bom->encoding : "UTF-16LE";
	if (bom && strcasecmp(encoding, bom->encoding) != 0 &&
		!(bom->length == 3 && is_one_of(encoding, utf8)))
		return fail_at(err, RELAIS_E_DATA, (place){ s->name, 1, 0, "bad-encoding" },
			"the file begins with the mark of %s, and is said to be %s: leave out "
			"--encoding",
			bom->encoding, encoding);
	if (is_one_of(encoding, utf8))
		return take_utf8(s, found, err);
	if (is_one_of(encoding, ansi))
		return take_1252(s, found, err);
	strcpy(s->encoding, encoding);
	take_iconv(s, s->encoding);
	return RELAIS_OK;
}

relais_status source_choose(
	source *s, const survey *found, const char *encoding, relais_error *err)
{
	const mark *bom = find_mark(found);
	const char *utf16;

	s->ascii = found->ascii;
	s->facts.has_bom = bom != NULL;
	s->mark = bom ? bom->length : 0;
	if (encoding)
		return take_given(s, found, bom, encoding, err);
	if (bom && bom->length == 3)
		return take_utf8(s, found, err);
	if ((utf16 = bom ? bom->encoding : unmarked_utf16(found)) != NULL) {
		s->facts.guessed = bom == NULL;
		take_iconv(s, utf16);
		return RELAIS_OK;
	}
	/* characters of several bytes, all good but the last one: not a chance, a cut */
	if (found->invalid == NO_PLACE || found->nul != NO_PLACE ||
		(found->is_cut && found->has_multibyte))
		return take_utf8(s, found, err);
	s->facts.guessed = true;
	return take_1252(s, found, err);
}
