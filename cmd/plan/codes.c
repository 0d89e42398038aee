/* SPDX-License-Identifier: MIT
 * The codes of the actions there are: to number a new one, to find a mistyped one.
 */
#include <stdlib.h>
#include <string.h>

#include "plan.h"

static size_t column_at(const relais_rows *rows, const char *name)
{
	size_t count, at = 0;
	const relais_column *columns = relais_rows_columns(rows, &count);

	while (at < count && strcmp(columns[at].name, name) != 0)
		at++;
	return at;
}

static relais_status ask(struct session *s, relais_rows **rows, size_t *code_at)
{
	const relais_question all = { .lang = s->lang,
		.today = s->today,
		.as_of = RELAIS_NO_DAY,
		.diffusion = RELAIS_INTERNE };
	relais_status rc = relais_ask_actions(s->store, &all, rows, &s->err);

	*code_at = rc == RELAIS_OK ? column_at(*rows, "code") : 0;
	return rc;
}

/* 3 for A5-03 of A5, 0 for a code of another shape. */
static int number_in(const char *code, const char *resolution)
{
	size_t length = strlen(resolution);
	char *end;
	long number;

	if (strncmp(code, resolution, length) != 0 || code[length] != '-')
		return 0;
	number = strtol(code + length + 1, &end, 10);
	return *end || number < 0 || number > 999999 ? 0 : (int)number;
}

relais_status action_look(
	struct session *s, const char *resolution, const char *code, int *highest, bool *exists)
{
	relais_rows *rows;
	relais_row row;
	size_t at;
	relais_status rc = ask(s, &rows, &at);

	*highest = 0;
	*exists = false;
	if (rc != RELAIS_OK)
		return rc;
	while ((rc = relais_rows_next(rows, &row, &s->err)) == RELAIS_OK) {
		const char *known = at < row.count && row.cells[at] ? row.cells[at] : "";
		int number = resolution ? number_in(known, resolution) : 0;

		*highest = number > *highest ? number : *highest;
		*exists = *exists || (code && strcmp(known, code) == 0);
	}
	relais_rows_close(rows);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

relais_status action_series(
	struct session *s, const char *code, char title[TITLE_SIZE], char resolution[CODE_SIZE])
{
	size_t length = strcspn(code, "#"), at, title_at, resolution_at, repeat_at;
	relais_rows *rows;
	relais_row row;
	relais_status rc = ask(s, &rows, &at);

	const char *nth = code + length + (code[length] == '#');
	bool is_time = *nth >= '1' && *nth <= '9' && nth[strspn(nth, "0123456789")] == '\0';

	title[0] = resolution[0] = '\0';
	if (rc != RELAIS_OK)
		return rc;
	title_at = column_at(rows, "title");
	resolution_at = column_at(rows, "resolution");
	repeat_at = column_at(rows, "repeat");
	while ((rc = relais_rows_next(rows, &row, &s->err)) == RELAIS_OK) {
		if (!is_time || !row.cells[repeat_at] || strlen(row.cells[at]) != length ||
			strncmp(row.cells[at], code, length) != 0)
			continue;
		snprintf(title, TITLE_SIZE, "%s", row.cells[title_at]);
		snprintf(resolution, CODE_SIZE, "%s", row.cells[resolution_at]);
	}
	relais_rows_close(rows);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

/* Every code, NULL-terminated; short when memory is. */
static char **all_codes(relais_rows *rows, size_t at, size_t *count)
{
	relais_row row;
	char **codes = calloc(1, sizeof *codes);

	*count = 0;
	while (codes && relais_rows_next(rows, &row, NULL) == RELAIS_OK) {
		char **longer = realloc(codes, (*count + 2) * sizeof *codes);

		if (!longer)
			break;
		codes = longer;
		codes[*count + 1] = NULL;
		codes[*count] = strdup(row.cells[at] ? row.cells[at] : "");
		if (!codes[*count])
			break;
		++*count;
	}
	return codes;
}

relais_status action_unknown(struct session *s, const char *code)
{
	char hint[256] = "";
	relais_rows *rows;
	size_t at, count;
	char **codes;
	relais_status rc = ask(s, &rows, &at);

	if (rc != RELAIS_OK)
		return rc;
	codes = all_codes(rows, at, &count);
	relais_rows_close(rows);
	if (codes)
		relais_suggest(code, (const char *const *)codes, s->lang, hint, sizeof hint);
	for (size_t i = 0; codes && i < count; i++)
		free(codes[i]);
	free(codes);
	return tool_fail(s, RELAIS_E_USAGE, "unknown action '%s'%s", code, hint);
}
