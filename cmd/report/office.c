/* SPDX-License-Identifier: MIT
 * office: the sheet of one office, or with --each a file for every one, from one reading of the store.
 */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "report.h"

static const struct tool_example examples[] = {
	{ "rt-report office OT-22-004 --db relais.db -p 2024-08 --diffusion interne -o fiche.html",
		N_("the sheet of one office for August 2024") },
	{ "rt-report office --each --db relais.db -p 2024-08 --diffusion interne -o 'fiches/{code}-{period}.html'",
		N_("one file for each office") },
	{ "rt-report office --each --db relais.db -p 2024-08 --diffusion interne -o 'fiches/{code}.html' --index fiches/index.html --if-changed",
		N_("those that changed, and a page that leads to all") },
	{ NULL, NULL },
};

/* The files of one run. */
typedef struct sheets {
	relais_fiches *all;
	relais_outline *outline;
	char **paths;
	char *index; /* NULL: none is asked for */
	const char *index_format;
	size_t count, kept;
} sheets;

/* The folder that a path names, when it is the last one that lacks. */
static void make_folder(const char *path)
{
	const char *slash = strrchr(path, '/');
	char *folder = slash && slash != path ? strndup(path, (size_t)(slash - path)) : NULL;

	if (folder)
		(void)mkdir(folder,
			0777); /* what is wrong with it is said when a file is written */
	free(folder);
}

static relais_status find_paths(struct session *s, sheets *w)
{
	w->count = relais_fiches_count(w->all);
	if (!(w->paths = calloc(w->count + 1, sizeof *w->paths)))
		return tool_fail(s, RELAIS_E_MEMORY, "not enough memory");
	for (size_t i = 0; i < w->count; i++) {
		relais_status rc = sheet_path(
			s, tool_want->output, relais_fiche_code(w->all, i), &w->paths[i]);

		if (rc != RELAIS_OK)
			return rc;
		for (size_t k = 0; k < i; k++)
			if (strcmp(w->paths[k], w->paths[i]) == 0)
				return tool_fail(s, RELAIS_E_DATA,
					"the offices '%s' and '%s' would have the same file '%s'",
					relais_fiche_code(w->all, k),
					relais_fiche_code(w->all, i), w->paths[i]);
	}
	return RELAIS_OK;
}

/* The index in the format of its own suffix. */
static relais_status find_index(struct session *s, sheets *w)
{
	const char *format = s->format;
	relais_status rc;

	if (!report_want->index)
		return RELAIS_OK;
	if ((rc = sheet_path(s, report_want->index, NULL, &w->index)) == RELAIS_OK)
		rc = tool_choose_format_of(s, w->index);
	w->index_format = s->format;
	s->format = format;
	return rc;
}

/* The way from the index to every sheet. */
static relais_status find_links(struct session *s, const sheets *w, char **links)
{
	char *index = sheet_place(w->index);
	relais_status rc = RELAIS_OK;

	for (size_t i = 0; rc == RELAIS_OK && i < w->count; i++) {
		char *to = sheet_place(w->paths[i]);

		if (!index || !to || !(links[i] = sheet_link(index, to)))
			rc = tool_fail(s, RELAIS_E_MEMORY, "not enough memory");
		else if (strcmp(index, to) == 0)
			rc = tool_misuse(s, "--index '%s' is the sheet of '%s'", w->index,
				relais_fiche_code(w->all, i));
		free(to);
	}
	free(index);
	return rc;
}

static relais_status write_one(struct session *s, sheets *w, size_t i)
{
	relais_document *document;
	bool was_kept = false;
	relais_status rc = relais_fiche_write(w->all, i, &document, &s->err);

	make_folder(w->paths[i]);
	if (rc == RELAIS_OK && w->outline)
		rc = relais_outline_apply(w->outline, document, &s->err);
	if (rc == RELAIS_OK)
		rc = tool_put_document(s, document, w->paths[i], &was_kept);
	relais_document_free(document);
	w->kept += was_kept;
	return rc;
}

static relais_status write_index(struct session *s, const sheets *w, char **links)
{
	relais_document *document = NULL;
	relais_status rc =
		relais_fiches_index(w->all, (const char *const *)links, &document, &s->err);

	make_folder(w->index);
	s->format = w->index_format;
	if (rc == RELAIS_OK)
		rc = tool_put_document(s, document, w->index, NULL);
	relais_document_free(document);
	return rc;
}

static relais_status write_sheets(struct session *s, sheets *w)
{
	relais_status rc = RELAIS_OK;

	tool_progress_start(s);
	for (size_t i = 0; rc == RELAIS_OK && i < w->count; i++) {
		rc = write_one(s, w, i);
		tool_progress_step(s, i + 1, w->count);
	}
	tool_progress_erase(s);
	return rc;
}

/* What is wrong with the paths is said before anything is written. */
static relais_status write_all(struct session *s, sheets *w)
{
	char **links = calloc(w->count + 1, sizeof *links);
	relais_status rc =
		links ? RELAIS_OK : tool_fail(s, RELAIS_E_MEMORY, "not enough memory");

	if (rc == RELAIS_OK && w->index)
		rc = find_links(s, w, links);
	if (rc == RELAIS_OK)
		rc = write_sheets(s, w);
	if (rc == RELAIS_OK && w->index)
		rc = write_index(s, w, links);
	if (rc == RELAIS_OK && !tool_want->quiet)
		tool_say(s, "%zu sheets written, %zu unchanged", w->count - w->kept, w->kept);
	for (size_t i = 0; links && i < w->count; i++)
		free(links[i]);
	free(links);
	return rc;
}

static void forget(sheets *w)
{
	for (size_t i = 0; w->paths && i < w->count; i++)
		free(w->paths[i]);
	free(w->paths);
	free(w->index);
	relais_fiches_close(w->all);
	relais_outline_free(w->outline);
}

static relais_status run_each(struct session *s)
{
	sheets w = { .all = NULL };
	relais_status rc = RELAIS_OK;

	if (s->operand_count)
		return tool_misuse(s, "--each is every office: leave out '%s'", s->operands[0]);
	if (!tool_want->output || !strstr(tool_want->output, "{code}"))
		return tool_misuse(
			s, "--each writes a file for each office: give -o with {code} in it");
	if (report_want->outline)
		rc = relais_outline_read(&w.outline, "office", report_want->outline, &s->err);
	if (rc == RELAIS_OK)
		rc = relais_fiches_open(&w.all, s->store, &s->question, &s->err);
	if (rc == RELAIS_OK)
		rc = find_paths(s, &w);
	if (rc == RELAIS_OK)
		rc = find_index(s, &w);
	if (rc == RELAIS_OK)
		rc = write_all(s, &w);
	forget(&w);
	return rc;
}

static relais_status run(struct session *s)
{
	const char *one[] = { s->operand_count ? s->operands[0] : NULL, NULL };
	relais_status rc = report_period(s);

	if (rc != RELAIS_OK)
		return rc;
	if (report_want->each)
		return run_each(s);
	if (report_want->index)
		return tool_misuse(s, "--index goes with --each");
	if (tool_want->output && strstr(tool_want->output, "{code}"))
		return tool_misuse(s, "{code} in -o goes with --each");
	if (tool_want->output && strstr(tool_want->output, "{period}"))
		return tool_misuse(s, "{period} in -o goes with --each");
	s->question.offices = one;
	return report_run(s, "office");
}

const struct verb verb_office = {
	.name = "office",
	.about = N_("the sheet of an office beside its peers, or of every one with --each"),
	.operands = N_("[OFFICE]"),
	.at_most = 1,
	.examples = examples,
	.groups = TAKES_STORE | TAKES_FORMAT | TAKES_PERIOD | TAKES_INDICATOR | TAKES_AS_OF |
		  TAKES_TODAY | TAKES_DIFFUSION | TAKES_DOCUMENT,
	.options = report_sheet_options,
	.needs = NEEDS_STORE,
	.writes_document = true,
	.run = run,
};
