/* SPDX-License-Identifier: MIT
 * Every row of a kind as relais_import reads it back, the kinds themselves, the journal.
 */
#include <stdlib.h>
#include <string.h>

#include "../base/error.h"
#include "../base/number.h"
#include "../base/period.h"
#include "../base/rows.h"
#include "../base/text.h"
#include "../base/words.h"
#include "../model/kind.h"
#include "registers/codes.h"

/* Rows that are a statement's rows, column for column. */
typedef struct answer {
	stmt *s;
	const char **cells;
	relais_column *columns;
	int count;
} answer;

static void answer_close(void *self)
{
	answer *a = self;

	stmt_free(a->s);
	free(a->cells);
	free(a->columns);
	free(a);
}

static relais_status answer_next(void *self, relais_row *row, relais_error *err)
{
	answer *a = self;
	relais_status rc = stmt_step(a->s, err);

	if (rc != RELAIS_OK)
		return rc;
	for (int i = 0; i < a->count; i++)
		a->cells[i] = stmt_is_null(a->s, i) ? NULL : stmt_text(a->s, i);
	*row = (relais_row){ (size_t)a->count, a->cells, NULL };
	return RELAIS_OK;
}

/* Takes the statement. `column` says what each column is, by name. */
static relais_status answer_rows(relais_rows **out, stmt *s,
	relais_column (*column)(const char *, const void *), const void *context,
	relais_error *err)
{
	int count = stmt_columns(s);
	answer *a = calloc(1, sizeof *a);

	if (!a) {
		stmt_free(s);
		return fail_memory(err);
	}
	*a = (answer){ .s = s, .count = count };
	a->cells = calloc((size_t)count, sizeof *a->cells);
	a->columns = calloc((size_t)count, sizeof *a->columns);
	if (!a->cells || !a->columns) {
		answer_close(a);
		return fail_memory(err);
	}
	for (int i = 0; i < count; i++)
		a->columns[i] = column(stmt_column_name(s, i), context);
	return rows_new(out, a->columns, (size_t)count, answer_next, answer_close, a, err);
}

static relais_type type_in_kind(const char *name, const void *context)
{
	const kind *k = context;
	size_t i = kind_column_at(k, name);

	if (i == (size_t)-1)
		return RELAIS_TEXT;
	switch (k->columns[i].type) {
	case CELL_TEXT: return RELAIS_TEXT;
	case CELL_DAY: return RELAIS_DATE;
	case CELL_DECIMAL: return RELAIS_NUMBER;
	case CELL_INTEGER:
	case CELL_DECIMALS:
	case CELL_YESNO: return RELAIS_COUNT;
	case CELL_PERIOD: return RELAIS_PERIOD;
	default: return RELAIS_CODE;
	}
}

/* What is exported is read back: its headings are the names, in every language. */
static relais_column column_in_kind(const char *name, const void *context)
{
	return (relais_column){ name, "", type_in_kind(name, context) };
}

static relais_column column_of_batch(const char *name, const void *context)
{
	static const relais_column known[] = {
		{ "batch", N_("Batch"), RELAIS_COUNT },
		{ "received_on", N_("Received on"), RELAIS_DATE },
		{ "who", N_("Who"), RELAIS_TEXT },
		{ "source", N_("Source"), RELAIS_TEXT },
		{ "kind", N_("Kind"), RELAIS_CODE },
		{ "read", N_("Read"), RELAIS_COUNT },
		{ "new", N_("New"), RELAIS_COUNT },
		{ "revised", N_("Revised"), RELAIS_COUNT },
		{ "unchanged", N_("Unchanged"), RELAIS_COUNT },
		{ "rejected", N_("Rejected"), RELAIS_COUNT },
		{ "skipped", N_("Skipped"), RELAIS_COUNT },
		{ "undone", N_("Undone by"), RELAIS_COUNT },
		{ "why", N_("Why"), RELAIS_TEXT },
		{ "argv", N_("Command"), RELAIS_TEXT },
		{ "sha256", N_("Fingerprint"), RELAIS_CODE },
	};

	(void)context;
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (!strcmp(name, known[i].name))
			return known[i];
	return (relais_column){ name, "", RELAIS_TEXT };
}

/* What is kept of these on a narrow terminal. */
static const char in_short[] =
	"batch received_on source:16 new rejected | kind read revised skipped undone who";

#define BATCH_COLUMNS                                                                          \
	"batch_id AS batch, received_on, who, source, kind, \"read\", created AS new,\n"       \
	"       revised, unchanged, rejected, skipped, undone_by AS undone, why"

static relais_status ask_batches(
	relais_store *store, const char *sql, relais_rows **out, relais_error *err)
{
	relais_status rc;
	stmt *s;

	*out = NULL;
	if ((rc = stmt_prepare(&s, store, sql, err)) != RELAIS_OK)
		return rc;
	return rows_with_main(out, in_short, answer_rows(out, s, column_of_batch, NULL, err));
}

relais_status relais_ask_batches(relais_store *store, relais_rows **out, relais_error *err)
{
	return ask_batches(store,
		"SELECT " BATCH_COLUMNS ", argv, sha256\n  FROM batch\n ORDER BY batch_id", out,
		err);
}

relais_status relais_ask_batches_brief(
	relais_store *store, relais_rows **out, relais_error *err)
{
	return ask_batches(
		store, "SELECT " BATCH_COLUMNS "\n  FROM batch\n ORDER BY batch_id", out, err);
}

/* The codes a column may hold, with | between; "" when it is no choice. */
static void add_choices(rowlist *list, const kind_column *column)
{
	text list_of = { 0 };

	for (const choice *c = column->choices; c && c->code; c++)
		text_addf(&list_of, "%s%s", list_of.length ? "|" : "", c->code);
	rowlist_text(list, list_of.length ? list_of.data : NULL);
	text_free(&list_of);
}

relais_status relais_ask_kinds(const char *name, relais_rows **out, relais_error *err)
{
	static const relais_column columns[] = {
		{ "kind", N_("Kind"), RELAIS_CODE },
		{ "column", N_("Column"), RELAIS_CODE },
		{ "required", N_("Required"), RELAIS_CODE },
		{ "about", N_("Meaning"), RELAIS_TEXT },
		{ "aliases", N_("Also read as"), RELAIS_TEXT },
		{ "choices", N_("Choices"), RELAIS_TEXT },
	};
	relais_lang lang = err ? err->lang : RELAIS_EN;
	const kind *one = NULL;
	rowlist *list;
	relais_status rc = name ? kind_find(&one, name, err) : RELAIS_OK;

	*out = NULL;
	if (rc != RELAIS_OK)
		return rc;
	if (!(list = rowlist_new(columns, sizeof columns / sizeof *columns)))
		return fail_memory(err);
	for (size_t i = 0; kind_at(i); i++)
		for (size_t c = 0; (!one || one == kind_at(i)) && c < kind_at(i)->count; c++) {
			const kind_column *about = &kind_at(i)->columns[c];

			rowlist_text(list, kind_at(i)->name);
			rowlist_text(list, about->name);
			rowlist_text(list, about->required ? "yes" : "no");
			rowlist_text(list, words(lang, about->about));
			rowlist_text(list, about->aliases);
			add_choices(list, about);
			rowlist_end_row(list);
		}
	return rowlist_rows(list, out, err);
}

/* ---- figures: one indicator after another, in the catalogue's order ---------------- */

typedef struct figures_out {
	stmt *indicators, *figures;
	int64_t batch;
	relais_span span;
	int decimals;
	bool is_open; /* figures is on an indicator */
	char indicator[256], period[16], value[NUMBER_SIZE];
	const char *cells[5];
} figures_out;

static void figures_out_close(void *self)
{
	figures_out *f = self;

	stmt_free(f->indicators);
	stmt_free(f->figures);
	free(f);
}

static relais_status next_indicator(figures_out *f, relais_error *err)
{
	relais_status rc = stmt_step(f->indicators, err);

	if (rc != RELAIS_OK)
		return rc;
	stmt_bind_int(f->figures, ":indicator", stmt_int(f->indicators, 0));
	snprintf(f->indicator, sizeof f->indicator, "%s", stmt_text(f->indicators, 1));
	f->decimals = (int)stmt_int(f->indicators, 2);
	f->is_open = true;
	return RELAIS_OK;
}

static relais_status figures_out_next(void *self, relais_row *row, relais_error *err)
{
	static const char *const flags[] = { NULL, "z", "m", "n", "d" };
	figures_out *f = self;
	relais_status rc = RELAIS_END;

	while (!f->is_open || (rc = stmt_step(f->figures, err)) == RELAIS_END) {
		f->is_open = false;
		if ((rc = next_indicator(f, err)) != RELAIS_OK)
			return rc;
	}
	if (rc != RELAIS_OK)
		return rc;
	f->cells[0] = stmt_text(f->figures, 0);
	f->cells[1] = f->indicator;
	relais_period_print((relais_period)stmt_int(f->figures, 1), f->period);
	f->cells[2] = f->period;
	number_print((number){ stmt_int(f->figures, 2), f->decimals }, f->value);
	f->cells[3] = stmt_is_null(f->figures, 2) ? NULL : f->value;
	f->cells[4] = flags[stmt_int(f->figures, 3) % 5];
	*row = (relais_row){ 5, f->cells, NULL };
	return RELAIS_OK;
}

static relais_status export_figures(relais_store *store, int64_t batch, relais_span span,
	relais_rows **out, relais_error *err)
{
	static const relais_column columns[] = {
		{ "office", N_("Office"), RELAIS_CODE },
		{ "indicator", N_("Indicator"), RELAIS_CODE },
		{ "period", N_("Period"), RELAIS_PERIOD },
		{ "value", N_("Value"), RELAIS_NUMBER },
		{ "flag", N_("Flag"), RELAIS_CODE },
	};
	static const char catalogue[] =
		"SELECT i.indicator_id, i.code, i.decimals\n"
		"  FROM indicator AS i\n"
		"  JOIN indicator_version AS v USING (indicator_id)\n"
		" WHERE v.known_from <= :batch AND v.known_until > :batch\n"
		" ORDER BY v.rank, i.code";
	figures_out *f = calloc(1, sizeof *f);
	relais_status rc;

	if (!f)
		return fail_memory(err);
	if ((rc = stmt_prepare(&f->indicators, store, catalogue, err)) != RELAIS_OK ||
		(rc = stmt_prepare(&f->figures, store, kind_named("observations")->sql_export,
			 err)) != RELAIS_OK) {
		figures_out_close(f);
		return rc;
	}
	stmt_bind_int(f->indicators, ":batch", batch);
	stmt_bind_int(f->figures, ":batch", batch);
	stmt_bind_int(f->figures, ":from", span.from);
	stmt_bind_int(f->figures, ":to", span.to ? span.to : PERIOD_LAST);
	return rows_new(out, columns, 5, figures_out_next, figures_out_close, f, err);
}

relais_status relais_ask_export(relais_store *store, const char *kind_name,
	const relais_question *question, relais_rows **out, relais_error *err)
{
	const kind *k;
	relais_status rc;
	int64_t batch;
	stmt *s;

	*out = NULL;
	if ((rc = kind_find(&k, kind_name, err)) != RELAIS_OK)
		return rc;
	if ((rc = store_batch_as_of(store, question->as_of, &batch, err)) != RELAIS_OK)
		return rc;
	if (k->way == KIND_FIGURES)
		return export_figures(store, batch, question->span, out, err);
	if ((rc = stmt_prepare(&s, store, k->sql_export, err)) != RELAIS_OK)
		return rc;
	stmt_bind_int(s, ":batch", batch);
	return answer_rows(out, s, column_in_kind, k, err);
}
