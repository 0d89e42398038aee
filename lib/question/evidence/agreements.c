/* SPDX-License-Identifier: MIT
 * Agreements, objective by objective: what was promised, what the office's figures say, what is
 * missing; when the yearly review is due and when it ends. Outside, the figures of one office are
 * withheld by the rules of the observatory.
 */
#include <stdlib.h>
#include <string.h>

#include "../../base/date.h"
#include "../../base/error.h"
#include "../../base/rows.h"
#include "../../base/words.h"
#include "../sql.h"
#include "inside.h"

enum { REVIEW_MONTHS = 12, ENDING_DAYS = 180 };

static const relais_column columns[] = { { "office", N_("Office"), RELAIS_CODE },
	{ "name", N_("Name"), RELAIS_TEXT }, { "objective", N_("Objective"), RELAIS_TEXT },
	{ "indicator", N_("Indicator"), RELAIS_CODE },
	{ "target", N_("Target"), RELAIS_NUMBER },
	{ "achieved", N_("Achieved"), RELAIS_NUMBER }, { "gap", N_("Gap"), RELAIS_NUMBER },
	{ "status", N_("Status"), RELAIS_CODE }, { "period", N_("Period"), RELAIS_PERIOD },
	{ "agreement", N_("Agreement"), RELAIS_CODE }, { "type", N_("Type"), RELAIS_CODE },
	{ "with", N_("With"), RELAIS_TEXT }, { "state", N_("State"), RELAIS_CODE },
	{ "until", N_("Until"), RELAIS_DATE }, { "days_left", N_("Days left"), RELAIS_COUNT },
	{ "review_due", N_("Review due"), RELAIS_DATE }, { "flag", N_("Flag"), RELAIS_TEXT } };

/* What is kept of these on a narrow terminal. */
static const char in_short[] =
	"office objective:24 status | target achieved until state agreement";

/* What an agreement promises of an indicator in a period. */
typedef struct objective {
	const char *agreement, *indicator, *label;
	relais_period period;
	number target;
	bool is_up;
} objective;

/* The question at hand. */
typedef struct asked {
	status status;
	evidence evidence;
	study *figures; /* a group for each office */
	objective *list;
	size_t count;
	relais_span span;
	const relais_question *question;
	rowlist *rows;
} asked;

static const char *state_of(const agreement *a, relais_day day)
{
	if (a->signed_on == RELAIS_NO_DAY || a->signed_on > day)
		return "a_signer";
	if (a->until != RELAIS_NO_DAY && a->until < day)
		return "expire";
	if (a->from != RELAIS_NO_DAY && a->from > day)
		return "a_venir";
	return a->until != RELAIS_NO_DAY && a->until - day <= ENDING_DAYS ? "a_echeance"
									  : "valide";
}

/* A year after the last one, or after it began; RELAIS_NO_DAY: it does not hold. */
static relais_day review_of(const agreement *a, relais_day day)
{
	relais_day from =
		a->reviewed != RELAIS_NO_DAY && a->reviewed <= day ? a->reviewed : a->from;

	if (!agreement_holds(a, day) || from == RELAIS_NO_DAY)
		return RELAIS_NO_DAY;
	return months_before(from, -REVIEW_MONTHS);
}

static bool take(asked *q, const stmt *s)
{
	objective *o;
	const char *period = stmt_text(s, 2);

	if (q->count % 64 == 0) {
		objective *more = realloc(q->list, (q->count + 64) * sizeof *more);

		if (!more)
			return false;
		q->list = more;
	}
	o = &q->list[q->count];
	*o = (objective){ .is_up = strcmp(stmt_text(s, 4), "down") != 0 };
	if (!period_read(period, strlen(period), &o->period) ||
		!number_from_text(stmt_text(s, 3), &o->target))
		return true;
	q->count++;
	return (o->agreement = arena_string(&q->evidence.memory, stmt_text(s, 0))) != NULL &&
	       (o->indicator = arena_string(&q->evidence.memory, stmt_text(s, 1))) != NULL &&
	       (!stmt_text(s, 5) ||
		       (o->label = arena_string(&q->evidence.memory, stmt_text(s, 5))) != NULL);
}

static relais_status read_objectives(asked *q, relais_error *err)
{
	stmt *s;
	relais_status rc = stmt_prepare(&s, q->status.store, SQL(objectives), err);

	if (rc != RELAIS_OK)
		return rc;
	stmt_bind_int(s, ":known", q->status.known);
	while ((rc = stmt_step(s, err)) == RELAIS_OK)
		if (!take(q, s)) {
			rc = fail_memory(err);
			break;
		}
	stmt_free(s);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

/* Of the periods asked for; without any, the last one that has begun. */
static bool is_shown(const asked *q, size_t at)
{
	const objective *o = &q->list[at];

	if (q->span.from)
		return period_first_day(o->period) >= period_first_day(q->span.from) &&
		       period_last_day(o->period) <= period_last_day(q->span.to);
	if (period_first_day(o->period) > q->status.day)
		return false;
	for (size_t i = at + 1; i < q->count && !strcmp(q->list[i].agreement, o->agreement);
		i++)
		if (!strcmp(q->list[i].indicator, o->indicator) &&
			period_first_day(q->list[i].period) <= q->status.day)
			return false;
	return true;
}

/* The months of the period that are over; from 0: none yet. */
static relais_span elapsed(relais_period period, relais_day day)
{
	relais_span span = period_months(period);

	if (period_last_day(period) <= day)
		return (relais_span){ period, period };
	while (span.to >= span.from && period_last_day(span.to) > day)
		span.to = period_previous(span.to);
	return span.to >= span.from ? span : (relais_span){ 0, 0 };
}

static relais_status look_up(
	asked *q, const objective *o, const char *of, measure *out, relais_error *err)
{
	const indicator *what = study_indicator_named(q->figures, o->indicator);
	relais_span span = elapsed(o->period, q->status.day);
	measure *all = calloc(study_groups(q->figures) + 1, sizeof *all);
	relais_status rc = all ? RELAIS_OK : fail_memory(err);

	*out = (measure){ 0 };
	if (rc == RELAIS_OK && what && span.from)
		rc = study_total(q->figures, what, span, all, err);
	for (size_t g = 0; rc == RELAIS_OK && g < study_groups(q->figures); g++)
		if (!strcmp(study_group_code(q->figures, g), of))
			*out = all[g];
	free(all);
	return rc;
}

static bool subtract(number a, number b, number *out)
{
	if (!number_rescale(a, NUMBER_MAX_DECIMALS, &a, NULL) ||
		!number_rescale(b, NUMBER_MAX_DECIMALS, &b, NULL) ||
		__builtin_sub_overflow(a.units, b.units, &a.units))
		return false;
	*out = a;
	return true;
}

static const char *status_of(const asked *q, const objective *o, const measure *m)
{
	const indicator *what = study_indicator_named(q->figures, o->indicator);
	bool has_reached;
	int order;

	if (m->is_withheld)
		return "withheld";
	if (!m->has_value)
		return "no_data";
	order = number_order(m->value, o->target);
	has_reached = o->is_up ? order >= 0 : order <= 0;
	if (period_last_day(o->period) <= q->status.day)
		return has_reached ? "reached" : "short";
	/* what adds up is reached for good, what is measured may still fall */
	return has_reached && o->is_up && what && !strcmp(what->over_time, "sum") ? "reached"
										  : "underway";
}

static relais_status put_objective(
	asked *q, const agreement *a, const objective *o, relais_error *err)
{
	measure m;
	number gap;
	bool tells;
	relais_status rc = look_up(q, o, a->office ? a->office : "", &m, err);

	if (rc != RELAIS_OK)
		return rc;
	tells = m.has_value && !m.is_withheld;
	rowlist_text(q->rows, o->label);
	rowlist_text(q->rows, o->indicator);
	rowlist_number(q->rows, o->target);
	if (tells)
		rowlist_number(q->rows, m.value);
	else
		rowlist_null(q->rows);
	if (tells && subtract(m.value, o->target, &gap))
		rowlist_number(q->rows, gap);
	else
		rowlist_null(q->rows);
	rowlist_text(q->rows, status_of(q, o, &m));
	rowlist_period(q->rows, o->period);
	return RELAIS_OK;
}

/* e: it ends soon; r: its yearly review is overdue. */
static void put_agreement(asked *q, const agreement *a)
{
	relais_day day = q->status.day, due = review_of(a, day);
	const char *state = state_of(a, day);
	bool ends = !strcmp(state, "a_echeance"), late = due != RELAIS_NO_DAY && due < day;

	rowlist_text(q->rows, a->code);
	rowlist_text(q->rows, a->type);
	rowlist_text(q->rows, a->party ? a->party : a->partner);
	rowlist_text(q->rows, state);
	rowlist_day(q->rows, a->until);
	if (a->until == RELAIS_NO_DAY)
		rowlist_null(q->rows);
	else
		rowlist_count(q->rows, a->until - day);
	rowlist_day(q->rows, due);
	rowlist_text(q->rows, ends && late ? "er" : ends ? "e" : late ? "r" : "");
	rowlist_end_row(q->rows);
}

static void put_office(asked *q, const agreement *a)
{
	office_card card;

	rowlist_text(q->rows, a->office);
	rowlist_text(q->rows,
		a->office && study_office(q->figures, a->office, &card) ? card.name : NULL);
}

static relais_status put_all_of(asked *q, const agreement *a, relais_error *err)
{
	bool any = false;
	relais_status rc;

	for (size_t i = 0; i < q->count; i++) {
		if (strcmp(q->list[i].agreement, a->code) != 0 || !is_shown(q, i))
			continue;
		any = true;
		put_office(q, a);
		if ((rc = put_objective(q, a, &q->list[i], err)) != RELAIS_OK)
			return rc;
		put_agreement(q, a);
	}
	if (any)
		return RELAIS_OK;
	put_office(q, a);
	for (int i = 0; i < 7; i++)
		rowlist_null(q->rows);
	put_agreement(q, a);
	return RELAIS_OK;
}

static bool is_asked(const asked *q, const agreement *a)
{
	const resolution *r = status_resolution(&q->status, a->resolution);
	const roster *all = &q->figures->offices;
	const office *o = a->office ? roster_office(all, a->office) : NULL;

	if (q->question->resolutions && !(r && r->is_asked))
		return false;
	if (!q->question->offices && !q->question->territories)
		return true;
	return o && o->is_named && o->is_inside;
}

static relais_status open_all(asked *q, relais_store *store, relais_error *err)
{
	relais_question by_office = *q->question;
	relais_status rc;

	by_office.by = "office";
	by_office.span = (relais_span){ 0, 0 };
	if ((rc = status_open(&q->status, store, q->question, err)) != RELAIS_OK)
		return rc;
	if ((rc = evidence_open(&q->evidence, &q->status, q->question, q->status.day, err)) !=
			RELAIS_OK ||
		(rc = study_open(&q->figures, store, &by_office, err)) != RELAIS_OK)
		return rc;
	return read_objectives(q, err);
}

relais_status relais_ask_agreements(relais_store *store, const relais_question *question,
	relais_rows **out, relais_error *err)
{
	asked q = { .question = question, .span = question->span };
	relais_status rc;

	*out = NULL;
	q.rows = rowlist_new(columns, sizeof columns / sizeof *columns);
	rc = q.rows ? open_all(&q, store, err) : fail_memory(err);
	for (size_t i = 0; rc == RELAIS_OK && i < q.evidence.agreement_count; i++)
		if (is_asked(&q, &q.evidence.agreements[i]))
			rc = put_all_of(&q, &q.evidence.agreements[i], err);
	study_close(q.figures);
	if (q.evidence.store)
		evidence_close(&q.evidence);
	status_close(&q.status);
	free(q.list);
	if (rc == RELAIS_OK)
		return rows_with_main(out, in_short, rowlist_rows(q.rows, out, err));
	rowlist_free(q.rows);
	return rc;
}
