/* SPDX-License-Identifier: MIT
 * resident STORE SECONDS SUM OTHERS OFFICES - a program that opens the store once and asks as long as it lives, while
 * others write. The first indicator's total is SUM, the second's is OTHERS and a multiple of OFFICES.
 * Prints how often it asked, and its memory (KiB) once it is warm and at the most afterwards.
 */
#include <relais.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* What the store keeps of its pages fills up as they change: 12 MiB at the most. */
enum { WARM = 10, MOST_GROWTH = 13 * 1024 /* KiB */ };

static long resident(void)
{
	long pages = 0;
	FILE *in = fopen("/proc/self/statm", "r");

	if (!in || fscanf(in, "%*d %ld", &pages) != 1)
		pages = 0;
	if (in)
		fclose(in);
	return pages * 4;
}

static double seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

struct told {
	long sum, number, rows;
};

static relais_status count(relais_rows *rows, struct told *out, relais_error *err)
{
	relais_status rc;
	relais_row row;

	while ((rc = relais_rows_next(rows, &row, err)) == RELAIS_OK) {
		out->rows++;
		if (row.cells[3] && strcmp(row.cells[0], "contacts_guichet") == 0)
			out->sum = strtol(row.cells[3], NULL, 10);
		else if (row.cells[3])
			out->number = strtol(row.cells[3], NULL, 10);
	}
	relais_rows_close(rows);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

/* One question after the other: the first in one state, both indicators; the others for their memory. */
static relais_status ask(
	relais_store *store, relais_question *q, struct told *totals, relais_error *err)
{
	struct told unused = { 0, 0, 0 };
	relais_rows *rows = NULL;
	relais_status rc;

	memset(totals, 0, sizeof *totals);
	q->by = NULL;
	if ((rc = relais_ask_totals(store, q, &rows, err)) != RELAIS_OK ||
		(rc = count(rows, totals, err)) != RELAIS_OK)
		return rc;
	q->by = "departement";
	if ((rc = relais_ask_evolution(store, q, &rows, err)) != RELAIS_OK ||
		(rc = count(rows, &unused, err)) != RELAIS_OK)
		return rc;
	q->by = NULL;
	if ((rc = relais_ask_values(store, q, &rows, err)) != RELAIS_OK)
		return rc;
	return count(rows, &unused, err);
}

static int end(const char *what, const relais_error *err)
{
	fprintf(stderr, "resident: %s%s%s\n", what, *err->text ? ": " : "", err->text);
	return 1;
}

int main(int argc, char **argv)
{
	const char *const indicators[] = { "contacts_guichet", "demandes_telephone", NULL };
	relais_store *store = NULL;
	relais_question q;
	relais_error err;
	struct told told;
	long asked = 0, first = 0, most = 0, last = 0;
	double until;

	memset(&q, 0, sizeof q);
	memset(&err, 0, sizeof err);
	if (argc != 6 || relais_day_parse("2025-09-15", &q.today, &err) != RELAIS_OK ||
		relais_span_parse("2025-08", q.today, &q.span, &err) != RELAIS_OK)
		return end("STORE SECONDS SUM OTHERS OFFICES", &err);
	q.as_of = RELAIS_NO_DAY;
	q.indicators = indicators;
	if (relais_store_open(&store, argv[1], RELAIS_READ, NULL, &err) != RELAIS_OK)
		return end("not opened", &err);
	for (until = seconds() + atof(argv[2]); seconds() < until; asked++) {
		if (ask(store, &q, &told, &err) != RELAIS_OK)
			return end("no answer", &err);
		if (told.rows != 2 || told.sum != atol(argv[3]) ||
			(told.number - atol(argv[4])) % atol(argv[5]) != 0)
			return end("half an import is told", &err);
		if (told.number < last)
			return end("what was known is not known any more", &err);
		last = told.number;
		if (asked == WARM)
			first = most = resident();
		if (asked > WARM && resident() > most)
			most = resident();
	}
	relais_store_close(store);
	printf("asked %ld\nwarm %ld\nmost %ld\n", asked, first, most);
	if (first && most - first > MOST_GROWTH)
		return end("its memory grows", &err);
	return asked > 0 ? 0 : end("never asked", &err);
}
