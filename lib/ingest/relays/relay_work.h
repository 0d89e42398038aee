/* SPDX-License-Identifier: MIT
 * What puts rows of a relay's batch into a register or journal of ours.
 */
#ifndef INGEST_RELAY_WORK_H
#define INGEST_RELAY_WORK_H

#include "relay.h"

enum { COLUMNS = 64 }; /* of a kind, at most */

/* One register or journal of the batch at hand, open at both ends. */
typedef struct work {
	merging *m;
	const struct shelf *shelf; /* of a register */
	const kind *kind;
	map changed; /* its keys that the batch gave a version */
	directories known;
	limits_table limits;
	maker maker;
	registry *registry;
	stmt *held; /* the batch of ours that gave a key its version, and the office's identity */
} work;

/* With `m` and `kind` set and the rest empty; to be closed whatever it says. */
relais_status relay_work_open(work *w, relais_error *err) MUST_CHECK;
void relay_work_close(work *w);

#endif
