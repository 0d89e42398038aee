/* SPDX-License-Identifier: MIT
 * UTF-8 as bytes: is it valid, what is blank, where may it be cut, what is its composed
 * form. ASCII takes a short way everywhere.
 */
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "text.h"

static bool eight_ascii(const char *bytes)
{
	uint64_t word;

	memcpy(&word, bytes, sizeof word);
	return !(word & UINT64_C(0x8080808080808080));
}

/* Bytes of the sequence of two or more that starts here; 0 when it is not valid. The
 * bounds of the second byte shut out overlong forms, surrogates and what is past U+10FFFF. */
static size_t sequence(const unsigned char *s, size_t left)
{
	unsigned char low = 0x80, high = 0xBF;
	size_t size = s[0] >= 0xF0 ? 4 : s[0] >= 0xE0 ? 3 : 2;

	if (s[0] < 0xC2 || s[0] > 0xF4 || left < size)
		return 0;
	switch (s[0]) {
	case 0xE0: low = 0xA0; break;
	case 0xED: high = 0x9F; break;
	case 0xF0: low = 0x90; break;
	case 0xF4: high = 0x8F; break;
	default: break;
	}
	if (s[1] < low || s[1] > high)
		return 0;
	for (size_t i = 2; i < size; i++)
		if ((s[i] & 0xC0) != 0x80)
			return 0;
	return size;
}

size_t text_valid_utf8(const char *bytes, size_t length)
{
	size_t at = 0;

	while (at < length) {
		size_t size = 1;

		if (length - at >= 8 && eight_ascii(bytes + at)) {
			at += 8;
			continue;
		}
		if ((unsigned char)bytes[at] >= 0x80)
			size = sequence((const unsigned char *)bytes + at, length - at);
		if (!size)
			return at;
		at += size;
	}
	return length;
}

size_t text_blank(const char *string, size_t length)
{
	const unsigned char *s = (const unsigned char *)string;

	if (!length)
		return 0;
	if (s[0] < 0x80)
		return s[0] == ' ' || (s[0] >= '\t' && s[0] <= '\r');
	if (length >= 2 && s[0] == 0xC2)
		return s[1] == 0xA0 || s[1] == 0x85 ? 2 : 0;
	if (length < 3)
		return 0;
	if (s[0] == 0xE2 && s[1] == 0x80) /* U+2000..200B, 2028, 2029, 202F */
		return s[2] <= 0x8B || s[2] == 0xA8 || s[2] == 0xA9 || s[2] == 0xAF ? 3 : 0;
	if (s[0] == 0xE2 && s[1] == 0x81) /* U+205F, 2060 */
		return s[2] == 0x9F || s[2] == 0xA0 ? 3 : 0;
	if (s[0] == 0xE3) /* U+3000 */
		return s[1] == 0x80 && s[2] == 0x80 ? 3 : 0;
	if (s[0] == 0xEF) /* U+FEFF */
		return s[1] == 0xBB && s[2] == 0xBF ? 3 : 0;
	return s[0] == 0xE1 && s[1] == 0x9A && s[2] == 0x80 ? 3 : 0; /* U+1680 */
}

const char *text_trim(const char *string, size_t length, size_t *trimmed)
{
	size_t size;

	while ((size = text_blank(string, length))) {
		string += size;
		length -= size;
	}
	while (length) {
		if (text_blank(string + length - 1, 1))
			length -= 1;
		else if (length >= 2 && text_blank(string + length - 2, 2) == 2)
			length -= 2;
		else if (length >= 3 && text_blank(string + length - 3, 3) == 3)
			length -= 3;
		else
			break;
	}
	*trimmed = length;
	return string;
}

size_t text_cut(const char *string, size_t most)
{
	size_t length = strnlen(string, most), start = length;

	while (start && ((unsigned char)string[start - 1] & 0xC0) == 0x80 && length - start < 3)
		start--;
	if (start && (unsigned char)string[start - 1] >= 0xC0 &&
		!sequence((const unsigned char *)string + start - 1, length - start + 1))
		return start - 1;
	return length;
}

/* True when no character here can change under NFC: nothing from U+0300 on but general
 * punctuation and currency signs, which is what French prose is made of. */
static bool composed_already(const unsigned char *s, size_t length)
{
	for (size_t i = 0; i < length;) {
		if (s[i] < 0xCC) {
			i++;
		} else if (s[i] == 0xE2 && length - i >= 3 &&
			   (s[i + 1] == 0x80 || s[i + 1] == 0x81 || s[i + 1] == 0x82)) {
			if (s[i + 1] == 0x80 && s[i + 2] < 0x82)
				return false; /* U+2000, U+2001 have canonical twins */
			i += 3;
		} else {
			return false;
		}
	}
	return true;
}

void text_add_nfc(text *t, const char *bytes, size_t length)
{
	utf8proc_uint8_t *composed = NULL;
	utf8proc_ssize_t size;

	if (composed_already((const unsigned char *)bytes, length)) {
		text_add_bytes(t, bytes, length);
		return;
	}
	size = utf8proc_map((const utf8proc_uint8_t *)bytes, (utf8proc_ssize_t)length,
		&composed, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
	if (size == UTF8PROC_ERROR_NOMEM)
		t->failed = true;
	else if (size < 0)
		text_add_bytes(t, bytes, length);
	else
		text_add_bytes(t, (const char *)composed, (size_t)size);
	free(composed);
}
