/* SPDX-License-Identifier: MIT
 * A cell that names several: offices, resolutions, partners.
 */
#include <stdio.h>
#include <string.h>

#include "../../base/text.h"
#include "cell_code.h"

enum { WORD_SIZE = 512 };

static bool has_word(const char *list, const char *word)
{
	size_t n = strlen(word);

	for (; *list; list += strspn(list, " ")) {
		size_t length = strcspn(list, " ");

		if (length == n && !strncmp(list, word, n))
			return true;
		list += length;
	}
	return false;
}

/* Names with blanks in them want a comma, a semicolon or a bar between. */
static const char *separators(const kind_column *column, const char *cell)
{
	if (column->type == CELL_RESOLUTIONS)
		return " ,;+/|\t\n";
	return strpbrk(cell, ",;|\n") ? ",;|\n" : " \t";
}

bool cell_read_list(const kind_column *column, const char *cell, const codes *known, told *t,
	spot at, char *out, size_t size)
{
	const char *between = separators(column, cell);
	char word[WORD_SIZE], code[WORD_SIZE];
	size_t used = 0;

	out[0] = '\0';
	if (codes_find(known, cell, strlen(cell)) > 0)
		return cell_read_reference(column, cell, known, t, at, out, size);
	while (*(cell += strspn(cell, between)) != '\0') {
		size_t n = strcspn(cell, between), length;
		const char *one = text_trim(cell, n, &length);

		cell += n;
		if (length == 0)
			continue;
		snprintf(word, sizeof word, "%.*s", (int)length, one);
		if (!cell_read_reference(column, word, known, t, at, code, sizeof code))
			return false;
		if (has_word(out, code))
			continue;
		if (used + strlen(code) + 2 > size) {
			told_reject(t, at, "text-too-long",
				"%s is longer than %zu bytes: shorten it", column->name,
				size - 1);
			return false;
		}
		used += (size_t)snprintf(out + used, size - used, used ? " %s" : "%s", code);
	}
	return true;
}
