/* SPDX-License-Identifier: MIT
 * The journal of what was declared, by the relay and by the offices, oldest first.
 */
#include <string.h>

#include "../../base/date.h"
#include "../../base/error.h"
#include "../../base/period.h"
#include "../../base/rows.h"
#include "../../base/words.h"
#include "../../store/store.h"
#include "../sql.h"
#include "status.h"

static const relais_column columns[] = { { "date", N_("Date"), RELAIS_DATE },
	{ "resolution", N_("Resolution"), RELAIS_CODE },
	{ "office", N_("Office"), RELAIS_CODE }, { "state", N_("State"), RELAIS_CODE },
	{ "note", N_("Note"), RELAIS_TEXT }, { "proof", N_("Proof"), RELAIS_TEXT },
	{ "batch", N_("Batch"), RELAIS_COUNT } };

static bool is_within(const char *iso, relais_span span)
{
	relais_day day;

	return !span.from ||
	       (iso && day_read(iso, strlen(iso), &day) && day >= period_first_day(span.from) &&
		       day <= period_last_day(span.to));
}

static bool is_listed(const char *code, const char *const *list)
{
	if (!list)
		return true;
	for (; code && *list; list++)
		if (strcmp(*list, code) == 0)
			return true;
	return false;
}

static void add_row(rowlist *list, const stmt *q)
{
	for (int n = 0; n < 6; n++)
		rowlist_text(list, stmt_text(q, n));
	rowlist_count(list, stmt_int(q, 6));
	rowlist_end_row(list);
}

static relais_status add_rows(
	const status *s, const relais_question *question, rowlist *list, relais_error *err)
{
	stmt *q;
	relais_status rc = stmt_prepare(&q, s->store, SQL(progress), err);

	if (rc != RELAIS_OK)
		return rc;
	stmt_bind_int(q, ":known", s->known);
	stmt_bind_text(q, ":day", s->iso_day);
	while ((rc = stmt_step(q, err)) == RELAIS_OK)
		if (is_listed(stmt_text(q, 1), question->resolutions) &&
			is_listed(stmt_text(q, 2), question->offices) &&
			is_within(stmt_text(q, 0), question->span))
			add_row(list, q);
	stmt_free(q);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

relais_status relais_ask_progress(relais_store *store, const relais_question *question,
	relais_rows **out, relais_error *err)
{
	rowlist *list;
	status s;
	relais_status rc = status_open(&s, store, question, err);

	*out = NULL;
	if (rc != RELAIS_OK)
		return rc;
	if (!(list = rowlist_new(columns, sizeof columns / sizeof *columns)))
		rc = fail_memory(err);
	else
		rc = add_rows(&s, question, list, err);
	status_close(&s);
	if (rc == RELAIS_OK)
		return rowlist_rows(list, out, err);
	rowlist_free(list);
	return rc;
}
