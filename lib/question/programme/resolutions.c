/* SPDX-License-Identifier: MIT
 * Where each resolution stands: what the relay declares, and beside it, never mixed, what its
 * actions prove. Adoption by the offices has its own columns.
 */
#include <string.h>

#include "../../base/error.h"
#include "../../base/rows.h"
#include "../../base/suggest.h"
#include "../../base/words.h"
#include "status.h"

static const relais_column columns[] = { { "code", N_("Resolution"), RELAIS_CODE },
	{ "domain", N_("Domain"), RELAIS_CODE }, { "challenge", N_("Challenge"), RELAIS_CODE },
	{ "label", N_("Label"), RELAIS_TEXT }, { "declared", N_("Declared"), RELAIS_CODE },
	{ "proven", N_("Proven"), RELAIS_PERCENT },
	{ "adoption", N_("Adoption"), RELAIS_NUMBER },
	{ "target", N_("Target"), RELAIS_NUMBER }, { "actions", N_("Actions"), RELAIS_COUNT },
	{ "late", N_("Late"), RELAIS_COUNT }, { "flag", N_("Flag"), RELAIS_TEXT } };

static const relais_column group_columns[] = { { "group", N_("Group"), RELAIS_CODE },
	{ "resolutions", N_("Resolutions"), RELAIS_COUNT },
	{ "a_faire", N_("To do"), RELAIS_COUNT },
	{ "en_cours", N_("In progress"), RELAIS_COUNT }, { "fait", N_("Done"), RELAIS_COUNT },
	{ "reporte", N_("Postponed"), RELAIS_COUNT },
	{ "abandonne", N_("Dropped"), RELAIS_COUNT },
	{ "unset", N_("Not declared"), RELAIS_COUNT },
	{ "actions", N_("Actions"), RELAIS_COUNT },
	{ "done", N_("Actions done"), RELAIS_COUNT }, { "late", N_("Late"), RELAIS_COUNT } };

/* In the order of the manifesto. */
static const char *const domains[] = { "animation", "professionnalisation", "structuration",
	"representation", NULL };
static const char *const challenges[] = { "general", "numerique", "ressources", "qualite_dd",
	"mise_en_reseau", "culturel", NULL };

enum { STATES = 5 };

typedef struct group_counts {
	int64_t resolutions, by_state[STATES], unset, actions, done, late;
} group_counts;

static void add_resolution(rowlist *list, const status *s, const resolution *r)
{
	achieved a = status_achieved(s, r->code);

	rowlist_text(list, r->code);
	rowlist_text(list, r->domain);
	rowlist_text(list, r->challenge);
	rowlist_text(list, r->label);
	rowlist_text(list, r->declared);
	if (a.has_percent)
		rowlist_number(list, a.percent);
	else
		rowlist_null(list);
	rowlist_null(list);
	rowlist_null(list);
	rowlist_count(list, a.actions);
	rowlist_count(list, a.late);
	rowlist_text(list, "");
	rowlist_end_row(list);
}

static void count_resolution(group_counts *c, const status *s, const resolution *r)
{
	achieved a = status_achieved(s, r->code);

	c->resolutions++;
	c->actions += a.actions;
	c->done += a.done;
	c->late += a.late;
	if (!r->declared)
		c->unset++;
	for (int n = 0; r->declared && n < STATES; n++)
		c->by_state[n] += strcmp(r->declared, status_states[n]) == 0;
}

static void add_group(rowlist *list, const status *s, const char *code, bool by_domain)
{
	group_counts c = { 0 };

	for (size_t i = 0; i < s->count; i++) {
		const resolution *r = &s->resolutions[i];

		if (r->is_asked && strcmp(by_domain ? r->domain : r->challenge, code) == 0)
			count_resolution(&c, s, r);
	}
	if (!c.resolutions)
		return;
	rowlist_text(list, code);
	rowlist_count(list, c.resolutions);
	for (int n = 0; n < STATES; n++)
		rowlist_count(list, c.by_state[n]);
	rowlist_count(list, c.unset);
	rowlist_count(list, c.actions);
	rowlist_count(list, c.done);
	rowlist_count(list, c.late);
	rowlist_end_row(list);
}

static relais_status check_key(const char *by, relais_error *err)
{
	suggestions near;
	char text[400];

	if (!by || strcmp(by, "domain") == 0 || strcmp(by, "challenge") == 0)
		return RELAIS_OK;
	suggest_start(&near, by);
	suggest_offer(&near, "domain", NULL);
	suggest_offer(&near, "challenge", NULL);
	suggest_print(&near, err ? err->lang : RELAIS_EN, text, sizeof text);
	return fail(err, RELAIS_E_USAGE,
		"resolutions are grouped by domain or by challenge, not by '%s'%s", by, text);
}

relais_status relais_ask_resolutions(relais_store *store, const relais_question *question,
	relais_rows **out, relais_error *err)
{
	const char *by = question->by;
	bool by_domain = by && strcmp(by, "domain") == 0;
	rowlist *list;
	status s;
	relais_status rc;

	*out = NULL;
	if ((rc = check_key(by, err)) != RELAIS_OK ||
		(rc = status_open(&s, store, question, err)) != RELAIS_OK)
		return rc;
	list = by ? rowlist_new(group_columns, sizeof group_columns / sizeof *group_columns)
		  : rowlist_new(columns, sizeof columns / sizeof *columns);
	for (const char *const *code = by_domain ? domains : challenges; list && by && *code;
		code++)
		add_group(list, &s, *code, by_domain);
	for (size_t i = 0; list && !by && i < s.count; i++)
		if (s.resolutions[i].is_asked)
			add_resolution(list, &s, &s.resolutions[i]);
	status_close(&s);
	return rowlist_rows(list, out, err);
}
