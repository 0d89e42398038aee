/* SPDX-License-Identifier: MIT
 * The network as the register has it on the last day of the year, and what became of its offices in it:
 * public facts, never secret (C3.8).
 */
#include <string.h>

#include "../../base/date.h"
#include "../../base/period.h"
#include "annual.h"

enum { MOST_GROUPS = 400 };

typedef const char *of_card(const office_card *c);

typedef struct tallied {
	const char *code;
	int64_t count;
} tallied;

static const char *category_of(const office_card *c)
{
	return c->category;
}

static const char *legal_form_of(const office_card *c)
{
	return c->legal_form;
}

static const char *territory_of(const office_card *c)
{
	return c->territory;
}

static bool is_there(const office_card *c, relais_day day)
{
	return c->opened <= day && c->closed >= day;
}

int64_t count_offices_there(const note *n, relais_day day, bool members)
{
	office_card c;
	int64_t count = 0;

	for (size_t at = 0; study_next_office(n->network, &at, &c);)
		count += is_there(&c, day) && (!members || c.is_member);
	return count;
}

static void tally(tallied *list, size_t *count, const char *code)
{
	size_t k = 0;

	code = code && *code ? code : "";
	while (k < *count && strcmp(list[k].code, code) != 0)
		k++;
	if (k == MOST_GROUPS)
		return;
	if (k == *count)
		list[(*count)++] = (tallied){ code, 0 };
	list[k].count++;
}

const char *tell_offices_of(
	note *n, const char *name, const char *group, int64_t count, relais_day day)
{
	char period[16], value[24];

	relais_day_print(day, period);
	snprintf(value, sizeof value, "%lld", (long long)count);
	document_figure(n->document, n->teller.section, name, NULL, group, period, value, "");
	return document_means(n->document, say_count(n->document, count), value);
}

/* What people call it; the code when that is what they do. */
static const char *name_of(relais_document *d, of_card *of, const char *code)
{
	return of == legal_form_of ? legal_form_name(d, code) : code;
}

static void table_of(note *n, section *s, const char *title, const char *first, of_card *of,
	const char *name, relais_day day)
{
	relais_document *d = n->document;
	const table_column columns[] = {
		{ first, false },
		{ document_say(d, "Offices"), true },
	};
	tallied list[MOST_GROUPS + 1];
	size_t count = 0;
	office_card c;
	block *table;

	for (size_t at = 0; study_next_office(n->network, &at, &c);)
		if (is_there(&c, day))
			tally(list, &count, of(&c));
	if (!count || (count == 1 && !*list[0].code))
		return;
	table = section_table(d, s, title, 2, columns);
	for (size_t k = 0; k < count; k++) {
		const char *cells[] = { *list[k].code ? name_of(d, of, list[k].code)
						      : document_say(d, "not said"),
			tell_offices_of(n, name, list[k].code, list[k].count, day) };

		table_add(d, table, cells, false);
	}
}

/* "Brévoise-Plage: opened on …", of the year. */
static void list_changes(note *n, section *s, relais_day first, relais_day last)
{
	relais_document *d = n->document;
	const char *items[64];
	size_t count = 0;
	office_card c;

	for (size_t at = 0; study_next_office(n->network, &at, &c);) {
		char day[32];

		if (c.opened >= first && c.opened <= last && count < 64) {
			day_format(c.opened, d->lang, day);
			items[count++] = document_say(d, "%s: opened on %s", c.name, day);
		}
		if (c.closed < first || c.closed > last || count == 64)
			continue;
		day_format(c.closed, d->lang, day);
		items[count++] =
			c.merged_into ? document_say(d, "%s: merged into %s, last day %s",
						c.name, c.merged_into, day)
				      : document_say(d, "%s: closed, last day %s", c.name, day);
	}
	if (!count)
		return;
	section_paragraph(d, s, document_say(d, "In the year:"));
	section_list(d, s, count, items);
}

relais_status write_network(note *n, relais_error *err)
{
	relais_document *d = n->document;
	relais_day last = period_last_day(n->month), first = period_first_day(n->month);
	relais_day seen = last < note_day(n) ? last : note_day(n);
	int64_t there = count_offices_there(n, seen, false),
		members = count_offices_there(n, seen, true);
	section *s;
	char day[32];

	(void)err;
	if (!there)
		return RELAIS_OK;
	s = note_section(n, "network", document_say(d, "The network"));
	day_format(seen, d->lang, day);
	section_paragraph(d, s,
		members ? document_say(d,
				  "On %s the network has %s offices, %s of them members.", day,
				  tell_offices_of(n, "offices", "total", there, seen),
				  tell_offices_of(n, "members", "total", members, seen))
			: document_say(d, "On %s the network has %s offices.", day,
				  tell_offices_of(n, "offices", "total", there, seen)));
	table_of(n, s, document_say(d, "By category"), document_say(d, "Category"), category_of,
		"offices_by_category", seen);
	table_of(n, s, document_say(d, "By legal form"), document_say(d, "Legal form"),
		legal_form_of, "offices_by_legal_form", seen);
	table_of(n, s, document_say(d, "By territory"), document_say(d, "Territory"),
		territory_of, "offices_by_territory", seen);
	write_places(n, s, seen);
	list_changes(n, s, first, last);
	return RELAIS_OK;
}
