/* SPDX-License-Identifier: MIT
 * Files into the store, each in one transaction; without a store, through a private one and
 * out again as normalised CSV. A file that is no use does not stop the others.
 */
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "import.h"

static const struct tool_example examples[] = {
	{ "rt-import --db relais.db offices.csv grille-2024-08.csv",
		N_("the register, then a month of figures") },
	{ "rt-import --db relais.db --rejects a-corriger.csv grille.csv",
		N_("keep the refused lines apart") },
	{ "rt-import --db relais.db -n grille.csv", N_("see what it would change") },
	{ "rt-import grille.csv | rt-observatory totals -p 2024-08",
		N_("no store: clean CSV for the next program") },
	{ NULL, NULL },
};

/* What to write when there is no store. */
struct found {
	relais_summary total;
	bool mixed, figures;
	size_t inputs; /* files, and sheets read one by one */
	relais_diagnostics *kept; /* NULL: not asked for */
};

static void note_kind(struct found *found, const relais_summary *summary)
{
	char *kind = found->total.kind;

	found->figures = found->figures || strcmp(summary->kind, "observations") == 0 ||
			 strcmp(summary->kind, "store") == 0;
	if (*kind && strcmp(kind, summary->kind) != 0)
		found->mixed = true;
	memcpy(kind, summary->kind, sizeof found->total.kind);
	summary_add(&found->total, summary);
}

/* Files that cannot be had do not stop the others either: said, and the worst code is kept. */
static relais_status go_on(struct session *s, struct found *found, relais_status rc)
{
	if (rc == RELAIS_E_DATA)
		s->unusable = true;
	else if (rc == RELAIS_E_IO && found->inputs > 1)
		s->unreadable = true;
	else
		return rc;
	tool_say_error(s);
	return RELAIS_OK;
}

/* One file, or one sheet of it; RELAIS_OK also when it was no use, which has been said. */
static relais_status read_one(struct session *s, const char *path,
	const relais_import_options *options, struct found *found)
{
	relais_summary summary = { .batch = 0 };
	relais_import_options own = *options;
	const char *sheet = options->name_sheets ? options->sheet : NULL;
	char rejects[PATH_MAX], name[PATH_MAX];
	relais_status rc;

	snprintf(name, sizeof name, sheet ? "%s[%s]" : "%s", path, sheet);
	own.rejects = rejects_of(options->rejects, path, sheet, rejects, sizeof rejects);
	rc = relais_import(s->store, path, &own, &summary, &s->err);
	tool_progress_erase(s);
	if (rc != RELAIS_OK) {
		diagnostics_refused(s, found->kept, name);
		return go_on(s, found, rc);
	}
	if (summary.rejected)
		s->attention = true;
	summary_say(s, strcmp(path, "-") == 0 ? "<stdin>" : name, &summary);
	note_kind(found, &summary);
	return rc;
}

static relais_status read_sheets(struct session *s, const char *path, relais_rows *sheets,
	const relais_import_options *options, struct found *found)
{
	relais_import_options one = *options;
	relais_status rc;
	relais_row row;

	one.name_sheets = true;
	while ((rc = relais_rows_next(sheets, &row, &s->err)) == RELAIS_OK) {
		found->inputs++;
		one.sheet = row.cells[0];
		if (strcmp(row.cells[1], "hidden") == 0 && !tool_want->quiet)
			tool_say(s, "the sheet '%s' of '%s' is hidden: left out", one.sheet,
				path);
		if (strcmp(row.cells[1], "read") == 0 &&
			(rc = read_one(s, path, &one, found)) != RELAIS_OK)
			return rc;
	}
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

static relais_status read_file(struct session *s, const char *path,
	const relais_import_options *options, struct found *found)
{
	relais_rows *sheets;
	size_t before = found->inputs;
	relais_status rc = relais_sheets(path, options->sheet, &sheets, &s->err);

	if (rc != RELAIS_OK) {
		diagnostics_refused(s, found->kept, path);
		return go_on(s, found, rc);
	}
	rc = read_sheets(s, path, sheets, options, found);
	relais_rows_close(sheets);
	if (rc != RELAIS_OK || found->inputs > before)
		return rc;
	return read_one(s, path, options, found);
}

static void say_total(struct session *s, const struct found *found)
{
	relais_summary total = found->total;

	if (found->mixed)
		total.kind[0] = '\0';
	summary_say(s, relais_words(s->lang, "total"), &total);
}

static bool is_of_many_sheets(const relais_import_options *options)
{
	return options->sheet &&
	       (strcmp(options->sheet, "*") == 0 || strchr(options->sheet, ','));
}

/* A dry run is one rehearsal of all files: each finds what those before it would have left. */
static relais_status begin_files(struct session *s, struct found *found,
	relais_import_options *options, int count, bool lasting)
{
	relais_status rc = import_settings(s, options);

	if (found->kept) {
		options->every = relais_diagnostics_keep;
		options->every_self = found->kept;
	}
	if (rc == RELAIS_OK && options->whole && (count > 1 || is_of_many_sheets(options)))
		rc = tool_misuse(s, "a whole register is one file: give it alone");
	if (rc == RELAIS_OK)
		rc = rejects_prepare(
			s, options->rejects, is_of_many_sheets(options) ? INT_MAX : count);
	if (rc == RELAIS_OK && options->dry_run && lasting)
		rc = relais_store_rehearse(s->store, &s->err);
	options->dry_run = false;
	return rc;
}

/* A row of operands that are stores: merged together, in one transaction. */
static relais_status merge_stores(struct session *s, char **paths, int count,
	const relais_import_options *options, struct found *found)
{
	const char **names = calloc((size_t)count, sizeof *names);
	relais_summary *summaries = calloc((size_t)count, sizeof *summaries);
	relais_status rc = RELAIS_E_MEMORY;

	for (int i = 0; names && i < count; i++)
		names[i] = paths[i];
	if (names && summaries)
		rc = relais_merge(s->store, names, (size_t)count, options, summaries, &s->err);
	else
		tool_fail(s, rc, "not enough memory");
	if (rc != RELAIS_OK)
		diagnostics_refused(s, found->kept, paths[0]);
	for (int i = 0; rc == RELAIS_OK && i < count; i++) {
		s->attention = s->attention || summaries[i].rejected;
		summary_say(s, paths[i], &summaries[i]);
		note_kind(found, &summaries[i]);
	}
	free(names);
	free(summaries);
	return rc == RELAIS_OK ? rc : go_on(s, found, rc);
}

/* How many of the first operands are stores. */
static int stores_among(char **files, int count)
{
	int n = 0;

	while (n < count && strcmp(files[n], "-") != 0 && relais_is_store(files[n]))
		n++;
	return n;
}

static relais_status read_files(struct session *s, struct found *found, bool lasting)
{
	char dash[] = "-";
	char *piped[] = { dash };
	char **files = s->operand_count ? s->operands : piped;
	int count = s->operand_count ? s->operand_count : 1;
	relais_import_options options;
	relais_status rc = begin_files(s, found, &options, count, lasting);

	found->inputs = (size_t)count;
	for (int i = 0, n; i < count && rc == RELAIS_OK; i += n ? n : 1) {
		n = stores_among(files + i, count - i);
		rc = n ? merge_stores(s, files + i, n, &options, found)
		       : read_file(s, files[i], &options, found);
	}
	if (rc == RELAIS_OK && found->inputs > 1)
		say_total(s, found);
	return rc;
}

static relais_status write_normalised(struct session *s, const struct found *found)
{
	const char *kind = found->figures ? "observations" : found->total.kind;
	relais_rows *rows;
	relais_status rc;

	if (!*kind)
		return RELAIS_OK;
	if (found->mixed && !found->figures)
		return tool_misuse(
			s, "these files hold several kinds: give one at a time, or --db");
	rc = relais_ask_export(s->store, kind, &s->question, &rows, &s->err);
	return rc == RELAIS_OK ? tool_write(s, rows) : rc;
}

static relais_status open_destination(struct session *s, bool lasting)
{
	if (lasting)
		return tool_open_store(s, tool_db(), RELAIS_CREATE);
	return tool_open_store(s, NULL, RELAIS_PRIVATE);
}

static relais_status run(struct session *s)
{
	struct found found = { .mixed = false };
	const char *path = tool_db();
	/* A dry run makes no file: where there is none, a private store stands in for it. */
	bool lasting = path && (!tool_want->dry_run || access(path, F_OK) == 0);
	relais_status rc;

	if (!s->operand_count && isatty(STDIN_FILENO))
		return tool_misuse(s, "nothing to read: give files or a pipe");
	if (path && (tool_want->output || tool_want->format))
		return tool_misuse(
			s, "nothing is written but the store: leave out -o and --format");
	if (!path && tool_want->dry_run)
		return tool_misuse(s, "a dry run needs a store to leave alone: give --db FILE");
	if ((rc = diagnostics_begin(s, import_diagnostics(), &found.kept)) == RELAIS_OK &&
		(rc = open_destination(s, lasting)) == RELAIS_OK)
		rc = read_files(s, &found, lasting);
	rc = diagnostics_end(s, import_diagnostics(), found.kept, rc);
	/* What nothing came into is not left behind, were it made for this. */
	if (lasting && tool_exit_code(s, rc) != 0) {
		relais_store_discard(s->store);
		s->store = NULL;
	}
	if (rc == RELAIS_OK && !path)
		rc = write_normalised(s, &found);
	return rc;
}

const struct verb verb_import = {
	.name = "import",
	.about = N_("read files into the store, or normalise them to CSV"),
	.operands = N_("[FILE…]"),
	.at_most = INT_MAX,
	.examples = examples,
	.groups = TAKES_PLACE | TAKES_FORMAT,
	.options = import_options,
	.writes_elsewhere = true,
	.needs = NEEDS_NOTHING,
	.run = run,
};
