/* SPDX-License-Identifier: MIT
 * The rules of secrecy. Thresholds are products of whole numbers on both sides: exactly 85 %
 * is exactly 85 %, whatever the size.
 */
#include "rule.h"

__extension__ typedef __int128 wide;

/* 100 %, in the units of `percent`. */
static wide whole(number percent)
{
	wide scale = 100;

	for (int i = 0; i < percent.decimals; i++)
		scale *= 10;
	return scale;
}

static int64_t second_of(const contributors *c)
{
	int64_t rest = c->magnitude - c->largest;

	if (c->second != SECOND_UNKNOWN)
		return c->second;
	return rest < c->largest ? rest : c->largest;
}

char rule_judge(const secrecy_rule *rule, const contributors *c)
{
	wide rest;

	if (c->count == 0)
		return CELL_VISIBLE;
	if (c->count < rule->least_count)
		return CELL_FREQUENCY;
	if ((wide)c->largest * whole(rule->dominance) >
		(wide)c->magnitude * rule->dominance.units)
		return CELL_DOMINANCE;
	rest = (wide)c->magnitude - c->largest - second_of(c);
	if (rest * whole(rule->p) < (wide)c->largest * rule->p.units)
		return CELL_P;
	return CELL_VISIBLE;
}

contributors contributors_join(contributors a, contributors b)
{
	contributors sum = a;

	if (!a.count)
		return b;
	if (!b.count)
		return a;
	if (!number_add(&sum.count, b.count))
		sum.count = INT64_MAX;
	if (!number_add(&sum.magnitude, b.magnitude))
		sum.magnitude = INT64_MAX;
	if (b.largest > a.largest) {
		sum.largest = b.largest;
		sum.second = a.largest > b.second ? a.largest : b.second;
	} else if (b.largest > a.second) {
		sum.second = b.largest;
	}
	if (a.second == SECOND_UNKNOWN || b.second == SECOND_UNKNOWN)
		sum.second = SECOND_UNKNOWN;
	return sum;
}

static wide above(wide top, wide bottom)
{
	return bottom ? (top + bottom - 1) / bottom : 0;
}

int64_t rule_upper_need(const secrecy_rule *rule, const contributors *c)
{
	wide need = above((wide)c->largest * whole(rule->dominance), rule->dominance.units) -
		    c->magnitude;
	wide rest = (wide)c->magnitude - c->largest - second_of(c);
	wide need_p = above((wide)c->largest * rule->p.units, whole(rule->p)) - rest;

	if (need_p > need)
		need = need_p;
	return need < 0 ? 0 : need > INT64_MAX ? INT64_MAX : (int64_t)need;
}
