/* SPDX-License-Identifier: MIT
 * Decimals to text: the shortest exact form for machines, the rounded and grouped one for
 * people. Digits are written backwards, so there is no table and no printf.
 */
#include <string.h>

#include "number.h"

/* The digits of n with at least one before the decimals: "0012" for 12 at 3 decimals. */
static size_t write_digits(number n, char out[NUMBER_SIZE])
{
	uint64_t value = n.units < 0 ? 0 - (uint64_t)n.units : (uint64_t)n.units;
	char *end = out + NUMBER_SIZE, *at = end;
	size_t length;

	while (value || end - at <= n.decimals) {
		*--at = (char)('0' + value % 10);
		value /= 10;
	}
	length = (size_t)(end - at);
	memmove(out, at, length);
	return length;
}

void number_print(number n, char out[NUMBER_SIZE])
{
	char digits[NUMBER_SIZE];
	size_t whole;

	while (n.decimals && n.units % 10 == 0) {
		n.units /= 10;
		n.decimals--;
	}
	whole = write_digits(n, digits) - (size_t)n.decimals;
	if (n.units < 0)
		*out++ = '-';
	memcpy(out, digits, whole);
	out += whole;
	if (n.decimals) {
		*out++ = '.';
		memcpy(out, digits + whole, (size_t)n.decimals);
		out += n.decimals;
	}
	*out = '\0';
}

void number_format(number n, int places, relais_lang lang, bool sign, char *out)
{
	const char *group = lang == RELAIS_FR ? "\u202F" : ",";
	char digits[NUMBER_SIZE];
	size_t whole;

	places = places < 0 ? 0 : places > NUMBER_MAX_DECIMALS ? NUMBER_MAX_DECIMALS : places;
	if (n.decimals > places && !number_rescale(n, places, &n, NULL))
		n = (number){ 0, places };
	whole = write_digits(n, digits) - (size_t)n.decimals;
	if (n.units < 0)
		out = stpcpy(out, "\u2212");
	else if (n.units > 0 && sign)
		out = stpcpy(out, "+");
	for (size_t i = 0; i < whole; i++) {
		if (i && (whole - i) % 3 == 0)
			out = stpcpy(out, group);
		*out++ = digits[i];
	}
	if (places)
		*out++ = lang == RELAIS_FR ? ',' : '.';
	memcpy(out, digits + whole, (size_t)n.decimals);
	memset(out + n.decimals, '0', (size_t)(places - n.decimals));
	out[places] = '\0';
}
