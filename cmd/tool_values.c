/* SPDX-License-Identifier: MIT
 * An option's value, read by the kind its row says. A value that cannot be meant is refused
 * with the option's name and what it takes.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "tool.h"

/* --db "$DB" with nothing in DB must not become another command. */
static relais_status take_text(
	struct session *s, const struct tool_option *row, const char *value)
{
	if (!*value && strcmp(row->metavar, "FILE") == 0)
		return tool_misuse(
			s, "option '--%s' needs a value: %s", row->name, row->metavar);
	*row->into.text = value;
	return RELAIS_OK;
}

static relais_status take_list(
	struct session *s, const struct tool_option *row, const char *value)
{
	struct tool_list *list = row->into.list;
	size_t before = list->count;

	while (*value) {
		size_t length = strcspn(value, ",");
		char **items;

		if (length) {
			items = realloc(list->items, (list->count + 2) * sizeof *items);
			if (!items)
				return tool_fail(s, RELAIS_E_MEMORY, "not enough memory");
			list->items = items;
			items[list->count + 1] = NULL;
			if (!(items[list->count] = strndup(value, length)))
				return tool_fail(s, RELAIS_E_MEMORY, "not enough memory");
			list->count++;
		}
		value += length + (value[length] == ',');
	}
	if (list->count == before)
		return tool_misuse(s, "option '--%s' needs a value: %s", row->name,
			relais_words(s->lang, row->metavar));
	return RELAIS_OK;
}

static relais_status take_day(
	struct session *s, const struct tool_option *row, const char *value)
{
	if (!value)
		*row->into.day = TOOL_THAT_DAY;
	if (!value || relais_day_parse(value, row->into.day, NULL) == RELAIS_OK)
		return RELAIS_OK;
	return tool_misuse(
		s, "'%s' is no date for '--%s': write it like 2024-08-31", value, row->name);
}

static relais_status take_count(
	struct session *s, const struct tool_option *row, const char *value)
{
	char *end;

	errno = 0;
	*row->into.count = strtoul(value, &end, 10);
	if (errno || *end || *value < '0' || *value > '9')
		return tool_misuse(s, "'%s' is no number for '--%s': digits are expected",
			value, row->name);
	return RELAIS_OK;
}

static relais_status take_choice(
	struct session *s, const struct tool_option *row, const char *value)
{
	char hint[256], all[256] = "";

	for (const char *const *choice = row->choices; *choice; choice++) {
		size_t used = strlen(all);

		if (strcmp(*choice, value) == 0) {
			*row->into.text = value;
			return RELAIS_OK;
		}
		snprintf(all + used, sizeof all - used, "%s%s", used ? " " : "", *choice);
	}
	relais_suggest(value, row->choices, s->lang, hint, sizeof hint);
	return tool_misuse(
		s, "unknown value '%s' of '--%s'%s: one of %s", value, row->name, hint, all);
}

relais_status tool_take(struct session *s, const struct tool_option *row, const char *value)
{
	switch (row->kind) {
	case OPTION_FLAG: *row->into.flag = true; return RELAIS_OK;
	case OPTION_TEXT: return take_text(s, row, value);
	case OPTION_LIST: return take_list(s, row, value);
	case OPTION_DAY: return take_day(s, row, value);
	case OPTION_COUNT: return take_count(s, row, value);
	case OPTION_CHOICE: break;
	}
	return take_choice(s, row, value);
}

static void forget_list(const struct tool_option *row)
{
	if (row->kind != OPTION_LIST)
		return;
	for (size_t i = 0; i < row->into.list->count; i++)
		free(row->into.list->items[i]);
	free(row->into.list->items);
	*row->into.list = (struct tool_list){ .items = NULL };
}

void tool_forget(const struct verb *verb)
{
	for (const struct tool_option *row = verb->options; row && row->name; row++)
		forget_list(row);
	for (const struct shared_option *row = tool_shared; row->option.name; row++)
		forget_list(&row->option);
}
