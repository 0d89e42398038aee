/* SPDX-License-Identifier: MIT
 * --learn: a profile made of what an import would understand of a file, to be reviewed; nothing
 * is imported.
 */
#include <unistd.h>

#include "import.h"

static const struct tool_example examples[] = {
	{ "rt-import --learn grille.csv -o ma-grille.ini", N_("a profile to review") },
	{ "rt-import --profile ma-grille.ini grille.csv", N_("the same file read with it") },
	{ "rt-import --learn --db relais.db grille.csv",
		N_("with the offices of a store: which names need a code") },
	{ NULL, NULL },
};

static relais_status run(struct session *s)
{
	const char *path = s->operand_count ? s->operands[0] : "-";
	relais_import_options options;
	struct tool_file file;
	relais_status rc;

	if (!s->operand_count && isatty(STDIN_FILENO))
		return tool_misuse(s, "nothing to read: give files or a pipe");
	if ((rc = import_settings(s, &options)) != RELAIS_OK ||
		(rc = detect_open(s)) != RELAIS_OK ||
		(rc = tool_file_open(s, &file, tool_want->output)) != RELAIS_OK)
		return rc;
	rc = relais_learn(s->store, path, &options, file.stream, &s->err);
	tool_progress_erase(s);
	return tool_file_close(s, &file, rc);
}

const struct verb verb_learn = {
	.name = "--learn",
	.about = N_("write a profile of what an import would understand of a file"),
	.operands = N_("[FILE]"),
	.at_most = 1,
	.examples = examples,
	.groups = TAKES_STORE | TAKES_TODAY | TAKES_OUTPUT,
	.options = learn_options,
	.needs = NEEDS_NOTHING,
	.run = run,
};
