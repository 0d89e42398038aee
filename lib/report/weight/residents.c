/* SPDX-License-Identifier: MIT
 * What the figures make for each resident. Both totals are told, and of the same offices: their quotient
 * then tells nothing that they do not, and compares what is comparable.
 */
#include <string.h>

#include "../../question/measure/fraction.h"
#include "weight.h"

enum { COLUMNS = 3, PLACES = 2, THOUSAND = 1000 };

static const char *const codes[] = { "taxe_sejour_collectee_eur", "taxe_sejour_affectee_eur",
	"produits_eur", "charges_eur", "subvention_eur", "masse_salariale_eur", "etp_total",
	"lits_touristiques", "nuitees_taxees", "visiteurs_accueillis", NULL };

static bool is_money(const indicator *i)
{
	return !strcmp(i->type, "eur");
}

/* Rounded once, as it is said. */
static bool reckon(const indicator *i, const measure *of, const measure *heads, number *out)
{
	fraction f = fraction_of(of->value.units, power_of_10(of->value.decimals));

	f = fraction_times(f, is_money(i) ? 1 : THOUSAND);
	f = fraction_over(f, heads->value.units);
	return fraction_round(
		fraction_times(f, power_of_10(heads->value.decimals)), PLACES, out);
}

static const char *tell(note *n, const indicator *i, number rate)
{
	relais_document *d = n->document;
	char period[16], value[NUMBER_SIZE], said[NUMBER_SIZE * 2];

	relais_period_print(n->month, period);
	number_print(rate, value);
	number_format(rate, PLACES, d->lang, false, said);
	document_figure(d, n->teller.section,
		is_money(i) ? "per_resident" : "per_1000_residents", i->code, "total", period,
		value, "");
	return document_means(
		d, is_money(i) ? document_say(d, "€%s", said) : document_copy(d, said), value);
}

/* NULL: not to be told, or not known, of the same offices. */
static relais_status rate_of(note *n, const indicator *i, const indicator *population,
	const char **said, relais_error *err)
{
	reading *of, *heads;
	bool same = false;
	number rate;
	relais_status rc = note_read(n, i, n->this_month, &of, err);

	*said = NULL;
	if (rc == RELAIS_OK)
		rc = note_read(n, population, n->this_month, &heads, err);
	if (rc != RELAIS_OK || !level_is_open(&n->teller, &of->level) ||
		!level_is_open(&n->teller, &heads->level) || heads->level.value.units <= 0)
		return rc;
	rc = study_same_offices(n->network, i, population, n->this_month, &same, err);
	if (rc == RELAIS_OK && same && reckon(i, &of->level, &heads->level, &rate))
		*said = tell(n, i, rate);
	return rc;
}

static block *start(note *n)
{
	relais_document *d = n->document;
	const table_column columns[COLUMNS] = {
		{ document_say(d, "Figure"), false },
		{ document_say(d, "Of"), false },
		{ note_month_name(n, n->month), true },
	};
	section *s = note_section(n, "residents", document_say(d, "For each resident"));

	return section_table(d, s,
		document_say(d, "What the offices are for those who live there"), COLUMNS,
		columns);
}

relais_status write_residents(note *n, relais_error *err)
{
	relais_document *d = n->document;
	const indicator *population = note_indicator(n, "population");
	const char *before = n->teller.section;
	block *table = NULL;
	relais_status rc = RELAIS_OK;

	n->teller.section = "residents";
	for (const char *const *code = codes; population && rc == RELAIS_OK && *code; code++) {
		const indicator *i = note_indicator(n, *code);
		const char *said = NULL;

		if (i)
			rc = rate_of(n, i, population, &said, err);
		if (rc != RELAIS_OK || !said)
			continue;
		if (!table)
			table = start(n);
		table_add(d, table,
			(const char *[COLUMNS]){ indicator_label(i, d->lang),
				is_money(i) ? document_say(d, "a resident")
					    : document_say(d, "1,000 residents"),
				said },
			false);
	}
	if (table)
		table->note = document_say(d,
			"A figure stands here when it and the population are known of the very same offices.");
	else
		n->teller.section = before;
	return rc;
}
