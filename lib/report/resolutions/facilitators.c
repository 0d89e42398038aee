/* SPDX-License-Identifier: MIT
 * The map that resolution A1 asks for: which offices have somebody for the digital, by the last survey of
 * each. It tells what single offices sent, so outside the relais only those are told that agreed to be
 * named, and none of them when too few of the others answered: what is left of a share would be known.
 */
#include <stdio.h>
#include <string.h>

#include "../../base/error.h"
#include "../../base/period.h"
#include "../answer.h"
#include "inside.h"

enum { LEAST_DOTS = 2, FTE_COLUMNS = 5 };

static const char staff[] = "etp_numerique";

typedef struct point {
	office_card card;
	const char *number; /* in the list */
	const char *value; /* as sent; NULL: not known */
	relais_period period;
	double east, north;
	bool has_place, is_told;
} point;

typedef struct census {
	programme *p;
	study *study;
	point *points; /* by office, those there on the day */
	size_t count;
	int64_t with, without, unknown; /* of those that are told */
} census;

static bool is_asked(const programme *p)
{
	for (size_t i = 0; i < p->resolution_count; i++)
		if (!strcmp(p->resolutions[i].code, "A1"))
			return true;
	return false;
}

static relais_status find_offices(census *c, relais_error *err)
{
	note *n = c->p->n;
	relais_question q = n->question;
	relais_status rc;
	office_card card;
	size_t room = 0;
	char order[24];

	q.indicators = q.resolutions = NULL;
	q.by = NULL;
	if ((rc = study_open(&c->study, n->store, &q, err)) != RELAIS_OK)
		return rc;
	for (size_t at = 0; study_next_office(c->study, &at, &card);)
		room++;
	if (!(c->points = arena_alloc(&n->document->memory, (room + 1) * sizeof *c->points)))
		return fail_memory(err);
	for (size_t at = 0; study_next_office(c->study, &at, &card);) {
		point *o = &c->points[c->count];

		if (card.opened > q.today || card.closed < q.today)
			continue;
		snprintf(order, sizeof order, "%zu", c->count + 1);
		*o = (point){ .card = card, .number = document_copy(n->document, order) };
		o->has_place = card_place(&card, &o->east, &o->north);
		c->count++;
	}
	return RELAIS_OK;
}

static point *point_of(const census *c, const char *code)
{
	for (size_t i = 0; code && i < c->count; i++)
		if (!strcmp(c->points[i].card.code, code))
			return &c->points[i];
	return NULL;
}

/* The last figure of each: rows come by period. */
static relais_status read_staff(census *c, relais_error *err)
{
	const char *const only[] = { staff, NULL };
	note *n = c->p->n;
	relais_question q = n->question;
	relais_rows *rows = NULL;
	relais_row row;
	relais_status rc;

	q.indicators = only;
	q.resolutions = NULL;
	q.by = NULL;
	q.span = (relais_span){ 0, 0 };
	q.diffusion = RELAIS_INTERNE; /* who may be told of is decided below */
	rc = relais_ask_values(n->store, &q, &rows, err);
	while (rc == RELAIS_OK && (rc = relais_rows_next(rows, &row, err)) == RELAIS_OK) {
		point *o = point_of(c, row_cell(&row, rows_column(rows, "office")));
		const char *value = row_cell(&row, rows_column(rows, "value"));
		const char *period = row_cell(&row, rows_column(rows, "period"));

		if (!o || !value || !period || !period_read(period, strlen(period), &o->period))
			continue;
		if (!(o->value = document_copy(n->document, value)))
			break;
	}
	relais_rows_close(rows);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

static bool is_with(const point *o)
{
	number n;

	return o->value && number_from_text(o->value, &n) && n.units > 0;
}

static void decide(census *c)
{
	bool is_published = c->p->n->teller.published;
	int64_t others = 0, least = c->p->n->known.secrecy.least_count;

	for (size_t i = 0; i < c->count; i++)
		others += c->points[i].value && !c->points[i].card.consents;
	for (size_t i = 0; i < c->count; i++) {
		point *o = &c->points[i];

		o->is_told =
			!is_published || (o->card.consents && (others == 0 || others >= least));
		if (!o->is_told)
			continue;
		c->with += is_with(o);
		c->without += o->value && !is_with(o);
		c->unknown += !o->value;
	}
}

/* ---- drawing ------------------------------------------------------------------------------------ */

static sketch_mark mark_of_point(const point *o)
{
	if (!o->is_told || !o->value)
		return MARK_DASHED;
	return is_with(o) ? MARK_FULL : MARK_EMPTY;
}

static const char *say_mark(const census *c, sketch_mark mark)
{
	relais_document *d = c->p->n->document;

	if (mark == MARK_FULL)
		return document_say(d, "has digital staff");
	if (mark == MARK_EMPTY)
		return document_say(d, "has none");
	return c->p->n->teller.published ? document_say(d, "not told, or not known")
					 : document_say(d, "not known");
}

static void draw(census *c, section *s)
{
	relais_document *d = c->p->n->document;
	sketch_item *dots = arena_alloc(&d->memory, (c->count + 1) * sizeof *dots);
	sketch drawing = { .type = SKETCH_MAP, .items = dots };

	for (size_t i = 0; dots && i < c->count; i++) {
		const point *o = &c->points[i];
		sketch_mark mark = mark_of_point(o);

		if (!o->has_place)
			continue;
		drawing.mark_names[mark] = say_mark(c, mark);
		dots[drawing.item_count++] = (sketch_item){
			.name = o->number,
			.title = o->card.commune ? o->card.commune : o->card.name,
			.label = document_say(d, "%s: %s", o->card.name, say_mark(c, mark)),
			.mark = mark,
			.east = o->east,
			.north = o->north,
		};
	}
	drawing.description = document_say(d,
		"A dot for each office at its place. With digital staff: %s; without: %s; the others "
		"are not known or not told.",
		say_count(d, c->with), say_count(d, c->without));
	if (dots && drawing.item_count >= LEAST_DOTS)
		section_sketch(d, s, document_say(d, "Where digital staff are"), &drawing);
}

/* ---- table -------------------------------------------------------------------------------------- */

static const char *tell_fte(census *c, const point *o)
{
	relais_document *d = c->p->n->document;
	char period[16], said[NUMBER_SIZE * 2];
	number n;

	if (!o->value || !number_from_text(o->value, &n))
		return document_say(d, "n/a");
	if (c->p->n->teller
			.published) /* how much would be a figure of theirs in a sum that is told */
		return is_with(o) ? document_say(d, "yes") : document_say(d, "no");
	relais_period_print(o->period, period);
	number_format(n, n.decimals ? 1 : 0, d->lang, false, said);
	document_figure(
		d, c->p->n->teller.section, "level", staff, o->card.code, period, o->value, "");
	return document_means(d, document_copy(d, said), o->value);
}

static void list_offices(census *c, section *s)
{
	relais_document *d = c->p->n->document;
	const table_column columns[FTE_COLUMNS] = {
		{ document_say(d, "No."), true },
		{ document_say(d, "Office"), false },
		{ document_say(d, "Commune"), false },
		{ c->p->n->teller.published ? document_say(d, "Digital staff")
					    : document_say(d, "Digital staff (FTE)"),
			!c->p->n->teller.published },
		{ document_say(d, "Year"), false },
	};
	block *table = section_table(
		d, s, document_say(d, "Digital staff, office by office"), FTE_COLUMNS, columns);

	for (size_t i = 0; i < c->count; i++) {
		const point *o = &c->points[i];
		const char *cells[FTE_COLUMNS] = { o->number, o->card.name, o->card.commune };

		if (!o->is_told)
			continue;
		cells[3] = tell_fte(c, o);
		cells[4] = o->value ? note_month_name(c->p->n, o->period) : NULL;
		table_add(d, table, cells, false);
	}
	if (c->p->n->teller.published)
		table->note = document_say(d,
			"Only the offices that agreed to be named; figures of the others are told within the "
			"relais.");
}

static relais_status write_census(census *c, relais_error *err)
{
	relais_document *d = c->p->n->document;
	const char *with, *without, *unknown;
	section *s;
	relais_status rc = find_offices(c, err);

	if (rc == RELAIS_OK)
		rc = read_staff(c, err);
	if (rc != RELAIS_OK)
		return rc;
	decide(c);
	if (!c->with && !c->without)
		return RELAIS_OK;
	s = note_section(
		c->p->n, "facilitators", document_say(d, "Map of digital facilitation"));
	with = tell_number_of(c->p, "with_digital_staff", "total", c->with);
	without = tell_number_of(c->p, "without_digital_staff", "total", c->without);
	unknown = tell_number_of(c->p, "digital_staff_unknown", "total", c->unknown);
	section_paragraph(d, s,
		document_say(d, "Offices with digital staff: %s; without: %s; not known: %s.",
			with, without, unknown));
	draw(c, s);
	list_offices(c, s);
	return RELAIS_OK;
}

relais_status write_facilitators(programme *p, relais_error *err)
{
	census c = { .p = p };
	relais_status rc;

	if (!is_asked(p))
		return RELAIS_OK;
	rc = write_census(&c, err);
	study_close(c.study);
	return rc;
}
