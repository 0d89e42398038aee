/* SPDX-License-Identifier: MIT
 * Reading the catalogue and its formulas.
 */
#include "catalogue.h"

#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../../base/suggest.h"
#include "../sql.h"

enum { DEEPEST = 8 }; /* formulas within formulas; more is a circle */

static rule_over_offices read_over_offices(const char *word)
{
	static const char *const known[] = { "sum", "mean", "wmean", "share", "ratio" };

	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (strcmp(word, known[i]) == 0)
			return (rule_over_offices)i;
	return RULE_SUM;
}

static rule_over_time read_over_time(const char *word)
{
	static const char *const known[] = { "sum", "last", "mean" };

	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (strcmp(word, known[i]) == 0)
			return (rule_over_time)i;
	return TIME_QUOTIENT;
}

/* Columns as q_indicators.sql lists them. */
static bool take(catalogue *c, item *i, const stmt *s)
{
	indicator *a = &i->about;
	const char **const strings[] = { &a->label_fr, &a->label_en, &a->unit, &a->type,
		&a->periodicity, &a->over_offices, &a->over_time, &a->weight, &a->numerator,
		&a->denominator };

	*i = (item){ .about = { .id = stmt_int(s, 0),
			     .decimals = (int)stmt_int(s, 2),
			     .factor = stmt_int(s, 13),
			     .derived = stmt_int(s, 14) != 0,
			     .norm = stmt_int(s, 15) != 0 } };
	if (!arena_keep(&c->memory, &a->code, stmt_text(s, 1)) ||
		!arena_keep(&c->memory, &a->resolutions, stmt_text(s, 16)) ||
		!arena_keep(&c->memory, &a->part_of, stmt_text(s, 17)))
		return false;
	for (int n = 0; n < (int)(sizeof strings / sizeof *strings); n++)
		if (!arena_keep(&c->memory, strings[n], stmt_text(s, 3 + n)))
			return false;
	i->over_offices = read_over_offices(a->over_offices);
	i->over_time = read_over_time(a->over_time);
	return true;
}

static relais_status read_items(catalogue *c, stmt *s, relais_error *err)
{
	size_t room = 0;
	relais_status rc;

	while ((rc = stmt_step(s, err)) == RELAIS_OK) {
		item *more;

		if (c->count == room) {
			room = room ? room * 2 : 128;
			if (!(more = realloc(c->items, room * sizeof *more)))
				return fail_memory(err);
			c->items = more;
		}
		more = &c->items[c->count];
		if (!take(c, more, s) || !map_put(&c->codes, more->about.code,
						 strlen(more->about.code), (int64_t)c->count))
			return fail_memory(err);
		c->count++;
	}
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

item *catalogue_item(const catalogue *c, const char *code, size_t length)
{
	int64_t i;

	return map_get(&c->codes, code, length, &i) ? &c->items[i] : NULL;
}

bool formula_next(const char **at, term *out)
{
	const char *p = *at + strspn(*at, " +");

	*out = (term){ .is_optional = *p == '?' };
	p += strspn(p, " ?");
	out->code = p;
	out->length = strcspn(p, " +");
	out->is_register = out->length > 9 && strncmp(p, "register:", 9) == 0;
	*at = p + out->length;
	return out->length > 0;
}

bool item_is_sum(const item *i)
{
	const char *formula = i->about.numerator;
	int terms = 0;
	term t;

	if (!i->about.derived || !formula || i->about.denominator ||
		i->over_offices != RULE_SUM)
		return false;
	for (; formula_next(&formula, &t); terms++)
		if (t.is_register)
			return false;
	return terms > 1;
}

int item_term(const item *of, const item *i)
{
	const char *formula = of->about.numerator;
	term t;

	for (int at = 0; formula_next(&formula, &t); at++)
		if (strlen(i->about.code) == t.length &&
			memcmp(i->about.code, t.code, t.length) == 0)
			return at;
	return -1;
}

bool catalogue_adds_up(const catalogue *c, const item *i)
{
	for (size_t k = 0; k < c->count; k++)
		if (item_is_sum(&c->items[k]) && item_term(&c->items[k], i) >= 0)
			return true;
	return false;
}

const item *catalogue_source(const catalogue *c, const item *i)
{
	for (int depth = 0; i && i->about.derived && i->about.numerator; depth++) {
		const char *at = i->about.numerator;
		term t;

		if (depth == DEEPEST || !formula_next(&at, &t) || t.is_register)
			return NULL;
		i = catalogue_item(c, t.code, t.length);
	}
	return i;
}

relais_status catalogue_has(catalogue *c, const item *i, relais_period from, relais_period to,
	bool *out, relais_error *err)
{
	relais_status rc;

	stmt_bind_int(c->any, ":indicator", i->about.id);
	stmt_bind_int(c->any, ":from", from);
	stmt_bind_int(c->any, ":to", to);
	stmt_bind_int(c->any, ":known", c->known);
	rc = stmt_step(c->any, err);
	*out = rc == RELAIS_OK && stmt_int(c->any, 0) != 0;
	stmt_reset(c->any);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

static relais_status reach_at(
	catalogue *c, const item *i, period_length length, reach *out, relais_error *err)
{
	static const int low[] = { SLOT_MONTH, SLOT_QUARTER, SLOT_SEMESTER, SLOT_YEAR };
	static const int high[] = { SLOT_MONTH + 11, SLOT_QUARTER + 3, SLOT_SEMESTER + 1,
		SLOT_YEAR };
	relais_status rc;

	stmt_bind_int(c->reach, ":indicator", i->about.id);
	stmt_bind_int(c->reach, ":low", low[length]);
	stmt_bind_int(c->reach, ":high", high[length]);
	stmt_bind_int(c->reach, ":known", c->known);
	rc = stmt_step(c->reach, err);
	if (rc == RELAIS_OK && !stmt_is_null(c->reach, 0))
		*out = (reach){ length, { (relais_period)stmt_int(c->reach, 0),
						(relais_period)stmt_int(c->reach, 1) } };
	stmt_reset(c->reach);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

/* The finest length with figures is the indicator's own. */
relais_status catalogue_reach(catalogue *c, item *i, reach *out, relais_error *err)
{
	const item *source = catalogue_source(c, i);
	relais_status rc = RELAIS_OK;

	if (!i->reach_known) {
		i->reach = (reach){ 0 };
		for (int length = LENGTH_MONTH; source && rc == RELAIS_OK &&
						length <= LENGTH_YEAR && !i->reach.span.from;
			length++)
			rc = reach_at(c, source, (period_length)length, &i->reach, err);
		i->reach_known = rc == RELAIS_OK;
	}
	*out = i->reach;
	return rc;
}

static const item *item_of(const catalogue *c, const term *t)
{
	return t->is_register ? NULL : catalogue_item(c, t->code, t->length);
}

/* Every term that must be there has figures; registers hold none. */
static bool formula_has_data(const catalogue *c, const char *formula, int depth)
{
	term t;
	bool any = false;

	while (formula && formula_next(&formula, &t)) {
		const item *i = item_of(c, &t);

		if (t.is_optional)
			continue;
		if (!i || depth == DEEPEST)
			return false;
		if (i->about.derived ? !formula_has_data(c, i->about.numerator, depth + 1)
				     : !i->about.has_data)
			return false;
		any = true;
	}
	return any;
}

static relais_status find_data(catalogue *c, relais_error *err)
{
	relais_status rc = RELAIS_OK;

	for (size_t i = 0; rc == RELAIS_OK && i < c->count; i++)
		if (!c->items[i].about.derived)
			rc = catalogue_has(c, &c->items[i], 0, PERIOD_LAST,
				&c->items[i].about.has_data, err);
	for (size_t i = 0; rc == RELAIS_OK && i < c->count; i++) {
		indicator *a = &c->items[i].about;

		if (a->derived)
			a->has_data =
				formula_has_data(c, a->numerator, 0) &&
				(!a->denominator || formula_has_data(c, a->denominator, 0));
	}
	return rc;
}

relais_status catalogue_load(
	catalogue *c, relais_store *store, int64_t known, relais_error *err)
{
	stmt *s = NULL;
	relais_status rc;

	*c = (catalogue){ .store = store, .known = known };
	if ((rc = stmt_prepare(&s, store, SQL(indicators), err)) != RELAIS_OK)
		return rc;
	stmt_bind_int(s, ":known", known);
	rc = read_items(c, s, err);
	stmt_free(s);
	if (rc == RELAIS_OK &&
		(rc = stmt_prepare(&c->any, store, SQL(any), err)) == RELAIS_OK &&
		(rc = stmt_prepare(&c->reach, store, SQL(reach), err)) == RELAIS_OK)
		rc = find_data(c, err);
	return rc;
}

void catalogue_free(catalogue *c)
{
	stmt_free(c->any);
	stmt_free(c->reach);
	free(c->items);
	map_free(&c->codes);
	arena_free(&c->memory);
}

static relais_status unknown(const catalogue *c, const char *code, relais_error *err)
{
	relais_lang lang = err ? err->lang : RELAIS_EN;
	suggestions near;
	char text[400];

	suggest_start(&near, code);
	for (size_t i = 0; i < c->count; i++) {
		const indicator *a = &c->items[i].about;

		suggest_offer(&near, a->code, lang == RELAIS_FR ? a->label_fr : a->label_en);
	}
	suggest_print(&near, lang, text, sizeof text);
	if (!*text)
		return fail(err, RELAIS_E_USAGE,
			"unknown indicator '%s': 'rt-observatory indicators' lists those there are",
			code);
	return fail(err, RELAIS_E_USAGE, "unknown indicator '%s'%s", code, text);
}

relais_status catalogue_select(catalogue *c, const char *const *codes, relais_error *err)
{
	for (size_t i = 0; i < c->count && !codes; i++)
		c->items[i].is_asked = c->items[i].about.has_data;
	for (; codes && *codes; codes++) {
		item *i = catalogue_item(c, *codes, strlen(*codes));

		if (!i)
			return unknown(c, *codes, err);
		i->is_asked = i->is_named = true;
	}
	return RELAIS_OK;
}
