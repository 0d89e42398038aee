/* SPDX-License-Identifier: MIT
 * How much of what is tried at random a run tries. The check's first run tries all; what watches memory
 * needs every path, not every network.
 */
#ifndef TESTS_ROUNDS_H
#define TESTS_ROUNDS_H

#include <stdlib.h>

/* Of `all`: as many as ROUNDS says (25, or not said: all of them), as the properties do; two under
 * valgrind, where each takes forty times as long. */
static inline unsigned rounds_of(unsigned all)
{
	const char *rounds = getenv("ROUNDS");
	unsigned some = rounds ? all * (unsigned)atoi(rounds) / 25 : all;

	if (getenv("VALGRIND"))
		return 2;
	return some ? some : 1;
}

#endif
