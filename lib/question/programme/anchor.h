/* SPDX-License-Identifier: MIT
 * Days that actions hang on and that are no actions: ends of labels, what happened to offices, the
 * calendar. As known.
 */
#ifndef QUESTION_ANCHOR_H
#define QUESTION_ANCHOR_H

#include "../../model/moment.h"
#include "../../store/store.h"
#include "../labels/labels.h"
#include "status.h"

typedef struct anchors {
	status *s;
	const relais_question *question;
	stmt *event, *entry, *label, *session;
	labels *labels; /* NULL until an action hangs on one */
} anchors;

typedef struct anchored {
	relais_day day; /* RELAIS_NO_DAY: there is no such thing */
	int64_t versions; /* how often it was said anew */
	const char *changed_on; /* the last time; in the status' memory, or NULL */
	bool is_legal;
} anchored;

void anchors_open(anchors *a, status *s, const relais_question *question);
/* Of an action that was done, what held on that day; `done` is RELAIS_NO_DAY otherwise. */
relais_status anchors_find(anchors *a, const moment *m, relais_day done, anchored *out,
	relais_error *err) MUST_CHECK;
void anchors_close(anchors *a);

#endif
