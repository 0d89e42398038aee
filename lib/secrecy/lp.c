/* SPDX-License-Identifier: MIT
 * The simplex of GLPK, silent, kept warm between questions.
 */
#include "lp.h"

#include <late/glpk.h>
#include <stdlib.h>

struct lp {
	glp_prob *problem;
	int *columns; /* of a row, from 1 */
	double *factors;
	int *place; /* of a column in the row being made; 0: not yet */
	int goal; /* the column that counts now; 0: none */
};

lp *lp_new(size_t columns, size_t rows)
{
	lp *p = calloc(1, sizeof *p);

	if (!p)
		return NULL;
	p->columns = calloc(columns + 1, sizeof *p->columns);
	p->factors = calloc(columns + 1, sizeof *p->factors);
	p->place = calloc(columns + 1, sizeof *p->place);
	if (!p->columns || !p->factors || !p->place) {
		lp_free(p);
		return NULL;
	}
	glp_term_out(GLP_OFF);
	p->problem = glp_create_prob();
	glp_add_cols(p->problem, (int)columns);
	if (rows)
		glp_add_rows(p->problem, (int)rows);
	return p;
}

void lp_free(lp *p)
{
	if (!p)
		return;
	if (p->problem)
		glp_delete_prob(p->problem);
	free(p->columns);
	free(p->factors);
	free(p->place);
	free(p);
}

void lp_bound(lp *p, size_t column, double low, double high)
{
	glp_set_col_bnds(p->problem, (int)column + 1, low < high ? GLP_DB : GLP_FX, low, high);
}

void lp_row(lp *p, size_t row, size_t count, const int *columns, const double *factors)
{
	int length = 0;

	/* a column that comes twice is its sum: GLPK takes each once */
	for (size_t i = 0; i < count; i++) {
		int *at = &p->place[columns[i]];

		if (!*at) {
			*at = ++length;
			p->columns[length] = columns[i] + 1;
			p->factors[length] = 0;
		}
		p->factors[*at] += factors[i];
	}
	for (size_t i = 0; i < count; i++)
		p->place[columns[i]] = 0;
	glp_set_mat_row(p->problem, (int)row + 1, length, p->columns, p->factors);
	glp_set_row_bnds(p->problem, (int)row + 1, GLP_FX, 0, 0);
}

void lp_cost(lp *p, size_t column, double cost)
{
	glp_set_obj_coef(p->problem, (int)column + 1, cost);
}

static bool solve(lp *p)
{
	glp_smcp how;
	int rc;

	glp_init_smcp(&how);
	how.msg_lev = GLP_MSG_OFF;
	rc = glp_simplex(p->problem, &how);
	if (rc == GLP_EBADB || rc == GLP_ESING || rc == GLP_ECOND || rc == GLP_EFAIL) {
		/* the basis went bad: from the start again */
		glp_std_basis(p->problem);
		rc = glp_simplex(p->problem, &how);
	}
	return rc == 0 && glp_get_status(p->problem) == GLP_OPT;
}

bool lp_reach(lp *p, size_t column, int sign)
{
	if (p->goal)
		glp_set_obj_coef(p->problem, p->goal, 0);
	p->goal = (int)column + 1;
	glp_set_obj_coef(p->problem, p->goal, 1);
	glp_set_obj_dir(p->problem, sign > 0 ? GLP_MAX : GLP_MIN);
	return solve(p);
}

bool lp_cheapest(lp *p)
{
	glp_set_obj_dir(p->problem, GLP_MIN);
	return solve(p);
}

double lp_at(const lp *p, size_t column)
{
	return glp_get_col_prim(p->problem, (int)column + 1);
}

double lp_reduced(const lp *p, size_t column)
{
	return glp_get_col_dual(p->problem, (int)column + 1);
}
