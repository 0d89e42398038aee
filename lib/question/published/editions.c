/* SPDX-License-Identifier: MIT
 * The editions that were published, and the figures of one, as they were told.
 */
#include "../../base/error.h"
#include "../../base/rows.h"
#include "../../base/words.h"
#include "../../store/store.h"
#include "record.h"

static const relais_column of_list[] = { { "edition", N_("Edition"), RELAIS_CODE },
	{ "report", N_("Report"), RELAIS_CODE }, { "from", N_("From"), RELAIS_PERIOD },
	{ "to", N_("To"), RELAIS_PERIOD }, { "diffusion", N_("Diffusion"), RELAIS_CODE },
	{ "options", N_("Options"), RELAIS_TEXT }, { "date", N_("Date"), RELAIS_DATE },
	{ "known_on", N_("Known on"), RELAIS_DATE }, { "batch", N_("Batch"), RELAIS_CODE },
	{ "program", N_("Program"), RELAIS_TEXT }, { "figures", N_("Figures"), RELAIS_COUNT },
	{ "sha256", N_("Fingerprint"), RELAIS_TEXT } };

static const char list_sql[] =
	"SELECT e.edition_id, e.report, e.from_period, e.to_period, e.diffusion, e.options,\n"
	"       e.today, b.received_on, e.batch_id, e.program, e.figures, e.sha256\n"
	"  FROM edition AS e LEFT JOIN batch AS b USING (batch_id)\n"
	" WHERE e.edition_id < ?1\n"
	" ORDER BY e.edition_id";

static const relais_column of_figures[] = { { "section", N_("Section"), RELAIS_CODE },
	{ "figure", N_("Figure"), RELAIS_CODE }, { "indicator", N_("Indicator"), RELAIS_CODE },
	{ "group", N_("Group"), RELAIS_CODE }, { "period", N_("Period"), RELAIS_TEXT },
	{ "value", N_("Value"), RELAIS_NUMBER }, { "flag", N_("Flag"), RELAIS_CODE } };

/* What is kept of these on a narrow terminal. */
static const char in_short[] =
	"edition report from to section figure indicator group value | period diffusion date figures flag";

static const char figures_sql[] =
	"SELECT section, figure, indicator, \"group\", period, value, flag\n"
	"  FROM edition_figure WHERE edition_id = ?1 ORDER BY rank";

enum {
	LIST_COLUMNS = sizeof of_list / sizeof *of_list,
	FIGURE_COLUMNS = sizeof of_figures / sizeof *of_figures
};

static void add_row(rowlist *list, const stmt *s, const relais_column *columns, int count)
{
	for (int i = 0; i < count; i++)
		if (columns[i].type == RELAIS_PERIOD && !stmt_int(s, i))
			rowlist_null(list); /* of a report of no period */
		else if (columns[i].type == RELAIS_PERIOD)
			rowlist_period(list, (relais_period)stmt_int(s, i));
		else
			rowlist_text(list, stmt_text(s, i));
	rowlist_end_row(list);
}

static relais_status ask(
	stmt *s, const relais_column *columns, int count, relais_rows **out, relais_error *err)
{
	rowlist *list = rowlist_new(columns, (size_t)count);
	relais_status rc;

	if (!list)
		return fail_memory(err);
	while ((rc = stmt_step(s, err)) == RELAIS_OK)
		add_row(list, s, columns, count);
	if (rc == RELAIS_END)
		return rows_with_main(out, in_short, rowlist_rows(list, out, err));
	rowlist_free(list);
	return rc;
}

relais_status relais_ask_editions(relais_store *store, relais_rows **out, relais_error *err)
{
	stmt *s;
	relais_status rc = stmt_prepare(&s, store, list_sql, err);

	*out = NULL;
	if (rc != RELAIS_OK)
		return rc;
	stmt_bind_int_at(s, 1, store_editions_before(store));
	rc = ask(s, of_list, LIST_COLUMNS, out, err);
	stmt_free(s);
	return rc;
}

relais_status edition_check_known(relais_store *store, int64_t edition, relais_error *err)
{
	stmt *s;
	relais_status rc =
		stmt_prepare(&s, store, "SELECT 1 FROM edition WHERE edition_id = ?1", err);

	if (rc != RELAIS_OK)
		return rc;
	stmt_bind_int_at(s, 1, edition);
	rc = stmt_step(s, err);
	stmt_free(s);
	if (rc == RELAIS_END)
		return fail(err, RELAIS_E_USAGE,
			"there is no edition %lld: 'rt-report --published' lists them",
			(long long)edition);
	return rc;
}

relais_status relais_ask_edition(
	relais_store *store, int64_t edition, relais_rows **out, relais_error *err)
{
	stmt *s;
	relais_status rc = edition_check_known(store, edition, err);

	*out = NULL;
	if (rc != RELAIS_OK || (rc = stmt_prepare(&s, store, figures_sql, err)) != RELAIS_OK)
		return rc;
	stmt_bind_int_at(s, 1, edition);
	rc = ask(s, of_figures, FIGURE_COLUMNS, out, err);
	stmt_free(s);
	return rc;
}
