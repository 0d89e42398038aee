/* SPDX-License-Identifier: MIT
 * Cells of a measure, read by what its source can be asked (model/kind_measure.c).
 */
#include "cell_measure.h"

#include <string.h>

#include "../../base/error.h"
#include "../../base/suggest.h"
#include "../../base/text.h"
#include "../../model/kind_evidence.h"
#include "../../model/kind_measure.h"
#include "../../model/label.h"
#include "label_row.h"

enum { WORD_SIZE = 128, LIST_SIZE = 400 };

bool cell_is_measure(cell_type type)
{
	return type == CELL_FILTER || type == CELL_FORMULA || type == CELL_LABELS;
}

/* "entries, offices, on_time:N" */
static void list_choices(const choice *choices, char out[LIST_SIZE])
{
	size_t used = 0;

	for (const choice *c = choices; c->code && used + 1 < LIST_SIZE; c++)
		used += (size_t)snprintf(out + used, LIST_SIZE - used, "%s%s",
			c == choices ? "" : ", ", c->code);
	for (char *mark = out; (mark = strchr(mark, '#'));)
		*mark = 'N';
}

static bool refuse(
	const kind_column *column, const char *cell, const char *word, told *t, spot at)
{
	char list[LIST_SIZE], hint[256];
	suggestions near;

	list_choices(column->choices, list);
	suggest_start(&near, word);
	for (const choice *c = column->choices; c->code; c++)
		if (!strchr(c->code, '#'))
			suggest_offer(&near, c->code, NULL);
	suggest_print(&near, t->lang, hint, sizeof hint);
	told_reject(t, at, "unknown-formula", "%s '%s' is none of its values (%s)%s",
		column->name, cell, list, hint);
	return false;
}

static bool keep(
	text *said, char *out, size_t size, told *t, const kind_column *column, spot at)
{
	bool fits = !said->failed && said->length < size;

	if (fits)
		snprintf(out, size, "%s", text_str(said));
	else if (said->failed)
		fail_memory(&t->failed);
	else
		told_reject(t, at, "text-too-long", "%s is longer than %zu bytes: shorten it",
			column->name, size - 1);
	text_free(said);
	return fits;
}

/* The next word of a list with + between; false at its end. */
static bool next_word(const char **at, char word[WORD_SIZE])
{
	size_t n;

	*at += strspn(*at, "+ ");
	if (!**at)
		return false;
	n = strcspn(*at, "+");
	snprintf(word, WORD_SIZE, "%.*s", (int)n, *at);
	*at += n;
	for (n = strlen(word); n > 0 && word[n - 1] == ' '; n--)
		word[n - 1] = '\0';
	return true;
}

/* Choices with + between. Everything is *; of the journal, *+partners what was with a partner. */
static bool read_words(
	const kind_column *column, const char *cell, told *t, spot at, char *out, size_t size)
{
	bool of_journal = column->choices == kind_activity_types;
	const char *from = cell;
	char word[WORD_SIZE];
	text list = { 0 };

	if (!strcmp(cell, "*") || (of_journal && !strcmp(cell, "*+partners")))
		text_add(&list, cell);
	else
		while (next_word(&from, word)) {
			const char *code = choice_code(column->choices, word);

			if (!code) {
				text_free(&list);
				return refuse(column, cell, word, t, at);
			}
			text_addf(&list, "%s%s", list.length ? "+" : "", code);
		}
	return keep(&list, out, size, t, column, at);
}

/* Is it a level that some law of the scheme has? */
static bool check_level(const char *scheme, const char *level, told *t, spot at)
{
	text levels = { 0 };
	label_laws laws;
	bool is_known;

	if (!label_laws_load(&laws)) {
		fail_memory(&t->failed);
		return false;
	}
	is_known = label_level_known(&laws, scheme, level);
	if (!is_known) {
		label_levels_list(label_scheme(&laws, scheme), &levels);
		told_reject(t, at, "unknown-level", "'%s' is no level of %s: %s", level, scheme,
			text_str(&levels));
	}
	text_free(&levels);
	label_laws_free(&laws);
	return is_known;
}

/* "classement:I" is one label at a level; "a+b" several, at any. */
static bool read_labels(
	const kind_column *column, const char *cell, told *t, spot at, char *out, size_t size)
{
	const char *level = strchr(cell, ':'), *from = cell;
	char word[WORD_SIZE], scheme[WORD_SIZE];
	text list = { 0 };

	if (level) {
		snprintf(word, sizeof word, "%.*s", (int)(level - cell), cell);
		if (!cell_read_label(column, word, t, at, scheme, sizeof scheme) ||
			!check_level(scheme, level + 1, t, at))
			return false;
		text_addf(&list, "%s%s", scheme, level);
		return keep(&list, out, size, t, column, at);
	}
	while (next_word(&from, word)) {
		if (!cell_read_label(column, word, t, at, scheme, sizeof scheme)) {
			text_free(&list);
			return false;
		}
		text_addf(&list, "%s%s", list.length ? "+" : "", scheme);
	}
	return keep(&list, out, size, t, column, at);
}

bool cell_read_measure(
	const kind_column *column, const char *cell, told *t, spot at, char *out, size_t size)
{
	if (column->type == CELL_LABELS)
		return read_labels(column, cell, t, at, out, size);
	if (column->type == CELL_FILTER)
		return read_words(column, cell, t, at, out, size);
	if (!measure_formula(column->choices, cell))
		return refuse(column, cell, cell, t, at);
	snprintf(out, size, "%s", cell);
	return true;
}
