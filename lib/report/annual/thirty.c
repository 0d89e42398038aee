/* SPDX-License-Identifier: MIT
 * The thirty in one table, what was planned and spent for each, and what stands for the network outside:
 * the last domain, measure by measure, with the bodies it works with.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/date.h"
#include "../../base/error.h"
#include "../../base/period.h"
#include "../answer.h"
#include "../resolutions/inside.h"
#include "inside.h"

enum { PLAN_COLUMNS = 9, MEASURE_COLUMNS = 5, PARTNER_COLUMNS = 4 };

/* What a resolution costs; NULL: nobody said. */
typedef struct cost {
	const struct cost *next;
	const char *code, *planned, *spent;
} cost;

static relais_status read_costs(note *n, const cost **out, relais_error *err)
{
	relais_question q = n->question;
	relais_rows *rows = NULL;
	relais_row row;
	relais_status rc;

	*out = NULL;
	q.by = "resolution";
	rc = relais_ask_budget(n->store, &q, &rows, err);
	while (rc == RELAIS_OK && (rc = relais_rows_next(rows, &row, err)) == RELAIS_OK) {
		cost *one = arena_alloc(&n->document->memory, sizeof *one);

		if (!one) {
			rc = fail_memory(err);
			break;
		}
		*one = (cost){ .next = *out,
			.code = document_copy(
				n->document, row_cell(&row, rows_column(rows, "group"))),
			.planned = document_copy(
				n->document, row_cell(&row, rows_column(rows, "planned_eur"))),
			.spent = document_copy(
				n->document, row_cell(&row, rows_column(rows, "spent_eur"))) };
		*out = one;
	}
	relais_rows_close(rows);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

static const char *tell_cost(programme *p, const char *name, const char *code, const char *said)
{
	relais_document *d = p->n->document;
	char text[NUMBER_SIZE * 2], value[NUMBER_SIZE];
	number n;

	if (!said || !number_from_text(said, &n) || !number_rescale(n, 0, &n, NULL))
		return NULL;
	number_format(n, 0, d->lang, false, text);
	number_print(n, value);
	document_figure(d, p->n->teller.section, name, NULL, code, NULL, value, "");
	return document_means(d, document_say(d, "€%s", text), value);
}

static int64_t count_actions(const programme *p, const char *code, state_of state)
{
	int64_t count = 0;

	for (size_t i = 0; i < p->action_count; i++)
		count += p->actions[i].resolution && !strcmp(p->actions[i].resolution, code) &&
			 p->actions[i].state == state;
	return count;
}

static void add_resolution(
	programme *p, block *table, const one_resolution *r, const cost *costs)
{
	while (costs && (!costs->code || strcmp(costs->code, r->code) != 0))
		costs = costs->next;
	table_add(p->n->document, table,
		(const char *[PLAN_COLUMNS]){ r->code, r->title,
			tell_number_of(p, "actions_done", r->code,
				count_actions(p, r->code, STATE_DONE)),
			tell_number_of(p, "actions_in_progress", r->code,
				count_actions(p, r->code, STATE_ONGOING)),
			tell_number_of(p, "actions_late", r->code, r->late),
			costs ? tell_cost(p, "planned_eur", r->code, costs->planned) : NULL,
			costs ? tell_cost(p, "spent_eur", r->code, costs->spent) : NULL,
			tell_adoption(p, r), tell_target(p, r) },
		false);
}

relais_status write_thirty(programme *p, relais_error *err)
{
	relais_document *d = p->n->document;
	const table_column columns[PLAN_COLUMNS] = {
		{ document_say(d, "Resolution"), false },
		{ document_say(d, "Title"), false },
		{ document_say(d, "Actions done"), true },
		{ document_say(d, "In progress"), true },
		{ document_say(d, "Late"), true },
		{ document_say(d, "Planned"), true },
		{ document_say(d, "Spent"), true },
		{ document_say(d, "Adopted by the offices"), true },
		{ document_say(d, "Target"), true },
	};
	const cost *costs;
	section *s;
	block *table;
	relais_status rc = read_costs(p->n, &costs, err);

	if (rc != RELAIS_OK)
		return rc;
	s = note_section(p->n, "resolutions", document_say(d, "The thirty resolutions"));
	table = section_table(
		d, s, document_say(d, "Actions, budget and adoption"), PLAN_COLUMNS, columns);
	for (size_t i = 0; i < p->resolution_count; i++)
		add_resolution(p, table, &p->resolutions[i], costs);
	section_method(d, s,
		document_say(d,
			"Where the manifesto leaves open which challenge a resolution answers, it is counted "
			"under one of them."));
	return RELAIS_OK;
}

/* ---- representation ------------------------------------------------------------------------------ */

static const char *tell_found(note *n, const char *resolution, const char *measure_code,
	const char *said, const char *unit)
{
	relais_document *d = n->document;
	char text[NUMBER_SIZE * 2];
	number value;

	if (!said || !number_from_text(said, &value))
		return NULL;
	number_format(value, value.decimals ? 1 : 0, d->lang, false, text);
	number_rescale(value, value.decimals ? 1 : 0, &value, NULL);
	said = document_copy(d, said);
	document_figure(d, n->teller.section, measure_code, NULL, resolution, NULL, said, "");
	return document_means(d,
		unit && *unit ? document_say(d, "%s\u00a0%s", text, unit)
			      : document_copy(d, text),
		said);
}

static block *measure_table(note *n, section **s)
{
	relais_document *d = n->document;
	const table_column columns[MEASURE_COLUMNS] = {
		{ document_say(d, "Resolution"), false },
		{ document_say(d, "What was done"), false },
		{ document_say(d, "Value"), true },
		{ document_say(d, "Target"), true },
		{ document_say(d, "Last proof"), false },
	};

	*s = note_section(n, "representation", document_say(d, "Representation"));
	return section_table(d, *s, document_say(d, "Meetings, agreements and positions"),
		MEASURE_COLUMNS, columns);
}

static void add_measure(note *n, block *table, const relais_rows *rows, const relais_row *row)
{
	relais_document *d = n->document;
	const char *resolution = row_cell(row, rows_column(rows, "resolution"));
	const char *code = row_cell(row, rows_column(rows, "measure"));
	const char *unit = row_cell(row, rows_column(rows, "unit"));
	char target[80];

	snprintf(target, sizeof target, "%s_target", code ? code : "");
	table_add(d, table,
		(const char *[MEASURE_COLUMNS]){ resolution,
			row_cell(row, rows_column(rows, "label")),
			tell_found(n, resolution, code,
				row_cell(row, rows_column(rows, "value")), unit),
			tell_found(n, resolution, target,
				row_cell(row, rows_column(rows, "target")), unit),
			say_day(d, row_cell(row, rows_column(rows, "proof_on"))) },
		false);
}

static relais_status write_measures(
	note *n, const relais_question *q, section **s, relais_error *err)
{
	relais_rows *rows = NULL;
	block *table = NULL;
	relais_row row;
	relais_status rc = relais_ask_evidence(n->store, q, "relay", &rows, err);

	while (rc == RELAIS_OK && (rc = relais_rows_next(rows, &row, err)) == RELAIS_OK) {
		const char *resolution = row_cell(&row, rows_column(rows, "resolution"));

		if (!resolution || *resolution != 'R' ||
			!row_cell(&row, rows_column(rows, "value")) ||
			!row_cell(&row, rows_column(rows, "proof_on")))
			continue; /* a share of nothing proven says nothing was done: no news */
		if (!table)
			table = measure_table(n, s);
		add_measure(n, table, rows, &row);
	}
	relais_rows_close(rows);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

static block *partner_table(note *n, section **s)
{
	relais_document *d = n->document;
	const table_column columns[PARTNER_COLUMNS] = {
		{ document_say(d, "Body"), false },
		{ document_say(d, "Last contact"), false },
		{ document_say(d, "Contacts in 12 months"), true },
		{ document_say(d, "Agreements in force"), true },
	};

	if (!*s)
		*s = note_section(n, "representation", document_say(d, "Representation"));
	return section_table(d, *s, document_say(d, "Bodies the relay works with"),
		PARTNER_COLUMNS, columns);
}

static relais_status write_partners(
	note *n, const relais_question *q, section **s, relais_error *err)
{
	relais_document *d = n->document;
	relais_rows *rows = NULL;
	block *table = NULL;
	relais_row row;
	relais_status rc = relais_ask_partners(n->store, q, &rows, err);

	while (rc == RELAIS_OK && (rc = relais_rows_next(rows, &row, err)) == RELAIS_OK) {
		const char *code = row_cell(&row, rows_column(rows, "partner"));
		const char *agreed = row_cell(&row, rows_column(rows, "agreements"));

		if (!row_cell(&row, rows_column(rows, "last_contact")) &&
			(!agreed || !strcmp(agreed, "0")))
			continue; /* nothing was done with it so far */
		if (!table)
			table = partner_table(n, s);
		table_add(d, table,
			(const char *[PARTNER_COLUMNS]){
				row_cell(&row, rows_column(rows, "name")),
				say_day(d, row_cell(&row, rows_column(rows, "last_contact"))),
				tell_found(n, code, "contacts",
					row_cell(&row, rows_column(rows, "contacts")), NULL),
				tell_found(n, code, "agreements",
					row_cell(&row, rows_column(rows, "agreements")),
					NULL) },
			false);
	}
	relais_rows_close(rows);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

/* As it stood on the last day of the year, or now when the year goes on. */
relais_status write_representation(note *n, relais_error *err)
{
	relais_question q = n->question;
	section *s = NULL;
	relais_status rc;

	q.span = n->this_month;
	q.indicators = NULL;
	rc = write_measures(n, &q, &s, err);
	return rc == RELAIS_OK ? write_partners(n, &q, &s, err) : rc;
}
