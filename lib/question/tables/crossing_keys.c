/* SPDX-License-Identifier: MIT
 * Which keys a list of words means.
 */
#include <stdio.h>
#include <string.h>

#include "../../base/error.h"
#include "../../base/suggest.h"
#include "../../base/words.h"
#include "crossing.h"

static relais_status unknown(const char *word, relais_lang lang, relais_error *err)
{
	suggestions near;
	char candidates[400];

	suggest_start(&near, word);
	for (const char *const *known = relais_keys(); *known; known++)
		suggest_offer(&near, *known, NULL);
	suggest_print(&near, lang, candidates, sizeof candidates);
	return fail(err, RELAIS_E_USAGE, "cannot group by '%s'%s", word, candidates);
}

bool group_keys_have_time(const group_keys *keys)
{
	for (size_t i = 0; i < keys->count; i++)
		if (key_is_time(keys->key[i]))
			return true;
	return false;
}

static relais_status add(
	group_keys *keys, const char *word, relais_lang lang, relais_error *err)
{
	group_key key = key_named(word);

	if (key == KEY_NONE)
		return unknown(word, lang, err);
	for (size_t i = 0; i < keys->count; i++)
		if (keys->key[i] == key)
			return fail(err, RELAIS_E_USAGE, "'%s' is asked for twice", word);
	if (key_is_time(key) && group_keys_have_time(keys))
		return fail(err, RELAIS_E_USAGE,
			"'%s' is a second length of time: only one makes groups", word);
	if (keys->count == MOST_KEYS)
		return fail(err, RELAIS_E_USAGE, "'%s' is one key too many: %d at most", word,
			MOST_KEYS);
	keys->key[keys->count++] = key;
	return RELAIS_OK;
}

relais_status group_keys_read(
	group_keys *keys, const char *by, relais_lang lang, relais_error *err)
{
	relais_status rc = RELAIS_OK;
	bool is_last = !by;

	while (rc == RELAIS_OK && !is_last) {
		size_t length = strcspn(by, ",");
		char word[64];

		snprintf(word, sizeof word, "%.*s",
			(int)(length < sizeof word ? length : sizeof word - 1), by);
		rc = add(keys, word, lang, err);
		is_last = by[length] == '\0';
		by += length + 1;
	}
	return rc;
}

size_t group_columns(
	const group_keys *keys, const relais_column *from, size_t count, relais_column *out)
{
	static const relais_column further[] = { { "group2", N_("Group 2"), RELAIS_CODE },
		{ "group3", N_("Group 3"), RELAIS_CODE } };
	size_t made = 0;

	for (size_t i = 0; i < count; i++) {
		out[made++] = from[i];
		for (size_t key = 1; i == 1 && key < keys->count; key++)
			out[made++] = further[key - 1];
	}
	return made;
}
