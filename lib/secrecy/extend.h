/* SPDX-License-Identifier: MIT
 * More cells to hide for one that lines alone do not protect: the cheapest way, all over the
 * table, for its value to be higher or lower while everything adds up.
 */
#ifndef SECRECY_EXTEND_H
#define SECRECY_EXTEND_H

#include "inside.h"
#include "lp.h"

typedef struct extension {
	tab *t;
	lp *program; /* a column up and a column down for each cell */
	bool is_signed, by_count;
	double limit;
} extension;

/* False: no memory. */
bool extension_open(extension *e, tab *t, const tab_audit_options *options, bool by_count);
void extension_close(extension *e);
/* Hides what lets the cell deviate by `need` upwards (sign 1) or downwards; how many cells that
 * were, 0 when there is no way. */
size_t extension_hide(extension *e, size_t cell, double need, int sign);

#endif
