/* SPDX-License-Identifier: MIT
 * A folder as a disk may have it when the power fails: what was synced is there; of what was not, any
 * part. Names come and go in their order, as journals of file systems keep them; bytes do not.
 */
#ifndef FAULTS_DISK_H
#define FAULTS_DISK_H

#include "record.h"
#include "shot.h"

typedef struct disk disk;

/* What survives of what was not synced. */
typedef enum survival {
	SURVIVES_NOTHING,
	SURVIVES_ALL,
	SURVIVE_NAMES,
	SURVIVE_BYTES,
	SURVIVES_SOME /* at random, in pieces of a page, now and then of a sector */
} survival;

/* The files of a shot, as they lie in `folder` now. */
disk *disk_new(const shot *s, const char *folder);
void disk_free(disk *d);
/* One more thing was done; `bytes` are borrowed. */
void disk_do(disk *d, const struct record *r, const char *bytes);
/* Fills an empty folder with what there is after a cut; the disk goes on as if there had been none. */
void disk_cut(const disk *d, survival how, uint64_t *chance, const char *folder);

#endif
