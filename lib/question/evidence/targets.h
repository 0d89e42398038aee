/* SPDX-License-Identifier: MIT
 * What is to be reached, and since when.
 */
#ifndef QUESTION_TARGETS_H
#define QUESTION_TARGETS_H

#include <relais.h>

#include "../../base/arena.h"
#include "../../base/attributes.h"
#include "../../base/number.h"

typedef struct target {
	const char *resolution, *indicator, *level; /* "": not said */
	relais_period from, until; /* until 0: no end */
	number value;
	const char *sense; /* NULL: as the yardstick says */
} target;

typedef struct targets {
	target *list; /* by first period */
	size_t count;
} targets;

relais_status targets_load(targets *t, relais_store *store, int64_t known, arena *memory,
	relais_error *err) MUST_CHECK;
void targets_free(targets *t);
/* The one in force on a day, that began last: of the resolution and indicator, else of the
 * resolution's main measure (`is_main`), else of the indicator wherever it counts. */
const target *targets_find(const targets *t, const char *resolution, const char *level,
	const char *indicator, bool is_main, relais_day day);

#endif
