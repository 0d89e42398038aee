/* SPDX-License-Identifier: MIT
 * The economic weight of the offices in a year (R4), for those who vote budgets: taxes, jobs, budgets, what
 * that makes for each resident, and how it was reckoned.
 */
#ifndef REPORT_WEIGHT_H
#define REPORT_WEIGHT_H

#include "../note.h"

relais_status report_weight(relais_store *store, const relais_question *question,
	relais_document *document, relais_error *err) MUST_CHECK;

/* What a resident, or a thousand, is worth of each figure that rests on the same offices. */
note_writer write_residents;

#endif
