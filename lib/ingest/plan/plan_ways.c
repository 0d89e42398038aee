/* SPDX-License-Identifier: MIT
 * The ways a person would try on a file that is not understood as it stands: the period that its name
 * says, a profile of the folder, a built-in one. Names that are not registered are taken meanwhile:
 * they are no fault of the way.
 */
#include <string.h>

#include "../profile/profile.h"
#include "plan.h"

static uint64_t taken(const sight *seen)
{
	return seen->is_table ? 1 + seen->read - seen->rejected : 0;
}

static bool is_good(const sight *seen)
{
	return seen->is_table && seen->rejected * 2 <= seen->read;
}

/* Of registers, more columns go before more rows: any table with a code and a name is one of something. */
static bool is_better(const sight *seen, const sight *than)
{
	return is_good(seen) && taken(seen) > taken(than) &&
	       (!than->is_table || !strcmp(than->kind, "observations") ||
		       seen->columns >= than->columns);
}

/* Is it better than what is known? Then it is known. */
static relais_status try_way(relais_store *store, planned *item, const way *how,
	const relais_import_options *options, relais_error *err)
{
	sight seen = { .is_table = false };
	relais_status rc = plan_look(store, item->path, how, false, options, &seen, err);

	if (rc == RELAIS_OK && is_better(&seen, &item->seen)) {
		sight_clear(&item->seen);
		item->seen = seen;
		item->way = *how;
		return rc;
	}
	sight_clear(&seen);
	return rc;
}

/* What says nothing of a source fits whatever comes. */
static bool is_of_a_source(const char *name)
{
	return strcmp(name, "grille") != 0 && strcmp(name, "us_dates") != 0;
}

static relais_status try_profiles(relais_store *store, planned *item,
	const char *const *profiles, const relais_import_options *options, relais_error *err)
{
	relais_status rc = RELAIS_OK;

	for (; *profiles && rc == RELAIS_OK && !is_good(&item->seen); profiles++)
		if (is_of_a_source(*profiles))
			rc = try_way(store, item, &(way){ .profile = *profiles }, options, err);
	return rc;
}

/* What the file's name says, one thing, the other, both. */
static relais_status try_name(relais_store *store, planned *item,
	const relais_import_options *options, relais_error *err)
{
	way named = { .period = options->period.from ? 0 : plan_period_of(item->path) };
	relais_status rc = options->office ? RELAIS_OK
					   : plan_office_of(store, item->path, named.office,
						     sizeof named.office, err);

	for (int both = 1; both <= 3 && rc == RELAIS_OK && !item->seen.is_table; both++) {
		way how = named;

		if (!(both & 1))
			how.period = 0;
		if (!(both & 2))
			how.office[0] = '\0';
		if (how.period || how.office[0])
			rc = try_way(store, item, &how, options, err);
	}
	return rc;
}

/* Rows that are rejected for what they refer to are another matter than figures that make no sense. */
static bool is_settled(const sight *seen)
{
	return is_good(seen) || (seen->is_table && seen->rejected < seen->read &&
					strcmp(seen->kind, "observations") != 0);
}

relais_status plan_choose(relais_store *store, planned *item, const char *const *own,
	const relais_import_options *options, relais_error *err)
{
	relais_import_options lenient = *options;
	relais_status rc;

	lenient.create_offices = lenient.create_territories = true;
	item->way = (way){ .period = 0 };
	rc = plan_look(store, item->path, &item->way, false, &lenient, &item->seen, err);
	if (rc != RELAIS_OK || is_settled(&item->seen) || item->seen.is_ambiguous)
		return rc;
	if (!item->seen.is_table)
		rc = try_name(store, item, &lenient, err);
	lenient.create_indicators = true;
	if (rc != RELAIS_OK || is_settled(&item->seen) || options->profile)
		return rc;
	rc = try_profiles(store, item, own, &lenient, err);
	return rc == RELAIS_OK ? try_profiles(store, item, profile_names(), &lenient, err) : rc;
}
