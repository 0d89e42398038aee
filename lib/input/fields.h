/* SPDX-License-Identifier: MIT
 * The fields of the record being read: trimmed, NUL-terminated, in buffers used again for
 * the next record.
 */
#ifndef INPUT_FIELDS_H
#define INPUT_FIELDS_H

#include <stdbool.h>
#include <stddef.h>

#include "../base/attributes.h"

/* {0} is none. */
typedef struct fields {
	size_t count;
	const char **starts; /* known once placed */
	size_t *lengths;
	size_t room;
	char *bytes;
	size_t length, size;
} fields;

void fields_clear(fields *f); /* keeps the memory */
void fields_free(fields *f);
/* All three are false when memory runs out. */
bool fields_add(fields *f, const char *field, size_t length) MUST_CHECK;
void fields_place(fields *f); /* after the last fields_add */
/* Those of a line of its own: cut at every delimiter, quotes are letters like others. */
bool fields_cut(fields *f, const char *line, size_t length, char delimiter) MUST_CHECK;

#endif
