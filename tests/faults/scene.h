/* SPDX-License-Identifier: MIT
 * A command, the folder it is run in, and what that folder holds when all went well. A scene is a
 * folder with `before/`, the files; `command`, a word on each line; and, where they are wanted,
 * `stdin`; `between`, a command that leads as far as this one may have come when it
 * fails, or only when it is killed where there is a `cut-between` too; `mixed`: it
 * makes several files, each whole, not all or none; `store-first`: what it writes besides a store may be
 * missing when the store is new, and that is told.
 */
#ifndef FAULTS_SCENE_H
#define FAULTS_SCENE_H

#include <limits.h>

#include "plan.h"
#include "shot.h"

enum { MOST_WORDS = 48 };

typedef struct seen {
	uint64_t key;
	int is; /* look.h */
	bool goes_through;
} seen;

typedef struct scene {
	const char *name, *folder;
	char work[PATH_MAX], temporary[PATH_MAX];
	char *words[MOST_WORDS + 1];
	bool is_mixed, is_store_first, is_cut_between;
	shot before, between, after;
	long made[CALLS]; /* when nothing fails */
	int code;
	seen *seen; /* what was looked at before */
	size_t seen_count;
} scene;

/* Reads it and plays it once without a fault; `place` is where to work. */
void scene_open(scene *s, const char *folder, const char *place);
void scene_close(scene *s);

#endif
