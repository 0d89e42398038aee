/* SPDX-License-Identifier: MIT
 * GLPK's integer programs, silent.
 */
#include "lp_whole.h"

#include <late/glpk.h>
#include <stdlib.h>

struct whole {
	glp_prob *problem;
	int *columns;
	double *factors;
};

whole *whole_new(size_t columns)
{
	whole *w = calloc(1, sizeof *w);

	if (!w)
		return NULL;
	w->columns = calloc(columns + 1, sizeof *w->columns);
	w->factors = calloc(columns + 1, sizeof *w->factors);
	if (!w->columns || !w->factors) {
		whole_free(w);
		return NULL;
	}
	glp_term_out(GLP_OFF);
	w->problem = glp_create_prob();
	glp_add_cols(w->problem, (int)columns);
	for (int c = 1; c <= (int)columns; c++)
		glp_set_col_kind(w->problem, c, GLP_BV);
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

void whole_cost(whole *w, size_t column, double cost)
{
	glp_set_obj_coef(w->problem, (int)column + 1, cost);
}

void whole_fix(whole *w, size_t column, bool one)
{
	glp_set_col_bnds(w->problem, (int)column + 1, GLP_FX, one, one);
}

void whole_row(whole *w, const double *factors, double low)
{
	int columns = glp_get_num_cols(w->problem), length = 0, row;

	for (int c = 0; c < columns; c++) {
		if (factors[c] == 0)
			continue;
		w->columns[++length] = c + 1;
		w->factors[length] = factors[c];
	}
	row = glp_add_rows(w->problem, 1);
	glp_set_mat_row(w->problem, row, length, w->columns, w->factors);
	glp_set_row_bnds(w->problem, row, GLP_LO, low, 0);
}

bool whole_solve(whole *w)
{
	glp_iocp how;

	glp_init_iocp(&how);
	how.msg_lev = GLP_MSG_OFF;
	how.presolve = GLP_ON;
	how.binarize = GLP_OFF;
	how.mir_cuts = GLP_ON;
	how.cov_cuts = GLP_ON;
	return glp_intopt(w->problem, &how) == 0 && glp_mip_status(w->problem) == GLP_OPT;
}

bool whole_at(const whole *w, size_t column)
{
	return glp_mip_col_val(w->problem, (int)column + 1) > 0.5;
}
