/* SPDX-License-Identifier: MIT
 * Out of GLPK when it is refused memory.
 */
#include "glpk_try.h"

#include <late/glpk.h>
#include <setjmp.h>

static void leave(void *out)
{
	longjmp(*(jmp_buf *)out, 1);
}

/* Not 0: the line is not printed. */
static int say_nothing(void *info, const char *line)
{
	(void)info;
	(void)line;
	return 1;
}

bool glpk_try(void (*work)(void *), void *with)
{
	jmp_buf out;
	bool refused;

	glp_error_hook(leave, &out);
	glp_term_hook(say_nothing, NULL);
	glp_term_out(GLP_OFF);
	refused = setjmp(out) != 0;
	if (!refused)
		work(with);
	glp_error_hook(NULL, NULL);
	glp_term_hook(NULL, NULL);
	glp_term_out(GLP_OFF); /* an error has it on again */
	return !refused;
}
