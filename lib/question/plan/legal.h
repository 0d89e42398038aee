/* SPDX-License-Identifier: MIT
 * Days of the law, said for a plan: what each is called and which resolution it is of.
 */
#ifndef QUESTION_LEGAL_H
#define QUESTION_LEGAL_H

#include "../labels/labels.h"
#include "agenda.h"

bool legal_is_reminder(const deadline *d);
bool legal_is_end(const deadline *d); /* of a label, or of the rights under one */
/* Of the offices that the question is about? */
bool legal_is_asked(const labels *l, const deadline *d, const relais_question *question);
/* The resolution it serves: A3, R6 or R7. */
const char *legal_resolution(const deadline *d);
/* "Fin du classement de l’office : Brévoise (OT-99-004)". */
const char *legal_title(agenda *a, const labels *l, const deadline *d);

#endif
