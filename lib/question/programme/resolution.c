/* SPDX-License-Identifier: MIT
 * One page on one resolution: what it says, the challenge it is filed under (and the other
 * reading, where the manifesto leaves a doubt), what was declared, its actions.
 */
#include <stdio.h>
#include <string.h>

#include "../../base/error.h"
#include "../../base/rows.h"
#include "../../base/words.h"
#include "../../store/store.h"
#include "../sql.h"
#include "status.h"

static const relais_column columns[] = { { "part", N_("Part"), RELAIS_CODE },
	{ "date", N_("Date"), RELAIS_DATE }, { "code", N_("Code"), RELAIS_CODE },
	{ "state", N_("State"), RELAIS_CODE }, { "text", N_("Text"), RELAIS_TEXT },
	{ "detail", N_("Detail"), RELAIS_TEXT } };

static void add(rowlist *list, const char *part, const char *date, const char *code,
	const char *state, const char *text, const char *detail)
{
	const char *const cells[] = { part, date, code, state, text, detail };

	for (size_t i = 0; i < sizeof cells / sizeof *cells; i++)
		rowlist_text(list, cells[i]);
	rowlist_end_row(list);
}

static void add_head(rowlist *list, const status *s, const resolution *r)
{
	achieved a = status_achieved(s, r->code);
	char percent[NUMBER_SIZE * 2], text[200];
	int used = snprintf(text, sizeof text,
		words(s->lang, "actions: %lld, done: %lld, late: %lld"), (long long)a.actions,
		(long long)a.done, (long long)a.late);

	if (a.has_percent && used > 0 && (size_t)used < sizeof text) {
		number_format(a.percent, 1, s->lang, false, percent);
		snprintf(text + used, sizeof text - (size_t)used,
			words(s->lang, "; proven: %s%%"), percent);
	}
	add(list, "resolution", NULL, r->code, r->declared, r->label, text);
	add(list, "domain", NULL, r->domain, NULL, NULL, NULL);
	text[0] = '\0';
	if (r->challenge_alt)
		snprintf(text, sizeof text,
			words(s->lang,
				"the manifesto does not print where the challenge ends: it may also be '%s'"),
			r->challenge_alt);
	add(list, "challenge", NULL, r->challenge, r->certainty, NULL, *text ? text : NULL);
}

static relais_status add_progress(
	rowlist *list, const status *s, const char *code, relais_error *err)
{
	stmt *q;
	relais_status rc = stmt_prepare(&q, s->store, SQL(progress), err);

	if (rc != RELAIS_OK)
		return rc;
	stmt_bind_int(q, ":known", s->known);
	stmt_bind_text(q, ":day", s->iso_day);
	while ((rc = stmt_step(q, err)) == RELAIS_OK)
		if (strcmp(stmt_text(q, 1), code) == 0)
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
	status s;
	relais_status rc;

	*out = NULL;
	if (!question->resolutions || !question->resolutions[0])
		return fail(
			err, RELAIS_E_USAGE, "name the resolution to show: A5, for example");
	if ((rc = status_open(&s, store, question, err)) != RELAIS_OK)
		return rc;
	r = status_resolution(&s, question->resolutions[0]);
	if (!(list = rowlist_new(columns, sizeof columns / sizeof *columns)))
		rc = fail_memory(err);
	else {
		add_head(list, &s, r);
		rc = add_progress(list, &s, r->code, err);
		add_actions(list, &s, r->code);
	}
	status_close(&s);
	if (rc == RELAIS_OK)
		return rowlist_rows(list, out, err);
	rowlist_free(list);
	return rc;
}
