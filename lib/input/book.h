/* SPDX-License-Identifier: MIT
 * An .xlsx file: a ZIP whose parts are XML, read as streams. What the sheets of a workbook
 * share is kept here: their names, the texts, what the styles make of numbers.
 */
#ifndef INPUT_BOOK_H
#define INPUT_BOOK_H

#include <expat.h>
#include <late/zip.h>

#include "grid.h"
#include "inside.h"

enum { BOOK_TEXTS = 256 << 20 }; /* bytes of shared texts at most: they are held in memory */

typedef enum looks { LOOKS_PLAIN, LOOKS_DATE, LOOKS_TIME, LOOKS_PERCENT } looks;

typedef struct sheet {
	char *name, *id; /* id: of its part, in the relations */
	char *path; /* NULL: it has none, or is a chart */
	bool is_hidden;
} sheet;

typedef struct book {
	const source *source;
	zip_t *zip;
	uint64_t unzipped;
	sheet *sheets;
	size_t sheet_count;
	char *texts_path, *styles_path;
	bool from_1904;
	looks *looks; /* of each cell style */
	size_t looks_count;
	text texts;
	size_t *starts; /* of each shared text; one more, the end of the last */
	size_t text_count;

	/* the part being read */
	XML_Parser parser;
	relais_status rc;
	bool is_enough;
	relais_error *err;
} book;

/* What a part is told to: names without prefix; attributes as expat gives them. */
typedef struct part_reader {
	void (*start)(void *self, const char *name, const char **attributes);
	void (*end)(void *self, const char *name);
	void (*text)(void *self, const char *bytes, size_t length);
} part_reader;

/* book_part.c */
relais_status book_read_part(book *b, const char *path, const part_reader *handler, void *self,
	relais_error *err) MUST_CHECK;
const char *book_attribute(const char **attributes, const char *name); /* NULL: not there */
/* From a handler: nothing more is read, the reading ends so. */
void book_stop(book *b, relais_status rc);
relais_status book_damaged(const book *b, const char *what, relais_error *err);
/* Adds to an array; NULL when memory runs out (told). */
void *book_grow(book *b, void *array, size_t count, size_t size);

/* book.c */
relais_status book_open(book *b, const source *s, relais_error *err) MUST_CHECK;
void book_close(book *b);

/* book_styles.c, book_texts.c */
looks looks_of_format(const char *code);
relais_status book_read_styles(book *b, relais_error *err) MUST_CHECK;
relais_status book_read_texts(book *b, relais_error *err) MUST_CHECK;

/* book_cell.c: a number as its style shows it; false when it is to be taken as written. */
bool book_number(text *out, const char *written, size_t length, looks as, bool from_1904);

/* book_sheet.c: the sheet into the grid; without one, only whether it has cells. */
relais_status book_read_sheet(
	book *b, const sheet *s, grid *g, bool *has_cells, relais_error *err) MUST_CHECK;

#endif
