/* SPDX-License-Identifier: MIT
 * Bytes written in base64 (RFC 4648, with padding).
 */
#ifndef BASE_BASE64_H
#define BASE_BASE64_H

#include "text.h"

/* Adds the bytes. False: it is no base64, or there is no memory. */
bool base64_read(const char *written, text *out);

#endif
