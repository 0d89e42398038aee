/* SPDX-License-Identifier: MIT
 * Where visitors come from: the share of foreign contacts this year and last, and the
 * difference in points on the same offices.
 */
#include "../base/period.h"
#include "note.h"

enum { ORIGIN_COLUMNS = 6 };

static block *origin_table(note *n)
{
	relais_document *d = n->document;
	const table_column columns[ORIGIN_COLUMNS] = {
		{ document_say(d, "Visitors"), false },
		{ note_month_name(n, n->month), true },
		{ note_month_name(n, period_year_before(n->month)), true },
		{ document_say(d, "Difference"), true },
		{ document_say(d, "Offices"), true },
		{ document_say(d, "Coverage"), true },
	};

	return section_table(d, note_section(n, "origin", document_say(d, "Visitors’ origin")),
		document_say(d, "Share of foreign contacts at the counter"), ORIGIN_COLUMNS,
		columns);
}

/* The share one year before: of the common set, or as everyone who answered then made it when
 * the common set may not be told. */
static relais_status tell_share_before(
	note *n, const reading *r, const char **said, relais_error *err)
{
	relais_period before = period_year_before(n->month);
	reading *then;
	relais_status rc;

	if (!n->teller.published || !r->evolution.is_level_secret) {
		*said = tell_previous(&n->teller, note_topic(r), &r->evolution);
		return RELAIS_OK;
	}
	rc = note_read(n, r->about, (relais_span){ before, before }, &then, err);
	if (rc == RELAIS_OK)
		*said = tell_level(&n->teller, note_topic(then), &then->level);
	return rc;
}

relais_status write_origin(note *n, relais_error *err)
{
	const indicator *i = note_indicator(n, "part_etrangers");
	const char *cells[ORIGIN_COLUMNS];
	reading *r = NULL;
	measure shown;
	block *table;
	topic at;
	relais_status rc = i ? note_read(n, i, n->this_month, &r, err) : RELAIS_OK;

	if (rc != RELAIS_OK || !reading_has_data(r))
		return rc;
	table = origin_table(n);
	at = note_topic(r);
	shown = share_told(&n->teller, r);
	cells[0] = indicator_label(i, n->document->lang);
	cells[1] = tell_level(&n->teller, at, &shown);
	if ((rc = tell_share_before(n, r, &cells[2], err)) != RELAIS_OK)
		return rc;
	cells[3] = tell_evolution(&n->teller, at, &r->evolution);
	cells[4] = tell_offices(&n->teller, at, &r->evolution);
	cells[5] = tell_coverage(&n->teller, at, &r->evolution);
	table_add(n->document, table, cells, false);
	return RELAIS_OK;
}
