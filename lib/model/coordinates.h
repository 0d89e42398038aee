/* SPDX-License-Identifier: MIT
 * Where something is: decimal degrees of WGS 84, as registers have them.
 */
#ifndef MODEL_COORDINATES_H
#define MODEL_COORDINATES_H

#include <stdbool.h>

enum { MOST_NORTH = 90, MOST_EAST = 180 };

/* Machine text of degrees between -most and most, with six decimals kept; false: it is none. The
 * double is for drawing. */
bool degrees_read(const char *text, int most, double *out);

#endif
