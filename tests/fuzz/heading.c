/* SPDX-License-Identifier: MIT
 * What the words above a column mean (`heading`, one cell), and where in a whole file the headings are
 * (`layout`): roles and fields that exist, of a kind that has all it needs.
 */
#include "fuzz.h"

#include "../../lib/base/period.h"
#include "../../lib/ingest/layout/heading.h"
#include "../../lib/ingest/layout/layout.h"

static directories known;

static void start(void)
{
	relais_error err = { 0 };

	if (directories_load(&known, fuzz_network(), &err) != RELAIS_OK) {
		fprintf(stderr, "fuzz: %s\n", err.text);
		exit(2);
	}
}

/* ---- one cell ----------------------------------------------------------------------- */

static void is_meant(const kind *k, const meaning *m)
{
	require(m->column == LAYOUT_NONE || m->column < k->count, "column %zu of %zu",
		m->column, k->count);
	require(m->office >= 0 && m->indicator >= 0 && m->period >= 0, "%lld %lld %d",
		(long long)m->office, (long long)m->indicator, m->period);
	require(memchr(m->rest, 0, sizeof m->rest), "words without an end");
}

static void take_unit(const char *cell)
{
	unit u = { UNIT_NONE, 0 };
	char *words = strdup(cell);

	if (!words)
		return;
	if (unit_take(words, &u))
		require(strlen(words) < strlen(cell) && u.what != UNIT_NONE, "'%s' of '%s'",
			words, cell);
	free(words);
	if (unit_alone(cell, &u) || unit_read(cell, &u))
		require(unit_name(u) && unit_factor(u), "no name for %d", (int)u.what);
}

static void one_heading(const char *bytes, size_t length)
{
	size_t variant = fuzz_choose(&bytes, &length, 256), kinds = 0;
	const char *second = bytes + strlen(bytes);
	meaning upper, lower;

	if (text_valid_utf8(bytes, length) < length)
		return; /* what the reader never gives */
	while (kind_at(kinds))
		kinds++;
	upper = heading_read(kind_at(variant % kinds), &known, bytes);
	is_meant(kind_at(variant % kinds), &upper);
	take_unit(bytes);
	(void)is_total(bytes);
	require(heading_year(bytes, 0) >= -1, "%d", heading_year(bytes, 0));
	if (second >= bytes + length)
		return;
	lower = heading_read(kind_at(variant % kinds), &known, second + 1);
	if (heading_join(&upper, &lower))
		is_meant(kind_at(variant % kinds), &upper);
}

/* ---- a file ------------------------------------------------------------------------- */

static void is_whole(const layout *l)
{
	require(l->kind && l->columns && l->at, "nothing found");
	for (size_t i = 0; i < l->count; i++) {
		const layout_column *c = &l->columns[i];

		require(c->heading && fuzz_is_utf8(c->heading), "a heading");
		require((c->role != ROLE_FLAG && c->role != ROLE_CHANGE) || c->which < l->count,
			"of field %zu", c->which);
		require(c->role != ROLE_CHANGE || c->from < l->count, "from field %zu",
			c->from);
		require(c->flag == LAYOUT_NONE || c->flag < l->count, "flag %zu", c->flag);
		require(c->next == LAYOUT_NONE || c->next < l->count, "then %zu", c->next);
	}
	for (size_t i = 0; i < l->kind->count; i++)
		require(l->at[i] == LAYOUT_NONE || l->at[i] < l->count, "%s in field %zu",
			l->kind->columns[i].name, l->at[i]);
}

static void find(source *s, relais_error *err)
{
	relais_import_options how = { .today = 20000, .lang = RELAIS_FR };
	told t = { 0 };
	dialect d;
	layout l;
	relais_status rc = dialect_detect(&d, s, source_about(s)->delimiter, err);

	require(rc == RELAIS_OK, "%s", err->text);
	rc = told_open(&t, fuzz_network(), &how, err);
	require(rc == RELAIS_OK, "%s", err->text);
	rc = layout_find(&l, s, &d, NULL, &how, &known, &t, err);
	fuzz_check_end(rc, err);
	if (rc == RELAIS_OK) {
		is_whole(&l);
		layout_free(&l);
	}
	told_close(&t);
}

static void one_layout(const char *bytes, size_t length)
{
	relais_error err = { 0 };
	source *s = fuzz_source(bytes, length, NULL, fuzz_block(0));

	if (s)
		find(s, &err);
	source_close(s);
}

const fuzz_target fuzz_heading = { start, one_heading };
const fuzz_target fuzz_layout = { start, one_layout };
