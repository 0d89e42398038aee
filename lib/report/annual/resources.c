/* SPDX-License-Identifier: MIT
 * What the offices live on: shares of their income and ratios of their accounts. Where the two sums are told,
 * a ratio over fewer offices tells what the others have; it is kept when these are too few.
 */
#include "../../base/error.h"
#include "inside.h"

enum { SHARE_COLUMNS = 4 };

static const char *const rates[] = { "part_autofinancement", "part_masse_salariale",
	"produits_par_hab", NULL };
static const char *const resources[] = { "subvention_eur", "taxe_sejour_affectee_eur",
	"autofinancement_eur", NULL };

static relais_status leaves_too_few(
	note *n, const char *code, int64_t offices, bool *out, relais_error *err)
{
	const indicator *i = note_indicator(n, code);
	reading *r;
	relais_status rc = RELAIS_OK;

	if (!i || !n->teller.published)
		return RELAIS_OK;
	if ((rc = note_read(n, i, n->this_month, &r, err)) != RELAIS_OK)
		return rc;
	*out = *out || (level_is_open(&n->teller, &r->level) && r->level.offices > offices &&
			       r->level.offices - offices < secrecy_least(&r->level));
	return RELAIS_OK;
}

static relais_status guard(note *n, const char *above, const char *below, measure *level,
	measure *move, relais_error *err)
{
	bool is_near = false;
	relais_status rc = leaves_too_few(n, above, level->offices, &is_near, err);

	if (rc == RELAIS_OK)
		rc = leaves_too_few(n, below, level->offices, &is_near, err);
	level->is_secret = level->is_secret || is_near;
	move->is_secret = move->is_secret || level->is_secret;
	return rc;
}

/* ---- what they live on --------------------------------------------------------------------------- */

static block *share_table(note *n, section *s)
{
	relais_document *d = n->document;
	const table_column columns[SHARE_COLUMNS] = {
		{ document_say(d, "Resource"), false },
		{ document_say(d, "Share of income"), true },
		{ document_say(d, "Difference"), true },
		{ document_say(d, "Offices"), true },
	};
	block *table = section_table(
		d, s, document_say(d, "What the income is made of"), SHARE_COLUMNS, columns);

	table->note = document_say(d,
		"Each share is over the offices that sent both the resource and their income; what is "
		"left are other resources.");
	return table;
}

static relais_status add_share(
	note *n, section **s, block **table, const char *code, relais_error *err)
{
	const indicator *part = note_indicator(n, code);
	const indicator *whole = note_indicator(n, "produits_eur");
	const char *cells[SHARE_COLUMNS];
	indicator *about = arena_alloc(&n->document->memory, sizeof *about);
	measure level, move;
	relais_status rc;
	topic at = { about, "total", n->this_month };

	if (!about)
		return fail_memory(err);
	if (!part || !whole || !part->has_data || !whole->has_data)
		return RELAIS_OK;
	rc = study_share(n->network, part, whole, n->this_month, &level, &move, err);
	if (rc == RELAIS_OK)
		rc = guard(n, part->code, whole->code, &level, &move, err);
	if (rc != RELAIS_OK || !(level.has_value || level.is_secret))
		return rc;
	*about = *part;
	about->type = "percent";
	if (!*table)
		*table = share_table(n, means_section(n, s));
	cells[0] = indicator_label(part, n->document->lang);
	cells[1] = tell_share(&n->teller, at, &level);
	cells[2] = tell_evolution(&n->teller, at, &move);
	cells[3] = tell_offices(&n->teller, at, &level);
	table_add(n->document, *table, cells, false);
	return RELAIS_OK;
}

relais_status write_resources(note *n, section **s, relais_error *err)
{
	block *table = NULL;
	relais_status rc = RELAIS_OK;

	for (const char *const *code = resources; rc == RELAIS_OK && *code; code++)
		rc = add_share(n, s, &table, *code, err);
	return rc;
}

static block *rate_table(note *n, section *s)
{
	relais_document *d = n->document;
	const table_column columns[SHARE_COLUMNS] = {
		{ document_say(d, "Ratio"), false },
		{ note_month_name(n, n->month), true },
		{ document_say(d, "Evolution"), true },
		{ document_say(d, "Offices"), true },
	};

	return section_table(
		d, s, document_say(d, "Ratios of the accounts"), SHARE_COLUMNS, columns);
}

static relais_status add_rate(
	note *n, section **s, block **table, const indicator *i, relais_error *err)
{
	const char *cells[SHARE_COLUMNS] = { indicator_label(i, n->document->lang) };
	measure level, move;
	reading *r;
	relais_status rc = note_read(n, i, n->this_month, &r, err);

	if (rc != RELAIS_OK || !reading_has_data(r))
		return rc;
	level = r->level;
	move = r->evolution;
	if ((rc = guard(n, i->numerator, i->denominator, &level, &move, err)) != RELAIS_OK)
		return rc;
	if (!*table)
		*table = rate_table(n, means_section(n, s));
	cells[1] = tell_level(&n->teller, note_topic(r), &level);
	cells[2] = tell_evolution(&n->teller, note_topic(r), &move);
	cells[3] = tell_offices(&n->teller, note_topic(r), &level);
	table_add(n->document, *table, cells, false);
	return RELAIS_OK;
}

relais_status write_rates(note *n, section **s, relais_error *err)
{
	block *table = NULL;
	relais_status rc = RELAIS_OK;

	for (const char *const *code = rates; rc == RELAIS_OK && *code; code++) {
		const indicator *i = note_indicator(n, *code);

		if (i && i->has_data)
			rc = add_rate(n, s, &table, i, err);
	}
	return rc;
}
