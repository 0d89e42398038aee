/* SPDX-License-Identifier: MIT
 * From what a file calls something to its id: the code, or a registered name, label or alias,
 * exact once folded. Never a guess: two things of one name are refused, a near miss is only
 * suggested.
 */
#ifndef INGEST_CODES_H
#define INGEST_CODES_H

#include <relais.h>

#include "../../base/attributes.h"
#include "../../base/map.h"
#include "../../store/store.h"

typedef struct codes {
	map exact; /* code → id */
	map folded; /* folded code, name, label, alias → id, or CODES_SEVERAL */
	map spelled; /* id (its 8 bytes) → position in `codes` */
	arena memory;
	const char **codes;
	const char **names; /* NULL when not said */
	const char **places; /* its commune: offered to people, never taken for its name */
	int64_t *ids;
	size_t count, capacity;
	map aliased; /* folded alias → position in `aliases` */
	struct code_alias *aliases;
	size_t alias_count, alias_capacity;
	map identified; /* "scheme value", and "value" for any scheme → id, see codes_identify */
	const char *match; /* the scheme that what is looked up is of; NULL: codes and names */
} codes;

/* A code, registered or not yet; NULL when two aliases of one spelling disagree. */
typedef struct code_alias {
	const char *code;
	int rank;
} code_alias;

enum { CODES_NONE = 0, CODES_SEVERAL = -1 };

/* `sql` gives id, code, name, other name, aliases (a|b), place. */
relais_status codes_load(
	codes *c, relais_store *store, const char *sql, relais_error *err) MUST_CHECK;
/* The id, CODES_NONE, or CODES_SEVERAL. */
int64_t codes_find(const codes *c, const char *spelled, size_t length);
relais_status codes_add(codes *c, int64_t id, const char *code, const char *name,
	const char *other, const char *aliases, relais_error *err) MUST_CHECK;
const char *codes_spell(const codes *c, int64_t id); /* its code */
/* An alias beats one of a lower rank; one that names something else than a registered name or
 * code does makes it the name of several. */
relais_status codes_alias(codes *c, const char *spelled, const char *code, int rank,
	relais_error *err) MUST_CHECK;
/* The code an alias stands for, `spelled` itself when it is none. */
const char *codes_meant(const codes *c, const char *spelled);
/* What others call it, now or in the past: those that hold now come first. */
relais_status codes_identify(codes *c, const char *scheme, const char *value, int64_t id,
	bool holds_now, relais_error *err) MUST_CHECK;
/* By what one scheme calls it ("": any). */
int64_t codes_find_by(const codes *c, const char *scheme, const char *value);
/* The one of this very name in this very place, codes and aliases apart. */
int64_t codes_find_place(const codes *c, const char *name, const char *where);
bool codes_has(const codes *c, const char *code); /* the code itself */
/* Where the last one added is. */
relais_status codes_place(codes *c, const char *spelled, relais_error *err) MUST_CHECK;
/* " (did you mean 'x' Name, …?)" or "". */
void codes_suggest(
	const codes *c, const char *spelled, relais_lang lang, char *out, size_t size);
void codes_free(codes *c);

extern const char codes_of_offices[], codes_of_indicators[], codes_of_territories[],
	codes_of_resolutions[], codes_of_partners[], codes_of_agreements[], codes_of_sessions[];

#endif
