/* SPDX-License-Identifier: MIT
 * The key figures of the network over five years. Offices are counted in the register, whose facts are
 * public; what labels are made of is only asked for where labels are kept.
 */
#include <string.h>

#include "../../base/period.h"
#include "../../question/labels/labels_count.h"
#include "annual.h"

enum { KEY_COLUMNS = YEARS_SHOWN + 2, MOST_KEYS = 12 };

static const char *const wanted[] = { "bit_nb", "etp_total", "produits_eur", "contacts_guichet",
	"demandes_total", "sessions_web", "part_offices_classes", "part_offices_qualite",
	NULL };

/* One line, with what each of the years has of it; NULL: the offices of the register. */
typedef struct key_line {
	const indicator *about;
	reading *years[YEARS_SHOWN];
} key_line;

typedef struct key_table {
	key_line lines[MOST_KEYS];
	size_t count;
	int first; /* the first of the years that anything is known of */
} key_table;

static relais_period year_of(const note *n, int k)
{
	return period_make(period_year(n->month) - YEARS_SHOWN + 1 + k, SLOT_YEAR);
}

/* Is what it is counted from there? A register nobody keeps counts nothing. */
static relais_status is_kept(note *n, const char *code, bool *out, relais_error *err)
{
	const char *of = !strcmp(code, "part_offices_classes")   ? "classes"
			 : !strcmp(code, "part_offices_qualite") ? "qualite"
								 : NULL;
	const indicator *i = note_indicator(n, code);
	relais_status rc;
	labels l;

	*out = i && i->has_data;
	if (!of || !i)
		return RELAIS_OK;
	rc = labels_read(&l, n->store, n->known.batch, err);
	if (rc != RELAIS_OK)
		return rc;
	*out = label_register_is_kept(&l, label_register_named(of, strlen(of)));
	labels_close(&l);
	return RELAIS_OK;
}

static relais_status read_line(note *n, key_table *t, const char *code, relais_error *err)
{
	key_line *line = &t->lines[t->count];
	bool is_there, any = false;
	relais_status rc = is_kept(n, code, &is_there, err);

	if (rc != RELAIS_OK || !is_there)
		return rc;
	line->about = note_indicator(n, code);
	for (int k = 0; rc == RELAIS_OK && k < YEARS_SHOWN; k++) {
		relais_period year = year_of(n, k);

		rc = note_read(
			n, line->about, (relais_span){ year, year }, &line->years[k], err);
		if (rc != RELAIS_OK || !reading_has_data(line->years[k]))
			continue;
		any = true;
		t->first = k < t->first ? k : t->first;
	}
	t->count += any;
	return rc;
}

/* Who has a label is public (C3.8): a share of offices by their labels gives nobody away. */
static measure as_public(const key_line *line, const measure *m)
{
	measure open = *m;

	if (line->about->numerator && !strncmp(line->about->numerator, "register:", 9))
		open.is_secret = open.is_level_secret = false;
	return open;
}

static void add_line(note *n, block *table, const key_table *t, const key_line *line)
{
	const char *cells[KEY_COLUMNS] = { indicator_label(line->about, n->document->lang) };
	size_t at = 1;
	measure move;

	for (int k = t->first; k < YEARS_SHOWN; k++) {
		const reading *r = line->years[k];
		measure level = as_public(line, &r->level);

		cells[at++] = reading_has_data(r)
				      ? tell_level(&n->teller, note_topic(r), &level)
				      : NULL;
	}
	move = as_public(line, &line->years[YEARS_SHOWN - 1]->evolution);
	cells[at] = tell_evolution(&n->teller, note_topic(line->years[YEARS_SHOWN - 1]), &move);
	table_add(n->document, table, cells, false);
}

static void add_offices(note *n, block *table, const key_table *t)
{
	relais_document *d = n->document;
	const char *cells[KEY_COLUMNS] = { document_say(d, "Tourist offices") };
	size_t at = 1;

	for (int k = t->first; k < YEARS_SHOWN; k++) {
		relais_day last = period_last_day(year_of(n, k));
		relais_day seen = last < note_day(n) ? last : note_day(n);

		cells[at++] = tell_offices_of(
			n, "offices", "total", count_offices_there(n, seen, false), seen);
	}
	table_add(d, table, cells, false);
}

static void write_table(note *n, section *s, const key_table *t)
{
	relais_document *d = n->document;
	table_column columns[KEY_COLUMNS] = { { document_say(d, "Figure"), false } };
	size_t count = 1;
	block *table;

	for (int k = t->first; k < YEARS_SHOWN; k++)
		columns[count++] = (table_column){ note_month_name(n, year_of(n, k)), true };
	columns[count++] = (table_column){ document_say(d, "Evolution"), true };
	table = section_table(
		d, s, document_say(d, "Key figures of the network"), count, columns);
	add_offices(n, table, t);
	for (size_t i = 0; i < t->count; i++)
		add_line(n, table, t, &t->lines[i]);
}

relais_status write_key_figures(note *n, section **s, relais_error *err)
{
	key_table t = { .first = YEARS_SHOWN - 1 };
	relais_status rc = RELAIS_OK;

	for (const char *const *code = wanted; rc == RELAIS_OK && *code; code++)
		rc = read_line(n, &t, *code, err);
	if (rc != RELAIS_OK || !t.count)
		return rc;
	if (!*s)
		*s = note_section(n, "years", document_say(n->document, "Year after year"));
	write_table(n, *s, &t);
	return RELAIS_OK;
}
