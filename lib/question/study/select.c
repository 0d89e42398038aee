/* SPDX-License-Identifier: MIT
 * Which offices a question is about. A territory is any code an office carries (its own, its
 * EPCI, département, région, zone) or anything those lie inside, however deep.
 */
#include <string.h>

#include "../../base/error.h"
#include "../../base/suggest.h"
#include "roster.h"

static relais_status unknown_office(const roster *r, const char *code, relais_error *err)
{
	suggestions near;
	char text[400];

	suggest_start(&near, code);
	for (size_t i = 0; i < r->count; i++)
		suggest_offer(&near, r->offices[i].code, r->offices[i].name);
	suggest_print(&near, err ? err->lang : RELAIS_EN, text, sizeof text);
	if (!*text)
		return fail(err, RELAIS_E_USAGE,
			"unknown office '%s': 'rt-import --export offices' lists those there are",
			code);
	return fail(err, RELAIS_E_USAGE, "unknown office '%s'%s", code, text);
}

static relais_status unknown_territory(const roster *r, const char *code, relais_error *err)
{
	suggestions near;
	char text[400];

	suggest_start(&near, code);
	for (size_t i = 0; i < r->territory_count; i++)
		suggest_offer(&near, r->territories[i].code, r->territories[i].name);
	for (size_t i = 0; i < r->count; i++)
		for (int key = KEY_TERRITORY; key <= KEY_ZONE; key++)
			if (r->offices[i].attribute[key])
				suggest_offer(&near, r->offices[i].attribute[key], NULL);
	suggest_print(&near, err ? err->lang : RELAIS_EN, text, sizeof text);
	if (!*text)
		return fail(err, RELAIS_E_USAGE,
			"unknown territory '%s': 'rt-import --export territories' lists those there are",
			code);
	return fail(err, RELAIS_E_USAGE, "unknown territory '%s'%s", code, text);
}

static bool contains(const char *const *list, const char *code)
{
	for (; *list; list++)
		if (strcmp(*list, code) == 0)
			return true;
	return false;
}

/* Is a territory in the list, or inside one that is? More steps than there are territories
 * is a circle. */
static bool lies_inside(const roster *r, const char *code, const char *const *list)
{
	int64_t i;

	for (size_t steps = 0; code && steps <= r->territory_count; steps++) {
		if (contains(list, code))
			return true;
		if (!map_get(&r->territory_codes, code, strlen(code), &i))
			return false;
		code = r->territories[i].parent;
	}
	return false;
}

static bool office_inside(const roster *r, const office *o, const char *const *list)
{
	for (int key = KEY_TERRITORY; key <= KEY_ZONE; key++)
		if (lies_inside(r, o->attribute[key], list))
			return true;
	return false;
}

/* A code that is no territory's may still be one that offices carry, or a parent said only
 * by its children. */
static bool territory_exists(const roster *r, const char *code)
{
	int64_t i;

	if (map_get(&r->territory_codes, code, strlen(code), &i))
		return true;
	for (size_t t = 0; t < r->territory_count; t++)
		if (r->territories[t].parent && strcmp(r->territories[t].parent, code) == 0)
			return true;
	for (size_t o = 0; o < r->count; o++)
		for (int key = KEY_TERRITORY; key <= KEY_ZONE; key++)
			if (r->offices[o].attribute[key] &&
				strcmp(r->offices[o].attribute[key], code) == 0)
				return true;
	return false;
}

/* Bureaux go with their office, in the order of their codes. A bureau of a bureau is an office: the
 * register refuses it. */
static void attach_bureaux(roster *r, const relais_question *q)
{
	for (size_t i = r->count; i-- > 0;) {
		office *o = &r->offices[i];
		const office *of = roster_office(r, o->bureau_of);
		office *parent = of ? &r->offices[of - r->offices] : NULL;

		if (!parent || parent == o || parent->bureau_of ||
			(q->offices && o->is_named && !parent->is_named))
			continue;
		o->office_of = parent - r->offices;
		o->next_bureau = parent->first_bureau;
		parent->first_bureau = (ptrdiff_t)i;
		o->is_named = parent->is_named;
		o->is_inside = parent->is_inside;
	}
}

relais_status roster_select(roster *r, const relais_question *q, relais_error *err)
{
	bool any_member = false;

	for (const char *const *code = q->offices; code && *code; code++)
		if (!roster_office(r, *code))
			return unknown_office(r, *code, err);
	for (const char *const *code = q->territories; code && *code; code++)
		if (!territory_exists(r, *code))
			return unknown_territory(r, *code, err);
	for (size_t i = 0; i < r->count; i++) {
		office *o = &r->offices[i];

		o->is_named = !q->offices || contains(q->offices, o->code);
		o->is_inside = !q->territories || office_inside(r, o, q->territories);
		o->is_inside = o->is_inside && (!q->members_only || o->is_member);
		any_member = any_member || o->is_member;
	}
	if (q->members_only && !any_member)
		return fail(err, RELAIS_E_DATA,
			"no office is said to be a member of the relais: import the register with its column 'member'");
	attach_bureaux(r, q);
	return RELAIS_OK;
}
