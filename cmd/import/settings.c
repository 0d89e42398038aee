/* SPDX-License-Identifier: MIT
 * How files are to be read: the options of rt-import and what the library makes of them.
 */
#include <stdlib.h>
#include <string.h>

#include "import.h"

static struct {
	const char *kind, *office, *indicator, *encoding, *delimiter, *sheet, *rejects, *period,
		*diagnostics, *profile, *relations, *aliases, *match;
	const char *on_conflict, *why;
	bool reopen, reread;
	relais_day received_at, close_missing; /* 0: not asked */
	struct tool_list create, skip;
	unsigned long max_errors;
	bool detect, learn, strict, atomic, whole;
} want = { .max_errors = 50 };

/* In the order of relais_on_conflict. */
static const char *const conflict_names[] = { "revise", "keep", "fail", NULL };

/* clang-format off */
/* What says how files are to be read, for those who read them and those who only look. */
#define HOW_TO_READ \
	{ 0, "as", N_("KIND"), N_("what the files hold; else read from their header"), OPT_TEXT(&want.kind) }, \
	{ 'p', "period", N_("PERIOD"), N_("the period of files that do not say it, or the year of their months"), OPT_TEXT(&want.period) }, \
	{ 'O', "office", N_("CODE"), N_("the office of files that do not say it"), OPT_TEXT(&want.office) }, \
	{ 'i', "indicator", N_("CODE"), N_("the indicator of files that do not say it"), OPT_TEXT(&want.indicator) }, \
	{ 0, "profile", N_("NAME"), N_("how files of one source are read: a name, or a file"), OPT_TEXT(&want.profile) }, \
	{ 0, "encoding", N_("NAME"), N_("UTF-8, WINDOWS-1252 …; else detected"), OPT_TEXT(&want.encoding) }, \
	{ 0, "delimiter", N_("CHAR"), N_("semicolon, comma, tab, pipe, or the character; else detected"), OPT_TEXT(&want.delimiter) }, \
	{ 0, "sheet", N_("NAME"), N_("the sheet of workbooks, by name or number; else the first with cells"), OPT_TEXT(&want.sheet) }, \
	{ 0, "match", N_("SCHEME"), N_("these files name offices by their siret, apidae …; else by code or name"), OPT_TEXT(&want.match) }, \
	{ 0, "create", N_("LIST"), N_("register unknown offices, indicators, territories"), OPT_LIST(&want.create) }

const struct tool_option import_options[] = {
	HOW_TO_READ,
	{ 0, "on-conflict", N_("WHAT"), N_("another value for a known one: revise (the usual), keep the known one, or fail"), OPT_CHOICE(&want.on_conflict, conflict_names) },
	{ 0, "received-at", N_("DATE"), N_("the day the files came, when it is not today"), OPT_DAY(&want.received_at) },
	{ 0, "reopen", NULL, N_("let figures of final periods change; takes --why"), OPT_FLAG(&want.reopen) },
	{ 0, "why", N_("REASON"), N_("the reason, kept in the journal"), OPT_TEXT(&want.why) },
	{ 0, "reread", NULL, N_("read again a file that is known by its fingerprint"), OPT_FLAG(&want.reread) },
	{ 0, "whole", NULL, N_("the file is the whole register: say what it leaves out"), OPT_FLAG(&want.whole) },
	{ 0, "close-missing", N_("[=DATE]"), N_("close the offices that a whole register leaves out, that day or when it came"), OPT_DAY(&want.close_missing) },
	{ 0, "rejects", N_("FILE"), N_("write the refused lines there, ready to correct"), OPT_TEXT(&want.rejects) },
	{ 0, "max-errors", N_("N"), N_("refused lines told one by one: 50; 0: all"), OPT_COUNT(&want.max_errors) },
	{ 0, "skip-rule", N_("RULE"), N_("say nothing of a rule, let in what it refuses (see --rules)"), OPT_LIST(&want.skip) },
	{ 0, "strict", NULL, N_("refuse what is only doubtful"), OPT_FLAG(&want.strict) },
	{ 0, "atomic", NULL, N_("keep nothing of a file with a refused line"), OPT_FLAG(&want.atomic) },
	{ 0, "aliases", N_("FILE"), N_("what these files call offices and indicators, for this run"), OPT_TEXT(&want.aliases) },
	{ 0, "relations", N_("FILE"), N_("what figures owe each other, besides the built-in relations"), OPT_TEXT(&want.relations) },
	{ 0, "diagnostics", N_("FILE"), N_("write all that is told there, in .csv or .jsonl"), OPT_TEXT(&want.diagnostics) },
	OPT_END,
};

const struct tool_option detect_options[] = {
	{ 0, "detect", NULL, N_("say what would be understood, and why; import nothing"), OPT_FLAG(&want.detect) },
	HOW_TO_READ,
	OPT_END,
};

const struct tool_option learn_options[] = {
	{ 0, "learn", NULL, N_("write a profile of what would be understood, to review; import nothing"), OPT_FLAG(&want.learn) },
	HOW_TO_READ,
	OPT_END,
};
/* clang-format on */

static relais_status read_delimiter(struct session *s, char *out)
{
	static const char *const names[] = { "semicolon", "comma", "tab", "pipe", NULL };
	static const char marks[] = ";,\t|";
	const char *said = want.delimiter;
	char hint[256];

	*out = '\0';
	if (!said)
		return RELAIS_OK;
	for (size_t i = 0; names[i]; i++)
		if (strcmp(said, names[i]) == 0)
			*out = marks[i];
	if (strcmp(said, "\\t") == 0)
		*out = '\t';
	if (!*out && said[0] && !said[1])
		*out = said[0];
	if (*out && *out != '"' && *out != '\n' && *out != '\r')
		return RELAIS_OK;
	relais_suggest(said, names, s->lang, hint, sizeof hint);
	return tool_misuse(s, "'%s' is no delimiter%s: one character, or its name", said, hint);
}

static relais_status read_create(struct session *s, relais_import_options *options)
{
	static const char *const known[] = { "offices", "indicators", "territories", NULL };
	bool *const places[] = { &options->create_offices, &options->create_indicators,
		&options->create_territories };
	char hint[256];

	for (size_t i = 0; i < want.create.count; i++) {
		const char *word = want.create.items[i];
		size_t at = 0;

		while (known[at] && strcmp(known[at], word) != 0)
			at++;
		if (!known[at]) {
			relais_suggest(word, known, s->lang, hint, sizeof hint);
			return tool_misuse(s, "unknown value '%s' of '--create'%s", word, hint);
		}
		*places[at] = true;
	}
	return RELAIS_OK;
}

/* Without a store there is no register to hold names against: all are taken. */
static void take_all_names(relais_import_options *options)
{
	options->create_offices = true;
	options->create_indicators = true;
	options->create_territories = true;
}

/* Where the user's profiles are. */
static void own_profiles(char *out, size_t size)
{
	const char *base = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");

	if (base && *base)
		snprintf(out, size, "%s/relais/profiles", base);
	else
		snprintf(out, size, "%s/.config/relais/profiles", home ? home : "");
}

static void read_vintage(relais_import_options *options)
{
	options->received_at = want.received_at;
	options->reopen = want.reopen;
	options->reread = want.reread;
	options->why = want.why;
	for (int i = 0; want.on_conflict && conflict_names[i]; i++)
		if (strcmp(want.on_conflict, conflict_names[i]) == 0)
			options->on_conflict = (relais_on_conflict)i;
}

const char *import_diagnostics(void)
{
	return want.diagnostics;
}

relais_status import_settings(struct session *s, relais_import_options *options)
{
	static char folder[512];
	relais_status rc;

	own_profiles(folder, sizeof folder);
	tool_import_options(s, options);
	options->kind = want.kind;
	options->office = want.office;
	options->indicator = want.indicator;
	options->encoding = want.encoding;
	options->profile = want.profile;
	options->profiles = folder;
	options->disclose = tool_want->verbose || want.diagnostics;
	options->sheet = want.sheet;
	options->rejects = want.rejects;
	options->max_errors = want.max_errors;
	read_vintage(options);
	options->skip_rules = (const char *const *)want.skip.items;
	options->match = want.match;
	options->aliases = want.aliases;
	options->relations = want.relations;
	options->close_missing = want.close_missing != 0;
	options->whole = want.whole || options->close_missing;
	if (want.close_missing != TOOL_THAT_DAY)
		options->closed_on = want.close_missing;
	options->strict = want.strict;
	options->atomic = want.atomic;
	if (want.period && relais_span_parse(want.period, s->today, &options->period,
				   &s->err) != RELAIS_OK)
		return RELAIS_E_USAGE;
	if ((rc = read_delimiter(s, &options->delimiter)) != RELAIS_OK)
		return rc;
	if (!tool_db() && !want.create.count)
		take_all_names(options);
	return read_create(s, options);
}
