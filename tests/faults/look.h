/* SPDX-License-Identifier: MIT
 * What there is now in the work folder of a scene: what was there before, what is there when all went well,
 * or something that should never be.
 */
#ifndef FAULTS_LOOK_H
#define FAULTS_LOOK_H

#include "scene.h"

typedef enum state {
	STATE_OLD,
	STATE_BETWEEN,
	STATE_NEW,
	STATE_STORE, /* the stores are new, of a scene that is store-first */
	STATE_MIXED, /* each file old or new, not all of them one or the other */
	STATE_WRONG /* see why */
} state;

typedef struct looked {
	state is;
	uint64_t key; /* of all bytes there were */
	/* Names that are neither old nor new, "" when there are none. What is in the folder for
	 * temporary files is one, and is taken away. */
	char litter[WHY_SIZE];
} looked;

/* Stores are opened, and verified by rt-import, unless the same bytes were before. `why` when it is wrong. */
looked look(scene *s, char why[WHY_SIZE]);
/* The litter is what a program that is killed may leave, as the manual says. */
bool is_left_by_kill(const looked *now);
/* With these bytes the command goes through: it need not be tried again. */
bool look_goes_through(const scene *s, uint64_t key);
void look_went_through(scene *s, uint64_t key);

#endif
