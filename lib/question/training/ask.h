/* SPDX-License-Identifier: MIT
 * What the answers about training share.
 */
#ifndef QUESTION_TRAINING_ASK_H
#define QUESTION_TRAINING_ASK_H

#include "../../base/rows.h"
#include "lineup.h"

/* Is the answer for readers outside the relais? */
static inline bool is_told_outside(const relais_question *q)
{
	return q->diffusion >= RELAIS_RESEAU;
}

/* Of the question's span and of the state asked for; from diffusion reseau on it must be one year,
 * all of it and what was held: a part could be taken from the whole. */
relais_status stretch_of(stretch *out, const relais_question *q, const relais_training *how,
	relais_error *err) MUST_CHECK;
/* Figures of single offices, by name: within the relais only. */
relais_status check_interne(const relais_question *q, relais_error *err) MUST_CHECK;

void put_amount(rowlist *list, amount a); /* empty when it is not known */
/* 100 × part / whole; empty when there is no whole. */
void put_share(rowlist *list, int64_t part, int64_t whole);

/* What an indicator of staff says of a year, by office as in the roster; -1: not sent. In hundredths. */
relais_status read_staff(const training *t, relais_store *store, const char *indicator,
	int year, int64_t *out, relais_error *err) MUST_CHECK;

relais_status ask_training_table(relais_store *store, const relais_question *q,
	const relais_training *how, relais_rows **out, relais_error *err) MUST_CHECK;
relais_status ask_training_access(relais_store *store, const relais_question *q,
	const relais_training *how, relais_rows **out, relais_error *err) MUST_CHECK;
relais_status ask_training_needs(relais_store *store, const relais_question *q,
	const relais_training *how, relais_rows **out, relais_error *err) MUST_CHECK;
relais_status ask_training_plan(relais_store *store, const relais_question *q,
	const relais_training *how, relais_rows **out, relais_error *err) MUST_CHECK;
relais_status ask_training_convocations(relais_store *store, const relais_question *q,
	const relais_training *how, relais_rows **out, relais_error *err) MUST_CHECK;

#endif
