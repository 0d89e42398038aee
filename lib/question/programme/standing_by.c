/* SPDX-License-Identifier: MIT
 * By domain or challenge: how many are where, and how what is proven spreads. A mean alone would
 * hide the one that stands still behind one that is done.
 */
#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../../base/words.h"
#include "standing.h"

static const relais_column columns[] = { { "group", N_("Group"), RELAIS_CODE },
	{ "resolutions", N_("Resolutions"), RELAIS_COUNT },
	{ "a_faire", N_("To do"), RELAIS_COUNT },
	{ "en_cours", N_("In progress"), RELAIS_COUNT }, { "fait", N_("Done"), RELAIS_COUNT },
	{ "reporte", N_("Postponed"), RELAIS_COUNT },
	{ "abandonne", N_("Dropped"), RELAIS_COUNT },
	{ "unset", N_("Not declared"), RELAIS_COUNT },
	{ "actions", N_("Actions"), RELAIS_COUNT },
	{ "done", N_("Actions done"), RELAIS_COUNT }, { "late", N_("Late"), RELAIS_COUNT },
	{ "no_data", N_("Without data"), RELAIS_COUNT },
	{ "proven_min", N_("Least proven"), RELAIS_PERCENT },
	{ "proven_median", N_("Median proven"), RELAIS_PERCENT },
	{ "proven_max", N_("Most proven"), RELAIS_PERCENT },
	{ "proven_mean", N_("Mean proven"), RELAIS_PERCENT },
	{ "reached", N_("Targets reached"), RELAIS_COUNT },
	{ "short", N_("Targets missed"), RELAIS_COUNT }, { "flag", N_("Flag"), RELAIS_TEXT } };

/* What is kept of these on a narrow terminal. */
static const char in_short[] =
	"group resolutions fait | en_cours a_faire late proven_median short";

enum { STATES = 5 };

typedef struct group_counts {
	int64_t resolutions, by_state[STATES], unset, actions, done, late, no_data;
	int64_t reached, missed;
	int64_t *proven; /* percents, millionths */
	size_t proven_count;
	bool has_ambiguous;
} group_counts;

static int64_t millionths(number n)
{
	return number_rescale(n, NUMBER_MAX_DECIMALS, &n, NULL) ? n.units : 0;
}

static void count_resolution(group_counts *c, const standing *s, const resolution *r)
{
	achieved a = status_achieved(&s->status, r->code);
	proven p = evidence_proven(&s->evidence, r->code);
	const finding *f = standing_finding(s, r);

	c->resolutions++;
	c->actions += a.actions;
	c->done += a.done;
	c->late += a.late;
	c->unset += !r->declared;
	c->has_ambiguous = c->has_ambiguous || is_ambiguous(r);
	for (int n = 0; r->declared && n < STATES; n++)
		c->by_state[n] += strcmp(r->declared, status_states[n]) == 0;
	c->no_data += !p.has_percent;
	if (p.has_percent)
		c->proven[c->proven_count++] = millionths(p.percent);
	if (f && f->target && f->has_value && !f->is_secret)
		*(f->has_reached ? &c->reached : &c->missed) += 1;
}

static int by_value(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

/* Of the resolutions that have data. */
static void put_spread(rowlist *list, group_counts *c)
{
	size_t n = c->proven_count;
	int64_t sum = 0;
	number middle, mean;

	if (n == 0) {
		for (int i = 0; i < 4; i++)
			rowlist_null(list);
		return;
	}
	qsort(c->proven, n, sizeof *c->proven, by_value);
	for (size_t i = 0; i < n; i++)
		sum += c->proven[i];
	if (!number_ratio(c->proven[(n - 1) / 2] + c->proven[n / 2], 2, 1, 0, &middle) ||
		!number_ratio(sum, (int64_t)n, 1, 0, &mean))
		middle = mean = (number){ 0, 0 };
	rowlist_number(list, (number){ c->proven[0], NUMBER_MAX_DECIMALS });
	rowlist_number(list, (number){ middle.units, NUMBER_MAX_DECIMALS });
	rowlist_number(list, (number){ c->proven[n - 1], NUMBER_MAX_DECIMALS });
	rowlist_number(list, (number){ mean.units, NUMBER_MAX_DECIMALS });
}

static void put_group(rowlist *list, const char *code, group_counts *c)
{
	rowlist_text(list, code);
	rowlist_count(list, c->resolutions);
	for (int n = 0; n < STATES; n++)
		rowlist_count(list, c->by_state[n]);
	rowlist_count(list, c->unset);
	rowlist_count(list, c->actions);
	rowlist_count(list, c->done);
	rowlist_count(list, c->late);
	rowlist_count(list, c->no_data);
	put_spread(list, c);
	rowlist_count(list, c->reached);
	rowlist_count(list, c->missed);
	rowlist_text(list, c->has_ambiguous ? "a" : "");
	rowlist_end_row(list);
}

relais_status standing_by(
	const standing *s, const char *by, relais_rows **out, relais_error *err)
{
	bool by_domain = strcmp(by, "domain") == 0;
	const char *const *codes =
		by_domain ? domain_codes_of_manifesto : challenge_codes_of_manifesto;
	rowlist *list = rowlist_new(columns, sizeof columns / sizeof *columns);
	int64_t *room = calloc(s->status.count + 1, sizeof *room);

	for (; list && room && *codes; codes++) {
		group_counts c = { .proven = room };

		for (size_t i = 0; i < s->status.count; i++) {
			const resolution *r = &s->status.resolutions[i];

			if (r->is_asked &&
				strcmp(by_domain ? r->domain : r->challenge, *codes) == 0)
				count_resolution(&c, s, r);
		}
		if (c.resolutions)
			put_group(list, *codes, &c);
	}
	free(room);
	if (list && !room)
		rowlist_free(list);
	return list && room ? rows_with_main(out, in_short, rowlist_rows(list, out, err))
			    : fail_memory(err);
}
