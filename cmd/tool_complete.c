/* SPDX-License-Identifier: MIT
 * What could come next on a command line: `rt-status --complete WORD…`, asked by the shells'
 * completion with the words so far, the last of which is being typed. Answered from the tables
 * that make --help and getopt_long, so that no list of options is kept beside them: a line for
 * each that could be meant, with a tab and its sentence; ":files" or ":folders" leaves it to
 * the shell. Nothing is ever said on stderr, nothing is written, the exit code is 0.
 */
#include <stdlib.h>
#include <string.h>

#include "tool_complete.h"

/* What the words before the last one have settled. */
struct line {
	const struct verb *verb; /* NULL: none yet */
	const struct tool_option *awaits; /* the last one needs a value still */
	int operands;
};

static const struct verb *verb_called(const struct tool *tool, const char *word)
{
	for (const struct verb *const *verb = tool->verbs; *verb; verb++)
		if (strcmp((*verb)->name, word) == 0)
			return *verb;
	return NULL;
}

/* The row of "--name", "--name=…", "-x" or "-x…"; *value: what is given with it, or NULL. */
static const struct tool_option *row_of(
	const struct option_set *set, const char *word, const char **value)
{
	const char *name = word + 2, *equals = strchr(word, '=');
	size_t length = equals ? (size_t)(equals - name) : strlen(name);

	*value = NULL;
	if (word[1] != '-') {
		*value = word[1] && word[2] ? word + 2 : NULL;
		return option_set_row(set, (unsigned char)word[1]);
	}
	*value = equals ? equals + 1 : NULL;
	for (size_t i = 0; i < set->count; i++)
		if (strncmp(set->rows[i]->name, name, length) == 0 &&
			!set->rows[i]->name[length])
			return set->rows[i];
	return NULL;
}

static bool needs_value(const struct tool_option *row)
{
	return row && row->metavar && *row->metavar != '[';
}

static void read_option(
	struct completion *c, const struct option_set *set, struct line *l, const char *word)
{
	const char *value;
	const struct tool_option *row = row_of(set, word, &value);
	char option[40];

	if (!row)
		return;
	snprintf(option, sizeof option, "--%s", row->name);
	if (!l->verb || verb_called(c->tool, option))
		l->verb = verb_called(c->tool, option) ? verb_called(c->tool, option) : l->verb;
	if (needs_value(row) && !value)
		l->awaits = row;
	else if (value && strcmp(row->name, "db") == 0)
		c->db = value;
}

static void read_line(struct completion *c, const struct option_set *set, struct line *l,
	int count, char **words)
{
	bool has_words = tool_has_words(c->tool);

	for (int i = 0; i < count; i++) {
		const struct verb *named = has_words ? verb_called(c->tool, words[i]) : NULL;

		if (l->awaits) {
			if (strcmp(l->awaits->name, "db") == 0)
				c->db = words[i];
			l->awaits = NULL;
		} else if (words[i][0] == '-' && words[i][1]) {
			read_option(c, set, l, words[i]);
		} else if (named && !l->verb) {
			l->verb = named;
		} else {
			l->operands++;
		}
	}
}

static void complete_options(struct completion *c, const struct option_set *set)
{
	char option[40];

	for (size_t i = 0; i < set->count; i++) {
		snprintf(option, sizeof option, "--%s", set->rows[i]->name);
		completion_offer(c, option, relais_words(c->lang, set->rows[i]->help));
	}
}

static void complete_verbs(struct completion *c)
{
	for (const struct verb *const *verb = c->tool->verbs; *verb; verb++)
		if (!verb_is_option(*verb))
			completion_offer(
				c, (*verb)->name, relais_words(c->lang, (*verb)->about));
}

/* The word of the synopsis that stands at a place, the last one for what may be many. */
static void complete_operand(struct completion *c, const struct verb *verb, int at)
{
	char word[32] = "FILE";
	const char *names = verb->operands;

	for (int i = 0; names && *names && i <= at; i++) {
		size_t length = strcspn(names, " ");

		snprintf(word, sizeof word, "%.*s", (int)length, names);
		names += length + (names[length] == ' ');
	}
	if (!verb->operands && verb->needs != NEEDS_READ)
		return;
	completion_values(c, verb, "", word);
}

static void complete_word(struct completion *c, const struct option_set *set,
	const struct line *l, const char *typed)
{
	const char *value = NULL;
	const struct tool_option *row = NULL;

	if (*typed == '-' && typed[1] && (typed[1] != '-' || strchr(typed, '=')))
		row = row_of(set, typed, &value);
	if (row && value && row->metavar) {
		c->lead = (size_t)(value - typed);
		completion_option(c, l->verb, row);
	} else if (*typed == '-' && (typed[1] == '-' || !typed[1])) {
		complete_options(c, set);
	} else if (!l->verb && tool_has_words(c->tool)) {
		complete_verbs(c);
	} else {
		complete_operand(c, l->verb ? l->verb : c->tool->verbs[0], l->operands);
	}
}

int tool_complete(const struct tool *tool, relais_lang lang, int count, char **words)
{
	struct completion c = { .tool = tool,
		.lang = lang,
		.typed = count > 0 ? words[count - 1] : "",
		.db = getenv("RT_DB") };
	struct option_set all, own;
	struct line l = { 0 };

	if (!option_set_of_tool(&all, tool))
		return RELAIS_OK;
	read_line(&c, &all, &l, count - 1, words);
	if (l.awaits)
		completion_option(&c, l.verb, l.awaits);
	else if (!l.verb)
		complete_word(&c, &all, &l, c.typed);
	else if (option_set_of_verb(&own, l.verb)) {
		complete_word(&c, &own, &l, c.typed);
		option_set_free(&own);
	}
	option_set_free(&all);
	return RELAIS_OK;
}
