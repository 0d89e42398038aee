/* SPDX-License-Identifier: MIT
 * Every yardstick of the resolutions asked for, with what it comes to: value, of how many, the day
 * of the last proof and how old it is, the target.
 */
#include <string.h>

#include "../../base/error.h"
#include "../../base/rows.h"
#include "../../base/suggest.h"
#include "../../base/words.h"
#include "measures.h"

static const relais_column columns[] = { { "resolution", N_("Resolution"), RELAIS_CODE },
	{ "measure", N_("Measure"), RELAIS_CODE }, { "level", N_("Level"), RELAIS_CODE },
	{ "label", N_("Label"), RELAIS_TEXT }, { "value", N_("Value"), RELAIS_NUMBER },
	{ "unit", N_("Unit"), RELAIS_TEXT }, { "n", N_("n"), RELAIS_COUNT },
	{ "of", N_("Of"), RELAIS_COUNT }, { "proof_on", N_("Last proof"), RELAIS_DATE },
	{ "age", N_("Age (days)"), RELAIS_COUNT }, { "target", N_("Target"), RELAIS_NUMBER },
	{ "state", N_("State"), RELAIS_CODE }, { "flag", N_("Flag"), RELAIS_TEXT },
	{ "origin", N_("Origin"), RELAIS_CODE } };

/* What is kept of these on a narrow terminal. */
static const char in_short[] = "resolution measure value | label:20 unit target state proof_on";

/* Of what was recorded: reached or short where there is a target, else shown, or none. */
const char *finding_state(const finding *f)
{
	if (f->is_secret)
		return "withheld";
	if (f->is_stale)
		return "stale";
	if (!f->has_value)
		return "no_data";
	if (f->target)
		return f->has_reached ? "reached" : "short";
	return f->value.units == 0 ? "none" : "shown";
}

static void put_count(rowlist *list, bool is_known, int64_t value)
{
	if (is_known)
		rowlist_count(list, value);
	else
		rowlist_null(list);
}

void finding_cells(rowlist *list, const finding *f)
{
	bool tells = f->has_value && !f->is_secret;

	if (tells)
		rowlist_number(list, f->value);
	else
		rowlist_null(list);
}

static void add(rowlist *list, const evidence *e, size_t at)
{
	const yardstick *y = &e->list[at];
	const finding *f = &e->found[at];
	bool has_share = f->has_share && f->has_value && !f->is_secret;

	rowlist_text(list, y->resolution);
	rowlist_text(list, y->code);
	rowlist_text(list, y->tier == TIER_RELAY ? "relay" : "office");
	rowlist_text(list, y->label[e->lang]);
	finding_cells(list, f);
	if (f->value.decimals > 1 && strcmp(y->unit, "€") != 0)
		rowlist_as(list, RELAIS_INDEX); /* a share, a mean: computed, not counted */
	rowlist_text(list, y->unit);
	put_count(list, has_share, f->n);
	put_count(list, has_share, f->of);
	rowlist_day(list, f->last);
	put_count(list, f->age >= 0, f->age);
	if (f->target)
		rowlist_number(list, f->target->value);
	else
		rowlist_null(list);
	rowlist_text(list, finding_state(f));
	rowlist_text(list, f->is_secret ? "s" : f->is_stale ? "o" : "");
	rowlist_text(list, y->is_own ? "relay" : "catalogue");
	rowlist_end_row(list);
}

relais_status level_check(const char *said, relais_error *err)
{
	suggestions near;
	char hint[400];

	if (!said || strcmp(said, "relay") == 0 || strcmp(said, "office") == 0)
		return RELAIS_OK;
	suggest_start(&near, said);
	suggest_offer(&near, "relay", NULL);
	suggest_offer(&near, "office", NULL);
	suggest_print(&near, err ? err->lang : RELAIS_EN, hint, sizeof hint);
	return fail(
		err, RELAIS_E_USAGE, "the level is relay or office, not '%s'%s", said, hint);
}

relais_status relais_ask_evidence(relais_store *store, const relais_question *question,
	const char *level, relais_rows **out, relais_error *err)
{
	rowlist *list;
	evidence e;
	status s;
	relais_status rc;

	*out = NULL;
	if ((rc = level_check(level, err)) != RELAIS_OK ||
		(rc = status_open(&s, store, question, err)) != RELAIS_OK)
		return rc;
	if ((rc = evidence_open(&e, &s, question, status_day_asked(&s, question), err)) !=
		RELAIS_OK) {
		status_close(&s);
		return rc;
	}
	list = rowlist_new(columns, sizeof columns / sizeof *columns);
	for (size_t k = 0; list && k < s.count; k++)
		for (size_t i = 0; s.resolutions[k].is_asked && i < e.count; i++)
			if (strcmp(e.list[i].resolution, s.resolutions[k].code) == 0 &&
				(!level || (e.list[i].tier == TIER_OFFICE) ==
						   (strcmp(level, "office") == 0)))
				add(list, &e, i);
	evidence_close(&e);
	status_close(&s);
	return list ? rows_with_main(out, in_short, rowlist_rows(list, out, err))
		    : fail_memory(err);
}
