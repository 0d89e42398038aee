/* SPDX-License-Identifier: MIT
 * Looking for tables that agree with what is shown and show each hidden cell to be safe.
 */
#include "proof.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* What the simplex leaves of a whole number. */
static bool reaches(double deviation, double need)
{
	return deviation >= need - 1e-6 - need * 1e-9;
}

bool unknown_is_safe(const unknown *u)
{
	bool up = u->up <= 0 || u->up_by != NO_WITNESS;
	bool down = u->down <= 0 || u->down_by != NO_WITNESS;

	return u->is_shown || (u->either ? up || down : up && down);
}

static bool moves(const part_proof *part, int witness, size_t column)
{
	return part->witnesses[(size_t)witness * part->words + column / 64] >> column % 64 & 1;
}

/* A solution also holds backwards, as far as nothing goes below zero: this share of it. */
static double backwards(const part_proof *part, const double *y)
{
	double share = 1;

	for (size_t c = 0; c < part->count; c++)
		if (y[c] > 0 && part->unknowns[c].value < y[c] * share)
			share = part->unknowns[c].value / y[c];
	return share > 0 ? share : 0;
}

static void credit(part_proof *part, int witness, const double *y, double share)
{
	for (size_t c = 0; c < part->count; c++) {
		unknown *u = &part->unknowns[c];
		double up = y[c] * share;

		if (up > u->highest)
			u->highest = up;
		if (up < u->lowest)
			u->lowest = up;
		if (u->up_by == NO_WITNESS && reaches(up, u->up))
			u->up_by = witness;
		if (u->down_by == NO_WITNESS && reaches(-up, u->down))
			u->down_by = witness;
	}
}

/* Keeps the program's solution as a witness for whatever it serves. */
static bool keep(part_proof *part)
{
	double *y = calloc(part->count + 1, sizeof *y);
	uint64_t *bits;

	if (part->witness_count == part->witness_room) {
		size_t room = part->witness_room ? part->witness_room * 2 : 16;
		uint64_t *grown = realloc(part->witnesses, room * part->words * sizeof *grown);

		if (!grown || !y) {
			free(y);
			return false;
		}
		part->witnesses = grown;
		part->witness_room = room;
	}
	if (!y)
		return false;
	bits = &part->witnesses[part->witness_count * part->words];
	memset(bits, 0, part->words * sizeof *bits);
	for (size_t c = 0; c < part->count; c++) {
		y[c] = lp_at(part->program, c);
		if (fabs(y[c]) > 1e-7)
			bits[c / 64] |= (uint64_t)1 << c % 64;
		else
			y[c] = 0;
	}
	credit(part, (int)part->witness_count, y, 1);
	credit(part, (int)part->witness_count, y, -backwards(part, y));
	part->witness_count++;
	free(y);
	return true;
}

/* False: it failed, and so has the proof. */
static bool ask(proof *p, part_proof *part, size_t column, int sign)
{
	bool found = lp_reach(part->program, column, sign), kept = found && keep(part);

	p->lacks_memory = p->lacks_memory || lp_lacks_memory(part->program) || (found && !kept);
	p->failed = p->failed || !kept;
	return kept;
}

/* Witnesses for one unknown; false: it is not safe. */
static bool look_for(proof *p, part_proof *part, size_t column)
{
	unknown *u = &part->unknowns[column];

	if (unknown_is_safe(u))
		return true;
	if (u->up > 0 && u->up_by == NO_WITNESS)
		ask(p, part, column, 1);
	if (!unknown_is_safe(u) && u->down > 0 && u->down_by == NO_WITNESS)
		ask(p, part, column, -1);
	return unknown_is_safe(u);
}

size_t proof_run(proof *p)
{
	size_t exposed = 0;

	for (size_t i = 0; i < p->count; i++)
		for (size_t c = 0; c < p->parts[i].count; c++)
			exposed += !look_for(p, &p->parts[i], c);
	return exposed;
}

void proof_bounds(proof *p)
{
	for (size_t i = 0; i < p->count; i++)
		for (size_t c = 0; c < p->parts[i].count; c++)
			if (ask(p, &p->parts[i], c, 1))
				ask(p, &p->parts[i], c, -1);
}

static void forget_witnesses(part_proof *part, size_t column)
{
	for (size_t c = 0; c < part->count; c++) {
		unknown *u = &part->unknowns[c];

		if (u->up_by != NO_WITNESS && moves(part, u->up_by, column))
			u->up_by = NO_WITNESS;
		if (u->down_by != NO_WITNESS && moves(part, u->down_by, column))
			u->down_by = NO_WITNESS;
	}
}

bool proof_without(proof *p, size_t cell)
{
	part_proof *part = &p->parts[p->part_of[cell]];
	size_t column = p->column_of[cell];
	unknown *before = malloc(part->count * sizeof *before);
	bool holds = before != NULL;

	if (!before) {
		p->failed = p->lacks_memory = true;
		return false;
	}
	memcpy(before, part->unknowns, part->count * sizeof *before);
	forget_witnesses(part, column);
	part->unknowns[column].is_shown = true;
	lp_bound(part->program, column, 0, 0);
	for (size_t c = 0; holds && c < part->count; c++)
		holds = look_for(p, part, c);
	if (!holds) {
		memcpy(part->unknowns, before, part->count * sizeof *before);
		lp_bound(part->program, column, -before[column].value, part->limit);
	}
	free(before);
	return holds && !p->failed;
}
