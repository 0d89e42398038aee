/* SPDX-License-Identifier: MIT
 * Public holidays of France, computed: eleven everywhere (article L3133-1 of the code du
 * travail), two more in Alsace and Moselle (L3134-13), and what hangs on them. They are today's
 * for any year. School holidays are data, see model/kind_calendar.h.
 */
#ifndef BASE_HOLIDAYS_H
#define BASE_HOLIDAYS_H

#include <stdbool.h>
#include <stddef.h>

#include <relais.h>

/* In the order of the year, as far as a year without Easter has one. */
typedef enum holiday {
	HOLIDAY_NEW_YEAR,
	HOLIDAY_GOOD_FRIDAY, /* Alsace and Moselle */
	HOLIDAY_EASTER_MONDAY,
	HOLIDAY_LABOUR,
	HOLIDAY_VICTORY,
	HOLIDAY_ASCENSION,
	HOLIDAY_WHIT_MONDAY,
	HOLIDAY_NATIONAL,
	HOLIDAY_ASSUMPTION,
	HOLIDAY_ALL_SAINTS,
	HOLIDAY_ARMISTICE,
	HOLIDAY_CHRISTMAS,
	HOLIDAY_SAINT_STEPHEN, /* Alsace and Moselle */
	HOLIDAYS
} holiday;

/* Days that move with Easter, whether holidays or Sundays. */
enum {
	EASTER_SUNDAY,
	EASTER_MONDAY,
	EASTER_ASCENSION,
	EASTER_WHIT_SUNDAY,
	EASTER_WHIT_MONDAY,
	EASTER_DAYS
};

/* Gregorian, of the years 1583 to 9999. */
relais_day easter_sunday(int year);
relais_day easter_day(int year, int which);
relais_day holiday_day(holiday which, int year);
/* Its code, French and ASCII like all codes: "lundi_paques". */
const char *holiday_code(holiday which);
const char *easter_code(int which);
bool holiday_is_local(holiday which);

/* Two may fall on one day; `local`: those of Alsace and Moselle too. */
bool day_is_holiday(relais_day day, bool local);
bool day_is_weekend(relais_day day);
/* A single working day between two that are not, one of them a holiday. */
bool day_is_bridge(relais_day day, bool local);

/* What a stretch of days is made of. */
typedef struct day_counts {
	int days, weekend, holidays, bridges;
	int working; /* neither at a week-end nor a holiday */
} day_counts;
day_counts days_count(relais_day first, relais_day last, bool local);

#endif
