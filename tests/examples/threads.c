/* SPDX-License-Identifier: MIT
 * threads DAY STORE FILE... - one thread reads files into a store while two others ask it and write
 * reports of it. Each has a handle of its own, and everything that comes from it; no lock is needed.
 */
#include <pthread.h>
#include <relais.h>
#include <stdlib.h>
#include <string.h>

enum { TURNS = 6 };

typedef struct job {
	relais_day today;
	const char *path, *const *files;
	int64_t figures; /* what the asking thread saw last */
	relais_status rc;
	relais_error err;
} job;

/* Opens the store of a job; who wants to write makes it when it is not there. */
static relais_store *open_store(job *j, relais_mode mode)
{
	relais_store *store = NULL;

	j->rc = relais_store_open(&store, j->path, mode, NULL, &j->err);
	return store;
}

static void *import_files(void *self)
{
	job *j = (job *)self;
	relais_store *store = open_store(j, RELAIS_WRITE);
	relais_import_options options;
	relais_summary did;

	memset(&options, 0, sizeof options);
	options.today = j->today;
	for (const char *const *file = j->files; j->rc == RELAIS_OK && *file; file++)
		j->rc = relais_import(store, *file, &options, &did, &j->err);
	relais_store_close(store);
	return NULL;
}

static relais_question about(const job *j)
{
	relais_question question;

	memset(&question, 0, sizeof question);
	question.today = j->today;
	question.as_of = RELAIS_NO_DAY;
	question.span.from = question.span.to = 2024 * 20; /* the year 2024 */
	return question;
}

/* What is imported appears whole or not at all: figures are counted, and only ever become more. */
static void *ask_values(void *self)
{
	job *j = (job *)self;
	relais_store *store = open_store(j, RELAIS_READ);
	relais_question question = about(j);

	for (int turn = 0; j->rc == RELAIS_OK && turn < TURNS; turn++) {
		relais_rows *rows = NULL;
		relais_row row;
		int64_t count = 0;

		question.span.from = question.span.to = 0; /* all there is */
		j->rc = relais_ask_values(store, &question, &rows, &j->err);
		while (j->rc == RELAIS_OK &&
			(j->rc = relais_rows_next(rows, &row, &j->err)) == RELAIS_OK)
			count++;
		relais_rows_close(rows);
		if (j->rc == RELAIS_END)
			j->rc = count < j->figures ? RELAIS_E_STORE : RELAIS_OK;
		j->figures = count;
	}
	relais_store_close(store);
	return NULL;
}

static void *write_reports(void *self)
{
	static const char *const formats[] = { "html", "xlsx", "md" };
	job *j = (job *)self;
	relais_store *store = open_store(j, RELAIS_READ);
	relais_question question = about(j);

	for (int turn = 0; j->rc == RELAIS_OK && turn < TURNS; turn++) {
		relais_document *note = NULL;
		FILE *out = tmpfile();

		if (!out)
			abort();
		j->rc = relais_report(store, "annual", &question, &note, &j->err);
		if (j->rc == RELAIS_OK)
			j->rc = relais_document_write(
				note, formats[turn % 3], NULL, out, &j->err);
		fclose(out);
		relais_document_free(note);
	}
	relais_store_close(store);
	return NULL;
}

int main(int argc, char **argv)
{
	void *(*const work[])(void *) = { import_files, ask_values, write_reports };
	pthread_t threads[3];
	job jobs[3], after;
	relais_day today;
	int failed = 0;

	memset(jobs, 0, sizeof jobs);
	if (argc < 4 || relais_day_parse(argv[1], &today, NULL) != RELAIS_OK)
		return 2;
	for (int i = 0; i < 3; i++) {
		jobs[i].today = today;
		jobs[i].path = argv[2];
		jobs[i].files = (const char *const *)argv + 3;
		if (pthread_create(&threads[i], NULL, work[i], &jobs[i]) != 0)
			abort();
	}
	for (int i = 0; i < 3; i++) {
		pthread_join(threads[i], NULL);
		if (jobs[i].rc != RELAIS_OK)
			failed = fprintf(stderr, "%s\n", jobs[i].err.text);
	}
	after = jobs[1];
	after.figures = 0;
	ask_values(&after);
	printf("%ld figures when all is read\n", (long)after.figures);
	return failed ? 4 : 0;
}
