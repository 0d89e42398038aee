/* SPDX-License-Identifier: MIT
 * The estimates of one indicator as rows among the values: what each office is given, and by what.
 */
#ifndef QUESTION_ESTIMATE_LIST_H
#define QUESTION_ESTIMATE_LIST_H

#include "estimate.h"

/* office,indicator,period,value,flag,stratum,respondents,previous,ratio */
enum { ESTIMATE_COLUMNS = 9 };

typedef struct estimate_list estimate_list;

relais_status estimate_list_new(estimate_list **out, study *s, relais_error *err) MUST_CHECK;
void estimate_list_free(estimate_list *e); /* NULL is fine */
/* From now on those of this indicator. */
relais_status estimate_list_of(
	estimate_list *e, study *s, const item *i, relais_error *err) MUST_CHECK;
/* The row of an office in a period; false: nothing is estimated there. */
bool estimate_list_say(estimate_list *e, size_t column, relais_period p, relais_row *row);

#endif
