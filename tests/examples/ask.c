/* SPDX-License-Identifier: MIT
 * ask DAY STORE INDICATOR PERIOD - how an indicator moved in a year, territory by territory
 */
#include <relais.h>
#include <string.h>

static int fail(const relais_error *err)
{
	fprintf(stderr, "%s\n", err->text);
	return 4;
}

int main(int argc, char **argv)
{
	relais_store *store = NULL;
	relais_rows *rows = NULL;
	relais_question question;
	relais_row row;
	relais_error err;
	relais_status rc;

	memset(&question, 0, sizeof question);
	memset(&err, 0, sizeof err);
	if (argc != 5 || relais_day_parse(argv[1], &question.today, &err) != RELAIS_OK ||
		relais_span_parse(argv[4], question.today, &question.span, &err) != RELAIS_OK)
		return fail(&err);

	const char *indicators[] = { argv[3], NULL };
	question.as_of = RELAIS_NO_DAY;
	question.indicators = indicators;
	question.by = "territory";
	if (relais_store_open(&store, argv[2], RELAIS_READ, NULL, &err) != RELAIS_OK)
		return fail(&err);
	rc = relais_ask_evolution(store, &question, &rows, &err);
	while (rc == RELAIS_OK && (rc = relais_rows_next(rows, &row, &err)) == RELAIS_OK)
		/* group, value, evolution: a cell that is NULL is a figure that nobody has */
		printf("%s %s %s%%\n", row.cells[1], row.cells[3] ? row.cells[3] : "-",
			row.cells[5] ? row.cells[5] : "-");
	relais_rows_close(rows);
	relais_store_close(store);
	return rc == RELAIS_END ? 0 : fail(&err);
}
