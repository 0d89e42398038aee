/* SPDX-License-Identifier: MIT
 * --detect: what an import would understand of files, and why; of a folder, a plan. Nothing is imported.
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
	{ "rt-import --detect --db relais.db FOLDER",
		N_("a plan: what each file is, what is unclear, the command that imports it") },
	{ NULL, NULL },
};

/* A store lends its register; without one, or before there is one, a private store does. */
relais_status detect_open(struct session *s)
{
	const char *path = tool_db();

	if (path && access(path, F_OK) == 0)
		return tool_open_store(s, path, RELAIS_TRY);
	return tool_open_store(s, NULL, RELAIS_PRIVATE);
}

/* "rt-import" and what says where: the beginning of each command of a plan. */
static char *command_start(void)
{
	char *start = NULL;
	size_t size = 0;
	FILE *out = open_memstream(&start, &size);

	if (!out)
		return NULL;
	fputs("rt-import", out);
	if (tool_want->db) {
		fputs(" --db ", out);
		tool_put_word(out, tool_want->db);
	}
	if (fclose(out) == 0)
		return start;
	free(start);
	return NULL;
}

/* What is in folders is not told item by item, but what is to be done with it. */
static relais_status plan(struct session *s, const char *const *files,
	const relais_import_options *options, relais_rows **rows)
{
	char *command = command_start();
	size_t unclear = 0;
	relais_status rc = RELAIS_E_MEMORY;

	if (command)
		rc = relais_plan_import(
			s->store, files, command, options, &unclear, rows, &s->err);
	else
		tool_fail(s, rc, "not enough memory");
	free(command);
	s->attention = unclear > 0;
	return rc;
}

static bool has_folder(const struct session *s)
{
	for (int i = 0; i < s->operand_count; i++)
		if (folder_is(s->operands[i]))
			return true;
	return false;
}

static relais_status look(
	struct session *s, const char *const *files, const relais_import_options *options)
{
	relais_rows *rows = NULL;
	relais_status written,
		rc = has_folder(s) ? plan(s, files, options, &rows)
				   : relais_detect(s->store, files, options, &rows, &s->err);

	tool_progress_erase(s);
	if (!rows)
		return rc;
	written = tool_write(s, rows);
	return written == RELAIS_OK ? rc : written;
}

static relais_status run(struct session *s)
{
	const char *const piped[] = { "-", NULL }, *const none[] = { NULL };
	struct tool_list files = { NULL, 0 };
	relais_import_options options;
	relais_status rc;

	if (!s->operand_count && isatty(STDIN_FILENO))
		return tool_misuse(s, "nothing to read: give files or a pipe");
	if ((rc = import_settings(s, &options)) == RELAIS_OK &&
		(rc = detect_open(s)) == RELAIS_OK &&
		(rc = folder_files(s, &files)) == RELAIS_OK)
		rc = look(s,
			!s->operand_count ? piped
			: files.items     ? (const char *const *)files.items
					  : none,
			&options);
	folder_free(&files);
	return rc;
}

const struct verb verb_detect = {
	.name = "--detect",
	.about = N_("what an import would understand of files, and why; nothing is imported"),
	.operands = N_("[FILE|FOLDER…]"),
	.at_most = INT_MAX,
	.examples = examples,
	.groups = TAKES_STORE | TAKES_TODAY | TAKES_FORMAT,
	.options = detect_options,
	.needs = NEEDS_NOTHING,
	.run = run,
};
