/* SPDX-License-Identifier: MIT
 * Values that may complete a word: choices, formats, kinds, keys, and codes and periods that the
 * store holds. What cannot be read is not offered.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tool_complete.h"

void completion_offer(const struct completion *c, const char *value, const char *about)
{
	const char *partial = c->typed + c->lead;

	if (strncmp(value, partial, strlen(partial)) == 0 && !strpbrk(value, "\t\n"))
		printf("%.*s%s\t%.*s\n", (int)c->lead, c->typed, value,
			(int)strcspn(about, "\n"), about);
}

static void offer_list(const struct completion *c, const char *const *list)
{
	for (; list && *list; list++)
		completion_offer(c, *list, "");
}

static size_t column_named(const relais_rows *rows, const char *const *names, size_t otherwise)
{
	size_t count;
	const relais_column *columns = relais_rows_columns(rows, &count);

	for (; *names; names++)
		for (size_t i = 0; i < count; i++)
			if (strcmp(columns[i].name, *names) == 0)
				return i;
	return otherwise < count ? otherwise : 0;
}

/* The codes of a kind, with what people call them. */
static void offer_rows(const struct completion *c, relais_rows *rows)
{
	static const char *const french[] = { "label_fr", "label", "name", "title", NULL };
	static const char *const english[] = { "label_en", "label", "name", "title", NULL };
	static const char *const codes[] = { "code", "indicator", "edition", NULL };
	size_t code = column_named(rows, codes, 0);
	size_t name = column_named(rows, c->lang == RELAIS_FR ? french : english, 1);
	relais_error err = { 0 };
	relais_row row;

	while (relais_rows_next(rows, &row, &err) == RELAIS_OK)
		completion_offer(c, row.cells[code], row.cells[name] ? row.cells[name] : "");
	relais_rows_close(rows);
}

/* The store of the line; a catalogue in memory where it names none. */
static relais_store *open_store(const struct completion *c)
{
	relais_error err = { 0 };
	relais_store *store;

	if (relais_store_open(&store, c->db && *c->db ? c->db : NULL,
		    c->db && *c->db ? RELAIS_READ : RELAIS_PRIVATE, NULL, &err) != RELAIS_OK)
		return NULL;
	return store;
}

static void offer_kind(const struct completion *c, const char *kind)
{
	relais_store *store = open_store(c);
	const relais_question all = { .as_of = RELAIS_NO_DAY, .today = RELAIS_NO_DAY };
	relais_error err = { 0 };
	relais_rows *rows;

	if (store && relais_ask_export(store, kind, &all, &rows, &err) == RELAIS_OK)
		offer_rows(c, rows);
	relais_store_close(store);
}

static void offer_kinds(const struct completion *c)
{
	static const char *const kind[] = { "kind", NULL };
	relais_error err = { 0 };
	relais_rows *rows;
	relais_row row;
	char last[64] = "";

	if (relais_ask_kinds(NULL, &rows, &err) != RELAIS_OK)
		return;
	while (relais_rows_next(rows, &row, &err) == RELAIS_OK) {
		const char *name = row.cells[column_named(rows, kind, 0)];

		if (strcmp(name, last) != 0)
			completion_offer(c, name, "");
		snprintf(last, sizeof last, "%s", name);
	}
	relais_rows_close(rows);
}

static void offer_views(const struct completion *c)
{
	relais_error err = { 0 };
	relais_rows *rows;

	if (relais_ask_views(&rows, &err) == RELAIS_OK)
		offer_rows(c, rows);
}

/* From the first year the store has figures of to the last one, and the months of that. */
static void offer_periods(const struct completion *c)
{
	static const char *const first[] = { "first", NULL }, *const last[] = { "last", NULL };
	relais_store *store = open_store(c);
	const relais_question all = { .as_of = RELAIS_NO_DAY, .today = RELAIS_NO_DAY };
	relais_error err = { 0 };
	relais_rows *rows;
	relais_row row;
	int from = 0, to = 0;
	char period[16];

	completion_offer(
		c, "last-month", relais_words(c->lang, N_("the month before this one")));
	if (!store || relais_ask_indicators(store, &all, &rows, &err) != RELAIS_OK) {
		relais_store_close(store);
		return;
	}
	while (relais_rows_next(rows, &row, &err) == RELAIS_OK) {
		const char *since = row.cells[column_named(rows, first, 0)];
		const char *until = row.cells[column_named(rows, last, 0)];

		if (since && *since && (!from || atoi(since) < from))
			from = atoi(since);
		if (until && *until && atoi(until) > to)
			to = atoi(until);
	}
	relais_rows_close(rows);
	relais_store_close(store);
	for (int year = from; year && year <= to; year++) {
		snprintf(period, sizeof period, "%d", year);
		completion_offer(c, period, "");
	}
	for (int month = 1; to && month <= 12; month++) {
		snprintf(period, sizeof period, "%d-%02d", to, month);
		completion_offer(c, period, "");
	}
}

static void offer_reports(const struct completion *c)
{
	for (const struct verb *const *verb = c->tool->verbs; *verb; verb++)
		if ((*verb)->writes_document && !verb_is_option(*verb))
			completion_offer(
				c, (*verb)->name, relais_words(c->lang, (*verb)->about));
}

/* Which kind's codes an option or an operand takes; the tool may be any (NULL). */
static const char *kind_of_codes(const struct tool *tool, const char *option, const char *word)
{
	static const struct {
		const char *tool, *word, *kind;
	} takes[] = {
		{ NULL, "indicator", "indicators" },
		{ NULL, "office", "offices" },
		{ NULL, "offices", "offices" },
		{ NULL, "territory", "territories" },
		{ NULL, "resolution", "resolutions" },
		{ NULL, "after", "actions" },
		{ NULL, "OFFICE", "offices" },
		{ NULL, "INDICATOR", "indicators" },
		{ "rt-status", "CODE", "resolutions" },
		{ "rt-plan", "CODE", "actions" },
	};

	for (size_t i = 0; i < sizeof takes / sizeof *takes; i++)
		if ((!takes[i].tool || strcmp(takes[i].tool, tool->name) == 0) &&
			strcmp(takes[i].word, *option ? option : word) == 0)
			return takes[i].kind;
	return NULL;
}

/* A word of the synopsis without what says how often: [FILE…], CODE,… */
static void bare_word(const char *metavar, char word[32])
{
	metavar += strspn(metavar, "[=");
	snprintf(word, 32, "%.*s", (int)strspn(metavar, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"), metavar);
}

void completion_values(
	struct completion *c, const struct verb *verb, const char *option, const char *metavar)
{
	char word[32];
	const char *kind;

	bare_word(metavar, word);
	if ((kind = kind_of_codes(c->tool, option, word)))
		offer_kind(c, kind);
	else if (strcmp(word, "FORMAT") == 0)
		offer_list(c, verb && verb->writes_document ? relais_document_formats()
							    : relais_formats());
	else if (strcmp(word, "KEY") == 0)
		offer_list(c, relais_keys());
	else if (strcmp(word, "KIND") == 0) {
		offer_kinds(c);
		if (option && strcmp(option, "export") == 0) {
			offer_views(c);
			completion_offer(c, "published", "");
		}
	} else if (strcmp(word, "PERIOD") == 0)
		offer_periods(c);
	else if (strcmp(word, "REPORT") == 0)
		offer_reports(c);
	else if (strcmp(word, "FILE") == 0)
		puts(":files");
	else if (strcmp(word, "DIR") == 0)
		puts(":folders");
}

void completion_option(
	struct completion *c, const struct verb *verb, const struct tool_option *row)
{
	const char *comma = strrchr(c->typed + c->lead, ',');

	if (comma && (row->kind == OPTION_LIST || strchr(row->metavar, ',')))
		c->lead = (size_t)(comma + 1 - c->typed);
	if (row->choices)
		offer_list(c, row->choices);
	else
		completion_values(c, verb, row->name, row->metavar);
}
