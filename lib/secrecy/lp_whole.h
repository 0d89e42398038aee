/* SPDX-License-Identifier: MIT
 * A program in columns that are 0 or 1, least cost, to which rows are added until the answer will
 * do. By GLPK's branch and cut.
 */
#ifndef SECRECY_LP_WHOLE_H
#define SECRECY_LP_WHOLE_H

#include <stdbool.h>
#include <stddef.h>

typedef struct whole whole;

whole *whole_new(size_t columns); /* NULL: no memory */
void whole_free(whole *w); /* NULL is fine */
void whole_cost(whole *w, size_t column, double cost);
void whole_fix(whole *w, size_t column, bool one);
/* Σ factors[c] × column c ≥ low, over all columns. */
void whole_row(whole *w, const double *factors, double low);
bool whole_solve(whole *w); /* false: there is no solution */
/* Was memory refused since whole_new()? Then nothing more is done, and there is no solution. */
bool whole_lacks_memory(const whole *w);
bool whole_at(const whole *w, size_t column);

#endif
