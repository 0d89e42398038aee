/* SPDX-License-Identifier: MIT
 * What is late, the thirty one by one, and the actions behind them. Who an action is with is told
 * within the relais only.
 */
#include <string.h>

#include "../../base/date.h"
#include "../../base/number.h"
#include "inside.h"

enum { ACTION_COLUMNS = 8, TOLD_OUTSIDE = 6, RESOLUTION_COLUMNS = 9 };

const char *say_day(relais_document *d, const char *iso)
{
	relais_day day;
	char said[32];

	if (!iso || !day_read(iso, strlen(iso), &day))
		return NULL;
	day_format(day, d->lang, said);
	return document_copy(d, said);
}

const char *say_share(relais_document *d, const char *value)
{
	number n, whole;
	char said[NUMBER_SIZE];

	if (!value || !number_from_text(value, &n) || !number_rescale(n, 0, &whole, NULL))
		return NULL;
	number_print(whole, said);
	return document_means(d, say_percent(d, whole, false), document_copy(d, said));
}

static block *action_table(programme *p, section *s, const char *title)
{
	relais_document *d = p->n->document;
	const table_column columns[ACTION_COLUMNS] = {
		{ document_say(d, "Action"), false },
		{ document_say(d, "Title"), false },
		{ document_say(d, "Start"), false },
		{ document_say(d, "Due"), false },
		{ document_say(d, "State"), false },
		{ document_say(d, "Progress"), true },
		{ document_say(d, "Owner"), false },
		{ document_say(d, "Proof"), false },
	};

	return section_table(
		d, s, title, tells_people(p) ? ACTION_COLUMNS : TOLD_OUTSIDE, columns);
}

static void add_action(programme *p, block *table, const one_action *a)
{
	relais_document *d = p->n->document;
	const char *state = state_name(d, a->state);
	const char *cells[ACTION_COLUMNS] = { a->code, a->title, say_day(d, a->start),
		say_day(d, a->due), a->is_late ? document_say(d, "%s, late", state) : state,
		say_share(d, a->progress), a->owner, a->proof };

	document_figure(d, p->n->teller.section, "progress", NULL, a->code, NULL, a->progress,
		a->is_late ? "late" : "");
	table_add(d, table, cells, false);
}

void write_late(programme *p)
{
	relais_document *d = p->n->document;
	section *s = note_section(p->n, "late", document_say(d, "Late"));
	block *table = NULL;

	for (size_t i = 0; i < p->action_count; i++) {
		if (!p->actions[i].is_late)
			continue;
		if (!table)
			table = action_table(p, s, document_say(d, "Actions that are late"));
		add_action(p, table, &p->actions[i]);
	}
	if (!table)
		section_paragraph(d, s, document_say(d, "No action is late."));
}

/* A value in the unit of its measure, as people read it; NULL when there is none. */
static const char *say_measure(relais_document *d, const char *value, const char *unit)
{
	number n;
	char said[NUMBER_SIZE * 2];

	if (!value || !*value || !number_from_text(value, &n))
		return NULL;
	number_format(n, n.decimals > 0 ? 1 : 0, d->lang, false, said);
	if (!unit || !*unit)
		return document_means(d, document_copy(d, said), document_copy(d, value));
	return document_means(
		d, document_say(d, "%s\u00a0%s", said, unit), document_copy(d, value));
}

const char *tell_adoption(programme *p, const one_resolution *r)
{
	relais_document *d = p->n->document;
	bool is_secret = r->flag && strchr(r->flag, 's');

	if (r->adoption || is_secret)
		document_figure(d, p->n->teller.section, "adoption", NULL, r->code, NULL,
			r->adoption, is_secret ? "s" : "");
	if (is_secret)
		p->n->teller.signs |= SIGN_SECRET;
	return is_secret ? "s" : say_measure(d, r->adoption, r->unit);
}

const char *tell_target(programme *p, const one_resolution *r)
{
	const char *said = say_measure(p->n->document, r->target, r->unit);

	if (said)
		document_figure(p->n->document, p->n->teller.section, "target", NULL, r->code,
			NULL, r->target, "");
	return said;
}

static void add_resolution(programme *p, block *table, const one_resolution *r)
{
	relais_document *d = p->n->document;
	const char *cells[RESOLUTION_COLUMNS] = { r->code, r->title,
		document_say(d, "%s\u00a0%s", state_sign(r->state), state_name(d, r->state)),
		say_share(d, r->proven), say_day(d, r->proof_on), tell_adoption(p, r),
		tell_target(p, r), tell_number_of(p, "actions", r->code, r->actions),
		tell_number_of(p, "actions_late", r->code, r->late) };

	if (r->proven)
		document_figure(
			d, p->n->teller.section, "proven", NULL, r->code, NULL, r->proven, "");
	table_add(d, table, cells, false);
}

void write_resolutions(programme *p)
{
	relais_document *d = p->n->document;
	section *s =
		note_section(p->n, "resolutions", document_say(d, "The thirty resolutions"));
	const table_column columns[RESOLUTION_COLUMNS] = {
		{ document_say(d, "Resolution"), false },
		{ document_say(d, "Title"), false },
		{ document_say(d, "State"), false },
		{ document_say(d, "Proven"), true },
		{ document_say(d, "Last proof"), false },
		{ document_say(d, "Adopted by the offices"), true },
		{ document_say(d, "Target"), true },
		{ document_say(d, "Actions"), true },
		{ document_say(d, "Late"), true },
	};

	for (size_t k = 0; domain_codes[k]; k++) {
		block *table = NULL;

		for (size_t i = 0; i < p->resolution_count; i++) {
			if (strcmp(p->resolutions[i].domain, domain_codes[k]) != 0)
				continue;
			if (!table)
				table = section_table(d, s, domain_name(d, domain_codes[k]),
					RESOLUTION_COLUMNS, columns);
			add_resolution(p, table, &p->resolutions[i]);
		}
	}
}

void write_plan(programme *p)
{
	relais_document *d = p->n->document;
	section *s;
	block *table;

	if (!p->action_count)
		return;
	s = note_section(p->n, "plan", document_say(d, "The actions"));
	write_time(p, s);
	table = action_table(p, s, document_say(d, "All actions, by the day they are due"));
	for (size_t i = 0; i < p->action_count; i++)
		add_action(p, table, &p->actions[i]);
}

void write_key(programme *p)
{
	relais_document *d = p->n->document;
	section *s = note_section(p->n, "reading", document_say(d, "How to read it"));

	section_method(d, s,
		document_say(d,
			"The state of a resolution is the last one that the relay declared. What is proven "
			"is the share of its kinds of evidence that recent data shows: the two are shown "
			"side by side because they may differ."));
	section_method(d, s,
		document_say(d,
			"What the offices adopted is the main measure of each resolution, beside the value "
			"it is to reach; where nothing was ever recorded, nothing is said."));
	section_method(d, s,
		document_say(d,
			"Where the manifesto leaves open which challenge a resolution answers, it is counted "
			"under one of them."));
	section_method(d, s, document_say(d, LATE_RULE));
	if (!tells_people(p))
		section_method(d, s,
			document_say(d,
				"Who an action is with, and its proof, are told within the relais only."));
}
