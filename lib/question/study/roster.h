/* SPDX-License-Identifier: MIT
 * Who the offices are as known at a date, in natural order of their code, and the territories
 * around them. Knows nothing of figures.
 */
#ifndef QUESTION_ROSTER_H
#define QUESTION_ROSTER_H

#include <relais.h>

#include "../../base/arena.h"
#include "../../base/attributes.h"
#include "../../base/map.h"
#include "../../model/group_key.h"

typedef struct office {
	int64_t id;
	const char *code, *name; /* name: NULL when not said */
	const char *attribute[ATTRIBUTES]; /* by key; NULL when not said */
	const char *merged_into;
	const char *commune, *latitude, *longitude; /* degrees; NULL when not said */
	const char *bureau_of; /* of a bureau (BIT): code of its office */
	relais_day bureau_since; /* ends of time when it always was */
	relais_day opened, closed; /* first and last day; ends of time when not said */
	bool is_named,
		is_inside; /* asked for by code, by territory; true when not restricted */
	bool consents; /* agrees to be named in publications; not said is no */
	bool is_member; /* as the register says; not said is no */
	/* Once selected, positions in the roster, -1: none. A bureau that is asked for by its code,
	 * and not its office, is looked at for itself. */
	ptrdiff_t office_of, first_bureau, next_bureau;
} office;

typedef struct territory {
	const char *code, *name, *parent;
} territory;

typedef struct splits splits; /* splits.h */

typedef struct roster {
	arena memory;
	office *offices;
	size_t count;
	size_t *by_id; /* indexes in order of id */
	map codes; /* of offices, folded as written */
	territory *territories;
	size_t territory_count;
	map territory_codes;
	splits *splits; /* NULL: none */
} roster;

relais_status roster_load(
	roster *r, relais_store *store, int64_t known, relais_error *err) MUST_CHECK;
void roster_free(roster *r);
/* Marks what the question asks for; an unknown code is RELAIS_E_USAGE with candidates. */
relais_status roster_select(roster *r, const relais_question *q, relais_error *err) MUST_CHECK;

const office *roster_office(const roster *r, const char *code); /* NULL: none */
/* Index of an office by id, -1: not known. `hint` remembers where the last one was: rows that
 * come in order of id cost one comparison each. */
ptrdiff_t roster_at(const roster *r, int64_t id, size_t *hint);
/* The office, or who goes on for it when it closed before the day; NULL: none of that code. */
const office *roster_heir(const roster *r, const char *code, relais_day day);
const char *roster_territory_name(const roster *r, const char *code); /* NULL: none */

static inline bool office_is_active(const office *o, relais_day first, relais_day last)
{
	return o->opened <= last && o->closed >= first;
}

/* Do the figures of this one make those of its office, on a day? */
static inline bool office_is_bureau(const office *o, relais_day first)
{
	return o->office_of >= 0 && o->bureau_since <= first;
}

#endif
