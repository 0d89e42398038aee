/* SPDX-License-Identifier: MIT
 * One pass over all bytes before anything is believed: fingerprint, NUL bytes, is it UTF-8,
 * could it be Windows-1252. Only places are kept; a line number is worked out when
 * a fault has to be told. ASCII blocks, nearly all of them, cost no look at each byte.
 */
#include <stdlib.h>

#include "../base/error.h"
#include "../base/fingerprint.h"
#include "inside.h"

enum { UTF8_LONGEST = 4 };

static bool is_undefined_1252(unsigned char c)
{
	return c == 0x81 || c == 0x8D || c == 0x8F || c == 0x90 || c == 0x9D;
}

static size_t utf8_size(unsigned char lead)
{
	return lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
}

static void look_at_1252(survey *out, uint64_t offset, const char *bytes, size_t length)
{
	for (size_t i = 0; i < length && out->undefined == NO_PLACE; i++)
		if (is_undefined_1252((unsigned char)bytes[i]))
			out->undefined = offset + i;
}

/* Where the first byte beyond ASCII is; `length` when there is none. */
static size_t ascii_prefix(const char *bytes, size_t length)
{
	size_t i = 0;

	while (i < length && (unsigned char)bytes[i] < 0x80)
		i++;
	return i;
}

/* What é, à, ° and their like become when their two bytes are taken for two characters: Ã or Â,
 * then one that is neither ASCII nor a letter after them in any language. */
static bool is_second(unsigned char c)
{
	return c == 0xC2 || c == 0xC5 || c == 0xC6 || c == 0xCB || c == 0xE2;
}

static bool is_lead(const char *bytes)
{
	return bytes[0] == (char)0xC3 && (bytes[1] == (char)0x83 || bytes[1] == (char)0x82);
}

static void look_at_mojibake(survey *out, uint64_t offset, const char *bytes, size_t length)
{
	const char *at = bytes, *end = bytes + length;

	if (out->mojibake != NO_PLACE || length == 0)
		return;
	if (out->after_lead == offset && is_second((unsigned char)*bytes))
		out->mojibake = offset - 2;
	while (out->mojibake == NO_PLACE &&
		(at = memchr(at, 0xC3, (size_t)(end - at))) != NULL && end - at > 2) {
		if (is_lead(at) && is_second((unsigned char)at[2]))
			out->mojibake = offset + (uint64_t)(at - bytes);
		at++;
	}
	if (length >= 2 && is_lead(end - 2))
		out->after_lead = offset + length;
}

/* The last bytes that may begin a character are left for the next block: their number. */
static size_t look_at_utf8(survey *out, uint64_t offset, const char *bytes, size_t length)
{
	size_t valid, left;

	if (out->invalid != NO_PLACE)
		return 0;
	valid = text_valid_utf8(bytes, length);
	out->has_multibyte |= ascii_prefix(bytes, valid) < valid;
	look_at_mojibake(out, offset, bytes, valid);
	left = length - valid;
	if (left == 0)
		return 0;
	if (left < UTF8_LONGEST && left < utf8_size((unsigned char)bytes[valid]))
		return left;
	out->invalid = offset + valid;
	return 0;
}

/* `bytes` holds `carry` bytes of the block before, then `length` new ones. */
static size_t look(survey *out, uint64_t offset, const char *bytes, size_t carry, size_t length)
{
	const char *fresh = bytes + carry;
	const char *nul = memchr(fresh, 0, length);

	if (nul && out->nul == NO_PLACE)
		out->nul = offset + (uint64_t)(nul - fresh);
	if (carry == 0 && bytes_ascii(fresh, length))
		return 0;
	out->ascii = false;
	look_at_1252(out, offset, fresh, length);
	return look_at_utf8(out, offset - carry, bytes, carry + length);
}

relais_status source_survey(source *s, survey *out, relais_error *err)
{
	char *buffer = malloc(s->block + UTF8_LONGEST);
	size_t carry = 0, got = 0;
	uint64_t offset = 0;
	relais_status rc;
	fingerprint print;
	bool is_printed = s->facts.sha256[0];

	*out = (survey){ .nul = NO_PLACE,
		.invalid = NO_PLACE,
		.undefined = NO_PLACE,
		.ascii = true,
		.mojibake = NO_PLACE,
		.after_lead = NO_PLACE };
	if (!buffer)
		return fail_memory(err);
	fingerprint_start(&print);
	rc = source_bytes(s, 0, out->head, sizeof out->head, &out->head_length, err);
	while (rc == RELAIS_OK &&
		(rc = source_bytes(s, offset, buffer + carry, s->block, &got, err)) ==
			RELAIS_OK &&
		got > 0) {
		size_t all = carry + got;

		if (!is_printed)
			fingerprint_add(&print, buffer + carry, got);
		carry = look(out, offset, buffer, carry, got);
		memmove(buffer, buffer + all - carry, carry);
		offset += got;
	}
	if (carry > 0) {
		out->invalid = offset - carry;
		out->is_cut = true;
	}
	if (!is_printed)
		fingerprint_end(&print, s->facts.sha256);
	s->facts.bytes = offset;
	free(buffer);
	return rc;
}

relais_status source_line_at(
	const source *s, uint64_t offset, unsigned long *line, relais_error *err)
{
	line_count lines = { 0 };
	char buffer[4096];
	size_t got;

	for (uint64_t at = 0; at < offset; at += got) {
		uint64_t left = offset - at;
		size_t want = left < sizeof buffer ? (size_t)left : sizeof buffer;
		relais_status rc = source_bytes(s, at, buffer, want, &got, err);

		if (rc != RELAIS_OK)
			return rc;
		if (got == 0)
			break;
		line_count_add(&lines, buffer, got);
	}
	/* after a lone CR the next byte is on a new line, unless it is the LF of a CRLF */
	*line = lines.ended + 1;
	return RELAIS_OK;
}
