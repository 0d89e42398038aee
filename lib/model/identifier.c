/* SPDX-License-Identifier: MIT
 * SIREN, SIRET and RNA.
 */
#include "identifier.h"

#include <string.h>

#include "identifier_text.h"

enum { SIREN = 9, SIRET = 14, RNA = 10 };

/* Every second digit from the right is doubled, its digits added; the sum ends in 0. */
static bool passes_luhn(const char *digits, size_t length)
{
	int sum = 0;

	for (size_t i = 0; i < length; i++) {
		int digit = digits[length - 1 - i] - '0';

		digit = i % 2 ? digit * 2 : digit;
		sum += digit > 9 ? digit - 9 : digit;
	}
	return sum % 10 == 0;
}

bool siren_is_valid(const char *digits)
{
	return identifier_is_digits(digits) && strlen(digits) == SIREN &&
	       passes_luhn(digits, SIREN);
}

/* La Poste ran out of numbers that pass: of its establishments the digits add up to a multiple
 * of 5, but for the head office. */
static bool is_of_la_poste(const char *digits)
{
	int sum = 0;

	for (const char *p = digits; *p; p++)
		sum += *p - '0';
	return !strcmp(digits, "35600000000048") || sum % 5 == 0;
}

bool siret_is_valid(const char *digits)
{
	if (!identifier_is_digits(digits) || strlen(digits) != SIRET ||
		!passes_luhn(digits, SIREN))
		return false;
	if (!strncmp(digits, "356000000", SIREN))
		return is_of_la_poste(digits);
	return passes_luhn(digits, SIRET);
}

/* The zero a spreadsheet takes away is suggested only when the number then passes. */
static void suggest_zero(char out[IDENTIFIER_SIZE], size_t length, bool (*passes)(const char *))
{
	if (strlen(out) + 1 == length) {
		memmove(out + 1, out, length);
		out[0] = '0';
	}
	if (!passes(out))
		out[0] = '\0';
}

identifier_reading siret_read(const char *cell, char out[IDENTIFIER_SIZE])
{
	if (identifier_is_destroyed(cell))
		return IDENTIFIER_DESTROYED;
	if (!identifier_squeeze(cell, out))
		return IDENTIFIER_WRONG;
	if (!strncmp(out, "MONACO", 6) && strlen(out) == SIRET)
		return IDENTIFIER_UNLISTED; /* the principality's own */
	if (!identifier_is_digits(out))
		return IDENTIFIER_WRONG;
	if (strlen(out) != SIRET) {
		suggest_zero(out, SIRET, siret_is_valid);
		return IDENTIFIER_LENGTH;
	}
	return siret_is_valid(out) ? IDENTIFIER_GOOD : IDENTIFIER_KEY;
}

identifier_reading siren_read(const char *cell, char out[IDENTIFIER_SIZE])
{
	if (identifier_is_destroyed(cell))
		return IDENTIFIER_DESTROYED;
	if (!identifier_squeeze(cell, out) || !identifier_is_digits(out))
		return IDENTIFIER_WRONG;
	if (strlen(out) != SIREN) {
		suggest_zero(out, SIREN, siren_is_valid);
		return IDENTIFIER_LENGTH;
	}
	return siren_is_valid(out) ? IDENTIFIER_GOOD : IDENTIFIER_KEY;
}

identifier_reading rna_read(const char *cell, char out[IDENTIFIER_SIZE])
{
	if (!identifier_squeeze(cell, out) || strlen(out) != RNA || out[0] != 'W' ||
		!strchr("0123456789", out[1]) || !strchr("0123456789AB", out[2]) ||
		!identifier_is_digits(out + 3))
		return IDENTIFIER_WRONG;
	return IDENTIFIER_GOOD;
}

identifier_reading epci_read(const char *cell, char out[IDENTIFIER_SIZE])
{
	if (!identifier_is_destroyed(cell) &&
		(!identifier_squeeze(cell, out) || !identifier_is_digits(out)))
		return identifier_copy(cell, out) ? IDENTIFIER_GOOD : IDENTIFIER_WRONG;
	return siren_read(cell, out);
}
