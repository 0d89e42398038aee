/* SPDX-License-Identifier: MIT
 * What the parts of the training report share: the answers of rt-plan training, so that what is told
 * here, and what is not, is what is told there.
 */
#ifndef REPORT_TRAINING_INSIDE_H
#define REPORT_TRAINING_INSIDE_H

#include "../../base/words.h"
#include "../answer.h"
#include "training.h"

/* One row of an answer, kept. */
typedef struct taught {
	const char *group; /* what its figures are listed under */
	const relais_column *columns;
	size_t count;
	const char *const *cells;
	struct taught *next;
} taught;

/* All rows of an answer but the total, and the total; in the note's memory. */
typedef struct answered {
	taught *first, *total;
	size_t count;
} answered;

typedef enum told_as { AS_COUNT, AS_DAYS, AS_EUROS, AS_PERCENT, AS_MARK } told_as;

/* Of the sessions held in a year (a period), grouped (NULL: one by one), or the rates of access. */
relais_status training_ask(note *n, relais_period year, const char *by,
	relais_training_view view, answered *out, relais_error *err) MUST_CHECK;
const char *taught_cell(const taught *r, const char *column); /* NULL: blank */
bool taught_number(const taught *r, const char *column, number *out);
bool taught_has_flag(const taught *r, char letter);
/* The figure as people read it, listed once as it is rounded; a sign when it is not known, or not
 * told. */
const char *tell_taught(note *n, const taught *r, const char *column, told_as as);
/* A number that no answer has, the same way. */
const char *tell_reckoned(
	note *n, const char *group, const char *name, number exact, told_as as);

/* The same table for themes, resolutions and whatever groups sessions. */
void sessions_table(note *n, section *s, const char *title, const char *first,
	const answered *groups, const char *(*label)(note *n, const taught *r));
const char *label_of_group(note *n, const taught *r);
void key_figures_of_training(note *n, section *s, const taught *now, const taught *before);
void say_year_of_training(note *n, section *s, const answered *themes, const taught *before);
/* Who paid: a table, a drawing, and what remains. */
void write_funding(note *n, section *s, const taught *total);
/* Sessions from one day to another that are planned or proposed. False: there are none. */
relais_status list_sessions(note *n, section *(*open)(note *n), const char *title,
	relais_day first, relais_day last, bool *any, relais_error *err) MUST_CHECK;
void write_training_method(note *n);

#endif
