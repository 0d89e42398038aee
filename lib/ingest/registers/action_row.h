/* SPDX-License-Identifier: MIT
 * A row of the kind actions held against what was known of the action, and against its own code.
 */
#ifndef INGEST_ACTION_ROW_H
#define INGEST_ACTION_ROW_H

#include "registry_inside.h"

/* Of the row at hand, complete; `said`: what the line itself says. What is open again was done on no
 * day. */
void action_settle(registry *g, const char *const *said);
/* Of a sound row, what is doubtful of it. *holds false: said and rejected. */
void action_row(registry *g, const char *const *said, spot at, bool *holds);

#endif
