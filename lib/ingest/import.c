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
#include "figures/audit.h"
#include "layout/disclose.h"
#include "known.h"
#include "rejects.h"

enum { PROGRESS_ROWS = 4096 };

typedef struct file {
	source *src;
	profile *profile; /* NULL: none */
	dialect dialect;
	layout layout;
	reader *rd;
	char how[KNOWN_SIZE]; /* it is read, "": not to be known again */
	const listener *to; /* hears what was understood; NULL: it is told as notes */
	rejects rejects;
} file;

enum { MOST_COLUMNS = 64 };

/* What the profile makes of a row goes before what a column of it says. */
static const char *made_cell(
	const layout *l, const record *r, const char *column, arena *memory, text *cell)
{
	const char *made;

	if (!profile_constant(l->profile, column))
		return NULL;
	layout_constant(l, r, column, cell);
	made = arena_string(memory, text_str(cell));
	cell->failed = cell->failed || !made;
	return made;
}

static relais_status put_row(intake *n, const layout *l, const record *r, relais_error *err)
{
	const char *said[MOST_COLUMNS] = { NULL };
	size_t fields[MOST_COLUMNS];
	arena memory = { 0 };
	text cell = { 0 };
	relais_status rc;

	for (size_t i = 0; i < l->kind->count; i++) {
		fields[i] = layout_field(l, r, i);
		if (fields[i] != LAYOUT_NONE)
			said[i] = fields[i] < r->count ? r->fields[fields[i]] : "";
		if (l->profile) {
			const char *made =
				made_cell(l, r, l->kind->columns[i].name, &memory, &cell);

			said[i] = made ? made : said[i];
		}
	}
	if (l->match_at != LAYOUT_NONE)
		registry_match(
			n->registry, l->match_at < r->count ? r->fields[l->match_at] : "");
	rc = cell.failed ? fail_memory(err)
			 : registry_put(n->registry, said, fields, (spot){ r->line, 0 },
				   n->summary, err);
	text_free(&cell);
	arena_free(&memory);
	return rc;
}

/* Lines that are not data are counted, and said but for blank ones. */
static void leave_out(intake *n, const sift *rows, sifted what, const record *r)
{
	spot at = { r->line, 0 };
	const char *name = sift_name(rows, r);

	n->summary->read++;
	n->summary->skipped++;
	switch (what) {
	case ROW_TOTAL:
		n->totals++;
		insight_total(n->told.insight, r->line, name);
		told_note(&n->told, at, "total-row", "'%s' is a computed row: left out", name);
		break;
	case ROW_DROPPED: n->dropped++; break;
	case ROW_HEADINGS:
		told_note(&n->told, at, "repeated-headings", "the headings again: left out");
		break;
	case ROW_ASIDE:
		insight_aside(n->told.insight, r->line, name);
		told_note(&n->told, at, "footer", "'%.60s' is not a row: left out", name);
		break;
	default:
		if (n->other_line == 0)
			told_warn(&n->told, at, "second-table",
				"another table begins here and is not read: put it in a file of its own");
		if (n->told.insight && n->other_line == 0)
			n->told.insight->other_line = r->line;
		if (n->other_line == 0)
			n->other_line = r->line;
	}
}

static size_t first_beyond(const layout *l, const record *r)
{
	size_t i = l->count;

	while (i + 1 < r->count && r->lengths[i] == 0)
		i++;
	return i;
}

static relais_status take(intake *n, sift *rows, const record *r, relais_error *err)
{
	const layout *l = rows->layout;
	sifted what;

	told_at_hand(&n->told, r->line, r->count, r->fields);
	what = sift_row(rows, r);
	if (what == ROW_BLANK)
		return RELAIS_OK;
	if (what == ROW_RAGGED) {
		n->summary->read++;
		told_reject(&n->told, (spot){ r->line, first_beyond(l, r) + 1 },
			"too-many-cells",
			"the line has %zu cells and there are %zu headings: is a delimiter or a quote missing?",
			r->count, l->count);
		return RELAIS_OK;
	}
	if (what != ROW_DATA) {
		leave_out(n, rows, what, r);
		return RELAIS_OK;
	}
	if (n->told.insight)
		n->told.insight->rows++;
	if (!profile_remember(l->profile, l->headings, l->count, r))
		return fail_memory(err);
	return n->figures ? figures_take(n->figures, r, n->summary, err)
			  : put_row(n, l, r, err);
}

static relais_status take_all(intake *n, file *f, relais_error *err)
{
	const relais_import_options *o = n->options;
	sift sifter = { .layout = &f->layout, .known = &n->known, .last_line = f->layout.line };
	uint64_t rows = 0;
	relais_status rc;
	record r;

	if ((rc = reader_open(&f->rd, f->src, &f->dialect, err)) != RELAIS_OK)
		return rc;
	while ((rc = reader_next(f->rd, &r, err)) == RELAIS_OK) {
		if (r.line <= f->layout.line)
			continue;
		if ((rc = profile_split(f->profile, &r, err)) != RELAIS_OK ||
			(rc = take(n, &sifter, &r, err)) != RELAIS_OK)
			return rc;
		if (++rows % PROGRESS_ROWS == 0 && o->progress)
			o->progress(o->progress_self, reader_done(f->rd),
				source_about(f->src)->bytes);
	}
	told_at_hand(&n->told, 0, 0, NULL);
	if (rc == RELAIS_END && rows == 0)
		return fail_at(err, RELAIS_E_DATA,
			(place){ source_about(f->src)->name, f->layout.line, 0, "no-rows" },
			"there are headings and no line under them: was the right sheet exported?");
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

/* What was taken from outside the table: a title, or the file's name. */
static void say_constants(intake *n, const layout *l)
{
	spot at = { l->said_on, 0 };
	char period[16];

	if (l->office && (l->by_sheet & ACROSS_OFFICE))
		told_warn(&n->told, at, "said-above", "the office is %s, by the sheet's name",
			codes_spell(&n->known.offices, l->office));
	else if (l->office && l->said_on)
		told_warn(&n->told, at, "said-above",
			"the office is %s, said above the headings",
			codes_spell(&n->known.offices, l->office));
	else if (l->office)
		told_warn(&n->told, at, "said-above", "the office is %s, by the file's name",
			codes_spell(&n->known.offices, l->office));
	if (l->indicator)
		told_warn(&n->told, at, "said-above",
			l->by_sheet & ACROSS_INDICATOR
				? N_("the indicator is %s, by the sheet's name")
				: N_("the indicator is %s, said above the headings"),
			codes_spell(&n->known.indicators, l->indicator));
	if (!l->period)
		return;
	relais_period_print(l->period, period);
	told_warn(&n->told, at, "said-above",
		l->by_sheet & ACROSS_PERIOD ? N_("the period is %s, by the sheet's name")
					    : N_("the period is %s, said above the headings"),
		period);
}

/* A role that no heading gives is a guess, if a good one. */
static void say_inferred(intake *n, const layout *l)
{
	for (size_t i = 0; i < l->count; i++)
		if (l->columns[i].why)
			told_warn(&n->told, (spot){ l->line, i + 1 }, "inferred-column",
				"the column '%s' is taken for '%s': %s", l->columns[i].heading,
				l->kind->columns[l->columns[i].which].name,
				words(n->options->lang, l->columns[i].why));
}

/* Figures that are multiplied: a thousand times wrong when the heading was misread. */
static void say_units(intake *n, const layout *l)
{
	if (l->unit.scale && l->kind->way == KIND_FIGURES)
		told_warn(&n->told, (spot){ l->unit_line, 0 }, "heading-unit",
			l->unit.what == UNIT_MONEY
				? N_("amounts are multiplied by %s, as this line says")
				: N_("figures are multiplied by %s, as this line says"),
			unit_factor(l->unit));
	for (size_t i = 0; i < l->count; i++) {
		const layout_column *c = &l->columns[i];
		unit given;

		if (c->role != ROLE_FIGURE || !c->unit.scale)
			continue;
		if (profile_unit(l->profile, c->heading, i, &given))
			told_note(&n->told, (spot){ l->line, i + 1 }, "heading-unit",
				"the figures of '%s' are multiplied by %s, as the profile says",
				c->heading, unit_factor(c->unit));
		else
			told_warn(&n->told, (spot){ l->line, i + 1 }, "heading-unit",
				"the figures of '%s' are multiplied by %s, as its heading says",
				c->heading, unit_factor(c->unit));
	}
}

/* "item: value (why)", as a note at the head of the file's diagnostics. */
static void tell_item(void *self, const char *item, const char *value, const char *why)
{
	intake *n = self;
	char name[64];

	disclose_name(n->options->lang, item, name, sizeof name);
	if (*why)
		told_note(&n->told, (spot){ 0, 0 }, "understood", "%s: %s (%s)", name, value,
			why);
	else
		told_note(&n->told, (spot){ 0, 0 }, "understood", "%s: %s", name, value);
}

static void say_understood(intake *n, const file *f)
{
	disclosure d = { n->options->lang, source_about(f->src), &f->dialect, n->options,
		f->layout.kind ? &f->layout : NULL, &n->known, n->told.insight, n->summary,
		tell_item, n };

	if (!n->options->disclose)
		return;
	if (f->to) {
		d.say = f->to->say;
		d.self = f->to->self;
	}
	if (f->to && f->to->whole)
		f->to->whole(f->to->self, &d);
	else
		disclose(&d);
}

/* What the file computed itself is held against its figures. */
static relais_status check_computed(intake *n, file *f, relais_error *err)
{
	audit_counts counts = { 0 };
	relais_status rc;

	if (!n->figures || (n->totals == 0 && !audit_has_columns(&f->layout)))
		return RELAIS_OK;
	told_at_hand(&n->told, 0, 0, NULL);
	rc = audit_file(
		f->src, &f->dialect, &f->layout, &n->known, n->figures, &n->told, &counts, err);
	if (n->told.insight) {
		n->told.insight->agree = counts.agree;
		n->told.insight->differ = counts.differ;
	}
	if (rc == RELAIS_OK && counts.agree > 0)
		told_note(&n->told, (spot){ f->layout.line, 0 }, "totals-agree",
			"%llu computed cells agree with the figures",
			(unsigned long long)counts.agree);
	return rc;
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
	relais_status rc = layout_find(&f->layout, f->src, &f->dialect, f->profile, n->options,
		&n->known, &n->told, err);
	const source_facts *about = source_about(f->src);
	origin from = origin_of(n->options, about->name, about->sha256, NULL);

	if (rc != RELAIS_OK) {
		if (f->to)
			say_understood(n, f);
		return rc;
	}
	f->layout.is_workbook = about->container && !strcmp(about->container, "XLSX");
	if (about->other_sheets)
		told_warn(&n->told, (spot){ f->layout.line, 0 }, "other-sheets",
			"the sheet '%s' is read, and these are not: %s; --sheet says which",
			about->sheet, about->other_sheets);
	if (about->mojibake)
		told_warn(&n->told, (spot){ about->mojibake, 0 }, "mojibake",
			"accents were encoded twice, as in 'Ã©' for 'é': export it again as UTF-8");
	say_constants(n, &f->layout);
	say_inferred(n, &f->layout);
	say_units(n, &f->layout);
	from.kind = f->layout.kind->name;
	from.how = *f->how ? f->how : NULL;
	if ((rc = intake_open(n, f->layout.kind, &f->layout, &from, err)) != RELAIS_OK ||
		(rc = take_all(n, f, err)) != RELAIS_OK ||
		(rc = check_computed(n, f, err)) != RELAIS_OK ||
		(rc = intake_settle(n, err)) != RELAIS_OK)
		return rc;
	if (n->dropped > 0)
		told_note(&n->told, (spot){ f->layout.line, 0 }, "dropped-rows",
			"%llu rows are left out, as the profile asks",
			(unsigned long long)n->dropped);
	say_understood(n, f);
	if ((rc = told_tell(&n->told, about->name, n->options, err)) != RELAIS_OK)
		return rc;
	f->rejects.path = n->options->rejects;
	if (f->rejects.path && (rc = rejects_write(&f->rejects, f->src, &f->dialect, &f->layout,
					n->store, err)) != RELAIS_OK)
		return rc;
	return refuse_whole(n, about->name, err);
}

/* Faults found deep down know their line; the name of the file is said here. */
static void name_input(const source *src, relais_error *err)
{
	if (err && err->line && !err->input[0])
		snprintf(err->input, sizeof err->input, "%s", source_about(src)->name);
}

static relais_status run_import(relais_store *store, file *f,
	const relais_import_options *options, insight *seen, relais_summary *summary,
	relais_error *err)
{
	intake n;
	relais_status rc = intake_begin(&n, store, options, summary, err);

	n.told.insight = seen;
	if (rc == RELAIS_OK)
		rc = read_file(&n, f, err);
	reader_close(f->rd);
	rc = intake_end(&n, rc, err);
	layout_free(&f->layout);
	return rejects_settle(&f->rejects, rc, err);
}

static relais_status import_file(relais_store *store, file *f,
	const relais_import_options *options, relais_summary *summary, relais_error *err)
{
	insight seen = { .failed = false };
	relais_status rc;

	*summary = (relais_summary){ 0 };
	rc = dialect_detect(&f->dialect, f->src, options->delimiter, err);
	if (rc == RELAIS_OK)
		rc = run_import(
			store, f, options, options->disclose ? &seen : NULL, summary, err);
	if (rc == RELAIS_OK && seen.failed)
		rc = fail_memory(err);
	insight_free(&seen);
	if (rc != RELAIS_OK)
		name_input(f->src, err);
	return rc;
}

relais_status import_source(relais_store *store, source *src,
	const relais_import_options *options, relais_summary *summary, relais_error *err)
{
	file f = { .src = src };

	return import_file(store, &f, options, summary, err);
}

/* Not read again when it is known to bring nothing. */
static relais_status read_unless_known(relais_store *store, file *f,
	const relais_import_options *o, relais_summary *summary, relais_error *err)
{
	relais_status rc =
		f->to ? RELAIS_END : known_file(store, f->src, f->how, o, summary, err);

	if (rc == RELAIS_OK)
		return o->rejects ? rejects_none(o->rejects, err) : RELAIS_OK;
	if (rc != RELAIS_END)
		return rc;
	rc = source_begin(f->src,
		&(source_options){ .encoding = o->encoding,
			.sheet = o->sheet,
			.name_sheet = o->name_sheets,
			.paths = profile_paths(f->profile) },
		err);
	if (rc == RELAIS_OK)
		return import_file(store, f, o, summary, err);
	if (f->to && rc == RELAIS_E_DATA)
		f->to->say(f->to->self, "file", source_about(f->src)->name, "");
	return rc;
}

relais_status import_path(relais_store *store, const char *path,
	const relais_import_options *options, const listener *to, relais_summary *summary,
	relais_error *err)
{
	relais_import_options complete = *options;
	file f = { .to = to };
	relais_status rc = profile_open(&f.profile, options, err);

	if (rc != RELAIS_OK)
		return rc;
	if (f.profile)
		profile_complete(f.profile, &complete);
	known_how(f.how, path, &complete, f.profile);
	if ((rc = source_find(&f.src, path, err)) == RELAIS_OK)
		rc = read_unless_known(store, &f, &complete, summary, err);
	source_close(f.src);
	profile_close(f.profile);
	return rc;
}

relais_status import_listen(relais_store *store, const char *path,
	const relais_import_options *options, const listener *to, relais_error *err)
{
	relais_import_options quiet = *options;
	relais_summary summary;

	quiet.tell = NULL;
	quiet.every = NULL;
	quiet.rejects = NULL;
	quiet.atomic = false;
	quiet.dry_run = true;
	quiet.disclose = true;
	return import_path(store, path, &quiet, to, &summary, err);
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
	if (options->rejects && is_same_file(options->rejects, path))
		return fail(err, RELAIS_E_USAGE,
			"'%s' is the file being read: its refused lines need another", path);
	return import_path(store, path, options, NULL, summary, err);
}
