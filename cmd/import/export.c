/* SPDX-License-Identifier: MIT
 * --export KIND: every row of a kind, as rt-import reads it back, or of a view, for other programs; or a
 * published copy.
 */
#include <stdlib.h>
#include <string.h>

#include "import.h"

static struct {
	const char *kind;
	bool schema;
} want;

static const struct tool_option options[] = {
	{ 0, "export", N_("KIND"),
		N_("write every row of a kind, or of a view: v_office; or a copy for readers outside: published"),
		OPT_TEXT(&want.kind) },
	{ 0, "schema", NULL, N_("beside -o FILE, describe it in datapackage.json"),
		OPT_FLAG(&want.schema) },
	OPT_END,
};

static const struct tool_example examples[] = {
	{ "rt-import --export offices --db relais.db -o offices.csv",
		N_("the register, to correct in a spreadsheet and import again") },
	{ "rt-import --export observations --db relais.db -p 2024",
		N_("the figures of a year") },
	{ "rt-import --export actions --db relais.db --as-of 2024-06-30",
		N_("the plan as it was at the end of June") },
	{ "rt-import --export v_evolution --db relais.db --format xlsx -o evolution.xlsx",
		N_("a view of relais-sql(5), for who does not write SQL") },
	{ "rt-import --export observations --db relais.db --schema -o figures.csv",
		N_("with a description of the columns, for those who receive it") },
	{ "rt-import --export published --diffusion public --db relais.db -o public.db",
		N_("a SQLite file for everybody: what may be told and nothing else") },
	{ NULL, NULL },
};

static bool is_published(void)
{
	return strcmp(want.kind, "published") == 0;
}

/* datapackage.json in the folder of `path`; to be freed. */
static char *package_path(const char *path)
{
	static const char name[] = "datapackage.json";
	const char *slash = strrchr(path, '/');
	size_t folder = slash ? (size_t)(slash - path) + 1 : 0;
	char *out = malloc(folder + sizeof name);

	if (out) {
		memcpy(out, path, folder);
		memcpy(out + folder, name, sizeof name);
	}
	return out;
}

/* The description is composed first, so that one that cannot be leaves no file behind, and written
 * last, so that it describes what is there. */
static relais_status write_described(struct session *s, relais_rows *rows)
{
	const char *slash = strrchr(tool_want->output, '/');
	const char *file = slash ? slash + 1 : tool_want->output;
	char *path = package_path(tool_want->output), *text = NULL;
	size_t size = 0;
	FILE *memory = open_memstream(&text, &size);
	struct tool_file package;
	relais_status rc =
		path && memory ? relais_package(want.kind, rows, file,
					 strcmp(s->format, "tsv") == 0, path, memory, &s->err)
			       : tool_fail(s, RELAIS_E_MEMORY, "not enough memory");

	if (memory)
		fclose(memory);
	if (rc == RELAIS_OK)
		rc = tool_write(s, rows);
	else
		relais_rows_close(rows);
	if (rc == RELAIS_OK && (rc = tool_file_open(s, &package, path)) == RELAIS_OK) {
		fwrite(text, 1, size, package.stream);
		rc = tool_file_close(s, &package, rc);
	}
	free(path);
	free(text);
	return rc;
}

static relais_status check_schema(struct session *s)
{
	if (!want.schema)
		return RELAIS_OK;
	if (!tool_want->output || strcmp(tool_want->output, "-") == 0)
		return tool_misuse(s, "--schema describes a file: add -o FILE");
	if (strcmp(s->format, "csv") != 0 && strcmp(s->format, "tsv") != 0)
		return tool_misuse(s, "--schema describes csv and tsv, not %s", s->format);
	return RELAIS_OK;
}

/* A view tells what is known now, whole. */
static relais_status export_view(struct session *s)
{
	relais_rows *rows;
	relais_status rc;

	if (want.schema)
		return tool_misuse(
			s, "--schema describes kinds, and '%s' is a view", want.kind);
	if (tool_want->period || tool_want->as_of != RELAIS_NO_DAY)
		return tool_misuse(s,
			"'%s' is a view, which tells all that is known now: leave out %s",
			want.kind, tool_want->period ? "-p" : "--as-of");
	rc = relais_ask_view(s->store, want.kind, &rows, &s->err);
	return rc == RELAIS_OK ? tool_write(s, rows) : rc;
}

static relais_status run(struct session *s)
{
	relais_rows *rows;
	relais_status rc;

	if (is_published() && want.schema)
		return tool_misuse(
			s, "--schema describes kinds, and '%s' is a copy", want.kind);
	if (is_published())
		return published_write(s);
	if (tool_want->diffusion || tool_want->wait != TOOL_WAIT)
		return tool_misuse(s, "'%s' goes with --export published",
			tool_want->diffusion ? "--diffusion" : "--wait");
	if (strncmp(want.kind, "v_", 2) == 0)
		return export_view(s);
	if ((rc = check_schema(s)) != RELAIS_OK)
		return rc;
	if (tool_want->period && strcmp(want.kind, "observations") != 0)
		return tool_misuse(s, "only observations have a period: leave out -p");
	rc = relais_ask_export(s->store, want.kind, &s->question, &rows, &s->err);
	if (rc != RELAIS_OK)
		return rc;
	return want.schema ? write_described(s, rows) : tool_write(s, rows);
}

const struct verb verb_export = {
	.name = "--export",
	.about =
		N_("every row of a kind (KIND, see --kinds), to read back later, or of a view"),
	.examples = examples,
	.groups = TAKES_DATA | TAKES_WAIT | TAKES_FORMAT | TAKES_PERIOD | TAKES_AS_OF |
		  TAKES_TODAY | TAKES_DIFFUSION,
	.options = options,
	.has_own_format = is_published,
	.needs = NEEDS_READ,
	.run = run,
};
