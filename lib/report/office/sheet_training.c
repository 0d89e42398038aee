/* SPDX-License-Identifier: MIT
 * What the people of an office learnt in the twelve months up to the sheet's, and what they are enrolled in.
 * Heads are counted, nobody is named.
 */
#include <string.h>

#include "../../base/date.h"
#include "../../base/period.h"
#include "../../question/training/lineup.h"
#include "sheets.h"

enum { COURSE_COLUMNS = 4, MONTHS_BACK = 11 };

/* The people of one office in a session. */
typedef struct group_of {
	int64_t people;
	amount hours;
} group_of;

static bool seats(const relais_fiches *all, const course *c, size_t at, group_of *g)
{
	const training *t = &all->training;
	const char *code = study_group_code(all->offices, at);

	*g = (group_of){ .hours = { 0, true } };
	for (size_t i = c->first; i < c->first + c->count; i++) {
		const seating *one = &t->seatings[i];
		int64_t people = course_is_held(c) ? one->came : one->enrolled, hours;

		if (!people || strcmp(t->roster.offices[one->office].code, code) != 0)
			continue;
		g->people += people;
		g->hours.is_known = g->hours.is_known && one->hours.is_known &&
				    !__builtin_mul_overflow(people, one->hours.units, &hours) &&
				    number_add(&g->hours.units, hours);
	}
	return g->people > 0;
}

static block *start(note *n, const char *title)
{
	relais_document *d = n->document;
	section *last = d->last;
	const table_column columns[COURSE_COLUMNS] = {
		{ document_say(d, "From"), false },
		{ document_say(d, "Session"), false },
		{ document_say(d, "Trainees"), true },
		{ document_say(d, "Trainee-days"), true },
	};

	if (!last || strcmp(last->anchor, "training") != 0)
		last = note_section(n, "training", document_say(d, "Training"));
	return section_table(d, last, title, COURSE_COLUMNS, columns);
}

static void add_course(note *n, block *table, const course *c, const group_of *g)
{
	relais_document *d = n->document;
	char day[32] = "", value[NUMBER_SIZE];
	const char *cells[COURSE_COLUMNS] = { day, c->title };
	number days;

	if (c->begins != RELAIS_NO_DAY)
		day_format(c->begins, d->lang, day);
	number_print((number){ g->people, 0 }, value);
	document_figure(d, n->teller.section, course_is_held(c) ? "trainees" : "enrolled", NULL,
		c->code, NULL, value, "");
	cells[2] = document_means(d, say_count(d, g->people), value);
	if (trainee_days(g->hours, &days)) {
		char shown[NUMBER_SIZE * 2];

		number_print(days, value);
		number_format(days, days.decimals, d->lang, false, shown);
		document_figure(d, n->teller.section,
			course_is_held(c) ? "trainee_days" : "enrolled_days", NULL, c->code,
			NULL, value, "");
		cells[3] = document_means(d, document_copy(d, shown), value);
	}
	table_add(d, table, cells, false);
}

static void list(const relais_fiches *all, note *n, size_t at, bool held, relais_day first,
	relais_day last, const char *title)
{
	block *table = NULL;

	for (size_t i = 0; i < all->training.course_count; i++) {
		const course *c = &all->training.courses[i];
		group_of g;

		if (course_is_off(c) || course_is_held(c) != held ||
			!course_is_within(c, first, last) || !seats(all, c, at, &g))
			continue;
		if (!table)
			table = start(n, title);
		add_course(n, table, c, &g);
	}
}

void sheet_training_write(const relais_fiches *all, note *n, size_t at)
{
	relais_period first = all->month;

	if (all->known.known_on == RELAIS_NO_DAY)
		return;
	for (int m = 0; m < MONTHS_BACK; m++)
		first = period_previous(first);
	list(all, n, at, true, period_first_day(first), period_last_day(all->month),
		document_say(n->document, "Sessions attended in the last twelve months"));
	list(all, n, at, false, all->known.known_on + 1, INT32_MAX,
		document_say(n->document, "Sessions to come"));
}
