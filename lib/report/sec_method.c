/* SPDX-License-Identifier: MIT
 * How to read the note: what the figures count, on which offices, what is withheld, and the
 * signs that were used, no others.
 */
#include "answer.h"
#include "note.h"

enum { MOST_SIGNS = 9 };

static void define_indicators(note *n, section *s)
{
	relais_document *d = n->document;
	size_t count = 0, room = 0;
	const char **items = NULL;

	for (const mention *m = n->teller.first; m; m = m->next) {
		const char *label = indicator_label(m->about, d->lang);

		if (!answer_room(&n->memory, &items, count, &room)) {
			d->failed = true;
			return;
		}
		items[count++] = m->about->unit && *m->about->unit
					 ? document_say(d, "%s — %s (%s)", label,
						   m->about->code, m->about->unit)
					 : document_say(d, "%s — %s", label, m->about->code);
	}
	if (!count)
		return;
	section_method(d, s, document_say(d, "Indicators of this note:"));
	section_list(d, s, count, items);
}

static void explain_perimeter(note *n, section *s)
{
	relais_document *d = n->document;

	section_method(d, s,
		document_say(d,
			"Levels add up the offices that answered. An evolution compares the same offices "
			"with themselves one year before (constant perimeter): it is given with their "
			"number and with coverage, the weight that the offices that answered had one year "
			"before. It can therefore not be worked out again from the levels."));
	section_method(d, s,
		document_say(d,
			"A figure that was not sent is missing, never zero, and is not estimated. A figure "
			"since January rests on the offices complete for every month, both years. A rate "
			"is the ratio of two sums over the offices that sent both."));
}

static void explain_secrecy(note *n, section *s)
{
	relais_document *d = n->document;
	const edition *e = &n->known;

	if (!n->teller.published) {
		section_method(d, s,
			document_say(d,
				"Internal use: statistical secrecy is not applied, this note must not "
				"leave the relais."));
		return;
	}
	section_method(d, s,
		document_say(d,
			"Statistical secrecy: a figure that rests on fewer than %s offices, or of "
			"which one office makes up more than %s, is withheld, with the figures that "
			"would let it be worked out. An evolution based on fewer than %s offices or "
			"on less than %s of the activity is not significant.",
			say_count(d, e->secrecy.least_count),
			say_coverage(d, e->secrecy.dominance), say_count(d, e->least_offices),
			say_coverage(d, e->weak_below)));
}

void note_explain_signs(note *n, section *s)
{
	relais_document *d = n->document;
	const edition *e = &n->known;
	const struct {
		unsigned sign;
		const char *text;
	} legend[MOST_SIGNS] = {
		{ SIGN_MISSING, document_say(d, "n/a: not available") },
		{ SIGN_NOT_SIGNIFICANT, document_say(d, "n.s.: not significant") },
		{ SIGN_SECRET, document_say(d, "s: withheld by statistical secrecy") },
		{ SIGN_NIL, document_say(d, "–: no office concerned") },
		{ MARK_BREAK,
			document_say(d,
				"(b): break in the series: the offices concerned are not compared") },
		{ MARK_ESTIMATED, document_say(d, "(e): contains estimates") },
		{ MARK_FRAGILE, document_say(d, "(f): fragile, coverage from %s to %s",
					say_coverage(d, e->weak_below),
					say_coverage(d, e->fragile_below)) },
		{ MARK_REVISED, document_say(d, "(r): revised") },
		{ MARK_WEAK, document_say(d, "(x): not significant, not to be published") },
	};
	const char *items[MOST_SIGNS];
	size_t count = 0;

	for (size_t i = 0; i < MOST_SIGNS; i++)
		if (n->teller.signs & legend[i].sign)
			items[count++] = legend[i].text;
	if (!count)
		return;
	section_method(d, s, document_say(d, "Signs:"));
	section_list(d, s, count, items);
}

static void explain(note *n, section *s)
{
	explain_perimeter(n, s);
	explain_secrecy(n, s);
	section_method(n->document, s,
		document_say(n->document,
			"Figures are computed exactly and rounded once, when printed: rounded parts may not "
			"add up to their total. Differences between percentages are in points (pt)."));
	note_explain_signs(n, s);
}

relais_status write_method(note *n, relais_error *err)
{
	section *s = note_section(n, "method", document_say(n->document, "Method"));

	(void)err;
	define_indicators(n, s);
	explain(n, s);
	return RELAIS_OK;
}

relais_status write_short_method(note *n, relais_error *err)
{
	(void)err;
	explain(n, note_section(n, "method", document_say(n->document, "Method")));
	return RELAIS_OK;
}
