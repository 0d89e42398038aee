/* SPDX-License-Identifier: MIT
 * What moved in figures that were told before: each period as it was when it was told first, and
 * as it is now; or as it was before one import, and after. The answer goes by indicator and
 * period, so that it takes the same memory whatever its length.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/date.h"
#include "../../base/error.h"
#include "../../base/rows.h"
#include "../../base/words.h"
#include "../measure/fraction.h"
#include "../measure/knowledge.h"
#include "../sql.h"

enum { INDICATOR, GROUP, PERIOD, SINCE, FIRST, CURRENT, CHANGE, PERCENT, FIRST_OFFICES };
enum { OFFICES = FIRST_OFFICES + 1, VINTAGES, STATE, FLAG, COLUMNS };

static const relais_column columns[COLUMNS] = {
	[INDICATOR] = { "indicator", N_("Indicator"), RELAIS_CODE },
	[GROUP] = { "group", N_("Group"), RELAIS_CODE },
	[PERIOD] = { "period", N_("Period"), RELAIS_PERIOD },
	[SINCE] = { "since", N_("First told on"), RELAIS_DATE },
	[FIRST] = { "first", N_("First told"), RELAIS_NUMBER },
	[CURRENT] = { "current", N_("Value"), RELAIS_NUMBER },
	[CHANGE] = { "change", N_("Change"), RELAIS_NUMBER },
	[PERCENT] = { "percent", N_("Change in %"), RELAIS_EVOLUTION },
	[FIRST_OFFICES] = { "first_offices", N_("Offices at first"), RELAIS_COUNT },
	[OFFICES] = { "offices", N_("Offices"), RELAIS_COUNT },
	[VINTAGES] = { "vintages", N_("Vintages"), RELAIS_COUNT },
	[STATE] = { "state", N_("State"), RELAIS_CODE },
	[FLAG] = { "flag", N_("Flag"), RELAIS_TEXT },
};

/* What is kept of these on a narrow terminal. */
static const char in_short[] = "indicator group period first current | percent state since";

typedef struct revisions {
	study *study;
	relais_revisions how;
	knowledge then, now;
	stmt *changes, *received;
	movement *moved; /* by group */
	bool *hidden;
	int64_t *vintages, *last_batch;
	/* The block being told. */
	size_t indicator, group;
	const item *what;
	relais_period period, next, last;
	int64_t first_batch; /* that brought anything of it */
	bool is_touched; /* by the import asked for */
	char text[COLUMNS][40];
	const char *cells[COLUMNS];
	relais_type types[COLUMNS];
} revisions;

/* Who changed the figures of this period, and how many times in each group. */
static relais_status read_changes(revisions *r, int64_t known, relais_error *err)
{
	const study *s = r->study;
	const item *source = catalogue_source(&s->indicators, r->what);
	relais_status rc = RELAIS_END;

	r->first_batch = 0;
	r->is_touched = r->what->about.derived;
	memset(r->vintages, 0, s->group_count * sizeof *r->vintages);
	memset(r->last_batch, 0, s->group_count * sizeof *r->last_batch);
	stmt_bind_int(r->changes, ":indicator", source ? source->about.id : 0);
	stmt_bind_int(r->changes, ":period", r->period);
	stmt_bind_int(r->changes, ":known", known);
	while (source && (rc = stmt_step(r->changes, err)) == RELAIS_OK) {
		int64_t batch = stmt_int(r->changes, 0);
		size_t hint = 0, g;
		ptrdiff_t at = roster_at(&s->offices, stmt_int(r->changes, 1), &hint);

		r->first_batch = r->first_batch ? r->first_batch : batch;
		r->is_touched = r->is_touched || batch == r->how.batch;
		if (at < 0 || s->current.unit_of[at] < 0)
			continue;
		g = (size_t)s->group_of[s->current.unit_of[at]];
		r->vintages[g] += r->last_batch[g] != batch;
		r->last_batch[g] = batch;
	}
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

static relais_status day_of_batch(
	revisions *r, int64_t batch, relais_day *out, relais_error *err)
{
	const char *day;
	relais_status rc;

	*out = RELAIS_NO_DAY;
	stmt_bind_int(r->received, ":batch", batch);
	rc = stmt_step(r->received, err);
	day = rc == RELAIS_OK ? stmt_text(r->received, 0) : NULL;
	if (day)
		(void)day_read(day, strlen(day), out);
	stmt_reset(r->received);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

/* The two batches to compare, and the day of the first; *then == 0: there is nothing to tell. */
static relais_status choose_batches(
	revisions *r, int64_t *then, int64_t *now, relais_day *since, relais_error *err)
{
	int64_t days = r->study->gates.publish_days;
	relais_day told = period_last_day(r->period) +
			  (relais_day)(days > PERIOD_TOLD_AFTER ? days : PERIOD_TOLD_AFTER);
	relais_status rc;

	*then = 0;
	*now = r->how.batch ? r->how.batch : r->study->known;
	if ((rc = read_changes(r, *now, err)) != RELAIS_OK || !r->first_batch)
		return rc;
	if (r->how.batch) {
		*then = r->is_touched ? r->how.batch - 1 : 0;
		return day_of_batch(r, r->how.batch, since, err);
	}
	*since = r->how.since != RELAIS_NO_DAY ? r->how.since : told;
	if (*since > r->study->day)
		return RELAIS_OK;
	rc = store_batch_as_of(r->study->store, *since, then, err);
	if (rc != RELAIS_OK || *then >= r->first_batch)
		return rc;
	/* What came later than the day it should be told was told when it came. */
	*then = r->how.since != RELAIS_NO_DAY ? 0 : r->first_batch;
	return *then ? day_of_batch(r, *then, since, err) : RELAIS_OK;
}

/* The two figures of a group, side by side, tell those that came between: their difference is a
 * cell like another (C3.5). */
static relais_status hide(revisions *r, relais_error *err)
{
	const study *s = r->study;
	int terms = r->what->over_offices == RULE_SUM ? 1 : 2;
	part *line = calloc(s->group_count + 1, sizeof *line);

	if (!line)
		return fail_memory(err);
	memset(r->hidden, 0, s->group_count * sizeof *r->hidden);
	for (int n = 0; study_is_published(s) && n < terms; n++) {
		for (size_t g = 0; g < s->group_count; g++)
			line[g] = n ? r->moved[g].bottom : r->moved[g].top;
		parts_protect(&s->gates.secrecy, line, s->group_count);
		for (size_t g = 0; g < s->group_count; g++)
			r->hidden[g] = r->hidden[g] || line[g].is_secret;
	}
	free(line);
	return RELAIS_OK;
}

static relais_status compare(revisions *r, int64_t then, int64_t now, relais_error *err)
{
	relais_status rc = knowledge_read(&r->then, r->study, r->what, r->period, then, err);

	if (rc == RELAIS_OK)
		rc = knowledge_read(&r->now, r->study, r->what, r->period, now, err);
	if (rc != RELAIS_OK)
		return rc;
	if (!knowledge_compare(&r->then, &r->now, r->study, r->period, r->moved))
		return fail(err, RELAIS_E_DATA, "the sum of '%s' does not fit in 64 bits",
			r->what->about.code);
	return hide(r, err);
}

static relais_status next_indicator(revisions *r, relais_error *err)
{
	study *s = r->study;
	relais_span span;
	relais_status rc;

	while (r->indicator < s->asked_count) {
		r->what = s->asked[r->indicator++];
		if ((rc = study_own_periods(s, r->what, &span, err)) != RELAIS_OK)
			return rc;
		r->next = span.from;
		r->last = span.to;
		if (span.from && catalogue_source(&s->indicators, r->what))
			return RELAIS_OK;
	}
	return RELAIS_END;
}

static relais_status next_block(revisions *r, relais_error *err)
{
	relais_day since = RELAIS_NO_DAY;
	int64_t then, now;
	relais_status rc;

	for (;;) {
		while (!r->what || r->next > r->last)
			if ((rc = next_indicator(r, err)) != RELAIS_OK)
				return rc;
		r->period = r->next;
		r->next = period_next(r->next);
		rc = choose_batches(r, &then, &now, &since, err);
		if (rc != RELAIS_OK || then || (r->how.batch == 1 && r->is_touched))
			break;
	}
	r->group = 0;
	relais_day_print(since, r->text[SINCE]);
	return rc == RELAIS_OK ? compare(r, then, now, err) : rc;
}

static const char *say(char out[40], bool has, number n)
{
	if (!has)
		return NULL;
	number_print(n, out);
	return out;
}

static const char *say_count(char out[40], int64_t n)
{
	snprintf(out, 40, "%" PRId64, n);
	return out;
}

/* In the unit of the indicator, whatever the decimals of either. */
static bool minus(number after, number before, number *out)
{
	int decimals = after.decimals > before.decimals ? after.decimals : before.decimals;

	if (!number_rescale(after, decimals, &after, NULL) ||
		!number_rescale(before, decimals, &before, NULL))
		return false;
	*out = (number){ 0, decimals };
	return !__builtin_sub_overflow(after.units, before.units, &out->units);
}

static bool in_percent(number after, number before, number *out)
{
	int decimals = after.decimals > before.decimals ? after.decimals : before.decimals;

	return number_rescale(after, decimals, &after, NULL) &&
	       number_rescale(before, decimals, &before, NULL) &&
	       fraction_round(fraction_evolution(fraction_of(after.units, 1),
				      fraction_of(before.units, 1)),
		       NUMBER_MAX_DECIMALS, out);
}

/* More than the threshold, or from nothing to something. */
static bool is_revised(const study *s, bool has_percent, number percent, number change)
{
	if (percent.units < 0)
		percent.units = -percent.units;
	return has_percent ? number_order(percent, s->gates.revision) > 0 : change.units != 0;
}

static void say_types(revisions *r)
{
	bool is_percent = strcmp(r->what->about.type, "percent") == 0;

	for (size_t c = 0; c < COLUMNS; c++)
		r->types[c] = columns[c].type;
	if (is_percent)
		r->types[FIRST] = r->types[CURRENT] = RELAIS_PERCENT;
	if (item_is_in_points(r->what))
		r->types[CHANGE] = RELAIS_POINTS;
}

static void say_row(revisions *r, size_t g, relais_row *row)
{
	const measure *then = &r->then.measures[g], *now = &r->now.measures[g];
	bool shown = !then->is_withheld && !now->is_withheld && !r->hidden[g];
	measure m = *now;
	number change = { 0, 0 }, percent = { 0, 0 };
	bool both = shown && then->has_value && now->has_value &&
		    minus(now->value, then->value, &change);
	bool has_percent = both && in_percent(now->value, then->value, &percent);

	m.is_secret = m.is_secret || then->is_secret || r->hidden[g];
	m.is_revised = both && is_revised(r->study, has_percent, percent, change);
	say_types(r);
	r->cells[INDICATOR] = r->what->about.code;
	r->cells[GROUP] = r->study->groups[g].code;
	relais_period_print(r->period, r->text[PERIOD]);
	r->cells[PERIOD] = r->text[PERIOD];
	r->cells[SINCE] = r->text[SINCE];
	r->cells[FIRST] = say(r->text[FIRST], shown && then->has_value, then->value);
	r->cells[CURRENT] = say(r->text[CURRENT], shown && now->has_value, now->value);
	r->cells[CHANGE] = say(r->text[CHANGE], both, change);
	r->cells[PERCENT] = say(r->text[PERCENT], has_percent, percent);
	r->cells[FIRST_OFFICES] = say_count(r->text[FIRST_OFFICES], then->offices);
	r->cells[OFFICES] = say_count(r->text[OFFICES], now->offices);
	r->cells[VINTAGES] = say_count(r->text[VINTAGES], r->vintages[g]);
	r->cells[STATE] = period_state(r->study->gates.closing, r->period, r->study->day);
	measure_flags(&m, r->text[FLAG]);
	r->cells[FLAG] = r->text[FLAG];
	*row = (relais_row){ COLUMNS, r->cells, r->types };
}

static bool is_worth_saying(const revisions *r, size_t g)
{
	if (r->how.batch || r->how.changed_only)
		return r->moved[g].count > 0;
	return r->then.measures[g].offices || r->now.measures[g].offices;
}

static relais_status next_row(void *self, relais_row *row, relais_error *err)
{
	revisions *r = self;
	relais_status rc;

	for (;;) {
		while (r->what && r->group < r->study->group_count) {
			size_t g = r->group++;

			if (!is_worth_saying(r, g))
				continue;
			say_row(r, g, row);
			return RELAIS_OK;
		}
		if ((rc = next_block(r, err)) != RELAIS_OK)
			return rc;
	}
}

static void close_revisions(void *self)
{
	revisions *r = self;

	knowledge_close(&r->then);
	knowledge_close(&r->now);
	stmt_free(r->changes);
	stmt_free(r->received);
	study_close(r->study);
	free(r->moved);
	free(r->hidden);
	free(r->vintages);
	free(r->last_batch);
	free(r);
}

static relais_status check(const revisions *r, const char *by, relais_error *err)
{
	const study *s = r->study;

	if (crossing_is_by_time(&s->by))
		return fail(err, RELAIS_E_USAGE,
			"every period has its revisions: '%s' cannot group them", by);
	if (s->by.by.count > 1)
		return fail(err, RELAIS_E_USAGE,
			"revisions are told by one key at a time, and '%s' are several", by);
	if (s->by.by.count && s->by.by.key[0] == KEY_OFFICE && study_is_published(s))
		return fail(err, RELAIS_E_USAGE,
			"the figure of one office is not told outside the relais: ask with --diffusion interne");
	if (r->how.batch < 0 || r->how.batch > s->known)
		return fail(err, RELAIS_E_USAGE,
			"there is no import %lld: 'rt-import --log' lists them",
			(long long)r->how.batch);
	return RELAIS_OK;
}

static relais_status open_all(revisions *r, relais_error *err)
{
	study *s = r->study;
	relais_status rc;

	r->moved = calloc(s->group_count + 1, sizeof *r->moved);
	r->hidden = calloc(s->group_count + 1, sizeof *r->hidden);
	r->vintages = calloc(s->group_count + 1, sizeof *r->vintages);
	r->last_batch = calloc(s->group_count + 1, sizeof *r->last_batch);
	if (!r->moved || !r->hidden || !r->vintages || !r->last_batch)
		return fail_memory(err);
	if ((rc = stmt_prepare(&r->changes, s->store, SQL(changes), err)) != RELAIS_OK ||
		(rc = stmt_prepare(&r->received, s->store,
			 "SELECT received_on FROM batch WHERE batch_id = :batch", err)) !=
			RELAIS_OK ||
		(rc = knowledge_open(&r->then, s, err)) != RELAIS_OK)
		return rc;
	return knowledge_open(&r->now, s, err);
}

relais_status relais_ask_revisions(relais_store *store, const relais_question *question,
	const relais_revisions *how, relais_rows **out, relais_error *err)
{
	revisions *r = calloc(1, sizeof *r);
	relais_status rc;

	*out = NULL;
	if (!r)
		return fail_memory(err);
	r->how = *how;
	if ((rc = study_open(&r->study, store, question, err)) == RELAIS_OK)
		rc = check(r, question->by, err);
	if (rc == RELAIS_OK)
		rc = open_all(r, err);
	if (rc == RELAIS_OK)
		return rows_with_main(out, in_short,
			rows_new(out, columns, COLUMNS, next_row, close_revisions, r, err));
	close_revisions(r);
	return rc;
}
