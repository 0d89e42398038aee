/* SPDX-License-Identifier: MIT
 * Days of the law as tasks: those that ask the relay or an office for something. The day to file hangs
 * on the end of its label, so that it follows when that end moves.
 */
#include <string.h>

#include "../../base/text.h"
#include "../../base/date.h"
#include "../../base/error.h"
#include "../../base/words.h"
#include "legal.h"
#include "seed.h"

static bool asks_for_work(const deadline *d)
{
	static const char *const all[] = { "depot", "conformite", "maintien", "remplacement" };

	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (!strcmp(all[i], d->what))
			return true;
	return false;
}

/* Does the day move with the end of the label? */
static bool hangs(const deadline *d)
{
	return *d->office && d->of && d->of->end != RELAIS_NO_DAY && d->of->end > d->day &&
	       !strcmp(d->what, "depot");
}

/* Does it name the office, or one that goes on as it? */
static bool names(const labels *l, const action *a, const char *code)
{
	const char *list = a->offices;
	char word[128];

	while (list && *(list += strspn(list, " ")) != '\0') {
		size_t n = strcspn(list, " ");
		const office *heir;

		snprintf(word, sizeof word, "%.*s", (int)n, list);
		heir = roster_heir(&l->offices, word, l->day);
		if (strcmp(heir ? heir->code : word, code) == 0)
			return true;
		list += n;
	}
	return false;
}

/* Hanging on the same end, or on that very day for that office. */
static bool is_planned(const status *s, const labels *l, const deadline *d)
{
	for (size_t i = 0; i < s->action_count; i++) {
		const action *a = &s->actions[i];

		if (!*d->office || !names(l, a, d->office) ||
			strcmp(a->state, "abandonne") == 0)
			continue;
		if (a->due == d->day || (hangs(d) && a->legal == d->of->end && a->due_said &&
						strstr(a->due_said, d->scheme)))
			return true;
	}
	return false;
}

static void propose(seed *s, const labels *l, const deadline *d)
{
	const char *code_of = legal_resolution(d);
	char code[SEED_CODE], due[256];

	relais_day_print(d->day, due);
	if (hangs(d))
		snprintf(due, sizeof due, "J-%d %s:%s", (int)(d->of->end - d->day), d->scheme,
			d->office);
	seed_code(s, code_of, 0, code);
	seed_taken(s, code_of, 1);
	seed_write(s, &(seed_row){ .code = code,
			      .resolution = code_of,
			      .title = legal_title(&s->agenda, l, d),
			      .owner = words(s->agenda.p.s.lang, N_("quality officer")),
			      .due = due,
			      .offices = d->office });
}

relais_status seed_law(seed *s, relais_error *err)
{
	labels l;
	relais_day first, last;
	relais_status rc = labels_open(&l, s->agenda.p.s.store, s->agenda.question, err);

	if (rc != RELAIS_OK)
		return rc;
	if (!day_make(s->year, 1, 1, &first) || !day_make(s->year, 12, 31, &last))
		first = last = RELAIS_NO_DAY;
	for (size_t i = 0; i < l.deadline_count; i++) {
		const deadline *d = &l.deadlines[i];

		if (d->day >= first && d->day <= last && !d->is_met && asks_for_work(d) &&
			legal_is_asked(&l, d, s->agenda.question) &&
			agenda_wants(&s->agenda, legal_resolution(d)) &&
			!is_planned(&s->agenda.p.s, &l, d))
			propose(s, &l, d);
	}
	labels_close(&l);
	return RELAIS_OK;
}
