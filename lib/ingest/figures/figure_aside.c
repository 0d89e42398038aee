/* SPDX-License-Identifier: MIT
 * Figures that can be read two ways wait until the file has shown which: 1,234 until its column
 * has shown what a comma is, 0,125 of something in percent until its column holds a 12 or a 12 %.
 * A long file has one column for all: there each indicator is one. What the column does not show,
 * the file may; what neither does is said, never guessed for a count.
 */
#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../../base/text.h"
#include "figures_inside.h"

static const char aside_table[] =
	"CREATE TEMP TABLE IF NOT EXISTS aside(\n"
	"  line INTEGER, field INTEGER, indicator INTEGER, period INTEGER, office INTEGER,\n"
	"  spelled TEXT);\n"
	"DELETE FROM temp.aside";
static const char aside_insert[] = "INSERT INTO temp.aside VALUES (?1, ?2, ?3, ?4, ?5, ?6)";

relais_status aside_open(figures *f, relais_error *err)
{
	relais_status rc = store_execute(f->store, aside_table, err);

	return rc == RELAIS_OK ? stmt_prepare(&f->put_aside, f->store, aside_insert, err) : rc;
}

/* ---- evidence ------------------------------------------------------------------ */

static size_t column_key(const figures *f, size_t field, int64_t indicator)
{
	return f->layout->across ? field : (size_t)indicator;
}

static evidence *evidence_of(figures *f, size_t key)
{
	size_t size = key + 16;
	evidence *grown;

	if (key < f->shown_count)
		return &f->shown[key];
	if (!(grown = realloc(f->shown, size * sizeof *grown))) {
		f->no_memory = true;
		return &f->whole;
	}
	memset(grown + f->shown_count, 0, (size - f->shown_count) * sizeof *grown);
	f->shown = grown;
	f->shown_count = size;
	return &f->shown[key];
}

static void note_decimal(figures *f, const about *a, char mark)
{
	evidence *e = evidence_of(f, column_key(f, a->at.column, a->indicator));

	if (mark == ',') {
		e->commas++;
		f->whole.commas++;
	} else {
		e->points++;
		f->whole.points++;
	}
}

void note_point(figures *f, const about *a)
{
	note_decimal(f, a, '.');
}

/* Two different marks: the last is decimal. One alone is; the same one twice is not. */
void note_marks(figures *f, const about *a, const char *cell)
{
	const char *comma = strrchr(cell, ','), *point = strrchr(cell, '.');

	if (comma && point)
		note_decimal(f, a, comma > point ? ',' : '.');
	else if (comma)
		note_decimal(f, a, strchr(cell, ',') == comma ? ',' : '.');
	else if (point)
		note_decimal(f, a, strchr(cell, '.') == point ? '.' : ',');
}

bool is_first_rounded(figures *f, const about *a)
{
	evidence *e = evidence_of(f, column_key(f, a->at.column, a->indicator));
	bool is_first = !e->is_rounded;

	e->is_rounded = true;
	return is_first;
}

static char decimal_of(const evidence *e)
{
	if (e->commas > 0 && e->points == 0)
		return ',';
	return e->points > 0 && e->commas == 0 ? '.' : 0;
}

static char mark_of(const figures *f, size_t key)
{
	char given = profile_decimal(f->layout->profile);
	bool is_shown = key < f->shown_count && f->shown[key].commas + f->shown[key].points > 0;

	return given ? given : decimal_of(is_shown ? &f->shown[key] : &f->whole);
}

char figures_mark(const figures *f, size_t field)
{
	return mark_of(f, f->layout->across ? field + 1 : SIZE_MAX);
}

/* ---- percentages ---------------------------------------------------------------- */

static const number one = { 1, 0 };

/* 0,125 or 12,5? Only a cell or a heading with the sign, or a figure above one, tells. */
bool waits_for_percent(figures *f, const about *a, number n, const char *cell)
{
	const limits *l = &f->limits.by_id[a->indicator];
	evidence *e;

	if (!l->is_percent || f->layout->is_ours || a->unit.what == UNIT_FRACTION)
		return false;
	e = evidence_of(f, (size_t)a->indicator);
	if (a->unit.what == UNIT_PERCENT || strchr(cell, '%') || n.units < 0 ||
		number_order(n, one) > 0) {
		e->percents++;
		return false;
	}
	e->fractions += number_order(n, one) < 0 && n.units > 0;
	return true;
}

/* Nothing above one in all the file, and something between: fractions. Said once, unless each is
 * refused. */
static bool read_fraction(figures *f, about *a, number n, const char *cell)
{
	evidence *e = evidence_of(f, (size_t)a->indicator);
	const char *code = codes_spell(&f->known->indicators, a->indicator);

	if (!f->limits.by_id[a->indicator].is_percent || a->unit.what || e->percents > 0 ||
		e->fractions == 0 || number_order(n, one) > 0)
		return true;
	if (!e->is_said &&
		!told_doubt(f->told, a->at, "percent-scale",
			"'%s' and all of %s are between 0 and 1: they are read as fractions, 0.125 as 12.5 %%; if they are in percent, give the column its sign",
			cell, code))
		return false;
	e->is_said = true;
	a->unit = (unit){ UNIT_FRACTION, 2 };
	return true;
}

/* ---- aside and back ------------------------------------------------------------- */

relais_status set_aside(figures *f, const about *a, const char *cell, relais_error *err)
{
	stmt *s = f->put_aside;

	f->unclear++;
	stmt_bind_int_at(s, 1, (int64_t)a->at.line);
	stmt_bind_int_at(s, 2, (int64_t)a->at.column);
	stmt_bind_int_at(s, 3, a->indicator);
	stmt_bind_int_at(s, 4, a->period);
	stmt_bind_int_at(s, 5, a->office);
	stmt_bind_text_at(s, 6, cell);
	return stmt_run(s, err);
}

/* Reads a cell that was put aside, now that the file is known. False: said and rejected. */
static bool read_again(figures *f, about *a, const char *cell, number *out)
{
	size_t length = without_flag(cell, strlen(cell));
	char mark = mark_of(f, column_key(f, a->at.column, a->indicator));

	if ((a->is_computed = is_computed(f, cell, out)))
		return true;
	if (!is_unclear(cell, length))
		return number_read(cell, length, 0, out) == NUMBER_READ;
	if (!mark && f->limits.by_id[a->indicator].is_count) {
		told_reject(f->told, a->at, "num-ambiguous",
			"'%s' can be read two ways: write it without a thousands mark", cell);
		return false;
	}
	if (!mark && !told_doubt(f->told, a->at, "num-decimal",
			     "'%s' is read as a decimal number", cell))
		return false;
	return number_read(cell, length,
		       mark                ? mark
		       : strchr(cell, ',') ? ','
					   : '.',
		       out) == NUMBER_READ;
}

static relais_status settle(figures *f, const stmt *s, relais_error *err)
{
	about a = { .at = { (unsigned long)stmt_int(s, 0), (unsigned long)stmt_int(s, 1) },
		.indicator = stmt_int(s, 2),
		.period = (relais_period)stmt_int(s, 3),
		.office = stmt_int(s, 4) };
	const char *cell = stmt_text(s, 5);
	number n;

	a.unit = f->layout->columns[a.at.column - 1].unit;
	if (!read_again(f, &a, cell, &n) || !read_fraction(f, &a, n, cell))
		return RELAIS_OK;
	return stage_number(f, &a, n, cell, err);
}

relais_status aside_settle(figures *f, relais_error *err)
{
	relais_status rc;
	stmt *s;

	if (f->no_memory)
		return fail_memory(err);
	if (f->unclear == 0)
		return RELAIS_OK;
	if ((rc = stmt_prepare(&s, f->store, "SELECT * FROM temp.aside ORDER BY line, field",
		     err)) != RELAIS_OK)
		return rc;
	while ((rc = stmt_step(s, err)) == RELAIS_OK)
		if ((rc = settle(f, s, err)) != RELAIS_OK)
			break;
	stmt_free(s);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}
