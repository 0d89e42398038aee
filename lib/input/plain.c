/* SPDX-License-Identifier: MIT
 * A literal is taken apart into its digits and the place of its point; then only the point moves.
 */
#include "plain.h"

#include <string.h>

enum { MOST_DIGITS = 100 };

typedef struct literal {
	bool is_negative, is_integer; /* written without point or exponent */
	char digits[MOST_DIGITS + 1]; /* one more in front for what rounding carries */
	int count, point; /* digits before the point; may be outside the digits */
} literal;

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static const char *take_digits(literal *l, const char *at, const char *end)
{
	for (; at < end && is_digit(*at); at++) {
		if (l->count == MOST_DIGITS)
			return NULL;
		l->digits[l->count++] = *at;
	}
	return at;
}

static const char *take_exponent(literal *l, const char *at, const char *end)
{
	bool is_negative;
	int value = 0;

	at++;
	is_negative = at < end && *at == '-';
	at += at < end && (*at == '-' || *at == '+');
	if (at == end)
		return NULL;
	for (; at < end && is_digit(*at); at++)
		if ((value = value * 10 + (*at - '0')) > MOST_DIGITS)
			return NULL;
	l->point += is_negative ? -value : value;
	return at;
}

static bool take_apart(literal *l, const char *at, const char *end)
{
	*l = (literal){ .is_negative = at < end && *at == '-', .is_integer = true };
	at = take_digits(l, at + l->is_negative, end);
	if (!at)
		return false;
	l->point = l->count;
	if (at < end && *at == '.') {
		l->is_integer = false;
		at = take_digits(l, at + 1, end);
	}
	if (at && l->count > 0 && at < end && (*at == 'e' || *at == 'E')) {
		l->is_integer = false;
		at = take_exponent(l, at, end);
	}
	return at == end && l->count > 0;
}

static int leading_zeros(const literal *l)
{
	int n = 0;

	while (n < l->count && l->digits[n] == '0')
		n++;
	return n;
}

/* Half away from zero, then without the zeros that this leaves at the end. */
static void round_to(literal *l, int digits)
{
	int keep = leading_zeros(l) + digits, i = keep;

	if (l->count <= keep)
		return;
	l->count = keep;
	if (l->digits[keep] >= '5') {
		while (i > 0 && l->digits[i - 1] == '9')
			l->digits[--i] = '0';
		if (i > 0) {
			l->digits[i - 1]++;
		} else {
			memmove(l->digits + 1, l->digits, (size_t)l->count);
			l->digits[0] = '1';
			l->point++;
			l->count++;
		}
	}
	while (l->count > l->point && l->count > 1 && l->digits[l->count - 1] == '0')
		l->count--;
}

static void add_zeros(text *out, int count)
{
	for (; count > 0; count--)
		text_add_char(out, '0');
}

static void put_together(text *out, const literal *l)
{
	int zeros = leading_zeros(l);
	int skip =
		zeros < l->point ? zeros : l->point - 1; /* one digit stays before the point */
	int whole = l->point < l->count ? l->point : l->count;
	int decimals = l->count > l->point ? l->count - l->point : 0;

	if (skip < 0)
		skip = 0;
	if (l->is_negative)
		text_add_char(out, '-');
	if (l->point <= 0)
		text_add_char(out, '0');
	else
		text_add_bytes(out, l->digits + skip, (size_t)(whole - skip));
	add_zeros(out, l->point - l->count);
	if (decimals == 0)
		return;
	text_add_char(out, '.');
	if (l->point < 0)
		add_zeros(out, -l->point);
	text_add_bytes(out, l->digits + (l->point > 0 ? l->point : 0),
		(size_t)(l->point > 0 ? decimals : l->count));
	if (decimals == 3)
		text_add_char(out, '0');
}

bool plain_number(text *out, const char *written, size_t length, int shift, size_t digits)
{
	literal l;

	if (!take_apart(&l, written, written + length))
		return false;
	if (digits > 0 && !l.is_integer)
		round_to(&l, (int)digits);
	l.point += shift;
	if (leading_zeros(&l) == l.count && l.point > l.count)
		l.point = l.count; /* zero, however far it moves */
	put_together(out, &l);
	return true;
}
