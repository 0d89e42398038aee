/* SPDX-License-Identifier: MIT
 * C1.5 (circulaire of 1 February 2017): categories II and III are kept until their term whatever
 * happens to the office; when the perimeter of a category I grows, there are four months to ask that
 * it be kept, and the silence of the préfecture for two is acceptance.
 */
#include "inside.h"

#include "../../base/date.h"
#include "../../base/error.h"
#include "../../store/store.h"
#include "../sql.h"

/* The classement of category I that an office had the day before; by the register when no decision of
 * its is known. */
static bool had_first_category(
	const labels *l, const char *code, relais_day day, const label **which)
{
	const office *o = roster_office(&l->offices, code);

	*which = labels_valid(l, code, "classement", "I", day - 1);
	if (*which)
		return true;
	for (size_t i = 0; i < l->count; i++)
		if (label_is_of(&l->all[i], "classement") && !strcmp(l->all[i].office, code) &&
			!l->all[i].is_request && l->all[i].decided != RELAIS_NO_DAY)
			return false;
	return o && o->attribute[KEY_CATEGORY] && !strcmp(o->attribute[KEY_CATEGORY], "I");
}

static bool is_since(const labels *l, relais_day said, relais_day day)
{
	return said != RELAIS_NO_DAY && said >= day && said <= l->day;
}

/* Has who goes on filed, or got, a classement since? *filed: the day of a file that is not decided. */
static bool is_asked_for(const labels *l, const char *heir, relais_day day, relais_day *filed)
{
	bool any = false;

	*filed = RELAIS_NO_DAY;
	for (size_t i = 0; i < l->count; i++) {
		const label *one = &l->all[i];

		if (!label_is_of(one, "classement") ||
			(strcmp(one->office, heir) != 0 && strcmp(one->carrier, heir) != 0))
			continue;
		if (is_since(l, one->decided, day)) {
			*filed = RELAIS_NO_DAY;
			return true;
		}
		if (is_since(l, one->filed, day))
			*filed = one->filed;
		any = any || is_since(l, one->filed, day) || is_since(l, one->complete, day);
	}
	return any;
}

/* What it is about: the classement that `heir` carries now. */
static label *carried(labels *l, const char *heir)
{
	for (size_t i = l->count; i-- > 0;)
		if (label_is_of(&l->all[i], "classement") && label_is_current(&l->all[i]) &&
			!strcmp(l->all[i].carrier, heir))
			return &l->all[i];
	return NULL;
}

/* The law counts from the deliberation; of a merger that is only supposed, its day is said. */
static relais_day counted_from(const labels *l, const char *office_code, relais_day day)
{
	for (size_t i = 1; l->supposed && l->supposed->offices[i]; i++)
		if (!strcmp(l->supposed->offices[i], office_code))
			return l->supposed->decided;
	return day;
}

static relais_status add_merger(labels *l, const char *office_code, const char *becomes,
	relais_day day, relais_error *err)
{
	const char *into = *becomes ? becomes : office_code;
	const office *heir = labels_heir(l, into, l->day);
	const label *first = NULL;
	deadline d = { .day = day_add_months(counted_from(l, office_code, day), MERGER_MONTHS),
		.holder = "",
		.scheme = "classement",
		.level = "I",
		.what = "maintien" };
	relais_day filed;
	relais_status rc;
	label *now;

	if (day > l->day || !heir || d.day == RELAIS_NO_DAY ||
		(!had_first_category(l, office_code, day, &first) &&
			!had_first_category(l, into, day, &first)))
		return RELAIS_OK;
	if (first && first->end < l->day)
		return RELAIS_OK; /* its term is over anyway */
	d.office = heir->code;
	d.name = heir->name ? heir->name : heir->code;
	d.of = now = carried(l, heir->code);
	d.is_met = is_asked_for(l, heir->code, day, &filed);
	if (now && !d.is_met)
		now->kept_by = d.day;
	rc = labels_add_deadline(l, &d, err);
	if (rc != RELAIS_OK || filed == RELAIS_NO_DAY)
		return rc;
	d.what = "acceptation";
	d.day = day_add_months(filed, SILENCE_MONTHS);
	d.is_met = d.day < l->day;
	return labels_add_deadline(l, &d, err);
}

/* A register that says who goes on, without an event, says it too. */
static relais_status add_registered(labels *l, const map *told, relais_error *err)
{
	relais_status rc = RELAIS_OK;

	for (size_t i = 0; rc == RELAIS_OK && i < l->offices.count; i++) {
		const office *o = &l->offices.offices[i];
		int64_t unused;

		if (o->merged_into && o->closed < l->day && !o->bureau_of &&
			!map_get(told, o->code, strlen(o->code), &unused))
			rc = add_merger(l, o->code, o->merged_into, o->closed + 1, err);
	}
	return rc;
}

static relais_status add_events(labels *l, stmt *q, map *told, relais_error *err)
{
	relais_status rc;

	stmt_bind_int(q, ":known", l->known);
	while ((rc = stmt_step(q, err)) == RELAIS_OK) {
		bool is_merger = strcmp(stmt_text(q, 0), "extension_perimetre") != 0;
		const char *grown = stmt_text(q, 1), *iso = stmt_text(q, 3);
		relais_day day;

		if (is_merger && !map_put(told, grown, strlen(grown), 1))
			return fail_memory(err);
		if (day_read(iso, strlen(iso), &day) &&
			(rc = add_merger(l, grown, is_merger ? stmt_text(q, 2) : "", day,
				 err)) != RELAIS_OK)
			return rc;
	}
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

relais_status labels_find_mergers(labels *l, relais_error *err)
{
	map told = { 0 };
	stmt *q;
	relais_status rc = stmt_prepare(&q, l->store, SQL(merged), err);

	if (rc != RELAIS_OK)
		return rc;
	rc = add_events(l, q, &told, err);
	if (rc == RELAIS_OK)
		rc = add_registered(l, &told, err);
	stmt_free(q);
	map_free(&told);
	return rc;
}
