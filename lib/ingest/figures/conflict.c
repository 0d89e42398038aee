/* SPDX-License-Identifier: MIT
 * Conflicts between a file and what is known. Each one that is not a plain revision is said with
 * both values and both places, so that a person can decide.
 */
#include "conflict.h"

#include "../../base/error.h"
#include "../../base/period.h"
#include "../../base/words.h"
#include "../journal.h"

/* What people read of a figure, whatever its state. */
static const char *spell(const conflicts *c, const staged *s, char out[NUMBER_SIZE])
{
	static const char *const states[] = { "", N_("closed"), N_("missing"),
		N_("not concerned"), N_("refused") };

	if (s->state != STATE_VALUE)
		return words(c->options->lang, states[s->state]);
	number_print(
		(number){ s->value, c->limits->by_id[figure_indicator(s->key)].decimals }, out);
	return out;
}

typedef struct wording {
	const char *office, *indicator, *known, *said;
	char period[16], numbers[2][NUMBER_SIZE], source[JOURNAL_SOURCE_SIZE];
} wording;

static relais_status word(const conflicts *c, const staged *row, const staged *held,
	int64_t batch, wording *w, relais_error *err)
{
	w->office = codes_spell(c->offices, figure_office(row->key));
	w->indicator = codes_spell(c->indicators, figure_indicator(row->key));
	relais_period_print(figure_period(row->key), w->period);
	w->known = spell(c, held, w->numbers[0]);
	w->said = spell(c, row, w->numbers[1]);
	return journal_source(c->store, batch, w->source, err);
}

relais_status conflicts_open(conflicts *c, const conflicts *from, relais_error *err)
{
	*c = *from;
	return closing_load(&c->closing, c->store, c->options->today, err);
}

static relais_status refuse_final(
	conflicts *c, const staged *row, const staged *held, int64_t batch, relais_error *err)
{
	relais_status rc;
	char day[16];
	wording w;

	if ((rc = word(c, row, held, batch, &w, err)) != RELAIS_OK)
		return rc;
	relais_day_print(closing_rule_day(c->closing.rule, figure_period(row->key)), day);
	told_reject(c->told, (spot){ row->line, 0 }, "final-period",
		"%s, %s, %s became final on %s and stays %s (this line: %s); to change it: --reopen --why REASON",
		w.office, w.indicator, w.period, day, w.known, w.said);
	return RELAIS_OK;
}

static relais_status keep_known(
	conflicts *c, const staged *row, const staged *held, int64_t batch, relais_error *err)
{
	relais_status rc;
	wording w;

	if ((rc = word(c, row, held, batch, &w, err)) != RELAIS_OK)
		return rc;
	told_note(c->told, (spot){ row->line, 0 }, "kept-known",
		"%s, %s, %s stays %s (batch %lld, %s:%lu); this line: %s", w.office,
		w.indicator, w.period, w.known, (long long)batch, w.source,
		(unsigned long)held->line, w.said);
	return RELAIS_OK;
}

relais_status conflicts_judge(conflicts *c, const staged *row, const staged *held,
	int64_t batch, verdict *out, relais_error *err)
{
	bool was_there = batch < c->closing.first_today;
	bool is_final = was_there && !c->options->reopen &&
			closing_is_final(&c->closing, figure_period(row->key));

	*out = VERDICT_REVISE;
	if (held->state == STATE_MISSING) { /* said to be missing, it comes at last */
		conflicts_note_late(c, figure_period(row->key), was_there);
		return RELAIS_OK;
	}
	switch (c->options->on_conflict) {
	case RELAIS_ON_CONFLICT_KEEP:
		*out = VERDICT_KEEP;
		return keep_known(c, row, held, batch, err);
	case RELAIS_ON_CONFLICT_FAIL:
		*out = VERDICT_KEEP;
		if (!c->first.batch || row->line < c->first.row.line) {
			c->first.row = *row;
			c->first.held = *held;
			c->first.batch = batch;
		}
		return RELAIS_OK;
	case RELAIS_ON_CONFLICT_REVISE: break;
	}
	if (!is_final)
		return RELAIS_OK;
	*out = VERDICT_REFUSE;
	return refuse_final(c, row, held, batch, err);
}

relais_status conflicts_check(conflicts *c, relais_error *err)
{
	relais_status rc;
	wording w;

	if (!c->first.batch)
		return RELAIS_OK;
	if ((rc = word(c, &c->first.row, &c->first.held, c->first.batch, &w, err)) != RELAIS_OK)
		return rc;
	return fail_at(err, RELAIS_E_DATA, (place){ NULL, c->first.row.line, 0, "conflict" },
		"%s, %s, %s is known as %s (batch %lld, %s:%lu) and this line says %s: nothing of the file was taken",
		w.office, w.indicator, w.period, w.known, (long long)c->first.batch, w.source,
		(unsigned long)c->first.held.line, w.said);
}

void conflicts_note_late(conflicts *c, relais_period p, uint64_t count)
{
	if (!count || c->options->reopen || !closing_is_final(&c->closing, p))
		return;
	if (!c->late || p < c->late_from)
		c->late_from = p;
	if (!c->late || p > c->late_to)
		c->late_to = p;
	c->late += count;
}

void conflicts_finish(conflicts *c)
{
	char from[16], to[16];

	if (!c->late)
		return;
	relais_period_print(c->late_from, from);
	relais_period_print(c->late_to, to);
	told_warn(c->told, (spot){ 0, 0 }, "late-figure",
		"figures of final periods that had never been sent: %llu, %s to %s; totals published for them change",
		(unsigned long long)c->late, from, to);
}
