/* SPDX-License-Identifier: MIT
 * What kind of disk a store is on.
 */
#ifndef STORE_MEDIA_H
#define STORE_MEDIA_H

#include <stdbool.h>

typedef struct media {
	const char *
		network; /* what shares it with other machines, for good; NULL: nothing we know */
	bool is_read_only;
} media;

/* Of a file, or of the folder it would come to stand in; all false where the system does not say. */
media media_of(const char *path);
/* What is shared between machines, of the numbers that Linux gives file systems (statfs(2)); NULL: a disk
 * of this machine, or one that cannot be told from it. */
const char *media_network(unsigned long type);

#endif
