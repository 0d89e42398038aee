/* SPDX-License-Identifier: MIT
 * The review of a year: the sections of the monthly note over twelve months, and what only a year shows.
 */
#ifndef REPORT_ANNUAL_H
#define REPORT_ANNUAL_H

#include "../note.h"

relais_status report_annual(relais_store *store, const relais_question *question,
	relais_document *document, relais_error *err) MUST_CHECK;

enum { YEARS_SHOWN = 5 };

/* Sections of its own; `n` is a note whose month is the year. */
note_writer write_year, write_years, write_network, write_year_channels, write_year_months,
	write_year_season, write_relay, write_programme;

/* A count of offices on a day, said and listed among the figures. */
const char *tell_offices_of(
	note *n, const char *name, const char *group, int64_t count, relais_day day);
/* The map of the network and its list; nothing when the register says no places. */
void write_places(note *n, section *s, relais_day day);

#endif
