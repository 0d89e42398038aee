/* SPDX-License-Identifier: MIT
 * Where the offices are: a dot for each, told apart by category, and the list of them. Where an office
 * is and what it is called are in the register, public; no figure is on this map. A register that says
 * no places has none.
 */
#include <stdio.h>
#include <string.h>

#include "../../base/date.h"
#include "../../model/coordinates.h"
#include "annual.h"

enum { LEAST_DOTS = 2, MOST_LISTED = 200, LIST_COLUMNS = 6, SHOWN_PLACES = 4 };

typedef struct places {
	note *n;
	relais_day day; /* the network as it is then */
	sketch_item *dots;
	office_card *cards; /* of the dots */
	size_t count, without, room;
	bool has_categories;
} places;

bool card_place(const office_card *c, double *east, double *north)
{
	return degrees_read(c->latitude, MOST_NORTH, north) &&
	       degrees_read(c->longitude, MOST_EAST, east) && (*east != 0 || *north != 0);
}

static sketch_mark mark_of(const places *p, const office_card *c)
{
	static const char *const marked[] = { "I", "II", "III" };

	if (!p->has_categories)
		return MARK_FULL;
	for (size_t i = 0; c->category && i < sizeof marked / sizeof *marked; i++)
		if (!strcmp(c->category, marked[i]))
			return (sketch_mark)i;
	return MARK_DASHED;
}

static const char *category_of(const places *p, const office_card *c)
{
	relais_document *d = p->n->document;

	return c->category && *c->category ? document_say(d, "category %s", c->category)
					   : document_say(d, "no category");
}

static void take_card(places *p, const office_card *c)
{
	double east, north;

	if (c->opened > p->day || c->closed < p->day)
		return;
	if (!card_place(c, &east, &north)) {
		p->without++;
		return;
	}
	if (p->count == p->room)
		return; /* cannot be: room is for all */
	p->cards[p->count] = *c;
	p->dots[p->count++] = (sketch_item){ .east = east, .north = north };
	p->has_categories |= c->category && *c->category;
}

static bool find_places(places *p)
{
	arena *memory = &p->n->document->memory;
	office_card c;

	for (size_t at = 0; study_next_office(p->n->network, &at, &c);)
		p->room++;
	p->dots = arena_alloc(memory, (p->room + 1) * sizeof *p->dots);
	p->cards = arena_alloc(memory, (p->room + 1) * sizeof *p->cards);
	if (!p->dots || !p->cards) {
		p->n->document->failed = true;
		return false;
	}
	for (size_t at = 0; study_next_office(p->n->network, &at, &c);)
		take_card(p, &c);
	return p->count >= LEAST_DOTS;
}

static bool is_listed(const places *p)
{
	return p->count <= MOST_LISTED;
}

static void name_dots(places *p, sketch *drawing)
{
	relais_document *d = p->n->document;

	for (size_t i = 0; i < p->count; i++) {
		const office_card *c = &p->cards[i];
		sketch_item *dot = &p->dots[i];
		char number_said[24];

		dot->mark = mark_of(p, c);
		dot->label = c->name;
		if (p->has_categories) {
			drawing->mark_names[dot->mark] = category_of(p, c);
			dot->label = document_say(d, "%s, %s", c->name, category_of(p, c));
		}
		if (!is_listed(p))
			continue;
		snprintf(number_said, sizeof number_said, "%zu", i + 1);
		dot->name = document_copy(d, number_said);
		dot->title = c->commune ? c->commune : c->name;
	}
}

/* To some ten metres, and listed as all that is shown. */
static const char *tell_degrees(
	places *p, const office_card *c, const char *name, const char *text)
{
	relais_document *d = p->n->document;
	number n;
	char said[NUMBER_SIZE * 2], plain[NUMBER_SIZE];

	if (!number_from_text(text, &n) || !number_rescale(n, SHOWN_PLACES, &n, NULL))
		return NULL;
	number_format(n, SHOWN_PLACES, d->lang, false, said);
	number_print(n, plain);
	document_figure(d, p->n->teller.section, name, NULL, c->code, NULL, plain, "");
	return document_means(d, document_copy(d, said), plain);
}

static void list_places(places *p, section *s)
{
	relais_document *d = p->n->document;
	const table_column columns[LIST_COLUMNS] = {
		{ document_say(d, "No."), true },
		{ document_say(d, "Office"), false },
		{ document_say(d, "Commune"), false },
		{ document_say(d, "Category"), false },
		{ document_say(d, "Latitude"), true },
		{ document_say(d, "Longitude"), true },
	};
	block *table = section_table(
		d, s, document_say(d, "The offices on the map"), LIST_COLUMNS, columns);

	for (size_t i = 0; i < p->count; i++) {
		const office_card *c = &p->cards[i];
		const char *cells[LIST_COLUMNS] = { p->dots[i].name, c->name, c->commune,
			c->category, tell_degrees(p, c, "latitude", c->latitude),
			tell_degrees(p, c, "longitude", c->longitude) };

		table_add(d, table, cells, false);
	}
}

static void say_without(places *p, section *s)
{
	relais_document *d = p->n->document;

	if (!p->without)
		return;
	section_paragraph(d, s,
		document_say(d, "Offices without coordinates, which are not on the map: %s.",
			tell_offices_of(p->n, "offices_without_coordinates", "total",
				(int64_t)p->without, p->day)));
}

void write_places(note *n, section *s, relais_day day)
{
	relais_document *d = n->document;
	places p = { .n = n, .day = day };
	sketch drawing = { .type = SKETCH_MAP };

	if (!find_places(&p))
		return;
	name_dots(&p, &drawing);
	drawing.items = p.dots;
	drawing.item_count = p.count;
	drawing.description =
		document_say(d, "A dot for each office at its place. Offices on the map: %s.",
			tell_offices_of(n, "offices_on_map", "total", (int64_t)p.count, day));
	section_sketch(d, s, document_say(d, "Where the offices are"), &drawing);
	say_without(&p, s);
	if (is_listed(&p))
		list_places(&p, s);
}
