/* SPDX-License-Identifier: MIT
 * A linear program solved again and again with another goal: how far one column can go while every
 * row stays zero. Each answer starts from the basis of the one before. GLPK is known here and in
 * lp_whole.c, nowhere else; out of memory it stops the program.
 */
#ifndef SECRECY_LP_H
#define SECRECY_LP_H

#include <stdbool.h>
#include <stddef.h>

typedef struct lp lp;

/* Columns and rows count from 0. */
lp *lp_new(size_t columns, size_t rows);
void lp_free(lp *p); /* NULL is fine */
void lp_bound(lp *p, size_t column, double low, double high);
void lp_row(lp *p, size_t row, size_t count, const int *columns, const double *factors);
void lp_cost(lp *p, size_t column, double cost);
/* Maximises (sign 1) or minimises (−1) that column alone; false: the solver gave up. */
bool lp_reach(lp *p, size_t column, int sign);
/* Minimises the cost; false: no solution. */
bool lp_cheapest(lp *p);
double lp_at(const lp *p, size_t column);
double lp_reduced(const lp *p, size_t column); /* reduced cost, after either */

#endif
