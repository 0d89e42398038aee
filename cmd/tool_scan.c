/* SPDX-License-Identifier: MIT
 * The first of two readings of the command line: which verb is meant. It knows the options
 * of every verb, so that `-p 2024-08 evolution` finds the verb behind an option's value,
 * and judges nothing: the second reading does, with the verb's own options.
 */
#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tool.h"

struct scan {
	const char *first; /* the first word that is no option */
	int first_at;
	bool help, version;
	bool unsure; /* after an option nobody knows: the next word may be its value */
	const struct verb *by_option;
};

static const struct verb *verb_named(const struct tool *tool, const char *word)
{
	for (const struct verb *const *verb = tool->verbs; *verb; verb++)
		if (strcmp((*verb)->name, word) == 0)
			return *verb;
	return NULL;
}

static void notice(struct session *s, struct scan *scan, const struct tool_option *row)
{
	char option[40];

	if (!row)
		return;
	snprintf(option, sizeof option, "--%s", row->name);
	if (!scan->by_option)
		scan->by_option = verb_named(s->tool, option);
	/* --export --help asks about --export: no kind, file or office is called that. */
	if (strcmp(row->name, "help") == 0 || (optarg && strcmp(optarg, "--help") == 0))
		scan->help = true;
	else if (strcmp(row->name, "version") == 0)
		scan->version = true;
	else if (strcmp(row->name, "lang") == 0 && optarg)
		s->lang = strcmp(optarg, "fr") == 0 ? RELAIS_FR : RELAIS_EN;
}

static void scan_words(struct session *s, const struct option_set *set, struct scan *scan,
	int argc, char **argv)
{
	int code;

	opterr = 0;
	optind = 0;
	while ((code = getopt_long(argc, argv, set->letters, set->longs, NULL)) != -1) {
		if (code == '?') {
			scan->unsure = true;
		} else if (code == ':') { /* the second reading says what it lacks */
			notice(s, scan, option_set_row(set, optopt));
		} else if (code != 1) {
			notice(s, scan, option_set_row(set, code));
		} else if (!scan->first) {
			scan->first = optarg;
			scan->first_at = optind - 1;
		}
	}
}

/* A word where a verb could stand: a verb, or a file for the default one. */
static relais_status settle(struct session *s, const struct scan *scan, int *verb_at)
{
	bool has_words = tool_has_words(s->tool);
	const struct verb *named =
		has_words && scan->first ? verb_named(s->tool, scan->first) : NULL;

	if (scan->by_option && scan->by_option->names_verbs) {
		s->verb = scan->by_option;
	} else if (named) {
		s->verb = named;
		*verb_at = scan->first_at;
	} else if (scan->by_option) {
		s->verb = scan->by_option;
	} else if (scan->first && has_words && !scan->unsure && !strpbrk(scan->first, "./") &&
		   strcmp(scan->first, "-") != 0 && access(scan->first, F_OK) != 0) {
		return tool_unknown_verb(s, scan->first);
	}
	return RELAIS_OK;
}

/* `rt-import undo`: where verbs are options, a word is a file. */
static relais_status without_dashes(struct session *s, const struct scan *scan)
{
	char option[40];

	if (!scan->first || scan->by_option || tool_has_words(s->tool))
		return RELAIS_OK;
	snprintf(option, sizeof option, "--%s", scan->first);
	if (!verb_named(s->tool, option) || access(scan->first, F_OK) == 0)
		return RELAIS_OK;
	return tool_misuse(s, "there is no file '%s': did you mean '%s'?", scan->first, option);
}

static void say_version(const struct session *s)
{
	/* One version: the tools and their library are built together. */
	printf("%s %s (librelais %s)\n", s->tool->name, relais_version(), relais_version());
}

relais_status tool_scan(struct session *s, int argc, char **argv, int *verb_at)
{
	struct option_set set;
	struct scan scan = { .first = NULL };
	relais_status rc;

	if (!option_set_of_tool(&set, s->tool))
		return tool_fail(s, RELAIS_E_MEMORY, "not enough memory");
	scan_words(s, &set, &scan, argc, argv);
	option_set_free(&set);
	rc = settle(s, &scan, verb_at);
	if (rc == RELAIS_OK)
		rc = without_dashes(s, &scan);
	if (rc == RELAIS_OK && scan.help) {
		tool_help(s, s->verb != s->tool->verbs[0] || *verb_at);
		return RELAIS_END;
	}
	if (rc == RELAIS_OK && scan.version) {
		say_version(s);
		return RELAIS_END;
	}
	return rc;
}
