/* SPDX-License-Identifier: MIT
 * --help, made from the tables: the sentence, examples first, then how it is called, the
 * verbs, the options by heading. On stdout, because it was asked for. On a terminal no line but a
 * command, which is there to be copied, is wider than that; where two columns have no room, what
 * is typed stands above what it means.
 */
#include <string.h>
#include <unistd.h>

#include "tool.h"

enum { LEFT_WIDTH = 27, INDENT = 6, BELOW = 10, TWO_COLUMNS = 60 };

/* Bytes of `string` that are not the continuation of a letter. */
static int letters(const char *string, size_t length)
{
	int count = 0;

	for (size_t i = 0; i < length; i++)
		count += ((unsigned char)string[i] & 0xC0) != 0x80;
	return count;
}

/* Words from column `at` of a line on; those that have no room go on below, from column `left`. */
static void words_at(int at, int left, const char *said)
{
	int width = tool_width(STDOUT_FILENO);
	bool is_first = true;

	while (*said) {
		size_t length = strcspn(said, " ");
		int wide = letters(said, length);

		if (!is_first && width > 0 && at + 1 + wide > width) {
			printf("\n%*s", left, "");
			at = left;
		} else if (!is_first) {
			putchar(' ');
			at++;
		}
		printf("%.*s", (int)length, said);
		at += wide;
		is_first = false;
		said += length;
		said += strspn(said, " ");
	}
	putchar('\n');
}

static void title(const struct session *s, const char *english)
{
	putchar('\n');
	words_at(0, 2, relais_words(s->lang, english));
}

static void examples(const struct session *s, const struct tool_example *list)
{
	title(s, N_("Examples:"));
	for (; list->command; list++) {
		printf("  %s\n%*s", list->command, INDENT, "");
		words_at(INDENT, INDENT, relais_words(s->lang, list->meaning));
	}
}

/* What is typed on the left, what it means on the right, below when there is no room. */
static void line(const struct session *s, const char *left, const char *meaning)
{
	int width = tool_width(STDOUT_FILENO), from = LEFT_WIDTH + 2;
	int padding = LEFT_WIDTH - letters(left, strlen(left));

	if (width > 0 && width < TWO_COLUMNS)
		from = BELOW;
	printf("  %s", left);
	if (padding < 1 || from == BELOW)
		printf("\n%*s", from, "");
	else
		printf("%*s", padding, "");
	words_at(from, from, relais_words(s->lang, meaning));
}

static void option(const struct session *s, const struct tool_option *row)
{
	char left[96], letter[8] = "    ";

	if (row->letter)
		snprintf(letter, sizeof letter, "-%c, ", row->letter);
	snprintf(left, sizeof left, "%s--%s%s%s", letter, row->name,
		row->metavar && *row->metavar != '[' ? " " : "",
		row->metavar ? relais_words(s->lang, row->metavar) : "");
	line(s, left, row->help);
}

static void synopsis(const struct session *s, const struct verb *verb, const char *name)
{
	printf("  %s", s->tool->name);
	if (name)
		printf(" %s", name);
	if (name && verb_metavar(verb))
		printf(" %s", relais_words(s->lang, verb_metavar(verb)));
	printf(" %s", relais_words(s->lang, "[OPTION…]"));
	if (verb->operands)
		printf(" %s", relais_words(s->lang, verb->operands));
	if (verb->needs == NEEDS_READ)
		printf(" %s", relais_words(s->lang, "[FILE…]"));
	putchar('\n');
}

static void own_options(const struct session *s, const struct verb *verb)
{
	for (const struct tool_option *row = verb->options; row && row->name; row++)
		if (!verb_is_option(verb) || strcmp(row->name, verb->name + 2) != 0)
			option(s, row);
}

static bool has_own_options(const struct verb *verb)
{
	const struct tool_option *row = verb->options;

	if (!row || !row->name)
		return false;
	return !verb_is_option(verb) || row[1].name || strcmp(row->name, verb->name + 2) != 0;
}

static bool is_taken(const struct shared_option *row, unsigned groups, const struct verb *verb)
{
	if (!(row->group & (groups | TAKES_NOTHING)))
		return false;
	if (row != tool_shared && (row[-1].group & groups) &&
		strcmp(row->option.name, row[-1].option.name) == 0)
		return false;
	for (const struct tool_option *own = verb ? verb->options : NULL; own && own->name;
		own++)
		if (strcmp(own->name, row->option.name) == 0)
			return false;
	return true;
}

static void list_formats(const struct session *s)
{
	const char *const *name =
		s->verb->writes_document ? relais_document_formats() : relais_formats();
	int width = tool_width(STDOUT_FILENO);
	int from = width > 0 && width < TWO_COLUMNS ? BELOW : LEFT_WIDTH + 2;
	char list[128] = "";

	for (; *name; name++)
		snprintf(list + strlen(list), sizeof list - strlen(list), "%s ", *name);
	printf("%*s", from, "");
	words_at(from, from, list);
}

/* Rows come in the order of their headings. */
static void shared_options(const struct session *s, unsigned groups, const struct verb *verb)
{
	const char *heading = "";

	for (const struct shared_option *row = tool_shared; row->option.name; row++) {
		if (!is_taken(row, groups, verb))
			continue;
		if (strcmp(row->heading, heading) != 0)
			title(s, row->heading);
		heading = row->heading;
		option(s, &row->option);
		if (strcmp(row->option.name, "format") == 0)
			list_formats(s);
	}
}

/* What this is, in a sentence. */
static void heading(const char *tool, const char *verb, const char *about)
{
	char name[96];

	snprintf(name, sizeof name, "%s%s%s -", tool, verb ? " " : "", verb ? verb : "");
	printf("%s ", name);
	words_at((int)strlen(name) + 1, 2, about);
}

static void help_verb(const struct session *s)
{
	const struct verb *verb = s->verb;

	heading(s->tool->name, verb->name, relais_words(s->lang, verb->about));
	examples(s, verb->examples);
	title(s, N_("Usage:"));
	synopsis(s, verb,
		verb == s->tool->verbs[0] && !tool_has_words(s->tool) ? NULL : verb->name);
	if (has_own_options(verb)) {
		title(s, N_("Options:"));
		own_options(s, verb);
	}
	shared_options(s, verb->groups, verb);
}

static void list_verbs(const struct session *s)
{
	const struct verb *const *verb = s->tool->verbs;

	if (tool_has_words(s->tool)) {
		title(s, N_("Verbs (the first when none is named):"));
	} else {
		title(s, N_("Instead:"));
		verb++;
	}
	for (; *verb; verb++) {
		const char *metavar = verb_metavar(*verb);
		const char *words = metavar ? metavar : (*verb)->operands;
		char left[96];

		snprintf(left, sizeof left, "%s%s%s", (*verb)->name, words ? " " : "",
			words ? relais_words(s->lang, words) : "");
		line(s, left, (*verb)->about);
	}
}

/* The own options of each verb; those with the same table stand together. */
static void options_by_verb(const struct session *s)
{
	const struct verb *const *verbs = s->tool->verbs;
	char names[96], said[160];

	for (size_t i = 0; verbs[i]; i++) {
		if (!has_own_options(verbs[i]) ||
			(i && verbs[i]->options == verbs[i - 1]->options))
			continue;
		if (!i && !tool_has_words(s->tool)) {
			title(s, N_("Options:"));
			own_options(s, verbs[i]);
			return;
		}
		snprintf(names, sizeof names, "%s", verbs[i]->name);
		for (size_t j = i + 1; verbs[j] && verbs[j]->options == verbs[i]->options; j++)
			snprintf(names + strlen(names), sizeof names - strlen(names), ", %s",
				verbs[j]->name);
		snprintf(said, sizeof said, relais_words(s->lang, "Options of %s:"), names);
		putchar('\n');
		words_at(0, 2, said);
		own_options(s, verbs[i]);
	}
}

void tool_help(const struct session *s, bool of_verb)
{
	const struct tool *tool = s->tool;
	unsigned groups = 0;

	if (of_verb) {
		help_verb(s);
		return;
	}
	for (const struct verb *const *verb = tool->verbs; *verb; verb++)
		if (tool_has_words(tool) || verb == tool->verbs)
			groups |= (*verb)->groups;
	heading(tool->name, NULL, relais_words(s->lang, tool->about));
	examples(s, tool->examples);
	title(s, N_("Usage:"));
	synopsis(s, tool->verbs[0],
		tool_has_words(tool) ? relais_words(s->lang, "[VERB]") : NULL);
	if (tool->verbs[1] || tool_has_words(tool))
		list_verbs(s);
	options_by_verb(s);
	shared_options(s, groups, tool_has_words(tool) ? NULL : tool->verbs[0]);
}
