/* SPDX-License-Identifier: MIT
 * The rate of access by people, each counted once a year by their office.
 */
#ifndef QUESTION_TRAINING_ACCESS_H
#define QUESTION_TRAINING_ACCESS_H

#include "../../secrecy/rule.h"
#include "ask.h"

enum { HUNDREDTHS = 2 }; /* staff is counted in */

/* Of the offices that say both how many were trained and how many there are. */
typedef struct people {
	int64_t offices, count, staff; /* in hundredths */
	bool is_secret;
} people;

/* Of a year; `rule`, when it is told outside: NULL within the relais. */
relais_status count_people(const training *t, relais_store *store, int year,
	const secrecy_rule *rule, people *out, relais_error *err) MUST_CHECK;
/* Four cells, empty where they are not known or not told; NULL: of a category nobody counts. */
void put_people(rowlist *list, const people *p);

#endif
