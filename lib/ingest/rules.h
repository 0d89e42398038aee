/* SPDX-License-Identifier: MIT
 * Every diagnostic has a rule: a stable id, a severity, a sentence, an example and a cure, as
 * share/rules.csv lists them; which may be skipped and which --strict hardens. An import that
 * asks for neither reads nothing of it.
 */
#ifndef INGEST_RULES_H
#define INGEST_RULES_H

#include <relais.h>

#include "../base/arena.h"
#include "../base/attributes.h"

typedef struct known_rule {
	const char *id, *severity, *label[2], *example, *cure[2]; /* [lang] */
	bool is_skippable; /* the value is a matter of judgement, or a mere warning */
	bool is_strict; /* a warning that --strict makes a rejection */
	bool is_skipped; /* this import does not want to hear of it */
} known_rule;

typedef struct rules {
	known_rule *all;
	size_t count, capacity;
	bool strict;
	arena memory;
} rules;

relais_status rules_load(rules *r, relais_error *err) MUST_CHECK;
/* `skip` is NULL-terminated, or NULL; an id that is unknown or cannot be skipped is
 * RELAIS_E_USAGE. */
relais_status rules_skip(rules *r, const char *const *skip, relais_error *err) MUST_CHECK;
const known_rule *rules_find(const rules *r, const char *id); /* NULL: none */
void rules_free(rules *r);

#endif
