/* SPDX-License-Identifier: MIT
 * The rules there are and who finds them. To add some: their rows here, a function beside
 * (find_*.c, findings_*), their line in rt-status(1).
 */
#include "findings.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../../base/rows.h"
#include "../../base/suggest.h"
#include "../../base/text.h"
#include "../../base/words.h"

static const struct {
	const char *rule;
	finding_source *source; /* the same as above it: found together */
} rules[] = {
	{ "label-expired", findings_labels },
	{ "label-deposit-late", findings_labels },
	{ "label-decision-late", findings_labels },
	{ "label-injunction", findings_labels },
	{ "label-merger", findings_labels },
	{ "label-unsupported", findings_labels },
	{ "station-on-bureau", findings_bureaux },
	{ "label-ending", findings_labels },
	{ "label-reminder", findings_labels },
	{ "label-unknown", findings_labels },
	{ "category-at-risk", findings_criteria },
	{ "figures-late", findings_figures },
	{ "action-late", findings_actions },
	{ "resolution-idle", findings_resolutions },
	{ "office-without-manager", findings_managers },
	{ "perimeter-overlap", findings_perimeters },
	{ "perimeter-station", findings_perimeters },
	{ "communes-differ", findings_perimeters },
};
enum { RULES = sizeof rules / sizeof *rules };

static const relais_column columns[] = { { "severity", N_("Severity"), RELAIS_CODE },
	{ "rule", N_("Rule"), RELAIS_CODE }, { "subject", N_("Subject"), RELAIS_CODE },
	{ "name", N_("Name"), RELAIS_TEXT }, { "due", N_("Due"), RELAIS_DATE },
	{ "days", N_("Days"), RELAIS_COUNT }, { "message", N_("Finding"), RELAIS_TEXT } };

/* What is kept of these on a narrow terminal. */
static const char in_short[] = "subject message:36 | severity due rule name";

static int rank_of(const char *rule)
{
	for (int i = 0; i < RULES; i++)
		if (!strcmp(rules[i].rule, rule))
			return i;
	return -1;
}

static attention *next_place(findings *f)
{
	if (f->count == f->room) {
		size_t room = f->room ? f->room * 2 : 64;
		attention *more = realloc(f->all, room * sizeof *more);

		if (!more)
			return NULL;
		f->all = more;
		f->room = room;
	}
	return &f->all[f->count];
}

void findings_add(findings *f, severity how, const char *rule, const char *subject,
	const char *name, relais_day due, const char *format, ...)
{
	char message[1024];
	attention *one = next_place(f);
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(message, sizeof message, words(f->lang, format), arguments);
	va_end(arguments);
	if (!one) {
		f->failed = true;
		return;
	}
	*one = (attention){ .severity = how,
		.rule = arena_string(&f->memory, rule),
		.subject = arena_string(&f->memory, subject),
		.name = arena_string(&f->memory, name ? name : ""),
		.message = arena_string(&f->memory, message),
		.due = due,
		.rank = rank_of(rule) };
	assert(one->rank >= 0);
	if (!one->rule || !one->subject || !one->name || !one->message)
		f->failed = true;
	else
		f->count++;
}

static relais_status check_rules(const char *const *asked, relais_lang lang, relais_error *err)
{
	suggestions near;
	char hint[256];

	for (; asked && *asked; asked++) {
		if (rank_of(*asked) >= 0)
			continue;
		suggest_start(&near, *asked);
		for (int i = 0; i < RULES; i++)
			suggest_offer(&near, rules[i].rule, NULL);
		suggest_print(&near, lang, hint, sizeof hint);
		return fail(err, RELAIS_E_USAGE, "there is no rule '%s'%s", *asked, hint);
	}
	return RELAIS_OK;
}

static bool is_among(const char *const *list, const char *rule)
{
	for (; list && *list; list++)
		if (!strcmp(*list, rule))
			return true;
	return false;
}

static bool is_asked(const relais_findings *how, const char *rule)
{
	return (!how->rules || is_among(how->rules, rule)) && !is_among(how->except, rule);
}

/* Alerts first, then in the order of the rules, of the days, of the subjects. */
static int in_order(const void *a, const void *b)
{
	const attention *x = a, *y = b;

	if (x->severity != y->severity)
		return x->severity < y->severity ? -1 : 1;
	if (x->rank != y->rank)
		return x->rank - y->rank;
	if (x->due != y->due)
		return x->due == RELAIS_NO_DAY   ? 1
		       : y->due == RELAIS_NO_DAY ? -1
		       : x->due < y->due         ? -1
						 : 1;
	return text_compare_natural(x->subject, y->subject);
}

static void add_row(rowlist *list, const findings *f, const attention *one)
{
	rowlist_text(list, one->severity == FINDING_ALERT ? "alerte" : "attention");
	rowlist_text(list, one->rule);
	rowlist_text(list, one->subject);
	rowlist_text(list, *one->name ? one->name : NULL);
	rowlist_day(list, one->due);
	if (one->due == RELAIS_NO_DAY)
		rowlist_null(list);
	else
		rowlist_count(list, (int64_t)one->due - f->day);
	rowlist_text(list, one->message);
	rowlist_end_row(list);
}

static relais_status find_all(findings *f, const relais_findings *how, relais_error *err)
{
	relais_status rc = RELAIS_OK;

	for (int i = 0; rc == RELAIS_OK && i < RULES; i++) {
		bool wanted = false, done = false;

		for (int k = 0; k < RULES; k++)
			if (rules[k].source == rules[i].source) {
				wanted = wanted || is_asked(how, rules[k].rule);
				done = done || k < i;
			}
		if (wanted && !done)
			rc = rules[i].source(f, err);
	}
	return rc == RELAIS_OK && f->failed ? fail_memory(err) : rc;
}

static relais_status rows_of(
	findings *f, const relais_findings *how, relais_rows **out, relais_error *err)
{
	rowlist *list = rowlist_new(columns, sizeof columns / sizeof *columns);
	uint64_t found = 0;

	if (f->count)
		qsort(f->all, f->count, sizeof *f->all, in_order);
	for (size_t i = 0; list && i < f->count; i++)
		if (is_asked(how, f->all[i].rule)) {
			add_row(list, f, &f->all[i]);
			found++;
		}
	if (how->found)
		*how->found = found;
	return rows_with_main(out, in_short, rowlist_rows(list, out, err));
}

relais_status relais_ask_findings(relais_store *store, const relais_question *question,
	const relais_findings *how, relais_rows **out, relais_error *err)
{
	findings f = { .store = store, .question = *question, .lang = question->lang };
	relais_status rc;

	*out = NULL;
	f.day = question->as_of == RELAIS_NO_DAY ? question->today : question->as_of;
	if ((rc = check_rules(how->rules, f.lang, err)) == RELAIS_OK &&
		(rc = check_rules(how->except, f.lang, err)) == RELAIS_OK &&
		(rc = find_all(&f, how, err)) == RELAIS_OK)
		rc = rows_of(&f, how, out, err);
	free(f.all);
	arena_free(&f.memory);
	return rc;
}
