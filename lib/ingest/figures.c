/* SPDX-License-Identifier: MIT
 * From records to figures. One record of a long file is one figure; of a wide one, a figure per
 * column. A number like 1,234 is kept aside until the file has shown, elsewhere, what its
 * comma means.
 */
#include "figures.h"

#include <stdlib.h>
#include <string.h>

#include "../base/date.h"
#include "../base/error.h"
#include "../base/period.h"
#include "../base/text.h"
#include "layout_try.h"
#include "made.h"

enum { OLD_YEARS = 15, WORD_SIZE = 64 };

struct figures {
	relais_store *store;
	const layout *layout;
	directories *known;
	const relais_import_options *options;
	told *told;
	maker maker;
	limits_table limits;
	staging *staging;
	int64_t office, indicator; /* constants given by the options, 0: by column */
	char period_text[WORD_SIZE]; /* the last period read, and what it was */
	relais_period period;
	uint64_t points, commas; /* decimal marks seen for certain */
	uint64_t unclear;
	stmt *put_aside;
};

/* Where a figure stands and what it is about. */
typedef struct about {
	int64_t office, indicator;
	relais_period period;
	spot at;
} about;

static const char aside_table[] =
	"CREATE TEMP TABLE IF NOT EXISTS aside(\n"
	"  line INTEGER, field INTEGER, indicator INTEGER, period INTEGER, office INTEGER,\n"
	"  units INTEGER, mark TEXT, spelled TEXT);\n"
	"DELETE FROM temp.aside";
static const char aside_insert[] =
	"INSERT INTO temp.aside VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";

static relais_status constants(figures *f, relais_error *err)
{
	const relais_import_options *o = f->options;
	spot nowhere = { 0, 0 };

	if (o->office && !(f->office = maker_office(&f->maker, o->office, nowhere)))
		return fail(
			err, RELAIS_E_USAGE, "unknown office '%s'%s", o->office, f->maker.near);
	if (o->indicator && !(f->indicator = maker_indicator(&f->maker, o->indicator, nowhere)))
		return fail(err, RELAIS_E_USAGE, "unknown indicator '%s'%s", o->indicator,
			f->maker.near);
	if (o->period.from && o->period.from != o->period.to)
		return fail(
			err, RELAIS_E_USAGE, "the period of a file is one period, not a range");
	return f->maker.failed;
}

relais_status figures_open(figures **out, relais_store *store, int64_t batch, const layout *l,
	directories *known, const relais_import_options *options, told *t, relais_error *err)
{
	figures *f = calloc(1, sizeof *f);
	relais_status rc;

	*out = NULL;
	if (!f)
		return fail_memory(err);
	*f = (figures){
		.store = store, .layout = l, .known = known, .options = options, .told = t
	};
	rc = limits_load(&f->limits, store, err);
	if (rc == RELAIS_OK)
		rc = maker_open(&f->maker, store, batch, known, &f->limits, options, t, err);
	if (rc == RELAIS_OK)
		rc = constants(f, err);
	if (rc == RELAIS_OK)
		rc = store_execute(store, aside_table, err);
	if (rc == RELAIS_OK)
		rc = stmt_prepare(&f->put_aside, store, aside_insert, err);
	if (rc == RELAIS_OK)
		rc = staging_open(&f->staging, store, batch, &f->limits, &known->offices,
			&known->indicators, t, err);
	if (rc != RELAIS_OK) {
		figures_close(f);
		return rc;
	}
	*out = f;
	return RELAIS_OK;
}

void figures_close(figures *f)
{
	if (!f)
		return;
	staging_close(f->staging);
	stmt_free(f->put_aside);
	maker_close(&f->maker);
	limits_free(&f->limits);
	free(f);
}

/* ---- values ---------------------------------------------------------------- */

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

static relais_status stage_number(
	figures *f, const about *a, number n, const char *cell, relais_error *err)
{
	const char *code = codes_spell(&f->known->indicators, a->indicator);

	if (!limits_check(&f->limits.by_id[a->indicator], &n, cell, code, f->told, a->at))
		return RELAIS_OK;
	return stage(f, a, (staged){ .value = n.units, .decimals = (uint8_t)n.decimals }, err);
}

/* Read as a decimal, 1,234 is 1234 units of three decimals; as thousands, of none. */
static relais_status set_aside(
	figures *f, const about *a, number n, const char *cell, relais_error *err)
{
	stmt *s = f->put_aside;

	f->unclear++;
	stmt_bind_int_at(s, 1, (int64_t)a->at.line);
	stmt_bind_int_at(s, 2, (int64_t)a->at.column);
	stmt_bind_int_at(s, 3, a->indicator);
	stmt_bind_int_at(s, 4, a->period);
	stmt_bind_int_at(s, 5, a->office);
	stmt_bind_int_at(s, 6, n.units);
	stmt_bind_text_at(s, 7, strchr(cell, ',') ? "," : ".");
	stmt_bind_text_at(s, 8, cell);
	return stmt_run(s, err);
}

/* 1.234 to 999.999: what the point means depends on the file. */
static bool is_unclear(number n)
{
	return n.decimals == 3 && (n.units >= 1000 || n.units <= -1000) && n.units < 1000000 &&
	       n.units > -1000000;
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
			"'%s' has more than %d decimals", cell, NUMBER_MAX_DECIMALS);
		break;
	case NUMBER_TOO_BIG:
		told_reject(f->told, a->at, "number-too-big", "'%s' is too big", cell);
		break;
	default:
		told_reject(f->told, a->at, "not-a-number",
			"'%s' is not a number: %s needs digits, or n.d. when the figure is missing",
			cell, code);
	}
}

static void count_marks(figures *f, const char *cell, number n)
{
	if (n.decimals == 0)
		return;
	if (strchr(cell, ','))
		f->commas++;
	else
		f->points++;
}

static relais_status take_odd(
	figures *f, const about *a, const char *cell, size_t length, relais_error *err)
{
	staged absent = { .state = STATE_MISSING };
	number n;
	number_reading how = number_read(cell, length, 0, &n);
	state why;

	switch (how) {
	case NUMBER_READ: count_marks(f, cell, n); return stage_number(f, a, n, cell, err);
	case NUMBER_AMBIGUOUS: return set_aside(f, a, n, cell, err);
	case NUMBER_BLANK: absent.is_blank = 1; return stage(f, a, absent, err);
	case NUMBER_ABSENT: return stage(f, a, absent, err);
	default: break;
	}
	why = read_state(cell);
	if (why == STATE_VALUE) {
		reject_cell(f, a, how, cell);
		return RELAIS_OK;
	}
	absent.state = (uint8_t)why;
	return stage(f, a, absent, err);
}

/* The value cell of a figure; `flag` (may be "") tells why an empty one is empty. */
static relais_status take_value(figures *f, const about *a, const char *cell, size_t length,
	const char *flag, relais_error *err)
{
	number n;

	if (number_read_plain(cell, length, &n)) {
		if (f->layout->is_ours || !is_unclear(n)) {
			f->points += n.decimals > 0;
			return stage_number(f, a, n, cell, err);
		}
		return set_aside(f, a, n, cell, err);
	}
	if (length == 0 && *flag) {
		state why = read_state(flag);

		if (why != STATE_VALUE)
			return stage(f, a, (staged){ .state = (uint8_t)why }, err);
	}
	return take_odd(f, a, cell, length, err);
}

/* ---- periods --------------------------------------------------------------- */

static bool is_future(const figures *f, relais_period p)
{
	return period_first_day(p) > f->options->today;
}

static bool check_period(figures *f, relais_period p, const char *spelled, spot at)
{
	int year, month, day;

	if (is_future(f, p)) {
		told_reject(f->told, at, "future-period", "'%s' has not begun yet", spelled);
		return false;
	}
	day_split(f->options->today, &year, &month, &day);
	if (period_year(p) < year - OLD_YEARS)
		told_warn(f->told, at, "old-period",
			"'%s' is more than %d years ago: is it right?", spelled, OLD_YEARS);
	return true;
}

/* A year said by the row, the option, or above the headings. */
static int year_of(const figures *f, const record *r)
{
	size_t field = f->layout->at[OBS_YEAR];
	relais_period p;

	if (field != LAYOUT_NONE && field < r->count &&
		period_read(r->fields[field], r->lengths[field], &p))
		return period_year(p);
	if (f->options->period.from)
		return period_year(f->options->period.from);
	return f->layout->year > 0 ? f->layout->year : 0;
}

static relais_period of_month(
	figures *f, const record *r, int month, const char *spelled, spot at)
{
	int year = year_of(f, r);

	if (year > 0)
		return period_make(year, month);
	told_reject(
		f->told, at, "no-year", "'%s' needs its year: give -p and the year", spelled);
	return 0;
}

/* The period of a record; 0: said and rejected. */
static relais_period read_period(figures *f, const record *r, spot at)
{
	size_t field = f->layout->at[OBS_PERIOD];
	const char *cell = field != LAYOUT_NONE && field < r->count ? r->fields[field] : "";
	size_t length = strlen(cell);
	relais_period p;
	int month;

	at.column = field == LAYOUT_NONE ? 0 : field + 1;
	if (length > 0 && length < WORD_SIZE && !strcmp(cell, f->period_text))
		return f->period;
	if (field == LAYOUT_NONE || length == 0) {
		if (field == LAYOUT_NONE && f->layout->at[OBS_YEAR] != LAYOUT_NONE)
			return period_make(year_of(f, r), SLOT_YEAR);
		if (f->options->period.from)
			return f->options->period.from;
		told_reject(f->told, at, "no-period", "the line does not say its period");
		return 0;
	}
	if (!period_read(cell, length, &p)) {
		if ((month = month_read(cell, length)) > 0 ||
			(f->layout->at[OBS_YEAR] != LAYOUT_NONE && (month = atoi(cell)) > 0 &&
				month <= 12)) {
			p = of_month(f, r, month, cell, at);
			return p && check_period(f, p, cell, at) ? p : 0;
		}
		told_reject(f->told, at, "bad-period",
			"'%s' is not a period: write 2024-08 or août 2024", cell);
		return 0;
	}
	if (!check_period(f, p, cell, at))
		return 0;
	if (length < WORD_SIZE) {
		memcpy(f->period_text, cell, length + 1);
		f->period = p;
	}
	return p;
}

/* ---- records ---------------------------------------------------------------- */

static const char *field_text(const record *r, size_t field)
{
	return field != LAYOUT_NONE && field < r->count ? r->fields[field] : "";
}

/* Figures a record was meant to bring. */
static size_t figures_in(const layout *l)
{
	size_t n = 0;

	if (l->shape == SHAPE_LONG)
		return 1;
	for (size_t i = 0; i < l->count; i++)
		n += l->columns[i].role == ROLE_ACROSS || l->columns[i].role == ROLE_NEW;
	return n;
}

static int64_t read_office(figures *f, const record *r, spot at)
{
	size_t field = f->layout->at[OBS_OFFICE];

	if (f->office)
		return f->office;
	at.column = field + 1;
	return maker_office(&f->maker, field_text(r, field), at);
}

static int64_t read_indicator(figures *f, const record *r, spot at)
{
	size_t field = f->layout->at[OBS_INDICATOR];

	if (f->indicator)
		return f->indicator;
	at.column = field + 1;
	return maker_indicator(&f->maker, field_text(r, field), at);
}

static relais_status take_across(
	figures *f, const record *r, about a, relais_summary *summary, relais_error *err)
{
	const layout *l = f->layout;
	relais_status rc = RELAIS_OK;

	for (size_t i = 0; i < l->count && i < r->count && rc == RELAIS_OK; i++) {
		const layout_column *c = &l->columns[i];

		if (c->role != ROLE_ACROSS && c->role != ROLE_NEW)
			continue;
		a.at.column = i + 1;
		if (l->shape == SHAPE_PERIODS) {
			a.period = (relais_period)c->which;
			if (c->which <= 12 &&
				!(a.period = of_month(f, r, (int)c->which, c->heading, a.at))) {
				summary->read++;
				continue;
			}
			if (r->lengths[i] == 0 && is_future(f, a.period))
				continue; /* months to come stand empty in a year's grid */
			if (!check_period(f, a.period, c->heading, a.at)) {
				summary->read++;
				continue;
			}
		} else {
			a.indicator = c->role == ROLE_ACROSS
					      ? c->which
					      : maker_indicator(&f->maker, c->heading, a.at);
			if (!a.indicator) {
				summary->read++;
				continue;
			}
		}
		summary->read++;
		rc = take_value(f, &a, r->fields[i], r->lengths[i], "", err);
	}
	return rc;
}

/* Counts the figures of a record that cannot be placed: one is already counted. */
static relais_status drop(figures *f, relais_summary *summary, uint64_t already)
{
	size_t n = figures_in(f->layout);

	summary->read += n;
	f->told->rejected += n - (f->told->rejected - already);
	return f->maker.failed;
}

relais_status figures_take(
	figures *f, const record *r, relais_summary *summary, relais_error *err)
{
	const layout *l = f->layout;
	about a = { .at = { r->line, 0 } };
	uint64_t already = f->told->rejected;

	if (!(a.office = read_office(f, r, a.at)))
		return drop(f, summary, already);
	if (l->shape != SHAPE_INDICATORS && !(a.indicator = read_indicator(f, r, a.at)))
		return drop(f, summary, already);
	if (l->shape != SHAPE_PERIODS && !(a.period = read_period(f, r, a.at)))
		return drop(f, summary, already);
	if (l->shape != SHAPE_LONG)
		return take_across(f, r, a, summary, err);
	summary->read++;
	a.at.column = l->at[OBS_VALUE] + 1;
	return take_value(f, &a, field_text(r, l->at[OBS_VALUE]),
		l->at[OBS_VALUE] < r->count ? r->lengths[l->at[OBS_VALUE]] : 0,
		field_text(r, l->at[OBS_FLAG]), err);
}

/* ---- the end ----------------------------------------------------------------- */

/* What a mark means in this file: ',' or '.' is decimal, 0 when it never showed, or both did. */
static char decimal_mark(const figures *f)
{
	if (f->commas > 0 && f->points == 0)
		return ',';
	return f->points > 0 && f->commas == 0 ? '.' : 0;
}

static relais_status settle(figures *f, const stmt *s, relais_error *err)
{
	about a = { .at = { (unsigned long)stmt_int(s, 0), (unsigned long)stmt_int(s, 1) },
		.indicator = stmt_int(s, 2),
		.period = (relais_period)stmt_int(s, 3),
		.office = stmt_int(s, 4) };
	char mark = stmt_text(s, 6)[0], decimal = decimal_mark(f);
	const char *cell = stmt_text(s, 7);
	number n = { stmt_int(s, 5), decimal && decimal != mark ? 0 : 3 };

	if (!decimal && f->limits.by_id[a.indicator].is_count) {
		told_reject(f->told, a.at, "num-ambiguous",
			"'%s' can be read two ways: write it without a thousands mark", cell);
		return RELAIS_OK;
	}
	if (!decimal)
		told_warn(
			f->told, a.at, "num-decimal", "'%s' is read as a decimal number", cell);
	return stage_number(f, &a, n, cell, err);
}

relais_status figures_finish(figures *f, relais_summary *summary, relais_error *err)
{
	staging_counts counts;
	relais_status rc = f->maker.failed;
	stmt *s;

	if (rc == RELAIS_OK && f->unclear > 0) {
		if ((rc = stmt_prepare(&s, f->store,
			     "SELECT * FROM temp.aside ORDER BY line, field", err)) !=
			RELAIS_OK)
			return rc;
		while ((rc = stmt_step(s, err)) == RELAIS_OK)
			if ((rc = settle(f, s, err)) != RELAIS_OK)
				break;
		stmt_free(s);
		rc = rc == RELAIS_END ? RELAIS_OK : rc;
	}
	if (rc != RELAIS_OK || (rc = staging_finish(f->staging, &counts, err)) != RELAIS_OK)
		return rc;
	summary->created += counts.created;
	summary->revised += counts.revised;
	summary->unchanged += counts.unchanged;
	return RELAIS_OK;
}
