/* SPDX-License-Identifier: MIT
 * Block after block of valid UTF-8, composed (NFC) unless raw, in constant memory.
 *
 * The one trick: a character is only sure to be composed when the next one is known, and an
 * ASCII character never joins the one before it. So a block is cut before its last ASCII
 * byte and the rest waits for the next. All-ASCII files and Windows-1252, where there is
 * nothing to compose, are spared this.
 */
#include <errno.h>
#include <stdlib.h>

#include "../base/error.h"
#include "inside.h"

enum {
	ICONV_GROWTH = 4, /* bytes of UTF-8 for one byte read: more than any charset needs */
	ONE_STEP = 16 /* room that lets iconv make at least one character */
};

static const iconv_t no_iconv = (iconv_t)-1;

relais_status source_prepare(source *s, relais_error *err)
{
	s->decoder = no_iconv;
	s->ascii = s->ascii && s->kind == SOURCE_UTF8;
	s->utf8_size = SOURCE_CARRY + s->block * (s->kind == SOURCE_UTF8 ? 1 : ICONV_GROWTH);
	s->utf8 = malloc(s->utf8_size);
	if (!s->utf8)
		return fail_memory(err);
	if (s->kind == SOURCE_UTF8)
		return RELAIS_OK;
	s->bytes = malloc(s->block + SOURCE_CARRY);
	if (!s->bytes)
		return fail_memory(err);
	s->decoder = iconv_open("UTF-8", s->charset);
	if (s->decoder != no_iconv)
		return RELAIS_OK;
	if (s->charset == s->encoding) /* as given, whatever that is */
		return source_unknown_encoding(s->charset, err);
	if (errno == ENOMEM)
		return fail_memory(err);
	return fail(err, RELAIS_E_IO,
		"cannot read '%s': the system's converter from %s cannot be had", s->name,
		s->charset);
}

void source_release(source *s)
{
	if (s->kind != SOURCE_UTF8 && s->bytes && s->decoder != no_iconv)
		iconv_close(s->decoder);
	free(s->bytes);
	free(s->utf8);
	text_free(&s->composed);
}

relais_status source_rewind(source *s, bool raw, relais_error *err)
{
	(void)err;
	s->raw = raw;
	s->offset = s->mark;
	s->bytes_length = s->kept = s->kept_at = 0;
	s->lines = (line_count){ 0 };
	if (s->kind != SOURCE_UTF8)
		iconv(s->decoder, NULL, NULL, NULL, NULL);
	return RELAIS_OK;
}

static relais_status changed(const source *s, relais_error *err)
{
	return fail(
		err, RELAIS_E_IO, "'%s' changed while it was being read: try again", s->name);
}

/* What is added to the file after it was surveyed is left for another day. */
relais_status source_next_bytes(
	source *s, char *out, size_t room, size_t *got, relais_error *err)
{
	uint64_t left = s->facts.bytes - s->offset;
	size_t want = room < s->block ? room : s->block;
	relais_status rc;

	if (want > left)
		want = (size_t)left;
	rc = source_bytes(s, s->offset, out, want, got, err);
	s->offset += *got;
	return rc == RELAIS_OK && *got < want ? changed(s, err) : rc;
}

/* The place of the last ASCII byte, 0 when there is none (or it is the first). */
static size_t safe_cut(const char *utf8, size_t length)
{
	while (length > 0 && (unsigned char)utf8[--length] >= 0x80)
		;
	return length;
}

static size_t character_cut(const char *utf8, size_t length)
{
	while (length > 0 && ((unsigned char)utf8[--length] & 0xC0) == 0x80)
		;
	return length;
}

static relais_status compose(source *s, const char **block, size_t *length, relais_error *err)
{
	if (s->kind == SOURCE_UTF8 && (s->ascii || text_valid_utf8(*block, *length) < *length))
		return changed(s, err);
	if (s->raw)
		return RELAIS_OK;
	text_clear(&s->composed);
	text_add_nfc(&s->composed, *block, *length);
	if (s->composed.failed)
		return fail_memory(err);
	*block = text_str(&s->composed);
	*length = s->composed.length;
	return RELAIS_OK;
}

static relais_status next_block(
	source *s, const char **block, size_t *length, relais_error *err)
{
	size_t have = s->kept, got, cut = 0;
	relais_status rc;
	bool at_end = false;

	memmove(s->utf8, s->utf8 + s->kept_at, have);
	while (cut == 0 && !at_end) {
		char *to = s->utf8 + have;
		size_t room = s->utf8_size - have;

		rc = s->kind == SOURCE_UTF8 ? source_next_bytes(s, to, room, &got, err)
					    : source_convert(s, to, room, &got, err);
		if (rc != RELAIS_OK)
			return rc;
		have += got;
		at_end = got == 0;
		cut = at_end || s->ascii ? have : safe_cut(s->utf8, have);
		if (cut == 0 && have + ONE_STEP >= s->utf8_size)
			cut = character_cut(s->utf8, have);
	}
	s->kept_at = cut;
	s->kept = have - cut;
	*block = s->utf8;
	*length = cut;
	if (cut == 0)
		return RELAIS_END;
	return bytes_ascii(*block, cut) ? RELAIS_OK : compose(s, block, length, err);
}

/* Windows-1252 is ASCII's own below 0x80 and composed above: nothing to wait for. */
static relais_status next_block_1252(
	source *s, const char **block, size_t *length, relais_error *err)
{
	char *from = s->bytes, *to = s->utf8;
	size_t left, space = s->utf8_size;
	relais_status rc = source_next_bytes(s, s->bytes, s->block, &left, err);

	if (rc != RELAIS_OK)
		return rc;
	if (left == 0)
		return RELAIS_END;
	*block = s->bytes;
	*length = left;
	if (bytes_ascii(s->bytes, left))
		return RELAIS_OK;
	if (iconv(s->decoder, &from, &left, &to, &space) == (size_t)-1)
		return changed(s, err);
	*block = s->utf8;
	*length = s->utf8_size - space;
	return RELAIS_OK;
}

relais_status source_read(
	source *s, const char **block, size_t *length, uint64_t *done, relais_error *err)
{
	relais_status rc = s->kind == SOURCE_1252 ? next_block_1252(s, block, length, err)
						  : next_block(s, block, length, err);

	if (done)
		*done = s->offset;
	return rc;
}
