/* SPDX-License-Identifier: MIT
 * Why an action stands where it does, in words.
 */
#include <stdarg.h>
#include <string.h>

#include "../../base/date.h"
#include "../../base/words.h"
#include "list.h"

__attribute__((format(printf, 3, 4))) static void say(
	const plan *p, text *out, const char *format, ...);

static void say(const plan *p, text *out, const char *format, ...)
{
	char one[400];
	va_list values;

	va_start(values, format);
	vsnprintf(one, sizeof one, words(p->s.lang, format), values);
	va_end(values);
	text_addf(out, "%s%s", out->length ? words(p->s.lang, N_("; ")) : "", one);
}

static void say_state(const plan *p, const action *a, text *out)
{
	char done[32];

	if (a->done != RELAIS_NO_DAY) {
		day_format(a->done, p->s.lang, done);
		say(p, out, N_("done on %s"), done);
	} else if (strcmp(a->state, "fait") == 0) {
		say(p, out, N_("done"));
	} else if (a->is_over) {
		say(p, out, N_("does not come back any more"));
	} else {
		say(p, out, N_("dropped"));
	}
}

static void say_lateness(const plan *p, const action *a, text *out)
{
	unsigned long days =
		(unsigned long)(a->due != RELAIS_NO_DAY && a->due < p->s.day ? p->s.day - a->due
									     : 0);

	if (a->overdue > 1)
		say(p, out, N_("%lld times whose day has passed"), (long long)a->overdue);
	if (days && a->is_late)
		say(p, out, words_n(p->s.lang, "late by %lu day", "late by %lu days", days),
			days);
	if (strcmp(a->state, "reporte") == 0)
		say(p, out, N_("put off"));
}

static void say_waits(const plan *p, size_t at, text *out)
{
	const action *a = &p->s.actions[at];
	const step *st = &p->steps[at];
	text codes = { 0 };
	char day[32];

	plan_waits_for(p, at, &codes);
	if (st->is_circular)
		say(p, out, N_("waits for itself, in a circle"));
	if (a->blocked)
		say(p, out, N_("blocked: %s"), a->blocked);
	if (codes.length)
		say(p, out, N_("waits for %s"), text_str(&codes));
	if (!st->is_circular && st->start > p->s.day) {
		day_format(st->start, p->s.lang, day);
		say(p, out, N_("not before %s"), day);
	}
	if (plan_is_ready(p, at))
		say(p, out, N_("can begin"));
	text_free(&codes);
}

static void say_slack(const plan *p, size_t at, text *out)
{
	const step *st = &p->steps[at];
	const char *limit = st->limit == NO_ACTION ? "" : p->s.actions[st->limit].code;
	bool is_own = st->limit == (ptrdiff_t)at;
	int64_t slack;
	unsigned long days;

	if (!plan_slack(st, &slack) || p->s.actions[at].is_late)
		return;
	days = (unsigned long)(slack < 0 ? -slack : slack);
	if (is_own)
		say(p, out,
			slack < 0 ? words_n(p->s.lang, "%lu day too few to be done in time",
					    "%lu days too few to be done in time", days)
				  : words_n(p->s.lang, "%lu day to spare", "%lu days to spare",
					    days),
			days);
	else
		say(p, out,
			slack < 0 ? words_n(p->s.lang, "%lu day too few for %s to be in time",
					    "%lu days too few for %s to be in time", days)
				  : words_n(p->s.lang, "%lu day to spare for %s",
					    "%lu days to spare for %s", days),
			days, limit);
}

void plan_say_why(const plan *p, size_t at, text *out)
{
	const action *a = &p->s.actions[at];

	if (!p->steps[at].is_open) {
		say_state(p, a, out);
		return;
	}
	say_lateness(p, a, out);
	say_waits(p, at, out);
	say_slack(p, at, out);
	if (p->steps[at].is_critical)
		say(p, out, N_("on the critical path"));
}
