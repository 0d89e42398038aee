/* SPDX-License-Identifier: MIT
 * The yearly return in the norm's order: a row for each indicator and group, with the definition it
 * was collected by, what stands behind it, and an empty value where there is nothing to return.
 */
#include <stdlib.h>

#include "../../base/error.h"
#include "../../base/rows.h"
#include "../../base/words.h"
#include "norm.h"

static const relais_column columns[] = { { "section", N_("Section"), RELAIS_TEXT },
	{ "indicator", N_("Indicator"), RELAIS_CODE },
	{ "definition_version", N_("Definition"), RELAIS_CODE },
	{ "period", N_("Period"), RELAIS_PERIOD }, { "group", N_("Group"), RELAIS_CODE },
	{ "value", N_("Value"), RELAIS_NUMBER }, { "offices", N_("Offices"), RELAIS_COUNT },
	{ "expected", N_("Expected"), RELAIS_COUNT },
	{ "coverage", N_("Coverage"), RELAIS_PERCENT }, { "flag", N_("Flag"), RELAIS_TEXT } };

/* What is kept of these on a narrow terminal. */
static const char in_short[] = "indicator group period value | section offices coverage flag";

static void say_number(rowlist *list, bool shown, number n)
{
	if (shown)
		rowlist_number(list, n);
	else
		rowlist_null(list);
}

static void say(rowlist *list, const study *s, const norm *n, const norm_line *line,
	const measure *m, size_t g)
{
	char flags[12];

	measure_flags(m, flags);
	rowlist_text(list, *line->section ? line->section : NULL);
	rowlist_text(list, line->indicator);
	rowlist_text(list, line->definition);
	rowlist_period(list, n->year);
	rowlist_text(list, s->groups[g].code);
	say_number(list, m->has_value && !m->is_withheld, m->value);
	rowlist_count(list, m->offices);
	rowlist_count(list, m->expected);
	say_number(list, m->has_coverage && !m->is_secret, m->coverage);
	rowlist_text(list, flags);
	rowlist_end_row(list);
}

/* What the catalogue or a register does not know is returned empty. */
static relais_status add_line(study *s, const norm *n, const norm_line *line, measure *room,
	rowlist *list, relais_error *err)
{
	const item *i = norm_item(s, line);
	relais_status rc = RELAIS_OK;

	for (size_t g = 0; g < s->group_count; g++)
		room[g] = (measure){ 0 };
	if (i)
		rc = study_measure(
			s, i, (relais_span){ n->year, n->year }, false, room, NULL, err);
	if (i && rc == RELAIS_E_DATA && !catalogue_source(&s->indicators, i)) {
		for (size_t g = 0; g < s->group_count; g++)
			room[g] = (measure){ 0 };
		rc = RELAIS_OK;
	}
	/* A group nobody is expected in is no row, unless it is all. */
	for (size_t g = 0; rc == RELAIS_OK && g < s->group_count; g++)
		if (room[g].expected || room[g].offices || s->group_count == 1)
			say(list, s, n, line, &room[g], g);
	return rc;
}

relais_status relais_ask_norm_return(relais_store *store, const relais_question *question,
	relais_rows **out, relais_error *err)
{
	rowlist *list = NULL;
	measure *room = NULL;
	norm n = { 0 };
	study *s;
	relais_status rc = study_open(&s, store, question, err);

	*out = NULL;
	if (rc != RELAIS_OK)
		return rc;
	if (crossing_is_by_time(&s->by) || s->by.by.count > 1)
		rc = fail(err, RELAIS_E_USAGE,
			"the return is of a whole year, by one key at most: --by cannot be '%s'",
			question->by);
	if (rc == RELAIS_OK)
		rc = norm_load(&n, s, question, err);
	if (rc == RELAIS_OK &&
		(!(list = rowlist_new(columns, sizeof columns / sizeof *columns)) ||
			!(room = calloc(s->group_count + 1, sizeof *room))))
		rc = fail_memory(err);
	for (size_t i = 0; rc == RELAIS_OK && i < n.count; i++)
		rc = add_line(s, &n, &n.lines[i], room, list, err);
	norm_free(&n);
	study_close(s);
	free(room);
	if (rc == RELAIS_OK)
		return rows_with_main(out, in_short, rowlist_rows(list, out, err));
	rowlist_free(list);
	return rc;
}
