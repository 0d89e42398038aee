/* SPDX-License-Identifier: MIT
 * Text measured as a terminal shows it: accents take no column, Chinese characters two.
 */
#include <string.h>
#include <utf8proc.h>

#include "text.h"

/* One character: its columns, its bytes; a broken byte is one of each. */
static int char_width(const char *string, size_t *size)
{
	const unsigned char *s = (const unsigned char *)string;
	utf8proc_int32_t code;
	utf8proc_ssize_t read;

	*size = 1;
	if (*s < 0x80)
		return *s >= ' ' && *s < 127;
	if ((read = utf8proc_iterate(s, (utf8proc_ssize_t)strnlen(string, 4), &code)) < 1)
		return 1;
	*size = (size_t)read;
	return utf8proc_charwidth(code);
}

int text_width(const char *string)
{
	size_t size;
	int width = 0;

	for (; *string; string += size)
		width += char_width(string, &size);
	return width;
}

size_t text_fit(const char *string, int width)
{
	size_t fits = 0, size;

	for (; string[fits]; fits += size) {
		width -= char_width(string + fits, &size);
		if (width < 0)
			break;
	}
	return fits;
}
