/* SPDX-License-Identifier: MIT
 * What a program did to files, as trap.c writes it down and power.c does it again: a head, then as many
 * bytes as it says.
 */
#ifndef FAULTS_RECORD_H
#define FAULTS_RECORD_H

#include <stdint.h>

typedef enum deed {
	DEED_MAKE, /* a name that was not there; the bytes are the path */
	DEED_WRITE, /* the bytes, at `offset` */
	DEED_TRUNCATE, /* to `offset` */
	DEED_SYNC, /* of a file */
	DEED_SYNC_FOLDER,
	DEED_RENAME, /* both paths, each with its NUL */
	DEED_REMOVE /* the path */
} deed;

struct record {
	uint32_t deed;
	uint32_t length;
	uint64_t file; /* its inode; 0 where paths say it */
	int64_t offset;
};

#endif
