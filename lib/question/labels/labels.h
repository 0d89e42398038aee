/* SPDX-License-Identifier: MIT
 * The labels of the network on a day: which hold, until when by law, what comes next, what hangs on
 * them. As known at the question's --as-of; the day is that one, or the question's today.
 *
 * For other rooms: labels_valid says whether an office had a label on a day, labels_end until
 * when (the anchor of `J-90 classement:OT-22-004`), and `deadlines` lists every legal day.
 */
#ifndef QUESTION_LABELS_H
#define QUESTION_LABELS_H

#include <relais.h>

#include "../../model/label.h"
#include "../study/supposed.h"

typedef enum label_state {
	LABEL_VALID,
	LABEL_DUE, /* ends within `label_days` (180) */
	LABEL_RENEWING, /* the file of its renewal is deposited: its end stays where it is */
	LABEL_EXPIRED,
	LABEL_REMOVED,
	LABEL_NONE, /* an office without classement; a request that is not decided yet */
	LABEL_UNKNOWN, /* its end, or its decision, is nowhere to be found */
	LABEL_REPLACED /* a later decision, or an office that goes on, took its place */
} label_state;

/* One award as known, or an office that has none. Strings are "" when not said. */
typedef struct label {
	const char *office, *holder; /* one of the two is "" */
	const char *name; /* of either */
	const char *scheme, *level, *grid, *basis, *reason, *reference;
	const char *covered_by; /* of a commune: the office that goes on for the one it named */
	const char *carrier; /* the office that has it today: `office`, or who goes on for it */
	const char
		*endangers; /* scheme:holder of what cannot stand without it, blanks between */
	const label_law *law; /* NULL: none that fits */
	relais_day decided; /* RELAIS_NO_DAY: not decided, or nowhere to be found */
	relais_day complete, filed, withdrawn, injunction, said_until;
	relais_day filed_complete; /* the file of the renewal */
	relais_day nominal, end; /* last day by its term; the same as the law moves it */
	relais_day kept_by; /* after a merger: last day to ask that category I be kept */
	const char *next; /* a word of `deadlines`; "" when nothing is to come */
	relais_day next_on;
	ptrdiff_t at; /* of the office, or of the one that covers it, in the roster; -1: none */
	label_state state;
	bool is_request; /* not decided */
} label;

/* A day the law names. `what` is one of
 * rappel_12 … rappel_3   months before an end, when to prepare what comes next;
 * depot                  last safe day to file: the procedure's months before the end;
 * pieces                 last day for the préfet to ask for missing pieces, 2 months after the file;
 * decision               last day for his decision, 2 months after the complete file (D133-24);
 * conformite             end of an injunction, 3 months (D133-27);
 * maintien               after a merger, 4 months to ask that category I be kept;
 * acceptation            2 months after that file: from then on silence is acceptance;
 * remplacement           end of a mark that another one replaces (Qualité Tourisme);
 * echeance               last day of a label. */
typedef struct deadline {
	relais_day day;
	const char *office; /* code of the office it is for; "": a holder that is none */
	const char *holder, *name, *scheme, *level, *what;
	const label *of; /* may be NULL: of a merger whose office has no classement yet */
	bool is_met; /* the day is gone and what it asked for was done */
} deadline;

typedef struct labels {
	arena memory;
	relais_store *store;
	roster offices;
	label_laws laws;
	relais_day day;
	relais_lang lang;
	int64_t known, alert; /* days */
	const supposed *supposed; /* NULL: the register as it is; until it is open */
	bool is_public; /* decisions alone: what is filed or enjoined is between the parties */
	label *all; /* by holder, scheme, decision */
	size_t count, room;
	deadline *deadlines; /* by day, office, holder, scheme, what */
	size_t deadline_count, deadline_room;
} labels;

/* Checks -O and -t: unknown is RELAIS_E_USAGE with candidates. */
relais_status labels_open(labels *l, relais_store *store, const relais_question *question,
	relais_error *err) MUST_CHECK;
/* The same, seen from the day of a merger that has not happened, as if it had. */
relais_status labels_open_supposing(labels *l, relais_store *store,
	const relais_question *question, const supposed *what, relais_error *err) MUST_CHECK;
void labels_close(labels *l);

extern const char *const label_state_codes[]; /* by label_state: valide, a_echeance … */

/* Does a label say something of today? Not one that another replaced. */
static inline bool label_is_current(const label *one)
{
	return one->state != LABEL_REPLACED;
}
/* Did an award hold on a day? */
/* Who covers a commune: the office, or of a bureau the office it belongs to; "": not said. */
const char *labels_cover(const labels *l, const label *commune);
bool label_holds(const label *one, relais_day day);
/* The award of a scheme that an office (or a commune, …) had on a day; NULL: none. With `level`,
 * one of that level. Offices that merged have their own code, not that of who goes on. */
const label *labels_valid(const labels *l, const char *holder, const char *scheme,
	const char *level, relais_day day);
/* Last day of the current award of a scheme; RELAIS_NO_DAY: there is none, or nobody knows. */
relais_day labels_end(const labels *l, const char *holder, const char *scheme);
/* Does it hold on the day? */
static inline bool label_stands(const label *one)
{
	return one->state == LABEL_VALID || one->state == LABEL_DUE ||
	       one->state == LABEL_RENEWING;
}
/* Is it among the offices that the question is about? */
bool label_is_asked(const labels *l, const label *one);

#endif
