/* SPDX-License-Identifier: MIT
 * A GNU message catalogue (.mo) read where it lies: either byte order, no allocation.
 */
#ifndef BASE_MO_H
#define BASE_MO_H

#include <stddef.h>

/* The translation of `id` (of its plural form `form`, 0 for the first or only one); NULL
 * when there is none or the bytes are not a catalogue. */
const char *mo_find(const unsigned char *mo, size_t size, const char *id, unsigned form);

#endif
