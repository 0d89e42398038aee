/* SPDX-License-Identifier: MIT
 * note DAY STORE PERIOD FILE.html - publish the monthly note: the page, and the record of what it tells.
 * Between relais_publish_begin and relais_publish_end nobody else writes; a page that could not be
 * written is not recorded.
 */
#include <inttypes.h>
#include <relais.h>
#include <string.h>

static relais_status write_page(
	const relais_document *note, const char *path, relais_error *err)
{
	relais_style style;
	FILE *out = fopen(path, "wb");
	relais_status rc;

	memset(&style, 0, sizeof style);
	style.lang = RELAIS_FR;
	if (!out) {
		snprintf(err->text, sizeof err->text, "cannot write '%s'", path);
		return RELAIS_E_IO;
	}
	rc = relais_document_write(note, "html", &style, out, err);
	if (fclose(out) != 0 && rc == RELAIS_OK)
		rc = RELAIS_E_IO;
	return rc;
}

int main(int argc, char **argv)
{
	relais_store *store = NULL;
	relais_document *note = NULL;
	relais_question question;
	relais_publication told;
	relais_error err;
	relais_status rc, end;

	memset(&question, 0, sizeof question);
	memset(&told, 0, sizeof told);
	memset(&err, 0, sizeof err);
	question.lang = RELAIS_FR;
	question.as_of = RELAIS_NO_DAY;
	question.diffusion = RELAIS_PUBLIC; /* statistical secrecy applies */
	if (argc != 5 || relais_day_parse(argv[1], &question.today, &err) != RELAIS_OK ||
		relais_span_parse(argv[3], question.today, &question.span, &err) != RELAIS_OK ||
		relais_store_open(&store, argv[2], RELAIS_WRITE, NULL, &err) != RELAIS_OK) {
		fprintf(stderr, "%s\n", err.text);
		return 4;
	}
	rc = relais_publish_begin(store, &err);
	if (rc == RELAIS_OK) {
		rc = relais_report(store, "monthly", &question, &note, &err);
		if (rc == RELAIS_OK)
			rc = write_page(note, argv[4], &err);
		if (rc == RELAIS_OK)
			rc = relais_publish(store, "monthly", &question, note, &told, &err);
		end = relais_publish_end(store, rc == RELAIS_OK, rc == RELAIS_OK ? &err : NULL);
		rc = rc == RELAIS_OK ? end : rc;
	}
	if (rc == RELAIS_OK)
		printf("edition %" PRId64 ": %zu figures, %s\n", told.edition, told.figures,
			told.is_new ? "new" : "as they were told before");
	else
		fprintf(stderr, "%s\n", err.text);
	relais_document_free(note);
	relais_store_close(store);
	return rc == RELAIS_OK ? 0 : 4;
}
