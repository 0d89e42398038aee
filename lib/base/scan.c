/* SPDX-License-Identifier: MIT
 * Dates and periods come in dozens of spellings that differ only in case, accents and what
 * is put between the pieces: fold first, then cut where the kind of character changes.
 */
#include <string.h>

#include "scan.h"
#include "text.h"

enum { MOST_VALUE_DIGITS = 8 };

bool scan_fold(const char *string, size_t length, char out[SCAN_SIZE])
{
	char copy[SCAN_SIZE];

	if (!length || length >= SCAN_SIZE || memchr(string, '\0', length))
		return false;
	memcpy(copy, string, length);
	copy[length] = '\0';
	for (char *slash = copy; (slash = strchr(slash, '/'));)
		*slash = ' ';
	text_fold(copy, out, SCAN_SIZE);
	return strlen(out) < SCAN_SIZE - 4; /* else it may have been cut */
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static const char *cut_number(const char *at, scan_piece *piece)
{
	piece->word[0] = '\0';
	piece->value = piece->digits = 0;
	for (; is_digit(*at); at++) {
		if (++piece->digits > MOST_VALUE_DIGITS)
			return NULL;
		piece->value = piece->value * 10 + (*at - '0');
	}
	return at;
}

static const char *cut_word(const char *at, scan_piece *piece)
{
	size_t length = strspn(at, "abcdefghijklmnopqrstuvwxyz");

	if (!length || length >= sizeof piece->word)
		return NULL;
	memcpy(piece->word, at, length);
	piece->word[length] = '\0';
	piece->value = -1;
	piece->digits = 0;
	return at + length;
}

int scan(const char *string, size_t length, scan_piece pieces[SCAN_PIECES])
{
	char folded[SCAN_SIZE];
	const char *at = folded;
	int count = 0;

	if (!scan_fold(string, length, folded))
		return 0;
	while (*at) {
		if (*at == ' ') {
			at++;
			continue;
		}
		if (count == SCAN_PIECES)
			return 0;
		at = is_digit(*at) ? cut_number(at, &pieces[count])
				   : cut_word(at, &pieces[count]);
		if (!at)
			return 0;
		count++;
	}
	return count;
}

int scan_year(int value, int digits)
{
	if (digits == 2)
		return value + (value >= 70 ? 1900 : 2000);
	return digits == 4 && value >= YEAR_FIRST && value <= YEAR_LAST ? value : 0;
}
