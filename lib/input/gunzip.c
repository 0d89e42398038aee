/* SPDX-License-Identifier: MIT
 * The text out of a gzip file, member after member as gzip itself reads them. zlib checks the
 * sums; how much may come out is bounded, for a few bytes can be made to fill a disk.
 */
#include <errno.h>
#include <stdlib.h>

#include <zlib.h>

#include "../base/error.h"
#include "inside.h"

enum { GZIP_WINDOW = 15 + 16, GZIP_CHUNK = 64 * 1024 };

typedef struct unzipping {
	const source *source;
	FILE *out;
	z_stream z;
	uint64_t offset, made;
	bool between; /* members: a file may end here */
	unsigned char from[GZIP_CHUNK], to[GZIP_CHUNK];
} unzipping;

static relais_status damaged(const source *s, relais_error *err)
{
	return fail_at(err, RELAIS_E_DATA, (place){ s->name, 0, 0, "bad-archive" },
		"the compressed file is damaged: have it sent again");
}

static relais_status cut(const source *s, relais_error *err)
{
	return fail_at(err, RELAIS_E_DATA, (place){ s->name, 0, 0, "cut-archive" },
		"the compressed file stops before its end: was the transfer cut?");
}

static relais_status refill(unzipping *u, relais_error *err)
{
	size_t got;
	relais_status rc = source_bytes(u->source, u->offset, u->from, GZIP_CHUNK, &got, err);

	u->offset += got;
	u->z.next_in = u->from;
	u->z.avail_in = (uInt)got;
	return rc;
}

static relais_status flush(unzipping *u, relais_error *err)
{
	size_t made = GZIP_CHUNK - u->z.avail_out;

	u->made += made;
	u->z.next_out = u->to;
	u->z.avail_out = GZIP_CHUNK;
	if (u->made > u->source->limit)
		return source_too_large(u->source, err);
	return fwrite(u->to, 1, made, u->out) == made
		       ? RELAIS_OK
		       : source_cannot_spool(u->source, errno, err);
}

/* Zeros after the last member are what tapes leave; anything else is not gzip's. */
static bool skip_padding(unzipping *u)
{
	while (u->z.avail_in > 0 && *u->z.next_in == 0) {
		u->z.next_in++;
		u->z.avail_in--;
	}
	return u->z.avail_in > 0;
}

static relais_status step(unzipping *u, relais_error *err)
{
	int rc;

	if (u->between && !skip_padding(u))
		return RELAIS_OK;
	u->between = false;
	rc = inflate(&u->z, Z_NO_FLUSH);
	if (rc == Z_MEM_ERROR)
		return fail_memory(err);
	if (rc != Z_OK && rc != Z_STREAM_END && rc != Z_BUF_ERROR)
		return damaged(u->source, err);
	if (rc == Z_STREAM_END) {
		u->between = true;
		inflateReset(&u->z);
	}
	return flush(u, err);
}

static relais_status unzip(unzipping *u, relais_error *err)
{
	relais_status rc;

	while ((rc = refill(u, err)) == RELAIS_OK && u->z.avail_in > 0)
		while (u->z.avail_in > 0)
			if ((rc = step(u, err)) != RELAIS_OK)
				return rc;
	if (rc == RELAIS_OK && !u->between)
		return cut(u->source, err);
	return rc;
}

relais_status source_gunzip(source *s, FILE *out, relais_error *err)
{
	unzipping *u = calloc(1, sizeof *u);
	relais_status rc;

	if (!u)
		return fail_memory(err);
	u->source = s;
	u->out = out;
	u->z.next_out = u->to;
	u->z.avail_out = GZIP_CHUNK;
	rc = inflateInit2(&u->z, GZIP_WINDOW) == Z_OK ? unzip(u, err) : fail_memory(err);
	inflateEnd(&u->z);
	free(u);
	return rc;
}
