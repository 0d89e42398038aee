/* SPDX-License-Identifier: MIT
 * See again.h.
 */
#include "again.h"

#include <stdio.h>
#include <string.h>

#include "../../store/store.h"

enum { AT_SECTION, AT_FIGURE, AT_PERIOD = 4, AT_VALUE, AT_FLAG };

static const char told_sql[] =
	"SELECT section, figure, indicator, \"group\", period, value, flag FROM edition_figure\n"
	" WHERE edition_id = ?1 ORDER BY rank";
static const char has_section[] =
	"SELECT 1 FROM edition_figure WHERE edition_id = ?1 AND section = ?2 LIMIT 1";

typedef struct comparing {
	record_source *next;
	void *self;
	stmt *told, *sections;
	char *detail;
} comparing;

relais_status edition_look_back(relais_store *store, int64_t edition, relais_error *err)
{
	stmt *s;
	relais_status rc = stmt_prepare(&s, store,
		"SELECT coalesce(batch_id, 0) FROM edition WHERE edition_id = ?1", err);

	if (rc != RELAIS_OK)
		return rc;
	stmt_bind_int_at(s, 1, edition);
	if ((rc = stmt_step(s, err)) == RELAIS_OK)
		store_look_back(store, stmt_int(s, 0), edition);
	stmt_free(s);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}

void edition_look_now(relais_store *store)
{
	store_look_at_all(store);
}

static bool same(const char *a, const char *b)
{
	return a && b ? !strcmp(a, b) : a == b;
}

static const char *shown(const char *cell)
{
	return cell && *cell ? cell : "–";
}

/* The next figure of a section the edition has. RELAIS_END: there is none. */
static relais_status next_of(
	const comparing *c, const char *cells[RECORD_CELLS], relais_error *err)
{
	while (c->next(c->self, cells)) {
		relais_status rc;

		stmt_reset(c->sections);
		stmt_bind_text_at(c->sections, 2, cells[AT_SECTION]);
		if ((rc = stmt_step(c->sections, err)) != RELAIS_END)
			return rc;
	}
	return RELAIS_END;
}

/* NULL: not told. */
static void say(const comparing *c, const char *const *was, const char *const *is)
{
	const char *const *of = was ? was : is;

	snprintf(c->detail, AGAIN_DETAIL, "%s %s %s: %s %s → %s %s", of[AT_SECTION],
		of[AT_FIGURE], shown(of[AT_PERIOD]), shown(was ? was[AT_VALUE] : NULL),
		was && was[AT_FLAG] ? was[AT_FLAG] : "", shown(is ? is[AT_VALUE] : NULL),
		is && is[AT_FLAG] ? is[AT_FLAG] : "");
}

static bool all_same(const char *const *was, const char *const *is)
{
	for (int i = 0; i < RECORD_CELLS; i++)
		if (!same(was[i], is[i]))
			return false;
	return true;
}

static relais_status compare(const comparing *c, relais_error *err)
{
	const char *was[RECORD_CELLS], *is[RECORD_CELLS];
	relais_status told, now;

	for (;;) {
		told = stmt_step(c->told, err);
		for (int i = 0; told == RELAIS_OK && i < RECORD_CELLS; i++)
			was[i] = stmt_text(c->told, i);
		if (told != RELAIS_OK && told != RELAIS_END)
			return told;
		now = next_of(c, is, err);
		if (now != RELAIS_OK && now != RELAIS_END)
			return now;
		if (told == RELAIS_END && now == RELAIS_END)
			return RELAIS_OK;
		if (told != now || !all_same(was, is)) {
			say(c, told == RELAIS_OK ? was : NULL, now == RELAIS_OK ? is : NULL);
			return RELAIS_OK;
		}
	}
}

relais_status edition_compare(relais_store *store, int64_t edition, record_source *next,
	void *self, char detail[AGAIN_DETAIL], relais_error *err)
{
	comparing c = { .next = next, .self = self, .detail = detail };
	relais_status rc = stmt_prepare(&c.told, store, told_sql, err);

	*detail = '\0';
	if (rc != RELAIS_OK)
		return rc;
	if ((rc = stmt_prepare(&c.sections, store, has_section, err)) == RELAIS_OK) {
		stmt_bind_int_at(c.told, 1, edition);
		stmt_bind_int_at(c.sections, 1, edition);
		rc = compare(&c, err);
		stmt_free(c.sections);
	}
	stmt_free(c.told);
	return rc;
}
