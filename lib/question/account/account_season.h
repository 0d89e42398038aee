/* SPDX-License-Identifier: MIT
 * What the index of one month rests on, or the shape of the year.
 */
#ifndef QUESTION_ACCOUNT_SEASON_H
#define QUESTION_ACCOUNT_SEASON_H

#include "../season/season.h"
#include "account.h"

/* One whole calendar year of the group. */
typedef struct season_year {
	size_t at; /* its first step */
	relais_span span;
	season_sum sum;
	double x[SEASON_PERIODS], all, index[SEASON_PERIODS];
	bool counts;
} season_year;

typedef struct season_account {
	account *account;
	season_series series;
	size_t month; /* its place in the year, from 0 on; ALL_MONTHS */
	season_year *years;
	size_t count;
	season_profile profile;
	bool is_open;
} season_account;

enum { ALL_MONTHS = SEASON_PERIODS }; /* the shape of the year is asked for */

/* To be closed whatever it returns. */
relais_status season_account_open(season_account *w, account *a, relais_error *err) MUST_CHECK;
void season_account_close(season_account *w);

#endif
