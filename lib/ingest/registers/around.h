/* SPDX-License-Identifier: MIT
 * Which territory lies in which, once all of a file was read: a territory may be named as the one
 * around another before or after its own line, and a circle is seen of all lines together.
 */
#ifndef INGEST_AROUND_H
#define INGEST_AROUND_H

#include "registry.h"

/* Of a file of territories: the last line of each circle that the batch closes is told and taken back.
 * A circle that was there before is not the file's. Other kinds owe nothing. */
relais_status around_settle(registry *g, relais_summary *summary, relais_error *err) MUST_CHECK;

#endif
