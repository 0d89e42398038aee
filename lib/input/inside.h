/* SPDX-License-Identifier: MIT
 * What the files of this room share, and what its tests may turn: nobody else includes it.
 *
 * A source is a file that can be read again from any place (a pipe is copied to a
 * temporary file first) and three ways to make UTF-8 of its bytes: they are UTF-8 already; they
 * are Windows-1252, where ASCII blocks pass untouched; or iconv converts them all.
 */
#ifndef INPUT_INSIDE_H
#define INPUT_INSIDE_H

#include <iconv.h>
#include <stdio.h>

#include "bytes.h"
#include "reader.h"
#include "source.h"

enum {
	SOURCE_BLOCK = 256 * 1024, /* bytes read at a time */
	SOURCE_CARRY = 4096, /* room for what waits for the next block to be whole */
	SOURCE_UNPACKED = 1 << 30 /* bytes an unpacked text may have, unless tests say less */
};

typedef enum source_kind { SOURCE_UTF8, SOURCE_1252, SOURCE_ICONV } source_kind;

typedef struct encoder encoder;

struct source {
	source_facts facts;
	char *name;
	char encoding[48]; /* as given */
	const char *charset; /* what iconv calls the text's encoding */
	char shown[64]; /* the facts' encoding of an unpacked text */
	char *sheet, *other_sheets; /* behind the facts */
	bool is_packed; /* by gzip, whatever came out */
	uint64_t limit; /* bytes an unpacked text may have */
	int fd;
	FILE *spool; /* the temporary file behind fd, or NULL */
	source_kind kind;
	size_t mark; /* bytes of the byte order mark */
	bool ascii; /* from end to end */
	size_t block;

	bool raw;
	uint64_t offset; /* of the next byte to read */
	char *bytes; /* as read, still to convert: iconv kinds only */
	size_t bytes_length;
	char *utf8; /* converted; from kept_at on, not yet given */
	size_t utf8_size, kept_at, kept;
	text composed;
	iconv_t decoder;
	line_count lines; /* of what iconv made: the place of a fault */
	encoder *encoder;
};

/* What one pass over all bytes tells; offsets are NO_PLACE when there is no such place. */
#define NO_PLACE UINT64_MAX
typedef struct survey {
	uint64_t nul; /* the first NUL */
	uint64_t invalid; /* the first byte that is not UTF-8 */
	uint64_t undefined; /* the first byte Windows-1252 has no character for */
	bool ascii;
	bool is_cut; /* valid but for a character begun at the very end */
	uint64_t mojibake; /* the first character encoded twice, Ã© of é */
	uint64_t after_lead; /* what follows an Ã or Â that ended a block */
	bool has_multibyte; /* some UTF-8 character of two bytes or more before `invalid` */
	unsigned char head[1024];
	size_t head_length;
} survey;

/* spool.c: opens for reading from any place; fills name, fd, spool. */
relais_status source_attach(source *s, const char *path, relais_error *err) MUST_CHECK;
/* The same for bytes in memory. */
relais_status source_attach_bytes(source *s, const char *name, const void *bytes, size_t length,
	relais_error *err) MUST_CHECK;
/* pread until `length` bytes or the end. */
relais_status source_bytes(const source *s, uint64_t offset, void *out, size_t length,
	size_t *got, relais_error *err) MUST_CHECK;

/* A temporary file to fill, then to read in place of what `s` had; the second closes it
 * when it fails. */
relais_status source_spool(const source *s, FILE **out, relais_error *err) MUST_CHECK;
relais_status source_take_spool(source *s, FILE *filled, relais_error *err) MUST_CHECK;
relais_status source_cannot_spool(const source *s, int why, relais_error *err);

/* unpack.c: takes the text out of what holds it; refuses what is no text. */
relais_status source_unpack(
	source *s, const source_options *options, relais_error *err) MUST_CHECK;
relais_status source_too_large(const source *s, relais_error *err);
/* gunzip.c */
relais_status source_gunzip(source *s, FILE *out, relais_error *err) MUST_CHECK;

/* xlsx.c: `asked` names a sheet, by name or number; NULL: the first with cells */
relais_status source_xlsx(
	source *s, FILE *out, const char *asked, relais_error *err) MUST_CHECK;
/* json.c: `paths` are the headings wanted, NULL: all */
relais_status source_json(
	source *s, FILE *out, const char *const *paths, relais_error *err) MUST_CHECK;

/* survey.c: one pass; fills the facts' bytes and, unless it is known, sha256. */
relais_status source_survey(source *s, survey *out, relais_error *err) MUST_CHECK;
/* The line a byte is on, from 1. */
relais_status source_line_at(
	const source *s, uint64_t offset, unsigned long *line, relais_error *err) MUST_CHECK;

/* charset.c: chooses kind, encoding, mark; refuses what has none. */
relais_status source_choose(
	source *s, const survey *found, const char *encoding, relais_error *err) MUST_CHECK;

relais_status source_unknown_encoding(const char *name, relais_error *err) MUST_CHECK;

/* decode.c: buffers and converter for the kind chosen. */
relais_status source_prepare(source *s, relais_error *err) MUST_CHECK;
void source_release(source *s);

/* convert.c: the next bytes as UTF-8, at most `room` of them; 0 at the end. */
relais_status source_convert(
	source *s, char *out, size_t room, size_t *made, relais_error *err) MUST_CHECK;
/* decode.c: at most a block of what the survey saw, 0 at the end. */
relais_status source_next_bytes(
	source *s, char *out, size_t room, size_t *got, relais_error *err) MUST_CHECK;

/* encode.c */
relais_status encoder_open(encoder **out, const char *encoding, relais_error *err) MUST_CHECK;
void encoder_close(encoder *e);

/* For tests: blocks of any size, and libcsv for every line. */
relais_status source_open_blocks(source **out, const char *path, const char *encoding,
	size_t block, relais_error *err) MUST_CHECK;
relais_status source_open_limited(source **out, const char *path, const source_options *options,
	uint64_t limit, relais_error *err) MUST_CHECK;
void reader_use_libcsv_only(reader *r);

#endif
