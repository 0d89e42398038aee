/* SPDX-License-Identifier: MIT
 * The options every tool shares, and the arrays getopt_long wants, built from the tables of
 * rows that also make --help. Nothing about an option is written anywhere else.
 */
#include <assert.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "tool.h"

static const char *const langs[] = { "fr", "en", NULL };
static const char *const audiences[] = { "interne", "reseau", "public", NULL };
static const char *const geographies[] = { "current", "as_they_were", NULL };
static const char *const answers[] = { "yes", "no", NULL };
static const char *const whens[] = { "auto", "always", "never", NULL };

static struct tool_wants want = {
	.as_of = RELAIS_NO_DAY, .today = RELAIS_NO_DAY, .wait = TOOL_WAIT
};
const struct tool_wants *const tool_want = &want;

/* clang-format off */
#define DATA  N_("Data:")
#define OUT   N_("Output:")
#define WHICH N_("Selection:")
#define WHEN  N_("Time:")
#define REST  N_("Others:")

const struct shared_option tool_shared[] = {
	{ TAKES_DATA, DATA, { 0, "db", N_("FILE"), N_("the store; else $RT_DB, else CSV files or standard input"), OPT_TEXT(&want.db) } },
	{ TAKES_STORE, DATA, { 0, "db", N_("FILE"), N_("the store; else $RT_DB"), OPT_TEXT(&want.db) } },
	{ TAKES_DATA | TAKES_STORE, DATA, { 0, "catalog", N_("DIR"), N_("indicators.csv and resolutions.csv of that folder"), OPT_TEXT(&want.catalog) } },
	{ TAKES_DRY_RUN, DATA, { 'n', "dry-run", NULL, N_("do everything, then undo it"), OPT_FLAG(&want.dry_run) } },
	{ TAKES_WAIT, DATA, { 0, "wait", N_("SECONDS"), N_("for another program that is writing: 15; 0: not at all"), OPT_COUNT(&want.wait) } },
	{ TAKES_PERIOD, WHICH, { 'p', "period", N_("PERIOD"), N_("2024, 2024-08, 2024-T3, 2024-01..2024-08, last-month …"), OPT_TEXT(&want.period) } },
	{ TAKES_INDICATOR, WHICH, { 'i', "indicator", N_("CODE,…"), N_("only these indicators"), OPT_LIST(&want.indicators) } },
	{ TAKES_OFFICE, WHICH, { 'O', "office", N_("CODE,…"), N_("only these offices"), OPT_LIST(&want.offices) } },
	{ TAKES_TERRITORY, WHICH, { 't', "territory", N_("CODE,…"), N_("only offices of these territories"), OPT_LIST(&want.territories) } },
	{ TAKES_MEMBERS, WHICH, { 0, "members", NULL, N_("only offices that are members of the relais"), OPT_FLAG(&want.members) } },
	{ TAKES_RESOLUTION, WHICH, { 'r', "resolution", N_("CODE,…"), N_("only these resolutions: A5, P10 …"), OPT_LIST(&want.resolutions) } },
	{ TAKES_BY, WHICH, { 0, "by", N_("KEY,…"), N_("one line per group: office, territory, month …; several cross"), OPT_TEXT(&want.by) } },
	{ TAKES_GEOGRAPHY, WHICH, { 0, "geography", N_("VIEW"), N_("merged offices counted with the one that goes on: current, as_they_were"), OPT_CHOICE(&want.geography, geographies) } },
	{ TAKES_AS_OF, WHEN, { 0, "as-of", N_("DATE"), N_("what was known at the end of that day"), OPT_DAY(&want.as_of) } },
	{ TAKES_TODAY, WHEN, { 0, "today", N_("DATE"), N_("the day it is; else the clock"), OPT_DAY(&want.today) } },
	{ TAKES_FORMAT, OUT, { 0, "format", N_("FORMAT"), N_("how to write; else by the suffix of -o"), OPT_TEXT(&want.format) } },
	{ TAKES_FORMAT | TAKES_OUTPUT, OUT, { 'o', "output", N_("FILE"), N_("write to FILE, replaced once complete"), OPT_TEXT(&want.output) } },
	{ TAKES_DOCUMENT, OUT, { 0, "if-changed", NULL, N_("leave FILE alone when nothing in it would change"), OPT_FLAG(&want.if_changed) } },
	{ TAKES_DOCUMENT, OUT, { 0, "standalone", N_("ANSWER"), N_("yes; no: html to put into a page of your site"), OPT_CHOICE(&want.standalone, answers) } },
	{ TAKES_DIFFUSION, OUT, { 0, "diffusion", N_("WHO"), N_("who will read it: interne, reseau, public"), OPT_CHOICE(&want.diffusion, audiences) } },
	{ TAKES_FORMAT, OUT, { 0, "color", N_("WHEN"), N_("auto, always or never"), OPT_CHOICE(&want.color, whens) } },
	{ TAKES_NOTHING, REST, { 0, "lang", N_("LANG"), N_("fr or en"), OPT_CHOICE(&want.lang, langs) } },
	{ TAKES_DATA | TAKES_STORE, REST, { 0, "progress", N_("WHEN"), N_("the bar on a terminal: auto, always or never"), OPT_CHOICE(&want.progress, whens) } },
	{ TAKES_NOTHING, REST, { 'q', "quiet", NULL, N_("say nothing but faults"), OPT_FLAG(&want.quiet) } },
	{ TAKES_NOTHING, REST, { 'v', "verbose", NULL, N_("say more"), OPT_FLAG(&want.verbose) } },
	{ TAKES_NOTHING, REST, { 'h', "help", NULL, N_("this help, or that of one verb"), OPT_FLAG(&want.help) } },
	{ TAKES_NOTHING, REST, { 'V', "version", NULL, N_("the version"), OPT_FLAG(&want.version) } },
	{ .option = OPT_END },
};
/* clang-format on */

static void add_row(struct option_set *set, const struct tool_option *row)
{
	for (size_t i = 0; i < set->count; i++)
		if (strcmp(set->rows[i]->name, row->name) == 0)
			return;
	assert(set->count < TOOL_OPTIONS_MAX);
	set->rows[set->count++] = row;
}

static void add_verb(struct option_set *set, const struct verb *verb)
{
	for (const struct tool_option *row = verb->options; row && row->name; row++)
		add_row(set, row);
	for (const struct shared_option *row = tool_shared; row->option.name; row++)
		if ((verb->groups | TAKES_NOTHING) & row->group)
			add_row(set, &row->option);
}

/* "-": operands come as they stand, whatever POSIXLY_CORRECT says; ":": a missing value is
 * told from an unknown option. */
static bool build(struct option_set *set)
{
	char *letter = set->letters;

	set->longs = calloc(set->count + 1, sizeof *set->longs);
	if (!set->longs)
		return false;
	*letter++ = '-';
	*letter++ = ':';
	for (size_t i = 0; i < set->count; i++) {
		const struct tool_option *row = set->rows[i];

		set->longs[i].name = row->name;
		set->longs[i].has_arg = !row->metavar          ? no_argument
					: *row->metavar == '[' ? optional_argument
							       : required_argument;
		set->longs[i].val = TOOL_FIRST_LONG + (int)i;
		if (row->letter)
			*letter++ = row->letter;
		if (row->letter && row->metavar)
			*letter++ = ':';
	}
	*letter = '\0';
	return true;
}

bool option_set_of_verb(struct option_set *set, const struct verb *verb)
{
	set->count = 0;
	add_verb(set, verb);
	return build(set);
}

bool option_set_of_tool(struct option_set *set, const struct tool *tool)
{
	set->count = 0;
	for (const struct verb *const *verb = tool->verbs; *verb; verb++)
		add_verb(set, *verb);
	return build(set);
}

void option_set_free(struct option_set *set)
{
	free(set->longs);
}

const struct tool_option *option_set_row(const struct option_set *set, int code)
{
	if (code >= TOOL_FIRST_LONG && (size_t)(code - TOOL_FIRST_LONG) < set->count)
		return set->rows[code - TOOL_FIRST_LONG];
	for (size_t i = 0; i < set->count; i++)
		if (code && set->rows[i]->letter == code)
			return set->rows[i];
	return NULL;
}

bool verb_is_option(const struct verb *verb)
{
	return strncmp(verb->name, "--", 2) == 0;
}

const char *verb_metavar(const struct verb *verb)
{
	for (const struct tool_option *row = verb->options; row && row->name; row++)
		if (verb_is_option(verb) && strcmp(row->name, verb->name + 2) == 0)
			return row->metavar;
	return NULL;
}

/* The one act of a tool without words goes by the tool's own name: rt-import imports. */
bool tool_has_words(const struct tool *tool)
{
	const char *dash = strchr(tool->name, '-');

	return !dash || strcmp(dash + 1, tool->verbs[0]->name) != 0;
}
