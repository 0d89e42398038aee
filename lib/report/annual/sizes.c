/* SPDX-License-Identifier: MIT
 * How staff, income and visitors go with the size of an office. A mean is the sum that is told over the
 * offices behind it.
 */
#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../../question/measure/fraction.h"
#include "inside.h"

enum { SIZE_COLUMNS = 7 };

typedef struct by_size {
	study *study;
	size_t count;
	measure *levels, *evolutions;
	spreads spreads;
} by_size;

static const char *size_name(relais_document *d, const char *code)
{
	static const struct {
		const char *code, *name;
	} names[] = { { "0-2", N_("up to 2 FTE") }, { "2-5", N_("over 2, up to 5 FTE") },
		{ "5-10", N_("over 5, up to 10 FTE") },
		{ "10-20", N_("over 10, up to 20 FTE") }, { "20+", N_("over 20 FTE") },
		{ "", N_("staff not known") } };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (!strcmp(names[i].code, code))
			return words(d->lang, names[i].name);
	return code;
}

static const char *tell_mean(note *n, topic at, const measure *m)
{
	number mean;

	if (!m->offices || !m->is_additive || !level_is_open(&n->teller, m) ||
		!fraction_round(fraction_over(fraction_of(m->value.units,
						      power_of_10(m->value.decimals)),
					m->offices),
			NUMBER_MAX_DECIMALS, &mean))
		return NULL;
	return tell_amount(&n->teller, at, "mean", mean);
}

static void add_size(note *n, block *table, const by_size *of, const indicator *i, size_t g)
{
	const char *code = study_group_code(of->study, g);
	topic at = { i, code, n->this_month };
	const measure *m = &of->levels[g];
	const char *cells[SIZE_COLUMNS] = { size_name(n->document, code) };

	cells[1] = tell_level(&n->teller, at, m);
	cells[2] = tell_mean(n, at, m);
	cells[3] = tell_quartile(
		n, at, spread_named(&of->spreads, i->code, code), QUARTILE_MEDIAN);
	cells[4] = tell_evolution(&n->teller, at, &of->evolutions[g]);
	cells[5] = tell_offices(&n->teller, at, m);
	cells[6] = tell_coverage(&n->teller, at, m);
	table_add(n->document, table, cells, false);
}

static bool is_split(const by_size *of)
{
	size_t count = 0;

	for (size_t g = 0; g < of->count; g++)
		count += *study_group_code(of->study, g) &&
			 (of->levels[g].has_value || of->levels[g].is_secret);
	return count > 1;
}

static block *size_table(note *n, section *s, const indicator *i)
{
	relais_document *d = n->document;
	const table_column columns[SIZE_COLUMNS] = {
		{ document_say(d, "Staff of the office"), false },
		{ note_month_name(n, n->month), true },
		{ document_say(d, "Mean of an office"), true },
		{ document_say(d, "Median of the offices"), true },
		{ document_say(d, "Evolution"), true },
		{ document_say(d, "Offices"), true },
		{ document_say(d, "Coverage"), true },
	};

	return section_table(d, s,
		document_say(d, "%s, by size of the offices", indicator_label(i, d->lang)),
		SIZE_COLUMNS, columns);
}

static relais_status ask_size(note *n, by_size *of, const indicator *i, relais_error *err)
{
	const char *const only[] = { i->code, NULL };
	const indicator *there = study_indicator_named(of->study, i->code);
	relais_status rc = study_both(
		of->study, there, n->this_month, false, of->levels, of->evolutions, err);

	for (size_t g = 0; rc == RELAIS_OK && g < of->count; g++)
		of->evolutions[g].is_secret |= of->levels[g].is_secret;
	return rc == RELAIS_OK ? spreads_ask(n, only, "size", &of->spreads, err) : rc;
}

static relais_status write_size(
	note *n, section **s, by_size *of, const indicator *i, relais_error *err)
{
	relais_status rc = ask_size(n, of, i, err);
	block *table;

	if (rc != RELAIS_OK || !is_split(of))
		return rc;
	table = size_table(n, means_section(n, s), i);
	for (size_t g = 0; g < of->count; g++)
		if (of->levels[g].expected || of->levels[g].offices)
			add_size(n, table, of, i, g);
	return RELAIS_OK;
}

static relais_status open_sizes(note *n, by_size *of, relais_error *err)
{
	relais_question q = n->question;
	relais_status rc;

	q.by = "size";
	if ((rc = study_open(&of->study, n->store, &q, err)) != RELAIS_OK)
		return rc;
	of->count = study_groups(of->study);
	of->levels = calloc(of->count + 1, sizeof *of->levels);
	of->evolutions = calloc(of->count + 1, sizeof *of->evolutions);
	return of->levels && of->evolutions ? RELAIS_OK : fail_memory(err);
}

relais_status write_sizes(note *n, section **s, relais_error *err)
{
	const char *const codes[] = { "etp_total", "produits_eur",
		n->main ? n->main->code : "contacts_guichet", NULL };
	by_size of = { .study = NULL };
	relais_status rc = open_sizes(n, &of, err);

	for (const char *const *code = codes; rc == RELAIS_OK && of.count > 1 && *code;
		code++) {
		const indicator *i = note_indicator(n, *code);

		if (i && i->has_data)
			rc = write_size(n, s, &of, i, err);
	}
	study_close(of.study);
	free(of.levels);
	free(of.evolutions);
	return rc;
}
