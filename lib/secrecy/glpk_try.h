/* SPDX-License-Identifier: MIT
 * GLPK ends the program when it is refused memory, unless a hook of its errors leaves: this one does.
 */
#ifndef SECRECY_GLPK_TRY_H
#define SECRECY_GLPK_TRY_H

#include <stdbool.h>

/* Does what may ask GLPK for memory. False: it was refused, nothing was printed, and the problem may not be
 * touched again, not even to free it: its manual allows glp_free_env() alone, which would take the problems of
 * whoever else uses GLPK in this thread. What it held is lost. */
bool glpk_try(void (*work)(void *), void *with);

#endif
