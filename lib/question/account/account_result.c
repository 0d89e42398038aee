/* SPDX-License-Identifier: MIT
 * The sums of a figure, the rules it was held to, and what was printed.
 */
#include <inttypes.h>
#include <stdio.h>

#include "account.h"
#include "../measure/fraction.h"

static void say_count(account *a, account_row row, int64_t n)
{
	account_say_number(a, row, (number){ n, 0 });
}

static void say_year(account *a, const year_sums *y, relais_span span)
{
	const lens *l = &a->lens;
	bool has_pair = a->what->over_offices != RULE_SUM;

	account_say_number(a, (account_row){ .part = "sum", .item = "sum", .span = span },
		(number){ y->a, l->now.a_decimals });
	if (has_pair)
		account_say_number(a,
			(account_row){ .part = "sum", .item = "divisor", .span = span },
			(number){ y->b, l->now.b_decimals });
}

void account_sums(account *a)
{
	const tally *t = &a->tally;
	int decimals = a->what->over_offices == RULE_SUM && !t->is_unweighed
			       ? a->lens.now.a_decimals
			       : 0;

	if (a->figure == RELAIS_FIGURE_COVERAGE) {
		account_say_number(a, (account_row){ .part = "sum", .item = "weight_answered" },
			(number){ t->answered_weight, decimals });
		account_say_number(a, (account_row){ .part = "sum", .item = "weight_expected" },
			(number){ t->expected_weight, decimals });
		return;
	}
	say_year(a, &t->now, a->now);
	if (a->lens.estimates)
		account_say_number(a,
			(account_row){ .part = "sum", .item = "estimated", .span = a->now },
			(number){ t->estimated_sum, decimals });
	if (account_is_evolution(a))
		say_year(a, &t->before, a->before);
}

void account_say_gate(
	account *a, const char *name, number least, bool passed, const char *detail)
{
	account_say_number(a,
		(account_row){ .part = "rule",
			.item = name,
			.status = passed ? "passed" : "failed",
			.detail = detail },
		least);
}

static void gates_of(account *a)
{
	const gates *g = &a->study->gates;
	const measure *m = &a->measure;
	char coverage[64], count[48];

	if (m->has_coverage) {
		number_print(m->coverage, count);
		snprintf(coverage, sizeof coverage, "coverage %s", count);
		account_say_gate(a, "gate_ok", g->ok, !m->is_fragile && !m->is_not_significant,
			coverage);
		account_say_gate(a, "gate_fragile", g->fragile,
			number_order(m->coverage, g->fragile) >= 0, coverage);
	}
	if (m->has_estimated) {
		number_print(m->estimated, count);
		snprintf(coverage, sizeof coverage, "estimated %s", count);
		account_say_gate(a, "seuil_estime", g->estimated,
			number_order(m->estimated, g->estimated) <= 0, coverage);
	}
	snprintf(count, sizeof count, "offices %" PRId64, m->offices);
	if (account_is_evolution(a))
		account_say_gate(a, "gate_n", (number){ g->least_count, 0 },
			m->offices >= g->least_count, count);
}

/* Within the relais nothing is hidden: what would be, published alone, is said. */
static void secrecy_of(account *a)
{
	const secrecy_rule *r = &a->study->gates.secrecy;
	const part *p = &a->tally.now.top;
	int decimals = a->lens.now.a_decimals;
	char detail[2 * NUMBER_SIZE + 32], largest[NUMBER_SIZE], all[NUMBER_SIZE];
	part enough = {
		.count = r->least_count, .largest = p->largest, .magnitude = p->magnitude
	};

	snprintf(detail, sizeof detail, "offices %" PRId64, p->count);
	account_say_gate(a, "seuil_n", (number){ r->least_count, 0 },
		!p->count || p->count >= r->least_count, detail);
	number_print((number){ p->largest, decimals }, largest);
	number_print((number){ p->magnitude, decimals }, all);
	snprintf(detail, sizeof detail, "largest %s of %s", largest, all);
	if (a->what->over_offices == RULE_SUM)
		account_say_gate(a, "seuil_dominance", r->dominance,
			!part_is_secret(r, &enough), detail);
}

void account_gates(account *a)
{
	gates_of(a);
	secrecy_of(a);
}

void account_rounding(account *a, bool is_exact, int decimals)
{
	say_count(a,
		(account_row){ .part = "rule",
			.item = "rounding",
			.status = is_exact ? "exact" : "half_away_from_zero",
			.detail = "decimals" },
		decimals);
}

void account_rules(account *a)
{
	bool is_exact = a->what->over_offices == RULE_SUM && a->what->over_time != TIME_MEAN &&
			a->figure == RELAIS_FIGURE_VALUE;

	account_gates(a);
	account_rounding(a, is_exact, is_exact ? a->lens.now.a_decimals : 6);
}

static void say_if(account *a, const char *name, bool has, number n)
{
	account_row row = { .part = "result", .item = name, .span = a->study->span };

	if (has) {
		account_say_number(a, row, n);
		return;
	}
	row.indicator = a->what->about.code;
	account_say(a, &row);
}

void account_result(account *a)
{
	const measure *m = &a->measure;
	char flags[12];

	say_if(a, "value", m->has_value, m->value);
	if (account_is_evolution(a)) {
		say_if(a, "previous", m->has_previous, m->previous);
		say_if(a, "evolution", m->has_evolution, m->evolution);
	}
	say_if(a, "offices", true, (number){ m->offices, 0 });
	say_if(a, "expected", true, (number){ m->expected, 0 });
	if (!account_is_evolution(a))
		say_if(a, "response", m->has_response, m->response);
	say_if(a, "coverage", m->has_coverage, m->coverage);
	if (a->lens.estimates)
		say_if(a, "estimated", m->has_estimated, m->estimated);
	measure_flags(m, flags);
	account_say(a, &(account_row){ .part = "result",
			       .item = "flag",
			       .indicator = a->what->about.code,
			       .span = a->study->span,
			       .status = flags });
}
