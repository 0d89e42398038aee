/* SPDX-License-Identifier: MIT
 * The growing buffer. A failed allocation is remembered instead of returned, so that a
 * writer adds freely and checks once.
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text.h"

static bool make_room(text *t, size_t more)
{
	size_t capacity = t->capacity ? t->capacity : 64;
	char *data;

	if (t->failed)
		return false;
	if (t->data && more < t->capacity - t->length)
		return true;
	if (more >= SIZE_MAX / 2 - t->length) {
		t->failed = true;
		return false;
	}
	while (capacity <= t->length + more)
		capacity *= 2;
	if (!(data = realloc(t->data, capacity))) {
		t->failed = true;
		return false;
	}
	t->data = data;
	t->capacity = capacity;
	return true;
}

void text_add_bytes(text *t, const char *bytes, size_t length)
{
	if (!make_room(t, length))
		return;
	if (length)
		memcpy(t->data + t->length, bytes, length);
	t->length += length;
	t->data[t->length] = '\0';
}

void text_add(text *t, const char *string)
{
	text_add_bytes(t, string, strlen(string));
}

void text_add_char(text *t, char c)
{
	text_add_bytes(t, &c, 1);
}

void text_addf(text *t, const char *format, ...)
{
	va_list args, again;
	int length;

	va_start(args, format);
	va_copy(again, args);
	length = vsnprintf(NULL, 0, format, args);
	if (length < 0) {
		t->failed = true;
	} else if (make_room(t, (size_t)length)) {
		vsnprintf(t->data + t->length, (size_t)length + 1, format, again);
		t->length += (size_t)length;
	}
	va_end(again);
	va_end(args);
}

const char *text_str(const text *t)
{
	return t->data ? t->data : "";
}

void text_clear(text *t)
{
	t->length = 0;
	if (t->data)
		t->data[0] = '\0';
}

void text_free(text *t)
{
	free(t->data);
	*t = (text){ 0 };
}

bool text_has_word(const char *list, const char *word)
{
	size_t length = strlen(word);

	while (list && *(list += strspn(list, " ")) != '\0') {
		size_t next = strcspn(list, " ");

		if (next == length && strncmp(list, word, length) == 0)
			return true;
		list += next;
	}
	return false;
}
