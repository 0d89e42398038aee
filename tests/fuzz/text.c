/* SPDX-License-Identifier: MIT
 * Words: what is folded, composed, cut or tidied is what it is said to be, and the same when done again.
 */
#include "fuzz.h"

static void fold(const char *said)
{
	char folded[256], again[256], shorter[24];

	text_fold(said, folded, sizeof folded);
	require(fuzz_is_utf8(folded), "'%s' is no UTF-8", folded);
	text_fold(said, shorter, sizeof shorter);
	require(fuzz_is_utf8(shorter), "cut to '%s'", shorter);
	if (strlen(folded) + 8 >= sizeof folded)
		return;
	text_fold(folded, again, sizeof again);
	require(!strcmp(folded, again), "'%s', then '%s'", folded, again);
	require(text_same(said, folded), "'%s' is not '%s'", said, folded);
	require(text_distance(said, folded, 3) == 0, "'%s' is far from '%s'", said, folded);
}

static void compose(const char *bytes, size_t length)
{
	text made = { 0 }, again = { 0 };

	text_add_nfc(&made, bytes, length);
	text_add_nfc(&again, text_str(&made), made.length);
	require(text_valid_utf8(text_str(&made), made.length) == made.length, "'%s'",
		text_str(&made));
	require(made.length == again.length &&
			!memcmp(text_str(&made), text_str(&again), made.length),
		"'%s', then '%s'", text_str(&made), text_str(&again));
	text_free(&made);
	text_free(&again);
}

static void measure(const char *bytes, size_t length)
{
	size_t fit = text_fit(bytes, 10), cut = text_cut(bytes, 10), trimmed;
	const char *start = text_trim(bytes, length, &trimmed);

	require(fit <= length && text_valid_utf8(bytes, fit) == fit, "fits %zu", fit);
	require(cut <= 10 && cut <= length && text_valid_utf8(bytes, cut) == cut, "cut %zu",
		cut);
	require(start >= bytes && start + trimmed <= bytes + length, "trimmed %zu", trimmed);
	require(!trimmed || !text_blank(start, trimmed), "a blank is left");
	require(text_width(bytes) >= 0, "%d wide", text_width(bytes));
	require(text_compare_natural(bytes, bytes) == 0, "less than itself");
	require(text_compare_natural(bytes, bytes + cut) ==
			-text_compare_natural(bytes + cut, bytes),
		"both before each other");
}

static void tidy(const char *bytes)
{
	relais_error err = { 0 };

	fuzz_check_end(fail(&err, RELAIS_E_DATA, "'%s' is what was said", bytes), &err);
}

static void one(const char *bytes, size_t length)
{
	size_t valid = text_valid_utf8(bytes, length);

	require(valid <= length, "%zu of %zu", valid, length);
	tidy(bytes);
	if (valid < length || strlen(bytes) < length)
		return;
	fold(bytes);
	compose(bytes, length);
	measure(bytes, length);
}

const fuzz_target fuzz_text = { NULL, one };
