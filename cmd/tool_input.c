/* SPDX-License-Identifier: MIT
 * Data in: the store of --db or $RT_DB, or CSV files and standard input loaded in a private
 * store that is gone at the end, so that every question meets a store and nothing else.
 */
#include <limits.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tool.h"

const char *tool_db(void)
{
	const char *path = tool_want->db ? tool_want->db : getenv("RT_DB");

	return path && *path ? path : NULL;
}

static const char *who(void)
{
	const char *name = getenv("LOGNAME");
	const struct passwd *user;

	if (name && *name)
		return name;
	user = getpwuid(getuid());
	return user ? user->pw_name : NULL;
}

void tool_import_options(struct session *s, relais_import_options *options)
{
	*options = (relais_import_options){
		.lang = s->lang,
		.today = s->today,
		.dry_run = tool_want->dry_run,
		.who = who(),
		.argv = s->command,
		.max_errors = 50,
		.tell = tool_tell,
		.tell_self = s,
		.progress = tool_progress_step,
		.progress_self = s,
	};
}

static void say_upgrade(struct session *s, const char *path)
{
	relais_upgrade upgrade = relais_store_upgrade(s->store);

	if (upgrade.from == upgrade.to || tool_want->quiet)
		return;
	if (upgrade.kept)
		tool_say(s,
			"the store '%s' was upgraded from schema %d to %d; as it was, it is kept as '%s'",
			path, upgrade.from, upgrade.to, upgrade.kept);
	else
		tool_say(s,
			"the store '%s' has schema %d, of an earlier version: read through an upgraded copy; 'rt-import --upgrade --db %s' upgrades it",
			path, upgrade.from, path);
}

/* Who says so answers for it that no other machine has the store open. */
static bool is_alone(void)
{
	const char *said = getenv("RT_NETWORK");

	return said && strcmp(said, "yes") == 0;
}

relais_status tool_open_store(struct session *s, const char *path, relais_mode mode)
{
	unsigned wait = tool_want->wait < UINT_MAX ? (unsigned)tool_want->wait : UINT_MAX;
	bool tries = tool_want->dry_run && (mode == RELAIS_WRITE || mode == RELAIS_CREATE);
	relais_status (*open)(relais_store **, const char *, relais_mode, const char *,
		unsigned, relais_error *) =
		is_alone() ? relais_store_open_anywhere : relais_store_open_within;
	relais_status rc = open(
		&s->store, path, tries ? RELAIS_TRY : mode, tool_want->catalog, wait, &s->err);

	if (rc == RELAIS_OK && path)
		say_upgrade(s, path);
	return rc;
}

/* Whatever names the files use are taken: there is no register to hold them against. */
static relais_status load(struct session *s, char **files, int count)
{
	relais_import_options options;
	relais_summary summary;
	relais_status rc = tool_open_store(s, NULL, RELAIS_PRIVATE);

	tool_import_options(s, &options);
	options.create_offices = true;
	options.create_indicators = true;
	options.create_territories = true;
	for (int i = 0; i < count && rc == RELAIS_OK; i++)
		rc = relais_import(s->store, files[i], &options, &summary, &s->err);
	tool_progress_erase(s);
	return rc;
}

static relais_status load_stdin(struct session *s)
{
	char dash[] = "-";
	char *files[] = { dash };
	struct stat about;

	if (s->verb->knows_some && fstat(STDIN_FILENO, &about) == 0 && S_ISCHR(about.st_mode))
		return tool_open_store(s, NULL, RELAIS_PRIVATE);
	if (isatty(STDIN_FILENO))
		return tool_misuse(s,
			"no data: give --db FILE, or set RT_DB, or give CSV files or a pipe");
	return load(s, files, 1);
}

/* An answer about nothing looks like an answer: who asks too early is told what comes first. */
static relais_status open_asked(struct session *s, const char *path)
{
	relais_status rc = tool_open_store(s, path, RELAIS_READ);

	if (rc == RELAIS_OK && !tool_want->quiet && !verb_is_option(s->verb) &&
		relais_store_is_blank(s->store))
		tool_say(s,
			"nothing has come into the store '%s' yet: 'rt-import --db %s FILE' brings a register of offices, then their figures; 'rt-import --detect --db %s FOLDER' says what the files of a folder are",
			path, path, path);
	return rc;
}

relais_status tool_open_needed(struct session *s)
{
	const char *path = tool_db();

	if (s->verb->needs == NEEDS_NOTHING)
		return RELAIS_OK;
	if (s->file_count && tool_want->db)
		return tool_misuse(s, "give --db or CSV files, not both: '%s'", s->files[0]);
	if (s->verb->needs != NEEDS_READ && !path)
		return tool_misuse(
			s, "%s needs a store: give --db FILE or set RT_DB", s->verb->name);
	if (s->verb->needs == NEEDS_WRITE)
		return tool_open_store(s, path, RELAIS_WRITE);
	if (s->file_count)
		return load(s, s->files, s->file_count);
	if (!path)
		return load_stdin(s);
	if (tool_want->catalog)
		return tool_misuse(s, "--catalog goes with CSV files: a store has its own");
	return open_asked(s, path);
}
