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
	s->decoder = iconv_open("UTF-8", s->facts.encoding);
	if (s->decoder == no_iconv)
		return source_unknown_encoding(s->facts.encoding, err);
	return RELAIS_OK;
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

/* What is added to the file after it was scanned is left for another day. */
static relais_status read_block(
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

/* ---- iconv ------------------------------------------------------------------ */

static relais_status refuse(const source *s, bool is_cut, relais_error *err)
{
	place where = { s->name, s->lines.ended + 1, 0, "bad-encoding" };

	if (strncmp(s->facts.encoding, "UTF-16", 6) == 0) {
		where.rule = "cut-utf16";
		is_cut = true;
	}
	if (is_cut)
		return fail_at(err, RELAIS_E_DATA, where,
			"the file stops in the middle of a character: was the transfer cut?");
	return fail_at(err, RELAIS_E_DATA, where,
		"byte 0x%02X is no character in %s: say the file's encoding with --encoding",
		(unsigned)(unsigned char)s->bytes[0], s->facts.encoding);
}

/* Text of NULs would be cut short by everything that follows. */
static relais_status account(source *s, const char *made, size_t length, relais_error *err)
{
	const char *nul = memchr(made, 0, length);

	line_count_add(&s->lines, made, nul ? (size_t)(nul - made) : length);
	if (!nul)
		return RELAIS_OK;
	return fail_at(err, RELAIS_E_DATA,
		(place){ s->name, s->lines.ended + 1, 0, "nul-byte" },
		"a NUL character in the text: is it really in %s?", s->facts.encoding);
}

/* Converts what was read; what is not a whole character yet stays in `bytes`. */
static relais_status convert(
	source *s, char *out, size_t room, size_t *made, bool at_end, relais_error *err)
{
	char *from = s->bytes, *to = out;
	size_t left = s->bytes_length, space = room;
	size_t rc = iconv(s->decoder, &from, &left, &to, &space);
	int why = rc == (size_t)-1 ? errno : 0;

	if (why == 0 && at_end)
		iconv(s->decoder, NULL, NULL, &to, &space);
	memmove(s->bytes, from, left);
	s->bytes_length = left;
	*made = room - space;
	if (*made > 0)
		return account(s, out, *made, err);
	if (why == EILSEQ)
		return refuse(s, false, err);
	return why == EINVAL && at_end ? refuse(s, true, err) : RELAIS_OK;
}

static relais_status fill_iconv(
	source *s, char *out, size_t room, size_t *made, relais_error *err)
{
	relais_status rc = RELAIS_OK;
	bool at_end = false;
	size_t got;

	*made = 0;
	while (rc == RELAIS_OK && *made == 0 && !at_end) {
		if (s->bytes_length < SOURCE_CARRY) {
			rc = read_block(s, s->bytes + s->bytes_length, s->block, &got, err);
			if (rc != RELAIS_OK)
				return rc;
			s->bytes_length += got;
			at_end = got == 0;
		}
		rc = convert(s, out, room, made, at_end, err);
	}
	return rc;
}

/* ---- blocks ----------------------------------------------------------------- */

/* Something is not in composed form, or only perhaps: below U+0300 all is, and so are the
 * punctuation of U+2002-203F and the signs of U+2080-20BF, which French text is full of. */
static bool may_need_nfc(const char *utf8, size_t length)
{
	const unsigned char *c = (const unsigned char *)utf8;

	for (size_t i = 0; i < length; i++) {
		if (c[i] < 0xCC)
			continue;
		if (c[i] != 0xE2 || i + 2 >= length)
			return true;
		if (!(c[i + 1] == 0x82 || (c[i + 1] == 0x80 && c[i + 2] >= 0x82)))
			return true;
	}
	return false;
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
	if (s->raw || !may_need_nfc(*block, *length))
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
		rc = s->kind == SOURCE_UTF8
			     ? read_block(s, s->utf8 + have, s->utf8_size - have, &got, err)
			     : fill_iconv(s, s->utf8 + have, s->utf8_size - have, &got, err);
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
	relais_status rc = read_block(s, s->bytes, s->block, &left, err);

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
