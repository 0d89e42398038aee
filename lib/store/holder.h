/* SPDX-License-Identifier: MIT
 * Who is writing to a store, when it is not us.
 */
#ifndef STORE_HOLDER_H
#define STORE_HOLDER_H

#include <stdbool.h>

typedef struct holder {
	long pid;
	char program[32], user[64]; /* "?" when the system does not say */
	long seconds; /* since it was started */
} holder;

/* False: nobody now, or the system does not say. */
bool holder_find(const char *path, holder *out);

#endif
