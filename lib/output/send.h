/* SPDX-License-Identifier: MIT
 * Bytes to a file, and the truth about whether they got there.
 */
#ifndef OUTPUT_SEND_H
#define OUTPUT_SEND_H

#include <relais.h>

#include "../base/attributes.h"
#include "../base/text.h"

relais_status send_text(FILE *out, const text *what, relais_error *err) MUST_CHECK;
relais_status send_bytes(
	FILE *out, const void *bytes, size_t length, relais_error *err) MUST_CHECK;
/* Flushes: only then is it known that the disk was not full. */
relais_status send_end(FILE *out, relais_error *err) MUST_CHECK;

/* Index of `name` in a NULL-terminated list, or a usage error with candidates. */
relais_status format_find(const char *name, const char *const *known, size_t *index,
	relais_error *err) MUST_CHECK;

#endif
