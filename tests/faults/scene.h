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

typedef enum state {
	STATE_OLD,
	STATE_BETWEEN,
	STATE_NEW,
	STATE_STORE, /* the stores are new, of a scene that is store-first */
	STATE_MIXED, /* each file old or new, not all of them one or the other */
	STATE_WRONG /* see why */
} state;

typedef struct looked_at {
	uint64_t key; /* of all bytes of the folder */
	state is;
} looked_at;

typedef struct scene {
	const char *name, *folder;
	char work[PATH_MAX], temporary[PATH_MAX];
	char *words[MOST_WORDS + 1];
	bool is_mixed, is_store_first, is_cut_between;
	shot before, between, after;
	long made[CALLS]; /* when nothing fails */
	int code;
	looked_at *known; /* what was looked at before */
	size_t known_count;
} scene;

typedef struct outcome {
	int code, signal; /* of which one is 0 */
	char said[4096];
} outcome;

/* Reads it and plays it once without a fault; `place` is where to work. */
void scene_open(scene *s, const char *folder, const char *place);
void scene_close(scene *s);
/* Runs it on what is in the work folder; `libraries` are put before the tool, NULL: none. */
void scene_run(const scene *s, const char *libraries, struct plan *plan, outcome *out);
/* Runs it without faults and kills it after so many microseconds, unless it has ended. */
void scene_kill(const scene *s, long after, outcome *out);
/* What the work folder holds now. Names that are neither old nor new go to `litter`, which is "" when
 * there are none. Stores are opened, and verified by rt-import. */
state scene_state(scene *s, char litter[WHY_SIZE], char why[WHY_SIZE]);
/* Cuts `litter`; true: it is what a program that is killed may leave, as the manual says. */
bool scene_may_leave(char *litter);
/* The plan, in memory that the tools share; its descriptor is in the environment of scene_run. */
struct plan *plan_share(void);

#endif
