/* SPDX-License-Identifier: MIT
 * One word of a command line being typed, and what may become of it.
 */
#ifndef TOOL_COMPLETE_H
#define TOOL_COMPLETE_H

#include "tool.h"

struct completion {
	const struct tool *tool;
	relais_lang lang;
	const char *typed;
	size_t lead; /* bytes of it that stay: "--by=", "OT-1," */
	const char *db; /* the store the line names; NULL: none */
};

/* A line for `value` when it goes on from what was typed; values in a list follow the last comma. */
void completion_offer(const struct completion *c, const char *value, const char *about);
/* The values an option may have. */
void completion_option(
	struct completion *c, const struct verb *verb, const struct tool_option *row);
/* Values by the name of an option ("": an operand) and the word that stands for them in --help;
 * verb: NULL when none was said. */
void completion_values(
	struct completion *c, const struct verb *verb, const char *option, const char *metavar);

/* All of it, on stdout: the words after --complete. The exit code. */
int tool_complete(const struct tool *tool, relais_lang lang, int count, char **words);

#endif
