/* SPDX-License-Identifier: MIT
 * Offices counted by their labels: the registers that indicators are made of, `register:classes` and the
 * like. On a day and as known at a batch, whoever reads.
 */
#ifndef QUESTION_LABELS_COUNT_H
#define QUESTION_LABELS_COUNT_H

#include "labels.h"

typedef struct label_register label_register;

/* classes, categorie_1, a_echeance, qualite, tourisme_handicap, accueil_velo; NULL: none of labels. */
const label_register *label_register_named(const char *name, size_t length);
/* Awards and offices as known; nothing of today. */
relais_status labels_read(
	labels *l, relais_store *store, int64_t known, relais_error *err) MUST_CHECK;
/* Does the store know any label of the sort? When it does not, nobody can tell who has one. */
bool label_register_is_kept(const labels *l, const label_register *of);
/* Code of the office that an award counts for on a day: who holds it, or goes on for who did. NULL:
 * it counts for none. */
const char *label_register_counts(
	const labels *l, const label_register *of, const label *one, relais_day day);

#endif
