/* SPDX-License-Identifier: MIT
 * Who may be trained on whose money (C1.11), once a file of sessions or of enrolments is read: the
 * OPCO pays for employees under private law, the CNFPT for those under public law. An office may
 * have both, and a session too; what cannot be is money of a funder and nobody it is for. That is
 * seen of all rows together, so that their order does not matter; whichever file comes last, its
 * rows about the session are refused, each with its line, and what was known before holds.
 */
#ifndef INGEST_ELIGIBILITY_H
#define INGEST_ELIGIBILITY_H

#include "registry.h"

/* After the last row; nothing to do for other kinds. Rows taken back move from new and revised to
 * rejected in `summary`. */
relais_status eligibility_settle(
	registry *g, const kind *k, relais_summary *summary, relais_error *err) MUST_CHECK;

#endif
