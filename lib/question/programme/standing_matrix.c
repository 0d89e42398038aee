/* SPDX-License-Identifier: MIT
 * The thirty where their challenge and their domain meet: code, declared state, what is proven. A
 * challenge that the manifesto leaves open is marked, and its row says which other it may be.
 */
#include <stdio.h>
#include <string.h>

#include "../../base/error.h"
#include "../../base/text.h"
#include "../../base/words.h"
#include "standing.h"

static const relais_column columns[] = { { "challenge", N_("Challenge"), RELAIS_CODE },
	{ "animation", N_("Facilitation of the network"), RELAIS_TEXT },
	{ "professionnalisation", N_("Professional development"), RELAIS_TEXT },
	{ "structuration", N_("Structuring of the network"), RELAIS_TEXT },
	{ "representation", N_("Representation"), RELAIS_TEXT },
	{ "note", N_("Note"), RELAIS_TEXT } };

static void say(text *told, const standing *s, const resolution *r)
{
	proven p = evidence_proven(&s->evidence, r->code);

	text_addf(told, "%s%s%s %s", *text_str(told) ? ", " : "", r->code,
		is_ambiguous(r) ? "*" : "", r->declared ? r->declared : "-");
	if (p.has_percent)
		text_addf(told, " %lld/%lld", (long long)p.shown, (long long)p.of);
}

static void say_open(text *note, const standing *s, const resolution *r)
{
	if (*text_str(note))
		text_add(note, "; ");
	text_addf(note, words(s->status.lang, "*%s may also be '%s'"), r->code,
		r->challenge_alt ? r->challenge_alt : "");
}

static bool is_in(const resolution *r, const char *challenge, const char *domain)
{
	return r->is_asked && strcmp(r->challenge, challenge) == 0 &&
	       strcmp(r->domain, domain) == 0;
}

static bool add_row(rowlist *list, const standing *s, const char *challenge)
{
	text told = { 0 }, note = { 0 };
	bool fits;

	rowlist_text(list, challenge);
	for (const char *const *domain = domain_codes_of_manifesto; *domain; domain++) {
		text_clear(&told);
		for (size_t i = 0; i < s->status.count; i++) {
			const resolution *r = &s->status.resolutions[i];

			if (!is_in(r, challenge, *domain))
				continue;
			say(&told, s, r);
			if (is_ambiguous(r))
				say_open(&note, s, r);
		}
		rowlist_text(list, text_str(&told));
	}
	rowlist_text(list, text_str(&note));
	rowlist_end_row(list);
	fits = !told.failed && !note.failed;
	text_free(&told);
	text_free(&note);
	return fits;
}

relais_status standing_matrix(const standing *s, relais_rows **out, relais_error *err)
{
	rowlist *list = rowlist_new(columns, sizeof columns / sizeof *columns);

	if (!list)
		return fail_memory(err);
	for (const char *const *code = challenge_codes_of_manifesto; *code; code++)
		if (!add_row(list, s, *code)) {
			rowlist_free(list);
			return fail_memory(err);
		}
	return rowlist_rows(list, out, err);
}
