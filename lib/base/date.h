/* SPDX-License-Identifier: MIT
 * Days: proleptic Gregorian, counted from 1970-01-01; no clock, no time zone.
 */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include <stdbool.h>
#include <stddef.h>

#include <relais.h>

bool day_make(int year, int month, int day, relais_day *out); /* false: no such day */
void day_split(relais_day day, int *year, int *month, int *dom);
int days_in_month(int year, int month);
/* As people count months: the same day of the month, or its last when it has no such day; 31 October
 * and four months is 28 February. What leaves the calendar is RELAIS_NO_DAY. */
relais_day day_add_months(relais_day day, int months);

/* ISO, 31/12/2024, 31/12/24 (70-99 are 19xx), 31.12.2024, 31-12-2024, an Excel serial of five digits
 * (45292 = 2024-01-01), "31 août 2024"; a time after an ISO date is dropped. Day before
 * month, never guessed the other way. */
bool day_read(const char *string, size_t length, relais_day *out);
relais_day day_or(const char *string, relais_day otherwise); /* of NULL, or what is no day */

/* Month 1-12 from a French or English name or usual abbreviation (janv., fev, août,
 * AOUT, sept, déc., March), 0 when it is none. */
int month_read(const char *string, size_t length);
const char *month_name(int month, relais_lang lang); /* août */
const char *month_short(int month, relais_lang lang); /* janv. */
/* 31/08/2024 for the French, 31 August 2024 for the English; `out` of 32 bytes. */
void day_format(relais_day day, relais_lang lang, char out[32]);

#endif
