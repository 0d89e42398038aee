/* SPDX-License-Identifier: MIT
 * A reader who keeps every edition of six months, knows who answered when, and can do linear
 * programming: what can he tell of one office's figure? Random networks, with late answers and a
 * merger, publish totals of months and since January, of the network and of its territories; half of
 * them mind what rates tell (seuil_ecart) and publish these too. No figure of an office may be known
 * to within 10 %.
 */
#include "random_network.h"

#include <glpk.h>
#include <math.h>

enum { EQUATIONS = 4000 };

/* low <= sum of factor x figure <= high. */
typedef struct equation {
	double factor[OFFICES][PERIODS];
	double low, high;
} equation;

static equation *known;
static int known_count;

/* ---- what the reader makes of it -------------------------------------------------------------- */

/* Those of a total are who answered, but for some that came late or merged: the sum says which. */
static bool who_is_in(const network *n, int p, int territory, int edition, int64_t total,
	int units, bool in[OFFICES])
{
	int unsure[OFFICES], count = 0;

	for (int o = 0; o < n->count; o++) {
		bool may = is_there(n, o, p, edition) &&
			   (territory < 0 || home(n, o, edition) == territory);

		in[o] = may;
		if (may &&
			((p >= MONTHS && n->known[o][p] > p - MONTHS) ||
				(is_merged(n, edition) && (o == n->absorbed || o == n->into))))
			unsure[count++] = o;
	}
	for (unsigned out = 0; out < 1u << count; out++) {
		int64_t sum = 0;
		int found = 0;

		for (int k = 0; k < count; k++)
			in[unsure[k]] = !(out >> k & 1);
		for (int o = 0; o < n->count; o++) {
			sum += in[o] ? n->value[o][p] : 0;
			found += in[o];
		}
		if (is_merged(n, edition) && in[n->absorbed] && in[n->into])
			found--;
		if (sum == total && found == units)
			return true;
	}
	return false;
}

static equation *learn(double low, double high)
{
	assert_true(known_count < EQUATIONS);
	known[known_count] = (equation){ .low = low, .high = high };
	return &known[known_count++];
}

/* One row of an answer; cells that are hidden are empty. */
typedef struct told {
	int territory, period, units;
	int64_t value;
	bool has_value;
} told;

static int rows_of(
	const network *n, asking *ask, const char *span, const char *by, int edition, text *got)
{
	relais_question q = question_of(span);
	char day_text[24];

	snprintf(day_text, sizeof day_text, "2024-%02d-15", edition + 2);
	q.today = day(day_text);
	q.by = by;
	q.diffusion = RELAIS_PUBLIC;
	q.indicators = LIST("contacts_guichet");
	text_free(got);
	*got = (text){ 0 };
	answer(got, n->store, ask, &q);
	return 0;
}

static bool read_told(const char **line, told *t)
{
	char group[16], period[24], value[24];

	if (!**line || sscanf(*line, "contacts_guichet,%15[^,],%23[^,],%23[0-9],%d", group,
			       period, value, &t->units) == 0)
		return false;
	t->has_value = sscanf(*line, "contacts_guichet,%15[^,],%23[^,],%23[0-9],%d", group,
			       period, value, &t->units) == 4;
	t->territory = group[0] == 'T' && group[1] != 'o' ? atoi(group + 1) : -1;
	t->period = (period[3] == '4' ? MONTHS : 0) + atoi(period + 5) - 1;
	t->value = t->has_value ? strtoll(value, NULL, 10) : 0;
	*line = strchr(*line, '\n');
	*line += **line == '\n';
	return true;
}

/* Totals of every month there is, of the network or of its territories. */
static void read_months(const network *n, int edition, const char *by)
{
	const char *spans[] = { "2023-01..2023-06", NULL };
	char own[40];
	text got = { 0 };

	snprintf(own, sizeof own, "2024-01..2024-%02d", edition + 1);
	spans[1] = own;
	for (int y = 0; y < 2; y++) {
		const char *line;
		told t;

		rows_of(n, relais_ask_series, spans[y], by, edition, &got);
		for (line = text_str(&got); read_told(&line, &t);) {
			bool in[OFFICES];
			equation *e;

			if (!t.has_value)
				continue;
			if (!who_is_in(n, t.period, t.territory, edition, t.value, t.units, in))
				fail_msg("edition %d, %s, territory %d: %lld of %d units",
					edition, period_of(t.period), t.territory,
					(long long)t.value, t.units);
			e = learn((double)t.value, (double)t.value);
			for (int o = 0; o < n->count; o++)
				e->factor[o][t.period] = in[o];
		}
	}
	text_free(&got);
}

/* The sum since January: of those that are in the total of every month. */
static void read_since_january(const network *n, int edition, const char *by)
{
	char span[40];
	const char *line;
	text got = { 0 };
	told t;

	snprintf(span, sizeof span, "2024-01..2024-%02d", edition + 1);
	rows_of(n, relais_ask_totals, span, by, edition, &got);
	for (line = text_str(&got); edition && read_told(&line, &t);) {
		equation *e;

		if (!t.has_value)
			continue;
		e = learn((double)t.value, (double)t.value);
		for (int o = 0; o < n->count; o++) {
			bool all = t.territory < 0 || home(n, o, edition) == t.territory;

			for (int p = MONTHS; p <= MONTHS + edition; p++)
				all = all &&
				      (is_there(n, o, p, edition) ||
					      (o == n->absorbed && is_merged(n, edition) &&
						      p >= MONTHS + n->merged_at));
			for (int p = MONTHS; p <= MONTHS + edition; p++)
				e->factor[o][p] = all && is_there(n, o, p, edition);
		}
	}
	text_free(&got);
}

/* A level of the month over those that are there in both years; nothing when it is hidden. */
static void read_level(const network *n, int edition, int p, const char *cell)
{
	equation *e;

	if (*cell == ',')
		return;
	e = learn(strtod(cell, NULL), strtod(cell, NULL));
	for (int o = 0; o < n->count; o++)
		e->factor[o][p] = is_there(n, o, MONTHS + edition, edition) &&
				  is_there(n, o, edition, edition);
}

/* The rate of the month, as coarse as it is told, over those that are there in both years. */
static void read_rate(const network *n, int edition)
{
	int p = MONTHS + edition;
	const char *line, *cell;
	double rate, half = 0.5;
	text got = { 0 };
	equation *low, *high;

	rows_of(n, relais_ask_evolution, period_of(p), NULL, edition, &got);
	line = text_str(&got);
	for (int comma = 0; comma < 5; comma++) {
		line = strchr(line, ',') + 1;
		if (comma == 2 || comma == 3)
			read_level(n, edition, comma == 2 ? p : p - MONTHS, line);
	}
	if (*line == ',' || !n->minds_rates) {
		text_free(&got);
		return;
	}
	rate = strtod(line, NULL);
	cell = strchr(line, '.');
	for (size_t k = cell && cell < strchr(line, ',') ? strspn(cell + 1, "0123456789") : 0;
		k; k--)
		half /= 10;
	low = learn(0, INFINITY);
	high = learn(-INFINITY, 0);
	for (int o = 0; o < n->count; o++) {
		if (!is_there(n, o, p, edition) || !is_there(n, o, p - MONTHS, edition))
			continue;
		low->factor[o][p] = high->factor[o][p] = 1;
		low->factor[o][p - MONTHS] = -(1 + (rate - half) / 100);
		high->factor[o][p - MONTHS] = -(1 + (rate + half) / 100);
	}
	text_free(&got);
}

/* ---- the attack ------------------------------------------------------------------------------- */

static glp_prob *reader_problem(const network *n)
{
	int at[OFFICES * PERIODS + 1];
	double factor[OFFICES * PERIODS + 1];
	glp_prob *lp = glp_create_prob();

	glp_add_cols(lp, OFFICES * PERIODS);
	for (int c = 1; c <= OFFICES * PERIODS; c++)
		glp_set_col_bnds(lp, c, GLP_LO, 0, 0);
	glp_add_rows(lp, known_count);
	for (int r = 0; r < known_count; r++) {
		const equation *e = &known[r];
		int count = 0;

		for (int c = 0; c < OFFICES * PERIODS; c++)
			if (e->factor[c / PERIODS][c % PERIODS] != 0) {
				at[++count] = c + 1;
				factor[count] = e->factor[c / PERIODS][c % PERIODS];
			}
		glp_set_mat_row(lp, r + 1, count, at, factor);
		glp_set_row_bnds(lp, r + 1,
			isinf(e->high)      ? GLP_LO
			: isinf(e->low)     ? GLP_UP
			: e->low == e->high ? GLP_FX
					    : GLP_DB,
			e->low, e->high);
	}
	(void)n;
	return lp;
}

/* The least or the greatest a figure can be; false when nothing bounds it. */
static bool bound(glp_prob *lp, int column, int direction, double *out)
{
	glp_smcp how;

	glp_init_smcp(&how);
	how.msg_lev = GLP_MSG_OFF;
	glp_set_obj_dir(lp, direction);
	glp_set_obj_coef(lp, column, 1);
	if (glp_simplex(lp, &how) != 0)
		fail_msg("the reader's problem is not solved");
	glp_set_obj_coef(lp, column, 0);
	*out = glp_get_col_prim(lp, column);
	return glp_get_status(lp) == GLP_OPT;
}

static int attack(const network *n, unsigned seed)
{
	glp_prob *lp = reader_problem(n);
	int found = 0;

	for (int o = 0; o < n->count; o++)
		for (int p = 0; p < PERIODS; p++) {
			double low, high, value = (double)n->value[o][p];
			int column = o * PERIODS + p + 1;

			if (n->known[o][p] >= MONTHS ||
				glp_get_mat_col(lp, column, NULL, NULL) == 0)
				continue;
			if (!bound(lp, column, GLP_MIN, &low) || low < 0.9 * value ||
				!bound(lp, column, GLP_MAX, &high) || high > 1.1 * value)
				continue;
			print_error("network %u: %s in %s is %lld, told to be %.1f to %.1f\n",
				seed, code_of(o), period_of(p), (long long)n->value[o][p], low,
				high);
			found++;
		}
	glp_delete_prob(lp);
	return found;
}

static void nobody_is_recomputed(void **state)
{
	unsigned networks = networks_to_try(), equations = 0;
	int found = 0;

	(void)state;
	known = calloc(EQUATIONS, sizeof *known);
	assert_non_null(known);
	for (unsigned seed = 1; seed <= networks; seed++) {
		network n;

		invent(&n, seed);
		open_store(&n);
		known_count = 0;
		for (int edition = 0; edition < MONTHS; edition++) {
			send(&n, edition);
			read_months(&n, edition, NULL);
			read_months(&n, edition, "territory");
			read_since_january(&n, edition, NULL);
			read_since_january(&n, edition, "territory");
			read_rate(&n, edition);
		}
		found += attack(&n, seed);
		equations += (unsigned)known_count;
		network_close(n.store);
	}
	free(known);
	glp_free_env();
	/* A reader who is told nothing learns nothing. */
	assert_true(equations > networks * 20);
	assert_int_equal(found, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(nobody_is_recomputed) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
