/* SPDX-License-Identifier: MIT
 * See xlsx_format.h. Marks in a code are always those of English; the reader's spreadsheet shows
 * its own.
 */
#include <stdio.h>
#include <string.h>

#include "xlsx_format.h"

enum { MOST_AROUND = 32 }; /* bytes of a unit and its marks */

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Bytes of what may stand between the digits of one number. */
static size_t separator(const char *at)
{
	static const char *const all[] = { ",", ".", "\u00a0", "\u202f" };

	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (strncmp(at, all[i], strlen(all[i])) == 0)
			return strlen(all[i]);
	return 0;
}

/* Where the number ends; *places: digits after its decimal mark. */
static const char *number_end(const char *at, char mark, int *places)
{
	bool after = false;

	for (*places = 0;;) {
		size_t gap = separator(at);

		if (is_digit(*at)) {
			*places += after;
			at++;
		} else if (gap && is_digit(at[gap])) {
			after |= *at == mark;
			at += gap;
		} else {
			return at;
		}
	}
}

/* What stands before the number, its sign apart. */
static size_t without_sign(const char *from, const char *to, char out[MOST_AROUND], bool *plus)
{
	static const char minus[] = "−";
	size_t used = 0;

	for (*plus = false; from < to; from++) {
		if (strncmp(from, minus, sizeof minus - 1) == 0)
			from += sizeof minus - 2;
		else if (*from == '+')
			*plus = true;
		else if (*from != '-' && used + 1 < MOST_AROUND)
			out[used++] = *from;
	}
	out[used] = '\0';
	return used;
}

static void quoted(const char *literal, char out[MOST_AROUND + 2])
{
	snprintf(out, MOST_AROUND + 2, *literal ? "\"%s\"" : "%s", literal);
}

bool xlsx_format(const char *said, relais_lang lang, char out[XLSX_FORMAT_SIZE])
{
	static const char zeros[] = "000000";
	char before[MOST_AROUND], left[MOST_AROUND + 2], right[MOST_AROUND + 2], core[24];
	const char *first = said ? strpbrk(said, "0123456789") : NULL;
	const char *end;
	bool plus, minus;
	int places, length;

	if (!first || strpbrk(said, "\"\\") || first - said >= MOST_AROUND)
		return false;
	end = number_end(first, lang == RELAIS_FR ? ',' : '.', &places);
	if (strlen(end) >= MOST_AROUND || strpbrk(end, "0123456789") || places > 6)
		return false;
	minus = strstr(said, "−") && strstr(said, "−") < first;
	without_sign(said, first, before, &plus);
	quoted(before, left);
	quoted(end, right);
	snprintf(core, sizeof core, "#,##0%s%.*s", places ? "." : "", places, zeros);
	if (plus || minus)
		length = snprintf(out, XLSX_FORMAT_SIZE, "%s%s%s%s;\"−\"%s%s%s;%s%s%s",
			plus ? "\"+\"" : "", left, core, right, left, core, right, left, core,
			right);
	else
		length = snprintf(out, XLSX_FORMAT_SIZE, "%s%s%s", left, core, right);
	return length > 0 && length < XLSX_FORMAT_SIZE;
}
