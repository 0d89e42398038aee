/* SPDX-License-Identifier: MIT
 * The calendar around the entries. Each is written as soon as it is made, so that memory stays flat.
 */
#include "ics.h"

#include <stdlib.h>
#include <string.h>

#include "../base/error.h"
#include "people.h"

enum { LONGEST_LINE = 75 };

static const char *const names[ICS_COLUMNS] = {
	[ICS_UID] = "uid",
	[ICS_TITLE] = "title",
	[ICS_COMPONENT] = "component",
	[ICS_CODE] = "code",
	[ICS_START] = "start",
	[ICS_DUE] = "due",
	[ICS_STATUS] = "status",
	[ICS_PROGRESS] = "progress",
	[ICS_SEQUENCE] = "sequence",
	[ICS_MODIFIED] = "modified",
	[ICS_ALARMS] = "alarms",
	[ICS_OWNER] = "owner",
	[ICS_OFFICE] = "office",
	[ICS_RESOLUTION] = "resolution",
	[ICS_TYPE] = "type",
	[ICS_DETAIL] = "detail",
	[ICS_PLACE] = "place",
};

static size_t column_of(const writer *w, const char *name)
{
	size_t at = 0;

	while (at < w->count && strcmp(w->columns[at].name, name) != 0)
		at++;
	return at;
}

/* A line cut after 75 octets at most, between letters (RFC 5545, 3.1). */
static void add_folded(text *out, const char *said)
{
	size_t used = 0;

	while (*said) {
		size_t letter = 1;

		while (((unsigned char)said[letter] & 0xC0) == 0x80)
			letter++;
		if (used + letter > LONGEST_LINE) {
			text_add(out, "\r\n ");
			used = 1;
		}
		text_add_bytes(out, said, letter);
		used += letter;
		said += letter;
	}
	text_add(out, "\r\n");
}

/* The name twice: as RFC 7986 has it, and as programs knew it long before. libical escapes no commas
 * in a property that it does not know. */
static bool add_name(writer *w)
{
	text name = { 0 };
	icalvalue *title;
	char *escaped;
	static const char *const names_of_it[] = { "NAME", "X-WR-CALNAME" };
	bool is_said;

	people_text(&name, style_title(w->style));
	title = name.failed ? NULL : icalvalue_new_text(text_str(&name));
	text_free(&name);
	escaped = title ? icalvalue_as_ical_string_r(title) : NULL;
	is_said = escaped != NULL;

	for (size_t i = 0; is_said && i < sizeof names_of_it / sizeof *names_of_it; i++) {
		text line = { 0 };

		text_addf(&line, "%s:%s", names_of_it[i], escaped);
		add_folded(&w->line, text_str(&line));
		is_said = !line.failed;
		text_free(&line);
	}
	if (title)
		icalvalue_free(title);
	icalmemory_free_buffer(escaped);
	return is_said;
}

static relais_status head(writer *w)
{
	relais_status rc;

	if (column_of(w, names[ICS_UID]) == w->count ||
		column_of(w, names[ICS_DUE]) == w->count)
		return fail(w->err, RELAIS_E_USAGE,
			"this answer has no days to put in a calendar: ask 'rt-plan calendar' for one");
	if ((rc = ical_load(w->err)) != RELAIS_OK)
		return rc;
	icalerror_set_errors_are_fatal(0);
	text_addf(&w->line,
		"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Relais Territorial//%s//%s\r\n"
		"CALSCALE:GREGORIAN\r\n",
		w->style->tool ? w->style->tool : "relais",
		w->style->lang == RELAIS_FR ? "FR" : "EN");
	return add_name(w) ? writer_send(w) : fail_memory(w->err);
}

static relais_status row(writer *w, const relais_row *r)
{
	const char *cells[ICS_COLUMNS];
	icalcomponent *c;
	char *said;

	for (int i = 0; i < ICS_COLUMNS; i++) {
		size_t at = column_of(w, names[i]);

		cells[i] = at < r->count ? r->cells[at] : NULL;
	}
	if (!ics_has_day(cells))
		return RELAIS_OK;
	if (!(c = ics_entry(cells)))
		return fail_memory(w->err);
	said = icalcomponent_as_ical_string_r(c);
	icalcomponent_free(c);
	if (!said)
		return fail_memory(w->err);
	text_add(&w->line, said);
	icalmemory_free_buffer(said);
	return writer_send(w);
}

static relais_status tail(writer *w)
{
	text_add(&w->line, "END:VCALENDAR\r\n");
	return writer_send(w);
}

const struct format format_ics = { "ics", head, row, tail, NULL };
