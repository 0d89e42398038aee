/* SPDX-License-Identifier: MIT
 * What the actions of a file owe each other, seen once all of it was read: what one comes after, or is
 * dated from, is there, and nothing waits for itself.
 */
#ifndef INGEST_CHAIN_H
#define INGEST_CHAIN_H

#include "registry.h"

/* Rows of this batch that break it are told and taken back, with what they changed. Other kinds
 * owe nothing. */
relais_status chain_settle(registry *g, relais_store *store, int64_t batch, told *t,
	relais_summary *summary, relais_error *err) MUST_CHECK;

#endif
