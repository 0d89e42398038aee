/* SPDX-License-Identifier: MIT
 * Asking once for all offices.
 */
#include "sheets.h"

#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../../base/period.h"
#include "../answer.h"

enum { GAP_MONTHS = 12 };

static relais_status check(const relais_question *q, relais_error *err)
{
	char to[16];

	relais_period_print(q->span.to, to);
	if (!q->span.to || q->span.from != q->span.to ||
		period_length_of(q->span.to) != LENGTH_MONTH)
		return fail(err, RELAIS_E_USAGE,
			"the sheet of an office is about one month: say it, as in -p 2024-08");
	if (period_first_day(q->span.to) > q->today)
		return fail(err, RELAIS_E_USAGE,
			"there is no sheet of '%s' yet: the month has not begun", to);
	if (q->diffusion != RELAIS_INTERNE)
		return fail(err, RELAIS_E_USAGE,
			"the figures of one office are told within the relais only: ask for --diffusion interne");
	return RELAIS_OK;
}

static relais_status open_studies(relais_fiches *all, relais_error *err)
{
	relais_question months = all->question;
	relais_status rc = study_open(&all->offices, all->store, &all->question, err);

	if (rc != RELAIS_OK)
		return rc;
	all->count = study_groups(all->offices);
	months.by = "office,month";
	months.span =
		(relais_span){ note_months_before(all->month, CURVE_MONTHS - 1), all->month };
	rc = study_open(&all->months, all->store, &months, err);
	if (rc == RELAIS_OK && study_groups(all->months) != all->count * CURVE_MONTHS)
		rc = fail(err, RELAIS_E_STORE, "the months of the sheets do not add up");
	return rc;
}

/* ---- figures --------------------------------------------------------------------------------- */

/* Of one office nothing is too few: the gates are those of a network. */
static void lift_gates(measure *m, size_t count)
{
	for (size_t i = 0; i < count; i++)
		m[i].is_fragile = m[i].is_not_significant = false;
}

static bool has_any(const measure *m, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (m[i].has_value || m[i].has_previous)
			return true;
	return false;
}

static relais_status ask_figure(relais_fiches *all, const indicator *i, relais_error *err)
{
	sheet_figure *f = &all->figures[all->figure_count];
	relais_status rc;

	*f = (sheet_figure){ i, arena_alloc(&all->memory, all->count * sizeof(measure)),
		arena_alloc(&all->memory, all->count * sizeof(measure)) };
	if (!f->levels || !f->evolutions)
		return fail_memory(err);
	rc = study_both(all->offices, i, all->this_month, true, f->levels, f->evolutions, err);
	lift_gates(f->levels, all->count);
	lift_gates(f->evolutions, all->count);
	if (rc == RELAIS_OK &&
		(has_any(f->levels, all->count) || has_any(f->evolutions, all->count)))
		all->figure_count++;
	return rc;
}

static relais_status ask_figures(relais_fiches *all, relais_error *err)
{
	size_t count = study_indicators(all->offices);
	relais_status rc = RELAIS_OK;

	all->figures = arena_alloc(&all->memory, (count + 1) * sizeof *all->figures);
	if (!all->figures)
		return fail_memory(err);
	for (size_t i = 0; rc == RELAIS_OK && i < count; i++)
		rc = ask_figure(all, study_indicator(all->offices, i), err);
	return rc;
}

static relais_status ask_curve(relais_fiches *all, const char *code, relais_error *err)
{
	const indicator *i = study_indicator_named(all->months, code);
	size_t k = all->curve_count, room = all->count * CURVE_MONTHS;
	relais_status rc;

	if (!i || !i->has_data || k == MOST_CURVES)
		return RELAIS_OK;
	all->curve_of[k] = i;
	all->curves[k] = arena_alloc(&all->memory, (room + 1) * sizeof(measure));
	all->moves[k] = arena_alloc(&all->memory, (room + 1) * sizeof(measure));
	if (!all->curves[k] || !all->moves[k])
		return fail_memory(err);
	rc = study_both(
		all->months, i, all->this_month, true, all->curves[k], all->moves[k], err);
	lift_gates(all->curves[k], room);
	lift_gates(all->moves[k], room);
	all->curve_count++;
	return rc;
}

/* ---- offices --------------------------------------------------------------------------------- */

/* Those that were there in the month, or sent something of it. */
static bool has_sheet(const relais_fiches *all, size_t at)
{
	for (size_t k = 0; k < all->figure_count; k++)
		if (all->figures[k].levels[at].expected > 0 ||
			all->figures[k].levels[at].has_value)
			return true;
	return false;
}

static relais_status list_offices(relais_fiches *all, relais_error *err)
{
	all->cards = arena_alloc(&all->memory, (all->count + 1) * sizeof *all->cards);
	all->listed = arena_alloc(&all->memory, (all->count + 1) * sizeof *all->listed);
	all->gaps = arena_alloc(&all->memory, (all->count + 1) * sizeof *all->gaps);
	all->categories = arena_alloc(&all->memory, (all->count + 1) * sizeof(char *));
	if (!all->cards || !all->listed || !all->gaps || !all->categories)
		return fail_memory(err);
	for (size_t at = 0; at < all->count; at++) {
		const char *code = study_group_code(all->offices, at);

		all->gaps[at] = NULL;
		all->cards[at] = (office_card){ .name = code };
		if (!map_put(&all->codes, code, strlen(code), (int64_t)at))
			return fail_memory(err);
		if (study_office(all->offices, code, &all->cards[at]) && has_sheet(all, at))
			all->listed[all->listed_count++] = at;
		all->categories[at] = all->cards[at].category;
	}
	return RELAIS_OK;
}

static relais_status add_gap(
	relais_fiches *all, size_t at, const char *code, const char *said, relais_error *err)
{
	sheet_gap *one = arena_alloc(&all->memory, sizeof *one), **end = &all->gaps[at];

	if (!one || !(one->indicator = arena_string(&all->memory, code)))
		return fail_memory(err);
	one->next = NULL;
	if (!period_read(said, strlen(said), &one->period))
		return RELAIS_OK;
	while (*end)
		end = &(*end)->next;
	*end = one;
	return RELAIS_OK;
}

static relais_status ask_gaps(relais_fiches *all, relais_error *err)
{
	relais_question q = all->question;
	relais_rows *rows = NULL;
	relais_row row;
	relais_status rc;

	q.by = NULL;
	q.span.from = note_months_before(all->month, GAP_MONTHS - 1);
	if ((rc = relais_ask_missing(all->store, &q, &rows, err)) != RELAIS_OK)
		return rc;
	while ((rc = relais_rows_next(rows, &row, err)) == RELAIS_OK) {
		const char *code = row_cell(&row, rows_column(rows, "office"));
		const char *period = row_cell(&row, rows_column(rows, "period"));
		int64_t at;

		if (!code || !period || !map_get(&all->codes, code, strlen(code), &at))
			continue;
		rc = add_gap(all, (size_t)at, row_cell(&row, rows_column(rows, "indicator")),
			period, err);
		if (rc != RELAIS_OK)
			break;
	}
	relais_rows_close(rows);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

/* ---- all ------------------------------------------------------------------------------------- */

static relais_status ask_registers(relais_fiches *all, relais_error *err)
{
	relais_question q = { .lang = all->question.lang,
		.today = all->known.known_on,
		.as_of = all->question.as_of };
	relais_status rc;

	if (q.today == RELAIS_NO_DAY)
		q.today = all->question.today;
	rc = labels_open(&all->labels, all->store, &q, err);
	return rc == RELAIS_OK ? training_open(&all->training, all->store, &q, err) : rc;
}

static relais_status ask_all(relais_fiches *all, relais_error *err)
{
	static const char *const leading[] = { "demandes_total", "contacts_guichet",
		"visiteurs_accueillis" };
	relais_status rc = edition_read(&all->known, all->store, all->question.as_of, err);

	if (rc == RELAIS_OK && all->known.known_on != RELAIS_NO_DAY)
		all->question.as_of = all->known.known_on; /* as of every note */
	if (rc == RELAIS_OK)
		rc = open_studies(all, err);
	if (rc == RELAIS_OK)
		rc = ask_figures(all, err);
	for (size_t k = 0; rc == RELAIS_OK && k < sizeof leading / sizeof *leading; k++)
		rc = ask_curve(all, leading[k], err);
	if (rc == RELAIS_OK)
		rc = list_offices(all, err);
	if (rc == RELAIS_OK)
		rc = ask_gaps(all, err);
	if (rc == RELAIS_OK)
		rc = ask_registers(all, err);
	return rc == RELAIS_OK ? sheets_ask_actions(all, err) : rc;
}

relais_status relais_fiches_open(relais_fiches **out, relais_store *store,
	const relais_question *question, relais_error *err)
{
	relais_fiches *all;
	relais_status rc = check(question, err);

	*out = NULL;
	if (rc != RELAIS_OK)
		return rc;
	if (!(all = calloc(1, sizeof *all)))
		return fail_memory(err);
	all->store = store;
	all->question = *question;
	all->question.by = "office";
	all->question.offices = NULL; /* peers are others */
	all->month = question->span.to;
	all->this_month = question->span;
	rc = studies_hold(store, err);
	if (rc == RELAIS_OK) {
		rc = ask_all(all, err);
		studies_release(store);
	}
	if (rc == RELAIS_OK) {
		*out = all;
		return RELAIS_OK;
	}
	relais_fiches_close(all);
	return rc;
}

void relais_fiches_close(relais_fiches *all)
{
	if (!all)
		return;
	study_close(all->offices);
	study_close(all->months);
	labels_close(&all->labels);
	training_close(&all->training);
	map_free(&all->codes);
	arena_free(&all->memory);
	free(all);
}

size_t relais_fiches_count(const relais_fiches *all)
{
	return all->listed_count;
}

const char *relais_fiche_code(const relais_fiches *all, size_t sheet)
{
	return study_group_code(all->offices, all->listed[sheet]);
}

const char *relais_fiche_name(const relais_fiches *all, size_t sheet)
{
	return all->cards[all->listed[sheet]].name;
}
