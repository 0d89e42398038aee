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
note_writer write_year, write_years, write_network, write_means, write_year_channels,
	write_year_months, write_year_season, write_quality, write_programme,
	write_representation, write_relay, write_offices, write_response, write_revisions;

/* Key figures, year after year; begins the section when there is something to tell. */
relais_status write_key_figures(note *n, section **s, relais_error *err) MUST_CHECK;
/* Offices of the register that are there on a day. */
int64_t count_offices_there(const note *n, relais_day day, bool members);

/* A count of offices on a day, said and listed among the figures. */
const char *tell_offices_of(
	note *n, const char *name, const char *group, int64_t count, relais_day day);
/* The map of the network and its list; nothing when the register says no places. */
void write_places(note *n, section *s, relais_day day);

#endif
