/* SPDX-License-Identifier: MIT
 * Pieces of JSON for whoever writes some. Their names are not those of jansson, which is linked too.
 */
#ifndef OUTPUT_JSON_H
#define OUTPUT_JSON_H

#include "../base/text.h"

void add_json_string(text *out, const char *string); /* NULL: null */
void add_json_key(text *out, const char *key); /* with its colon */
/* Machine text of a number as a number; what JSON would refuse, as a string. */
void add_json_number(text *out, const char *number);

#endif
