/* SPDX-License-Identifier: MIT
 * The estimates of one indicator as rows among the values: what each office is given, and by what.
 */
#ifndef QUESTION_ESTIMATE_LIST_H
#define QUESTION_ESTIMATE_LIST_H

#include "../../base/text.h"
#include "estimate.h"

/* office,indicator,period,value,flag,stratum,respondents,previous,ratio */
enum { ESTIMATE_COLUMNS = 9 };

typedef struct estimate_list estimate_list;

/* "category=II zone=littoral", "network": what an estimate is the ratio of. Replaces the text. */
void stratum_say(text *out, const stratum_ratio *r);
/* How the stratum moved, as it is printed. False: no number is. */
bool stratum_move(const stratum_ratio *r, number *out);
/* What the unit had one year before, as it was read for the estimate. */
int64_t estimate_previous(const lens *l, relais_period p, size_t unit);

relais_status estimate_list_new(estimate_list **out, study *s, relais_error *err) MUST_CHECK;
void estimate_list_free(estimate_list *e); /* NULL is fine */
/* From now on those of this indicator. */
relais_status estimate_list_of(
	estimate_list *e, study *s, const item *i, relais_error *err) MUST_CHECK;
/* The row of an office in a period; false: nothing is estimated there. */
bool estimate_list_say(estimate_list *e, size_t column, relais_period p, relais_row *row);

#endif
