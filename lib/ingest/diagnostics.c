/* SPDX-License-Identifier: MIT
 * What was told of many files, one after another in a temporary file without a name: a bad
 * file may have a million bad lines. An entry is three numbers, then four texts with their
 * lengths before them; NO_TEXT stands for none.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "../base/error.h"
#include "../base/rows.h"
#include "../base/text.h"
#include "../base/words.h"

enum { TEXTS = 4, CELLS = 7 };
#define NO_TEXT UINT32_MAX

struct relais_diagnostics {
	FILE *spool;
	uint64_t count;
	int failed; /* the errno of the first failure to keep something */
};

relais_status relais_diagnostics_open(relais_diagnostics **out, relais_error *err)
{
	relais_diagnostics *d = calloc(1, sizeof *d);

	*out = NULL;
	if (!d)
		return fail_memory(err);
	if (!(d->spool = tmpfile())) {
		free(d);
		return fail(err, RELAIS_E_IO, "cannot make a temporary file: %s",
			fail_errno(err, errno));
	}
	*out = d;
	return RELAIS_OK;
}

void relais_diagnostics_close(relais_diagnostics *d)
{
	if (!d)
		return;
	fclose(d->spool);
	free(d);
}

static bool put_text(FILE *to, const char *said)
{
	uint32_t length = said ? (uint32_t)strlen(said) : NO_TEXT;

	return fwrite(&length, sizeof length, 1, to) == 1 &&
	       (!said || fwrite(said, 1, length, to) == length);
}

void relais_diagnostics_keep(void *diagnostics, const relais_diagnostic *said)
{
	relais_diagnostics *d = diagnostics;
	uint64_t numbers[] = { (uint64_t)said->severity, said->line, said->column };
	const char *input = said->input && *said->input ? said->input : NULL;
	const char *rule = said->rule && *said->rule ? said->rule : NULL;

	if (d->failed)
		return;
	errno = 0;
	if (fwrite(numbers, sizeof numbers, 1, d->spool) != 1 || !put_text(d->spool, input) ||
		!put_text(d->spool, rule) || !put_text(d->spool, said->value) ||
		!put_text(d->spool, said->text))
		d->failed = errno ? errno : EIO;
	d->count++;
}

/* ---- out again --------------------------------------------------------------------- */

typedef struct reading {
	relais_diagnostics *d;
	uint64_t left;
	text kept[TEXTS];
	char line[24], column[24];
	const char *cells[CELLS];
} reading;

static void reading_close(void *self)
{
	reading *r = self;

	for (size_t i = 0; i < TEXTS; i++)
		text_free(&r->kept[i]);
	free(r);
}

static bool get_text(FILE *from, text *into, const char **cell)
{
	char block[512];
	uint32_t length;

	*cell = NULL;
	if (fread(&length, sizeof length, 1, from) != 1)
		return false;
	text_clear(into);
	if (length == NO_TEXT)
		return true;
	while (length > 0) {
		size_t n = length < sizeof block ? length : sizeof block;

		if (fread(block, 1, n, from) != n)
			return false;
		text_add_bytes(into, block, n);
		length -= (uint32_t)n;
	}
	*cell = text_str(into);
	return !into->failed;
}

static const char *number_cell(uint64_t n, char out[24])
{
	snprintf(out, 24, "%llu", (unsigned long long)n);
	return n ? out : NULL;
}

static relais_status reading_next(void *self, relais_row *row, relais_error *err)
{
	static const char *const severities[] = { "note", "warning", "rejected", "refused" };
	reading *r = self;
	FILE *from = r->d->spool;
	uint64_t numbers[3];

	if (r->left == 0)
		return RELAIS_END;
	r->left--;
	if (fread(numbers, sizeof numbers, 1, from) != 1 ||
		!get_text(from, &r->kept[0], &r->cells[0]) ||
		!get_text(from, &r->kept[1], &r->cells[4]) ||
		!get_text(from, &r->kept[2], &r->cells[5]) ||
		!get_text(from, &r->kept[3], &r->cells[6]))
		return fail(err, RELAIS_E_IO, "cannot read a temporary file again: %s",
			fail_errno(err, errno ? errno : EIO));
	r->cells[1] = number_cell(numbers[1], r->line);
	r->cells[2] = number_cell(numbers[2], r->column);
	r->cells[3] = severities[numbers[0] % 4];
	*row = (relais_row){ CELLS, r->cells, NULL };
	return RELAIS_OK;
}

relais_status relais_diagnostics_rows(
	relais_diagnostics *d, relais_rows **out, relais_error *err)
{
	static const relais_column columns[CELLS] = {
		{ "input", N_("File"), RELAIS_TEXT },
		{ "line", N_("Line"), RELAIS_COUNT },
		{ "column", N_("Column"), RELAIS_COUNT },
		{ "severity", N_("Severity"), RELAIS_CODE },
		{ "rule", N_("Rule"), RELAIS_CODE },
		{ "value", N_("Value"), RELAIS_TEXT },
		{ "message", N_("Message"), RELAIS_TEXT },
	};
	reading *r;

	*out = NULL;
	if (!d->failed && (fflush(d->spool) != 0 || ferror(d->spool)))
		d->failed = errno;
	if (d->failed)
		return fail(err, RELAIS_E_IO, "cannot write to a temporary file: %s",
			fail_errno(err, d->failed));
	if (!(r = calloc(1, sizeof *r)))
		return fail_memory(err);
	rewind(d->spool);
	r->d = d;
	r->left = d->count;
	return rows_new(out, columns, CELLS, reading_next, reading_close, r, err);
}
