/* SPDX-License-Identifier: MIT
 * Cells of registers and journals: read by the type of their column.
 */
#include "cell.h"

#include <string.h>

#include "../../base/date.h"
#include "../../base/error.h"
#include "../../base/number.h"
#include "../../base/period.h"
#include "../../base/text.h"
#include "../../base/words.h"
#include "cell_code.h"
#include "cell_measure.h"
#include "cell_plan.h"
#include "label_row.h"

relais_status directories_load(directories *d, relais_store *store, relais_error *err)
{
	relais_status rc;

	*d = (directories){ 0 };
	if ((rc = codes_load(&d->offices, store, codes_of_offices, err)) != RELAIS_OK ||
		(rc = codes_load(&d->indicators, store, codes_of_indicators, err)) !=
			RELAIS_OK ||
		(rc = codes_load(&d->territories, store, codes_of_territories, err)) !=
			RELAIS_OK ||
		(rc = codes_load(&d->partners, store, codes_of_partners, err)) != RELAIS_OK ||
		(rc = codes_load(&d->agreements, store, codes_of_agreements, err)) !=
			RELAIS_OK ||
		(rc = codes_load(&d->resolutions, store, codes_of_resolutions, err)) !=
			RELAIS_OK)
		return rc;
	return codes_load(&d->sessions, store, codes_of_sessions, err);
}

void directories_free(directories *d)
{
	codes_free(&d->offices);
	codes_free(&d->indicators);
	codes_free(&d->territories);
	codes_free(&d->resolutions);
	codes_free(&d->partners);
	codes_free(&d->agreements);
	codes_free(&d->sessions);
}

const codes *cell_directory(const directories *known, cell_type type)
{
	switch (type) {
	case CELL_OFFICE:
	case CELL_OFFICES: return &known->offices;
	case CELL_INDICATOR: return &known->indicators;
	case CELL_TERRITORY: return &known->territories;
	case CELL_RESOLUTION:
	case CELL_RESOLUTIONS: return &known->resolutions;
	case CELL_PARTNER:
	case CELL_PARTNERS: return &known->partners;
	case CELL_AGREEMENT: return &known->agreements;
	case CELL_SESSION: return &known->sessions;
	default: return NULL;
	}
}

static bool copy(const char *from, char *out, size_t size)
{
	size_t n = strlen(from);

	if (n >= size)
		return false;
	memcpy(out, from, n + 1);
	return true;
}

bool cell_read_reference(const kind_column *column, const char *cell, const codes *known,
	told *t, spot at, char *out, size_t size)
{
	int64_t id = codes_find(known, cell, strlen(cell));
	char near[256];

	if (id > 0)
		return copy(codes_spell(known, id), out, size);
	if (id == CODES_SEVERAL) {
		told_reject(t, at, "ambiguous-name",
			"%s '%s' is the name of several: give its code", column->name, cell);
		return false;
	}
	codes_suggest(known, cell, t->lang, near, sizeof near);
	if (*near)
		told_reject(
			t, at, "unknown-code", "unknown %s '%s'%s", column->name, cell, near);
	else
		told_reject(t, at, "unknown-code",
			"unknown %s '%s': correct it, or import first the file that registers it",
			column->name, cell);
	return false;
}

static bool read_day(const kind_column *column, const char *cell, told *t, spot at, char *out)
{
	relais_day day;

	if (day_read(cell, strlen(cell), &day)) {
		relais_day_print(day, out);
		return true;
	}
	told_reject(t, at, "bad-date", "%s '%s' is not a date: write 31/08/2024 or 2024-08-31",
		column->name, cell);
	return false;
}

static bool read_period(
	const kind_column *column, const char *cell, told *t, spot at, char *out)
{
	relais_period p;

	if (period_read(cell, strlen(cell), &p)) {
		relais_period_print(p, out);
		return true;
	}
	told_reject(t, at, "bad-period", "%s '%s' is not a period: write 2024-08 or août 2024",
		column->name, cell);
	return false;
}

/* A period stands for its first day. */
static bool read_since(const kind_column *column, const char *cell, told *t, spot at, char *out)
{
	relais_period p;
	relais_day day;

	if (day_read(cell, strlen(cell), &day)) {
		relais_day_print(day, out);
		return true;
	}
	if (period_read(cell, strlen(cell), &p)) {
		relais_day_print(period_first_day(p), out);
		return true;
	}
	told_reject(t, at, "bad-date",
		"%s '%s' is neither a day nor a period: write 2024-03-15, or 2024-03",
		column->name, cell);
	return false;
}

static bool is_whole(number n, number *out)
{
	bool lossy = false;

	return number_rescale(n, 0, out, &lossy) && !lossy;
}

/* Coordinates come with ten decimals and more: the sixth is a tenth of a metre. */
static number_reading read_coarsely(const char *cell, number *out)
{
	char cut[64];
	const char *mark = strpbrk(cell, ".,");
	size_t n = mark ? (size_t)(mark - cell) + 1 + NUMBER_MAX_DECIMALS : 0;
	number_reading how;

	if (!mark || strlen(cell) <= n || n >= sizeof cut)
		return NUMBER_TOO_FINE;
	memcpy(cut, cell, n);
	cut[n] = '\0';
	how = number_read(cut, n, *mark, out);
	if (how == NUMBER_READ && cell[n] >= '5' && cell[n] <= '9' &&
		number_rescale(*out, NUMBER_MAX_DECIMALS, out, NULL))
		out->units += cell[0] == '-' ? -1 : 1;
	return how;
}

static bool read_number(
	const kind_column *column, const char *cell, told *t, spot at, char *out)
{
	number n;
	number_reading how = number_read(cell, strlen(cell), 0, &n);

	if (how == NUMBER_TOO_FINE && column->type == CELL_DECIMAL)
		how = read_coarsely(cell, &n);
	if (how == NUMBER_ABSENT) {
		out[0] = '\0';
		return true;
	}
	if (how != NUMBER_READ && how != NUMBER_AMBIGUOUS) {
		told_reject(t, at, "bad-number", "%s '%s' is not a number: write digits alone",
			column->name, cell);
		return false;
	}
	if (column->type == CELL_DECIMAL) {
		number_print(n, out);
		return true;
	}
	if (how == NUMBER_AMBIGUOUS || !is_whole(n, &n)) {
		told_reject(t, at, "not-whole",
			"%s '%s' is not a whole number: it is counted in units", column->name,
			cell);
		return false;
	}
	number_print(n, out);
	return true;
}

static bool read_yesno(const kind_column *column, const char *cell, told *t, spot at, char *out)
{
	static const choice answers[] = {
		{ "1", "oui|o|yes|y|vrai|true|x" },
		{ "0", "non|n|no|faux|false" },
		{ NULL, NULL },
	};
	const char *code = choice_code(answers, cell);

	if (code)
		return copy(code, out, 2);
	told_reject(t, at, "bad-choice", "%s '%s': write oui or non", column->name, cell);
	return false;
}

static bool read_choice(
	const kind_column *column, const char *cell, told *t, spot at, char *out, size_t size)
{
	const char *code = choice_code(column->choices, cell);
	const char *known[16];
	char near[256], list[256];
	size_t n = 0;

	if (code)
		return copy(code, out, size);
	for (const choice *c = column->choices; c->code && n + 1 < sizeof known / sizeof *known;
		c++)
		known[n++] = c->code;
	known[n] = NULL;
	relais_suggest(cell, known, t->lang, near, sizeof near);
	for (size_t i = 0, used = 0; i < n && used < sizeof list - 1; i++)
		used += (size_t)snprintf(
			list + used, sizeof list - used, "%s%s", i ? ", " : "", known[i]);
	told_reject(t, at, "bad-choice", "%s '%s' is none of its values (%s)%s", column->name,
		cell, list, near);
	return false;
}

/* Offices write n.d. or - where nothing is known; in free text those may be words. */
static bool says_nothing(cell_type type, const char *cell)
{
	number unused;
	bool is_free = type == CELL_TEXT || type == CELL_CODE;

	return !*cell ||
	       (!is_free && number_read(cell, strlen(cell), 0, &unused) == NUMBER_ABSENT);
}

/* What keeps a spreadsheet from taking text for a formula is not part of the text: one
 * apostrophe before a run of them (or none) and one of these. Our own CSV writes it. */
static bool is_guarded(const char *cell)
{
	cell += strspn(cell, "'");
	return *cell && strchr("=+-@\t\r", *cell);
}

bool cell_read(const kind_column *column, const char *cell, const directories *known, told *t,
	spot at, char *out, size_t size)
{
	if (says_nothing(column->type, cell)) {
		out[0] = '\0';
		return true;
	}
	if (cell_is_identifier(column->type))
		return cell_read_identifier(column, cell, t, at, out, size);
	if (cell_is_plan(column->type))
		return cell_read_plan(column, cell, known, t, at, out, size);
	if (cell_is_measure(column->type))
		return cell_read_measure(column, cell, t, at, out, size);
	switch (column->type) {
	case CELL_DAY: return read_day(column, cell, t, at, out);
	case CELL_PERIOD: return read_period(column, cell, t, at, out);
	case CELL_SINCE: return read_since(column, cell, t, at, out);
	case CELL_DECIMAL:
	case CELL_INTEGER:
	case CELL_DECIMALS: return read_number(column, cell, t, at, out);
	case CELL_YESNO: return read_yesno(column, cell, t, at, out);
	case CELL_SCHEME: return cell_read_scheme(column, cell, t, at, out, size);
	case CELL_LABEL: return cell_read_label(column, cell, t, at, out, size);
	case CELL_CHOICE: return read_choice(column, cell, t, at, out, size);
	case CELL_OFFICE:
	case CELL_INDICATOR:
	case CELL_TERRITORY:
	case CELL_RESOLUTION:
	case CELL_PARTNER:
	case CELL_AGREEMENT:
	case CELL_SESSION:
		return cell_read_reference(
			column, cell, cell_directory(known, column->type), t, at, out, size);
	case CELL_OFFICES:
	case CELL_RESOLUTIONS:
	case CELL_PARTNERS:
		return cell_read_list(
			column, cell, cell_directory(known, column->type), t, at, out, size);
	case CELL_ZONE:
		if (choice_code(column->choices, cell))
			return copy(choice_code(column->choices, cell), out, size);
		break;
	default: break;
	}
	if (cell[0] == '\'' && is_guarded(cell))
		cell++;
	if (copy(cell, out, size))
		return true;
	told_reject(t, at, "text-too-long", "%s is longer than %zu bytes: shorten it",
		column->name, size - 1);
	return false;
}
