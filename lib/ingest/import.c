/* SPDX-License-Identifier: MIT
 * relais_import: a file, from its bytes to the commit.
 */
#include <string.h>
#include <sys/stat.h>

#include "../base/error.h"
#include "../base/text.h"
#include "../base/words.h"
#include "import.h"
#include "intake.h"
#include "layout_try.h"
#include "rejects.h"

enum { PROGRESS_ROWS = 4096 };

typedef struct file {
	source *src;
	dialect dialect;
	layout layout;
	reader *rd;
} file;

static size_t filled(const record *r)
{
	size_t n = 0;

	for (size_t i = 0; i < r->count; i++)
		n += r->lengths[i] > 0;
	return n;
}

static bool repeats_headings(const layout *l, const record *r)
{
	for (size_t i = 0; i < l->count; i++)
		if (i >= r->count || strcmp(l->columns[i].heading, r->fields[i]) != 0)
			return false;
	return true;
}

/* The cell that names what a row is about. */
static const char *naming_cell(const layout *l, const record *r)
{
	size_t field = l->kind->way != KIND_FIGURES       ? l->at[l->kind->key]
		       : l->at[OBS_OFFICE] != LAYOUT_NONE ? l->at[OBS_OFFICE]
							  : l->at[OBS_INDICATOR];

	return field != LAYOUT_NONE && field < r->count ? r->fields[field] : "";
}

/* Where the naming cells of figures are known from; NULL for registers. */
static const codes *named_by(const intake *n, const layout *l)
{
	if (l->kind->way != KIND_FIGURES)
		return NULL;
	return l->at[OBS_OFFICE] != LAYOUT_NONE ? &n->known.offices : &n->known.indicators;
}

/* A line with one cell alone: something we know and nothing said of it, or a footnote? */
static bool is_row_of(const intake *n, const layout *l, const record *r)
{
	const codes *known = named_by(n, l);
	const char *naming = naming_cell(l, r);

	if (!known)
		return r->count == l->count;
	return *naming && codes_find(known, naming, strlen(naming)) > 0;
}

/* Lines that are not data: totals, footnotes, headings said again. */
static bool is_skipped(intake *n, const layout *l, const record *r)
{
	spot at = { r->line, 0 };
	const char *naming = naming_cell(l, r), *first = r->fields[0];
	const codes *known = named_by(n, l);
	size_t full;
	int64_t id;

	if (known && map_get(&known->exact, naming, strlen(naming), &id))
		return false;
	if ((full = filled(r)) == 0)
		return true;
	if (repeats_headings(l, r)) {
		told_note(&n->told, at, "repeated-headings", "the headings again: left out");
		return true;
	}
	if (known && (is_total(naming) || (!*naming && is_total(first)))) {
		told_note(&n->told, at, "total-row", "'%s' is a computed row: left out",
			*naming ? naming : first);
		return true;
	}
	if (full == 1 && l->count > 2 && *first && !is_row_of(n, l, r)) {
		told_note(&n->told, at, "footer", "'%.60s' is not a row: left out", first);
		return true;
	}
	return false;
}

/* More cells than headings: a value would fall in the wrong place. */
static bool is_ragged(intake *n, const layout *l, const record *r)
{
	for (size_t i = l->count; i < r->count; i++)
		if (r->lengths[i] > 0) {
			told_reject(&n->told, (spot){ r->line, i + 1 }, "too-many-cells",
				"the line has %zu cells and there are %zu headings: is a delimiter or a quote missing?",
				r->count, l->count);
			return true;
		}
	return false;
}

static relais_status put_row(intake *n, const layout *l, const record *r, relais_error *err)
{
	const char *said[64] = { NULL };

	for (size_t i = 0; i < l->kind->count; i++)
		if (l->at[i] != LAYOUT_NONE)
			said[i] = l->at[i] < r->count ? r->fields[l->at[i]] : "";
	return registry_put(n->registry, said, l->at, (spot){ r->line, 0 }, n->summary, err);
}

static relais_status take(intake *n, const layout *l, const record *r, relais_error *err)
{
	told_at_hand(&n->told, r->line, r->count, r->fields);
	if (is_skipped(n, l, r)) {
		if (filled(r) > 0) {
			n->summary->read++;
			n->summary->skipped++;
		}
		return RELAIS_OK;
	}
	if (is_ragged(n, l, r)) {
		n->summary->read++;
		return RELAIS_OK;
	}
	return n->figures ? figures_take(n->figures, r, n->summary, err)
			  : put_row(n, l, r, err);
}

static relais_status take_all(intake *n, file *f, relais_error *err)
{
	const relais_import_options *o = n->options;
	uint64_t rows = 0;
	relais_status rc;
	record r;

	if ((rc = reader_open(&f->rd, f->src, &f->dialect, err)) != RELAIS_OK)
		return rc;
	while ((rc = reader_next(f->rd, &r, err)) == RELAIS_OK) {
		if (r.line <= f->layout.line)
			continue;
		if ((rc = take(n, &f->layout, &r, err)) != RELAIS_OK)
			return rc;
		if (++rows % PROGRESS_ROWS == 0 && o->progress)
			o->progress(o->progress_self, reader_done(f->rd),
				source_about(f->src)->bytes);
	}
	told_at_hand(&n->told, 0, 0, NULL);
	if (rc == RELAIS_END && rows == 0)
		return fail_at(err, RELAIS_E_DATA,
			(place){ source_about(f->src)->name, f->layout.line, 0, "no-rows" },
			"there are headings and no line under them");
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

/* What was understood, for those who ask (-v), and what was guessed, for everyone. */
static void say_layout(intake *n, const file *f)
{
	static const char *const shapes[] = { N_("one figure a line"), N_("periods across"),
		N_("indicators across") };
	const source_facts *about = source_about(f->src);
	spot at = { f->layout.line, 0 };

	if (about->mojibake)
		told_warn(&n->told, (spot){ about->mojibake, 0 }, "mojibake",
			"accents were encoded twice, as in 'Ã©' for 'é': export it again as UTF-8");
	if (about->sheet)
		told_note(&n->told, at, "sheet", "the sheet '%s'", about->sheet);
	if (about->other_sheets)
		told_warn(&n->told, at, "other-sheets",
			"the sheet '%s' is read, and these are not: %s; --sheet says which",
			about->sheet, about->other_sheets);
	told_note(&n->told, at, "understood", "%s, %s, delimiter '%s' (%s)",
		f->layout.kind->name, about->encoding,
		f->dialect.delimiter == '\t' ? "TAB" : (char[2]){ f->dialect.delimiter, '\0' },
		f->dialect.reason);
	if (f->layout.kind->way == KIND_FIGURES)
		told_note(&n->told, at, "shape", "%s",
			words(n->options->lang, shapes[f->layout.shape]));
	if (f->layout.year > 0 && f->layout.shape == SHAPE_PERIODS && !n->options->period.from)
		told_note(&n->told, at, "year",
			"the year is %d, said above the headings or in the file's name",
			f->layout.year);
}

/* --atomic: the messages and the rejects are there, the file is not. */
static relais_status refuse_whole(const intake *n, const char *name, relais_error *err)
{
	unsigned long first = 0;
	relais_status rc;

	if (!n->options->atomic || n->told.rejected == 0)
		return RELAIS_OK;
	if ((rc = told_first_rejected(&n->told, &first, err)) != RELAIS_OK)
		return rc;
	return fail_at(err, RELAIS_E_DATA, (place){ name, first, 0, "refused-whole" },
		"rejected: %llu, the first here; nothing of this file was kept (--atomic)",
		(unsigned long long)n->told.rejected);
}

static relais_status read_file(intake *n, file *f, relais_error *err)
{
	relais_status rc = layout_find(
		&f->layout, f->src, &f->dialect, n->options, &n->known, &n->told, err);
	const source_facts *about = source_about(f->src);
	origin from = origin_of(n->options, about->name, about->sha256, NULL);

	if (rc != RELAIS_OK)
		return rc;
	say_layout(n, f);
	from.kind = f->layout.kind->name;
	if ((rc = intake_open(n, f->layout.kind, &f->layout, &from, err)) != RELAIS_OK ||
		(rc = take_all(n, f, err)) != RELAIS_OK ||
		(rc = intake_settle(n, err)) != RELAIS_OK ||
		(rc = told_tell(&n->told, about->name, n->options, err)) != RELAIS_OK)
		return rc;
	if (n->options->rejects && (rc = rejects_write(n->options->rejects, f->src, &f->dialect,
					    &f->layout, n->store, err)) != RELAIS_OK)
		return rc;
	return refuse_whole(n, about->name, err);
}

/* Faults found deep down know their line; the name of the file is said here. */
static void name_input(const source *src, relais_error *err)
{
	if (err && err->line && !err->input[0])
		snprintf(err->input, sizeof err->input, "%s", source_about(src)->name);
}

relais_status import_source(relais_store *store, source *src,
	const relais_import_options *options, relais_summary *summary, relais_error *err)
{
	file f = { .src = src };
	intake n;
	relais_status rc;

	*summary = (relais_summary){ 0 };
	if ((rc = dialect_detect(&f.dialect, src, options->delimiter, err)) != RELAIS_OK)
		return rc;
	if ((rc = intake_begin(&n, store, options, summary, err)) == RELAIS_OK)
		rc = read_file(&n, &f, err);
	reader_close(f.rd);
	rc = intake_end(&n, rc, err);
	layout_free(&f.layout);
	if (rc != RELAIS_OK)
		name_input(src, err);
	return rc;
}

static bool is_same_file(const char *a, const char *b)
{
	struct stat x, y;

	return stat(a, &x) == 0 && stat(b, &y) == 0 && x.st_dev == y.st_dev &&
	       x.st_ino == y.st_ino;
}

relais_status relais_import(relais_store *store, const char *path,
	const relais_import_options *options, relais_summary *summary, relais_error *err)
{
	source *src;
	source_options how = { .encoding = options->encoding, .sheet = options->sheet };
	relais_status rc;

	if (options->rejects && is_same_file(options->rejects, path))
		return fail(err, RELAIS_E_USAGE,
			"'%s' is the file being read: its refused lines need another", path);
	rc = source_open_with(&src, path, &how, err);
	if (rc != RELAIS_OK)
		return rc;
	rc = import_source(store, src, options, summary, err);
	source_close(src);
	return rc;
}
