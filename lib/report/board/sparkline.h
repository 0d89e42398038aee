/* SPDX-License-Identifier: MIT
 * A curve on one line of text, one block per point.
 */
#ifndef REPORT_SPARKLINE_H
#define REPORT_SPARKLINE_H

#include "../document.h"

enum { SPARKLINE_MOST = 36 };

/* Blocks stand on zero, so that a small move looks small; a point that is missing is a dot.
 * `count` is at most SPARKLINE_MOST; nothing but dots when every point is missing. */
const char *sparkline(relais_document *d, const double *values, const bool *missing, int count);

#endif
