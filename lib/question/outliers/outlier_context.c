/* SPDX-License-Identifier: MIT
 * What a search knows besides the figures: the bounds of each indicator, which offices are alike,
 * and the figures somebody confirmed.
 */
#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../../base/text.h"
#include "outliers.h"
#include "../sql.h"

static bool read_bound(const stmt *q, int column, number *out)
{
	const char *said = stmt_text(q, column);

	return said && *said && number_from_text(said, out);
}

static relais_status load_bounds(search *s, relais_error *err)
{
	const catalogue *c = &s->study->indicators;
	relais_status rc;
	stmt *q;

	if (!(s->bounds = calloc(c->count + 1, sizeof *s->bounds)))
		return fail_memory(err);
	if ((rc = stmt_prepare(&q, s->study->store, SQL(bounds), err)) != RELAIS_OK)
		return rc;
	stmt_bind_int(q, ":known", s->study->known);
	while ((rc = stmt_step(q, err)) == RELAIS_OK) {
		const char *code = stmt_text(q, 0);
		const item *i = catalogue_item(c, code, strlen(code));
		bounds *b = i ? &s->bounds[i - c->items] : NULL;

		if (!b)
			continue;
		b->has_low = read_bound(q, 1, &b->low);
		b->has_high = read_bound(q, 2, &b->high);
		b->has_usual = read_bound(q, 3, &b->usual);
	}
	stmt_free(q);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

/* ---- strata ------------------------------------------------------------------------------ */

static int natural(const void *a, const void *b)
{
	return text_compare_natural(*(const char *const *)a, *(const char *const *)b);
}

/* The office's attributes, of the keys asked for, one after another. */
static const char *stratum_code(search *s, const office *o, const group_keys *by)
{
	text joined = { 0 };
	const char *all;

	for (size_t k = 0; k < by->count; k++) {
		const char *code = o->attribute[by->key[k]];

		text_addf(&joined, "%s\t", code ? code : "");
	}
	all = joined.failed ? NULL : arena_string(&s->memory, text_str(&joined));
	text_free(&joined);
	return all;
}

/* All offices, also those not asked for: they are what the others are held against. */
static relais_status load_strata(search *s, const group_keys *by, relais_error *err)
{
	const roster *r = &s->study->offices;
	const char **codes = calloc(2 * r->count + 1, sizeof *codes), **own = codes + r->count;
	bool has_memory =
		codes && (s->stratum_of = calloc(r->count + 1, sizeof *s->stratum_of));

	for (size_t o = 0; has_memory && o < r->count; o++) {
		codes[o] = own[o] = stratum_code(s, &r->offices[o], by);
		has_memory = codes[o] != NULL;
	}
	if (!has_memory) {
		free(codes);
		return fail_memory(err);
	}
	qsort(codes, r->count, sizeof *codes, natural);
	for (size_t i = 0; i < r->count; i++)
		if (!s->strata || strcmp(codes[s->strata - 1], codes[i]) != 0)
			codes[s->strata++] = codes[i];
	for (size_t o = 0; o < r->count; o++) {
		const char **at = bsearch(&own[o], codes, s->strata, sizeof *codes, natural);

		s->stratum_of[o] = at ? (int32_t)(at - codes) : -1;
	}
	free(codes);
	return RELAIS_OK;
}

/* ---- confirmed figures --------------------------------------------------------------------- */

static relais_status take_confirmed(
	search *s, const stmt *q, size_t *capacity, relais_error *err)
{
	const char *period = stmt_text(q, 2);
	relais_period p;

	if (!period_read(period, strlen(period), &p))
		return fail(err, RELAIS_E_STORE, "'%s' is the period of a confirmed figure",
			period);
	if (s->confirmed_count == *capacity) {
		size_t more = *capacity ? *capacity * 2 : 64;
		confirmation *grown = realloc(s->confirmed, more * sizeof *grown);

		if (!grown)
			return fail_memory(err);
		s->confirmed = grown;
		*capacity = more;
	}
	s->confirmed[s->confirmed_count] = (confirmation){ .office = stmt_int(q, 0),
		.indicator = stmt_int(q, 1),
		.period = p,
		.value = arena_string(&s->memory, stmt_text(q, 3)),
		.reason = arena_string(&s->memory, stmt_text(q, 4)) };
	s->confirmed_count++;
	return RELAIS_OK;
}

static int by_figure(const void *a, const void *b)
{
	const confirmation *x = a, *y = b;

	if (x->office != y->office)
		return (x->office > y->office) - (x->office < y->office);
	if (x->indicator != y->indicator)
		return (x->indicator > y->indicator) - (x->indicator < y->indicator);
	return (x->period > y->period) - (x->period < y->period);
}

static relais_status load_confirmed(search *s, relais_error *err)
{
	size_t capacity = 0;
	relais_status rc;
	stmt *q;

	if ((rc = stmt_prepare(&q, s->study->store, SQL(confirmed), err)) != RELAIS_OK)
		return rc;
	stmt_bind_int(q, ":known", s->study->known);
	while ((rc = stmt_step(q, err)) == RELAIS_OK)
		if ((rc = take_confirmed(s, q, &capacity, err)) != RELAIS_OK)
			break;
	stmt_free(q);
	if (s->confirmed_count)
		qsort(s->confirmed, s->confirmed_count, sizeof *s->confirmed, by_figure);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

/* What was confirmed is a value: another one is looked at again. */
const confirmation *search_confirmed(
	const search *s, const item *i, size_t who, relais_period p, number value)
{
	const confirmation key = { .office = s->study->offices.offices[who].id,
		.indicator = i->about.id,
		.period = p };
	const confirmation *c = s->confirmed_count
					? bsearch(&key, s->confirmed, s->confirmed_count,
						  sizeof *s->confirmed, by_figure)
					: NULL;
	number n;

	return c && c->value && number_from_text(c->value, &n) && number_order(n, value) == 0
		       ? c
		       : NULL;
}

relais_status search_prepare(search *s, const group_keys *by, relais_error *err)
{
	relais_status rc = load_bounds(s, err);

	if (rc == RELAIS_OK)
		rc = load_strata(s, by, err);
	return rc == RELAIS_OK ? load_confirmed(s, err) : rc;
}

void search_release(search *s)
{
	free(s->bounds);
	free(s->stratum_of);
	free(s->confirmed);
	arena_free(&s->memory);
	frame_free(&s->figures);
	frame_free(&s->weights);
	free(s->periods);
	free(s->totals);
	free(s->room);
	free(s->cells);
	free(s->gone);
	free(s->found);
	study_close(s->study);
	free(s);
}
