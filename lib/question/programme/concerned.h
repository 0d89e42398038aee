/* SPDX-License-Identifier: MIT
 * The offices that a question about actions is asked for.
 */
#ifndef QUESTION_CONCERNED_H
#define QUESTION_CONCERNED_H

#include "status.h"

/* Unknown: RELAIS_E_USAGE with candidates. */
relais_status status_choose_offices(
	status *s, const relais_question *question, relais_error *err) MUST_CHECK;

#endif
