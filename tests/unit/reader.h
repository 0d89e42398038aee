/* SPDX-License-Identifier: MIT
 * What a reader who can do linear programming makes of what is told.
 */
#ifndef TESTS_READER_H
#define TESTS_READER_H

#include "network.h"

#include <glpk.h>

/* The least or the greatest a figure can be; false when nothing bounds it. */
static inline bool bound(glp_prob *lp, int column, int direction, double *out)
{
	glp_smcp how;

	glp_init_smcp(&how);
	how.msg_lev = GLP_MSG_OFF;
	glp_set_obj_dir(lp, direction);
	glp_set_obj_coef(lp, column, 1);
	if (glp_simplex(lp, &how) != 0)
		fail_msg("the reader's problem is not solved");
	glp_set_obj_coef(lp, column, 0);
	*out = glp_get_col_prim(lp, column);
	return glp_get_status(lp) == GLP_OPT;
}

#endif
