/* SPDX-License-Identifier: MIT
 * Who counts with whom.
 */
#include "perimeter.h"

#include <stdlib.h>

#include "../../base/error.h"
#include "splits.h"

static relais_status make_room(perimeter *p, const roster *r, relais_error *err)
{
	*p = (perimeter){ 0 };
	p->unit_of = calloc(r->count + 1, sizeof *p->unit_of);
	p->root = calloc(r->count + 1, sizeof *p->root);
	if (p->unit_of && p->root)
		return RELAIS_OK;
	perimeter_free(p);
	return fail_memory(err);
}

relais_status perimeter_as_they_were(perimeter *p, const roster *r, relais_error *err)
{
	relais_status rc = make_room(p, r, err);

	for (size_t i = 0; rc == RELAIS_OK && i < r->count; i++) {
		bool asked = r->offices[i].is_named && r->offices[i].is_inside;

		asked = asked && r->offices[i].office_of < 0;
		p->unit_of[i] = asked ? (int32_t)p->units : -1;
		if (asked)
			p->root[p->units++] = i;
	}
	for (size_t i = 0; rc == RELAIS_OK && i < r->count; i++)
		if (r->offices[i].office_of >= 0)
			p->unit_of[i] = p->unit_of[r->offices[i].office_of];
	return rc;
}

/* The office that goes on for this one; itself when it did not merge, or in a circle. */
static const office *successor(const roster *r, const office *from, relais_day day)
{
	const office *o = from->office_of >= 0 ? &r->offices[from->office_of] : from, *next;

	for (size_t steps = 0; steps <= r->count; steps++) {
		if (o->closed >= day || !(next = roster_office(r, o->merged_into)))
			return o;
		o = next;
	}
	return from;
}

/* Who asks for what split asks for what it became. */
static void ask_for_parts(const perimeter *p, const roster *r, size_t at, int32_t *is_asked)
{
	for (const split *s = split_of(p->splits, at, NULL); s; s = split_of(p->splits, at, s))
		for (size_t i = 0; i < s->count && s->day <= p->day; i++) {
			int32_t root = p->unit_of[s->parts[i].office];

			if (r->offices[root].is_inside)
				is_asked[root] = 1;
		}
}

/* A unit is asked for when one of its offices is named and its successor lies inside. */
relais_status perimeter_current(
	perimeter *p, const roster *r, relais_day day, relais_error *err)
{
	relais_status rc = make_room(p, r, err);
	int32_t *number_of;

	if (rc != RELAIS_OK)
		return rc;
	if (!(number_of = calloc(r->count + 1, sizeof *number_of))) {
		perimeter_free(p);
		return fail_memory(err);
	}
	p->splits = r->splits;
	p->day = day;
	p->uses_shares = true;
	for (size_t i = 0; i < r->count; i++) {
		const office *root = successor(r, &r->offices[i], day);

		p->unit_of[i] = (int32_t)(root - r->offices);
		if (r->offices[i].is_named && root->is_inside)
			number_of[root - r->offices] = 1;
	}
	for (size_t i = 0; i < r->count; i++)
		if (r->offices[i].is_named)
			ask_for_parts(p, r, i, number_of);
	for (size_t i = 0; i < r->count; i++) {
		if (number_of[i])
			p->root[p->units] = i;
		number_of[i] = number_of[i] ? (int32_t)p->units++ : -1;
	}
	for (size_t i = 0; i < r->count; i++)
		p->unit_of[i] = number_of[p->unit_of[i]];
	free(number_of);
	return RELAIS_OK;
}

void perimeter_free(perimeter *p)
{
	free(p->unit_of);
	free(p->root);
	*p = (perimeter){ 0 };
}
