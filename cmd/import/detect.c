/* SPDX-License-Identifier: MIT
 * --detect: what an import would understand of files, and why; nothing is imported.
 */
#include <limits.h>
#include <stdlib.h>
#include <unistd.h>

#include "import.h"

static const struct tool_example examples[] = {
	{ "rt-import --detect grille.csv", N_("what would be understood of it, and why") },
	{ "rt-import --detect --db relais.db grille.csv",
		N_("with the offices and indicators of a store: which are unknown") },
	{ "rt-import --detect --format csv *.csv | grep ^fault",
		N_("the files that cannot be read") },
	{ NULL, NULL },
};

/* A store lends its register; without one, or before there is one, a private store does. */
relais_status detect_open(struct session *s)
{
	const char *path = tool_db();

	if (path && access(path, F_OK) == 0)
		return tool_open_store(s, path, RELAIS_WRITE);
	return tool_open_store(s, NULL, RELAIS_PRIVATE);
}

/* The operands, with the NULL that ends a list. */
static const char **names(const struct session *s)
{
	const char **list = calloc((size_t)s->operand_count + 1, sizeof *list);

	for (int i = 0; list && i < s->operand_count; i++)
		list[i] = s->operands[i];
	return list;
}

static relais_status run(struct session *s)
{
	char dash[] = "-";
	const char *piped[] = { dash, NULL };
	const char **files = piped;
	relais_import_options options;
	relais_rows *rows = NULL;
	relais_status rc, written;

	if (!s->operand_count && isatty(STDIN_FILENO))
		return tool_misuse(s, "nothing to read: give files or a pipe");
	if ((rc = import_settings(s, &options)) != RELAIS_OK ||
		(rc = detect_open(s)) != RELAIS_OK)
		return rc;
	if (s->operand_count && !(files = names(s)))
		return tool_fail(s, RELAIS_E_MEMORY, "not enough memory");
	rc = relais_detect(s->store, files, &options, &rows, &s->err);
	if (files != piped)
		free(files);
	tool_progress_erase(s);
	if (!rows)
		return rc;
	written = tool_write(s, rows);
	return written == RELAIS_OK ? rc : written;
}

const struct verb verb_detect = {
	.name = "--detect",
	.about = N_("what an import would understand of files, and why; nothing is imported"),
	.operands = N_("[FILE…]"),
	.at_most = INT_MAX,
	.examples = examples,
	.groups = TAKES_STORE | TAKES_TODAY | TAKES_FORMAT,
	.options = detect_options,
	.needs = NEEDS_NOTHING,
	.run = run,
};
