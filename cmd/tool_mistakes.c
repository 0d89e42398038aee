/* SPDX-License-Identifier: MIT
 * What to say of a word on the command line that means nothing: the word, and the ones that
 * look like it.
 */
#include <stdlib.h>
#include <string.h>

#include "tool.h"

enum { NAME_SIZE = 40 };

/* Names with their dashes, so that what is suggested can be typed. */
static void hint_option(const struct session *s, const struct option_set *set,
	const char *written, char out[256])
{
	char names[TOOL_OPTIONS_MAX][NAME_SIZE];
	const char *known[TOOL_OPTIONS_MAX + 1];

	for (size_t i = 0; i < set->count; i++) {
		snprintf(names[i], sizeof names[i], "--%s", set->rows[i]->name);
		known[i] = names[i];
	}
	known[set->count] = NULL;
	relais_suggest(written, known, s->lang, out, 256);
}

/* How many long options start as `written` (without its dashes) does. */
static int meant(const struct option_set *set, const char *written, const char **first)
{
	int count = 0;

	for (size_t i = 0; i < set->count; i++)
		if (strncmp(set->rows[i]->name, written, strlen(written)) == 0 && !count++)
			*first = set->rows[i]->name;
	return count;
}

static bool verb_takes(const struct verb *verb, const char *name, int letter)
{
	struct option_set set;
	bool found = false;

	if (!option_set_of_verb(&set, verb))
		return false;
	for (size_t i = 0; i < set.count && !found; i++)
		found = letter ? set.rows[i]->letter == letter
			       : strcmp(set.rows[i]->name, name) == 0;
	option_set_free(&set);
	return found;
}

/* The other verbs of the tool that take an option, "list, late", or "". */
static void takers(const struct session *s, const char *name, int letter, char out[160])
{
	size_t used = 0;

	out[0] = '\0';
	for (const struct verb *const *verb = s->tool->verbs; *verb && used < 160; verb++)
		if (*verb != s->verb && verb_takes(*verb, name, letter))
			used += (size_t)snprintf(out + used, 160 - used, "%s%s",
				used ? ", " : "", (*verb)->name);
}

relais_status tool_unknown_option(
	struct session *s, const struct option_set *set, const char *written, int code)
{
	const struct tool_option *row = option_set_row(set, code);
	char option[64], hint[256] = "";
	char others[160];
	const char *name, *first = "";

	if (row)
		return tool_misuse(s, "option '--%s' takes no value", row->name);
	if (code)
		snprintf(option, sizeof option, "-%c", code);
	else
		snprintf(option, sizeof option, "%.*s", (int)strcspn(written, "="), written);
	name = option + (code ? 1 : 2);
	if (!code && meant(set, name, &first) > 1)
		return tool_misuse(s, "option '%s' is short for several: '--%s' and others",
			option, first);
	takers(s, name, code, others);
	if (strcmp(option, others) == 0)
		return tool_misuse(s, "either '%s' or '%s', not both", s->verb->name, option);
	if (*others)
		return tool_misuse(s, "'%s' does not take option '%s'; it goes with %s",
			s->verb->name, option, others);
	if (!code)
		hint_option(s, set, option, hint);
	return tool_misuse(s, "unknown option '%s'%s", option, hint);
}

/* "2024-08" where a verb could stand. */
static bool is_period(const struct session *s, const char *word)
{
	relais_span span;

	return relais_span_parse(word, s->today, &span, NULL) == RELAIS_OK;
}

relais_status tool_stray_word(struct session *s, const char *word)
{
	if (is_period(s, word))
		return tool_misuse(
			s, "'%s' is one argument too many: a period goes with -p", word);
	return tool_misuse(s, "'%s' is one argument too many", word);
}

relais_status tool_unknown_verb(struct session *s, const char *word)
{
	const char *known[32];
	char hint[256], all[512] = "";
	size_t count = 0, used = 0;

	if (is_period(s, word))
		return tool_misuse(s, "'%s' is no verb: a period goes with -p", word);

	for (const struct verb *const *verb = s->tool->verbs; *verb && count < 31; verb++)
		if (!verb_is_option(*verb))
			known[count++] = (*verb)->name;
	known[count] = NULL;
	relais_suggest(word, known, s->lang, hint, sizeof hint);
	if (*hint)
		return tool_misuse(s, "unknown verb '%s'%s", word, hint);
	for (size_t i = 0; i < count && used < sizeof all; i++)
		used += (size_t)snprintf(
			all + used, sizeof all - used, "%s%s", used ? ", " : "", known[i]);
	return tool_misuse(s, "unknown verb '%s': there are %s", word, all);
}
