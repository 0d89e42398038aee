/* SPDX-License-Identifier: MIT
 * A number that two contents share only when they are the same; of a store, of its rows and not of its
 * pages.
 */
#ifndef FAULTS_MARK_H
#define FAULTS_MARK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { WHY_SIZE = 512 };

#define MARK_START UINT64_C(14695981039346656037)

uint64_t mark_add(uint64_t mark, const void *bytes, size_t length);
bool mark_is_store(const void *bytes, size_t length);
/* Opens it, which ends what a program that was killed left undone; false, with why: SQLite finds a
 * fault in it. */
bool mark_store(const char *path, uint64_t *mark, char why[WHY_SIZE]);

#endif
