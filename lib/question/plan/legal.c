/* SPDX-License-Identifier: MIT
 * Days of the law, in words.
 */
#include "legal.h"

#include <string.h>

#include "../../base/words.h"

bool legal_is_reminder(const deadline *d)
{
	return !strncmp(d->what, "rappel_", 7);
}

bool legal_is_end(const deadline *d)
{
	return !strcmp(d->what, "echeance") || !strcmp(d->what, "remplacement");
}

bool legal_is_asked(const labels *l, const deadline *d, const relais_question *question)
{
	const char *const *asked = question->offices;

	if (d->of)
		return label_is_asked(l, d->of);
	for (; asked && *asked; asked++)
		if (!strcmp(*asked, d->office))
			return true;
	return !question->offices && !question->territories;
}

/* The mark, the help with préfectures, the other labels: the three resolutions that speak of them. */
const char *legal_resolution(const deadline *d)
{
	static const struct {
		const char *scheme, *resolution;
	} all[] = { { "classement", "R6" }, { "commune_touristique", "R6" },
		{ "station_classee", "R6" }, { "qualite_tourisme", "A3" },
		{ "destination_excellence", "A3" }, { "meuble_tourisme", "A4" } };

	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (!strcmp(all[i].scheme, d->scheme))
			return all[i].resolution;
	return "R7";
}

static const char *phrase_of(const char *what)
{
	static const struct {
		const char *what, *phrase;
	} all[] = { { "depot", N_("last safe day to file") },
		{ "pieces", N_("last day for the préfet to ask for missing pieces") },
		{ "decision", N_("last day for the decision") },
		{ "conformite", N_("end of the injunction") },
		{ "maintien", N_("last day to ask that the category be kept") },
		{ "remplacement", N_("end of the rights, another mark takes over") },
		{ "echeance", N_("last day") } };

	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (!strcmp(all[i].what, what))
			return all[i].phrase;
	return N_("a day of the law");
}

const char *legal_title(agenda *a, const labels *l, const deadline *d)
{
	const label_law *law = label_scheme(&l->laws, d->scheme);
	const char *holder = *d->office ? d->office : d->holder;

	return agenda_say(a, N_("%s: %s, %s (%s)"), law ? law->label[a->p.s.lang] : d->scheme,
		words(a->p.s.lang, phrase_of(d->what)), *d->name ? d->name : holder, holder);
}
