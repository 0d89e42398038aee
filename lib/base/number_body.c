/* SPDX-License-Identifier: MIT
 * The digits of a number with the marks between. Which mark is decimal is settled first,
 * the thousands are checked group by group, then the digits are put together with overflow
 * watched: a body is understood completely or refused.
 */
#include <string.h>

#include "number_cell.h"
#include "text.h"

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

static size_t occurrences(const number_cell *c, char mark)
{
	size_t count = 0;

	for (size_t i = 0; i < c->length; i++)
		count += c->at[i] == mark;
	return count;
}

/* Which of the two marks is the decimal one in a cell whose column says nothing; 0: none. */
static char decimal_mark(const number_cell *c)
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
static bool cut_body(const number_cell *c, char mark, struct body *b)
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

number_reading number_read_body(const number_cell *c, char mark, number *out)
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

bool number_from_text(const char *string, number *out)
{
	bool negative = *string == '-';
	number_cell c = { .at = string + negative, .negative = negative };

	c.length = strlen(c.at);
	if (!is_digit(*c.at))
		return false;
	for (size_t i = 0; i < c.length; i++)
		if (!is_digit(c.at[i]) && c.at[i] != '.')
			return false;
	return number_read_body(&c, '.', out) == NUMBER_READ;
}
