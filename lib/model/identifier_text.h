/* SPDX-License-Identifier: MIT
 * What the files that read identifiers share.
 */
#ifndef MODEL_IDENTIFIER_TEXT_H
#define MODEL_IDENTIFIER_TEXT_H

#include "identifier.h"

bool identifier_is_digits(const char *string); /* and not empty */
/* Without blanks and dots, in capitals, and without the ,0 of a number; false: too long. */
bool identifier_squeeze(const char *cell, char out[IDENTIFIER_SIZE]);
bool identifier_copy(const char *cell, char out[IDENTIFIER_SIZE]); /* false: too long */
bool identifier_is_destroyed(const char *cell); /* 1,23457E+13 */

#endif
