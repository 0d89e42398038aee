/* SPDX-License-Identifier: MIT
 * Where one figure stands among those of its kind: the offices of its category, or of its size.
 */
#ifndef QUESTION_PEERS_H
#define QUESTION_PEERS_H

#include "study.h"

/* Those of a class that have a figure, the one looked at among them. */
typedef struct peers {
	int64_t count, rank; /* 1: the greatest */
	bool is_told; /* enough of them for quartiles */
	number low, middle, high; /* quartiles, type 7 of Hyndman and Fan (1996), exactly */
} peers;

enum { LEAST_PEERS = 4 };

/* Of the figures of `count` offices, that at `at`; classes[i] is NULL when it is not known. One without
 * a class, or without a figure, has no peers. False: no memory. */
bool peers_find(const measure *figures, const char *const *classes, size_t count, size_t at,
	peers *out);

#endif
