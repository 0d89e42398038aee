/* SPDX-License-Identifier: MIT
 * The rows of a documented view, for programs that load them elsewhere: what is in share/sql reads them.
 */
#include <stdlib.h>
#include <string.h>

#include "../base/error.h"
#include "../base/rows.h"
#include "../base/suggest.h"
#include "../base/text.h"
#include "../base/words.h"
#include "../store/views.h"

typedef struct view_rows {
	stmt *s;
	size_t count;
	relais_column *columns;
	const char **cells;
	relais_type *types;
	char (*wholes)[32]; /* numbers with a fraction that is nothing, without it */
} view_rows;

static void view_close(void *self)
{
	view_rows *v = self;

	stmt_free(v->s);
	free(v->columns);
	free(v->cells);
	free(v->types);
	free(v->wholes);
	free(v);
}

/* Which columns of each view are numbers: SQLite says it of a cell, not of a column of a view. */
static const char *const numbers[][2] = {
	{ "v_office", "member latitude longitude named" },
	{ "v_office_history", "member batch until_batch" },
	{ "v_event", "share batch line" },
	{ "v_indicator",
		"rank decimals derived factor minimum maximum soft_maximum step norm" },
	{ "v_observation", "value batch line units decimals year" },
	{ "v_figure", "year decimals" },
	{ "v_history", "value units decimals batch line until_batch" },
	{ "v_confirmation", "confirmed" },
	{ "v_norm", "required rank" },
	{ "v_resolution", "rank" },
	{ "v_progress", "entry batch line" },
	{ "v_action", "progress planned_eur spent_eur planned_days spent_days weight" },
	{ "v_target", "value" },
	{ "v_activity", "people days delay_days entry batch line" },
	{ "v_agreement", "services" },
	{ "v_objective", "target" },
	{ "v_lodging",
		"year population hotel_rooms residence_beds furnished_lodgings camping_pitches village_beds second_homes guest_rooms berths" },
	{ "v_session",
		"days hours seats teaching_eur other_costs_eur opco_eur cnfpt_eur region_eur relais_eur offices_eur others_eur satisfaction answers" },
	{ "v_enrolment", "trainees absent hours days" },
	{ "v_need", "year trainees days" },
	{ "v_batch",
		"batch rows_read created revised unchanged rejected skipped undoes undone_by" },
	{ "v_edition", "edition batch figures" },
	{ "v_edition_figure", "edition rank" },
	{ "v_known", "batch" },
	{ "v_scale", "decimals scale" },
	{ "v_within", "steps" },
	{ "v_expected", "value" },
	{ "v_current", "value units decimals" },
	{ "v_compared", "value previous units previous_units decimals counts" },
	{ "v_evolution",
		"value previous evolution offices expected coverage units previous_units decimals" },
};

/* Is it one of the words of a list? */
static bool lists(const char *list, const char *word)
{
	size_t length = strlen(word);

	for (const char *at = list; (at = strstr(at, word)); at += length)
		if ((at == list || at[-1] == ' ') && (at[length] == ' ' || !at[length]))
			return true;
	return false;
}

static bool ends_with(const char *name, const char *end)
{
	size_t length = strlen(name), tail = strlen(end);

	return length >= tail && strcmp(name + length - tail, end) == 0;
}

static relais_type type_of(const char *view, const char *name)
{
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		if (strcmp(numbers[i][0], view) == 0 && lists(numbers[i][1], name))
			return RELAIS_NUMBER;
	if (ends_with(name, "_on") || ends_with(name, "day") ||
		strcmp(name, "valid_from") == 0 || ends_with(name, "valid_until") ||
		ends_with(name, "known_until"))
		return RELAIS_DATE;
	return ends_with(name, "period") ? RELAIS_PERIOD : RELAIS_TEXT;
}

/* A year and a number of a batch are read as they stand, not as 2,025. */
static relais_type type_for_people(const relais_column *column, stmt_type type)
{
	if (type == STMT_INTEGER)
		return lists("year batch until_batch undoes undone_by line entry edition rank",
			       column->name)
			       ? RELAIS_CODE
			       : RELAIS_COUNT;
	return column->type;
}

/* SQLite writes a whole number of a column of others as 12.0, and we write 12. */
static const char *whole(const char *said, char out[32])
{
	size_t length = strlen(said);

	if (!ends_with(said, ".0") || length >= 32)
		return said;
	memcpy(out, said, length - 2);
	out[length - 2] = '\0';
	return strcmp(out, "-0") == 0 ? "0" : out;
}

static relais_status view_next(void *self, relais_row *row, relais_error *err)
{
	view_rows *v = self;
	relais_status rc = stmt_step(v->s, err);

	if (rc != RELAIS_OK)
		return rc;
	for (size_t i = 0; i < v->count; i++) {
		stmt_type type = stmt_type_of(v->s, (int)i);
		const char *said = stmt_text(v->s, (int)i);

		v->types[i] = type_for_people(&v->columns[i], type);
		v->cells[i] = type == STMT_REAL ? whole(said, v->wholes[i]) : said;
	}
	*row = (relais_row){ v->count, v->cells, v->types };
	return RELAIS_OK;
}

/* Takes the statement. */
static relais_status rows_of(relais_rows **out, const char *view, stmt *s, relais_error *err)
{
	size_t count = (size_t)stmt_columns(s);
	view_rows *v = calloc(1, sizeof *v);

	if (!v) {
		stmt_free(s);
		return fail_memory(err);
	}
	*v = (view_rows){ .s = s, .count = count };
	v->columns = calloc(count, sizeof *v->columns);
	v->cells = calloc(count, sizeof *v->cells);
	v->types = calloc(count, sizeof *v->types);
	v->wholes = calloc(count, sizeof *v->wholes);
	if (!v->columns || !v->cells || !v->types || !v->wholes) {
		view_close(v);
		return fail_memory(err);
	}
	for (size_t i = 0; i < count; i++) {
		const char *name = stmt_column_name(s, (int)i);

		v->columns[i] = (relais_column){ name, "", type_of(view, name) };
	}
	return rows_new(out, v->columns, count, view_next, view_close, v, err);
}

/* All columns, in their order: what comes first names the row, and rows alike are alike in any order. */
static relais_status select_all(
	stmt **out, relais_store *store, const char *view, relais_error *err)
{
	text sql = { 0 };
	relais_status rc;
	stmt *bare;
	int count;

	text_addf(&sql, "SELECT * FROM main.%s", view);
	rc = sql.failed ? fail_memory(err) : stmt_prepare(&bare, store, sql.data, err);
	if (rc == RELAIS_OK) {
		count = stmt_columns(bare);
		stmt_free(bare);
		for (int i = 1; i <= count; i++)
			text_addf(&sql, i == 1 ? " ORDER BY %d" : ", %d", i);
		rc = sql.failed ? fail_memory(err) : stmt_prepare(out, store, sql.data, err);
	}
	text_free(&sql);
	return rc;
}

static relais_status fail_unknown(const char *view, relais_error *err)
{
	suggestions near;
	char candidates[256], name[64];
	view_text v = { 0 };

	suggest_start(&near, view);
	while (views_next(&v)) {
		snprintf(name, sizeof name, "%.*s", (int)v.name_length, v.name);
		suggest_offer(&near, name, NULL);
	}
	suggest_print(&near, err ? err->lang : RELAIS_EN, candidates, sizeof candidates);
	return fail(err, RELAIS_E_USAGE, "there is no view '%s'%s", view, candidates);
}

relais_status relais_ask_view(
	relais_store *store, const char *view, relais_rows **out, relais_error *err)
{
	view_text v;
	bool has = false;
	relais_status rc;
	stmt *s;

	*out = NULL;
	if (!views_find(view, &v))
		return fail_unknown(view, err);
	if ((rc = views_ready(store, err)) != RELAIS_OK ||
		(rc = views_has(store, view, &has, err)) != RELAIS_OK)
		return rc;
	if (!has)
		return fail(err, RELAIS_E_STORE,
			"the view '%s' of the store '%s' is of another version, or gone: 'rt-import --upgrade --db %s' makes it anew",
			view, store_path(store), store_path(store));
	if ((rc = select_all(&s, store, view, err)) != RELAIS_OK)
		return rc;
	return rows_of(out, view, s, err);
}

relais_status relais_ask_views(relais_rows **out, relais_error *err)
{
	static const relais_column columns[] = { { "view", N_("View"), RELAIS_CODE } };
	rowlist *list = rowlist_new(columns, 1);
	view_text v = { 0 };
	char name[64];

	*out = NULL;
	if (!list)
		return fail_memory(err);
	while (views_next(&v)) {
		snprintf(name, sizeof name, "%.*s", (int)v.name_length, v.name);
		rowlist_text(list, name);
		rowlist_end_row(list);
	}
	return rowlist_rows(list, out, err);
}
