/* SPDX-License-Identifier: MIT
 * The language of messages, from the environment: read here and nowhere else.
 */
#include "tool_locale.h"

#include <stdlib.h>
#include <string.h>

static bool starts_with(const char *value, const char *prefix)
{
	return strncmp(value, prefix, strlen(prefix)) == 0;
}

/* LANGUAGE is a list of languages by preference: the first one we speak. */
static relais_lang preferred(const char *list, relais_lang otherwise)
{
	while (list && *list) {
		if (starts_with(list, "fr"))
			return RELAIS_FR;
		if (starts_with(list, "en"))
			return RELAIS_EN;
		list = strchr(list, ':');
		if (list)
			list++;
	}
	return otherwise;
}

/* As gettext does: LANGUAGE refines the locale, and says nothing under C or POSIX. */
relais_lang tool_locale(void)
{
	static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG", NULL };

	for (const char *const *name = names; *name; name++) {
		const char *value = getenv(*name);

		if (!value || !*value)
			continue;
		if (strcmp(value, "C") == 0 || starts_with(value, "C.") ||
			strcmp(value, "POSIX") == 0)
			return RELAIS_EN;
		return preferred(
			getenv("LANGUAGE"), starts_with(value, "fr") ? RELAIS_FR : RELAIS_EN);
	}
	return RELAIS_EN;
}
