/* SPDX-License-Identifier: MIT
 * Two spellings of one word made equal. Folding is one pass that writes characters through a small
 * machine: it holds separators back until a letter follows and spells out "st" and "ste"
 * when the word ends. Codes and ASCII never reach the Unicode tables.
 */
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "text.h"

enum { SHORT = 80, LARGEST_GROWTH = 12 };

struct folding {
	char *out;
	size_t length, size;
	size_t word; /* where the current word starts */
	bool pending; /* a separator was seen since the last letter */
	bool full;
};

static void put(struct folding *f, const char *bytes, size_t length)
{
	if (f->full || f->length + length >= f->size) {
		f->full = true;
		return;
	}
	memcpy(f->out + f->length, bytes, length);
	f->length += length;
}

static void end_word(struct folding *f)
{
	size_t length = f->length - f->word;
	const char *word = f->out + f->word;
	bool ste = length == 3 && !memcmp(word, "ste", 3);

	if (f->full || (!ste && !(length == 2 && !memcmp(word, "st", 2))))
		return;
	f->length = f->word;
	put(f, ste ? "sainte" : "saint", ste ? 6 : 5);
}

static void separate(struct folding *f)
{
	if (!f->pending)
		end_word(f);
	f->pending = true;
}

static void letter(struct folding *f, const char *bytes, size_t length)
{
	if (f->pending && f->length)
		put(f, " ", 1);
	if (f->pending)
		f->word = f->length;
	f->pending = false;
	put(f, bytes, length);
}

static bool separates(utf8proc_int32_t code)
{
	switch (code) {
	case '\'':
	case '`':
	case '-':
	case '_':
	case '.':
	case 0x7F:
	case 0x85:
	case 0xA0:
	case 0xB0: /* N° 12 */
	case 0xB4:
	case 0x2BC:
	case 0x1680:
	case 0x2212:
	case 0x3000:
	case 0xFEFF: return true;
	default:
		return code <= ' ' || (code >= 0x2000 && code <= 0x200B) ||
		       (code >= 0x2010 && code <= 0x2015) || code == 0x2018 || code == 0x2019 ||
		       code == 0x2028 || code == 0x2029 || code == 0x202F || code == 0x205F ||
		       code == 0x2060;
	}
}

static void put_code(struct folding *f, utf8proc_int32_t code)
{
	utf8proc_uint8_t bytes[4];

	if (separates(code))
		separate(f);
	else if (code == 0x153)
		letter(f, "oe", 2);
	else if (code == 0xE6)
		letter(f, "ae", 2);
	else
		letter(f, (const char *)bytes, (size_t)utf8proc_encode_char(code, bytes));
}

/* One character beyond ASCII; returns its bytes. */
static size_t fold_wide(struct folding *f, const char *string)
{
	utf8proc_int32_t code, parts[32];
	utf8proc_ssize_t count, size = utf8proc_iterate((const utf8proc_uint8_t *)string,
					(utf8proc_ssize_t)strnlen(string, 4), &code);
	int boundary = 0;

	if (size < 1) {
		put_code(f, 0xFFFD);
		return 1;
	}
	if (separates(code)) {
		separate(f);
		return (size_t)size;
	}
	count = utf8proc_decompose_char(code, parts, 32,
		UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK |
			UTF8PROC_IGNORE,
		&boundary);
	for (utf8proc_ssize_t i = 0; i < count && i < 32; i++)
		put_code(f, parts[i]);
	return (size_t)size;
}

void text_fold(const char *string, char *out, size_t size)
{
	struct folding f = { .out = out, .size = size };

	if (!size)
		return;
	while (*string && !f.full) {
		unsigned char c = (unsigned char)*string;
		char lower = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);

		if (c >= 0x80) {
			string += fold_wide(&f, string);
			continue;
		}
		if ((lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') || !separates(c))
			letter(&f, &lower, 1);
		else
			separate(&f);
		string++;
	}
	if (!f.pending)
		end_word(&f);
	out[f.length] = '\0';
}

static bool same_long(const char *a, const char *b, size_t size)
{
	char *folded = malloc(2 * size);
	bool same = false;

	if (folded) {
		text_fold(a, folded, size);
		text_fold(b, folded + size, size);
		same = !strcmp(folded, folded + size);
	}
	free(folded);
	return same;
}

bool text_same(const char *a, const char *b)
{
	char left[SHORT * LARGEST_GROWTH], right[SHORT * LARGEST_GROWTH];
	size_t longest = strlen(a) > strlen(b) ? strlen(a) : strlen(b);

	if (longest >= SHORT)
		return !strcmp(a, b) || same_long(a, b, (longest + 1) * LARGEST_GROWTH);
	text_fold(a, left, sizeof left);
	text_fold(b, right, sizeof right);
	return !strcmp(left, right);
}
