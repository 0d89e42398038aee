/* SPDX-License-Identifier: MIT
 * Quality on the last day of the year: classements by category and by the year they end, marks, and what
 * visitors and providers say of it. Decisions are public facts, never secret (C3.8).
 */
#include <stdio.h>
#include <string.h>

#include "../../base/date.h"
#include "../../base/period.h"
#include "../../question/labels/labels_count.h"
#include "inside.h"

enum { MOST_YEARS = 12, LEVELS = 3, MARK_COLUMNS = 3 };

static const char *const heard[] = { "note_satisfaction", "avis_nb", "reclamations_nb",
	"taux_reclamation", "delai_reponse_h", "meubles_classes_nb", "visites_meubles_nb",
	NULL };
static const char *const levels[LEVELS] = { "I", "II", "III" };

/* Classements that hold, by the year of their last day and by category. */
typedef struct endings {
	int years[MOST_YEARS];
	int64_t count[MOST_YEARS][LEVELS];
	size_t used;
	bool has_level[LEVELS];
} endings;

typedef struct quality {
	note *n;
	labels labels;
	relais_day day;
	section *at;
} quality;

static section *quality_section(quality *q)
{
	if (!q->at)
		q->at = note_section(q->n, "quality", document_say(q->n->document, "Quality"));
	return q->at;
}

static size_t year_place(endings *e, int year)
{
	size_t at = 0;

	while (at < e->used && e->years[at] < year)
		at++;
	if (at < e->used && e->years[at] == year)
		return at;
	if (e->used == MOST_YEARS)
		return e->used;
	memmove(e->years + at + 1, e->years + at, (e->used - at) * sizeof *e->years);
	memmove(e->count + at + 1, e->count + at, (e->used - at) * sizeof *e->count);
	e->used++;
	e->years[at] = year;
	memset(e->count[at], 0, sizeof e->count[at]);
	return at;
}

static void take(endings *e, const label *one)
{
	int year, month, dom;
	size_t at;

	if (one->end == RELAIS_NO_DAY)
		return;
	day_split(one->end, &year, &month, &dom);
	at = year_place(e, year);
	for (size_t k = 0; at < MOST_YEARS && k < LEVELS; k++)
		if (!strcmp(one->level, levels[k])) {
			e->count[at][k]++;
			e->has_level[k] = true;
		}
}

/* Of offices that are there on the day: who goes on for another has its classement. */
static void gather(const quality *q, endings *e)
{
	const label_register *classes = label_register_named("classes", strlen("classes"));

	for (size_t i = 0; i < q->labels.count; i++)
		if (label_register_counts(&q->labels, classes, &q->labels.all[i], q->day))
			take(e, &q->labels.all[i]);
}

static const char *tell_ending(quality *q, const char *level, int year, int64_t count)
{
	relais_document *d = q->n->document;
	char period[16], value[24];

	relais_period_print(period_make(year, SLOT_YEAR), period);
	snprintf(value, sizeof value, "%lld", (long long)count);
	document_figure(d, q->n->teller.section, "classements_ending", NULL, level,
		year ? period : NULL, value, "");
	return document_means(d, say_count(d, count), value);
}

static void ending_row(quality *q, block *table, const endings *e, const char *name, int year,
	const int64_t *counts, bool is_total)
{
	const char *cells[2 + LEVELS] = { name };
	size_t at = 1;
	int64_t all = 0;

	for (size_t k = 0; k < LEVELS; k++) {
		all += counts[k];
		if (e->has_level[k])
			cells[at++] = tell_ending(q, levels[k], year, counts[k]);
	}
	cells[at] = tell_ending(q, "total", year, all);
	table_add(q->n->document, table, cells, is_total);
}

static void write_endings(quality *q, const endings *e)
{
	relais_document *d = q->n->document;
	table_column columns[2 + LEVELS] = { { document_say(d, "Ends in"), false } };
	int64_t all[LEVELS] = { 0 };
	size_t count = 1;
	block *table;

	for (size_t k = 0; k < LEVELS; k++)
		if (e->has_level[k])
			columns[count++] =
				(table_column){ document_say(d, "Category %s", levels[k]),
					true };
	columns[count++] = (table_column){ document_say(d, "Offices"), true };
	table = section_table(d, quality_section(q),
		document_say(d, "Classements by category and by the year they end"), count,
		columns);
	for (size_t y = 0; y < e->used; y++) {
		ending_row(q, table, e, document_say(d, "%d", e->years[y]), e->years[y],
			e->count[y], false);
		for (size_t k = 0; k < LEVELS; k++)
			all[k] += e->count[y][k];
	}
	ending_row(q, table, e, document_say(d, "Total"), 0, all, true);
}

/* ---- marks --------------------------------------------------------------------------------------- */

/* Offices that any award of a register counts for on a day, each once. */
static int64_t count_marked(const quality *q, const label_register *of, relais_day day)
{
	int64_t count = 0;

	for (size_t i = 0; i < q->labels.count; i++) {
		const char *code =
			label_register_counts(&q->labels, of, &q->labels.all[i], day);
		bool is_first = code != NULL;

		for (size_t k = 0; is_first && k < i; k++) {
			const char *other =
				label_register_counts(&q->labels, of, &q->labels.all[k], day);

			is_first = !other || strcmp(other, code) != 0;
		}
		count += is_first;
	}
	return count;
}

static void write_marks(quality *q)
{
	static const struct {
		const char *code, *name;
	} marks[] = { { "classes", N_("Classement") },
		{ "qualite", N_("Qualité Tourisme or Destination d’excellence") },
		{ "tourisme_handicap", N_("Tourisme & Handicap") },
		{ "accueil_velo", N_("Accueil Vélo") } };
	relais_document *d = q->n->document;
	relais_day before = day_add_months(q->day, -12);
	char now_said[32], before_said[32];
	block *table = NULL;

	day_format(q->day, d->lang, now_said);
	day_format(before, d->lang, before_said);
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		const label_register *of =
			label_register_named(marks[i].code, strlen(marks[i].code));
		const table_column columns[MARK_COLUMNS] = {
			{ document_say(d, "Classement or mark"), false },
			{ document_say(d, "Offices on %s", before_said), true },
			{ document_say(d, "Offices on %s", now_said), true },
		};

		if (!label_register_is_kept(&q->labels, of))
			continue;
		if (!table)
			table = section_table(d, quality_section(q),
				document_say(d, "Offices with a classement or a mark"),
				MARK_COLUMNS, columns);
		table_add(d, table,
			(const char *[MARK_COLUMNS]){ words(d->lang, marks[i].name),
				tell_offices_of(q->n, marks[i].code, "total",
					count_marked(q, of, before), before),
				tell_offices_of(q->n, marks[i].code, "total",
					count_marked(q, of, q->day), q->day) },
			false);
	}
}

relais_status write_quality(note *n, relais_error *err)
{
	relais_document *d = n->document;
	relais_day last = period_last_day(n->month);
	quality q = { .n = n, .day = last < note_day(n) ? last : note_day(n) };
	const figures_of about = { "quality", document_say(d, "Quality"),
		document_say(d, "What visitors say, and classified lets"),
		document_say(d, "Figure"), heard };
	endings e = { .used = 0 };
	relais_status rc = labels_read(&q.labels, n->store, n->known.batch, err);

	if (rc != RELAIS_OK)
		return rc;
	gather(&q, &e);
	if (e.used)
		write_endings(&q, &e);
	write_marks(&q);
	labels_close(&q.labels);
	return write_figures_of(n, &q.at, &about, err);
}
