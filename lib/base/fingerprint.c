/* SPDX-License-Identifier: MIT
 * SHA-256 by nettle, written in hexadecimal.
 */
#include "fingerprint.h"

void fingerprint_start(fingerprint *f)
{
	sha256_init(&f->context);
}

void fingerprint_add(fingerprint *f, const void *bytes, size_t length)
{
	sha256_update(&f->context, length, bytes);
}

void fingerprint_end(fingerprint *f, char hex[65])
{
	static const char digits[] = "0123456789abcdef";
	uint8_t digest[SHA256_DIGEST_SIZE];

	sha256_digest(&f->context, sizeof digest, digest);
	for (size_t i = 0; i < sizeof digest; i++) {
		hex[2 * i] = digits[digest[i] >> 4];
		hex[2 * i + 1] = digits[digest[i] & 15];
	}
	hex[64] = '\0';
}
