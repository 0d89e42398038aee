/* SPDX-License-Identifier: MIT
 * What the board should know first: how many offices are classified, what ends, what hangs on it.
 */
#include <string.h>

#include "inside.h"

typedef struct label_counts {
	int64_t offices, classified, first, second, soon, ended, denominations;
} label_counts;

static bool is_classement(const label *one)
{
	return !strcmp(one->scheme, "classement");
}

static label_counts count(const label_calendar *c)
{
	label_counts n = { 0 };

	for (size_t i = 0; i < c->count; i++) {
		const label *one = c->due[i];

		if (!is_classement(one))
			continue;
		n.offices++;
		n.classified += label_stands(one);
		n.first += label_stands(one) && !strcmp(one->level, "I");
		n.second += label_stands(one) && !strcmp(one->level, "II");
		n.soon += label_stands(one) &&
			  (int64_t)one->end - c->labels.day <= c->labels.alert;
		n.ended += one->state == LABEL_EXPIRED;
		n.denominations += *one->endangers &&
				   (one->state == LABEL_EXPIRED || one->state == LABEL_DUE ||
					   one->state == LABEL_RENEWING);
	}
	return n;
}

/* "Port-Ambrelle Tourisme (14/10/2025), …": those of a state, or that end soon. */
static const char *list(
	label_calendar *c, bool (*is_meant)(const label_calendar *, const label *))
{
	relais_document *d = c->n->document;
	const char *said = NULL;

	for (size_t i = 0; i < c->count; i++) {
		const label *one = c->due[i];
		const char *day;

		if (!is_classement(one) || !is_meant(c, one))
			continue;
		day = label_day(d, one->end);
		said = said ? document_say(d, "%s, %s (%s)", said, one->name, day)
			    : document_say(d, "%s (%s)", one->name, day);
	}
	return said;
}

static bool ends_soon(const label_calendar *c, const label *one)
{
	return label_stands(one) && (int64_t)one->end - c->labels.day <= c->labels.alert;
}

static bool has_ended(const label_calendar *c, const label *one)
{
	(void)c;
	return one->state == LABEL_EXPIRED;
}

static void tell_figures(label_calendar *c, section *s, const label_counts *n)
{
	relais_document *d = c->n->document;
	key_figure figures[] = {
		{ document_say(d, "Classified offices"),
			tell_labels(c, "classified", "total", n->classified),
			document_say(
				d, "of %s", tell_labels(c, "offices", "total", n->offices)),
			NULL },
		{ document_say(d, "Category I"), tell_labels(c, "classified", "I", n->first),
			NULL, NULL },
		{ document_say(d, "Category II"), tell_labels(c, "classified", "II", n->second),
			NULL, NULL },
		{ document_say(d, "Classements that end soon"),
			tell_labels(c, "ending", "total", n->soon),
			document_say(d, "within %s days", say_count(d, c->labels.alert)),
			NULL },
		{ document_say(d, "Classements that have ended"),
			tell_labels(c, "ended", "total", n->ended), NULL, NULL },
	};

	section_figures(d, s, sizeof figures / sizeof *figures, figures);
}

/* Denominations and categories that a classement which ended, or ends soon, would take along. */
static void tell_dangers(label_calendar *c, section *s)
{
	relais_document *d = c->n->document;
	const char *items[64];
	size_t count_of = 0;

	for (size_t i = 0; i < c->count && count_of < 64; i++) {
		const label *one = c->due[i];
		const char *dangers = one->state == LABEL_EXPIRED || ends_soon(c, one)
					      ? label_dangers(c, one)
					      : NULL;

		if (dangers)
			items[count_of++] = document_say(
				d, "%s, %s: %s", one->name, label_law_name(d, one), dangers);
	}
	if (!count_of)
		return;
	section_paragraph(d, s, document_say(d, "What hangs on those that ended or end soon:"));
	section_list(d, s, count_of, items);
}

void write_label_summary(label_calendar *c)
{
	relais_document *d = c->n->document;
	section *s = note_section(c->n, "summary", document_say(d, "Where we are"));
	label_counts n = count(c);
	const char *soon = list(c, ends_soon), *ended = list(c, has_ended);

	if (!c->count) {
		section_paragraph(d, s, document_say(d, "No label is known."));
		return;
	}
	tell_figures(c, s, &n);
	if (soon)
		section_paragraph(d, s,
			document_say(d, "Classements that end within %s days: %s.",
				say_count(d, c->labels.alert), soon));
	else
		section_paragraph(d, s,
			document_say(d, "No classement ends within %s days.",
				say_count(d, c->labels.alert)));
	if (ended)
		section_callout(d, s,
			document_say(d, "Classements that have ended and were not renewed: %s.",
				ended));
	tell_dangers(c, s);
}
