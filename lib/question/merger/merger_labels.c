/* SPDX-License-Identifier: MIT
 * What a merger does to labels, by law (C1.5, circulaire of 1 February 2017): a classement in category II
 * or III is kept until its term; one in category I is kept if that is asked for within four months of
 * the deliberation; any other mark is of the house that got it. And what hangs on them (C1.4).
 */
#include <stdio.h>
#include <string.h>

#include "../../base/date.h"
#include "../../base/words.h"
#include "../labels/inside.h"
#include "merger.h"

/* What an office holds of a scheme that outlives the day. */
static const label *held(const merger *m, size_t which, const char *scheme)
{
	return labels_valid(&m->labels, m->what.offices[which], scheme, NULL, m->what.on);
}

/* Has it had one ever that was decided? */
static bool had(const merger *m, size_t which, const char *scheme)
{
	for (size_t i = 0; i < m->labels.count; i++) {
		const label *one = &m->labels.all[i];

		if (label_is_of(one, scheme) && !one->is_request &&
			one->decided != RELAIS_NO_DAY && one->decided < m->what.on &&
			!strcmp(one->office, m->what.offices[which]))
			return true;
	}
	return false;
}

/* Its category then: by its decision; by the register when none is known. NULL: none. */
static const char *category_of(const merger *m, size_t which)
{
	const label *one = held(m, which, "classement");
	const office *o = roster_office(&m->labels.offices, m->what.offices[which]);

	if (one)
		return one->level;
	return had(m, which, "classement") || !o ? NULL : o->attribute[KEY_CATEGORY];
}

/* Which of them gives the merged office its classement: category I before II before III, then the one
 * that goes on, then the one that lasts longest. -1: none. */
static ptrdiff_t classified(const merger *m)
{
	static const char *const levels[] = { "I", "II", "III" };
	ptrdiff_t best = -1;

	for (size_t level = 0; best < 0 && level < sizeof levels / sizeof *levels; level++)
		for (size_t o = 0; o < m->count; o++) {
			const char *its = category_of(m, o);
			const label *one = held(m, o, "classement");
			const label *other =
				best < 0 ? NULL : held(m, (size_t)best, "classement");

			if (!its || strcmp(its, levels[level]) != 0)
				continue;
			if (best < 0 || (best > 0 && one && (!other || one->end > other->end)))
				best = (ptrdiff_t)o;
		}
	return best;
}

void merger_judge(merger *m)
{
	ptrdiff_t from = classified(m);

	m->category = from < 0 ? NULL : category_of(m, (size_t)from);
}

static bool is_first_category(const merger *m)
{
	return m->category && !strcmp(m->category, "I");
}

static relais_day asked_by(const merger *m)
{
	return day_add_months(m->what.decided, MERGER_MONTHS);
}

static const char *iso(relais_day day, char out[16])
{
	relais_day_print(day, out);
	return out;
}

static bool is_held(const merger *m, const char *scheme)
{
	for (size_t o = 0; o < m->count; o++)
		if (held(m, o, scheme))
			return true;
	return false;
}

/* The last days of what each holds, and of what stays. */
static void say_ends(merger *m, const label_law *law, const label *stays)
{
	if (!is_held(m, law->scheme))
		return;

	merger_line *line = merger_add(m, "until", law->scheme, law->label[m->lang]);
	char day[16];

	for (size_t o = 0; o < m->count; o++) {
		const label *one = held(m, o, law->scheme);

		merger_say_of(m, line, o, RELAIS_DATE, one ? iso(one->end, day) : NULL);
	}
	if (stays)
		merger_say_as(m, line, MERGER_MERGED, RELAIS_DATE, iso(stays->end, day));
}

static void detail_classement(merger *m, merger_line *line, const label *stays)
{
	char day[32];

	if (!m->category) {
		merger_detail(m, line, N_("none of them has one that holds"));
		return;
	}
	if (!is_first_category(m)) {
		merger_detail(m, line,
			stays ? N_("kept until its term (circulaire of 1 February 2017)")
			      : N_("by the register: no decision is known, nor its term"));
		return;
	}
	day_format(asked_by(m), m->lang, day);
	merger_detail(m, line,
		N_("the perimeter grows: that category I be kept is to be asked for by %s, four months after the deliberation"),
		day);
}

static void say_classement(merger *m, const label_law *law)
{
	ptrdiff_t from = classified(m);
	const label *stays = from < 0 ? NULL : held(m, (size_t)from, law->scheme);
	merger_line *line = merger_add(m, "label", law->scheme, law->label[m->lang]);

	for (size_t o = 0; o < m->count; o++) {
		const char *its = category_of(m, o);

		merger_say_of(m, line, o, RELAIS_CODE,
			its                      ? its
			: had(m, o, law->scheme) ? label_state_codes[LABEL_EXPIRED]
						 : label_state_codes[LABEL_NONE]);
	}
	merger_say_as(m, line, MERGER_MERGED, RELAIS_CODE, m->category);
	merger_say(m, line, MERGER_STATE,
		!m->category           ? label_state_codes[LABEL_NONE]
		: is_first_category(m) ? "a_demander"
				       : "conserve");
	detail_classement(m, line, stays);
	say_ends(m, law, stays);
}

/* A mark of quality, of access …: that of the office that goes on stays its own. */
static void say_mark(merger *m, const label_law *law)
{
	const label *stays = held(m, 0, law->scheme);
	bool is_lost = false;
	merger_line *line = merger_add(m, "label", law->scheme, law->label[m->lang]);

	for (size_t o = 0; o < m->count; o++) {
		const label *one = held(m, o, law->scheme);

		is_lost = is_lost || (o && one);
		merger_say_of(m, line, o, RELAIS_CODE,
			one ? *one->level ? one->level : label_state_codes[LABEL_VALID]
			: had(m, o, law->scheme) ? label_state_codes[LABEL_EXPIRED]
						 : NULL);
	}
	if (stays)
		merger_say_as(m, line, MERGER_MERGED, RELAIS_CODE,
			*stays->level ? stays->level : label_state_codes[LABEL_VALID]);
	merger_say(m, line, MERGER_STATE, stays ? "conserve" : "perdu");
	if (is_lost)
		merger_detail(m, line,
			N_("a mark is of the office that got it: ask who awards it what becomes of that of an office that ends"));
	say_ends(m, law, stays);
}

void merger_labels(merger *m)
{
	const label_laws *laws = &m->labels.laws;

	for (size_t i = 0; i < laws->count; i++) {
		const label_law *law = &laws->all[i];

		if (label_scheme(laws, law->scheme) != law)
			continue; /* an older law of the same scheme */
		if (!strcmp(law->scheme, "classement"))
			say_classement(m, law);
		else if (is_held(m, law->scheme))
			say_mark(m, law);
	}
}

/* ---- what hangs on the classement -------------------------------------------------------------- */

void merger_denominations(merger *m)
{
	for (size_t i = 0; i < m->labels.count; i++) {
		const label *one = &m->labels.all[i];
		bool needs_first = one->law && strchr(one->law->needs, ':');
		const char *state = is_first_category(m) ? "a_demander" : "conserve";
		merger_line *line;
		char day[16], title[256];

		if (!label_is_current(one) || !label_stands(one) || *one->office || !one->law ||
			!*one->law->needs || strcmp(one->covered_by, m->what.offices[0]) != 0)
			continue;
		if (!m->category || (needs_first && !is_first_category(m)))
			state = "en_danger";
		snprintf(title, sizeof title, "%s, %s", one->law->label[m->lang], one->name);
		line = merger_add(m, "denomination", one->scheme, title);
		merger_say_as(m, line, MERGER_MERGED, RELAIS_DATE, iso(one->end, day));
		merger_say(m, line, MERGER_STATE, state);
		merger_detail(m, line,
			needs_first
				? N_("needs an office of category I that covers the commune")
				: N_("needs a classified office that covers the commune"));
	}
}

/* ---- the days of the law ------------------------------------------------------------------------ */

static void say_deadline(merger *m, const char *what, const char *title, relais_day on)
{
	merger_line *line = merger_add(m, "deadline", what, title);
	char day[16];

	merger_say_as(m, line, MERGER_MERGED, RELAIS_DATE, iso(on, day));
	if (!strcmp(what, "maintien"))
		merger_detail(m, line,
			N_("last day for the authority it depends on to ask the prefect that category I be kept"));
	else if (!strcmp(what, "acceptation"))
		merger_detail(m, line,
			N_("if it is asked for on the last day: from then on, silence is acceptance"));
}

/* Several offices of category I make one request. */
static bool was_said(const labels *l, size_t at)
{
	const deadline *d = &l->deadlines[at];

	for (size_t i = 0; i < at; i++)
		if (l->deadlines[i].day == d->day && !strcmp(l->deadlines[i].what, d->what) &&
			!strcmp(l->deadlines[i].office, d->office) &&
			!strcmp(l->deadlines[i].scheme, d->scheme))
			return true;
	return false;
}

void merger_deadlines(merger *m)
{
	const labels *l = &m->labels;
	relais_day from = m->what.decided < m->what.on ? m->what.decided : m->what.on;

	for (size_t i = 0; i < l->deadline_count; i++) {
		const deadline *d = &l->deadlines[i];
		const label_law *law = label_scheme(&l->laws, d->scheme);

		if (strcmp(d->office, m->what.offices[0]) != 0 || d->is_met || d->day < from ||
			was_said(l, i))
			continue;
		say_deadline(m, d->what, law ? law->label[m->lang] : d->scheme, d->day);
		if (!strcmp(d->what, "maintien"))
			say_deadline(m, "acceptation", law ? law->label[m->lang] : d->scheme,
				day_add_months(d->day, SILENCE_MONTHS));
	}
}
