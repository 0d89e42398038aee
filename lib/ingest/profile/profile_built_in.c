/* SPDX-License-Identifier: MIT
 * The profiles of share/profiles, built into the library. A new one is a file there and a line
 * here.
 */
#include <string.h>

#include "profile_inside.h"

#define EACH(one)                                                                              \
	one(apidae) one(arrondissements) one(communes) one(datatourisme) one(departements)     \
		one(dhis2) one(epci) one(eurostat) one(grille) one(insee) one(musees) one(poi) \
			one(regions) one(sdmx) one(tourinsoft) one(us_dates)

#define DECLARE(symbol) extern const unsigned char relais_profile_##symbol[];
#define NAME(symbol)    #symbol,
#define TEXT(symbol)    (const char *)relais_profile_##symbol,

EACH(DECLARE)

static const char *const names[] = { EACH(NAME) NULL };

const char *const *profile_names(void)
{
	return names;
}

/* us-dates is us_dates. */
static bool is_name(const char *a, const char *b)
{
	while (*a && (*a == *b || (*a == '_' && *b == '-'))) {
		a++;
		b++;
	}
	return *a == *b;
}

const char *profile_built_in(const char *name)
{
	const char *const texts[] = { EACH(TEXT) NULL };

	for (size_t i = 0; names[i]; i++)
		if (is_name(names[i], name))
			return texts[i];
	return NULL;
}
