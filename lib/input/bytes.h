/* SPDX-License-Identifier: MIT
 * Looking at bytes before they are text: is it all ASCII, which line are we on.
 */
#ifndef INPUT_BYTES_H
#define INPUT_BYTES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

static inline bool bytes_ascii(const char *bytes, size_t length)
{
	uint64_t high = 0;

	for (; length >= 32; bytes += 32, length -= 32) {
		uint64_t word[4];

		memcpy(word, bytes, sizeof word);
		high |= word[0] | word[1] | word[2] | word[3];
	}
	for (; length > 0; bytes++, length--)
		high |= (unsigned char)*bytes;
	return (high & UINT64_C(0x8080808080808080)) == 0;
}

/* {0} is the start of the first line; LF, CRLF and CR end one. */
typedef struct line_count {
	unsigned long ended;
	bool after_cr;
} line_count;

static inline void line_count_add(line_count *l, const char *bytes, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		if (bytes[i] == '\r' || (bytes[i] == '\n' && !l->after_cr))
			l->ended++;
		l->after_cr = bytes[i] == '\r';
	}
}

#endif
