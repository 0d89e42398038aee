/* SPDX-License-Identifier: MIT
 * GLPK's integer programs, silent.
 */
#include "lp_whole.h"

#include "glpk_try.h"

#include <late/glpk.h>
#include <stdlib.h>

struct whole {
	glp_prob *problem; /* NULL: lost, memory was refused */
	int column_count;
	int *columns;
	double *factors;
	int length; /* of the row being made */
	double low;
	bool is_solved;
};

static bool attempt(whole *w, void (*work)(void *))
{
	if (w->problem && !glpk_try(work, w))
		w->problem = NULL;
	return w->problem != NULL;
}

static void make(void *with)
{
	whole *w = with;
	glp_prob *problem = glp_create_prob();

	glp_add_cols(problem, w->column_count);
	for (int c = 1; c <= w->column_count; c++)
		glp_set_col_kind(problem, c, GLP_BV);
	w->problem = problem;
}

whole *whole_new(size_t columns)
{
	whole *w = calloc(1, sizeof *w);

	if (!w)
		return NULL;
	w->columns = calloc(columns + 1, sizeof *w->columns);
	w->factors = calloc(columns + 1, sizeof *w->factors);
	w->column_count = (int)columns;
	if (!w->columns || !w->factors || !glpk_try(make, w)) {
		whole_free(w);
		return NULL;
	}
	return w;
}

void whole_free(whole *w)
{
	if (!w)
		return;
	if (w->problem)
		glp_delete_prob(w->problem);
	free(w->columns);
	free(w->factors);
	free(w);
}

bool whole_lacks_memory(const whole *w)
{
	return !w->problem;
}

void whole_cost(whole *w, size_t column, double cost)
{
	if (w->problem)
		glp_set_obj_coef(w->problem, (int)column + 1, cost);
}

void whole_fix(whole *w, size_t column, bool one)
{
	if (w->problem)
		glp_set_col_bnds(w->problem, (int)column + 1, GLP_FX, one, one);
}

static void put_row(void *with)
{
	whole *w = with;
	int row = glp_add_rows(w->problem, 1);

	glp_set_mat_row(w->problem, row, w->length, w->columns, w->factors);
	glp_set_row_bnds(w->problem, row, GLP_LO, w->low, 0);
}

void whole_row(whole *w, const double *factors, double low)
{
	int length = 0;

	for (int c = 0; c < w->column_count; c++) {
		if (factors[c] == 0)
			continue;
		w->columns[++length] = c + 1;
		w->factors[length] = factors[c];
	}
	w->length = length;
	w->low = low;
	attempt(w, put_row);
}

static void solve_now(void *with)
{
	whole *w = with;
	glp_iocp how;

	glp_init_iocp(&how);
	how.msg_lev = GLP_MSG_OFF;
	how.presolve = GLP_ON;
	how.binarize = GLP_OFF;
	how.mir_cuts = GLP_ON;
	how.cov_cuts = GLP_ON;
	w->is_solved =
		glp_intopt(w->problem, &how) == 0 && glp_mip_status(w->problem) == GLP_OPT;
}

bool whole_solve(whole *w)
{
	return attempt(w, solve_now) && w->is_solved;
}

bool whole_at(const whole *w, size_t column)
{
	return glp_mip_col_val(w->problem, (int)column + 1) > 0.5;
}
