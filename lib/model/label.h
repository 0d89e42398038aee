/* SPDX-License-Identifier: MIT
 * The law of the labels: classements, quality marks, denominations of communes. Who may hold one, at
 * which levels, for how long according to the day it was awarded. It is data (share/labels.csv),
 * and it comes with the text that says so.
 */
#ifndef MODEL_LABEL_H
#define MODEL_LABEL_H

#include <relais.h>

#include "../base/arena.h"
#include "../base/text.h"

enum { LABEL_LAWS = 64, LABEL_LEVELS = 8 };

/* What holds of a scheme for what was decided from one day to another. */
typedef struct label_law {
	const char *scheme, *label[2]; /* by relais_lang */
	const char *aliases, *levels, *source;
	const char *reminders; /* months before its end, | between */
	const char *holder; /* office, commune, hebergement, any */
	const char *grid; /* of criteria; "" where there are none */
	const char *replaced_by, *takes_over; /* scheme that comes after, or came before; "" */
	const char *needs; /* classement, or classement:I: of the office that covers it; "" */
	relais_day from, until; /* of the decision; ends of time when the law names none */
	relais_day complete_before; /* later decisions too, when the file was complete before */
	relais_day ends_by; /* no right outlives it; RELAIS_NO_DAY: no such day */
	relais_day extended_from, extended_to; /* rights that end between go on to the second */
	int rank, years, procedure; /* years and months; 0: the law names none */
	int least; /* levels that an award names at least; several when above 1 */
} label_law;

typedef struct label_laws {
	arena memory;
	label_law all[LABEL_LAWS];
	size_t count;
} label_laws;

bool label_laws_load(label_laws *laws)
	__attribute__((warn_unused_result)); /* false: no memory */
void label_laws_free(label_laws *laws);

/* Any of a scheme's, for its names; NULL: there is no such scheme. */
const label_law *label_scheme(const label_laws *laws, const char *scheme);
/* The same of what people call it. */
const label_law *label_scheme_spelled(const label_laws *laws, const char *spelled);
/* The one that a decision comes under: by its day, by the day its file was complete (RELAIS_NO_DAY:
 * not said), and by the grid, when that is said (NULL or ""). NULL: none. */
const label_law *label_law_of(const label_laws *laws, const char *scheme, relais_day decided,
	relais_day complete, const char *grid);
/* Adds the codes of the levels that people wrote, in the law's order; false: one is unknown, or there
 * are too few. Where the law lists none, any word is one. */
bool label_levels(const label_law *law, const char *spelled, text *out);
/* Is that a level of some law of the scheme, in force or not? */
bool label_level_known(const label_laws *laws, const char *scheme, const char *spelled);
/* The levels of the law as people read them: "III, II, I". */
void label_levels_list(const label_law *law, text *out);

/* The day before the anniversary: an award of 2020-03-15 for five years ends on 2025-03-14. */
relais_day label_term(relais_day decided, int years);
/* What the law makes of the day a right would end on: extended, or cut short. */
relais_day label_effective_end(const label_law *law, relais_day nominal);

#endif
