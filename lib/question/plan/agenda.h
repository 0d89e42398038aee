/* SPDX-License-Identifier: MIT
 * Everything that has a day: actions, training sessions, days of the law. Each has a name that never
 * changes with its content, and counts how often it was said anew: calendars go by both.
 */
#ifndef QUESTION_AGENDA_H
#define QUESTION_AGENDA_H

#include "../../store/store.h"
#include "list.h"

typedef struct entry {
	const char *type; /* action, session, deadline */
	const char *code, *title, *state, *owner, *office, *resolution, *detail;
	const char *place; /* of a session */
	const char *component; /* event: from a day to another; todo: due on a day */
	const char *status; /* in the words of calendars: needs-action, confirmed … */
	const char *uid;
	const char *alarms; /* days before, blanks between; NULL: none */
	relais_day start, due; /* one of the two is known */
	int64_t progress; /* percent; -1: nothing of the kind */
	int64_t sequence; /* how often it changed */
	relais_day modified;
} entry;

typedef struct agenda {
	plan p;
	const relais_question *question;
	relais_day from, until;
	arena memory;
	const char *domain; /* of the names of all entries: whose they are */
	entry *all;
	size_t count, room;
	bool failed; /* no memory */
} agenda;

entry *agenda_add(agenda *a); /* NULL: no memory, which is kept */
const char *agenda_say(agenda *a, const char *format, ...) PRINTF_LIKE(2, 3);
/* Is a resolution among those asked for? NULL: of none. */
bool agenda_wants(const agenda *a, const char *resolution);

relais_status agenda_name(agenda *a, relais_error *err) MUST_CHECK; /* sets the domain */
relais_status agenda_add_actions(agenda *a, relais_error *err) MUST_CHECK;
relais_status agenda_add_sessions(agenda *a, relais_error *err) MUST_CHECK;
relais_status agenda_add_deadlines(agenda *a, relais_error *err) MUST_CHECK;

#endif
