/* SPDX-License-Identifier: MIT
 * See copy.h. Its figures are the answers of `series` to the same reader, to the network and to each key that is
 * published side by side, which protect each other; and by office those of the offices that agree to be named.
 */
#include "copy.h"

#include <string.h>

#include "../../base/error.h"
#include "../../question/published/copy.h"
#include "../../question/published/edition.h"
#include "../../question/study/study.h"
#include "../answer.h"
#include "../document.h"
#include "../publish.h"

/* Where the cells of an answer are. */
typedef struct columns {
	int indicator, group, period, value, flag, offices, expected, coverage;
} columns;

static columns columns_of(const relais_rows *rows)
{
	return (columns){ rows_column(rows, "indicator"), rows_column(rows, "group"),
		rows_column(rows, "period"), rows_column(rows, "value"),
		rows_column(rows, "flag"), rows_column(rows, "offices"),
		rows_column(rows, "expected"), rows_column(rows, "coverage") };
}

static void tell(relais_document *d, const char *level, const char *name, const columns *c,
	const relais_row *row, const char *value, const char *flag)
{
	const char *group = row_cell(row, c->group); /* of no territory, of no category: NULL */

	document_figure(d, level, name, row_cell(row, c->indicator), group ? group : "",
		row_cell(row, c->period), value, flag ? flag : "");
}

static void tell_row(
	relais_document *d, const char *level, const columns *c, const relais_row *row)
{
	const char *coverage = row_cell(row, c->coverage);

	tell(d, level, "level", c, row, row_cell(row, c->value), row_cell(row, c->flag));
	tell(d, level, "offices", c, row, row_cell(row, c->offices), NULL);
	tell(d, level, "expected", c, row, row_cell(row, c->expected), NULL);
	if (coverage)
		tell(d, level, "coverage", c, row, coverage, NULL);
}

/* Of the offices one row is one office's: who is not named is not in it, nor who did not answer. */
static void tell_named(
	relais_document *d, const study *s, const columns *c, const relais_row *row)
{
	office_card card;

	if (row_cell(row, c->value) && study_office(s, row_cell(row, c->group), &card) &&
		card.consents)
		tell(d, COPY_NAMED, "level", c, row, row_cell(row, c->value),
			row_cell(row, c->flag));
}

/* `s`: by office, NULL: the level is a sum. */
static relais_status tell_level(relais_store *store, const relais_question *question,
	const char *by, const study *s, relais_document *d, relais_error *err)
{
	relais_question one = *question;
	relais_rows *rows;
	relais_row row;
	columns c;
	relais_status rc;

	one.by = by;
	if ((rc = relais_ask_series(store, &one, &rows, err)) != RELAIS_OK)
		return rc;
	c = columns_of(rows);
	while ((rc = relais_rows_next(rows, &row, err)) == RELAIS_OK)
		if (s)
			tell_named(d, s, &c, &row);
		else
			tell_row(d, by ? by : COPY_NETWORK, &c, &row);
	relais_rows_close(rows);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

static relais_status tell_offices(relais_store *store, const relais_question *question,
	relais_document *d, relais_error *err)
{
	study *s;
	relais_status rc = study_open(&s, store, question, err);

	if (rc == RELAIS_OK)
		rc = tell_level(store, question, COPY_NAMED, s, d, err);
	study_close(s);
	return rc;
}

static relais_status say_heading(relais_store *store, const relais_question *question,
	relais_document *d, relais_error *err)
{
	edition e;
	relais_status rc = edition_read(&e, store, question->as_of, err);
	char day[16] = "";

	if (rc != RELAIS_OK)
		return rc;
	if (e.known_on != RELAIS_NO_DAY)
		relais_day_print(e.known_on, day);
	d->title = document_say(d, "Published copy");
	d->subtitle = *e.network ? document_copy(d, e.network)
				 : document_say(d, "Network of tourist offices");
	d->edition = *day ? document_say(d, "Data known on %s", day)
			  : document_say(d, "No data known");
	return RELAIS_OK;
}

relais_status report_copy(relais_store *store, const relais_question *question,
	relais_document *document, relais_error *err)
{
	const char *by[COPY_MOST_LEVELS];
	relais_question q = *question;
	size_t count;
	relais_status rc = relais_copy_span(store, &q, err);

	if (rc == RELAIS_OK)
		rc = say_heading(store, &q, document, err);
	if (rc == RELAIS_OK)
		rc = copy_levels(store, &q, by, &count, err);
	for (size_t i = 0; rc == RELAIS_OK && i < count; i++)
		rc = tell_level(store, &q, by[i], NULL, document, err);
	if (rc == RELAIS_OK)
		rc = tell_offices(store, &q, document, err);
	if (rc == RELAIS_OK && !document->failed && !document->first_figure)
		return fail(err, RELAIS_E_DATA,
			"there is nothing to publish: no figure of these months is known");
	return rc;
}

relais_status relais_copy_write(relais_store *store, const relais_question *question,
	const relais_document *document, FILE *out, relais_error *err)
{
	const figure *at = document->first_figure;
	const record_origin from = document_origin(document, &at);

	return copy_write(store, question, &from, out, err);
}
