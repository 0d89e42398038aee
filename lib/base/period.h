/* SPDX-License-Identifier: MIT
 * Periods: year*20 + slot. See relais_period in relais.h.
 */
#ifndef BASE_PERIOD_H
#define BASE_PERIOD_H

#include <stdbool.h>
#include <stddef.h>

#include <relais.h>

enum {
	SLOT_YEAR = 0,
	SLOT_MONTH = 1, /* to 12 */
	SLOT_QUARTER = 13, /* to 16 */
	SLOT_SEMESTER = 17, /* to 18 */
	PERIOD_PER_YEAR = 20,
	PERIOD_LAST = 0x3ffff /* no period is greater: the store keeps 18 bits */
};

typedef enum period_length {
	LENGTH_MONTH,
	LENGTH_QUARTER,
	LENGTH_SEMESTER,
	LENGTH_YEAR
} period_length;

static inline relais_period period_make(int year, int slot)
{
	return year * PERIOD_PER_YEAR + slot;
}
static inline int period_year(relais_period p)
{
	return p / PERIOD_PER_YEAR;
}
static inline int period_slot(relais_period p)
{
	return p % PERIOD_PER_YEAR;
}
static inline relais_period period_year_before(relais_period p)
{
	return p - PERIOD_PER_YEAR;
}

period_length period_length_of(relais_period p);
/* The one of the same length that follows / comes before. */
relais_period period_next(relais_period p);
relais_period period_previous(relais_period p);
int period_count(relais_span span); /* both ends included */
relais_day period_first_day(relais_period p);
relais_day period_last_day(relais_period p);
/* The months inside: {2024-07, 2024-09} for 2024-T3. */
relais_span period_months(relais_period p);
/* The one of `length` a period is part of; itself when it has that length; 0 when it is longer. */
relais_period period_within(relais_period p, period_length length);
relais_period period_of_day(relais_day day, period_length length);

/* C4.4: 2024-08, 202408, 2024M08, 08/2024, août 2024, janv-24, 2024, T1 2024, 2024-T1, 1er
 * trimestre 2024, 2024Q1, S1 2024, 2024-S1; a full date is its month when
 * it is the first day of one. False when it is none of these. */
bool period_read(const char *string, size_t length, relais_period *out);
/* For people: août 2024 / August 2024, 3e trimestre 2024, 1er semestre 2024, 2024. */
void period_format(relais_period p, relais_lang lang, char out[48]);

#endif
