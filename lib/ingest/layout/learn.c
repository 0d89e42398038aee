/* SPDX-License-Identifier: MIT
 * relais_learn: an import listened to and rolled back, and its disclosure written as a profile.
 * Nothing is found out here: the profile says what the import did, and why, in comments.
 */
#include "learn.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "../../base/error.h"
#include "../../base/words.h"
#include "../import.h"

enum { COMMENT_SIZE = 170 };

void learn_comment(text *out, const char *format, ...)
{
	char line[COMMENT_SIZE * 2];
	va_list values;

	va_start(values, format);
	vsnprintf(line, sizeof line, format, values);
	va_end(values);
	for (char *p = line; *p; p++)
		if ((unsigned char)*p < ' ')
			*p = ' ';
	text_addf(out, "; %.*s\n", (int)text_cut(line, COMMENT_SIZE), line);
}

static const char *delimiter_name(char delimiter)
{
	switch (delimiter) {
	case ';': return "semicolon";
	case ',': return "comma";
	case '\t': return "tab";
	case '|': return "pipe";
	default: return NULL;
	}
}

/* Where cells were the file, there is neither encoding nor delimiter to say. */
static void learn_bytes(const disclosure *d, text *out)
{
	const source_facts *s = d->source;
	const char *delimiter = delimiter_name(d->dialect->delimiter);

	if (s->delimiter) {
		learn_comment(out, "%s", s->container);
		return;
	}
	text_addf(out, "encoding = %.*s\n", (int)strcspn(s->encoding, " "), s->encoding);
	if (*d->dialect->reason)
		learn_comment(out, "%s", d->dialect->reason);
	if (delimiter)
		text_addf(out, "delimiter = %s\n", delimiter);
}

static void learn_place(const disclosure *d, text *out)
{
	const layout *l = d->layout;

	for (size_t i = 0; i < l->above_count; i++)
		learn_comment(out, "%lu: %s%s%s", l->above[i].line, l->above[i].label,
			l->above[i].value ? " = " : "",
			l->above[i].value ? l->above[i].value : "");
	if (l->first_line > 1)
		text_addf(out, "skip = %lu\n", l->first_line - 1);
	if (l->depth > 1)
		text_addf(out, "headings = %zu\n", l->depth);
}

static void learn_words(const disclosure *d, text *out)
{
	const insight *s = d->seen;

	if (s->absent.length)
		learn_comment(out, "%s: %s",
			words(d->lang, N_("read as missing without being said")),
			text_str(&s->absent));
	if (s->refused.length) {
		learn_comment(out, "%s: %s",
			words(d->lang,
				N_("refused, because they are no numbers; those that "
				   "stand for a missing figure go here, with | between")),
			text_str(&s->refused));
		text_add(out, ";missing = \n");
	}
}

static void learn_constant(
	const disclosure *d, text *out, const char *key, const char *asked, const char *found)
{
	if (asked)
		text_addf(out, "%s = %s\n", key, asked);
	else if (found)
		learn_comment(out, "%s = %s (%s)", key, found,
			words(d->lang, N_("said by this file, not by the others")));
}

static void learn_constants(const disclosure *d, text *out)
{
	const layout *l = d->layout;
	const relais_import_options *o = d->options;
	char asked[16], found[16];

	relais_period_print(o->period.from, asked);
	relais_period_print(l->period, found);
	text_add(out, "\n[constants]\n");
	learn_constant(d, out, "office", l->across & ACROSS_OFFICE ? NULL : o->office,
		l->office ? codes_spell(&d->known->offices, l->office) : NULL);
	learn_constant(d, out, "indicator", l->across & ACROSS_INDICATOR ? NULL : o->indicator,
		l->indicator ? codes_spell(&d->known->indicators, l->indicator) : NULL);
	if (o->period.from)
		learn_comment(out, "-p %s", asked);
	else if (l->period)
		learn_constant(d, out, "period", NULL, found);
	else if (l->year > 0)
		learn_comment(out, "%d: %s", l->year,
			words(d->lang, N_("said above the headings or in the file's name")));
}

/* Each name that is not registered, with what is nearest, for someone to decide. */
static void learn_names(const disclosure *d, text *out, const char *section, thing what)
{
	const char *at = text_str(&d->seen->names[what]);
	const codes *known = what == THING_OFFICE ? &d->known->offices : &d->known->indicators;
	bool made = what == THING_OFFICE ? d->options->create_offices
					 : d->options->create_indicators;

	if (made || !*at)
		return;
	text_addf(out, "\n[%s]\n", section);
	learn_comment(out, "%s",
		words(d->lang, N_("not registered: write the code after =, take the ; away")));
	while (*at) {
		size_t n = strcspn(at, "\n");
		char name[COMMENT_SIZE], near[COMMENT_SIZE];

		snprintf(name, sizeof name, "%.*s", (int)n, at);
		codes_suggest(known, name, d->lang, near, sizeof near);
		learn_comment(out, "%s = ?%s", name, near);
		at += n + (at[n] == '\n');
	}
}

static void learn_rows(const disclosure *d, text *out)
{
	const insight *s = d->seen;

	if (s->total_count)
		learn_comment(out, "%s: %s",
			words(d->lang,
				N_("total rows, left out and checked without being said")),
			text_str(&s->totals));
	if (s->aside_count)
		learn_comment(
			out, "%s: %s", words(d->lang, N_("left out")), text_str(&s->asides));
}

void learn(const disclosure *d, text *out)
{
	bool has_figures;

	if (!d->layout)
		return;
	has_figures = d->layout->kind->way == KIND_FIGURES;
	learn_comment(out, "%s %s",
		words(d->lang, N_("Learned by rt-import --learn, to be reviewed, from")),
		d->source->name);
	text_addf(out, "\n[file]\nkind = %s\n", d->layout->kind->name);
	learn_bytes(d, out);
	learn_place(d, out);
	learn_words(d, out);
	learn_rows(d, out);
	if (has_figures)
		learn_constants(d, out);
	learn_columns(d, out);
	if (has_figures) {
		learn_names(d, out, "offices", THING_OFFICE);
		learn_names(d, out, "indicators", THING_INDICATOR);
	}
}

/* ---- listening ------------------------------------------------------------------- */

static void hear(void *self, const disclosure *d)
{
	learn(d, self);
}

static void hear_nothing(void *self, const char *item, const char *value, const char *why)
{
	(void)self, (void)item, (void)value, (void)why;
}

relais_status relais_learn(relais_store *store, const char *path,
	const relais_import_options *options, FILE *out, relais_error *err)
{
	text learned = { 0 };
	const listener to = { hear_nothing, &learned, hear };
	relais_status rc = import_listen(store, path, options, &to, err);

	if (rc == RELAIS_OK && learned.failed)
		rc = fail_memory(err);
	if (rc == RELAIS_OK && fputs(text_str(&learned), out) < 0)
		rc = fail(err, RELAIS_E_IO, "cannot write the profile");
	text_free(&learned);
	return rc;
}
