/* SPDX-License-Identifier: MIT
 * One row of a register or a journal: its cells read, the office it is about, its key.
 */
#include <string.h>

#include "../../base/arena.h"
#include "../../base/date.h"
#include "../../base/error.h"
#include "../../base/text.h"
#include "../../model/kind_identity.h"
#include "../../model/kind_measure.h"
#include "cell_code.h"
#include "match.h"
#include "registry_inside.h"

enum { CELL_SIZE = 4096 };

static bool is_to_come(const registry *g, const char *iso)
{
	relais_day day;

	return day_read(iso, strlen(iso), &day) && day > g->make->options->today;
}

/* What comes after an event. */
static void become(kind_column *c, const char *type)
{
	c->type = CELL_OFFICE;
	if (type && !strcmp(type, "changement_nom"))
		c->type = CELL_TEXT;
	if (type && !strcmp(type, "changement_statut")) {
		c->type = CELL_CHOICE;
		c->choices = kind_legal_forms;
	}
}

/* What a source can be asked, where the line says the source; else the rule of the row sees to it. */
static void measure(kind_column *c, const char *source)
{
	const measure_source *s = measure_source_named(source);

	if (!s)
		c->type = CELL_CODE;
	else if (c->type == CELL_FORMULA)
		c->choices = s->formulas;
	else {
		c->type = s->filter;
		c->choices = s->words;
	}
}

/* An alias is of an office or of an indicator: its first column says which. An identifier is
 * read as its scheme has it, and spoken of by its name. */
static kind_column column_for(const registry *g, size_t i)
{
	kind_column c = g->k->columns[i];

	if (c.type == CELL_BECOMES)
		become(&c, g->values[EVENT_TYPE]);
	if (c.type == CELL_IDENTIFIED) {
		c.type = cell_type_of_scheme(g->values[i - 1]);
		c.name = g->values[i - 1] ? g->values[i - 1] : c.name;
	}
	if (c.type == CELL_FILTER || (c.type == CELL_FORMULA && !c.choices))
		measure(&c, g->values[MEASURE_SOURCE]);
	if (c.type == CELL_ALIASED)
		c.type = g->values[0] && !strcmp(g->values[0], "indicator") ? CELL_INDICATOR
									    : CELL_OFFICE;
	return c;
}

/* Reads every cell said; false: some were rejected (the row counts once). */
static bool read_cells(registry *g, const char *const *said, const size_t *fields, spot at,
	relais_error *err, relais_status *rc)
{
	uint64_t already = g->told->rejected;
	char cell[CELL_SIZE];

	*rc = RELAIS_OK;
	for (size_t i = 0; i < g->k->count; i++) {
		const kind_column named = column_for(g, i), *c = &named;
		spot here = { at.line, fields ? (unsigned long)fields[i] + 1 : 0 };

		g->values[i] = NULL;
		if (!said[i])
			continue;
		if (c->type == CELL_TERRITORY && *said[i] &&
			maker_territory(g->make, said[i]) &&
			(*rc = g->make->failed) != RELAIS_OK)
			return false;
		if (!cell_read(c, said[i], g->known, g->told, here, cell, sizeof cell))
			continue;
		if (g->k->way == KIND_JOURNAL && c->type == CELL_DAY && *cell &&
			is_to_come(g, cell)) {
			told_reject(g->told, here, "future-date",
				"%s '%s' has not come yet: a journal tells what happened",
				c->name, cell);
			continue;
		}
		if (*cell && !(g->values[i] = arena_string(&g->row, cell))) {
			*rc = fail_memory(err);
			return false;
		}
	}
	if (g->told->rejected == already)
		return true;
	g->told->rejected = already + 1;
	return false;
}

void registry_match(registry *g, const char *cell)
{
	g->match_by = cell && *cell ? cell : NULL;
}

/* Rows of the register of offices are about the office they match. */
static bool find_office(registry *g, spot at)
{
	const kind *k = g->k;
	sighting row = { .by = g->match_by, .may_be_new = g->make->options->create_offices };
	const char *code;

	if (g->known->offices.count == 0 || strcmp(k->name, "offices") != 0)
		return true;
	row.code = g->values[k->key];
	row.siret = g->values[kind_column_at(k, "siret")];
	row.name = g->values[kind_column_at(k, "name")];
	row.commune = g->values[kind_column_at(k, "commune")];
	row.is_bureau = g->values[kind_column_at(k, "bureau_of")] != NULL;
	code = match_office(&g->known->offices, &row, g->told, at);
	if (code)
		g->values[k->key] = code;
	return code || !row.code;
}

bool registry_read(registry *g, const char *const *said, const size_t *fields, spot at,
	relais_error *err, relais_status *rc)
{
	uint64_t rejected = g->told->rejected;

	return read_cells(g, said, fields, at, err, rc) && find_office(g, at) &&
	       g->told->rejected == rejected;
}

relais_status registry_read_key(registry *g, relais_error *err)
{
	const kind *k = g->k;
	text key = { 0 };

	g->key = NULL;
	if (k->way != KIND_REGISTER)
		return RELAIS_OK;
	for (size_t i = k->key; i < k->key + k->keys; i++) {
		const char *fallback = k->columns[i].fallback;

		if (!g->values[i] && fallback && !*fallback)
			g->values[i] = fallback;
		if (!g->values[i]) {
			text_free(&key);
			return RELAIS_OK;
		}
		if (*g->values[i])
			text_addf(&key, *text_str(&key) ? " %s" : "%s", g->values[i]);
	}
	g->key = key.failed ? NULL : arena_string(&g->row, key.data);
	text_free(&key);
	return g->key ? RELAIS_OK : fail_memory(err);
}
