/* SPDX-License-Identifier: MIT
 * A heap of the runs' next rows. Each run is read through its own part of the room given.
 */
#include "staging_runs.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "../../base/error.h"

enum { MOST_RUNS = 1024 };

typedef struct run {
	off_t at; /* in the file: the next row to read into `rows` */
	size_t left; /* rows not yet read into `rows` */
	staged *rows;
	size_t next, count; /* of them */
} run;

struct runs {
	FILE *file;
	run all[MOST_RUNS];
	size_t count, room; /* room: rows each is read through */
	size_t heap[MOST_RUNS], alive; /* indexes, the least row first */
};

bool runs_take_more(const runs *r)
{
	return !r || r->count < MOST_RUNS;
}

static relais_status cannot_spill(int why, relais_error *err)
{
	return fail(err, RELAIS_E_IO, "cannot put figures aside in a temporary file: %s",
		fail_errno(err, why));
}

static relais_status open_runs(runs **out, relais_error *err)
{
	runs *r = calloc(1, sizeof *r);

	if (!r)
		return fail_memory(err);
	if (!(r->file = tmpfile())) {
		relais_status rc = cannot_spill(errno, err);

		free(r);
		return rc;
	}
	*out = r;
	return RELAIS_OK;
}

relais_status runs_add(runs **r, const staged *rows, size_t count, relais_error *err)
{
	relais_status rc = *r ? RELAIS_OK : open_runs(r, err);
	runs *all = *r;

	if (rc != RELAIS_OK || count == 0)
		return rc;
	all->all[all->count].at = ftello(all->file);
	all->all[all->count++].left = count;
	if (fwrite(rows, sizeof *rows, count, all->file) != count)
		return cannot_spill(errno, err);
	return RELAIS_OK;
}

static relais_status refill(runs *r, run *one, relais_error *err)
{
	size_t wanted = one->left < r->room ? one->left : r->room, done = 0;
	size_t bytes = wanted * sizeof *one->rows;

	while (done < bytes) {
		ssize_t got = pread(fileno(r->file), (char *)one->rows + done, bytes - done,
			one->at + (off_t)done);

		if (got > 0)
			done += (size_t)got;
		else if (got == 0 || errno != EINTR)
			return cannot_spill(got == 0 ? EIO : errno, err);
	}
	one->at += (off_t)bytes;
	one->left -= wanted;
	one->next = 0;
	one->count = wanted;
	return RELAIS_OK;
}

/* Of equal keys the run put aside first goes first: lines stay in order. */
static bool is_before(const runs *r, size_t a, size_t b)
{
	uint64_t x = r->all[a].rows[r->all[a].next].key, y = r->all[b].rows[r->all[b].next].key;

	return x < y || (x == y && a < b);
}

static void sink(runs *r, size_t at)
{
	size_t moved = r->heap[at];

	for (size_t child; (child = 2 * at + 1) < r->alive; at = child) {
		if (child + 1 < r->alive && is_before(r, r->heap[child + 1], r->heap[child]))
			child++;
		if (!is_before(r, r->heap[child], moved))
			break;
		r->heap[at] = r->heap[child];
	}
	r->heap[at] = moved;
}

relais_status runs_start(runs *r, staged *room, size_t count, relais_error *err)
{
	relais_status rc = RELAIS_OK;

	if (fflush(r->file) != 0)
		return cannot_spill(errno, err);
	r->room = count / r->count;
	for (size_t i = 0; i < r->count && rc == RELAIS_OK; i++) {
		r->all[i].rows = room + i * r->room;
		r->heap[r->alive++] = i;
		rc = refill(r, &r->all[i], err);
	}
	for (size_t i = r->alive / 2; i-- > 0 && rc == RELAIS_OK;)
		sink(r, i);
	return rc;
}

relais_status runs_take(runs *r, staged *out, size_t most, size_t *count, relais_error *err)
{
	relais_status rc = RELAIS_OK;
	size_t n = 0;

	while (n < most && r->alive > 0 && rc == RELAIS_OK) {
		run *one = &r->all[r->heap[0]];

		out[n++] = one->rows[one->next++];
		if (one->next == one->count && one->left > 0)
			rc = refill(r, one, err);
		else if (one->next == one->count)
			r->heap[0] = r->heap[--r->alive];
		if (r->alive > 1)
			sink(r, 0);
	}
	*count = n;
	return rc;
}

void runs_close(runs *r)
{
	if (!r)
		return;
	fclose(r->file);
	free(r);
}
