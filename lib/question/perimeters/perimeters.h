/* SPDX-License-Identifier: MIT
 * Which office covers which commune on a day. What an office covered goes with it into the one that goes on
 * for it: the register and the events say so, and nothing is written twice.
 */
#ifndef QUESTION_PERIMETERS_H
#define QUESTION_PERIMETERS_H

#include "../study/roster.h"

/* A commune and an office that covers it; sorted by commune, then office. */
typedef struct covered {
	const char *commune, *name; /* name: "" when not said */
	const office *by; /* who goes on, on the day */
	bool is_station;
} covered;

typedef struct perimeters {
	arena memory;
	covered *all;
	size_t count;
} perimeters;

/* As known at a batch, on a day, by a register that outlives them. A commune that two offices brought into
 * one is there once; one of an office that is gone, and nobody goes on for, is not. */
relais_status perimeters_load(perimeters *p, relais_store *store, const roster *offices,
	int64_t known, relais_day day, relais_error *err) MUST_CHECK;
void perimeters_free(perimeters *p);
/* How many communes an office covers; 0: none is known. */
int64_t perimeters_of(const perimeters *p, const char *code);

#endif
