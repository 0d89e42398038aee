/* SPDX-License-Identifier: MIT
 * A monthly note while it is being written: the document, the studies it asks, and what they
 * answered, each question asked once. Sections (sec_*.c) read from here and write to the
 * document; none of them leaves anything behind when it has nothing to say.
 */
#ifndef REPORT_NOTE_H
#define REPORT_NOTE_H

#include <relais.h>

#include "../question/published/edition.h"
#include "../question/study/study.h"
#include "figures.h"

/* A level over all respondents and the evolution of the common set, for one span. */
typedef struct reading {
	struct reading *next;
	const indicator *about;
	relais_span span;
	measure level, evolution;
} reading;

/* An ordinary year is what the last complete ones were. */
enum { CURVE_MONTHS = 24, TABLE_MONTHS = 13, YEARS_BEFORE = 5 };

typedef struct note {
	relais_store *store;
	relais_question question; /* as asked, without `by` */
	const char *by; /* key of the territory section, NULL: the best there is */
	relais_document *document;
	teller teller;
	edition known;
	relais_period month; /* what it is about: a month, or a year */
	relais_span this_month, since_january;
	study *network; /* everything together */
	study *months; /* month by month, two years; NULL until asked */
	arena memory; /* of the readings */
	reading *readings;
	const char *const
		*elsewhere; /* codes that sections of the report's own show; NULL: none */
	const indicator *main; /* what the note is about first; NULL: nothing was collected */
} note;

/* Names that do not exist are refused with those that resemble them, as everywhere. */
relais_status note_check_names(
	relais_store *store, const relais_question *question, relais_error *err) MUST_CHECK;
relais_status note_open(note *n, relais_error *err) MUST_CHECK;
/* The day the note is seen from: when what it says was known. */
relais_day note_day(const note *n);
void note_close(note *n);

/* Where an office is, in degrees; false: the register does not say, or says 0, 0, which is what systems
 * write that know no place. */
bool card_place(const office_card *c, double *east, double *north);

/* By code, when the reader did not leave it out; NULL when there is none. */
const indicator *note_indicator(const note *n, const char *code);
/* The reading of an indicator over this_month or since_january; belongs to the note. */
relais_status note_read(note *n, const indicator *i, relais_span span, reading **out,
	relais_error *err) MUST_CHECK;
/* CURVE_MONTHS measures ending with the month. */
relais_status note_months(note *n, const indicator *i, measure *levels, measure *evolutions,
	relais_error *err) MUST_CHECK;
bool reading_has_data(const reading *r);
/* A share and its move: on the common set, or on all who answered when the level of the common
 * set would leave the others by subtraction. */
measure share_told(const teller *t, const reading *r);
topic note_topic(const reading *r);

/* NULL-terminated codes of the channels, without their total. */
extern const char *const note_channels[];

/* Title, network, how settled the figures are, and when they were known. */
void note_heading(note *n, const char *title);
/* A section of the document that figures are told in from now on. */
section *note_section(note *n, const char *anchor, const char *title);
relais_period note_months_before(relais_period month, int count);
const char *legal_form_name(const relais_document *d, const char *code); /* NULL stays NULL */
const char *note_month_name(note *n, relais_period month);

/* What a table says of the months since January. */
typedef enum year_columns {
	YEAR_NONE,
	YEAR_RATE, /* the evolution alone, when no sum may be told */
	YEAR_WHOLE
} year_columns;

/* The usual table: level, evolution, offices, coverage, and since January when asked. */
block *reading_table(
	note *n, section *s, const char *title, const char *first, year_columns year);
/* `since_january` may be NULL with YEAR_NONE. */
void reading_row(note *n, block *table, const char *label, const reading *month,
	const reading *since_january, year_columns year);

/* A table of the figures named that there is data of; with none of them there is no table, and no section
 * when `*s` is NULL: it is begun with that anchor and title otherwise. */
typedef struct figures_of {
	const char *anchor, *title; /* of the section */
	const char *caption, *first; /* of the table */
	const char *const *codes;
} figures_of;
relais_status write_figures_of(
	note *n, section **s, const figures_of *about, relais_error *err) MUST_CHECK;

/* Month by month, who sent an indicator: within the relais only. Nothing when the note is of a year. */
relais_status write_matrix(
	note *n, section *s, const indicator *i, relais_error *err) MUST_CHECK;
/* The leading figure that is collected, whose senders are followed; NULL: nothing ever was. */
const indicator *note_collected(const note *n);

/* A section of one usual table of these figures (NULL-terminated codes); nothing when none has data. */
relais_status write_sheet_section(note *n, const char *anchor, const char *title,
	const char *caption, const char *const *codes, relais_error *err) MUST_CHECK;

/* Sentences of the essentials, each when it can be told; *said counts those that are. */
relais_status tell_record(note *n, section *s, size_t *said, relais_error *err) MUST_CHECK;
relais_status tell_season(note *n, section *s, size_t *said, relais_error *err) MUST_CHECK;
relais_status tell_calendar(note *n, section *s, size_t *said, relais_error *err) MUST_CHECK;

/* The sections, in the order of the note. */
typedef relais_status note_writer(note *n, relais_error *err);
note_writer write_essentials, write_collection, write_channels, write_origin, write_territory,
	write_web, write_economy, write_calendar, write_months, write_season, write_others,
	write_agenda, write_method;
/* The method of a report whose table names its indicators, on the one page it has. */
note_writer write_short_method;
/* The signs that were used, in the method of any report. */
void note_explain_signs(note *n, section *s);

#endif
