/* SPDX-License-Identifier: MIT
 * The calendar around the entries. Each is written as soon as it is made, so that memory stays flat.
 */
#include "ics.h"

#include <stdlib.h>
#include <string.h>

#include "../base/error.h"

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
};

static size_t column_of(const writer *w, const char *name)
{
	size_t at = 0;

	while (at < w->count && strcmp(w->columns[at].name, name) != 0)
		at++;
	return at;
}

static relais_status head(writer *w)
{
	char *title;
	icalproperty *p;

	if (column_of(w, names[ICS_UID]) == w->count ||
		column_of(w, names[ICS_DUE]) == w->count)
		return fail(w->err, RELAIS_E_USAGE,
			"this answer has no days to put in a calendar: ask 'rt-plan calendar' for one");
	icalerror_set_errors_are_fatal(0);
	p = icalproperty_new_x(style_title(w->style));
	if (!p)
		return fail_memory(w->err);
	icalproperty_set_x_name(p, "X-WR-CALNAME");
	title = icalproperty_as_ical_string_r(p);
	icalproperty_free(p);
	if (!title)
		return fail_memory(w->err);
	text_addf(&w->line,
		"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Relais Territorial//%s//%s\r\n"
		"CALSCALE:GREGORIAN\r\n%s",
		w->style->tool ? w->style->tool : "relais",
		w->style->lang == RELAIS_FR ? "FR" : "EN", title);
	icalmemory_free_buffer(title);
	return writer_send(w);
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
