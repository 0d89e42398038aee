/* SPDX-License-Identifier: MIT
 * The second reading of the command line: the options of the verb, each taken by its kind,
 * the words left over as operands, then files. An option that the verb does not take is
 * refused, never ignored.
 */
#include <getopt.h>
#include <string.h>

#include "tool.h"

static relais_status missing_value(
	struct session *s, const struct option_set *set, const char *written)
{
	const struct tool_option *row = option_set_row(set, optopt);

	return tool_misuse(s, "option '%s' needs a value: %s", written,
		row ? relais_words(s->lang, row->metavar) : "…");
}

/* `--db --format csv`: the value was forgotten, the next option is not a file name. */
static bool is_option(const struct option_set *set, const char *value)
{
	if (strncmp(value, "--", 2) != 0)
		return false;
	for (size_t i = 0; i < set->count; i++)
		if (strcmp(set->rows[i]->name, value + 2) == 0)
			return true;
	return false;
}

static relais_status take_one(
	struct session *s, const struct option_set *set, int code, char **argv, int verb_at)
{
	const struct tool_option *row;

	if (code == 1) {
		if (optind - 1 != verb_at || !verb_at)
			s->operands[s->operand_count++] = optarg;
		return RELAIS_OK;
	}
	if (code == '?')
		return tool_unknown_option(s, set, argv[optind - 1], optopt);
	if (code == ':')
		return missing_value(s, set, argv[optind - 1]);
	row = option_set_row(set, code);
	if (optarg && is_option(set, optarg))
		return tool_misuse(s, "option '--%s' needs a value: %s", row->name,
			relais_words(s->lang, row->metavar));
	return tool_take(s, row, optarg);
}

/* The first at_most words are the verb's own, the others are files, when it reads any. */
static relais_status share_out(struct session *s)
{
	const struct verb *verb = s->verb;
	bool none = verb->files_with_indicator && tool_want->indicators.count;
	int most = none ? 0 : verb->at_most, least = none ? 0 : verb->at_least;
	int own = s->operand_count < most ? s->operand_count : most;

	s->files = s->operands + own;
	s->file_count = s->operand_count - own;
	s->operand_count = own;
	if (own < least)
		return tool_misuse(
			s, "%s needs %s", verb->name, relais_words(s->lang, verb->operands));
	if (s->file_count && verb->needs != NEEDS_READ)
		return tool_stray_word(s, s->files[0]);
	return RELAIS_OK;
}

relais_status tool_parse(struct session *s, int argc, char **argv, int verb_at)
{
	struct option_set set;
	relais_status rc = RELAIS_OK;
	int code;

	if (!option_set_of_verb(&set, s->verb))
		return tool_fail(s, RELAIS_E_MEMORY, "not enough memory");
	opterr = 0;
	optind = 0;
	while (rc == RELAIS_OK &&
		(code = getopt_long(argc, argv, set.letters, set.longs, NULL)) != -1)
		rc = take_one(s, &set, code, argv, verb_at);
	option_set_free(&set);
	while (rc == RELAIS_OK && optind < argc)
		s->operands[s->operand_count++] = argv[optind++];
	return rc == RELAIS_OK ? share_out(s) : rc;
}
