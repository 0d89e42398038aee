/* SPDX-License-Identifier: MIT
 * Budgets and accounts of the offices: their sums, and how they spread.
 */
#include "../../base/error.h"
#include "inside.h"

enum { SPREAD_COLUMNS = 5 };

static const char *const accounts[] = { "produits_eur", "charges_eur", "subvention_eur",
	"taxe_sejour_affectee_eur", "autofinancement_eur", "masse_salariale_eur",
	"taxe_sejour_collectee_eur", NULL };

static block *spread_table(note *n, section *s)
{
	relais_document *d = n->document;
	const table_column columns[SPREAD_COLUMNS] = {
		{ document_say(d, "Figure"), false },
		{ document_say(d, "First quartile"), true },
		{ document_say(d, "Median of the offices"), true },
		{ document_say(d, "Third quartile"), true },
		{ document_say(d, "Offices"), true },
	};
	block *table = section_table(
		d, s, document_say(d, "Accounts of the offices"), SPREAD_COLUMNS, columns);

	table->note =
		n->teller.published
			? document_say(d,
				  "A quarter of the offices are below the first quartile, half below the median, "
				  "three quarters below the third; told in two digits, and where enough offices lie on "
				  "both sides.")
			: document_say(d,
				  "A quarter of the offices are below the first quartile, half below the median, "
				  "three quarters below the third.");
	return table;
}

static relais_status add_spread(
	note *n, block *table, const indicator *i, const spreads *all, relais_error *err)
{
	const office_spread *of = spread_named(all, i->code, "total");
	const char *cells[SPREAD_COLUMNS] = { indicator_label(i, n->document->lang) };
	reading *r;
	topic at;
	relais_status rc = note_read(n, i, n->this_month, &r, err);

	if (rc != RELAIS_OK || !reading_has_data(r) || !of)
		return rc;
	at = note_topic(r);
	cells[1] = tell_quartile(n, at, of, QUARTILE_LOW);
	cells[2] = tell_quartile(n, at, of, QUARTILE_MEDIAN);
	cells[3] = tell_quartile(n, at, of, QUARTILE_HIGH);
	cells[4] = tell_offices(&n->teller, at, &r->level);
	table_add(n->document, table, cells, false);
	return RELAIS_OK;
}

relais_status write_accounts(note *n, section **s, relais_error *err)
{
	relais_document *d = n->document;
	const figures_of about = { "means", document_say(d, "Means of the offices"),
		document_say(d, "Budgets and accounts"), document_say(d, "Figure"), accounts };
	block *table, *before = *s ? (*s)->last : NULL;
	spreads all;
	relais_status rc = write_figures_of(n, s, &about, err);

	if (rc != RELAIS_OK || !*s || (*s)->last == before)
		return rc;
	if ((rc = spreads_ask(n, accounts, NULL, &all, err)) != RELAIS_OK || !all.first)
		return rc;
	table = spread_table(n, *s);
	for (const char *const *code = accounts; rc == RELAIS_OK && *code; code++) {
		const indicator *i = note_indicator(n, *code);

		if (i && i->has_data)
			rc = add_spread(n, table, i, &all, err);
	}
	return rc;
}
