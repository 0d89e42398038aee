/* SPDX-License-Identifier: MIT
 * Answers about training, kept, and their figures said.
 */
#include <string.h>

#include "../../base/error.h"
#include "inside.h"

/* What a row with the flag s keeps to itself; its other blanks are what nobody knows. */
static const char *const withheld[] = { "trainees", "trainee_days", "offices_eur",
	"remaining_eur", "fill_rate", "satisfaction", "answers", "attendance_rate",
	"access_rate" };

static bool keep(
	note *n, const relais_rows *rows, const relais_row *row, answered *out, taught ***last)
{
	taught *r = arena_alloc(&n->memory, sizeof *r);
	const char **cells = arena_alloc(&n->memory, row->count * sizeof *cells);

	if (!r || !cells)
		return false;
	for (size_t i = 0; i < row->count; i++)
		if (row->cells[i] && !(cells[i] = arena_string(&n->memory, row->cells[i])))
			return false;
	*r = (taught){ .group = cells[0] ? cells[0] : "", .count = row->count, .cells = cells };
	r->columns = relais_rows_columns(rows, &r->count);
	if (strcmp(r->group, "total") == 0) {
		out->total = r;
		return true;
	}
	**last = r;
	*last = &r->next;
	out->count++;
	return true;
}

relais_status training_ask(note *n, relais_period year, const char *by,
	relais_training_view view, answered *out, relais_error *err)
{
	const relais_training how = { .view = view, .state = "tenu" };
	relais_question q = n->question;
	taught **last = &out->first;
	relais_rows *rows = NULL;
	relais_row row;
	relais_status rc;

	*out = (answered){ .count = 0 };
	q.indicators = NULL;
	q.span = (relais_span){ year, year };
	q.by = by;
	rc = relais_ask_training(n->store, &q, &how, &rows, err);
	while (rc == RELAIS_OK && (rc = relais_rows_next(rows, &row, err)) == RELAIS_OK)
		if (!keep(n, rows, &row, out, &last))
			rc = fail_memory(err);
	relais_rows_close(rows);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

const char *taught_cell(const taught *r, const char *column)
{
	for (size_t i = 0; i < r->count; i++)
		if (strcmp(r->columns[i].name, column) == 0)
			return r->cells[i] && *r->cells[i] ? r->cells[i] : NULL;
	return NULL;
}

bool taught_number(const taught *r, const char *column, number *out)
{
	const char *cell = taught_cell(r, column);

	return cell && number_from_text(cell, out);
}

static int places_of(told_as as)
{
	return as == AS_DAYS || as == AS_MARK || as == AS_PERCENT;
}

static const char *say(relais_document *d, number n, told_as as)
{
	char text[NUMBER_SIZE * 2];

	if (as == AS_PERCENT)
		return say_percent(d, n, false);
	number_format(n, places_of(as), d->lang, false, text);
	return as == AS_EUROS ? document_say(d, "€%s", text) : document_copy(d, text);
}

const char *tell_reckoned(
	note *n, const char *group, const char *name, number exact, told_as as)
{
	char year[16], value[NUMBER_SIZE];
	const char *said = say(n->document, exact, as);
	number rounded;

	relais_period_print(n->month, year);
	if (!number_rescale(exact, places_of(as), &rounded, NULL))
		rounded = exact;
	number_print(rounded, value);
	document_figure(n->document, n->teller.section, name, NULL, group, year, value, "");
	return document_means(n->document, said, value);
}

bool taught_has_flag(const taught *r, char letter)
{
	const char *flag = taught_cell(r, "flag");

	return flag && strchr(flag, letter);
}

static bool is_withheld(const taught *r, const char *column)
{
	if (taught_has_flag(r, 's'))
		for (size_t i = 0; i < sizeof withheld / sizeof *withheld; i++)
			if (strcmp(withheld[i], column) == 0)
				return true;
	return false;
}

const char *tell_taught(note *n, const taught *r, const char *column, told_as as)
{
	relais_document *d = n->document;
	char year[16];
	number exact;

	if (taught_number(r, column, &exact))
		return tell_reckoned(n, r->group, column, exact, as);
	if (!is_withheld(r, column) && !taught_has_flag(r, 'm'))
		return document_copy(d, "–");
	if (!is_withheld(r, column)) {
		n->teller.signs |= SIGN_MISSING;
		return document_say(d, "n/a");
	}
	relais_period_print(n->month, year);
	n->teller.signs |= SIGN_SECRET;
	document_figure(d, n->teller.section, column, NULL, r->group, year, NULL, "s");
	return document_copy(d, "s");
}
