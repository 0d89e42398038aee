/* SPDX-License-Identifier: MIT
 * A linear program solved again and again with another goal: how far one column can go while every
 * row stays zero. Each answer starts from the basis of the one before. GLPK is known here, in
 * lp_whole.c and in glpk_try.c, nowhere else.
 */
#ifndef SECRECY_LP_H
#define SECRECY_LP_H

#include <stdbool.h>
#include <stddef.h>

typedef struct lp lp;

/* Columns and rows count from 0. NULL: no memory. */
lp *lp_new(size_t columns, size_t rows);
void lp_free(lp *p); /* NULL is fine */
void lp_bound(lp *p, size_t column, double low, double high);
void lp_row(lp *p, size_t row, size_t count, const int *columns, const double *factors);
void lp_cost(lp *p, size_t column, double cost);
/* Was memory refused since lp_new()? Then nothing more is done, and no answer is one. */
bool lp_lacks_memory(const lp *p);
/* Maximises (sign 1) or minimises (−1) that column alone; false: the solver gave up. */
bool lp_reach(lp *p, size_t column, int sign);
/* Minimises the cost; false: no solution. */
bool lp_cheapest(lp *p);
double lp_at(const lp *p, size_t column);
double lp_reduced(const lp *p, size_t column); /* reduced cost, after either */

#endif
