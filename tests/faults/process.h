/* SPDX-License-Identifier: MIT
 * A tool at work in the folder of a scene: it hears, says and finds around it the same every time.
 */
#ifndef FAULTS_PROCESS_H
#define FAULTS_PROCESS_H

#include "plan.h"
#include "scene.h"

typedef struct outcome {
	int code, signal; /* of which one is 0 */
	char said[4096];
} outcome;

/* The plan, in memory that the tools share; its descriptor is in their environment. */
struct plan *plan_share(void);
/* Runs the command of the scene on what is in the work folder; `libraries` are put before the tool,
 * NULL: none. */
void scene_run(const scene *s, const char *libraries, struct plan *plan, outcome *out);
/* Runs other words there. */
void scene_play(const scene *s, char *const *words, const char *libraries, outcome *out);
/* Runs it without faults and kills it after so many microseconds, unless it has ended. */
void scene_kill(const scene *s, long after, outcome *out);

#endif
