/* SPDX-License-Identifier: MIT
 * Pieces of JSON for whoever writes some.
 */
#ifndef OUTPUT_JSON_H
#define OUTPUT_JSON_H

#include "../base/text.h"

void json_string(text *out, const char *string); /* NULL: null */
void json_key(text *out, const char *key); /* with its colon */
/* Machine text of a number as a number; what JSON would refuse, as a string. */
void json_number(text *out, const char *number);

#endif
