/* SPDX-License-Identifier: MIT
 * The plan on its own, for rt-plan: the actions that were asked for over time, and one by one.
 */
#include "inside.h"
#include "resolutions.h"

static void write_no_plan(programme *p)
{
	relais_document *d = p->n->document;
	section *s = note_section(p->n, "plan", document_say(d, "The actions"));

	section_paragraph(d, s, document_say(d, "There is no action to show."));
}

static void write_reading(programme *p)
{
	relais_document *d = p->n->document;
	section *s = note_section(p->n, "reading", document_say(d, "How to read it"));

	section_method(d, s,
		document_say(d,
			"A bar goes from the first day of an action to the one it is due; the line is "
			"today, and from an action that is late dots lead up to it."));
	section_method(d, s, document_say(d, LATE_RULE));
}

relais_status report_gantt(relais_store *store, const relais_question *question,
	relais_document *document, relais_error *err)
{
	note n = { .store = store, .question = *question, .document = document };
	programme p = { 0 };
	relais_status rc = programme_open(&p, &n, err);

	if (rc == RELAIS_OK)
		rc = programme_read_actions(&p, err);
	if (rc == RELAIS_OK) {
		programme_heading(&p, document_say(document, "The plan on %s", say_today(&p)));
		if (p.action_count)
			write_plan(&p);
		else
			write_no_plan(&p);
		write_reading(&p);
	}
	programme_free(&p);
	note_close(&n);
	return rc;
}
