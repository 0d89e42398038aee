/* SPDX-License-Identifier: MIT
 * Evidence from the programme itself: actions done with a proof, what the offices declared, notes
 * that were published in time.
 */
#include <stdlib.h>
#include <string.h>

#include "../../base/date.h"
#include "../../base/error.h"
#include "../sql.h"
#include "inside.h"

/* Actions of the resolution that are done and say by what it is seen, of those not dropped. */
relais_status seek_actions(evidence *e, const yardstick *y, finding *out, relais_error *err)
{
	int64_t of = status_achieved(e->status, y->resolution).actions, n = 0;
	stmt *q;
	relais_status rc = stmt_prepare(&q, e->store, SQL(done), err);

	if (rc != RELAIS_OK)
		return rc;
	stmt_bind_int(q, ":known", e->known);
	while ((rc = stmt_step(q, err)) == RELAIS_OK) {
		relais_day since = day_or(stmt_text(q, 3), RELAIS_NO_DAY);

		if (strcmp(stmt_text(q, 1), y->resolution) != 0 || !stmt_text(q, 2) ||
			since == RELAIS_NO_DAY || since > e->day)
			continue;
		n++;
		seek_last(out, since);
	}
	stmt_free(q);
	if (of > 0)
		seek_ratio(n, of, out);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

/* Each office by the last state it declared. */
relais_status seek_progress(evidence *e, const yardstick *y, finding *out, relais_error *err)
{
	bool *marked = calloc(e->study->offices.count + 1, sizeof *marked);
	char day[16];
	stmt *q = NULL;
	relais_status rc =
		marked ? stmt_prepare(&q, e->store, SQL(progress), err) : fail_memory(err);

	relais_day_print(e->day, day);
	if (rc == RELAIS_OK) {
		stmt_bind_int(q, ":known", e->known);
		stmt_bind_text(q, ":day", day);
		while ((rc = stmt_step(q, err)) == RELAIS_OK) {
			const char *by = stmt_text(q, 2);
			ptrdiff_t at;

			if (!by || strcmp(stmt_text(q, 1), y->resolution) != 0)
				continue;
			seek_last(out, day_or(stmt_text(q, 0), RELAIS_NO_DAY));
			if ((at = evidence_office(e, by)) >= 0)
				marked[at] = list_has(y->filter, '+', stmt_text(q, 3));
		}
	}
	stmt_free(q);
	if (out->last != RELAIS_NO_DAY)
		seek_share(e, marked, out);
	free(marked);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

/* Of the months of the window whose day to publish has come, those told in time. */
relais_status seek_editions(evidence *e, const yardstick *y, finding *out, relais_error *err)
{
	const char *limit = strchr(y->count, ':');
	relais_day days = limit ? (relais_day)atoi(limit + 1) : 0;
	stretch w = evidence_window(y->window, e->day);
	int64_t n = 0;
	char day[16];
	stmt *q;
	relais_status rc = stmt_prepare(&q, e->store, SQL(first_editions), err);

	if (rc != RELAIS_OK)
		return rc;
	relais_day_print(e->day, day);
	stmt_bind_text(q, ":report", y->filter);
	stmt_bind_text(q, ":day", day);
	stmt_bind_int(q, ":known", e->known);
	stmt_bind_int(q, ":before", store_editions_before(e->store));
	while ((rc = stmt_step(q, err)) == RELAIS_OK) {
		relais_day out_on = day_or(stmt_text(q, 1), RELAIS_NO_DAY);
		relais_day due = period_last_day((relais_period)stmt_int(q, 0)) + days;

		seek_last(out, out_on);
		n += out_on != RELAIS_NO_DAY && out_on >= w.first && out_on <= due;
	}
	stmt_free(q);
	if (out->last != RELAIS_NO_DAY)
		seek_count(n, out);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}
