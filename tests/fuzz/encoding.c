/* SPDX-License-Identifier: MIT
 * Whatever bytes a file has: it is refused with a reason, or it is UTF-8 that does not depend on how it was cut
 * in blocks, composed, and what was written is what is written back.
 */
#include "fuzz.h"

static const char *const encodings[] = { NULL, "UTF-8", "WINDOWS-1252", "UTF-16LE", "UTF-16BE",
	"MACINTOSH", "CP850", "ISO-8859-15", "UTF-16", "SHIFT_JIS", "none of them" };
enum {
	ENCODINGS = sizeof encodings / sizeof *encodings,
	ONE_WAY = 7 /* from here on two byte sequences may be one character */
};

static bool same(const text *a, const text *b)
{
	return a->length == b->length && !memcmp(text_str(a), text_str(b), a->length);
}

static void is_composed(const text *t)
{
	text again = { 0 };

	text_add_nfc(&again, text_str(t), t->length);
	require(same(t, &again), "'%s' is not composed", text_str(t));
	text_free(&again);
}

static void is_written_back(const source *s, const text *raw, const char *bytes, size_t length)
{
	text back = { 0 };
	relais_error err = { 0 };
	relais_status rc = source_encode(s, text_str(raw), raw->length, true, &back, &err);

	require(rc == RELAIS_OK, "%s", err.text);
	require(back.length == length && !memcmp(text_str(&back), bytes, length),
		"%zu bytes, then %zu", length, back.length);
	text_free(&back);
}

static void one(const char *bytes, size_t length)
{
	size_t variant = fuzz_choose(&bytes, &length, 256), which = variant % ENCODINGS;
	text raw = { 0 }, composed = { 0 }, by_blocks = { 0 };
	source *s = fuzz_source(bytes, length, encodings[which], fuzz_block(0)),
	       *cut = fuzz_source(
		       bytes, length, encodings[which], fuzz_block(variant / ENCODINGS));

	require(!s == !cut, "blocks of %zu bytes decide", fuzz_block(variant / ENCODINGS));
	if (s) {
		fuzz_read_all(s, true, &raw);
		fuzz_read_all(s, false, &composed);
		fuzz_read_all(cut, false, &by_blocks);
		require(same(&composed, &by_blocks), "'%s', in blocks '%s'",
			text_str(&composed), text_str(&by_blocks));
		is_composed(&composed);
		if (which < ONE_WAY && !source_about(s)->container)
			is_written_back(s, &raw, bytes, length);
	}
	source_close(s);
	source_close(cut);
	text_free(&raw);
	text_free(&composed);
	text_free(&by_blocks);
}

const fuzz_target fuzz_encoding = { NULL, one };
