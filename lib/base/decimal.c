/* SPDX-License-Identifier: MIT
 * Exact numbers for who calls the library: number.h, with a sentence for what cannot be.
 */
#include <string.h>

#include "error.h"
#include "number.h"
#include "text.h"

enum { SHOWN = 100 }; /* bytes of a wrong number that are quoted */

static number inward(relais_decimal n)
{
	return (number){ n.units, n.decimals };
}

static relais_decimal outward(number n)
{
	return (relais_decimal){ n.units, n.decimals };
}

static relais_status check_places(int places, relais_error *err)
{
	if (places >= 0 && places <= NUMBER_MAX_DECIMALS)
		return RELAIS_OK;
	return fail(err, RELAIS_E_USAGE, "%d decimals: numbers have 0 to %d", places,
		NUMBER_MAX_DECIMALS);
}

static relais_status too_big(relais_error *err)
{
	return fail(err, RELAIS_E_USAGE, "the result does not fit in 64 bits");
}

/* Is it digits, with at most one point and one sign? Then it is the size that is wrong. */
static bool is_plain(const char *string)
{
	size_t digits = strspn(string += *string == '-', "0123456789");
	const char *rest = string + digits;

	if (digits && *rest == '.' && (digits = strspn(++rest, "0123456789")))
		rest += digits;
	return digits && !*rest;
}

static relais_status not_a_number(const char *string, relais_error *err)
{
	int shown = (int)text_cut(string, SHOWN);

	if (is_plain(string))
		return fail(err, RELAIS_E_USAGE,
			"'%.*s' has more than %d decimals, or does not fit in 64 bits", shown,
			string, NUMBER_MAX_DECIMALS);
	return fail(err, RELAIS_E_USAGE,
		"'%.*s' is not a plain decimal: digits and a point, as in -12.5", shown,
		string);
}

relais_status relais_decimal_parse(const char *string, relais_decimal *out, relais_error *err)
{
	number n;

	if (!is_plain(string) || !number_from_text(string, &n))
		return not_a_number(string, err);
	*out = outward(n);
	return RELAIS_OK;
}

relais_status relais_decimal_parse_to(
	const char *string, int places, relais_decimal *out, relais_error *err)
{
	relais_status rc = check_places(places, err);
	number n;

	if (rc != RELAIS_OK)
		return rc;
	if (!is_plain(string))
		return not_a_number(string, err);
	if (!number_read_long(string, strlen(string), 0, places, &n) &&
		!(number_from_text(string, &n) && number_rescale(n, places, &n, NULL)))
		return not_a_number(string, err);
	*out = outward(n);
	return RELAIS_OK;
}

void relais_decimal_print(relais_decimal n, char out[32])
{
	_Static_assert(NUMBER_SIZE == 32, "as the header says");
	number_print(inward(n), out);
}

void relais_decimal_format(relais_decimal n, int places, relais_lang lang, char out[64])
{
	number_format(inward(n), places, lang, false, out);
}

relais_status relais_decimal_round(
	relais_decimal n, int places, relais_decimal *out, relais_error *err)
{
	relais_status rc = check_places(places, err);
	number rounded;

	if (rc != RELAIS_OK || (rc = check_places(n.decimals, err)) != RELAIS_OK)
		return rc;
	if (!number_rescale(inward(n), places, &rounded, NULL))
		return too_big(err);
	*out = outward(rounded);
	return RELAIS_OK;
}

/* Both in the smaller unit of the two. */
static relais_status align(number *a, number *b, relais_error *err)
{
	int decimals = a->decimals > b->decimals ? a->decimals : b->decimals;

	if (number_rescale(*a, decimals, a, NULL) && number_rescale(*b, decimals, b, NULL))
		return RELAIS_OK;
	return too_big(err);
}

static relais_status check_pair(
	relais_decimal a, relais_decimal b, int places, number out[2], relais_error *err)
{
	relais_status rc = check_places(places, err);

	if (rc != RELAIS_OK || (rc = check_places(a.decimals, err)) != RELAIS_OK ||
		(rc = check_places(b.decimals, err)) != RELAIS_OK)
		return rc;
	out[0] = inward(a);
	out[1] = inward(b);
	return align(&out[0], &out[1], err);
}

relais_status relais_decimal_ratio(relais_decimal numerator, relais_decimal denominator,
	int64_t factor, int places, relais_decimal *out, relais_error *err)
{
	number n[2], quotient;
	relais_status rc = check_pair(numerator, denominator, places, n, err);

	if (rc != RELAIS_OK)
		return rc;
	if (!n[1].units)
		return RELAIS_END;
	if (!number_ratio(n[0].units, n[1].units, factor, places, &quotient))
		return too_big(err);
	*out = outward(quotient);
	return RELAIS_OK;
}

relais_status relais_decimal_evolution(relais_decimal now, relais_decimal before, int places,
	relais_decimal *out, relais_error *err)
{
	number n[2], change;
	relais_status rc = check_pair(now, before, places, n, err);

	if (rc != RELAIS_OK)
		return rc;
	if (!n[1].units)
		return RELAIS_END;
	if (!number_evolution(n[0].units, n[1].units, places, &change))
		return too_big(err);
	*out = outward(change);
	return RELAIS_OK;
}
