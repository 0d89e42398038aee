/* SPDX-License-Identifier: MIT
 * Numbers as people write them. A cell is peeled from the outside (unit, parentheses,
 * sign, exponent) down to a body of digits and marks; the body is then either understood
 * completely or refused: nothing is skipped, nothing is guessed.
 */
#include <string.h>

#include "number.h"
#include "number_words.h"
#include "text.h"

struct cell {
	const char *at;
	size_t length;
	bool negative, has_exponent;
	int shift; /* power of ten: of the unit and the exponent */
};

/* What the body says: digits before and behind the decimal mark, still with separators. */
struct body {
	const char *whole, *fraction;
	size_t whole_length, fraction_length;
	char thousands; /* the mark that may part groups, 0: none */
};

enum { MOST_DIGITS = 64 };

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

bool number_read_plain(const char *string, size_t length, number *out)
{
	size_t i = 0, point = length;
	uint64_t units = 0;

	if (length - 1 >= 19) /* 18 digits and a point always fit; no digit at all does not */
		return false;
	for (; i < length; i++) {
		unsigned digit = (unsigned)(unsigned char)string[i] - '0';

		if (digit < 10)
			units = units * 10 + digit;
		else if (string[i] == '.' && point == length && i)
			point = i;
		else
			return false;
	}
	if (point == length) {
		if (length > 18)
			return false;
		*out = (number){ (int64_t)units, 0 };
		return true;
	}
	if (point == length - 1 || length - point - 1 > NUMBER_MAX_DECIMALS)
		return false;
	*out = (number){ (int64_t)units, (int)(length - point - 1) };
	return true;
}

static void trim(struct cell *c)
{
	c->at = text_trim(c->at, c->length, &c->length);
}

static bool drop_suffix(struct cell *c, const char *suffix)
{
	size_t length = strlen(suffix);

	if (c->length < length || memcmp(c->at + c->length - length, suffix, length) != 0)
		return false;
	c->length -= length;
	return true;
}

static bool drop_prefix(struct cell *c, const char *prefix)
{
	size_t length = strlen(prefix);

	if (c->length < length || memcmp(c->at, prefix, length) != 0)
		return false;
	c->at += length;
	c->length -= length;
	return true;
}

/* %, €, EUR, k€, M€: true when there was one. */
static bool drop_unit(struct cell *c)
{
	bool money = drop_suffix(c, "€") || drop_suffix(c, "EUR");

	if (!money && !drop_suffix(c, "%"))
		return false;
	if (money && (drop_suffix(c, "k") || drop_suffix(c, "K")))
		c->shift = 3;
	else if (money && drop_suffix(c, "M"))
		c->shift = 6;
	trim(c);
	return true;
}

/* One way of being negative at most: (123), 123-, -123. */
static bool drop_sign(struct cell *c)
{
	if (drop_prefix(c, "(")) {
		if (!drop_suffix(c, ")"))
			return false;
		c->negative = true;
		trim(c);
	} else if (drop_prefix(c, "-") || drop_prefix(c, "\u2212")) {
		c->negative = true;
		trim(c);
	} else if (drop_prefix(c, "+")) {
		trim(c);
	} else if (drop_suffix(c, "-") || drop_suffix(c, "\u2212")) {
		c->negative = true;
		trim(c);
	}
	return c->length > 0;
}

/* E+05 behind a digit. The value is capped far outside what can be stored. */
static bool drop_exponent(struct cell *c)
{
	size_t e = c->length, at;
	bool minus = false;
	int value = 0;

	while (e && is_digit(c->at[e - 1]))
		e--;
	at = e;
	if (e && (c->at[e - 1] == '+' || c->at[e - 1] == '-'))
		minus = c->at[--e] == '-';
	if (!e || (c->at[e - 1] != 'E' && c->at[e - 1] != 'e'))
		return true; /* a stray sign is found by the body */
	e--;
	if (at == c->length || !e || !is_digit(c->at[e - 1]))
		return false;
	for (; at < c->length; at++)
		value = value < 1000 ? value * 10 + (c->at[at] - '0') : value;
	c->length = e;
	c->shift += minus ? -value : value;
	c->has_exponent = true;
	return true;
}

static size_t occurrences(const struct cell *c, char mark)
{
	size_t count = 0;

	for (size_t i = 0; i < c->length; i++)
		count += c->at[i] == mark;
	return count;
}

/* Which of the two marks is the decimal one in a cell whose column says nothing; 0: none. */
static char decimal_mark(const struct cell *c)
{
	size_t commas = occurrences(c, ','), points = occurrences(c, '.');

	if (commas && points)
		return memrchr(c->at, ',', c->length) > memrchr(c->at, '.', c->length) ? ','
										       : '.';
	if (commas == 1)
		return ',';
	return points == 1 ? '.' : 0;
}

/* False when the decimal mark comes twice. */
static bool cut_body(const struct cell *c, char mark, struct body *b)
{
	const char *point = mark ? memchr(c->at, mark, c->length) : NULL;

	*b = (struct body){ c->at, c->at + c->length, c->length, 0, mark == '.' ? ',' : '.' };
	if (!mark)
		b->thousands = occurrences(c, ',') ? ',' : '.';
	if (!point)
		return true;
	b->whole_length = (size_t)(point - c->at);
	b->fraction = point + 1;
	b->fraction_length = c->length - b->whole_length - 1;
	return !memchr(b->fraction, mark, b->fraction_length) && b->fraction_length;
}

/* A separator of thousands: its bytes, and in *kind what must be the same in one number. */
static size_t separator(const char *at, size_t length, char mark, char *kind)
{
	size_t size = text_blank(at, length);

	*kind = size ? ' ' : *at == mark ? mark : '\'';
	if (size)
		return size;
	if (*at == mark || *at == '\'')
		return 1;
	return length >= 3 && !memcmp(at, "\u2019", 3) ? 3 : 0;
}

/* One to three digits, then groups of exactly three, or digits alone. */
static bool well_grouped(const struct body *b)
{
	size_t run = 0, size;
	char kind, first = 0;

	for (size_t i = 0; i < b->whole_length; i += size) {
		size = 1;
		if (is_digit(b->whole[i])) {
			run++;
			continue;
		}
		size = separator(b->whole + i, b->whole_length - i, b->thousands, &kind);
		if (!size || (first ? run != 3 || kind != first : !run || run > 3))
			return false;
		if (!first && b->whole[0] == '0')
			return false;
		first = kind;
		run = 0;
	}
	return !first || run == 3;
}

static bool all_digits(const char *at, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (!is_digit(at[i]))
			return false;
	return true;
}

/* The digits without leading zeros; SIZE_MAX when there are more than MOST_DIGITS. */
static size_t collect(const struct body *b, char digits[MOST_DIGITS])
{
	const char *at = b->whole, *end = b->whole + b->whole_length;
	size_t count = 0;

	for (int part = 0; part < 2; part++) {
		for (; at < end; at++) {
			if (!is_digit(*at) || (!count && *at == '0'))
				continue;
			if (count == MOST_DIGITS)
				return SIZE_MAX;
			digits[count++] = *at;
		}
		at = b->fraction;
		end = at + b->fraction_length;
	}
	return count;
}

/* digits × 10^exponent; the exponent is what is left of the decimals and the unit. */
static number_reading assemble(
	const char *digits, size_t count, int exponent, bool negative, number *out)
{
	int64_t units = 0;

	while (count && exponent < 0 && digits[count - 1] == '0' &&
		(exponent < -NUMBER_MAX_DECIMALS || count > 18)) {
		count--;
		exponent++;
	}
	if (!count && exponent < -NUMBER_MAX_DECIMALS)
		exponent = -NUMBER_MAX_DECIMALS;
	if (!count && exponent > 0)
		exponent = 0;
	if (exponent < -NUMBER_MAX_DECIMALS)
		return NUMBER_TOO_FINE;
	for (size_t i = 0; i < count; i++) {
		int digit = digits[i] - '0';

		if (__builtin_mul_overflow(units, 10, &units) ||
			__builtin_sub_overflow(units, digit, &units))
			return NUMBER_TOO_BIG;
	}
	for (; exponent > 0; exponent--)
		if (__builtin_mul_overflow(units, 10, &units))
			return NUMBER_TOO_BIG;
	if (!negative && __builtin_sub_overflow(0, units, &units))
		return NUMBER_TOO_BIG;
	*out = (number){ units, -exponent };
	return NUMBER_READ;
}

/* 1,234: nobody can tell thousands from decimals. */
static bool is_ambiguous(const struct body *b)
{
	return b->fraction_length == 3 && b->whole_length >= 1 && b->whole_length <= 3 &&
	       b->whole[0] != '0';
}

static number_reading read_body(const struct cell *c, char mark, number *out)
{
	char digits[MOST_DIGITS];
	struct body b;
	size_t count;
	number_reading reading;

	if (!cut_body(c, mark ? mark : decimal_mark(c), &b) || !well_grouped(&b) ||
		!all_digits(b.fraction, b.fraction_length))
		return NUMBER_INVALID;
	while (b.fraction_length > NUMBER_MAX_DECIMALS &&
		b.fraction[b.fraction_length - 1] == '0')
		b.fraction_length--;
	if (b.fraction_length > INT16_MAX)
		return NUMBER_TOO_FINE;
	count = collect(&b, digits);
	if (count == SIZE_MAX)
		return (int)b.fraction_length - c->shift > NUMBER_MAX_DECIMALS ? NUMBER_TOO_FINE
									       : NUMBER_TOO_BIG;
	reading = assemble(digits, count, c->shift - (int)b.fraction_length, c->negative, out);
	if (reading == NUMBER_READ && !mark && !c->has_exponent && is_ambiguous(&b))
		return NUMBER_AMBIGUOUS;
	return reading;
}

number_reading number_read(const char *string, size_t length, char mark, number *out)
{
	struct cell c = { .at = string, .length = length };

	if ((mark == '.' || !memchr(string, '.', length)) &&
		number_read_plain(string, length, out))
		return NUMBER_READ;
	trim(&c);
	if (!c.length)
		return NUMBER_BLANK;
	if (number_is_absent(c.at, c.length))
		return NUMBER_ABSENT;
	if (number_is_broken(c.at, c.length))
		return NUMBER_BROKEN;
	if (!drop_unit(&c)) {
		if (!drop_sign(&c))
			return NUMBER_INVALID;
		drop_unit(&c);
	} else if (!drop_sign(&c)) {
		return NUMBER_INVALID;
	}
	if (!c.length || !drop_exponent(&c))
		return NUMBER_INVALID;
	return read_body(&c, mark, out);
}

bool number_from_text(const char *string, number *out)
{
	bool negative = *string == '-';
	struct cell c = { .at = string + negative, .negative = negative };

	c.length = strlen(c.at);
	if (!is_digit(*c.at) || !all_digits(c.at + c.length - 1, 1))
		return false;
	for (size_t i = 0; i < c.length; i++)
		if (!is_digit(c.at[i]) && c.at[i] != '.')
			return false;
	return read_body(&c, '.', out) == NUMBER_READ;
}
