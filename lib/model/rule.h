/* SPDX-License-Identifier: MIT
 * What one record must satisfy beyond its cells. Values stand by column of the kind,
 * NULL when not said; a check may complete what follows from the rest.
 */
#ifndef MODEL_RULE_H
#define MODEL_RULE_H

#include <stdbool.h>

/* NULL when the record is sound, else the rule's stable id, with a sentence in *why. */
const char *check_office(const char **values, const char **why);
const char *check_indicator(const char **values, const char **why);
/* Known by name, of the right kind of value. */
const char *check_setting(const char **values, const char **why);
/* done <=> 100 %: either one said alone brings the other. */
const char *check_action(const char **values, const char **why);
const char *check_event(const char **values, const char **why);
const char *check_norm(const char **values, const char **why);
const char *check_calendar(const char **values, const char **why);
const char *check_lodging(const char **values, const char **why);
const char *check_perimeter(const char **values, const char **why);
const char *check_label(const char **values, const char **why);
/* No more is paid than it costs; days, marks and amounts that can be. */
const char *check_session(const char **values, const char **why);
const char *check_enrolment(const char **values, const char **why);
const char *check_need(const char **values, const char **why);
const char *check_identifier(const char **values, const char **why);
const char *check_activity(const char **values, const char **why);
/* The first day is that of signature, the resolution follows from the type, unless said. */
const char *check_agreement(const char **values, const char **why);
const char *check_target(const char **values, const char **why);
/* What is counted is counted in its source; a label in one language is that of both. */
const char *check_measure(const char **values, const char **why);

/* Has it the form of one: A5, P10. */
bool is_resolution_code(const char *said);
/* MM-DD, a day that every leap year has. */
bool month_day_read(const char *said, int *month, int *day);

#endif
