/* SPDX-License-Identifier: MIT
 * What is to be done, by whom, when: the actions that match, by due date.
 */
#include <string.h>

#include "../../base/error.h"
#include "../../base/rows.h"
#include "../../base/suggest.h"
#include "../../base/text.h"
#include "../../base/words.h"
#include "status.h"

static const relais_column columns[] = { { "code", N_("Action"), RELAIS_CODE },
	{ "resolution", N_("Resolution"), RELAIS_CODE }, { "title", N_("Title"), RELAIS_TEXT },
	{ "owner", N_("Owner"), RELAIS_TEXT }, { "partners", N_("Partners"), RELAIS_TEXT },
	{ "start", N_("Start"), RELAIS_DATE }, { "due", N_("Due"), RELAIS_DATE },
	{ "state", N_("State"), RELAIS_CODE }, { "progress", N_("Progress"), RELAIS_PERCENT },
	{ "planned_eur", N_("Planned (€)"), RELAIS_NUMBER },
	{ "spent_eur", N_("Spent (€)"), RELAIS_NUMBER },
	{ "indicator", N_("Indicator"), RELAIS_CODE },
	{ "target", N_("Target"), RELAIS_NUMBER }, { "proof", N_("Proof"), RELAIS_TEXT },
	{ "offices", N_("Offices"), RELAIS_TEXT }, { "late", N_("Late"), RELAIS_COUNT } };

static relais_status check_state(const char *state, relais_error *err)
{
	suggestions near;
	char hint[400];

	if (!state)
		return RELAIS_OK;
	suggest_start(&near, state);
	for (const char *const *known = status_states; *known; known++) {
		if (strcmp(*known, state) == 0)
			return RELAIS_OK;
		suggest_offer(&near, *known, NULL);
	}
	suggest_print(&near, err ? err->lang : RELAIS_EN, hint, sizeof hint);
	return fail(err, RELAIS_E_USAGE,
		"unknown state '%s': a_faire, en_cours, fait, reporte or abandonne%s", state,
		hint);
}

static relais_status check_owner(const status *s, const char *owner, relais_error *err)
{
	suggestions near;
	char hint[400];

	if (!owner)
		return RELAIS_OK;
	suggest_start(&near, owner);
	for (size_t i = 0; i < s->action_count; i++) {
		if (!s->actions[i].owner)
			continue;
		if (text_same(s->actions[i].owner, owner))
			return RELAIS_OK;
		suggest_offer(&near, s->actions[i].owner, NULL);
	}
	suggest_print(&near, s->lang, hint, sizeof hint);
	return fail(err, RELAIS_E_USAGE, "no action is owned by '%s'%s", owner, hint);
}

/* Is a word among those of a blank-separated list? */
static bool has_word(const char *list, const char *word)
{
	size_t length = strlen(word);

	while (list && *(list += strspn(list, " ")) != '\0') {
		size_t next = strcspn(list, " ");

		if (next == length && strncmp(list, word, length) == 0)
			return true;
		list += next;
	}
	return false;
}

static bool concerns(const action *a, const char *const *offices)
{
	bool any = !offices;

	for (; offices && *offices; offices++)
		any = any || has_word(a->offices, *offices);
	return any;
}

static bool matches(const status *s, const action *a, const relais_question *q)
{
	const resolution *r = status_resolution(s, a->resolution);

	return (r ? r->is_asked : !q->resolutions) &&
	       (!q->state || strcmp(a->state, q->state) == 0) &&
	       (!q->owner || (a->owner && text_same(a->owner, q->owner))) &&
	       (!q->late_only || a->is_late) && concerns(a, q->offices);
}

static void add_row(rowlist *list, const action *a)
{
	const char *const before[] = { a->code, a->resolution, a->title, a->owner, a->partners,
		a->starts_on, a->due_on, a->state };
	const char *const after[] = { a->planned_eur, a->spent_eur, a->indicator, a->target,
		a->proof, a->offices };

	for (size_t i = 0; i < sizeof before / sizeof *before; i++)
		rowlist_text(list, before[i]);
	rowlist_count(list, a->progress);
	for (size_t i = 0; i < sizeof after / sizeof *after; i++)
		rowlist_text(list, after[i]);
	rowlist_count(list, a->is_late);
	rowlist_end_row(list);
}

relais_status relais_ask_actions(relais_store *store, const relais_question *question,
	relais_rows **out, relais_error *err)
{
	rowlist *list;
	status s;
	relais_status rc;

	*out = NULL;
	if ((rc = check_state(question->state, err)) != RELAIS_OK ||
		(rc = status_open(&s, store, question, err)) != RELAIS_OK)
		return rc;
	if ((rc = check_owner(&s, question->owner, err)) != RELAIS_OK) {
		status_close(&s);
		return rc;
	}
	list = rowlist_new(columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; list && i < s.action_count; i++)
		if (matches(&s, &s.actions[i], question))
			add_row(list, &s.actions[i]);
	status_close(&s);
	return rowlist_rows(list, out, err);
}
