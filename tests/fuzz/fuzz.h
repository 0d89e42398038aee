/* SPDX-License-Identifier: MIT
 * What the targets of libFuzzer share. A target is one parser of ours: a function that is handed bytes, and
 * asserts of what came of them whatever can be said without knowing them. Each is a program (tests/fuzz/run).
 */
#ifndef TESTS_FUZZ_H
#define TESTS_FUZZ_H

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "../../lib/base/error.h"
#include "../../lib/base/text.h"
#include "../../lib/input/inside.h"

typedef struct fuzz_target {
	void (*start)(void); /* once, before the first; or NULL */
	/* NUL-terminated, in memory that is as long as that: a byte too far is found. */
	void (*one)(const char *bytes, size_t length);
} fuzz_target;

extern const fuzz_target fuzz_text, fuzz_number, fuzz_period, fuzz_encoding, fuzz_dialect,
	fuzz_csv, fuzz_json, fuzz_sheet, fuzz_xlsx, fuzz_heading, fuzz_layout, fuzz_profile,
	fuzz_outline, fuzz_options, fuzz_store;

/* What must hold; else the program stops, and the bytes are a finding. */
#define require(truth, ...)                                                                    \
	do {                                                                                   \
		if (!(truth))                                                                  \
			fuzz_found(#truth, __FILE__, __LINE__, __VA_ARGS__);                   \
	} while (0)
_Noreturn void fuzz_found(const char *truth, const char *file, int line, const char *format,
	...) PRINTF_LIKE(4, 5);

/* The first byte chooses among variants of a target and is taken off: a number below `count`, at most 256. */
size_t fuzz_choose(const char **bytes, size_t *length, size_t count);
/* How it ended: one of the statuses allowed, and when it failed one sentence that can be shown. */
void fuzz_check_end(relais_status rc, const relais_error *err);
bool fuzz_is_utf8(const char *string);

/* fuzz_source.c: bytes as a file, read in blocks of that size; NULL: refused, with a reason. */
source *fuzz_source(const char *bytes, size_t length, const char *encoding, size_t block);
/* A few bytes at a time, or a file in one go. */
size_t fuzz_block(size_t chosen);
/* Adds the whole decoded text. */
void fuzz_read_all(source *s, bool raw, text *out);
/* Adds every record: fields with U+001F after each, records with U+001E. How it ended. */
struct dialect;
relais_status fuzz_records(source *s, const struct dialect *d, bool libcsv_only, text *out);

/* fuzz_network.c: a store with the offices of the example in it, made once. */
relais_store *fuzz_network(void);
void fuzz_import(relais_store *store, const char *path);

#endif
