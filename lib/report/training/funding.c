/* SPDX-License-Identifier: MIT
 * Who paid for the sessions held: amounts, shares of the cost, and what nobody paid.
 */
#include "inside.h"

enum { COLUMNS = 3, SOURCES = 7 };

static const struct {
	const char *column, *label;
} sources[SOURCES] = {
	{ "opco_eur", N_("OPCO (private law)") },
	{ "cnfpt_eur", N_("CNFPT (public law)") },
	{ "region_eur", N_("Region") },
	{ "relais_eur", N_("Relais") },
	{ "offices_eur", N_("Offices") },
	{ "others_eur", N_("Other funders") },
	{ "remaining_eur", N_("Remaining") },
};

static const char *share_of(note *n, const char *column, number part, number whole)
{
	number a, b, share;
	char name[64];

	if (!number_rescale(part, NUMBER_MAX_DECIMALS, &a, NULL) ||
		!number_rescale(whole, NUMBER_MAX_DECIMALS, &b, NULL) ||
		!number_ratio(a.units, b.units, 100, NUMBER_MAX_DECIMALS, &share))
		return document_copy(n->document, "–");
	snprintf(name, sizeof name, "%s_share", column);
	return tell_reckoned(n, "total", name, share, AS_PERCENT);
}

/* A chart of what is told; nothing of what is not. */
static void draw(note *n, section *s, size_t count, const char *const *names,
	const char *const *labels, const double *values)
{
	relais_document *d = n->document;
	const bool missing[SOURCES] = { false };
	const chart_series series = { .name = document_say(d, "Euros"),
		.values = values,
		.missing = missing,
		.labels = labels };
	const chart drawing = {
		.type = CHART_BARS,
		.points = count,
		.names = names,
		.series_count = 1,
		.series = &series,
		.unit = document_say(d, "euros"),
		.description = document_say(d,
			"One bar for each funder, and one for what remains; the table gives the figures.")
	};

	if (count > 1)
		section_chart(d, s, document_say(d, "Who pays for training"), &drawing);
}

void write_funding(note *n, section *s, const taught *total)
{
	relais_document *d = n->document;
	const table_column columns[COLUMNS] = {
		{ document_say(d, "Funder"), false },
		{ document_say(d, "Amount"), true },
		{ document_say(d, "Share of the cost"), true },
	};
	const char *names[SOURCES], *labels[SOURCES];
	double values[SOURCES];
	number cost = { 0, 0 }, part, whole;
	bool has_cost = taught_number(total, "cost_eur", &cost);
	block *table = section_table(d, s, document_say(d, "Funding"), COLUMNS, columns);
	size_t count = 0;

	for (size_t i = 0; i < SOURCES; i++) {
		bool is_told = taught_number(total, sources[i].column, &part);
		const char *cells[COLUMNS] = { words(d->lang, sources[i].label),
			tell_taught(n, total, sources[i].column, AS_EUROS),
			is_told && has_cost ? share_of(n, sources[i].column, part, cost)
					    : document_copy(d, "–") };

		table_add(d, table, cells, false);
		if (!is_told || !number_rescale(part, 0, &whole, NULL) || whole.units == 0)
			continue;
		names[count] = cells[0];
		labels[count] = cells[1];
		values[count++] = (double)whole.units;
	}
	table_add(d, table,
		(const char *[COLUMNS]){ document_say(d, "Cost"),
			tell_taught(n, total, "cost_eur", AS_EUROS), NULL },
		true);
	draw(n, s, count, names, labels, values);
}
