/* SPDX-License-Identifier: MIT
 * The training of a year: a report of its own, a section of the annual review, a line of the agenda.
 */
#ifndef REPORT_TRAINING_H
#define REPORT_TRAINING_H

#include "../note.h"

relais_status report_training(relais_store *store, const relais_question *question,
	relais_document *document, relais_error *err) MUST_CHECK;
/* What was held in the year of an annual review; nothing when nothing was. */
note_writer write_training;
/* Sessions from the day the note is seen from to the end of the month after, under the agenda. */
note_writer write_sessions_soon;

#endif
