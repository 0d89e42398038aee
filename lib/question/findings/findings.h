/* SPDX-License-Identifier: MIT
 * What wants somebody's attention on a day, one line each: what `rt-status check` tells cron. A
 * source of findings is a function in the table of findings.c; it asks its own room and adds.
 */
#ifndef QUESTION_FINDINGS_H
#define QUESTION_FINDINGS_H

#include <relais.h>

#include "../../base/arena.h"
#include "../../base/attributes.h"

typedef enum severity {
	FINDING_ALERT, /* a day is gone, a right is lost */
	FINDING_NOTICE /* something is to be done, and there is time */
} severity;

typedef struct attention {
	severity severity;
	const char *rule; /* stable: one of those in the table */
	const char *subject; /* code of an office, an action, a resolution, a commune */
	const char *name; /* of the subject; "" */
	relais_day due; /* RELAIS_NO_DAY: there is none */
	const char *message;
	int rank; /* of its rule in the table */
} attention;

typedef struct findings {
	arena memory;
	relais_store *store;
	relais_question question; /* of the day; ask other rooms with it */
	relais_day day;
	relais_lang lang;
	attention *all;
	size_t count, room;
	bool failed; /* no memory */
} findings;

/* Copies the strings; the message is formatted, its English looked up in the language. A rule that is
 * not in the table is a bug (assert). */
void findings_add(findings *f, severity how, const char *rule, const char *subject,
	const char *name, relais_day due, const char *format, ...) PRINTF_LIKE(7, 8);

/* The sources, each in a file of its own. */
typedef relais_status finding_source(findings *f, relais_error *err);
finding_source findings_labels, findings_criteria, findings_figures, findings_actions,
	findings_resolutions, findings_managers, findings_bureaux, findings_perimeters;

#endif
