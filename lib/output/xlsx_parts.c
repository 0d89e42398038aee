/* SPDX-License-Identifier: MIT
 * See xlsx_parts.h.
 */
#include <string.h>

#include "../base/error.h"
#include "../base/number.h"
#include "people.h"
#include "send.h"
#include "wrap.h"
#include "xlsx_parts.h"

enum { EXACT_DIGITS = 15 }; /* what Excel keeps of a number */

void xlsx_sheet_name(const char *title, char out[XLSX_NAME_SIZE])
{
	const char *shown;
	size_t length, used = 0;

	for (int i = 0; i < XLSX_NAME_LENGTH && (length = people_next(&title, &shown)) > 0;
		i++) {
		bool is_refused = length == 1 && strchr("[]:*?/\\'\n", *shown);

		memcpy(out + used, is_refused ? " " : shown, length);
		used += length;
	}
	out[used] = '\0';
}

/* The name stands between apostrophes, since it has blanks; it has none itself. */
void xlsx_link(const char *name, char out[XLSX_LINK_SIZE])
{
	snprintf(out, XLSX_LINK_SIZE, "internal:'%.*s'!A1", XLSX_NAME_SIZE - 1, name);
}

bool xlsx_is_exact(const char *cell, double *value)
{
	static const double tens[] = { 1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6 };
	int64_t limit = 1;
	number n;

	if (!number_from_text(cell, &n))
		return false;
	for (int i = 0; i < EXACT_DIGITS; i++)
		limit *= 10;
	if (n.units <= -limit || n.units >= limit)
		return false;
	*value = (double)n.units / tens[n.decimals];
	return true;
}

relais_status xlsx_send(FILE *out, FILE *from, relais_error *err)
{
	char buffer[65536];
	size_t length;
	relais_status rc = RELAIS_OK;

	rewind(from);
	while (rc == RELAIS_OK && (length = fread(buffer, 1, sizeof buffer, from)) > 0)
		rc = send_bytes(out, buffer, length, err);
	if (rc == RELAIS_OK && ferror(from))
		return fail(err, RELAIS_E_IO, "cannot read a temporary file back");
	return rc;
}

int xlsx_lines(const char *said, int width)
{
	int lines = 0;

	while (said && *said) {
		size_t length;
		const char *next = wrap_line(said, width, &length);

		lines += (wrap_width(said, length) + width - 1) / width;
		lines += length == 0;
		said = next;
	}
	return lines ? lines : 1;
}
