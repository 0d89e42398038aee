/* SPDX-License-Identifier: MIT
 * One row as an event or a to-do. There is no clock in it: the stamp of an entry is the day it last
 * changed (RFC 5545, 3.8.7.2, of a calendar that no METHOD sends), so that an entry that did not
 * change is written the same again.
 */
#include <stdlib.h>
#include <string.h>

#include "../base/date.h"
#include "ics.h"
#include "people.h"

enum { MORNING = 8 };

static bool read_day(const char *cell, struct icaltimetype *out)
{
	relais_day day;

	if (!cell || !day_read(cell, strlen(cell), &day))
		return false;
	*out = icaltime_null_date();
	day_split(day, &out->year, &out->month, &out->day);
	return true;
}

/* Calendars know no other control character than a line's end, and people are to see no other. */
static char *clean(const char *said)
{
	text out = { 0 };

	people_text(&out, said);
	if (!out.failed)
		return out.data;
	text_free(&out);
	return NULL;
}

static bool add_text(
	icalcomponent *c, icalproperty *(*make)(const char *), const char *said, bool *failed)
{
	char *words = said && *said ? clean(said) : NULL;
	icalproperty *p = words ? make(words) : NULL;

	*failed = *failed || (said && *said && !p);
	if (p)
		icalcomponent_add_property(c, p);
	free(words);
	return p != NULL;
}

static void add_stamps(icalcomponent *c, const char *const *cells)
{
	struct icaltimetype stamp;

	if (!read_day(cells[ICS_MODIFIED], &stamp) && !read_day(cells[ICS_DUE], &stamp) &&
		!read_day(cells[ICS_START], &stamp))
		return;
	stamp.is_date = 0;
	stamp.hour = stamp.minute = stamp.second = 0;
	stamp.zone = icaltimezone_get_utc_timezone();
	icalcomponent_add_property(c, icalproperty_new_dtstamp(stamp));
	if (cells[ICS_MODIFIED])
		icalcomponent_add_property(c, icalproperty_new_lastmodified(stamp));
	if (cells[ICS_SEQUENCE])
		icalcomponent_add_property(
			c, icalproperty_new_sequence(atoi(cells[ICS_SEQUENCE])));
}

/* The end of an event is the first day it is over; a to-do is due on its day. */
static bool add_days(icalcomponent *c, const char *const *cells, bool is_event)
{
	struct icaltimetype start, due;
	bool has_start = read_day(cells[ICS_START], &start);
	bool has_due = read_day(cells[ICS_DUE], &due);

	if (!has_start && !has_due)
		return false;
	if (!is_event) {
		if (has_due)
			icalcomponent_add_property(c, icalproperty_new_due(due));
		else
			icalcomponent_add_property(c, icalproperty_new_dtstart(start));
		return true;
	}
	if (!has_due)
		due = start;
	icalcomponent_add_property(c, icalproperty_new_dtstart(has_start ? start : due));
	icaltime_adjust(&due, 1, 0, 0, 0);
	icalcomponent_add_property(c, icalproperty_new_dtend(due));
	icalcomponent_add_property(c, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
	return true;
}

static void add_status(icalcomponent *c, const char *const *cells, bool is_event)
{
	static const struct {
		const char *name;
		icalproperty_status status;
	} all[] = { { "needs-action", ICAL_STATUS_NEEDSACTION },
		{ "in-process", ICAL_STATUS_INPROCESS }, { "completed", ICAL_STATUS_COMPLETED },
		{ "cancelled", ICAL_STATUS_CANCELLED }, { "confirmed", ICAL_STATUS_CONFIRMED },
		{ "tentative", ICAL_STATUS_TENTATIVE } };

	for (size_t i = 0; cells[ICS_STATUS] && i < sizeof all / sizeof *all; i++)
		if (!strcmp(all[i].name, cells[ICS_STATUS]))
			icalcomponent_add_property(c, icalproperty_new_status(all[i].status));
	if (!is_event && cells[ICS_PROGRESS])
		icalcomponent_add_property(
			c, icalproperty_new_percentcomplete(atoi(cells[ICS_PROGRESS])));
}

/* So many days before it is due, in the morning of that day. */
static void add_alarm(icalcomponent *c, int days, const char *title, bool *failed)
{
	icalcomponent *alarm = icalcomponent_new(ICAL_VALARM_COMPONENT);
	struct icaltriggertype trigger = { .time = icaltime_null_time() };
	icalproperty *p;

	trigger.duration = icaldurationtype_from_int(-days * 24 * 3600 + MORNING * 3600);
	p = icalproperty_new_trigger(trigger);
	icalproperty_add_parameter(p, icalparameter_new_related(ICAL_RELATED_END));
	icalcomponent_add_property(alarm, icalproperty_new_action(ICAL_ACTION_DISPLAY));
	icalcomponent_add_property(alarm, p);
	add_text(alarm, icalproperty_new_description, title, failed);
	icalcomponent_add_component(c, alarm);
}

static void add_alarms(icalcomponent *c, const char *const *cells, bool *failed)
{
	const char *at = cells[ICS_ALARMS];
	char *end;

	while (at && *at) {
		long days = strtol(at, &end, 10);

		if (end == at)
			return;
		add_alarm(c, (int)days, cells[ICS_TITLE], failed);
		at = end + strspn(end, " ");
	}
}

static void add_words(icalcomponent *c, const char *const *cells, bool *failed)
{
	static const int lines[] = { ICS_DETAIL, ICS_OWNER, ICS_OFFICE };
	text summary = { 0 }, more = { 0 };

	text_addf(&summary, "%s%s%s", cells[ICS_CODE] ? cells[ICS_CODE] : "",
		cells[ICS_CODE] ? " " : "", cells[ICS_TITLE] ? cells[ICS_TITLE] : "");
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
		if (cells[lines[i]])
			text_addf(&more, "%s%s", more.length ? "\n" : "", cells[lines[i]]);
	add_text(c, icalproperty_new_summary, text_str(&summary), failed);
	add_text(c, icalproperty_new_description, text_str(&more), failed);
	add_text(c, icalproperty_new_location, cells[ICS_PLACE], failed);
	add_text(c, icalproperty_new_categories, cells[ICS_TYPE], failed);
	add_text(c, icalproperty_new_categories, cells[ICS_RESOLUTION], failed);
	*failed = *failed || summary.failed || more.failed;
	text_free(&summary);
	text_free(&more);
}

bool ics_has_day(const char *const *cells)
{
	struct icaltimetype day;

	return read_day(cells[ICS_START], &day) || read_day(cells[ICS_DUE], &day);
}

icalcomponent *ics_entry(const char *const *cells)
{
	bool is_event = cells[ICS_COMPONENT] && !strcmp(cells[ICS_COMPONENT], "event");
	bool failed = false;
	icalcomponent *c =
		icalcomponent_new(is_event ? ICAL_VEVENT_COMPONENT : ICAL_VTODO_COMPONENT);

	if (!c)
		return NULL;
	add_text(c, icalproperty_new_uid, cells[ICS_UID], &failed);
	add_stamps(c, cells);
	if (!add_days(c, cells, is_event))
		failed = true;
	add_words(c, cells, &failed);
	add_status(c, cells, is_event);
	add_alarms(c, cells, &failed);
	if (!failed)
		return c;
	icalcomponent_free(c);
	return NULL;
}
