/* SPDX-License-Identifier: MIT
 * What makes groups: where offices are and what they are, and lengths of time.
 */
#ifndef MODEL_GROUP_KEY_H
#define MODEL_GROUP_KEY_H

#include <stdbool.h>

/* What --by groups on: attributes of an office, then lengths of time. */
typedef enum group_key {
	KEY_OFFICE,
	KEY_TERRITORY,
	KEY_EPCI,
	KEY_DEPARTEMENT,
	KEY_REGION,
	KEY_ZONE,
	KEY_CATEGORY,
	KEY_LEGAL_FORM,
	KEY_STAFF, /* "size" */
	KEY_MONTH,
	KEY_QUARTER,
	KEY_SEMESTER,
	KEY_YEAR,
	KEY_NONE
} group_key;

enum { ATTRIBUTES = KEY_STAFF + 1, MOST_KEYS_PUBLISHED = 3 };

/* Position of a key's name, KEY_NONE when there is none. */
group_key key_named(const char *name);
static inline bool key_is_time(group_key key)
{
	return key >= KEY_MONTH && key <= KEY_YEAR;
}

/* Is it a list of names, comma between them, of what offices are or where: no time, none twice, no
 * more than `most`? */
bool keys_are_said(const char *value, int most);

#endif
