/* SPDX-License-Identifier: MIT
 * --init: a store to begin with, a sample profile beside it, and what to do next. It asks nothing,
 * and touches nothing that is there.
 */
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "import.h"

static struct {
	bool init;
	const char *name;
} want;

static const struct tool_option options[] = {
	{ 0, "init", NULL, N_("make a store to begin with, and say what comes next"),
		OPT_FLAG(&want.init) },
	{ 0, "name", N_("NAME"), N_("what the relais is called in its notes"),
		OPT_TEXT(&want.name) },
	OPT_END,
};

static const struct tool_example examples[] = {
	{ "rt-import --init --name 'Relais du Val-de-Brume'",
		N_("relais.db here, a sample profile, and the next three commands") },
	{ "rt-import --init --db /srv/relais/relais.db", N_("elsewhere, nameless as yet") },
	{ NULL, NULL },
};

/* Its path without what is behind the last dot, and `ending`. */
static void beside(const char *path, const char *ending, char *out, size_t size)
{
	const char *name = strrchr(path, '/') ? strrchr(path, '/') + 1 : path;
	const char *dot = strrchr(name, '.');
	size_t length = dot && dot > name ? (size_t)(dot - path) : strlen(path);

	snprintf(out, size, "%.*s%s", (int)length, path, ending);
}

static relais_status refuse(struct session *s, const char *path)
{
	if (relais_is_store(path))
		return tool_fail(s, RELAIS_E_IO,
			"there is a store at '%s' already, and it is left as it is: 'rt-import --log --db %s' tells what came into it",
			path, path);
	return tool_fail(s, RELAIS_E_IO,
		"'%s' is there already, and is left as it is: give another name with --db",
		path);
}

static relais_status set_name(struct session *s)
{
	const char *columns[] = { "name", "value" };
	const char *values[] = { "network_name", want.name };
	relais_import_options options_of_row;
	relais_summary summary;
	relais_status rc;

	if (!want.name)
		return RELAIS_OK;
	tool_import_options(s, &options_of_row);
	options_of_row.tell = NULL;
	rc = relais_record(
		s->store, "settings", 2, columns, values, &options_of_row, &summary, &s->err);
	return rc == RELAIS_E_DATA ? s->err.status = RELAIS_E_USAGE : rc;
}

static void say_step(struct session *s, const char *before, const char *path, const char *after,
	const char *form, const char *meaning)
{
	fprintf(stderr, "  %s ", before);
	tool_put_word(stderr, path);
	fputs(after, stderr);
	if (form)
		tool_put_word(stderr, form);
	fprintf(stderr, "\n      %s\n", relais_words(s->lang, meaning));
}

/* A register that is there already is not to be overwritten by whoever types what is proposed. */
static void say_next(struct session *s, const char *path)
{
	char form[PATH_MAX];

	beside(path, "-offices.csv", form, sizeof form);
	fprintf(stderr, "%s\n", relais_words(s->lang, "Next:"));
	if (access(form, F_OK) != 0)
		say_step(s, "rt-import --export offices --db", path, " -o ", form,
			N_("an empty register of offices: fill it in with a spreadsheet, then import it"));
	else
		say_step(s, "rt-import --export offices --db", path, "", NULL,
			N_("the columns of a register of offices"));
	say_step(s, "rt-import --detect --db", path, " .", NULL,
		N_("what the files of this folder are, and the command that imports each"));
	say_step(s, "rt-status --db", path, "", NULL,
		N_("where the thirty resolutions stand, and what to do while there is nothing"));
}

static void say_made(struct session *s, const char *path, const char *profile, bool was_there)
{
	if (tool_want->quiet)
		return;
	tool_say(s,
		want.name
			? N_("'%s' is a store for '%s': the catalogue is in it, and no office yet")
			: N_("'%s' is a store: the catalogue is in it, and no office yet"),
		path, want.name);
	tool_say(s,
		was_there
			? N_("'%s' was there, and is left as it is")
			: N_("'%s' is a sample profile, for grids that are not understood without one"),
		profile);
	say_next(s, path);
}

static relais_status run(struct session *s)
{
	const char *path = tool_db() ? tool_db() : "relais.db";
	char profile[PATH_MAX];
	bool was_there = false;
	relais_status rc;

	if (want.name && !*want.name)
		return tool_misuse(
			s, "a name has at least a letter: give one, or leave out --name");
	if (access(path, F_OK) == 0)
		return refuse(s, path);
	beside(path, ".ini", profile, sizeof profile);
	if ((rc = tool_open_store(s, path, RELAIS_CREATE)) != RELAIS_OK)
		return rc;
	rc = set_name(s);
	if (rc == RELAIS_OK)
		rc = sample_write(s, profile, &was_there);
	if (rc == RELAIS_OK) {
		say_made(s, path, profile, was_there);
		return rc;
	}
	relais_store_discard(s->store);
	s->store = NULL;
	return rc;
}

const struct verb verb_init = {
	.name = "--init",
	.about = N_("make a store to begin with, a sample profile, and say what comes next"),
	.examples = examples,
	.groups = TAKES_STORE | TAKES_TODAY,
	.options = options,
	.writes_elsewhere = true,
	.needs = NEEDS_NOTHING,
	.run = run,
};
