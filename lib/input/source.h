/* SPDX-License-Identifier: MIT
 * Bytes of a file or of standard input, as valid UTF-8 in composed form (NFC).
 *
 * Opening reads the whole once: it counts, fingerprints, refuses what is not text (NUL bytes,
 * cut UTF-16, bytes no encoding explains) with the place, and chooses the encoding:
 * byte order mark, else valid UTF-8, else Windows-1252. Then blocks are decoded one by one, in
 * constant memory, as often as wanted: standard input is spooled to a temporary file first.
 * What holds a text (gzip, JSON, workbooks) is unpacked there too, and read as if the text had come.
 */
#ifndef INPUT_SOURCE_H
#define INPUT_SOURCE_H

#include <relais.h>

#include "../base/attributes.h"
#include "../base/text.h"

typedef struct source source;

typedef struct source_facts {
	const char *name; /* as given; "<stdin>" for "-" */
	const char *encoding; /* for people: UTF-8, WINDOWS-1252 (gzip), XLSX …, or as given */
	const char *container; /* gzip, JSON, NDJSON, XLSX; NULL: the file is the text */
	const char *sheet; /* of a workbook: the one read */
	const char *other_sheets; /* that might have been read instead; NULL: none */
	char delimiter; /* of a text that was made from cells; 0: to be found */
	bool has_bom;
	unsigned long mojibake; /* the first line with text encoded twice (Ã©); 0: none */
	bool guessed; /* neither given, nor a mark, nor plain ASCII/UTF-8 */
	uint64_t bytes; /* of the text */
	char sha256[65]; /* of the file as it came */
} source_facts;

typedef struct source_options {
	const char *encoding; /* of the text, whatever it is packed in; NULL: detected */
	const char *sheet; /* name or number, of workbooks; NULL: the first with cells */
	bool name_sheet; /* call a workbook FILE[SHEET] */
	/* Of JSON: the ways to the values wanted (json_path.h), NULL-terminated; NULL: all. */
	const char *const *paths;
} source_options;

/* `encoding` NULL: detected; else a name iconv knows, which a byte order mark must not
 * contradict. Errors: RELAIS_E_IO (missing, a directory, unreadable: the system's reason; later,
 * a file that changes while it is read), RELAIS_E_USAGE (unknown encoding), RELAIS_E_DATA
 * (rules empty-file, nul-byte, bad-encoding, cut-utf16, with the line; cut-archive,
 * bad-archive, too-large, not-a-table, bad-json, unknown-sheet). */
relais_status source_open(
	source **out, const char *path, const char *encoding, relais_error *err) MUST_CHECK;
relais_status source_open_with(source **out, const char *path, const source_options *options,
	relais_error *err) MUST_CHECK;
/* Text that is in memory already (the built-in catalogue), by the same road as files. */
relais_status source_open_bytes(source **out, const char *name, const void *bytes,
	size_t length, relais_error *err) MUST_CHECK;
/* In two steps: what was found can be fingerprinted, with nothing else done to it, before it is
 * begun. The source is closed by the caller, whatever failed. */
relais_status source_find(source **out, const char *path, relais_error *err) MUST_CHECK;
relais_status source_fingerprint(source *s, relais_error *err) MUST_CHECK;
relais_status source_begin(
	source *s, const source_options *options, relais_error *err) MUST_CHECK;
const source_facts *source_about(const source *s);
/* Back to the start; `raw` leaves out the NFC step: what was written, recoded only. */
relais_status source_rewind(source *s, bool raw, relais_error *err) MUST_CHECK;
/* The next decoded block, without the byte order mark; RELAIS_END at the end. A block never
 * ends inside a character. `*done` (may be NULL) is the bytes read of the file so far. */
relais_status source_read(source *s, const char **block, size_t *length, uint64_t *done,
	relais_error *err) MUST_CHECK;
/* UTF-8 back to the file's own encoding (what it cannot write becomes '?'), for rejects.
 * Adds to `out`; the byte order mark only when `start`. */
relais_status source_encode(const source *s, const char *utf8, size_t length, bool start,
	text *out, relais_error *err) MUST_CHECK;
/* Each sheet of a workbook, in its order; nothing when the file is none. */
typedef void sheet_taker(void *self, const char *name, bool is_hidden, bool has_cells);
relais_status source_sheets(
	const char *path, sheet_taker *take, void *self, relais_error *err) MUST_CHECK;
void source_close(source *s);

#endif
