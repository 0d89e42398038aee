/* SPDX-License-Identifier: MIT
 * The names of keys, in the order of the enumeration.
 */
#include "group_key.h"

#include <relais.h>

#include <stdio.h>
#include <string.h>

static const char *const keys[] = { "office", "territory", "epci", "departement", "region",
	"zone", "category", "legal_form", "size", "month", "quarter", "semester", "year",
	NULL };

const char *const *relais_keys(void)
{
	return keys;
}

group_key key_named(const char *name)
{
	int key = 0;

	while (keys[key] && strcmp(keys[key], name) != 0)
		key++;
	return (group_key)key;
}

bool keys_are_said(const char *value, int most)
{
	bool is_known[KEY_NONE] = { false }, is_right = true;

	for (int found = 0; is_right && value; found++) {
		size_t length = strcspn(value, ",");
		char word[32];
		group_key key;

		snprintf(word, sizeof word, "%.*s", (int)(length < 32 ? length : 0), value);
		key = key_named(word);
		is_right = found < most && key != KEY_NONE && key != KEY_OFFICE &&
			   !key_is_time(key) && !is_known[key];
		if (is_right)
			is_known[key] = true;
		value = value[length] ? value + length + 1 : NULL;
	}
	return is_right;
}
