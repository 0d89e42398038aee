/* SPDX-License-Identifier: MIT
 * The way to a value in a JSON object, as a profile writes it: `a.b.c`, through lists by their
 * first element that leads somewhere; `a.1` is the second element, `a[]` all of them with bars
 * between, `a[k=v].b` the one whose `k` is `v`.
 */
#ifndef INPUT_JSON_PATH_H
#define INPUT_JSON_PATH_H

#include <jansson.h>
#include <stdbool.h>

#include "../base/text.h"

/* Adds what is written at the end of the way; false: there is nothing. */
bool json_path_follow(const json_t *value, const char *path, text *out);
/* A plain value as a cell has it. */
void json_plain_add(const json_t *value, text *out);

#endif
