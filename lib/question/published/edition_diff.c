/* SPDX-License-Identifier: MIT
 * What moved from one edition to another: figures told by both with another value, those only one of
 * them has, those that one of them withholds. A figure told several times in one edition is compared
 * in the order it is told in. What a report would tell now is given to the question as JSON, as an
 * edition without a number: a reader of the store writes nothing, not even for a moment.
 */
#include "../../base/error.h"
#include "../../base/rows.h"
#include "../../base/text.h"
#include "../../base/words.h"
#include "../../store/store.h"
#include "../measure/fraction.h"
#include "../study/inside.h"
#include "record.h"

#include <string.h>

static const relais_column columns[] = { { "section", N_("Section"), RELAIS_CODE },
	{ "figure", N_("Figure"), RELAIS_CODE }, { "indicator", N_("Indicator"), RELAIS_CODE },
	{ "group", N_("Group"), RELAIS_CODE }, { "period", N_("Period"), RELAIS_TEXT },
	{ "before", N_("Before"), RELAIS_NUMBER }, { "value", N_("Value"), RELAIS_NUMBER },
	{ "change", N_("Change"), RELAIS_PERCENT }, { "state", N_("State"), RELAIS_CODE },
	{ "flag", N_("Flag"), RELAIS_CODE } };

enum { KEY_COLUMNS = 5, AT_BEFORE = KEY_COLUMNS, AT_VALUE, AT_FLAG, AT_IN_FIRST, AT_IN_SECOND };
enum { NOW = 0 }; /* no edition has this number */

static const char diff_sql[] =
	"WITH told AS (\n"
	"  SELECT *, row_number() OVER (PARTITION BY edition_id, section, figure, indicator,\n"
	"           \"group\", period ORDER BY rank) AS time\n"
	"    FROM (SELECT * FROM edition_figure UNION ALL\n"
	"          SELECT 0, key + 1, json_extract(value, '$[0]'), json_extract(value, '$[1]'),\n"
	"                 json_extract(value, '$[2]'), json_extract(value, '$[3]'),\n"
	"                 json_extract(value, '$[4]'), json_extract(value, '$[5]'),\n"
	"                 json_extract(value, '$[6]') FROM json_each(?3))\n"
	"   WHERE edition_id IN (?1, ?2)),\n"
	"a AS (SELECT * FROM told WHERE edition_id = ?1),\n"
	"b AS (SELECT * FROM told WHERE edition_id = ?2)\n"
	"SELECT b.section, b.figure, b.indicator, b.\"group\", b.period, a.value, b.value, b.flag,\n"
	"       a.rank IS NOT NULL, 1, b.rank AS place\n"
	"  FROM b LEFT JOIN a ON a.section = b.section AND a.figure = b.figure\n"
	"       AND a.indicator IS b.indicator AND a.\"group\" IS b.\"group\"\n"
	"       AND a.period IS b.period AND a.time = b.time\n"
	" WHERE a.rank IS NULL OR a.value IS NOT b.value\n"
	"UNION ALL\n"
	"SELECT a.section, a.figure, a.indicator, a.\"group\", a.period, a.value, NULL, a.flag,\n"
	"       1, 0, a.rank\n"
	"  FROM a LEFT JOIN b ON a.section = b.section AND a.figure = b.figure\n"
	"       AND a.indicator IS b.indicator AND a.\"group\" IS b.\"group\"\n"
	"       AND a.period IS b.period AND a.time = b.time\n"
	" WHERE b.rank IS NULL\n"
	" ORDER BY place, 10";

/* In percent of what was told; none without both values. */
static bool change_of(const stmt *s, number *out)
{
	const char *was = stmt_text(s, AT_BEFORE), *is = stmt_text(s, AT_VALUE);
	number before, now;
	int decimals;

	if (!was || !is || !number_from_text(was, &before) || !number_from_text(is, &now))
		return false;
	decimals = before.decimals > now.decimals ? before.decimals : now.decimals;
	return number_rescale(before, decimals, &before, NULL) &&
	       number_rescale(now, decimals, &now, NULL) &&
	       fraction_round(fraction_evolution(
				      fraction_of(now.units, 1), fraction_of(before.units, 1)),
		       6, out);
}

static const char *state_of(const stmt *s)
{
	if (!stmt_int(s, AT_IN_FIRST))
		return "new";
	if (!stmt_int(s, AT_IN_SECOND))
		return "gone";
	if (!stmt_text(s, AT_VALUE))
		return "withheld";
	return stmt_text(s, AT_BEFORE) ? "moved" : "told";
}

/* Letters of a measure, and not the word that some reports have for the state of a thing. */
static bool is_letters(const char *flag)
{
	return flag[strspn(flag, "befprsx")] == '\0';
}

static void add_row(rowlist *list, const stmt *s, number least)
{
	const char *flag = stmt_text(s, AT_FLAG) ? stmt_text(s, AT_FLAG) : "";
	bool is_word = !is_letters(flag), is_revised = !is_word && strchr(flag, 'r'),
	     has_change;
	char flags[40];
	number change;

	for (int i = 0; i < KEY_COLUMNS; i++)
		rowlist_text(list, stmt_text(s, i));
	rowlist_text(list, stmt_text(s, AT_BEFORE));
	rowlist_text(list, stmt_text(s, AT_VALUE));
	has_change = change_of(s, &change);
	if (has_change)
		rowlist_number(list, change);
	else
		rowlist_null(list);
	if (has_change && change.units < 0)
		change.units = -change.units;
	is_revised = is_revised || (has_change && number_order(change, least) > 0);
	snprintf(flags, sizeof flags, "%.24s%s", flag,
		!is_revised          ? ""
		: is_word            ? " r"
		: !strchr(flag, 'r') ? "r"
				     : "");
	rowlist_text(list, state_of(s));
	rowlist_text(list, flags);
	rowlist_end_row(list);
}

static relais_status read_rows(relais_store *store, int64_t first, int64_t second,
	const char *now, rowlist *list, relais_error *err)
{
	gates g = { 0 };
	int64_t known;
	stmt *s;
	relais_status rc = store_batch_as_of(store, RELAIS_NO_DAY, &known, err);

	if (rc == RELAIS_OK)
		rc = gates_load(&g, store, known, err);
	if (rc != RELAIS_OK || (rc = stmt_prepare(&s, store, diff_sql, err)) != RELAIS_OK)
		return rc;
	stmt_bind_int_at(s, 1, first);
	stmt_bind_int_at(s, 2, second);
	stmt_bind_text_at(s, 3, now);
	while ((rc = stmt_step(s, err)) == RELAIS_OK)
		add_row(list, s, g.revision);
	stmt_free(s);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

static void add_json(text *out, const char *said)
{
	if (!said) {
		text_add(out, "null");
		return;
	}
	text_add(out, "\"");
	for (; *said; said++)
		if (*said == '"' || *said == '\\' || (unsigned char)*said < ' ')
			text_addf(out, "\\u%04x", (unsigned)*said);
		else
			text_addf(out, "%c", *said);
	text_add(out, "\"");
}

static void add_told(text *out, record_source *next, void *self)
{
	const char *cells[RECORD_CELLS];

	text_add(out, "[");
	for (bool is_first = true; next(self, cells); is_first = false) {
		text_add(out, is_first ? "[" : ",[");
		for (int i = 0; i < RECORD_CELLS; i++) {
			if (i)
				text_add(out, ",");
			add_json(out, cells[i]);
		}
		text_add(out, "]");
	}
	text_add(out, "]");
}

static relais_status compare(relais_store *store, int64_t first, int64_t second,
	const char *now, relais_rows **out, relais_error *err)
{
	rowlist *list = rowlist_new(columns, sizeof columns / sizeof *columns);
	relais_status rc;

	if (!list)
		return fail_memory(err);
	if ((rc = read_rows(store, first, second, now, list, err)) == RELAIS_OK)
		return rowlist_rows(list, out, err);
	rowlist_free(list);
	return rc;
}

relais_status relais_ask_edition_diff(relais_store *store, int64_t first, int64_t second,
	relais_rows **out, relais_error *err)
{
	relais_status rc = edition_check_known(store, first, err);

	*out = NULL;
	if (rc == RELAIS_OK)
		rc = edition_check_known(store, second, err);
	return rc == RELAIS_OK ? compare(store, first, second, "[]", out, err) : rc;
}

relais_status record_diff(relais_store *store, int64_t first, record_source *next, void *self,
	relais_rows **out, relais_error *err)
{
	text now = { 0 };
	relais_status rc = edition_check_known(store, first, err);

	*out = NULL;
	add_told(&now, next, self);
	if (rc == RELAIS_OK && now.failed)
		rc = fail_memory(err);
	if (rc == RELAIS_OK)
		rc = compare(store, first, NOW, now.data, out, err);
	text_free(&now);
	return rc;
}
