/* SPDX-License-Identifier: MIT
 * The bar that says how far a long reading is: on stderr, only for a person who has waited a
 * second, redrawn ten times a second at most, gone at the end.
 */
#include <inttypes.h>
#include <string.h>
#include <unistd.h>

#include "tool.h"

enum { BAR_CELLS = 30, AROUND_BAR = sizeof "[] 100 %" };

static double seconds_between(struct timespec from, struct timespec to)
{
	return (double)(to.tv_sec - from.tv_sec) + (double)(to.tv_nsec - from.tv_nsec) / 1e9;
}

void tool_progress_start(struct session *s)
{
	const char *when = tool_want->progress ? tool_want->progress : "auto";

	s->progress.allowed =
		strcmp(when, "always") == 0 ||
		(strcmp(when, "auto") == 0 && !tool_want->quiet && isatty(STDERR_FILENO));
	clock_gettime(CLOCK_MONOTONIC, &s->progress.start);
	s->progress.last = s->progress.start;
}

static void draw(uint64_t done, uint64_t total)
{
	uint64_t share = done < total ? done : total;
	int width = tool_width(STDERR_FILENO), cells = BAR_CELLS, full;
	char bar[BAR_CELLS + 1];

	if (!total) {
		fprintf(stderr, "\r%" PRIu64 " MB\033[K", done / 1000000);
		return;
	}
	if (width &&
		width < BAR_CELLS + AROUND_BAR) /* a line that goes on below is not erased */
		cells = width > AROUND_BAR ? width - AROUND_BAR : 0;
	full = (int)((double)share / (double)total * cells);
	memset(bar, '.', (size_t)cells);
	memset(bar, '#', (size_t)full);
	bar[cells] = '\0';
	fprintf(stderr, "\r[%s] %3d %%\033[K", bar, (int)((double)share / (double)total * 100));
}

void tool_progress_step(void *session, uint64_t done, uint64_t total)
{
	struct session *s = session;
	struct timespec now;

	if (!s->progress.allowed)
		return;
	clock_gettime(CLOCK_MONOTONIC, &now);
	if (seconds_between(s->progress.start, now) < 1 ||
		seconds_between(s->progress.last, now) < 0.1)
		return;
	s->progress.last = now;
	s->progress.shown = true;
	draw(done, total);
	fflush(stderr);
}

void tool_progress_erase(struct session *s)
{
	if (s->progress.shown)
		fputs("\r\033[K", stderr);
	s->progress.shown = false;
}
