/* SPDX-License-Identifier: MIT
 * Where a value ends is found by counting brackets outside strings; what it is, jansson says.
 *
 * jansson keeps numbers as doubles, which turn 0.10 into 0.1 and long ones into others. It keeps
 * the order of the text, though: the nth number of the tree is the nth of the text, and
 * takes its digits from there.
 */
#include "values.h"

#include <stdlib.h>

#include "../base/error.h"
#include "inside.h"
#include "plain.h"

enum { VALUE_CHUNK = 64 * 1024, VALUE_DEPTH = 64 };

struct values {
	const source *source;
	uint64_t offset; /* of the next byte to read */
	char *bytes; /* NUL-terminated */
	size_t at, length, room;
	unsigned long line, next_line;
	const char *number; /* from where on the next one is looked for */
	text plain;
};

relais_status values_open(values **out, const source *s, relais_error *err)
{
	values *v = calloc(1, sizeof *v);

	if (!v)
		return fail_memory(err);
	v->source = s;
	v->next_line = 1;
	*out = v;
	return RELAIS_OK;
}

/* ---- Bytes -------------------------------------------------------------------- */

static relais_status too_long(const values *v, relais_error *err)
{
	return fail_at(err, RELAIS_E_DATA,
		(place){ v->source->name, v->next_line, 0, "too-large" },
		"this JSON is longer than 64 MiB: write one object a line");
}

/* False in *more at the end of the file. */
static relais_status read_more(values *v, bool *more, relais_error *err)
{
	relais_status rc;
	size_t got;

	if (v->at > 0)
		memmove(v->bytes, v->bytes + v->at, v->length - v->at);
	v->length -= v->at;
	v->at = 0;
	if (v->length > VALUE_LIMIT)
		return too_long(v, err);
	if (v->length + VALUE_CHUNK + 1 > v->room) {
		size_t room = v->room ? v->room * 2 : 2 * VALUE_CHUNK;
		char *bytes = realloc(v->bytes, room);

		if (!bytes)
			return fail_memory(err);
		v->bytes = bytes;
		v->room = room;
	}
	rc = source_bytes(v->source, v->offset, v->bytes + v->length, VALUE_CHUNK, &got, err);
	v->offset += got;
	v->length += got;
	v->bytes[v->length] = '\0';
	*more = got > 0;
	return rc;
}

static bool is_between(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\x1E';
}

/* To the first byte of the next value; RELAIS_END when there is none. */
static relais_status skip_blanks(values *v, relais_error *err)
{
	relais_status rc;
	bool more;

	for (;;) {
		for (; v->at < v->length; v->at++) {
			if (!is_between(v->bytes[v->at]))
				return RELAIS_OK;
			v->next_line += v->bytes[v->at] == '\n';
		}
		if ((rc = read_more(v, &more, err)) != RELAIS_OK)
			return rc;
		if (!more)
			return RELAIS_END;
		if (v->offset == v->length && v->length >= 3 &&
			memcmp(v->bytes, "\xEF\xBB\xBF", 3) == 0)
			v->at = 3;
	}
}

typedef struct ending {
	size_t seen; /* bytes of the value looked at */
	unsigned long depth;
	bool in_string, is_escaped, is_found;
} ending;

static void look(ending *e, char c)
{
	if (e->in_string) {
		e->in_string = e->is_escaped || c != '"';
		e->is_escaped = !e->is_escaped && c == '\\';
	} else if (c == '"') {
		e->in_string = true;
	} else if (c == '{' || c == '[') {
		e->depth++;
	} else if (c == '}' || c == ']') {
		e->is_found = e->depth <= 1;
		e->depth--;
	} else if (e->depth == 0) {
		e->is_found = c == '\n'; /* no object nor array: to the end of the line */
	}
}

/* What is never closed is all that is left: jansson will say where it goes wrong. */
static relais_status find_end(values *v, size_t *length, relais_error *err)
{
	relais_status rc = RELAIS_OK;
	ending e = { 0 };
	bool more = true;

	while (rc == RELAIS_OK && more) {
		while (v->at + e.seen < v->length && !e.is_found)
			look(&e, v->bytes[v->at + e.seen++]);
		if (e.is_found)
			break;
		rc = read_more(v, &more, err);
	}
	*length = e.seen;
	return rc;
}

/* ---- Digits ------------------------------------------------------------------ */

static const char *next_number(const char *at)
{
	for (; *at != '-' && (*at < '0' || *at > '9'); at++) {
		if (*at != '"')
			continue;
		for (at++; *at != '"'; at++)
			at += *at == '\\';
	}
	return at;
}

static json_t *exact_number(values *v)
{
	size_t length;

	v->number = next_number(v->number);
	length = strspn(v->number, "+-.0123456789eE");
	text_clear(&v->plain);
	if (!plain_number(&v->plain, v->number, length, 0, 0))
		text_add_bytes(&v->plain, v->number, length);
	v->number += length;
	return json_stringn(text_str(&v->plain), v->plain.length);
}

/* False when memory runs out or it is too deep. */
static bool make_exact(values *v, json_t *in, int depth)
{
	const char *key;
	json_t *value;
	size_t i;

	if (depth > VALUE_DEPTH)
		return false;
	json_object_foreach (in, key, value) {
		if (json_is_real(value)
				? json_object_iter_set_new(in, json_object_key_to_iter(key),
					  exact_number(v)) != 0
				: !make_exact(v, value, depth + 1))
			return false;
	}
	json_array_foreach (in, i, value) {
		if (json_is_real(value) ? json_array_set_new(in, i, exact_number(v)) != 0
					: !make_exact(v, value, depth + 1))
			return false;
	}
	return true;
}

/* ---- Values ---------------------------------------------------------------------- */

static relais_status not_json(const values *v, const json_error_t *why, relais_error *err)
{
	unsigned long down = why->line > 1 ? (unsigned long)why->line - 1 : 0;

	return fail_at(err, RELAIS_E_DATA,
		(place){ v->source->name, v->line + down, 0, "bad-json" },
		"this is not JSON, at character %d of the line: %s", why->column, why->text);
}

static relais_status decode(values *v, size_t length, json_t **out, relais_error *err)
{
	json_error_t why;

	*out = json_loadb(v->bytes + v->at, length,
		JSON_REJECT_DUPLICATES | JSON_DECODE_INT_AS_REAL, &why);
	if (!*out)
		return not_json(v, &why, err);
	v->number = v->bytes + v->at;
	if (make_exact(v, *out, 0) && !v->plain.failed)
		return RELAIS_OK;
	json_decref(*out);
	*out = NULL;
	if (v->plain.failed)
		return fail_memory(err);
	return fail_at(err, RELAIS_E_DATA, (place){ v->source->name, v->line, 0, "bad-json" },
		"objects inside objects, more than %d deep: this is no table", VALUE_DEPTH);
}

relais_status values_next(values *v, json_t **out, relais_error *err)
{
	size_t length = 0;
	relais_status rc = skip_blanks(v, err);

	if (rc != RELAIS_OK)
		return rc;
	v->line = v->next_line;
	if ((rc = find_end(v, &length, err)) != RELAIS_OK ||
		(rc = decode(v, length, out, err)) != RELAIS_OK)
		return rc;
	for (; length > 0; length--, v->at++)
		v->next_line += v->bytes[v->at] == '\n';
	return RELAIS_OK;
}

unsigned long values_line(const values *v)
{
	return v->line;
}

void values_close(values *v)
{
	if (!v)
		return;
	free(v->bytes);
	text_free(&v->plain);
	free(v);
}
