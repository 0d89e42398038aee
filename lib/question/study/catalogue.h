/* SPDX-License-Identifier: MIT
 * The indicators as known, in catalogue order, and which periods hold anything of them.
 */
#ifndef QUESTION_CATALOGUE_H
#define QUESTION_CATALOGUE_H

#include "../../base/arena.h"
#include "../../base/map.h"
#include "../../base/period.h"
#include "../../store/store.h"
#include "study.h"

/* How offices make one figure. */
typedef enum rule_over_offices {
	RULE_SUM,
	RULE_MEAN,
	RULE_WMEAN,
	RULE_SHARE,
	RULE_RATIO
} rule_over_offices;
typedef enum rule_over_time { TIME_SUM, TIME_LAST, TIME_MEAN, TIME_QUOTIENT } rule_over_time;

/* The periods of the indicator's own length with anything known; from == 0: none. */
typedef struct reach {
	period_length length;
	relais_span span;
} reach;

typedef struct item {
	indicator about; /* first: an indicator of ours is an item */
	rule_over_offices over_offices;
	rule_over_time over_time;
	bool is_asked, is_named;
	bool reach_known;
	reach reach;
} item;

typedef struct catalogue {
	arena memory;
	item *items;
	size_t count;
	map codes;
	relais_store *store;
	int64_t known;
	stmt *any, *reach;
} catalogue;

/* A term of a formula: "a+b+?c". */
typedef struct term {
	const char *code; /* not terminated: `length` bytes */
	size_t length;
	bool is_optional, is_register; /* register:… */
} term;

relais_status catalogue_load(
	catalogue *c, relais_store *store, int64_t known, relais_error *err) MUST_CHECK;
void catalogue_free(catalogue *c);
/* Marks the indicators named (NULL: those with figures); unknown: RELAIS_E_USAGE. */
relais_status catalogue_select(
	catalogue *c, const char *const *codes, relais_error *err) MUST_CHECK;

item *catalogue_item(const catalogue *c, const char *code, size_t length); /* NULL: none */
/* Next term of a formula, from *at on; false at its end. */
bool formula_next(const char **at, term *out);
/* Is it a sum of at least two other indicators? */
bool item_is_sum(const item *i);
/* Which term of a formula an indicator is; -1: none. */
int item_term(const item *of, const item *i);
/* Is it a term of a sum? */
bool catalogue_adds_up(const catalogue *c, const item *i);
/* Any figure known with a period from..to? */
relais_status catalogue_has(catalogue *c, const item *i, relais_period from, relais_period to,
	bool *out, relais_error *err) MUST_CHECK;
/* Of a derived indicator: the reach of the first figure it is computed from. */
relais_status catalogue_reach(catalogue *c, item *i, reach *out, relais_error *err) MUST_CHECK;
/* The collected indicator whose periods stand for those of `i` (itself when collected);
 * NULL when it is counted from a register. */
const item *catalogue_source(const catalogue *c, const item *i);

#endif
