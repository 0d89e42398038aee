/* SPDX-License-Identifier: MIT
 * The value cell of a figure: a number, a word that says why there is none, or a fault. What can
 * be read two ways is put aside until the file is known (figure_aside.c). The heading's unit holds
 * for cells that have none of their own.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../../base/text.h"
#include "figures_inside.h"
#include "../layout/insight.h"

/* Words that say why there is no figure; STATE_VALUE when it is none of them. */
static state read_state(const char *cell)
{
	static const struct {
		const char *words;
		state state;
	} all[] = {
		{ "z|ferme|fermee|closed|zero structurel|fermeture", STATE_ZERO },
		{ "m|manquant|missing|non renseigne|non communique|non disponible",
			STATE_MISSING },
		{ "n|non concerne|sans objet|not concerned|s o|so", STATE_NOT_CONCERNED },
		{ "d|refus|refuse|refused|declined", STATE_REFUSED },
	};
	char folded[WORD_SIZE];

	text_fold(cell, folded, sizeof folded);
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (alias_matches(all[i].words, folded))
			return all[i].state;
	return STATE_VALUE;
}

static relais_status stage(figures *f, const about *a, staged figure, relais_error *err)
{
	figure.line = (uint32_t)a->at.line;
	return staging_add(f->staging, a->indicator, a->period, a->office, &figure, err);
}

static bool has_own_unit(const char *cell)
{
	return strchr(cell, '%') || strstr(cell, "€") || strstr(cell, "EUR") ||
	       strstr(cell, "euros");
}

bool is_computed(const figures *f, const char *cell, number *out)
{
	return f->layout->is_workbook &&
	       number_read(cell, strlen(cell), '.', out) == NUMBER_TOO_FINE &&
	       number_read_long(cell, strcspn(cell, "%"), 0, NUMBER_MAX_DECIMALS, out);
}

/* Once, to the decimals that are kept: of a count, enough to see that it is none. */
static bool round_computed(figures *f, const about *a, number *n, const char *cell)
{
	const limits *l = &f->limits.by_id[a->indicator];
	int power = has_own_unit(cell) ? 0 : a->unit.scale;
	int decimals = l->is_new || l->is_count ? NUMBER_MAX_DECIMALS : l->decimals;

	if (!number_read_long(cell, strcspn(cell, "%"), power, decimals, n))
		return false;
	if (!(l->is_count && n->units % 1000000) && is_first_rounded(f, a))
		told_note(f->told, a->at, "computed-decimals",
			"'%s' was computed with more decimals than are kept: it is rounded, and so are others of its column",
			cell);
	return true;
}

/* "12" under (k€) is 12 k€. False: too big, said and rejected. */
static bool apply_unit(
	figures *f, const about *a, number *n, const char **cell, char *out, size_t size)
{
	if (a->is_computed && !round_computed(f, a, n, *cell)) {
		told_reject(f->told, a->at, "number-too-big",
			"'%s' is too big: did two numbers run together?", *cell);
		return false;
	}
	if (a->unit.what == UNIT_NONE || has_own_unit(*cell))
		return true;
	if (!a->is_computed && !number_shift(*n, a->unit.scale, n)) {
		told_reject(f->told, a->at, "number-too-big",
			"'%s' is too big: did two numbers run together?", *cell);
		return false;
	}
	if (a->unit.what != UNIT_FRACTION && (a->unit.scale || a->unit.what != UNIT_NUMBER)) {
		snprintf(out, size, "%s %s", *cell, unit_name(a->unit));
		*cell = out;
	}
	return true;
}

/* The column's, else the one said above the headings where it makes sense. */
static unit unit_of(const figures *f, const about *a)
{
	const limits *l = &f->limits.by_id[a->indicator];
	unit title = f->layout->unit;
	bool fits = title.what == UNIT_MONEY ? l->may_euro || l->is_new
					     : title.what == UNIT_NUMBER && !l->is_percent;

	return a->unit.what || !fits ? a->unit : title;
}

relais_status stage_number(
	figures *f, const about *where, number n, const char *cell, relais_error *err)
{
	about said = *where, *a = &said;
	limits *l = &f->limits.by_id[a->indicator];
	char spelled[WORD_SIZE * 2];

	if (!l->code)
		l->code = codes_spell(&f->known->indicators, a->indicator);
	said.unit = unit_of(f, where);
	if (!apply_unit(f, a, &n, &cell, spelled, sizeof spelled) ||
		!limits_check(l, &n, cell, l->code, f->told, a->at))
		return RELAIS_OK;
	return stage(f, a, (staged){ .value = n.units, .decimals = (uint8_t)n.decimals }, err);
}

/* 1.234 to 999.999: what the point means depends on the file. */
static bool is_thousandths(number n)
{
	return n.decimals == 3 && (n.units >= 1000 || n.units <= -1000) && n.units < 1000000 &&
	       n.units > -1000000;
}

bool is_unclear(const char *cell, size_t length)
{
	number n;

	if (number_read_plain(cell, length, &n))
		return is_thousandths(n);
	return number_read(cell, length, 0, &n) == NUMBER_AMBIGUOUS;
}

/* In percent, what waits is above one either way. */
static relais_status wait_for_mark(
	figures *f, const about *a, number n, const char *cell, relais_error *err)
{
	(void)waits_for_percent(f, a, n, cell);
	return set_aside(f, a, cell, err);
}

static relais_status take_number(
	figures *f, const about *a, number n, const char *cell, relais_error *err)
{
	if (f->limits.by_id[a->indicator].is_percent && waits_for_percent(f, a, n, cell))
		return set_aside(f, a, cell, err);
	return stage_number(f, a, n, cell, err);
}

static void reject_cell(figures *f, const about *a, number_reading how, const char *cell)
{
	const char *code = codes_spell(&f->known->indicators, a->indicator);

	switch (how) {
	case NUMBER_BROKEN:
		told_reject(f->told, a->at, "broken-cell",
			"'%s' is a spreadsheet error, not a figure: mend the cell and export again",
			cell);
		break;
	case NUMBER_TOO_FINE:
		told_reject(f->told, a->at, "too-many-decimals",
			"'%s' has more than %d decimals: round it", cell, NUMBER_MAX_DECIMALS);
		break;
	case NUMBER_TOO_BIG:
		told_reject(f->told, a->at, "number-too-big",
			"'%s' is too big: did two numbers run together?", cell);
		break;
	default:
		told_reject(f->told, a->at, "not-a-number",
			"'%s' is not a number: %s needs digits, or n.d. when the figure is missing",
			cell, code);
	}
}

/* 12:30, 12h30, 12 h: hours and minutes, to the hundredth of an hour. */
static bool read_hours(const char *cell, number *out)
{
	char *end;
	long hours, minutes = 0;

	if (*cell < '0' || *cell > '9')
		return false;
	hours = strtol(cell, &end, 10);
	while (*end == ' ')
		end++;
	if (*end != ':' && *end != 'h' && *end != 'H')
		return false;
	end++;
	if (*end >= '0' && *end <= '5' && end[1] >= '0' && end[1] <= '9' && !end[2])
		minutes = strtol(end, &end, 10);
	if (*end || hours > 100000)
		return false;
	return number_ratio(hours * 60 + minutes, 60, 1, 2, out);
}

/* ": c": none, with a letter. */
size_t without_flag(const char *cell, size_t length)
{
	size_t n = length;

	while (n > 0 && length - n < 4 && cell[n - 1] >= 'a' && cell[n - 1] <= 'z')
		n--;
	if (n == length || n < 2 || cell[n - 1] != ' ')
		return length;
	while (n > 0 && cell[n - 1] == ' ')
		n--;
	return n > 0 && ((cell[n - 1] >= '0' && cell[n - 1] <= '9') || cell[n - 1] == ':')
		       ? n
		       : length;
}

static relais_status take_computed(
	figures *f, const about *a, number n, const char *cell, relais_error *err)
{
	about computed = *a;

	computed.is_computed = true;
	note_point(f, a);
	return take_number(f, &computed, n, cell, err);
}

static relais_status take_odd(
	figures *f, const about *a, const char *cell, size_t length, relais_error *err)
{
	staged absent = { .state = STATE_MISSING };
	number n;
	size_t bare = without_flag(cell, length);
	number_reading how = number_read(cell, bare, profile_decimal(f->layout->profile), &n);
	state why;

	if (bare < length && (how == NUMBER_READ || cell[0] == ':'))
		f->flagged++;
	if (bare == 1 && cell[0] == ':')
		return stage(f, a, absent, err);

	if (profile_is_missing(f->layout->profile, cell))
		return stage(f, a, absent, err);
	switch (how) {
	case NUMBER_READ:
		note_marks(f, a, cell);
		insight_number(f->told->insight, cell, n.decimals);
		return take_number(f, a, n, cell, err);
	case NUMBER_AMBIGUOUS: return wait_for_mark(f, a, n, cell, err);
	case NUMBER_BLANK: absent.is_blank = 1; return stage(f, a, absent, err);
	case NUMBER_ABSENT:
		insight_word(f->told->insight, cell, true);
		return stage(f, a, absent, err);
	case NUMBER_TOO_FINE:
		if (is_computed(f, cell, &n))
			return take_computed(f, a, n, cell, err);
		break;
	default: break;
	}
	if (f->limits.by_id[a->indicator].is_duration && read_hours(cell, &n))
		return stage_number(f, a, n, cell, err);
	why = read_state(cell);
	insight_word(f->told->insight, cell, why != STATE_VALUE);
	if (why == STATE_VALUE) {
		reject_cell(f, a, how, cell);
		return RELAIS_OK;
	}
	absent.state = (uint8_t)why;
	return stage(f, a, absent, err);
}

relais_status take_value(figures *f, const about *a, const char *cell, size_t length,
	const char *flag, relais_error *err)
{
	char mark = profile_decimal(f->layout->profile);
	number n;

	if (f->layout->is_ours && !strcmp(flag, "e") && length &&
		!told_refuse(f->told, a->at, "estimated-value",
			"'%s' is an estimate of ours (flag e): only what was collected is kept, take the line out",
			cell))
		return RELAIS_OK;
	if (number_read_plain(cell, length, &n) && (mark != ',' || n.decimals == 0)) {
		if (!f->layout->is_ours && !mark && is_thousandths(n))
			return wait_for_mark(f, a, n, cell, err);
		if (n.decimals > 0)
			note_point(f, a);
		if (f->told->insight)
			insight_number(f->told->insight, cell, n.decimals);
		return take_number(f, a, n, cell, err);
	}
	if (length == 0 && *flag) {
		state why = read_state(flag);

		if (why != STATE_VALUE)
			return stage(f, a, (staged){ .state = (uint8_t)why }, err);
	}
	return take_odd(f, a, cell, length, err);
}
