/* SPDX-License-Identifier: MIT
 * Labels and offices: who has one today, who has none. A classement outlives the office that merged
 * and is carried by who goes on (C1.5); other marks are of the house that got them.
 */
#include "inside.h"

#include "../../base/error.h"

static ptrdiff_t position(const labels *l, const office *o)
{
	return o ? o - l->offices.offices : -1;
}

/* Has the office a classement of its own? */
static bool is_classified(const labels *l, const char *code)
{
	for (size_t i = 0; i < l->count; i++)
		if (label_is_of(&l->all[i], "classement") && label_is_current(&l->all[i]) &&
			(!strcmp(l->all[i].office, code) || !strcmp(l->all[i].carrier, code)))
			return true;
	return false;
}

static void carry(labels *l, label *one)
{
	const office *own = roster_office(&l->offices, one->office);
	const office *heir = labels_heir(l, one->office, l->day);

	one->at = position(l, own);
	one->carrier = one->office;
	if (own && own->name)
		one->name = own->name;
	if (!own || own->closed >= l->day)
		return;
	if (!label_is_of(one, "classement") || heir == own || is_classified(l, heir->code)) {
		one->state = LABEL_REPLACED;
		return;
	}
	one->at = position(l, heir);
	one->carrier = heir->code;
	one->name = heir->name ? heir->name : heir->code;
}

void labels_carry(labels *l)
{
	for (size_t i = 0; i < l->count; i++) {
		label *one = &l->all[i];
		const office *cover = labels_heir(l, one->covered_by, l->day);
		const char *name = roster_territory_name(&l->offices, one->holder);

		one->at = -1;
		if (*one->office)
			carry(l, one);
		else if (name)
			one->name = name;
		else if (!*one->name)
			one->name = one->holder;
		if (cover) {
			one->covered_by = cover->code;
			one->at = position(l, cover);
		}
	}
}

/* What the register calls its category, and no decision known: nobody can tell until when. */
static relais_status add_office(labels *l, const office *o, relais_error *err)
{
	const char *category = o->attribute[KEY_CATEGORY];
	label one = { .office = o->code,
		.holder = "",
		.name = o->name ? o->name : o->code,
		.scheme = "classement",
		.level = category ? category : "",
		.grid = "",
		.basis = "",
		.reason = "",
		.reference = "",
		.covered_by = "",
		.carrier = o->code,
		.endangers = "",
		.next = "",
		.decided = RELAIS_NO_DAY,
		.complete = RELAIS_NO_DAY,
		.filed = RELAIS_NO_DAY,
		.withdrawn = RELAIS_NO_DAY,
		.injunction = RELAIS_NO_DAY,
		.said_until = RELAIS_NO_DAY,
		.filed_complete = RELAIS_NO_DAY,
		.nominal = RELAIS_NO_DAY,
		.end = RELAIS_NO_DAY,
		.kept_by = RELAIS_NO_DAY,
		.next_on = RELAIS_NO_DAY,
		.law = label_law_of(&l->laws, "classement", l->day, RELAIS_NO_DAY, NULL),
		.at = position(l, o),
		.state = category ? LABEL_UNKNOWN : LABEL_NONE };

	return labels_add(l, &one, err);
}

/* Only where classements are kept at all: a store without any says nothing of who has none. */
relais_status labels_add_unclassified(labels *l, relais_error *err)
{
	bool any = false;
	relais_status rc = RELAIS_OK;

	for (size_t i = 0; i < l->count; i++)
		any = any || label_is_of(&l->all[i], "classement");
	for (size_t i = 0; any && rc == RELAIS_OK && i < l->offices.count; i++) {
		const office *o = &l->offices.offices[i];

		if (office_is_active(o, l->day, l->day) && !o->bureau_of &&
			!is_classified(l, o->code))
			rc = add_office(l, o, err);
	}
	return rc;
}
