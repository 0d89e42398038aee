/* SPDX-License-Identifier: MIT
 * A second reading of a file that holds computed cells: its rows are added up by indicator and
 * period, since the last total and altogether, and every total met is compared with both. A
 * printed total may be rounded: half a unit of its last digit is no difference.
 */
#include "audit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/error.h"
#include "../../base/number.h"
#include "../../base/text.h"

enum { FINE = NUMBER_MAX_DECIMALS, KEY_SIZE = 160, MOST_GROUPS = 256 };

/* Sums of the columns of figures, in millionths, for the rows of one key. */
typedef struct group {
	char key[KEY_SIZE];
	int64_t *since; /* the last total */
	int64_t *all;
} group;

typedef struct audit {
	const layout *layout;
	const figures *figures; /* know the decimal marks */
	told *told;
	audit_counts *counts;
	group groups[MOST_GROUPS];
	size_t count;
	bool is_full; /* too many keys to tell */
	arena memory;
} audit;

static bool read_cell(const audit *a, const record *r, size_t i, int64_t *units, int *decimals)
{
	number n, fine;

	if (i >= r->count ||
		number_read(r->fields[i], r->lengths[i], figures_mark(a->figures, i), &n) !=
			NUMBER_READ ||
		!number_rescale(n, FINE, &fine, NULL))
		return false;
	*units = fine.units;
	*decimals = n.decimals;
	return true;
}

static bool read_figure(
	const audit *a, const record *r, size_t i, int64_t *units, int *decimals)
{
	return a->layout->columns[i].role == ROLE_FIGURE && read_cell(a, r, i, units, decimals);
}

static int64_t half_unit(int decimals)
{
	int64_t half = 500000;

	while (decimals-- > 0)
		half /= 10;
	return half;
}

static bool is_near(int64_t a, int64_t b, int decimals)
{
	int64_t apart = a > b ? a - b : b - a;

	return apart <= (decimals < FINE ? half_unit(decimals) : 0);
}

static int64_t nearest(int64_t to, int64_t a, int64_t b)
{
	return llabs(to - a) < llabs(to - b) ? a : b;
}

static void differ(audit *a, spot at, const char *cell, int64_t makes)
{
	char sum[NUMBER_SIZE];

	a->counts->differ++;
	number_print((number){ makes, FINE }, sum);
	told_warn(a->told, at, "total-mismatch",
		"'%s' is computed in the file, and its figures make %s: see which is right",
		cell, sum);
}

/* ---- rows ---------------------------------------------------------------------- */

static void write_key(const layout *l, const record *r, char out[KEY_SIZE])
{
	char indicator[KEY_SIZE / 2], period[KEY_SIZE / 2];

	text_fold(layout_cell(l, r, OBS_INDICATOR), indicator, sizeof indicator);
	text_fold(layout_cell(l, r, OBS_PERIOD), period, sizeof period);
	snprintf(out, KEY_SIZE, "%s|%s", indicator, period);
}

static group *group_of(audit *a, const char *key, bool may_add, relais_error *err)
{
	size_t bytes = a->layout->count * sizeof(int64_t);
	group *g;

	for (size_t i = 0; i < a->count; i++)
		if (!strcmp(a->groups[i].key, key))
			return &a->groups[i];
	if (!may_add || (a->is_full = a->count == MOST_GROUPS))
		return NULL;
	g = &a->groups[a->count];
	g->since = arena_alloc(&a->memory, bytes);
	g->all = arena_alloc(&a->memory, bytes);
	if (!g->since || !g->all) {
		fail_memory(err);
		return NULL;
	}
	memcpy(g->key, key, KEY_SIZE);
	a->count++;
	return g;
}

static void add_row(audit *a, const record *r, group *g)
{
	for (size_t i = 0; i < a->layout->count; i++) {
		int64_t units;
		int decimals;

		if (!read_figure(a, r, i, &units, &decimals))
			continue;
		if (!number_add(&g->since[i], units) || !number_add(&g->all[i], units))
			a->is_full = true;
	}
}

static bool is_mean(const char *name)
{
	char folded[KEY_SIZE];

	text_fold(name, folded, sizeof folded);
	return !strncmp(folded, "moyenne", 7);
}

/* The group a total row sums: its own key's, or the only one there is. */
static group *summed(audit *a, const record *r)
{
	char key[KEY_SIZE];
	group *g;

	write_key(a->layout, r, key);
	if ((g = group_of(a, key, false, NULL)))
		return g;
	return a->count == 1 ? &a->groups[0] : NULL;
}

static void check_total_row(audit *a, const record *r, const char *name)
{
	group *g = summed(a, r);

	if (!g || a->is_full || is_mean(name))
		return;
	for (size_t i = 0; i < a->layout->count; i++) {
		int64_t units;
		int decimals;

		if (!read_figure(a, r, i, &units, &decimals))
			continue;
		if (is_near(units, g->since[i], decimals) ||
			is_near(units, g->all[i], decimals))
			a->counts->agree++;
		else
			differ(a, (spot){ r->line, i + 1 }, r->fields[i],
				nearest(units, g->since[i], g->all[i]));
	}
	memset(g->since, 0, a->layout->count * sizeof *g->since);
}

/* ---- columns -------------------------------------------------------------------- */

/* A total that says no unit is in that of its figures. */
static bool is_same_unit(const layout_column *total, const layout_column *figure)
{
	return !total->unit.what || (total->unit.what == figure->unit.what &&
					    total->unit.scale == figure->unit.scale);
}

/* A sum over different indicators may leave some out: only one axis is checked. */
static void check_total_column(audit *a, const record *r, size_t column)
{
	const layout *l = a->layout;
	int64_t total, units, sum = 0;
	int decimals, other;
	size_t added = 0;

	if ((l->across != ACROSS_PERIOD && l->across != ACROSS_OFFICE) ||
		!read_cell(a, r, column, &total, &decimals))
		return;
	for (size_t i = 0; i < l->count; i++)
		if (read_figure(a, r, i, &units, &other)) {
			if (!is_same_unit(&l->columns[column], &l->columns[i]))
				return;
			if (!number_add(&sum, units))
				return;
			added++;
		}
	if (added == 0)
		return;
	if (is_near(total, sum, decimals))
		a->counts->agree++;
	else
		differ(a, (spot){ r->line, column + 1 }, r->fields[column], sum);
}

/* A change is printed in percent, as a fraction of one, or as a difference. */
static void check_change(audit *a, const record *r, size_t column)
{
	const layout_column *c = &a->layout->columns[column];
	int64_t from, to, change, percent;
	int decimals, other;
	number exact;
	bool in_percent;

	if (!read_cell(a, r, column, &change, &decimals) ||
		!read_cell(a, r, c->from, &from, &other) ||
		!read_cell(a, r, c->which, &to, &other) || from == 0 ||
		!number_evolution(to, from, FINE, &exact))
		return;
	percent = exact.units;
	in_percent = strchr(r->fields[column], '%') || strchr(c->heading, '%');
	if (is_near(change, percent, decimals) ||
		(!in_percent &&
			(is_near(change, percent / 100, decimals) || change == to - from)))
		a->counts->agree++;
	else
		differ(a, (spot){ r->line, column + 1 }, r->fields[column], percent);
}

static void check_columns(audit *a, const record *r)
{
	for (size_t i = 0; i < a->layout->count; i++) {
		if (a->layout->columns[i].role == ROLE_TOTAL)
			check_total_column(a, r, i);
		else if (a->layout->columns[i].role == ROLE_CHANGE)
			check_change(a, r, i);
	}
}

bool audit_has_columns(const layout *l)
{
	for (size_t i = 0; i < l->count; i++)
		if (l->columns[i].role == ROLE_TOTAL || l->columns[i].role == ROLE_CHANGE)
			return true;
	return false;
}

static relais_status audit_row(audit *a, sift *s, const record *r, relais_error *err)
{
	char key[KEY_SIZE];
	group *g;

	switch (sift_row(s, r)) {
	case ROW_DATA:
		write_key(a->layout, r, key);
		if (!(g = group_of(a, key, true, err)) && !a->is_full)
			return RELAIS_E_MEMORY;
		if (g)
			add_row(a, r, g);
		check_columns(a, r);
		break;
	case ROW_TOTAL: check_total_row(a, r, sift_name(s, r)); break;
	default: break;
	}
	return RELAIS_OK;
}

relais_status audit_file(source *src, const dialect *d, const layout *l,
	const directories *known, const figures *read, told *t, audit_counts *counts,
	relais_error *err)
{
	sift s = { .layout = l, .known = known, .last_line = l->line };
	audit *a = calloc(1, sizeof *a);
	relais_status rc;
	reader *rd = NULL;
	record r;

	if (!a)
		return fail_memory(err);
	*a = (audit){ .layout = l, .figures = read, .told = t, .counts = counts };
	rc = reader_open(&rd, src, d, err);
	while (rc == RELAIS_OK && (rc = reader_next(rd, &r, err)) == RELAIS_OK)
		if ((rc = profile_split(l->profile, &r, err)) == RELAIS_OK && r.line > l->line)
			rc = audit_row(a, &s, &r, err);
	reader_close(rd);
	arena_free(&a->memory);
	free(a);
	return rc == RELAIS_END ? RELAIS_OK : rc;
}
