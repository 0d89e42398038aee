/* SPDX-License-Identifier: MIT
 * A cell that is a number, printed in any way, is the same number; numbers of JSON and workbooks are never
 * taken for thousands.
 */
#include "fuzz.h"

#include "../../lib/base/number.h"
#include "../../lib/input/plain.h"

static void same(number n, const char *printed, char mark)
{
	number again;
	number_reading how = number_read(printed, strlen(printed), mark, &again);

	require(how == NUMBER_READ, "'%s' is read as %d", printed, (int)how);
	require(number_order(n, again) == 0, "'%s' is another", printed);
}

static void print(number n)
{
	char machine[NUMBER_SIZE], people[2 * NUMBER_SIZE];
	relais_decimal public;
	number again;

	require(n.decimals >= 0 && n.decimals <= NUMBER_MAX_DECIMALS, "%d decimals",
		n.decimals);
	number_print(n, machine);
	same(n, machine, '.');
	require(number_from_text(machine, &again) && number_order(n, again) == 0,
		"'%s' is no machine text", machine);
	require(relais_decimal_parse(machine, &public, NULL) == RELAIS_OK, "'%s' is no decimal",
		machine);
	number_format(n, NUMBER_MAX_DECIMALS, RELAIS_FR, n.units & 1, people);
	same(n, people, ',');
	number_format(n, n.decimals, RELAIS_EN, false, people);
	same(n, people, '.');
}

/* Fewer decimals: within half of the last one. */
static void rescale(number n, int decimals)
{
	number less, back;
	bool lossy = false;

	if (!number_rescale(n, decimals, &less, &lossy))
		return;
	require(less.decimals == decimals, "%d decimals for %d", less.decimals, decimals);
	require(lossy == (number_order(n, less) != 0), "lossy is %d", lossy);
	require(!number_rescale(less, n.decimals, &back, NULL) || lossy ||
			back.units == n.units,
		"%lld", (long long)back.units);
}

static void plain(const char *cell, size_t length, int shift, size_t digits)
{
	text made = { 0 };
	number n;
	number_reading how;

	if (plain_number(&made, cell, length, shift, digits)) {
		how = number_read(text_str(&made), made.length, 0, &n);
		require(how == NUMBER_READ || how == NUMBER_TOO_BIG || how == NUMBER_TOO_FINE,
			"'%s' is read as %d", text_str(&made), (int)how);
	} else {
		require(!made.length, "'%s' was added", text_str(&made));
	}
	text_free(&made);
}

static void one(const char *bytes, size_t length)
{
	static const char marks[] = { 0, ',', '.' };
	size_t variant = fuzz_choose(&bytes, &length, 252);
	char mark = marks[variant % 3];
	number n = { 0, 0 }, quick;
	number_reading how = number_read(bytes, length, mark, &n);

	if (how == NUMBER_READ || how == NUMBER_AMBIGUOUS) {
		print(n);
		rescale(n, (int)(variant / 3 % 7));
	}
	require(how != NUMBER_AMBIGUOUS || !mark, "ambiguous, though '%c' is the mark", mark);
	if (number_read_plain(bytes, length, &quick)) {
		require(number_read(bytes, length, '.', &n) == NUMBER_READ, "plain, or not");
		require(number_order(n, quick) == 0, "the fast way to another number");
	}
	if (number_read_long(
		    bytes, length, (int)(variant / 21 % 3), (int)(variant / 3 % 7), &n))
		print(n);
	plain(bytes, length, (int)(variant / 63 % 4) - 1, variant / 3 % 17);
}

const fuzz_target fuzz_number = { NULL, one };
