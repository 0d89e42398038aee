/* SPDX-License-Identifier: MIT
 * SHA-256 of a stream of bytes (nettle: uses the processor's instructions).
 */
#ifndef BASE_FINGERPRINT_H
#define BASE_FINGERPRINT_H

#include <stddef.h>
#include <nettle/sha2.h>

typedef struct fingerprint {
	struct sha256_ctx context;
} fingerprint;

void fingerprint_start(fingerprint *f);
void fingerprint_add(fingerprint *f, const void *bytes, size_t length);
void fingerprint_end(fingerprint *f, char hex[65]);

#endif
