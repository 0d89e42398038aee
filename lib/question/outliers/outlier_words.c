/* SPDX-License-Identifier: MIT
 * What a finding says to the person who will ring the office: one sentence, numbers as people of
 * that language write them.
 */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "../../base/words.h"
#include "outliers.h"

enum { DECIMALS = 6, SAID = NUMBER_SIZE * 2 };

static const char *const names[OUTLIER_RULE_COUNT] = {
	[OUTLIER_BELOW] = "below-minimum",
	[OUTLIER_ABOVE] = "above-maximum",
	[OUTLIER_HIGH] = "unusually-high",
	[OUTLIER_YEAR_RATIO] = "year-ratio",
	[OUTLIER_STRATUM] = "stratum-change",
	[OUTLIER_POWER] = "power-of-ten",
	[OUTLIER_SAME_YEAR] = "same-as-year-before",
	[OUTLIER_SAME_BEFORE] = "same-as-period-before",
	[OUTLIER_PART] = "part-over-whole",
	[OUTLIER_CLOSED] = "closed-month",
	[OUTLIER_PEAK] = "zero-in-peak",
	[OUTLIER_MONTHS] = "year-not-months",
	[OUTLIER_TUKEY] = "tukey",
	[OUTLIER_MODZ] = "modz",
	[OUTLIER_ESD] = "esd",
};

/* {value}: the figure; {other} and {when}: what it was held against, and where that is from; {low},
 * {high}: the bounds; {n}: how many figures. */
static const char *const sentences[OUTLIER_RULE_COUNT] = {
	[OUTLIER_BELOW] = N_("{value} is below {low}, the least it can be"),
	[OUTLIER_ABOVE] = N_("{value} is above {high}, the most it can be"),
	[OUTLIER_HIGH] = N_("{value} is above {high}, the most that is usual"),
	[OUTLIER_YEAR_RATIO] =
		N_("{value} against {other} in {when}: three times as much or more"),
	[OUTLIER_STRATUM] = N_(
		"{value} against {other} in {when}: as the {n} offices alike moved, between {low} and {high} would be expected"),
	[OUTLIER_POWER] = N_(
		"{value} against {other} in {when}: a zero or a decimal mark out of place, or figures in thousands?"),
	[OUTLIER_SAME_YEAR] =
		N_("{value}, the very figure of {when}: was last year's sent again?"),
	[OUTLIER_SAME_BEFORE] =
		N_("{value}, the very figure of {when}: was the period before sent again?"),
	[OUTLIER_PART] =
		N_("{value} is more than {other}, the whole it is a part of ({whole})"),
	[OUTLIER_CLOSED] =
		N_("{value} in a month in which the office said it was closed in {when}"),
	[OUTLIER_PEAK] = N_(
		"0 in a month of high season: it was {other} in {when}; a closed month is said with the flag z"),
	[OUTLIER_MONTHS] = N_("{value} for the year, and its twelve months make {other}"),
	[OUTLIER_TUKEY] = N_(
		"{value} is outside {low} to {high}, the fences around the quartiles of {n} figures"),
	[OUTLIER_MODZ] = N_(
		"{value} is outside {low} to {high}, 3.5 robust deviations around the median of {n} figures"),
	[OUTLIER_ESD] = N_(
		"{value} is too far from the mean of the others for chance (test of Rosner at 5 %, {n} figures)"),
};

static const char a_third[] = N_("{value} against {other} in {when}: a third or less");

static const char *sentence(const finding *f)
{
	return f->rule == OUTLIER_YEAR_RATIO && f->score < 1 ? a_third : sentences[f->rule];
}

const char *outlier_name(int rule)
{
	return names[rule];
}

static bool from_double(double x, number *out)
{
	double fine = x * 1e6;

	if (!isfinite(x) || fabs(x) >= 9e18)
		return false;
	*out = fabs(fine) < 9e18 ? (number){ llround(fine), DECIMALS }
				 : (number){ llround(x), 0 };
	return true;
}

const char *outlier_number(double x, char out[NUMBER_SIZE])
{
	number n;

	if (!from_double(x, &n))
		return NULL;
	number_print(n, out);
	return out;
}

static const char *label(const item *i, relais_lang lang)
{
	const char *own = lang == RELAIS_FR ? i->about.label_fr : i->about.label_en;

	return own ? own : i->about.code;
}

static void say_double(double x, int places, relais_lang lang, char out[SAID])
{
	number n;

	out[0] = '\0';
	if (from_double(x, &n))
		number_format(n, places, lang, false, out);
}

typedef struct word {
	const char *name, *is;
} word;

/* The words of a sentence that are in braces are said in full. */
static void fill(text *out, const char *sentence, const word *known)
{
	for (const char *p = sentence; *p;) {
		const word *w = known;

		while (*p == '{' && w->name && strncmp(p, w->name, strlen(w->name)) != 0)
			w++;
		if (*p == '{' && w->name) {
			text_add(out, w->is);
			p += strlen(w->name);
		} else {
			text_add_char(out, *p++);
		}
	}
}

static int places_of(number n)
{
	return n.decimals > 2 ? 2 : n.decimals;
}

void outlier_detail(const search *s, const finding *f, text *out)
{
	relais_lang lang = s->study->lang;
	char value[SAID], other[SAID], low[SAID], high[SAID], count[24], when[48] = "";
	const word known[] = { { "{value}", value }, { "{other}", other }, { "{when}", when },
		{ "{low}", low }, { "{high}", high }, { "{n}", count },
		{ "{whole}", f->other_what ? label(f->other_what, lang) : "" },
		{ "{why}", f->why ? f->why : "" }, { NULL, NULL } };

	number_format(f->value, places_of(f->value), lang, false, value);
	number_format(f->other, places_of(f->other), lang, false, other);
	say_double(f->low, places_of(f->value), lang, low);
	say_double(f->high, places_of(f->value), lang, high);
	snprintf(count, sizeof count, "%" PRIu32, f->n);
	if (f->other_period)
		period_format(f->other_period, lang, when);
	text_clear(out);
	fill(out, words(lang, sentence(f)), known);
	if (f->why)
		fill(out, words(lang, "; confirmed: {why}"), known);
}
