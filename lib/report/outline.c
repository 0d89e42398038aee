/* SPDX-License-Identifier: MIT
 * See outline.h. Every section is written as ever, then those that are named are put in order: what is
 * left out takes its figures with it, and nothing is computed otherwise for it.
 */
#include "outline.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../base/arena.h"
#include "../base/error.h"
#include "../base/ini_text.h"
#include "../base/suggest.h"
#include "../base/text.h"
#include "../base/words.h"
#include "document.h"
#include "markdown.h"

enum { MOST_PARTS = 64, OWN = '+', LARGEST_TEXT = 1 << 20 };

typedef struct part {
	const char *anchor; /* of the report's, or the name of an own one */
	bool is_own, is_hidden, is_after;
	const char *title; /* NULL: as it is */
	text said; /* Markdown */
} part;

struct relais_outline {
	const outline_section *known;
	const char *input;
	arena memory;
	part parts[MOST_PARTS];
	size_t count;
};

/* ---- reading ------------------------------------------------------------------------------ */

static place line_of(const relais_outline *o, unsigned long line)
{
	return (place){ o->input, line, 0, NULL };
}

static relais_status unknown_section(
	const relais_outline *o, unsigned long line, const char *name, relais_error *err)
{
	suggestions near;
	char hint[256];

	suggest_start(&near, name);
	for (const outline_section *s = o->known; s->anchor; s++)
		suggest_offer(&near, s->anchor, NULL);
	suggest_print(&near, err ? err->lang : RELAIS_EN, hint, sizeof hint);
	return fail_at(err, RELAIS_E_USAGE, line_of(o, line),
		"this report has no section '%s'%s", name, hint);
}

static bool is_known(const relais_outline *o, const char *anchor)
{
	for (const outline_section *s = o->known; s->anchor; s++)
		if (!strcmp(s->anchor, anchor))
			return true;
	return false;
}

static part *named(relais_outline *o, const char *anchor)
{
	for (size_t i = 0; i < o->count; i++)
		if (!strcmp(o->parts[i].anchor, anchor))
			return &o->parts[i];
	return NULL;
}

static relais_status part_of(
	relais_outline *o, unsigned long line, const char *name, part **out, relais_error *err)
{
	bool is_own = name[0] == OWN;
	const char *anchor = name + is_own;
	part *p = named(o, anchor);

	*out = p;
	if (p && p == &o->parts[o->count - 1] && p->is_own == is_own)
		return RELAIS_OK;
	if (p)
		return fail_at(err, RELAIS_E_USAGE, line_of(o, line),
			"the section '%s' is named twice", name);
	if (!is_own && !is_known(o, anchor))
		return unknown_section(o, line, name, err);
	if (!*anchor || (is_own && is_known(o, anchor)))
		return fail_at(err, RELAIS_E_USAGE, line_of(o, line),
			"a section of your own needs a name of its own after the +, not '%s'",
			name);
	if (o->count == MOST_PARTS)
		return fail_at(err, RELAIS_E_USAGE, line_of(o, line),
			"'%s' is one section too many", name);
	*out = p = &o->parts[o->count++];
	p->is_own = is_own;
	p->anchor = arena_string(&o->memory, anchor);
	return p->anchor ? RELAIS_OK : fail_memory(err);
}

static relais_status take_answer(const relais_outline *o, unsigned long line, const char *value,
	const char *const words_of[4], bool *second, relais_error *err)
{
	for (size_t i = 0; i < 4; i++)
		if (!strcmp(value, words_of[i])) {
			*second = i % 2;
			return RELAIS_OK;
		}
	return fail_at(err, RELAIS_E_USAGE, line_of(o, line),
		"'%s' is none of the answers: %s, %s", value, words_of[0], words_of[1]);
}

static relais_status read_file(const char *path, place from, text *out, relais_error *err)
{
	FILE *stream = fopen(path, "rb");
	size_t before = out->length, n;
	char bytes[4096];

	if (!stream)
		return fail_at(err, RELAIS_E_USAGE, from, "cannot read '%s': %s", path,
			fail_errno(err, errno));
	while ((n = fread(bytes, 1, sizeof bytes, stream)) > 0 &&
		out->length - before <= LARGEST_TEXT)
		text_add_bytes(out, bytes, n);
	fclose(stream);
	if (out->length - before > LARGEST_TEXT)
		return fail_at(err, RELAIS_E_USAGE, from, "'%s' is larger than 1 MiB", path);
	if (out->failed)
		return fail_memory(err);
	if (memchr(text_str(out) + before, '\0', out->length - before) ||
		text_valid_utf8(text_str(out) + before, out->length - before) !=
			out->length - before)
		return fail_at(err, RELAIS_E_USAGE, from, "'%s' is not a text in UTF-8", path);
	return RELAIS_OK;
}

/* A name is looked for beside the outline, when it does not start at the root. */
static relais_status read_beside(const relais_outline *o, unsigned long line, const char *name,
	text *out, relais_error *err)
{
	const char *slash = strrchr(o->input, '/');
	text path = { 0 };
	relais_status rc;

	if (slash && name[0] != '/')
		text_add_bytes(&path, o->input, (size_t)(slash - o->input) + 1);
	text_add(&path, name);
	rc = path.failed ? fail_memory(err)
			 : read_file(text_str(&path), line_of(o, line), out, err);
	text_free(&path);
	text_add_char(out, '\n');
	return rc;
}

static relais_status unknown_key(
	const relais_outline *o, unsigned long line, const char *key, relais_error *err)
{
	static const char *const known[] = { "show", "title", "text", "file", "place" };
	suggestions near;
	char hint[200];

	suggest_start(&near, key);
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		suggest_offer(&near, known[i], NULL);
	suggest_print(&near, err ? err->lang : RELAIS_EN, hint, sizeof hint);
	return fail_at(err, RELAIS_E_USAGE, line_of(o, line), "a section has no key '%s'%s",
		key, hint);
}

static relais_status take(void *self, unsigned long line, const char *name, const char *key,
	const char *value, relais_error *err)
{
	static const char *const shows[] = { "yes", "no", "oui", "non" };
	static const char *const places[] = { "before", "after", "avant", "apres" };
	relais_outline *o = self;
	part *p;
	relais_status rc = part_of(o, line, name, &p, err);

	if (rc != RELAIS_OK || (!*key && !*value))
		return rc;
	if (!strcmp(key, "show"))
		return take_answer(o, line, value, shows, &p->is_hidden, err);
	if (!strcmp(key, "place"))
		return take_answer(o, line, value, places, &p->is_after, err);
	if (!strcmp(key, "file"))
		return read_beside(o, line, value, &p->said, err);
	if (!strcmp(key, "text")) {
		text_addf(&p->said, "%s\n", value);
		return p->said.failed ? fail_memory(err) : RELAIS_OK;
	}
	if (strcmp(key, "title") != 0)
		return unknown_key(o, line, key, err);
	p->title = *value ? arena_string(&o->memory, value) : NULL;
	return RELAIS_OK;
}

static relais_status check_own(const relais_outline *o, relais_error *err)
{
	for (size_t i = 0; i < o->count; i++) {
		const part *p = &o->parts[i];

		if (p->is_own && (!p->title || !p->said.length))
			return fail_at(err, RELAIS_E_USAGE, line_of(o, 0),
				"the section '+%s' needs a title, and a text or a file",
				p->anchor);
	}
	return o->count ? markdown_ready(err)
			: fail_at(err, RELAIS_E_USAGE, line_of(o, 0),
				  "no section is named in it");
}

static relais_status read_outline(relais_outline *o, relais_error *err)
{
	text content = { 0 };
	relais_status rc = read_file(o->input, (place){ 0 }, &content, err);
	const char *at = text_str(&content);

	if (strncmp(at, "\xEF\xBB\xBF", 3) == 0)
		at += 3;
	if (rc == RELAIS_OK)
		rc = ini_text_read(o->input, at, take, o, err);
	text_free(&content);
	return rc == RELAIS_OK ? check_own(o, err) : rc;
}

relais_status relais_outline_read(
	relais_outline **out, const char *report, const char *path, relais_error *err)
{
	relais_outline *o = *out = calloc(1, sizeof *o);
	relais_status rc;

	if (!o)
		return fail_memory(err);
	o->known = report_sections(report);
	o->input = arena_string(&o->memory, path);
	if (!o->input)
		rc = fail_memory(err);
	else if (!o->known)
		rc = fail(err, RELAIS_E_USAGE, "the report '%s' has no outline", report);
	else
		rc = read_outline(o, err);
	if (rc == RELAIS_OK)
		return RELAIS_OK;
	relais_outline_free(o);
	*out = NULL;
	return rc;
}

void relais_outline_free(relais_outline *o)
{
	if (!o)
		return;
	for (size_t i = 0; i < o->count; i++)
		text_free(&o->parts[i].said);
	arena_free(&o->memory);
	free(o);
}

/* ---- the usual one -------------------------------------------------------------------------- */

relais_status relais_outline_usual(
	const char *report, relais_lang lang, char **out, relais_error *err)
{
	const outline_section *known = report_sections(report);
	text all = { 0 };

	*out = NULL;
	if (!known)
		return fail(err, RELAIS_E_USAGE, "the report '%s' has no outline", report);
	for (; known->anchor; known++)
		text_addf(&all, "%s; %s\n[%s]\nshow = yes\n", all.length ? "\n" : "",
			words(lang, known->title), known->anchor);
	if (!all.failed)
		*out = strdup(text_str(&all));
	text_free(&all);
	return *out ? RELAIS_OK : fail_memory(err);
}

/* ---- putting in order ------------------------------------------------------------------------- */

static section *take_out(relais_document *d, const char *anchor)
{
	for (section **at = &d->first; *at; at = &(*at)->next)
		if (!strcmp((*at)->anchor, anchor)) {
			section *found = *at;

			*at = found->next;
			found->next = NULL;
			return found;
		}
	return NULL;
}

/* What a relay says, before or behind what the report does. */
static void add_words(relais_document *d, section *s, const part *p)
{
	block *first = s->first, *last = s->last;

	if (!p->said.length)
		return;
	markdown_add(d, s, text_str(&p->said));
	if (p->is_after || !last || last == s->last)
		return;
	s->first = last->next;
	s->last->next = first;
	last->next = NULL;
	s->last = last;
}

static section *section_of(relais_document *d, const part *p)
{
	section *s = take_out(d, p->anchor);

	if (s && p->title)
		s->title = document_copy(d, p->title);
	return s;
}

/* Figures of sections that are not there. */
static void drop_figures(relais_document *d)
{
	figure **at = &d->first_figure;

	d->last_figure = NULL;
	while (*at) {
		const section *s = d->first;

		while (s && strcmp(s->anchor, (*at)->section) != 0)
			s = s->next;
		if (s) {
			d->last_figure = *at;
			at = &(*at)->next;
		} else {
			*at = (*at)->next;
			d->figure_count--;
		}
	}
}

relais_status relais_outline_apply(
	const relais_outline *o, relais_document *d, relais_error *err)
{
	section *first = NULL, **end = &first, *last = NULL;

	for (size_t i = 0; i < o->count; i++)
		if (o->parts[i].is_own)
			(void)document_section(d, o->parts[i].anchor, o->parts[i].title);
	for (size_t i = 0; i < o->count; i++) {
		const part *p = &o->parts[i];
		section *s = p->is_hidden ? NULL : section_of(d, p);

		if (!s)
			continue;
		add_words(d, s, p);
		*end = last = s;
		end = &s->next;
	}
	if (!first)
		return fail_at(err, RELAIS_E_USAGE, (place){ o->input, 0, 0, NULL },
			"nothing is left of the report: none of the sections it names has anything to say");
	d->first = first;
	d->last = last;
	drop_figures(d);
	return document_status(d, err);
}
