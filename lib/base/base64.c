/* SPDX-License-Identifier: MIT
 * By nettle.
 */
#include "base64.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <nettle/base64.h>

bool base64_read(const char *written, text *out)
{
	struct base64_decode_ctx context;
	size_t length = strlen(written), size = BASE64_DECODE_LENGTH(length);
	uint8_t *bytes = malloc(size + 1);
	bool is_right;

	base64_decode_init(&context);
	is_right = bytes && length &&
		   base64_decode_update(&context, &size, bytes, length, written) &&
		   base64_decode_final(&context);
	if (is_right)
		text_add_bytes(out, (const char *)bytes, size);
	free(bytes);
	return is_right && !out->failed;
}
