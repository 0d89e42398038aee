/* SPDX-License-Identifier: MIT
 * What the actions of a file owe each other, seen once all of it was read: what one comes after, or is
 * dated from, is there, and nothing waits for itself.
 */
#ifndef INGEST_CHAIN_H
#define INGEST_CHAIN_H

#include "../../base/text.h"
#include "registry.h"

/* Rows of this batch that break it are told and taken back, with what they changed. Other kinds
 * owe nothing. */
relais_status chain_settle(registry *g, relais_store *store, int64_t batch, told *t,
	relais_summary *summary, relais_error *err) MUST_CHECK;

/* A circle among the actions that are known now, "A1-1 → A1-2 → A1-1"; nothing: there is none. */
relais_status chain_circle(relais_store *store, text *path, relais_error *err) MUST_CHECK;

#endif
