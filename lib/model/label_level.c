/* SPDX-License-Identifier: MIT
 * Levels of a label as people write them: "catégorie I", "moteur, mental". In the table each is its
 * code and its other spellings, = between, and the levels have | between.
 */
#include "label.h"

#include <string.h>

enum { WORD_SIZE = 64 };

/* The next word of a list with one of `marks` between, blanks at its ends cut; false: no more. */
static bool next_word(const char **list, const char *marks, char out[WORD_SIZE])
{
	while (*list && **list) {
		size_t length = strcspn(*list, marks), trimmed;
		const char *word = text_trim(*list, length, &trimmed);

		*list += length + ((*list)[length] != '\0');
		if (trimmed == 0 || trimmed >= WORD_SIZE)
			continue;
		memcpy(out, word, trimmed);
		out[trimmed] = '\0';
		return true;
	}
	return false;
}

/* Place of a word among the levels of a law; -1: it is none. */
static int level_at(const label_law *law, const char *word)
{
	const char *levels = law->levels;
	char level[WORD_SIZE * 4];

	for (int i = 0; *levels && i < LABEL_LEVELS; i++) {
		size_t length = strcspn(levels, "|");
		const char *spellings = level;
		char one[WORD_SIZE];

		if (length >= sizeof level)
			return -1;
		memcpy(level, levels, length);
		level[length] = '\0';
		while (next_word(&spellings, "=", one))
			if (text_same(one, word))
				return i;
		levels += length + (levels[length] != '\0');
	}
	return -1;
}

static void add_level(const label_law *law, int at, const char *between, text *out)
{
	const char *levels = law->levels;

	for (; at > 0; at--)
		levels += strcspn(levels, "|") + 1;
	if (*text_str(out))
		text_add(out, between);
	text_add_bytes(out, levels, strcspn(levels, "=|"));
}

bool label_levels(const label_law *law, const char *spelled, text *out)
{
	bool named[LABEL_LEVELS] = { false };
	char word[WORD_SIZE];
	int count = 0, at;

	text_clear(out);
	if (!*law->levels) {
		text_add(out, spelled);
		return true;
	}
	/* one level may be of several words; several have a mark between, or are of one word each */
	if ((at = level_at(law, spelled)) >= 0)
		named[at] = true;
	else if (law->least <= 1)
		return false;
	else
		while (next_word(&spelled, strpbrk(spelled, ",;/+") ? ",;/+" : " ", word)) {
			if ((at = level_at(law, word)) < 0)
				return false;
			named[at] = true;
		}
	for (int i = 0; i < LABEL_LEVELS; i++)
		if (named[i]) {
			add_level(law, i, " ", out);
			count++;
		}
	return count >= law->least;
}

void label_levels_list(const label_law *law, text *out)
{
	const char *levels = law->levels;

	for (int i = 0; *levels && i < LABEL_LEVELS; i++) {
		add_level(law, i, ", ", out);
		levels += strcspn(levels, "|");
		levels += *levels != '\0';
	}
}

bool label_level_known(const label_laws *laws, const char *scheme, const char *spelled)
{
	for (size_t i = 0; i < laws->count; i++)
		if (!strcmp(laws->all[i].scheme, scheme) &&
			level_at(&laws->all[i], spelled) >= 0)
			return true;
	return false;
}
