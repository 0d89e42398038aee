/* SPDX-License-Identifier: MIT
 * What is in a folder, to put it back there or to say what has changed since.
 */
#ifndef FAULTS_SHOT_H
#define FAULTS_SHOT_H

#include "mark.h"

typedef struct shot_file {
	char *name; /* from the folder on; of a folder in it, with a / at its end */
	char *bytes;
	size_t length;
	unsigned mode;
	uint64_t mark; /* of what it says: mark.h */
	bool is_store;
} shot_file;

typedef struct shot {
	shot_file *files; /* in the order of their names */
	size_t count;
} shot;

/* Bytes, and marks of them; stores are not opened, so that what lies beside them stays. */
shot shot_take(const char *folder);
/* Marks the stores of a shot by their rows. False, with why: one is not sound. */
bool shot_mark_stores(shot *s, const char *folder, char why[WHY_SIZE]);
/* Empties the folder and fills it. */
void shot_put(const shot *s, const char *folder);
void shot_empty(const char *folder);
const shot_file *shot_find(const shot *s, const char *name); /* NULL: it is not there */
void shot_free(shot *s);
/* Writes a file, or the program ends. */
void shot_write(const char *path, const char *bytes, size_t length, unsigned mode);
void bail(const char *what, const char *which); /* says errno, ends the program with 4 */

#endif
