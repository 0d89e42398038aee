/* SPDX-License-Identifier: MIT
 * declare DAY STORE RESOLUTION STATE NOTE - declare the state of a resolution, show the journal of what
 * was declared, and take it back. Figures are not recorded so: they are imported from a file.
 */
#include <inttypes.h>
#include <relais.h>
#include <string.h>

static relais_status show(relais_store *store, const relais_question *asked, relais_error *err)
{
	relais_rows *rows = NULL;
	relais_status rc = relais_ask_progress(store, asked, &rows, err);

	if (rc == RELAIS_OK)
		rc = relais_rows_write(rows, "csv", NULL, stdout, err);
	relais_rows_close(rows);
	return rc;
}

int main(int argc, char **argv)
{
	const char *const columns[] = { "resolution", "state", "date", "note" };
	relais_store *store = NULL;
	relais_import_options options;
	relais_question asked;
	relais_summary did;
	relais_undo_summary undone;
	relais_error err;
	relais_status rc;

	memset(&options, 0, sizeof options);
	memset(&asked, 0, sizeof asked);
	memset(&err, 0, sizeof err);
	if (argc != 6 || relais_day_parse(argv[1], &options.today, &err) != RELAIS_OK ||
		relais_store_open(&store, argv[2], RELAIS_WRITE, NULL, &err) != RELAIS_OK) {
		fprintf(stderr, "%s\n", err.text);
		return 4;
	}
	const char *const values[] = { argv[3], argv[4], argv[1], argv[5] };
	const char *resolutions[] = { argv[3], NULL };
	options.who = "jeanne"; /* the journal of imports has it */
	asked.today = options.today;
	asked.as_of = RELAIS_NO_DAY;
	asked.resolutions = resolutions;

	rc = relais_record(store, "progress", 4, columns, values, &options, &did, &err);
	if (rc == RELAIS_OK)
		rc = show(store, &asked, &err);
	if (rc == RELAIS_OK)
		rc = relais_undo(store, did.batch, &options, false, &undone, NULL, &err);
	if (rc == RELAIS_OK) {
		printf("batch %" PRId64 " taken back\n", did.batch);
		rc = show(store, &asked, &err);
	}
	if (rc != RELAIS_OK)
		fprintf(stderr, "%s\n", err.text);
	relais_store_close(store);
	return rc == RELAIS_OK ? 0 : 4;
}
