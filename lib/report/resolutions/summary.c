/* SPDX-License-Identifier: MIT
 * The summary: key figures, the thirty at a glance, and counts by domain and by challenge.
 */
#include <stdio.h>
#include <string.h>

#include "../../base/error.h"
#include "inside.h"

enum { COUNT_COLUMNS = 8 };

const char *tell_number_of(programme *p, const char *name, const char *group, int64_t count)
{
	char value[24];

	snprintf(value, sizeof value, "%lld", (long long)count);
	document_figure(
		p->n->document, p->n->teller.section, name, NULL, group, NULL, value, "");
	return document_means(p->n->document, say_count(p->n->document, count), value);
}

/* Of all, or of a domain or a challenge. */
typedef struct counts {
	int64_t resolutions, states[STATES_OF], actions, done, late;
} counts;

static bool is_in(const char *group, const char *code)
{
	return !group || (code && !strcmp(group, code));
}

static counts count(const programme *p, const char *domain, const char *challenge)
{
	counts c = { 0 };

	for (size_t i = 0; i < p->resolution_count; i++) {
		const one_resolution *r = &p->resolutions[i];

		if (!is_in(domain, r->domain) || !is_in(challenge, r->challenge))
			continue;
		c.resolutions++;
		c.states[r->state]++;
		for (size_t k = 0; k < p->action_count; k++) {
			const one_action *a = &p->actions[k];

			if (!a->resolution || strcmp(a->resolution, r->code) != 0)
				continue;
			c.actions++;
			c.done += a->state == STATE_DONE;
			c.late += a->is_late;
		}
	}
	return c;
}

static void key_figures_of(programme *p, section *s)
{
	relais_document *d = p->n->document;
	counts c = count(p, NULL, NULL);
	const char *all = say_count(d, c.resolutions);
	key_figure figures[] = {
		{ document_say(d, "Resolutions done"),
			tell_number_of(p, "done", "total", c.states[STATE_DONE]),
			document_say(d, "of %s", all), NULL },
		{ document_say(d, "Resolutions in progress"),
			tell_number_of(p, "in_progress", "total", c.states[STATE_ONGOING]),
			NULL, NULL },
		{ document_say(d, "Actions done"),
			tell_number_of(p, "actions_done", "total", c.done),
			document_say(
				d, "of %s", tell_number_of(p, "actions", "total", c.actions)),
			NULL },
		{ document_say(d, "Actions late"),
			tell_number_of(p, "actions_late", "total", c.late), NULL, NULL },
	};

	section_figures(d, s, sizeof figures / sizeof *figures, figures);
}

static void count_row(
	programme *p, block *table, const char *label, const char *group, const counts *c)
{
	const char *cells[COUNT_COLUMNS] = { label,
		tell_number_of(p, "resolutions", group, c->resolutions),
		tell_number_of(p, "done", group, c->states[STATE_DONE]),
		tell_number_of(p, "in_progress", group, c->states[STATE_ONGOING]),
		tell_number_of(p, "to_do", group,
			c->states[STATE_TO_DO] + c->states[STATE_PUT_OFF] +
				c->states[STATE_UNSET]),
		tell_number_of(p, "dropped", group, c->states[STATE_DROPPED]),
		tell_number_of(p, "actions", group, c->actions),
		tell_number_of(p, "actions_late", group, c->late) };

	table_add(p->n->document, table, cells, false);
}

static block *count_table(programme *p, section *s, const char *title, const char *first)
{
	relais_document *d = p->n->document;
	const table_column columns[COUNT_COLUMNS] = {
		{ first, false },
		{ document_say(d, "Resolutions"), true },
		{ document_say(d, "Done"), true },
		{ document_say(d, "In progress"), true },
		{ document_say(d, "Still to do"), true },
		{ document_say(d, "Dropped"), true },
		{ document_say(d, "Actions"), true },
		{ document_say(d, "Late"), true },
	};

	return section_table(d, s, title, COUNT_COLUMNS, columns);
}

void write_summary(programme *p)
{
	relais_document *d = p->n->document;
	section *s = note_section(p->n, "summary", document_say(d, "Where we are"));
	block *table;

	key_figures_of(p, s);
	write_tiles(p, s);
	table = count_table(p, s, document_say(d, "By domain"), document_say(d, "Domain"));
	for (size_t i = 0; domain_codes[i]; i++) {
		counts c = count(p, domain_codes[i], NULL);

		count_row(p, table, domain_name(d, domain_codes[i]), domain_codes[i], &c);
	}
	table = count_table(
		p, s, document_say(d, "By challenge"), document_say(d, "Challenge"));
	for (size_t i = 0; challenge_codes[i]; i++) {
		counts c = count(p, NULL, challenge_codes[i]);

		count_row(p, table, challenge_name(d, challenge_codes[i]), challenge_codes[i],
			&c);
	}
}
