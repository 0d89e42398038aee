/* SPDX-License-Identifier: MIT
 * Numbers as people write them. A cell is peeled from the outside (unit, parentheses,
 * sign, exponent) down to a body of digits and marks (number_body.c). Nothing is skipped,
 * nothing is guessed.
 */
#include <string.h>

#include "number.h"
#include "number_cell.h"
#include "text.h"

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

bool number_read_long(const char *string, size_t length, int power, int decimals, number *out)
{
	bool negative = length > 0 && *string == '-';
	size_t i = negative, kept = 0, most = (size_t)(power + decimals);
	int64_t units = 0;
	bool seen = false;

	for (; i < length && (is_digit(string[i]) || (string[i] == '.' && !seen)); i++) {
		if (string[i] == '.') {
			seen = true;
			continue;
		}
		if (seen && kept == most)
			break;
		kept += seen;
		if (__builtin_mul_overflow(units, 10, &units) ||
			__builtin_add_overflow(units, string[i] - '0', &units))
			return false;
	}
	if (i < length && is_digit(string[i]) && string[i] >= '5' &&
		__builtin_add_overflow(units, 1, &units))
		return false;
	for (; kept < most; kept++)
		if (__builtin_mul_overflow(units, 10, &units))
			return false;
	while (i < length && is_digit(string[i]))
		i++;
	*out = (number){ negative ? -units : units, decimals };
	return seen && i == length;
}

static void trim(number_cell *c)
{
	c->at = text_trim(c->at, c->length, &c->length);
}

static bool drop_suffix(number_cell *c, const char *suffix)
{
	size_t length = strlen(suffix);

	if (c->length < length || memcmp(c->at + c->length - length, suffix, length) != 0)
		return false;
	c->length -= length;
	return true;
}

static bool drop_prefix(number_cell *c, const char *prefix)
{
	size_t length = strlen(prefix);

	if (c->length < length || memcmp(c->at, prefix, length) != 0)
		return false;
	c->at += length;
	c->length -= length;
	return true;
}

/* %, €, EUR, k€, M€: true when there was one. */
static bool drop_unit(number_cell *c)
{
	bool money = drop_suffix(c, "€") || drop_suffix(c, "EUR") || drop_suffix(c, "euros");

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
static bool drop_sign(number_cell *c)
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

/* E+05 behind a digit; what is left of another is found by the body. The value is capped far outside what can be
 * stored. */
static void drop_exponent(number_cell *c)
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
		return;
	e--;
	if (at == c->length || !e || !is_digit(c->at[e - 1]))
		return;
	for (; at < c->length; at++)
		value = value < 1000 ? value * 10 + (c->at[at] - '0') : value;
	c->length = e;
	c->shift += minus ? -value : value;
	c->has_exponent = true;
}

number_reading number_read(const char *string, size_t length, char mark, number *out)
{
	number_cell c = { .at = string, .length = length };

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
	if (!c.length)
		return NUMBER_INVALID;
	drop_exponent(&c);
	return number_read_body(&c, mark, out);
}
