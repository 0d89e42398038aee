/* SPDX-License-Identifier: MIT
 * What the outsider can tell of each hidden cell, as a linear program: the hidden values are
 * unknown, every line is known to add up, nothing is below zero. The unknowns are deviations from
 * the true values, so that staying put is always a solution, and those that no line links are
 * programs of their own.
 *
 * A cell is safe when there are tables that agree with all that is shown and have it high enough, and
 * low enough. Each such table found is kept as a witness: one serves many cells, and showing
 * a cell again only asks anew for those whose witness moved it.
 */
#ifndef SECRECY_PROOF_H
#define SECRECY_PROOF_H

#include "inside.h"
#include "lp.h"

enum { NO_WITNESS = -1 };

/* One cell of a part: what it must be able to seem, and who shows that it can. */
typedef struct unknown {
	uint32_t cell;
	double value;
	double up, down; /* needed; 0: nothing */
	bool either; /* one of the two is enough */
	double highest, lowest; /* deviations found possible */
	int up_by, down_by; /* witnesses */
	bool is_shown; /* known after all: proof_without */
} unknown;

/* Unknowns linked by lines. */
typedef struct part_proof {
	lp *program;
	unknown *unknowns;
	size_t count, rows;
	uint64_t *witnesses; /* bits: the unknowns that move; `words` each */
	size_t words, witness_count, witness_room;
	double limit; /* a deviation beyond is as good as any */
} part_proof;

typedef struct proof {
	tab *t;
	part_proof *parts;
	size_t count;
	uint32_t *part_of, *column_of; /* by cell; UINT32_MAX: not hidden */
	bool failed; /* no memory, or the solver gave up: nothing is proven */
	bool lacks_memory;
} proof;

/* NULL: no memory. */
proof *proof_new(tab *t, const secrecy_rule *rule, const tab_audit_options *options);
void proof_free(proof *p);
/* Looks for the witnesses that are missing; the number of cells that have not all they need. */
size_t proof_run(proof *p);
/* The same for all cells, to the ends of their intervals. */
void proof_bounds(proof *p);
/* Can this hidden cell be shown, all others still being safe? If so it is taken to be. */
bool proof_without(proof *p, size_t cell);
bool unknown_is_safe(const unknown *u);

/* What a cell must be able to seem, above and below its value. */
void proof_needs(const tab_cell *c, const secrecy_rule *rule, const tab_audit_options *options,
	unknown *u);

#endif
