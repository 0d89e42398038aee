/* SPDX-License-Identifier: MIT
 * The ways a person would try on a file that is not understood as it stands: the period that its name
 * says, a profile of the folder, a built-in one. Names that are not registered are taken meanwhile:
 * they are no fault of the way.
 */
#include <string.h>

#include "../../base/error.h"
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

/* Is it better than what is known? Then it is known. */
static relais_status try_way(relais_store *store, planned *item, const way *how,
	const relais_import_options *options, relais_error *err)
{
	sight seen = { .is_table = false };
	relais_status rc = plan_look(store, item->path, how, false, options, &seen, err);

	if (rc == RELAIS_OK && is_good(&seen) && taken(&seen) > taken(&item->seen)) {
		sight_clear(&item->seen);
		item->seen = seen;
		item->way = *how;
		return rc;
	}
	sight_clear(&seen);
	return rc;
}

static relais_status try_profiles(relais_store *store, planned *item,
	const char *const *profiles, const relais_import_options *options, relais_error *err)
{
	relais_status rc = RELAIS_OK;

	for (; *profiles && rc == RELAIS_OK && !item->seen.is_table; profiles++)
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

/* The profiles of a folder are for its files, the built-in ones for what they know of: a row that is
 * rejected there is of another source. */
relais_status plan_choose(relais_store *store, planned *item, const char *const *own,
	const relais_import_options *options, relais_error *err)
{
	relais_import_options lenient = *options;
	relais_status rc;

	lenient.create_offices = lenient.create_territories = true;
	item->way = (way){ .period = 0 };
	rc = plan_look(store, item->path, &item->way, false, &lenient, &item->seen, err);
	if (rc != RELAIS_OK || item->seen.is_table)
		return rc;
	rc = try_name(store, item, &lenient, err);
	lenient.create_indicators = true;
	if (rc == RELAIS_OK && !options->profile)
		rc = try_profiles(store, item, own, &lenient, err);
	if (rc == RELAIS_OK && !options->profile)
		rc = try_profiles(store, item, profile_names(), &lenient, err);
	return rc;
}
