/* SPDX-License-Identifier: MIT
 * The JSON values of a file, one after another, whatever stands between them: a document is
 * one, lines of JSON are many. Only the one at hand is in memory.
 */
#ifndef INPUT_VALUES_H
#define INPUT_VALUES_H

#include <jansson.h>

#include "source.h"

enum { VALUE_LIMIT = 64 << 20 }; /* bytes of one */

typedef struct values values;

relais_status values_open(values **out, const source *s, relais_error *err) MUST_CHECK;
/* RELAIS_END at the end. The caller decrefs. Of numbers, the digits that were written are
 * there as strings. Errors: RELAIS_E_DATA, rules bad-json (with the line) and too-large. */
relais_status values_next(values *v, json_t **out, relais_error *err) MUST_CHECK;
unsigned long values_line(const values *v); /* the last one's first */
void values_close(values *v);

#endif
