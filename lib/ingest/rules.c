/* SPDX-License-Identifier: MIT
 * The list of rules, and what may be asked about it.
 */
#include "rules.h"

#include <stdlib.h>
#include <string.h>

#include "../base/error.h"
#include "../base/rows.h"
#include "../base/suggest.h"
#include "../base/words.h"
#include "table.h"

extern const unsigned char relais_share_rules[];
extern const unsigned long relais_share_rules_size;

enum { ID, SEVERITY, SKIPPABLE, STRICT, LABEL_EN, LABEL_FR, EXAMPLE, CURE_EN, CURE_FR, FIELDS };
static const char *const fields[FIELDS + 1] = { "id", "severity", "skippable", "strict",
	"label_en", "label_fr", "example", "cure_en", "cure_fr", NULL };

static relais_status take_rule(void *self, const table_row *row, relais_error *err)
{
	rules *r = self;
	const char *kept[FIELDS];
	known_rule *one;

	if (r->count == r->capacity) {
		size_t capacity = r->capacity ? r->capacity * 2 : 128;
		known_rule *grown = realloc(r->all, capacity * sizeof *grown);

		if (!grown)
			return fail_memory(err);
		r->all = grown;
		r->capacity = capacity;
	}
	for (size_t i = 0; i < FIELDS; i++)
		if (!(kept[i] = arena_string(&r->memory, row->cells[i])))
			return fail_memory(err);
	one = &r->all[r->count++];
	*one = (known_rule){ .id = kept[ID],
		.severity = kept[SEVERITY],
		.label = { kept[LABEL_EN], kept[LABEL_FR] },
		.example = kept[EXAMPLE],
		.cure = { kept[CURE_EN], kept[CURE_FR] },
		.is_skippable = !strcmp(kept[SKIPPABLE], "yes"),
		.is_strict = !strcmp(kept[STRICT], "yes") };
	return RELAIS_OK;
}

relais_status rules_load(rules *r, relais_error *err)
{
	static const table_columns columns = { fields, NULL, FIELDS - 3 };
	relais_status rc;
	source *src;

	*r = (rules){ 0 };
	rc = source_open_bytes(&src, "rules", relais_share_rules, relais_share_rules_size, err);
	if (rc != RELAIS_OK)
		return rc;
	rc = table_read(src, &columns, take_rule, r, err);
	source_close(src);
	return rc;
}

void rules_free(rules *r)
{
	free(r->all);
	arena_free(&r->memory);
	*r = (rules){ 0 };
}

const known_rule *rules_find(const rules *r, const char *id)
{
	for (size_t i = 0; i < r->count; i++)
		if (!strcmp(r->all[i].id, id))
			return &r->all[i];
	return NULL;
}

static relais_status unknown_rule(const rules *r, const char *id, relais_error *err)
{
	suggestions near;
	char candidates[256];

	suggest_start(&near, id);
	for (size_t i = 0; i < r->count; i++)
		suggest_offer(&near, r->all[i].id, NULL);
	suggest_print(&near, err ? err->lang : RELAIS_EN, candidates, sizeof candidates);
	return fail(err, RELAIS_E_USAGE, "there is no rule '%s'%s", id, candidates);
}

relais_status rules_skip(rules *r, const char *const *skip, relais_error *err)
{
	for (; skip && *skip; skip++) {
		const known_rule *known = rules_find(r, *skip);

		if (!known)
			return unknown_rule(r, *skip, err);
		if (!known->is_skippable)
			return fail(err, RELAIS_E_USAGE,
				"the rule '%s' cannot be skipped: there would be nothing right to keep",
				*skip);
		r->all[known - r->all].is_skipped = true;
	}
	return RELAIS_OK;
}

/* ---- --rules ------------------------------------------------------------------------ */

static const relais_column columns[] = {
	{ "rule", N_("Rule"), RELAIS_CODE },
	{ "severity", N_("Severity"), RELAIS_CODE },
	{ "skippable", N_("Can be skipped"), RELAIS_CODE },
	{ "strict", N_("Refused by --strict"), RELAIS_CODE },
	{ "label", N_("What is wrong"), RELAIS_TEXT },
	{ "example", N_("Example"), RELAIS_TEXT },
	{ "cure", N_("What to do"), RELAIS_TEXT },
};

/* What is kept of these on a narrow terminal. */
static const char in_short[] = "rule label:40 | severity strict skippable";
enum { COLUMNS = sizeof columns / sizeof *columns };

static void cells_of(const known_rule *one, relais_lang lang, const char *cells[COLUMNS])
{
	int in = lang == RELAIS_FR;

	cells[0] = one->id;
	cells[1] = one->severity;
	cells[2] = one->is_skippable ? "yes" : "no";
	cells[3] = one->is_strict ? "yes" : "no";
	cells[4] = one->label[in];
	cells[5] = *one->example ? one->example : NULL;
	cells[6] = *one->cure[in] ? one->cure[in] : NULL;
}

static relais_status list_all(const rules *r, relais_rows **out, relais_error *err)
{
	rowlist *list = rowlist_new(columns, COLUMNS);
	const char *cells[COLUMNS];

	if (!list)
		return fail_memory(err);
	for (size_t i = 0; i < r->count; i++) {
		cells_of(&r->all[i], err ? err->lang : RELAIS_EN, cells);
		for (size_t c = 0; c < COLUMNS; c++)
			rowlist_text(list, cells[c]);
		rowlist_end_row(list);
	}
	return rows_with_main(out, in_short, rowlist_rows(list, out, err));
}

/* One rule is a page: what is a column of the list is a line here. */
static relais_status explain(const known_rule *one, relais_rows **out, relais_error *err)
{
	static const relais_column page[] = {
		{ "part", N_("Part"), RELAIS_CODE },
		{ "text", N_("Text"), RELAIS_TEXT },
	};
	rowlist *list = rowlist_new(page, 2);
	const char *cells[COLUMNS];

	if (!list)
		return fail_memory(err);
	cells_of(one, err ? err->lang : RELAIS_EN, cells);
	for (size_t c = 0; c < COLUMNS; c++) {
		if (!cells[c])
			continue;
		rowlist_text(list, columns[c].name);
		rowlist_text(list, cells[c]);
		rowlist_end_row(list);
	}
	return rowlist_rows(list, out, err);
}

relais_status relais_ask_rules(const char *id, relais_rows **out, relais_error *err)
{
	const known_rule *one = NULL;
	relais_status rc;
	rules r;

	*out = NULL;
	if ((rc = rules_load(&r, err)) == RELAIS_OK) {
		if (!id)
			rc = list_all(&r, out, err);
		else
			rc = (one = rules_find(&r, id)) ? explain(one, out, err)
							: unknown_rule(&r, id, err);
	}
	rules_free(&r);
	return rc;
}
