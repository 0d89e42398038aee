/* SPDX-License-Identifier: MIT
 * The agenda, by day.
 */
#include "agenda.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../../base/period.h"
#include "../../base/words.h"

static const relais_column columns[] = { { "type", N_("Kind"), RELAIS_CODE },
	{ "code", N_("Code"), RELAIS_CODE }, { "title", N_("Title"), RELAIS_TEXT },
	{ "start", N_("Start"), RELAIS_DATE }, { "due", N_("Due"), RELAIS_DATE },
	{ "state", N_("State"), RELAIS_CODE }, { "progress", N_("Progress"), RELAIS_PERCENT },
	{ "owner", N_("Owner"), RELAIS_TEXT }, { "office", N_("Office"), RELAIS_CODE },
	{ "resolution", N_("Resolution"), RELAIS_CODE },
	{ "detail", N_("Detail"), RELAIS_TEXT },
	/* for calendars */
	{ "component", N_("Entry"), RELAIS_CODE }, { "status", N_("Status"), RELAIS_CODE },
	{ "uid", N_("Identifier"), RELAIS_CODE }, { "sequence", N_("Sequence"), RELAIS_COUNT },
	{ "modified", N_("Changed on"), RELAIS_DATE },
	{ "alarms", N_("Alarms (days)"), RELAIS_TEXT }, { "place", N_("Place"), RELAIS_TEXT } };

/* What is kept of these on a narrow terminal. */
static const char in_short[] = "type start title:24 | due state office owner";

entry *agenda_add(agenda *a)
{
	if (a->count == a->room) {
		size_t more = a->room ? 2 * a->room : 64;
		entry *all = realloc(a->all, more * sizeof *all);

		if (!all) {
			a->failed = true;
			return NULL;
		}
		a->all = all;
		a->room = more;
	}
	a->all[a->count] = (entry){ .start = RELAIS_NO_DAY,
		.due = RELAIS_NO_DAY,
		.modified = RELAIS_NO_DAY,
		.progress = -1 };
	return &a->all[a->count++];
}

const char *agenda_say(agenda *a, const char *format, ...)
{
	char said[1200];
	const char *kept;
	va_list values;

	va_start(values, format);
	vsnprintf(said, sizeof said, words(a->p.s.lang, format), values);
	va_end(values);
	kept = arena_string(&a->memory, said);
	a->failed = a->failed || !kept;
	return kept;
}

bool agenda_wants(const agenda *a, const char *code)
{
	const char *const *asked = a->question->resolutions;

	for (; asked && *asked; asked++)
		if (code && !strcmp(*asked, code))
			return true;
	return !a->question->resolutions;
}

/* ---- actions ---------------------------------------------------------------------- */

static const char *status_of(const action *a, bool is_event)
{
	if (strcmp(a->state, "abandonne") == 0)
		return "cancelled";
	if (is_event)
		return strcmp(a->state, "reporte") == 0 ? "tentative" : "confirmed";
	if (strcmp(a->state, "fait") == 0)
		return "completed";
	return strcmp(a->state, "en_cours") == 0 ? "in-process" : "needs-action";
}

static relais_day day_of(const char *iso)
{
	relais_day day;

	return iso && relais_day_parse(iso, &day, NULL) == RELAIS_OK ? day : RELAIS_NO_DAY;
}

static void add_action(agenda *a, const action *one)
{
	bool is_event = one->start != RELAIS_NO_DAY && one->due != RELAIS_NO_DAY &&
			one->start <= one->due;
	entry *e = agenda_add(a);

	if (!e)
		return;
	e->type = "action";
	e->code = agenda_say(a, "%s", one->code);
	e->title = one->title;
	e->start = one->start;
	e->due = one->due;
	e->state = one->state;
	e->owner = one->owner;
	e->office = one->offices;
	e->resolution = one->resolution;
	e->progress = one->progress;
	e->detail = one->blocked ? agenda_say(a, N_("blocked: %s"), one->blocked) : NULL;
	e->component = is_event ? "event" : "todo";
	e->status = status_of(one, is_event);
	e->uid = agenda_say(a, "action-%s@%s", one->code, a->domain);
	e->sequence = one->versions - 1;
	e->modified = day_of(one->changed_on);
}

relais_status agenda_add_actions(agenda *a, relais_error *err)
{
	agenda_times times = { .from = a->from, .until = a->until };
	relais_status rc = RELAIS_OK;

	for (size_t i = 0; i < a->p.s.action_count && rc == RELAIS_OK; i++)
		if (plan_matches(&a->p.s, &a->p.s.actions[i], a->question))
			rc = agenda_expand(&times, &a->p.s, i, err);
	for (size_t i = 0; i < times.count && rc == RELAIS_OK; i++)
		add_action(a, &times.all[i].a);
	agenda_free(&times);
	return rc;
}

/* ---- the question ----------------------------------------------------------------- */

static int in_order(const void *x, const void *y)
{
	const entry *a = x, *b = y;
	relais_day first = a->due != RELAIS_NO_DAY ? a->due : a->start;
	relais_day second = b->due != RELAIS_NO_DAY ? b->due : b->start;
	int by_type;

	if (strcmp(a->component, "event") == 0 && strcmp(a->type, "session") == 0)
		first = a->start;
	if (strcmp(b->component, "event") == 0 && strcmp(b->type, "session") == 0)
		second = b->start;
	if (first != second)
		return first < second ? -1 : 1;
	by_type = strcmp(a->type, b->type);
	return by_type ? by_type : text_compare_natural(a->uid, b->uid);
}

static void write_entry(rowlist *list, const entry *e)
{
	rowlist_text(list, e->type);
	rowlist_text(list, e->code);
	rowlist_text(list, e->title);
	rowlist_day(list, e->start);
	rowlist_day(list, e->due);
	rowlist_text(list, e->state);
	if (e->progress < 0)
		rowlist_null(list);
	else
		rowlist_count(list, e->progress);
	rowlist_text(list, e->owner);
	rowlist_text(list, e->office);
	rowlist_text(list, e->resolution);
	rowlist_text(list, e->detail);
	rowlist_text(list, e->component);
	rowlist_text(list, e->status);
	rowlist_text(list, e->uid);
	rowlist_count(list, e->sequence);
	rowlist_day(list, e->modified);
	rowlist_text(list, e->alarms);
	rowlist_text(list, e->place);
	rowlist_end_row(list);
}

static void choose_days(agenda *a)
{
	relais_span span = a->question->span;

	if (!span.from) {
		span.from = period_of_day(a->p.s.day, LENGTH_YEAR);
		span.to = period_next(span.from);
	}
	a->from = period_first_day(span.from);
	a->until = period_last_day(span.to);
}

/* Sessions and days of the law have no owner and no state of the plan: who asks for one wants
 * actions. */
static relais_status collect(agenda *a, relais_error *err)
{
	bool all = !a->question->owner && !a->question->state;
	relais_status rc = agenda_name(a, err);

	if (rc == RELAIS_OK)
		rc = agenda_add_actions(a, err);
	if (rc == RELAIS_OK && all)
		rc = agenda_add_sessions(a, err);
	if (rc == RELAIS_OK && all)
		rc = agenda_add_deadlines(a, err);
	return rc == RELAIS_OK && a->failed ? fail_memory(err) : rc;
}

relais_status relais_ask_agenda(relais_store *store, const relais_question *question,
	relais_rows **out, relais_error *err)
{
	agenda a = { .question = question };
	rowlist *list = NULL;
	relais_status rc = plan_open(&a.p, store, question, err);

	*out = NULL;
	if (rc != RELAIS_OK)
		return rc;
	choose_days(&a);
	if ((rc = collect(&a, err)) == RELAIS_OK &&
		!(list = rowlist_new(columns, sizeof columns / sizeof *columns)))
		rc = fail_memory(err);
	if (list && a.count)
		qsort(a.all, a.count, sizeof *a.all, in_order);
	for (size_t i = 0; list && i < a.count; i++)
		write_entry(list, &a.all[i]);
	free(a.all);
	arena_free(&a.memory);
	plan_close(&a.p);
	return list ? rows_with_main(out, in_short, rowlist_rows(list, out, err)) : rc;
}
