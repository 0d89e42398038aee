/* SPDX-License-Identifier: MIT
 * A reader who keeps every edition of six months, knows who answered when, and can do linear
 * programming: what can he tell of one office's figure? Random networks, with late answers and a
 * merger, publish totals of months and since January, of the network, of its territories, of its categories,
 * of these crossed, and published copies; half of them mind what rates tell (seuil_ecart) and publish these
 * too. Up to three offices agree to be named, one of them late and one for a while: their figures he knows.
 * No figure of another may be known to within 10 %.
 */
#include "random_network.h"
#include "reader.h"

#include <math.h>

#include "../../lib/report/document.h"

enum { EQUATIONS = 4000, CROSSED_ARE_SLOW = 20, COPIES_ARE_SLOW = 4 };

/* low <= sum of factor x figure <= high. */
typedef struct equation {
	double factor[OFFICES][PERIODS];
	double low, high;
} equation;

static equation *known;
static int known_count;

/* ---- what the reader makes of it -------------------------------------------------------------- */

/* Whose total: -1 is any. */
typedef struct cell_key {
	int territory, category;
} cell_key;

static bool is_of(const network *n, int office, int edition, cell_key of)
{
	int at = home(n, office, edition);

	return (of.territory < 0 || n->territory[at] == of.territory) &&
	       (of.category < 0 || n->category[at] == of.category);
}

/* Those of a total are who answered, but for some that came late or merged: the sum says which. */
static bool who_is_in(const network *n, int p, cell_key of, int edition, int64_t total,
	int units, bool in[OFFICES])
{
	int unsure[OFFICES], count = 0;

	for (int o = 0; o < n->count; o++) {
		bool may = is_there(n, o, p, edition) && is_of(n, o, edition, of);

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
	cell_key of;
	int period, units;
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

/* The keys of a row, one or two, and what is behind them. */
static cell_key read_keys(const char **at, const char *by)
{
	cell_key of = { -1, -1 };

	for (int keys = by && strchr(by, ',') ? 2 : 1; keys; keys--) {
		int *to = **at == 'T' && (*at)[1] != 'o' ? &of.territory
			  : **at == 'C'                  ? &of.category
							 : NULL;

		if (to)
			*to = atoi(*at + 1);
		*at = strchr(*at, ',') + 1;
	}
	return of;
}

static bool read_told(const char **line, const char *by, told *t)
{
	const char *at = *line + strlen("contacts_guichet,");

	if (!**line)
		return false;
	assert_int_equal(strncmp(*line, "contacts_guichet,", 17), 0);
	t->of = read_keys(&at, by);
	t->period = (at[3] == '4' ? MONTHS : 0) + atoi(at + 5) - 1;
	at = strchr(at, ',') + 1;
	t->has_value = *at != ',';
	t->value = t->has_value ? strtoll(at, NULL, 10) : 0;
	t->units = atoi(strchr(at, ',') + 1);
	*line = strchr(at, '\n') + 1;
	return true;
}

/* The total of one month. */
static void learn_month(const network *n, int edition, const told *t)
{
	bool in[OFFICES];
	equation *e;

	if (!t->has_value)
		return;
	if (!who_is_in(n, t->period, t->of, edition, t->value, t->units, in))
		fail_msg("edition %d, %s, T%d C%d: %lld of %d units", edition,
			period_of(t->period), t->of.territory, t->of.category,
			(long long)t->value, t->units);
	e = learn((double)t->value, (double)t->value);
	for (int o = 0; o < n->count; o++)
		e->factor[o][t->period] = in[o];
}

/* The sum since January: of those that are in the total of every month. */
static void learn_since_january(const network *n, int edition, const told *t)
{
	equation *e;

	if (!t->has_value)
		return;
	e = learn((double)t->value, (double)t->value);
	for (int o = 0; o < n->count; o++) {
		bool all = is_of(n, o, edition, t->of);

		for (int p = MONTHS; p <= MONTHS + edition; p++)
			all = all && (is_there(n, o, p, edition) ||
					     (o == n->absorbed && is_merged(n, edition) &&
						     p >= MONTHS + n->merged_at));
		for (int p = MONTHS; p <= MONTHS + edition; p++)
			e->factor[o][p] = all && is_there(n, o, p, edition);
	}
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
		for (line = text_str(&got); read_told(&line, by, &t);)
			learn_month(n, edition, &t);
	}
	text_free(&got);
}

static void read_since_january(const network *n, int edition, const char *by)
{
	char span[40];
	const char *line;
	text got = { 0 };
	told t;

	snprintf(span, sizeof span, "2024-01..2024-%02d", edition + 1);
	rows_of(n, relais_ask_totals, span, by, edition, &got);
	for (line = text_str(&got); edition && read_told(&line, by, &t);)
		learn_since_january(n, edition, &t);
	text_free(&got);
}

/* ---- tables with their margins ------------------------------------------------------------------ */

static relais_crosstab crossed;

static relais_status ask_crossed(
	relais_store *store, const relais_question *q, relais_rows **out, relais_error *err)
{
	return relais_ask_table(store, q, &crossed, out, err);
}

/* One cell of a table; its keys are known by their looks, and a time that is not said is all of it. */
static bool read_cell(const char **line, int keys, told *t)
{
	const char *at = *line + strlen("contacts_guichet,");

	if (!**line)
		return false;
	assert_int_equal(strncmp(*line, "contacts_guichet,", 17), 0);
	*t = (told){ .of = { -1, -1 }, .period = PERIODS };
	for (; keys; keys--, at = strchr(at, ',') + 1)
		if (*at == 'T')
			t->of.territory = atoi(at + 1);
		else if (*at == 'C')
			t->of.category = atoi(at + 1);
		else if (*at == '2')
			t->period = (at[3] == '4' ? MONTHS : 0) + atoi(at + 5) - 1;
	t->has_value = *at != ',';
	t->value = t->has_value ? strtoll(at, NULL, 10) : 0;
	t->units = atoi(strchr(at, ',') + 1);
	*line = strchr(at, '\n') + 1;
	return true;
}

/* Months, of this year or the last, and with those of this year the sums since January. */
static void read_table(const network *n, int edition, const char *span,
	const char *const *lines, const char *const *columns, int keys)
{
	bool is_this_year = span[3] == '4';
	const char *line;
	text got = { 0 };
	told t;

	crossed = (relais_crosstab){ .lines = lines, .columns = columns, .is_long = true };
	rows_of(n, ask_crossed, span, NULL, edition, &got);
	for (line = text_str(&got); read_cell(&line, keys, &t);)
		if (t.period < PERIODS)
			learn_month(n, edition, &t);
		else if (is_this_year && edition)
			learn_since_january(n, edition, &t);
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
	for (int o = 0; o < n->count; o++)
		for (int p = 0; p < PERIODS; p++)
			if (n->is_named[o][p] && n->known[o][p] < MONTHS)
				glp_set_col_bnds(lp, o * PERIODS + p + 1, GLP_FX,
					(double)n->value[o][p], 0);
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
	return lp;
}

static int attack(const network *n, unsigned seed)
{
	glp_prob *lp = reader_problem(n);
	int found = 0;

	for (int o = 0; o < n->count; o++)
		for (int p = 0; p < PERIODS; p++) {
			double low, high, value = (double)n->value[o][p];
			int column = o * PERIODS + p + 1;

			if (n->known[o][p] >= MONTHS || n->is_named[o][p] ||
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

static void read_answers(network *n, int edition, const char *const *by)
{
	read_months(n, edition, NULL);
	read_since_january(n, edition, NULL);
	for (; *by; by++) {
		read_months(n, edition, *by);
		read_since_january(n, edition, *by);
	}
	read_rate(n, edition);
}

static void read_network(network *n, int edition)
{
	read_answers(n, edition, LIST("territory"));
}

static void read_crossings(network *n, int edition)
{
	read_answers(n, edition, LIST("territory", "territory,category"));
}

/* Each key by itself, as two tables of one note. */
static void read_side_by_side(network *n, int edition)
{
	read_answers(n, edition, LIST("territory", "category"));
}

/* What tables of both keys print, their margins with them, months and sums of months. */
static void read_tables(network *n, int edition)
{
	char span[40];

	snprintf(span, sizeof span, "2024-01..2024-%02d", edition + 1);
	read_table(n, edition, "2023-01..2023-06", LIST("territory"), LIST("month", "category"),
		3);
	read_table(n, edition, span, LIST("territory"), LIST("month", "category"), 3);
	if (edition)
		read_table(n, edition, span, LIST("territory"), LIST("category"), 2);
}

/* ---- published copies --------------------------------------------------------------------------- */

/* A level and, after it, the offices it is of. */
static void learn_level(const network *n, int edition, const figure *level)
{
	const char *group = level->group;
	told t = { .of = { -1, -1 } };

	if (*group == 'T')
		t.of.territory = atoi(group + 1);
	else if (*group == 'C')
		t.of.category = atoi(group + 1);
	t.period = (level->period[3] == '4' ? MONTHS : 0) + atoi(level->period + 5) - 1;
	t.has_value = level->value != NULL;
	t.value = t.has_value ? strtoll(level->value, NULL, 10) : 0;
	assert_string_equal(level->next->figure, "offices");
	t.units = atoi(level->next->value);
	learn_month(n, edition, &t);
}

/* Of what was known that day of the edition's month, told to all and recorded. */
static void read_copy(network *n, int edition, int as_of)
{
	char said[24];
	relais_question q = question_of(NULL);
	relais_error err = { 0 };
	relais_publication made;
	relais_document *copy = NULL;

	snprintf(said, sizeof said, "2024-%02d-%02d", edition + 2, as_of);
	q.as_of = q.today = day(said);
	q.diffusion = RELAIS_PUBLIC;
	if (relais_copy_span(n->store, &q, &err) != RELAIS_OK ||
		relais_report(n->store, "copy", &q, &copy, &err) != RELAIS_OK)
		fail_msg("%s", err.text);
	if (relais_publish_begin(n->store, &err) != RELAIS_OK ||
		relais_publish(n->store, "copy", &q, copy, &made, &err) != RELAIS_OK ||
		relais_publish_end(n->store, true, &err) != RELAIS_OK)
		fail_msg("%s", err.text);
	for (const figure *f = copy->first_figure; f; f = f->next)
		if (!strcmp(f->indicator, "contacts_guichet") && !strcmp(f->figure, "level") &&
			strcmp(f->section, "office") != 0)
			learn_level(n, edition, f);
	relais_document_free(copy);
}

/* One before the late answers and one after, long before the usual day of a note, and then a note's answers. */
static void read_copies(network *n, int edition)
{
	if (edition == 0)
		set(n->store, "publish_days", "40");
	read_copy(n, edition, 10);
	read_copy(n, edition, 15);
	read_side_by_side(n, edition);
}

typedef void reading(network *n, int edition);

/* How many figures of a network can be told. */
static int try_network(unsigned seed, int least, int most, reading *read, unsigned *equations)
{
	network n;
	int found;

	invent(&n, seed, least, most);
	open_store(&n);
	known_count = 0;
	for (int edition = 0; edition < MONTHS; edition++) {
		send(&n, edition);
		read(&n, edition);
	}
	found = attack(&n, seed);
	*equations += (unsigned)known_count;
	network_close(n.store);
	return found;
}

static void nobody_is_recomputed(void **state)
{
	unsigned networks = rounds_of(NETWORKS), equations = 0;
	int found = 0;

	(void)state;
	for (unsigned seed = 1; seed <= networks; seed++)
		found += try_network(seed, 7, 12, read_network, &equations);
	/* A reader who is told nothing learns nothing. */
	assert_true(equations > networks * 20);
	assert_int_equal(found, 0);
}

/* Answers of two keys: fewer networks, of more offices. */
static void try_crossed(reading *read)
{
	unsigned networks = rounds_of(NETWORKS) / CROSSED_ARE_SLOW, equations = 0;
	int found = 0;

	if (!networks)
		skip();
	for (unsigned seed = 1; seed <= networks; seed++)
		found += try_network(seed, 13, OFFICES, read, &equations);
	assert_true(equations > networks * 60);
	assert_int_equal(found, 0);
}

static void nobody_is_recomputed_from_keys_side_by_side(void **state)
{
	unsigned networks = rounds_of(NETWORKS), equations = 0;
	int found = 0;

	(void)state;
	for (unsigned seed = 1; seed <= networks; seed++)
		found += try_network(seed, 13, OFFICES, read_side_by_side, &equations);
	assert_true(equations > networks * 40);
	assert_int_equal(found, 0);
}

static void nobody_is_recomputed_from_copies(void **state)
{
	unsigned networks = rounds_of(NETWORKS) / COPIES_ARE_SLOW, equations = 0;
	int found = 0;

	(void)state;
	if (!networks)
		skip();
	for (unsigned seed = 1; seed <= networks; seed++)
		found += try_network(seed, 13, OFFICES, read_copies, &equations);
	assert_true(equations > networks * 80);
	assert_int_equal(found, 0);
}

static void nobody_is_recomputed_from_crossings(void **state)
{
	(void)state;
	try_crossed(read_crossings);
}

static void nobody_is_recomputed_from_tables(void **state)
{
	(void)state;
	try_crossed(read_tables);
}

static int make_room(void **state)
{
	(void)state;
	known = calloc(EQUATIONS, sizeof *known);
	return !known;
}

static int free_room(void **state)
{
	(void)state;
	free(known);
	glp_free_env();
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(nobody_is_recomputed),
		cmocka_unit_test(nobody_is_recomputed_from_keys_side_by_side),
		cmocka_unit_test(nobody_is_recomputed_from_copies),
		cmocka_unit_test(nobody_is_recomputed_from_crossings),
		cmocka_unit_test(nobody_is_recomputed_from_tables) };

	return cmocka_run_group_tests(tests, make_room, free_room);
}
