/* SPDX-License-Identifier: MIT
 * The profiles of share/profiles, built into the library. A new one is a file there and a line
 * here.
 */
#include <string.h>

#include "profile_inside.h"

#define EACH(one)                                                                              \
	one(datatourisme, "datatourisme") one(eurostat, "eurostat") one(grille, "grille")      \
		one(insee, "insee") one(musees, "musees") one(us_dates, "us-dates")

#define DECLARE(symbol, name) extern const unsigned char relais_profile_##symbol[];
#define NAME(symbol, name)    name,
#define TEXT(symbol, name)    (const char *)relais_profile_##symbol,

EACH(DECLARE)

static const char *const names[] = { EACH(NAME) NULL };

const char *const *profile_names(void)
{
	return names;
}

const char *profile_built_in(const char *name)
{
	const char *const texts[] = { EACH(TEXT) NULL };

	for (size_t i = 0; names[i]; i++)
		if (!strcmp(names[i], name))
			return texts[i];
	return NULL;
}
