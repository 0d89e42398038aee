/* SPDX-License-Identifier: MIT
 * The columns of the kinds that say who an office is over time: what others call it, and what
 * happened to it.
 */
#ifndef MODEL_KIND_IDENTITY_H
#define MODEL_KIND_IDENTITY_H

#include "kind.h"

enum {
	IDENTIFIER_OFFICE,
	IDENTIFIER_SCHEME,
	IDENTIFIER_VALUE,
	IDENTIFIER_FROM,
	IDENTIFIER_UNTIL,
	IDENTIFIER_COUNT
};
extern const kind_column kind_identifiers[IDENTIFIER_COUNT];

enum { EVENT_DATE, EVENT_TYPE, EVENT_OFFICE, EVENT_INTO, EVENT_SHARE, EVENT_NOTE, EVENT_COUNT };
extern const kind_column kind_events[EVENT_COUNT];
extern const choice kind_legal_forms[]; /* kind.c */

/* The schemes we know; people may have others. */
extern const choice kind_schemes[];

#endif
