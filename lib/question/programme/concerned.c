/* SPDX-License-Identifier: MIT
 * Whom actions are about. One that was planned for an office that merged since is about the office that
 * goes on.
 */
#include <string.h>

#include "../../base/error.h"
#include "../../base/text.h"
#include "../study/roster.h"
#include "concerned.h"

static relais_status keep(status *s, const roster *r, relais_error *err)
{
	const char **list = arena_alloc(&s->memory, (r->count + 1) * sizeof *list);
	size_t n = 0;

	if (!list)
		return fail_memory(err);
	for (size_t i = 0; i < r->count; i++) {
		const office *heir = roster_heir(r, r->offices[i].code, s->day);

		if (!r->offices[i].is_named && !(heir && heir->is_named))
			continue;
		if (!(list[n++] = arena_string(&s->memory, r->offices[i].code)))
			return fail_memory(err);
	}
	list[n] = NULL;
	s->offices = list;
	return RELAIS_OK;
}

relais_status status_choose_offices(
	status *s, const relais_question *question, relais_error *err)
{
	const relais_question named = { .lang = question->lang, .offices = question->offices };
	roster r;
	relais_status rc;

	if (!question->offices)
		return RELAIS_OK;
	if ((rc = roster_load(&r, s->store, s->known, err)) != RELAIS_OK)
		return rc;
	if ((rc = roster_select(&r, &named, err)) == RELAIS_OK)
		rc = keep(s, &r, err);
	roster_free(&r);
	return rc;
}

bool status_concerns(const status *s, const action *a)
{
	bool any = !s->offices;

	for (const char *const *code = s->offices; code && *code && !any; code++)
		any = text_has_word(a->offices, *code);
	return any;
}
