/* SPDX-License-Identifier: MIT
 * Reading resolutions and actions as known.
 */
#include "../../base/grow.h"
#include "status.h"

#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../../base/period.h"
#include "../../base/suggest.h"
#include "../../store/store.h"
#include "../measure/fraction.h"
#include "../sql.h"
#include "concerned.h"
#include "dates.h"

const char *const status_states[] = { "a_faire", "en_cours", "fait", "reporte", "abandonne",
	NULL };

/* Columns as q_resolutions.sql lists them. */
static bool take_resolution(status *s, resolution *r, const stmt *q)
{
	const char **const strings[] = { &r->code, &r->domain, &r->challenge, &r->challenge_alt,
		&r->certainty };

	*r = (resolution){ .is_asked = true };
	for (int n = 0; n < (int)(sizeof strings / sizeof *strings); n++)
		if (!arena_keep(&s->memory, strings[n], stmt_text(q, n)))
			return false;
	return arena_keep(&s->memory, &r->label, stmt_text(q, s->lang == RELAIS_FR ? 5 : 6)) &&
	       arena_keep(&s->memory, &r->declared, stmt_text(q, 7));
}

enum { VERSIONS = 24 };

/* Columns as q_actions.sql lists them. */
static bool take_action(status *s, action *a, const stmt *q)
{
	const char **const strings[] = { &a->code, &a->resolution, &a->title, &a->owner,
		&a->partners, &a->starts_on, &a->due_on, &a->state, NULL, &a->planned_eur,
		&a->spent_eur, &a->indicator, &a->target, &a->proof, &a->offices, NULL,
		&a->after, &a->repeat, &a->until, &a->done_on, &a->planned_days, &a->spent_days,
		&a->fundings, &a->blocked, NULL, &a->changed_on };
	const char *weight = stmt_text(q, 15);

	*a = (action){ .progress = stmt_int(q, 8),
		.weight = { 1, 0 },
		.versions = stmt_int(q, VERSIONS) };
	for (int n = 0; n < (int)(sizeof strings / sizeof *strings); n++)
		if (strings[n] && !arena_keep(&s->memory, strings[n], stmt_text(q, n)))
			return false;
	if (weight && (!number_from_text(weight, &a->weight) || a->weight.units < 0))
		a->weight = (number){ 1, 0 };
	return true;
}

static relais_status read_resolutions(status *s, stmt *q, relais_error *err)
{
	relais_status rc;

	stmt_bind_text(q, ":day", s->iso_day);
	while ((rc = stmt_step(q, err)) == RELAIS_OK) {
		void *list = s->resolutions;
		resolution *r = list_next(&list, s->count, sizeof *r);

		s->resolutions = list;
		if (!r || !take_resolution(s, r, q))
			return fail_memory(err);
		s->count++;
	}
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

static relais_status read_actions(status *s, stmt *q, relais_error *err)
{
	relais_status rc;

	while ((rc = stmt_step(q, err)) == RELAIS_OK) {
		void *list = s->actions;
		action *a = list_next(&list, s->action_count, sizeof *a);

		s->actions = list;
		if (!a || !take_action(s, a, q))
			return fail_memory(err);
		s->action_count++;
	}
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

/* The relais may file a resolution under another challenge: defi_A4 mise_en_reseau. */
static relais_status read_settings(status *s, stmt *q, relais_error *err)
{
	static const char prefix[] = "defi_";
	relais_status rc;

	while ((rc = stmt_step(q, err)) == RELAIS_OK) {
		const char *name = stmt_text(q, 0);

		if (strncmp(name, prefix, sizeof prefix - 1) != 0)
			continue;
		for (size_t i = 0; i < s->count; i++) {
			resolution *r = &s->resolutions[i];

			if (strcmp(r->code, name + sizeof prefix - 1) != 0)
				continue;
			if (!arena_keep(&s->memory, &r->challenge, stmt_text(q, 1)))
				return fail_memory(err);
			r->is_placed = true;
		}
	}
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

static relais_status run(status *s, const char *sql,
	relais_status (*read)(status *, stmt *, relais_error *), relais_error *err)
{
	stmt *q;
	relais_status rc = stmt_prepare(&q, s->store, sql, err);

	if (rc != RELAIS_OK)
		return rc;
	stmt_bind_int(q, ":known", s->known);
	rc = read(s, q, err);
	stmt_free(q);
	return rc;
}

const action *status_action(const status *s, const char *code)
{
	int64_t at;

	return map_get(&s->places, code, strlen(code), &at) ? &s->actions[at] : NULL;
}

bool action_is_open(const action *a)
{
	return strcmp(a->state, "fait") != 0 && strcmp(a->state, "abandonne") != 0 &&
	       !a->is_over;
}

const resolution *status_resolution(const status *s, const char *code)
{
	for (size_t i = 0; i < s->count; i++)
		if (strcmp(s->resolutions[i].code, code) == 0)
			return &s->resolutions[i];
	return NULL;
}

static relais_status select_resolutions(status *s, const char *const *codes, relais_error *err)
{
	suggestions near;
	char hint[400];

	for (size_t i = 0; codes && i < s->count; i++)
		s->resolutions[i].is_asked = false;
	for (; codes && *codes; codes++) {
		size_t i = 0;

		while (i < s->count && strcmp(s->resolutions[i].code, *codes) != 0)
			i++;
		if (i < s->count) {
			s->resolutions[i].is_asked = true;
			continue;
		}
		suggest_start(&near, *codes);
		for (i = 0; i < s->count; i++)
			suggest_offer(&near, s->resolutions[i].code, s->resolutions[i].label);
		suggest_print(&near, s->lang, hint, sizeof hint);
		return fail(err, RELAIS_E_USAGE, "unknown resolution '%s'%s", *codes, hint);
	}
	return RELAIS_OK;
}

relais_status status_open(
	status *s, relais_store *store, const relais_question *question, relais_error *err)
{
	return status_open_on(s, store, question,
		question->as_of == RELAIS_NO_DAY ? question->today : question->as_of, err);
}

relais_status status_open_on(status *s, relais_store *store, const relais_question *question,
	relais_day day, relais_error *err)
{
	relais_status rc;

	*s = (status){ .store = store, .lang = question->lang, .day = day };
	relais_day_print(s->day, s->iso_day);
	if ((rc = store_batch_as_of(store, question->as_of, &s->known, err)) == RELAIS_OK &&
		(rc = run(s, SQL(resolutions), read_resolutions, err)) == RELAIS_OK &&
		(rc = run(s, SQL(settings), read_settings, err)) == RELAIS_OK &&
		(rc = run(s, SQL(actions), read_actions, err)) == RELAIS_OK &&
		(rc = status_choose_offices(s, question, err)) == RELAIS_OK &&
		(rc = status_date(s, question, err)) == RELAIS_OK)
		rc = select_resolutions(s, question->resolutions, err);
	if (rc != RELAIS_OK)
		status_close(s);
	return rc;
}

void status_close(status *s)
{
	free(s->resolutions);
	free(s->actions);
	map_free(&s->places);
	arena_free(&s->memory);
	*s = (status){ 0 };
}

/* Weights are exact decimals: brought to six places they add as integers. */
static bool add_weighted(const action *a, int64_t *top, int64_t *bottom)
{
	number weight;
	int64_t weighted;

	return number_rescale(a->weight, NUMBER_MAX_DECIMALS, &weight, NULL) &&
	       !__builtin_mul_overflow(weight.units, a->progress, &weighted) &&
	       number_add(top, weighted) && number_add(bottom, weight.units);
}

achieved status_achieved(const status *s, const char *code)
{
	achieved out = { 0 };
	int64_t top = 0, bottom = 0;
	bool fits = true;

	for (size_t i = 0; i < s->action_count; i++) {
		const action *a = &s->actions[i];

		if (strcmp(a->resolution, code) != 0 || strcmp(a->state, "abandonne") == 0 ||
			action_is_time(a))
			continue;
		out.actions++;
		out.done += strcmp(a->state, "fait") == 0;
		out.late += a->is_late;
		fits = fits && add_weighted(a, &top, &bottom);
	}
	out.has_percent = fits && fraction_round(fraction_of(top, bottom), NUMBER_MAX_DECIMALS,
					  &out.percent);
	return out;
}

relais_day status_day_asked(const status *s, const relais_question *question)
{
	relais_day last = question->span.to ? period_last_day(question->span.to) : s->day;

	return last < s->day ? last : s->day;
}
