/* SPDX-License-Identifier: MIT
 * The simplex of GLPK, silent, kept warm between questions.
 */
#include "lp.h"

#include "glpk_try.h"

#include <late/glpk.h>
#include <stdlib.h>

struct lp {
	glp_prob *problem; /* NULL: lost, memory was refused */
	size_t column_count, row_count;
	int *columns; /* of a row, from 1 */
	double *factors;
	int *place; /* of a column in the row being made; 0: not yet */
	int goal; /* the column that counts now; 0: none */
	int row, length; /* the one being made */
	bool is_solved;
};

/* Does this with the program, unless memory is lacking or was. */
static bool attempt(lp *p, void (*work)(void *))
{
	if (p->problem && !glpk_try(work, p))
		p->problem = NULL;
	return p->problem != NULL;
}

static void make(void *with)
{
	lp *p = with;
	glp_prob *problem = glp_create_prob();

	glp_add_cols(problem, (int)p->column_count);
	if (p->row_count)
		glp_add_rows(problem, (int)p->row_count);
	p->problem = problem;
}

lp *lp_new(size_t columns, size_t rows)
{
	lp *p = calloc(1, sizeof *p);

	if (!p)
		return NULL;
	p->columns = calloc(columns + 1, sizeof *p->columns);
	p->factors = calloc(columns + 1, sizeof *p->factors);
	p->place = calloc(columns + 1, sizeof *p->place);
	p->column_count = columns;
	p->row_count = rows;
	if (!p->columns || !p->factors || !p->place || !glpk_try(make, p)) {
		lp_free(p);
		return NULL;
	}
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

bool lp_lacks_memory(const lp *p)
{
	return !p->problem;
}

void lp_bound(lp *p, size_t column, double low, double high)
{
	if (p->problem)
		glp_set_col_bnds(
			p->problem, (int)column + 1, low < high ? GLP_DB : GLP_FX, low, high);
}

static void put_row(void *with)
{
	lp *p = with;

	glp_set_mat_row(p->problem, p->row, p->length, p->columns, p->factors);
	glp_set_row_bnds(p->problem, p->row, GLP_FX, 0, 0);
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
	p->row = (int)row + 1;
	p->length = length;
	attempt(p, put_row);
}

void lp_cost(lp *p, size_t column, double cost)
{
	if (p->problem)
		glp_set_obj_coef(p->problem, (int)column + 1, cost);
}

static void solve_now(void *with)
{
	lp *p = with;
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
	p->is_solved = rc == 0 && glp_get_status(p->problem) == GLP_OPT;
}

static bool solve(lp *p)
{
	return attempt(p, solve_now) && p->is_solved;
}

bool lp_reach(lp *p, size_t column, int sign)
{
	if (!p->problem)
		return false;
	if (p->goal)
		glp_set_obj_coef(p->problem, p->goal, 0);
	p->goal = (int)column + 1;
	glp_set_obj_coef(p->problem, p->goal, 1);
	glp_set_obj_dir(p->problem, sign > 0 ? GLP_MAX : GLP_MIN);
	return solve(p);
}

bool lp_cheapest(lp *p)
{
	if (p->problem)
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
