/* SPDX-License-Identifier: MIT
 * What the files that add lines up share.
 */
#ifndef QUESTION_TRAINING_LINEUP_INSIDE_H
#define QUESTION_TRAINING_LINEUP_INSIDE_H

#include "lineup.h"

/* False: a sum does not fit. */
bool line_add_course(line *l, const training *t, const course *c);
bool line_add_people(line *l, const seating *e);
/* One office that had trainees, with all it has in the line. */
void line_add_office(line *l, int64_t trainees, int64_t hours);

/* Of keys of sessions: is this one in the line? */
bool lineup_has(const lineup *l, const line *one, const course *c);

/* What each office has in the line being added up: by office, {0} where `used` does not list it. */
typedef struct shares {
	int64_t *trainees, *hours;
	bool *is_used;
	size_t *used;
	size_t count;
} shares;

bool shares_open(shares *s, size_t offices);
void shares_close(shares *s);
bool shares_add(shares *s, const seating *e); /* false: does not fit */
/* Into the line, and empty again. */
void shares_settle(shares *s, line *l);

#endif
