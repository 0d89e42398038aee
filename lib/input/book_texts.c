/* SPDX-License-Identifier: MIT
 * The texts that cells refer to by number, end to end in one buffer. The runs of a text in
 * several styles are joined; what says how it is pronounced is left out.
 */
#include <stdlib.h>

#include "../base/error.h"
#include "book.h"

typedef struct texts {
	book *book;
	bool in_text, in_sounds;
} texts;

static void add_start(book *b)
{
	size_t *more = book_grow(b, b->starts, b->text_count, sizeof *more);

	if (!more)
		return;
	b->starts = more;
	more[b->text_count++] = b->texts.length;
}

static void texts_start(void *self, const char *name, const char **attributes)
{
	texts *t = self;

	(void)attributes;
	if (strcmp(name, "si") == 0)
		add_start(t->book);
	else if (strcmp(name, "rPh") == 0)
		t->in_sounds = true;
	else if (strcmp(name, "t") == 0)
		t->in_text = !t->in_sounds;
}

static void texts_end(void *self, const char *name)
{
	texts *t = self;

	if (strcmp(name, "rPh") == 0)
		t->in_sounds = false;
	else if (strcmp(name, "t") == 0)
		t->in_text = false;
}

static void texts_text(void *self, const char *bytes, size_t length)
{
	texts *t = self;
	book *b = t->book;

	if (!t->in_text)
		return;
	text_add_bytes(&b->texts, bytes, length);
	if (b->texts.failed)
		book_stop(b, fail_memory(b->err));
	else if (b->texts.length > BOOK_TEXTS)
		book_stop(b, source_too_large(b->source, b->err));
}

relais_status book_read_texts(book *b, relais_error *err)
{
	static const part_reader handler = { texts_start, texts_end, texts_text };
	texts t = { .book = b };

	return book_read_part(b, b->texts_path, &handler, &t, err);
}
