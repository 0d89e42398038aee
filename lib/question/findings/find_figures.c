/* SPDX-License-Identifier: MIT
 * Offices whose figures of the last period are late: one line for an office and a period, however
 * many figures.
 */
#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../../base/words.h"
#include "find_rows.h"
#include "findings.h"

enum { PERIODS = 8 }; /* the last month, quarter, semester and year */

typedef struct late {
	char period[16];
	long long days;
	long count;
} late;

typedef struct lateness {
	char office[128], name[256];
	late periods[PERIODS];
	size_t count;
} lateness;

static void tell(findings *f, const lateness *l)
{
	for (size_t i = 0; i < l->count; i++) {
		const late *one = &l->periods[i];
		relais_day due = (relais_day)(f->day - one->days);

		if (one->count == 1)
			findings_add(f, FINDING_NOTICE, "figures-late", l->office, l->name, due,
				N_("one figure of %s has not come"), one->period);
		else
			findings_add(f, FINDING_NOTICE, "figures-late", l->office, l->name, due,
				N_("%ld figures of %s have not come"), one->count, one->period);
	}
}

static void count_one(lateness *l, const char *period, long long days)
{
	size_t i = 0;

	while (i < l->count && strcmp(l->periods[i].period, period) != 0)
		i++;
	if (i == PERIODS)
		return;
	if (i == l->count) {
		l->periods[l->count++] = (late){ .days = days };
		snprintf(l->periods[i].period, sizeof l->periods[i].period, "%s", period);
	}
	l->periods[i].count++;
}

static relais_status read_rows(findings *f, relais_rows *rows, relais_error *err)
{
	int office = rows_column(rows, "office"), name = rows_column(rows, "name");
	int period = rows_column(rows, "period"), days = rows_column(rows, "days_late");
	lateness l = { .count = 0 };
	relais_row row;
	relais_status rc;

	while ((rc = relais_rows_next(rows, &row, err)) == RELAIS_OK) {
		long long late_by = strtoll(find_cell(&row, days), NULL, 10);

		if (late_by <= 0)
			continue; /* there is still time to send it */
		if (strcmp(l.office, find_cell(&row, office)) != 0) {
			tell(f, &l);
			l.count = 0;
			snprintf(l.office, sizeof l.office, "%s", find_cell(&row, office));
			snprintf(l.name, sizeof l.name, "%s", find_cell(&row, name));
		}
		count_one(&l, find_cell(&row, period), late_by);
	}
	tell(f, &l);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

relais_status findings_figures(findings *f, relais_error *err)
{
	relais_rows *rows = NULL;
	relais_status rc = relais_ask_missing(f->store, &f->question, &rows, err);

	if (rc == RELAIS_OK)
		rc = read_rows(f, rows, err);
	relais_rows_close(rows);
	return rc;
}
