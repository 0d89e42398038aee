/* SPDX-License-Identifier: MIT
 * Where each resolution stands: what the relay declares, and beside it, never mixed, what the
 * evidence proves. Adoption by the offices has its own columns.
 */
#include <string.h>

#include "../../base/date.h"
#include "../../base/error.h"
#include "../../base/suggest.h"
#include "../../base/words.h"
#include "standing.h"

static const relais_column columns[] = { { "code", N_("Resolution"), RELAIS_CODE },
	{ "domain", N_("Domain"), RELAIS_CODE }, { "challenge", N_("Challenge"), RELAIS_CODE },
	{ "label", N_("Label"), RELAIS_TEXT }, { "declared", N_("Declared"), RELAIS_CODE },
	{ "proven", N_("Proven"), RELAIS_PERCENT },
	{ "adoption", N_("Adoption"), RELAIS_NUMBER },
	{ "target", N_("Target"), RELAIS_NUMBER }, { "actions", N_("Actions"), RELAIS_COUNT },
	{ "late", N_("Late"), RELAIS_COUNT }, { "flag", N_("Flag"), RELAIS_TEXT },
	{ "measure", N_("Measure"), RELAIS_CODE }, { "unit", N_("Unit"), RELAIS_TEXT },
	{ "n", N_("n"), RELAIS_COUNT }, { "of", N_("Of"), RELAIS_COUNT },
	{ "adoption_on", N_("Measured on"), RELAIS_DATE },
	{ "proofs", N_("Proofs"), RELAIS_COUNT }, { "stale", N_("Stale"), RELAIS_COUNT },
	{ "proofs_of", N_("Proofs of"), RELAIS_COUNT },
	{ "proof_on", N_("Last proof"), RELAIS_DATE },
	{ "age", N_("Age (days)"), RELAIS_COUNT },
	{ "progress", N_("Progress"), RELAIS_PERCENT } };

/* What is kept of these on a narrow terminal. */
static const char in_short[] = "code label:24 declared | proven late target adoption actions";

const char *const domain_codes_of_manifesto[] = { "animation", "professionnalisation",
	"structuration", "representation", NULL };
const char *const challenge_codes_of_manifesto[] = { "general", "numerique", "ressources",
	"qualite_dd", "mise_en_reseau", "culturel", NULL };

static void put_number(rowlist *list, bool is_known, number value)
{
	if (is_known)
		rowlist_number(list, value);
	else
		rowlist_null(list);
}

static void put_count(rowlist *list, bool is_known, int64_t value)
{
	if (is_known)
		rowlist_count(list, value);
	else
		rowlist_null(list);
}

/* a: the challenge is open; o: a proof went stale; s: the adoption is not told. */
static void put_flags(rowlist *list, const resolution *r, const proven *p, const finding *f)
{
	char flags[4];
	size_t n = 0;

	if (is_ambiguous(r))
		flags[n++] = 'a';
	if (p->stale)
		flags[n++] = 'o';
	if (f && f->is_secret)
		flags[n++] = 's';
	flags[n] = '\0';
	rowlist_text(list, flags);
}

static void put_measure(rowlist *list, const standing *s, const resolution *r)
{
	ptrdiff_t at = evidence_main(&s->evidence, r->code, s->tier);
	const finding *f = standing_finding(s, r);
	bool has_share = f && f->has_value && f->has_share && !f->is_secret;

	rowlist_text(list, f ? s->evidence.list[at].code : NULL);
	rowlist_text(list, f ? s->evidence.list[at].unit : NULL);
	put_count(list, has_share, has_share ? f->n : 0);
	put_count(list, has_share, has_share ? f->of : 0);
	rowlist_day(list, f ? f->last : RELAIS_NO_DAY);
}

static void add_resolution(rowlist *list, const standing *s, const resolution *r)
{
	achieved a = status_achieved(&s->status, r->code);
	proven p = evidence_proven(&s->evidence, r->code);
	const finding *f = standing_finding(s, r);
	const char *const cells[] = { r->code, r->domain, r->challenge, r->label, r->declared };

	for (size_t i = 0; i < sizeof cells / sizeof *cells; i++)
		rowlist_text(list, cells[i]);
	put_number(list, p.has_percent, p.percent);
	if (f)
		finding_cells(list, f);
	else
		rowlist_null(list);
	put_number(list, f && f->target, f && f->target ? f->target->value : (number){ 0, 0 });
	rowlist_count(list, a.actions);
	rowlist_count(list, a.late);
	put_flags(list, r, &p, f);
	put_measure(list, s, r);
	rowlist_count(list, p.shown);
	rowlist_count(list, p.stale);
	rowlist_count(list, p.of);
	rowlist_day(list, p.last);
	put_count(list, p.last != RELAIS_NO_DAY,
		p.last == RELAIS_NO_DAY ? 0 : s->evidence.day - p.last);
	put_number(list, a.has_percent, a.percent);
	rowlist_end_row(list);
}

relais_status standing_list(const standing *s, relais_rows **out, relais_error *err)
{
	rowlist *list = rowlist_new(columns, sizeof columns / sizeof *columns);

	if (!list)
		return fail_memory(err);
	for (size_t i = 0; i < s->status.count; i++)
		if (s->status.resolutions[i].is_asked)
			add_resolution(list, s, &s->status.resolutions[i]);
	return rows_with_main(out, in_short, rowlist_rows(list, out, err));
}

static relais_status check_key(const char *by, relais_error *err)
{
	suggestions near;
	char hint[400];

	if (!by || strcmp(by, "domain") == 0 || strcmp(by, "challenge") == 0)
		return RELAIS_OK;
	suggest_start(&near, by);
	suggest_offer(&near, "domain", NULL);
	suggest_offer(&near, "challenge", NULL);
	suggest_print(&near, err ? err->lang : RELAIS_EN, hint, sizeof hint);
	return fail(err, RELAIS_E_USAGE,
		"resolutions are grouped by domain or by challenge, not by '%s'%s", by, hint);
}

static relais_status open_standing(standing *s, relais_store *store,
	const relais_question *question, const char *of, relais_day day, relais_error *err)
{
	relais_status rc = status_open_on(&s->status, store, question, day, err);

	if (rc != RELAIS_OK)
		return rc;
	s->tier = of && strcmp(of, "relay") == 0 ? TIER_RELAY : TIER_OFFICE;
	rc = evidence_open(&s->evidence, &s->status, question, s->status.day, err);
	if (rc != RELAIS_OK)
		status_close(&s->status);
	return rc;
}

static void close_standing(standing *s)
{
	evidence_close(&s->evidence);
	status_close(&s->status);
}

/* The day before is looked at with what is known now: what came late is dated as it happened. */
static relais_status moved_since(const standing *now, relais_store *store,
	const relais_question *question, const relais_standing *how, relais_rows **out,
	relais_error *err)
{
	standing then = { 0 };
	relais_status rc;

	if (how->since >= now->status.day)
		return fail(err, RELAIS_E_USAGE,
			"what moved since a day is told on a later day: --since is not before --today");
	if ((rc = open_standing(&then, store, question, how->level, how->since, err)) !=
		RELAIS_OK)
		return rc;
	rc = standing_moved(&then, now, out, err);
	close_standing(&then);
	return rc;
}

relais_status relais_ask_standing(relais_store *store, const relais_question *question,
	const relais_standing *how, relais_rows **out, relais_error *err)
{
	relais_day day = question->as_of == RELAIS_NO_DAY ? question->today : question->as_of;
	standing s = { 0 };
	relais_status rc;

	*out = NULL;
	if ((rc = check_key(question->by, err)) != RELAIS_OK ||
		(rc = level_check(how->level, err)) != RELAIS_OK ||
		(rc = open_standing(&s, store, question, how->level, day, err)) != RELAIS_OK)
		return rc;
	if (how->since != RELAIS_NO_DAY)
		rc = moved_since(&s, store, question, how, out, err);
	else if (how->matrix)
		rc = standing_matrix(&s, out, err);
	else if (question->by)
		rc = standing_by(&s, question->by, out, err);
	else
		rc = standing_list(&s, out, err);
	close_standing(&s);
	return rc;
}

relais_status relais_ask_resolutions(relais_store *store, const relais_question *question,
	relais_rows **out, relais_error *err)
{
	const relais_standing plain = { .since = RELAIS_NO_DAY };

	return relais_ask_standing(store, question, &plain, out, err);
}
