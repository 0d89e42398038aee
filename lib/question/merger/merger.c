/* SPDX-License-Identifier: MIT
 * Asking what offices would be together.
 */
#include "../../base/words.h"
#include "merger.h"
#include "../perimeters/perimeters.h"

#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"

static const char *attribute_of(const merger *m, size_t which, group_key key)
{
	const office *o = roster_office(&m->together->offices, m->what.offices[which]);

	return o ? o->attribute[key] : NULL;
}

static void say_attribute(merger *m, const char *what, const char *title, group_key key)
{
	merger_line *line = merger_add(m, "office", what, words(m->lang, title));

	for (size_t o = 0; o < m->count; o++)
		merger_say_of(m, line, o, RELAIS_CODE, attribute_of(m, o, key));
}

static void say_names(merger *m)
{
	merger_line *line = merger_add(m, "office", "name", words(m->lang, N_("Name")));

	for (size_t o = 0; o < m->count; o++)
		merger_say_of(m, line, o, RELAIS_TEXT,
			roster_office(&m->together->offices, m->what.offices[o])->name);
	merger_detail(m, line, N_("%s goes on for the others"), m->what.offices[0]);
}

/* Whose peer it is, and the class of each of the others. */
static relais_status say_class(merger *m, relais_error *err)
{
	study *s = m->together;
	const char *const *sizes;
	merger_line *line;
	relais_status rc = study_sizes(s, &sizes, err);

	for (size_t u = 0; rc == RELAIS_OK && u < s->current.units; u++) {
		const office *root = &s->offices.offices[s->current.root[u]];
		size_t g = (size_t)s->group_of[u];
		const char *said = root->attribute[KEY_STAFF];

		if (g == m->heir)
			m->classes[g] = m->by_size ? sizes[u] : m->category;
		else
			m->classes[g] = m->by_size ? said ? said : sizes[u]
						   : root->attribute[KEY_CATEGORY];
	}
	if (rc != RELAIS_OK)
		return rc;
	line = merger_add(m, "office", "peers", words(m->lang, N_("Peers")));
	merger_say_as(m, line, MERGER_MERGED, RELAIS_CODE, m->classes[m->heir]);
	merger_detail(m, line,
		!m->classes[m->heir] ? N_("none: it has no class to be compared in")
		: m->by_size ? N_("the offices of its size, by staff, itself among them")
			     : N_("the offices of its category, itself among them"));
	return RELAIS_OK;
}

/* By the perimeters: those of each the day before, those of the whole then. */
static relais_status say_communes(merger *m, relais_error *err)
{
	const study *s = m->together;
	perimeters before, then = { 0 };
	merger_line *line;
	char said[NUMBER_SIZE];
	relais_status rc =
		perimeters_load(&before, s->store, &s->offices, s->known, m->what.on - 1, err);

	if (rc == RELAIS_OK)
		rc = perimeters_load(&then, s->store, &s->offices, s->known, m->what.on, err);
	if (rc == RELAIS_OK && then.count) {
		line = merger_add(m, "office", "communes", words(m->lang, N_("Communes")));
		for (size_t o = 0; o < m->count; o++) {
			int64_t count = perimeters_of(&before, m->what.offices[o]);

			number_print((number){ count, 0 }, said);
			if (count)
				merger_say_of(m, line, o, RELAIS_COUNT, said);
			else
				merger_say(m, line, MERGER_STATE, "incomplet");
		}
		number_print((number){ perimeters_of(&then, m->what.offices[0]), 0 }, said);
		if (line && !line->cells[MERGER_STATE + m->count])
			merger_say_as(m, line, MERGER_MERGED, RELAIS_COUNT, said);
	}
	perimeters_free(&before);
	perimeters_free(&then);
	return rc;
}

static size_t group_of(const study *s, const char *code)
{
	size_t g = 0;

	while (g < study_groups(s) && strcmp(study_group_code(s, g), code) != 0)
		g++;
	return g;
}

static relais_status make_room(merger *m, relais_error *err)
{
	size_t whole = study_groups(m->together) + 1, parts = study_groups(m->apart) + 1;

	m->heir = group_of(m->together, m->what.offices[0]);
	m->own = arena_alloc(&m->memory, m->count * sizeof *m->own);
	m->classes = arena_alloc(&m->memory, whole * sizeof *m->classes);
	m->levels = arena_alloc(&m->memory, whole * sizeof *m->levels);
	m->residents = arena_alloc(&m->memory, whole * sizeof *m->residents);
	m->parts = arena_alloc(&m->memory, parts * sizeof *m->parts);
	if (!m->own || !m->classes || !m->levels || !m->residents || !m->parts)
		return fail_memory(err);
	for (size_t o = 0; o < m->count; o++)
		m->own[o] = group_of(m->apart, m->what.offices[o]);
	return RELAIS_OK;
}

/* The offices by the codes of the register, whatever case they were written in. */
static relais_status take_names(
	merger *m, const char *const *offices, const roster *r, relais_error *err)
{
	const char **list;

	for (m->count = 0; offices[m->count]; m->count++)
		;
	if (!(list = arena_alloc(&m->memory, (m->count + 1) * sizeof *list)))
		return fail_memory(err);
	for (size_t o = 0; o < m->count; o++)
		list[o] = roster_office(r, offices[o])->code;
	m->what.offices = list;
	return RELAIS_OK;
}

static relais_status open_all(merger *m, relais_store *store, const relais_question *question,
	const relais_merger *how, relais_error *err)
{
	relais_question all = *question, some = *question;
	relais_status rc;

	all.by = some.by = "office";
	all.offices = NULL;
	some.offices = how->offices;
	m->what = (supposed){ how->offices, how->on, how->decided };
	if ((rc = study_open(&m->apart, store, &some, err)) != RELAIS_OK ||
		(rc = study_open_supposing(&m->together, store, &all, &m->what, err)) !=
			RELAIS_OK ||
		(rc = labels_open_supposing(&m->labels, store, &all, &m->what, err)) !=
			RELAIS_OK ||
		(rc = take_names(m, how->offices, &m->together->offices, err)) != RELAIS_OK)
		return rc;
	return make_room(m, err);
}

static relais_status write_all(merger *m, relais_error *err)
{
	relais_status rc = merger_columns(m, err);

	if (rc != RELAIS_OK)
		return rc;
	merger_judge(m);
	say_names(m);
	say_attribute(m, "legal_form", N_("Legal form"), KEY_LEGAL_FORM);
	if ((rc = say_communes(m, err)) != RELAIS_OK || (rc = say_class(m, err)) != RELAIS_OK ||
		(rc = merger_figures(m, err)) != RELAIS_OK)
		return rc;
	merger_labels(m);
	merger_denominations(m);
	merger_deadlines(m);
	return m->failed ? fail_memory(err) : RELAIS_OK;
}

static relais_status check(
	const relais_question *question, const relais_merger *how, relais_error *err)
{
	if (question->diffusion != RELAIS_INTERNE)
		return fail(err, RELAIS_E_USAGE,
			"the figures of one office are told within the relais only: ask for --diffusion interne");
	if (how->decided > how->on)
		return fail(err, RELAIS_E_USAGE,
			"a merger is decided before it takes place, not after");
	return RELAIS_OK;
}

void merger_close(void *self)
{
	merger *m = self;

	study_close(m->together);
	study_close(m->apart);
	labels_close(&m->labels);
	arena_free(&m->memory);
	free(m);
}

relais_status relais_ask_merger(relais_store *store, const relais_question *question,
	const relais_merger *how, relais_rows **out, relais_error *err)
{
	merger *m;
	relais_status rc = check(question, how, err);

	*out = NULL;
	if (rc != RELAIS_OK)
		return rc;
	if (!(m = calloc(1, sizeof *m)))
		return fail_memory(err);
	m->lang = question->lang;
	m->span = question->span;
	m->by_size = how->by_size;
	if ((rc = studies_hold(store, err)) == RELAIS_OK) {
		if ((rc = open_all(m, store, question, how, err)) == RELAIS_OK)
			rc = write_all(m, err);
		studies_release(store);
	}
	if (rc == RELAIS_OK)
		return merger_rows(m, out, err);
	merger_close(m);
	return rc;
}
