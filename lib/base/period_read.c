/* SPDX-License-Identifier: MIT
 * Periods as people write them. After the machine's own 2024-08, which is what an importer
 * meets a million times, everything is cut into numbers and at most one word that matters.
 */
#include <string.h>

#include "date.h"
#include "period.h"
#include "scan.h"
#include "text.h"

static int two_digits(const char *s)
{
	unsigned tens = (unsigned)(unsigned char)s[0] - '0';
	unsigned ones = (unsigned)(unsigned char)s[1] - '0';

	return tens < 10 && ones < 10 ? (int)(tens * 10 + ones) : -1;
}

/* 2024 and 2024-08, nothing else. */
static bool read_machine(const char *s, size_t length, relais_period *out)
{
	int century, year, month = 0;

	if (length != 4 && (length != 7 || s[4] != '-'))
		return false;
	century = two_digits(s);
	year = two_digits(s + 2);
	if (century < 0 || year < 0 || !(year = scan_year(century * 100 + year, 4)))
		return false;
	if (length == 7 && ((month = two_digits(s + 5)) < 1 || month > 12))
		return false;
	*out = period_make(year, month);
	return true;
}

/* What a word counts, as the first slot and the number of slots; 0: it counts nothing. */
static int unit_of(const char *word, int *first)
{
	static const struct {
		const char *word;
		int first, slots;
	} units[] = {
		{ "t", SLOT_QUARTER, 4 },
		{ "trim", SLOT_QUARTER, 4 },
		{ "trimestre", SLOT_QUARTER, 4 },
		{ "q", SLOT_QUARTER, 4 },
		{ "quarter", SLOT_QUARTER, 4 },
		{ "s", SLOT_SEMESTER, 2 },
		{ "semestre", SLOT_SEMESTER, 2 },
		{ "semester", SLOT_SEMESTER, 2 },
		{ "h", SLOT_SEMESTER, 2 },
		{ "half", SLOT_SEMESTER, 2 },
		{ "m", SLOT_MONTH, 12 },
		{ "annee", SLOT_YEAR, 1 },
		{ "year", SLOT_YEAR, 1 },
	};

	for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
		if (!strcmp(word, units[i].word)) {
			*first = units[i].first;
			return units[i].slots;
		}
	}
	return 0;
}

/* The er of 1er, and its kin, say nothing. */
static bool is_ending(const char *word)
{
	static const char *const endings[] = { "er", "e", "eme", "nd", "st", "rd", "th", "de" };

	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (!strcmp(word, endings[i]))
			return true;
	return false;
}

struct pieces {
	scan_piece numbers[2];
	int count;
	char word[16]; /* "" when there is none */
	bool word_first; /* before any number */
};

static bool sort_pieces(const char *string, size_t length, struct pieces *p)
{
	scan_piece all[SCAN_PIECES];
	int count = scan(string, length, all);

	*p = (struct pieces){ 0 };
	for (int i = 0; i < count; i++) {
		if (all[i].value >= 0) {
			if (p->count == 2)
				return false;
			p->numbers[p->count++] = all[i];
		} else if (i && all[i - 1].value >= 0 && is_ending(all[i].word)) {
			continue;
		} else {
			if (p->word[0])
				return false;
			memcpy(p->word, all[i].word, sizeof p->word);
			p->word_first = p->count == 0;
		}
	}
	return count > 0;
}

static bool make(int year, int first, int slots, int number, relais_period *out)
{
	if (!year || number < 1 || number > slots)
		return false;
	*out = period_make(year, first + number - 1);
	return true;
}

/* 08/2024, 2024/08, 202408: no blank between, or it might be anything. */
static bool read_numbers(const struct pieces *p, bool blank, relais_period *out)
{
	const scan_piece *a = &p->numbers[0], *b = &p->numbers[1];

	if (p->count == 1 && a->digits == 6)
		return make(scan_year(a->value / 100, 4), SLOT_MONTH, 12, a->value % 100, out);
	if (p->count != 2 || blank)
		return false;
	if (a->digits == 4 && b->digits == 2)
		return make(scan_year(a->value, 4), SLOT_MONTH, 12, b->value, out);
	if (a->digits <= 2 && b->digits == 4)
		return make(scan_year(b->value, 4), SLOT_MONTH, 12, a->value, out);
	return false;
}

/* août 2024, janv-24; a year of two digits only after the name: 24 août is a day. */
static bool read_month(const struct pieces *p, int month, relais_period *out)
{
	const scan_piece *year = &p->numbers[0];

	if (p->count != 1 || (year->digits == 2 && !p->word_first))
		return false;
	return make(scan_year(year->value, year->digits), SLOT_MONTH, 12, month, out);
}

/* T1 2024, 2024-T1, 1er trimestre 2024, 2024 M 01, année 2024. */
static bool read_unit(const struct pieces *p, int first, int slots, relais_period *out)
{
	const scan_piece *number = &p->numbers[0], *year = &p->numbers[1];

	if (first == SLOT_YEAR)
		return p->count == 1 && number->digits == 4 &&
		       make(scan_year(number->value, 4), first, slots, 1, out);
	if (p->count != 2)
		return false;
	if (number->digits == 4) {
		year = number;
		number = &p->numbers[1];
	}
	if (number->digits > 2)
		return false;
	return make(scan_year(year->value, year->digits), first, slots, number->value, out);
}

static bool has_blank(const char *string, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (text_blank(string + i, length - i))
			return true;
	return false;
}

/* Every period has a year in it. Beyond ASCII there are other digits, which fold to these. */
static bool may_have_year(const char *string, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if ((string[i] >= '0' && string[i] <= '9') || (unsigned char)string[i] >= 0x80)
			return true;
	return false;
}

/* A day of any year is one; a period is of the years that are read elsewhere too. */
static bool read_first_day(relais_day day, relais_period *out)
{
	*out = period_of_day(day, LENGTH_MONTH);
	return period_first_day(*out) == day && scan_year(period_year(*out), 4);
}

bool period_read(const char *string, size_t length, relais_period *out)
{
	struct pieces p;
	relais_day day;
	int month, first, slots;

	if (!may_have_year(string, length))
		return false;
	if (read_machine(string, length, out))
		return true;
	string = text_trim(string, length, &length);
	if (read_machine(string, length, out))
		return true;
	if (day_read(string, length, &day))
		return read_first_day(day, out);
	if (!sort_pieces(string, length, &p))
		return false;
	if (!p.word[0])
		return read_numbers(&p, has_blank(string, length), out);
	if ((month = month_read(p.word, strlen(p.word))))
		return read_month(&p, month, out);
	slots = unit_of(p.word, &first);
	return slots && read_unit(&p, first, slots, out);
}
