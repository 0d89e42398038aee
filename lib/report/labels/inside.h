/* SPDX-License-Identifier: MIT
 * What the parts of the calendar share.
 */
#ifndef REPORT_LABELS_INSIDE_H
#define REPORT_LABELS_INSIDE_H

#include "../../base/words.h"
#include "../../question/labels/labels.h"
#include "../note.h"

typedef struct label_calendar {
	note *n;
	labels labels;
	const label **due; /* current and asked about, by their last day */
	size_t count;
} label_calendar;

/* words.c */
const char *label_day(relais_document *d, relais_day day); /* NULL: there is none */
const char *label_law_name(relais_document *d, const label *one);
const char *label_next_step(relais_document *d, const label *one);
const char *label_state_name(relais_document *d, label_state state);
/* What cannot stand without it, by name; NULL: nothing. */
const char *label_dangers(label_calendar *c, const label *one);
/* The days left, listed among the figures; NULL when they are not known. */
const char *label_days_left(label_calendar *c, const label *one);
const char *tell_labels(label_calendar *c, const char *name, const char *group, int64_t count);

/* summary.c, tables.c */
void write_label_summary(label_calendar *c);
void write_label_ended(label_calendar *c);
void write_label_months(label_calendar *c);
void write_label_none(label_calendar *c);
void write_label_law(label_calendar *c);

#endif
