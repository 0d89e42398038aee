/* SPDX-License-Identifier: MIT
 * One page on one resolution: what it says, the challenge it is filed under (and the other
 * reading, where the manifesto leaves a doubt), its measures, what was declared, its actions, the
 * journal of evidence.
 */
#include <stdio.h>
#include <string.h>

#include "../../base/error.h"
#include "../../base/rows.h"
#include "../../base/words.h"
#include "../../store/store.h"
#include "../sql.h"
#include "standing.h"

static const relais_column columns[] = { { "part", N_("Part"), RELAIS_CODE },
	{ "date", N_("Date"), RELAIS_DATE }, { "code", N_("Code"), RELAIS_CODE },
	{ "state", N_("State"), RELAIS_CODE }, { "text", N_("Text"), RELAIS_TEXT },
	{ "detail", N_("Detail"), RELAIS_TEXT } };

static void add(rowlist *list, const char *what, const char *date, const char *code,
	const char *state, const char *said, const char *detail)
{
	const char *const cells[] = { what, date, code, state, said, detail };

	for (size_t i = 0; i < sizeof cells / sizeof *cells; i++)
		rowlist_text(list, cells[i]);
	rowlist_end_row(list);
}

static void add_head(rowlist *list, const evidence *e, const resolution *r)
{
	achieved a = status_achieved(e->status, r->code);
	proven p = evidence_proven(e, r->code);
	char percent[NUMBER_SIZE * 2];
	text detail = { 0 };

	text_addf(&detail, words(e->lang, "actions: %lld, done: %lld, late: %lld"),
		(long long)a.actions, (long long)a.done, (long long)a.late);
	if (a.has_percent) {
		number_format(a.percent, 1, e->lang, false, percent);
		text_addf(&detail, words(e->lang, "; progress: %s%%"), percent);
	}
	if (p.has_percent) {
		number_format(p.percent, 1, e->lang, false, percent);
		text_addf(&detail, words(e->lang, "; proven: %s%%"), percent);
	}
	add(list, "resolution", NULL, r->code, r->declared, r->label, text_str(&detail));
	add(list, "domain", NULL, r->domain, NULL, NULL, NULL);
	text_clear(&detail);
	if (r->challenge_alt && !r->is_placed)
		text_addf(&detail,
			words(e->lang,
				"the manifesto does not print where the challenge ends: it may also be '%s'"),
			r->challenge_alt);
	add(list, "challenge", NULL, r->challenge, r->is_placed ? "choisi" : r->certainty, NULL,
		*text_str(&detail) ? text_str(&detail) : NULL);
	text_free(&detail);
}

static void add_number(text *out, relais_lang lang, number n, const char *unit)
{
	char value[NUMBER_SIZE * 2];

	number_format(n, n.decimals > 0 ? 1 : 0, lang, false, value);
	text_addf(out, *unit ? "%s\u00a0%s" : "%s", value, unit);
}

/* value, of how many, how old, what is to be reached */
static void add_measure(rowlist *list, const evidence *e, size_t at)
{
	const yardstick *y = &e->list[at];
	const finding *f = &e->found[at];
	bool tells = f->has_value && !f->is_secret;
	text detail = { 0 };
	char day[16];

	if (tells)
		add_number(&detail, e->lang, f->value, y->unit);
	if (tells && f->has_share)
		text_addf(&detail, words(e->lang, ", %lld of %lld"), (long long)f->n,
			(long long)f->of);
	if (tells && f->age >= 0)
		text_addf(&detail, words(e->lang, ", %lld days old"), (long long)f->age);
	if (f->target) {
		text_add(&detail,
			words(e->lang, *text_str(&detail) ? N_("; target: ") : N_("target: ")));
		add_number(&detail, e->lang, f->target->value, y->unit);
	}
	if (f->last != RELAIS_NO_DAY)
		relais_day_print(f->last, day);
	add(list, y->tier == TIER_RELAY ? "proof" : "adoption",
		f->last != RELAIS_NO_DAY ? day : NULL, y->code, finding_state(f),
		y->label[e->lang], text_str(&detail));
	text_free(&detail);
}

static int64_t words_in(const char *list)
{
	int64_t n = 0;

	for (; list && *(list += strspn(list, " ")) != '\0'; n++)
		list += strcspn(list, " ");
	return n;
}

static bool serves(const activity *a, const char *code)
{
	size_t length = strlen(code);

	for (const char *p = a->resolutions; *p; p += strspn(p, " ")) {
		size_t n = strcspn(p, " ");

		if (n == length && strncmp(p, code, n) == 0)
			return true;
		p += n;
	}
	return false;
}

/* Of an entry, within the relais: how many were there, and by what it is seen. */
static void add_entry(rowlist *list, const evidence *e, const activity *a)
{
	text detail = { 0 };
	char day[16];

	if (a->offices)
		text_addf(&detail, words(e->lang, "offices: %lld"),
			(long long)words_in(a->offices));
	if (a->partners)
		text_addf(&detail, "%s%s", *text_str(&detail) ? ", " : "", a->partners);
	if (a->proof)
		text_addf(&detail, "%s%s", *text_str(&detail) ? ", " : "", a->proof);
	relais_day_print(a->day, day);
	add(list, "evidence", day, a->code, a->type, a->title,
		*text_str(&detail) ? text_str(&detail) : NULL);
	text_free(&detail);
}

static void add_evidence(rowlist *list, const evidence *e, const char *code)
{
	for (size_t i = 0; !e->is_published && i < e->activity_count; i++)
		if (serves(&e->activities[i], code))
			add_entry(list, e, &e->activities[i]);
}

static void add_measures(rowlist *list, const evidence *e, const char *code)
{
	for (int of = TIER_RELAY; of <= TIER_OFFICE; of++)
		for (size_t i = 0; i < e->count; i++)
			if ((int)e->list[i].tier == of &&
				strcmp(e->list[i].resolution, code) == 0)
				add_measure(list, e, i);
}

/* Outside, what an office declared is its own. */
static relais_status add_progress(
	rowlist *list, const evidence *e, const char *code, relais_error *err)
{
	const status *s = e->status;
	stmt *q;
	relais_status rc = stmt_prepare(&q, s->store, SQL(progress), err);

	if (rc != RELAIS_OK)
		return rc;
	stmt_bind_int(q, ":known", s->known);
	stmt_bind_text(q, ":day", s->iso_day);
	while ((rc = stmt_step(q, err)) == RELAIS_OK)
		if (strcmp(stmt_text(q, 1), code) == 0 && !(e->is_published && stmt_text(q, 2)))
			add(list, "progress", stmt_text(q, 0), stmt_text(q, 2), stmt_text(q, 3),
				stmt_text(q, 4), stmt_text(q, 5));
	stmt_free(q);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

static void add_actions(rowlist *list, const status *s, const char *code)
{
	for (size_t i = 0; i < s->action_count; i++) {
		const action *a = &s->actions[i];
		char detail[200], done[32];

		if (strcmp(a->resolution, code) != 0)
			continue;
		snprintf(done, sizeof done, words(s->lang, "%lld%%"), (long long)a->progress);
		snprintf(detail, sizeof detail, "%s%s%s%s%s", a->owner ? a->owner : "",
			a->owner ? ", " : "", done, a->is_late ? ", " : "",
			a->is_late ? words(s->lang, "late") : "");
		add(list, "action", a->due_on, a->code, a->state, a->title, detail);
	}
}

relais_status relais_ask_resolution(relais_store *store, const relais_question *question,
	relais_rows **out, relais_error *err)
{
	const resolution *r;
	rowlist *list;
	evidence e;
	status s;
	relais_status rc;

	*out = NULL;
	if (!question->resolutions || !question->resolutions[0])
		return fail(
			err, RELAIS_E_USAGE, "name the resolution to show: A5, for example");
	if ((rc = status_open(&s, store, question, err)) != RELAIS_OK)
		return rc;
	if ((rc = evidence_open(&e, &s, question, s.day, err)) != RELAIS_OK) {
		status_close(&s);
		return rc;
	}
	r = status_resolution(&s, question->resolutions[0]);
	if (!(list = rowlist_new(columns, sizeof columns / sizeof *columns)))
		rc = fail_memory(err);
	else {
		add_head(list, &e, r);
		add_measures(list, &e, r->code);
		rc = add_progress(list, &e, r->code, err);
		add_actions(list, &s, r->code);
		add_evidence(list, &e, r->code);
	}
	evidence_close(&e);
	status_close(&s);
	if (rc == RELAIS_OK)
		return rowlist_rows(list, out, err);
	rowlist_free(list);
	return rc;
}
