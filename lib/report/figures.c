/* SPDX-License-Identifier: MIT
 * See figures.h. The order of the tests in `showing_of` is the rule: secret first, because even
 * "not significant" would say that there is something; then missing; then too weak.
 */
#include <string.h>

#include "../base/period.h"
#include "figures.h"

typedef enum showing {
	SHOW_VALUE,
	SHOW_MISSING,
	SHOW_NIL,
	SHOW_NOT_SIGNIFICANT,
	SHOW_SECRET
} showing;

int64_t secrecy_least(const measure *m)
{
	return m->rule ? m->rule->least_count : 3;
}

static showing showing_of(const teller *t, const measure *m, bool known)
{
	if (m->is_secret && t->published)
		return SHOW_SECRET;
	if (!known)
		return m->expected == 0 && m->offices == 0 ? SHOW_NIL : SHOW_MISSING;
	if (m->is_not_significant && t->published)
		return SHOW_NOT_SIGNIFICANT;
	return SHOW_VALUE;
}

/* The level of a constant perimeter may be secret when its rate is not. */
static showing level_showing(const teller *t, const measure *m, bool known)
{
	return m->is_level_secret && t->published ? SHOW_SECRET : showing_of(t, m, known);
}

bool level_is_open(const teller *t, const measure *m)
{
	return level_showing(t, m, m->has_value) == SHOW_VALUE;
}

bool evolution_is_open(const teller *t, const measure *m)
{
	return showing_of(t, m, m->has_evolution) == SHOW_VALUE;
}

static const char *say_sign(teller *t, showing how)
{
	switch (how) {
	case SHOW_SECRET: t->signs |= SIGN_SECRET; return document_copy(t->document, "s");
	case SHOW_NOT_SIGNIFICANT:
		t->signs |= SIGN_NOT_SIGNIFICANT;
		return document_copy(t->document, "n.s.");
	case SHOW_NIL: t->signs |= SIGN_NIL; return document_copy(t->document, "–");
	case SHOW_MISSING:
	case SHOW_VALUE: break;
	}
	t->signs |= SIGN_MISSING;
	return document_say(t->document, "n/a");
}

/* "12 345" and what the reader must know of it: "12 345 (f, r)". */
static const char *say_marks(teller *t, const measure *m, const char *said)
{
	const struct {
		bool is_set;
		unsigned mark;
		char letter;
	} marks[] = {
		{ m->has_break, MARK_BREAK, 'b' },
		{ m->has_estimates, MARK_ESTIMATED, 'e' },
		{ m->is_fragile && !m->is_not_significant, MARK_FRAGILE, 'f' },
		{ m->is_revised, MARK_REVISED, 'r' },
		{ m->is_not_significant, MARK_WEAK, 'x' },
	};
	char letters[32] = "";
	size_t length = 0;

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		if (!marks[i].is_set)
			continue;
		t->signs |= marks[i].mark;
		if (length) {
			letters[length++] = ',';
			letters[length++] = ' ';
		}
		letters[length++] = marks[i].letter;
		letters[length] = '\0';
	}
	return length ? document_say(t->document, "%s (%s)", said, letters) : said;
}

static void remember(teller *t, const indicator *about)
{
	mention *m;

	for (m = t->first; m; m = m->next)
		if (m->about == about || !strcmp(m->about->code, about->code))
			return;
	m = arena_alloc(&t->document->memory, sizeof *m);
	if (!m) {
		t->document->failed = true;
		return;
	}
	m->about = about;
	if (t->last)
		t->last->next = m;
	else
		t->first = m;
	t->last = m;
}

/* `shown` NULL: the figure is withheld or nobody has it. */
static void enlist(teller *t, topic at, const char *name, const number *shown, const char *flag)
{
	char period[40], value[NUMBER_SIZE];

	relais_period_print(at.span.to, period);
	if (at.span.from != at.span.to) {
		char to[16];

		memcpy(to, period, sizeof to);
		relais_period_print(at.span.from, period);
		strcat(strcat(period, ".."), to);
	}
	if (shown)
		number_print(*shown, value);
	document_figure(t->document, t->section, name, at.about ? at.about->code : NULL,
		at.group, period, shown ? value : NULL, flag);
	if (at.about)
		remember(t, at.about);
}

/* A number of a measure: its sign when it cannot be shown, else `say` and the marks. */
static const char *tell(teller *t, topic at, const char *name, const measure *m, showing how,
	number exact, int places,
	const char *(*say)(relais_document *, const indicator *, number))
{
	char flags[12] = "s";
	measure open = *m;
	char value[NUMBER_SIZE];
	number shown;

	open.is_secret = open.is_level_secret = false; /* a value is listed: it hides nothing */
	if (how != SHOW_SECRET)
		measure_flags(&open, flags);
	if (how == SHOW_VALUE && !number_rescale(exact, places, &shown, NULL))
		how = SHOW_MISSING;
	enlist(t, at, name, how == SHOW_VALUE ? &shown : NULL, flags);
	if (how != SHOW_VALUE)
		return say_sign(t, how);
	number_print(shown, value);
	return document_means(
		t->document, say_marks(t, m, say(t->document, at.about, exact)), value);
}

static const char *say_level(relais_document *d, const indicator *i, number n)
{
	char text[NUMBER_SIZE * 2];
	bool is_money = i && i->type && !strcmp(i->type, "eur");

	if (i && indicator_is_share(i))
		return say_percent(d, n, false);
	number_format(is_money ? number_magnitude(n) : n, i ? indicator_places(i) : 0, d->lang,
		false, text);
	if (!is_money)
		return document_copy(d, text);
	return n.units < 0 ? document_say(d, "−€%s", text) : document_say(d, "€%s", text);
}

const char *tell_withheld(teller *t, topic at, const char *name)
{
	enlist(t, at, name, NULL, "s");
	return say_sign(t, SHOW_SECRET);
}

static const char *say_evolution(relais_document *d, const indicator *i, number n)
{
	return indicator_in_points(i) ? say_points(d, n, true) : say_percent(d, n, true);
}

static const char *say_rate(relais_document *d, const indicator *i, number n)
{
	(void)i;
	return say_coverage(d, n);
}

const char *tell_level(teller *t, topic at, const measure *m)
{
	return tell(t, at, "level", m, level_showing(t, m, m->has_value), m->value,
		indicator_places(at.about), say_level);
}

const char *tell_share(teller *t, topic at, const measure *m)
{
	return tell(t, at, "share", m, level_showing(t, m, m->has_value), m->value,
		indicator_places(at.about), say_level);
}

const char *tell_previous(teller *t, topic at, const measure *m)
{
	at.span.from = period_year_before(at.span.from);
	at.span.to = period_year_before(at.span.to);
	return tell(t, at, "level", m, level_showing(t, m, m->has_previous), m->previous,
		indicator_places(at.about), say_level);
}

const char *tell_evolution(teller *t, topic at, const measure *m)
{
	const char *name = indicator_in_points(at.about) ? "points" : "evolution";

	return tell(t, at, name, m, showing_of(t, m, m->has_evolution), m->evolution,
		m->evolution.decimals ? 1 : 0, say_evolution);
}

static const char *tell_rate(
	teller *t, topic at, const char *name, const measure *m, showing how, number rate)
{
	measure plain = { .expected = m->expected, .offices = m->offices };

	return tell(t, at, name, &plain, how, rate, coverage_places(rate), say_rate);
}

static showing rate_showing(const measure *m, bool known)
{
	return known ? SHOW_VALUE : m->expected ? SHOW_MISSING : SHOW_NIL;
}

/* Coverage explains why a figure is weak, so it stays beside what is withheld for weakness; but
 * it is a share of last year's sum, which gives away the one or two offices it rests on. */
const char *tell_coverage(teller *t, topic at, const measure *m)
{
	bool gives_away = m->is_secret || (m->offices > 0 && m->offices < secrecy_least(m));
	showing how =
		t->published && gives_away ? SHOW_SECRET : rate_showing(m, m->has_coverage);

	return tell_rate(t, at, "coverage", m, how, m->coverage);
}

const char *tell_response(teller *t, topic at, const measure *m)
{
	return tell_rate(t, at, "response", m, rate_showing(m, m->has_response), m->response);
}

const char *tell_amount(teller *t, topic at, const char *name, number exact)
{
	const measure plain = { .has_value = true };

	return tell(
		t, at, name, &plain, SHOW_VALUE, exact, indicator_places(at.about), say_level);
}

const char *tell_count(teller *t, topic at, const char *name, int64_t count)
{
	number n = { count, 0 };
	char value[NUMBER_SIZE];

	enlist(t, at, name, &n, "");
	number_print(n, value);
	return document_means(t->document, say_count(t->document, count), value);
}

const char *tell_offices(teller *t, topic at, const measure *m)
{
	const char *offices = tell_count(t, at, "offices", m->offices);
	const char *expected = tell_count(t, at, "expected", m->expected);

	return document_say(t->document, "%s/%s", offices, expected);
}
